"""Rows of answers: with their own key, of a quiz, a pupil a row; marks typed in from paper."""

from pathlib import Path
from typing import Any

import pytest
from samples import sample_quiz

from quizgen.errors import ReadError, SettingsError
from quizgen.exporters.tables import FORMATS, read_rows, write_rows
from quizgen.grading.policy import Policy, Rules
from quizgen.kinds import kind_named
from quizgen.rows import graded

DEFAULT = Rules()
OWN = {
    "id": "a1",
    "question": "Qui a ouvert ?",
    "reference_answers": ["La mairie de Nantes."],
    "student_answer": "la mairi de nante",
}


def marked(rows: list[dict[str, Any]], quiz: Any = None, rules: Rules = DEFAULT) -> list[dict[str, Any]]:
    return list(graded(rows, rules, quiz))


def test_row_with_its_own_key() -> None:
    """The row comes back with the contract's fields beside its own."""
    (row,) = marked([OWN])
    assert OWN.items() <= row.items()
    assert {"score", "verdict", "confidence", "feedback", "needs_review"} <= set(row)
    assert row["score"] == 1


def test_several_references_in_one_cell() -> None:
    (row,) = marked([{**OWN, "reference_answers": "Un libraire. | La mairie de Nantes."}])
    assert row["score"] == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_table_comes_back(tmp_path: Path, form: str) -> None:
    """JSONL, CSV and XLSX: what is written is read, lists and accents included, and nothing becomes a formula."""
    rows = [{"id": "é1", "refs": ["a", "b"], "answer": "=1+1", "n": 2}]
    path = tmp_path / f"r.{form}"
    path.write_bytes(write_rows(rows, form))
    (row,) = read_rows(path)
    assert row["id"] == "é1"
    assert row["refs"] in (["a", "b"], '["a", "b"]')
    assert row["answer"] == ("=1+1" if form == "jsonl" else "'=1+1")


def test_pupil_a_row() -> None:
    """Columns by number, id or stem; a kind reads its own cell; a mark typed in from paper stands as it is."""
    quiz = sample_quiz()
    first, second = quiz.questions[:2]
    told = {"nom": "Léa", "Q1": kind_named(first.kind).key_text(first), second.id: "", f"{second.id}:mark": "0,5"}
    rows = marked([told], quiz)
    assert [row["id"] for row in rows] == ["Léa", "Léa"]
    assert [row["question_id"] for row in rows] == [first.id, second.id]
    assert rows[1]["score"] == 0.5


def test_answer_a_row() -> None:
    quiz = sample_quiz()
    question = next(q for q in quiz.questions if q.kind == "true_false")
    rows = marked([{"id": 1, "question_id": question.id, "answer": "Vrai" if question.key else "Faux"}], quiz)
    assert rows[0]["score"] == 1


@pytest.mark.parametrize(
    ("row", "quiz", "said"),
    [
        ({"question": "?"}, False, "Ligne 1 : il manque « reference_answers »"),
        ({**OWN, "mark": "12"}, False, "n'est pas un nombre de 0 à 1"),
        ({**OWN, "key_points": "{}"}, False, "key_points"),
        ({"question_id": "nope", "answer": "x"}, True, "« nope »"),
        ({"nom": "Léa", "couleur": "bleu"}, True, "aucune colonne"),
    ],
)
def test_what_is_wrong_is_located(row: dict[str, Any], quiz: bool, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        marked([row], sample_quiz() if quiz else None)


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", b"{"), ("a.xlsx", b"PK not a book"), ("a.xlsx", b"")])
def test_unreadable_tables(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadError):
        read_rows(path)


def test_windows_csv_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("nom;réponse\r\nLéa;été\r\n".encode("cp1252"))
    assert read_rows(path) == [{"nom": "Léa", "réponse": "été"}]


def test_question_with_a_policy_of_its_own() -> None:
    """Strict for one question only."""
    rules = Rules(questions={"a1": Policy(strict=True)})
    strict, lenient = marked([OWN, {**OWN, "id": "a2"}], rules=rules)
    assert (strict["score"], lenient["score"]) == (0, 1)
