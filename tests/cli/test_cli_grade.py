"""`quizgen grade`: files in, marks out, one sentence for the person at the screen."""

import json
from pathlib import Path

import pytest
from samples import sample_quiz

from quizgen.cli import run
from quizgen.kinds import kind_named

ROW = {"id": "a1", "question": "Qui a ouvert ?", "reference_answers": ["La mairie."], "student_answer": "la mairi"}


def test_rows_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "a.jsonl"
    answers.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    assert run(["grade", str(answers)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["verdict"] == "correct"
    assert "1 réponses notées, dont 0 à relire" in err


def test_class_of_a_quiz_into_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A CSV from a form, a policy, a workbook with a row an answer."""
    from quizgen.exporters.tables import read_rows

    quiz = sample_quiz()
    first = quiz.questions[0]
    (tmp_path / "q.json").write_text(json.dumps(quiz.to_json()), encoding="utf-8")
    (tmp_path / "p.toml").write_text("tolerance = 0\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text(f"nom;Q1\nLéa;{kind_named(first.kind).key_text(first)}\n", encoding="utf-8")
    out = tmp_path / "m.xlsx"
    given = ["grade", str(tmp_path / "a.csv"), "--quiz", str(tmp_path / "q.json"), "--policy", str(tmp_path / "p.toml")]
    assert run([*given, "-o", str(out)]) == 0
    (row,) = read_rows(out)
    assert (row["id"], row["question_id"]) == ("Léa", first.id)


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["nope.csv"], "ne se lit pas", 1),
        (["a.jsonl", "-o", "x.pdf"], ".jsonl, .csv ou .xlsx", 2),
        (["b.jsonl", "--quiz", "a.jsonl"], "n'est pas un quiz", 1),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text("{\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(ROW), encoding="utf-8")
    assert run(["grade", *arguments]) == code
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
