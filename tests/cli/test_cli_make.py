"""`quizgen make` and `demo`: what is written where, and with which exit code."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from samples import sample_quiz
from stand_ins import EMPTY, MISSING, SHORT, Run, written

from quizgen import settings
from quizgen.cli import batch
from quizgen.quiz import Quiz

TESTS = Path(__file__).resolve().parent.parent


def test_make_writes_word_and_json_into_exports(run: Run) -> None:
    done = run("make", "un.txt")
    assert (done.code, done.err) == (0, [])
    assert sorted(done.out.decode().split()) == sorted(f"exports/{name}" for name in written(Path("exports")))
    assert {Path(name).suffix for name in written(Path("exports"))} == {".docx", ".json"}


def test_options_reach_the_quiz(run: Run) -> None:
    kind = next(iter(sample_quiz().questions)).kind
    options = ["-n", "4", "--kinds", f" {kind} ", "--seed", "7", "--points", "10", "-f", "json"]
    assert run("make", "un.txt", *options).code == 0
    quiz = json.loads(Path("exports/un.json").read_text(encoding="utf-8"))
    assert quiz["seed"] == 7
    assert set(quiz["settings"]) == {"count", "kinds", "level", "profile", "register", "asker", "points_total"}
    assert (quiz["settings"]["count"], quiz["settings"]["kinds"], quiz["settings"]["points_total"]) == (4, [kind], 10)


def test_wishes_reach_the_quiz(run: Run) -> None:
    options = ["--level", "A2", "--profile", "dnb", "--register", "courant", "--skills", "locate=3, infer=1"]
    assert run("make", "un.txt", *options, "-f", "json").code == 0
    quiz = json.loads(Path("exports/un.json").read_text(encoding="utf-8"))
    wishes = {name: quiz["settings"][name] for name in ("level", "profile", "register", "skills")}
    assert wishes == {"level": "A2", "profile": "dnb", "register": "courant", "skills": {"locate": 3, "infer": 1}}


def test_another_balance_than_asked_for_is_said(run: Run) -> None:
    """What was asked for and could be had is not."""
    done = run("make", "un.txt", "--skills", "infer=50", "-f", "json")
    assert done.code == 0
    assert len(done.err) == 1
    assert done.err[0].startswith("un.txt : Compétences : ")


def test_standard_output_holds_the_json_alone(run: Run) -> None:
    done = run("make", "un.txt", "-f", "json", "-o", "-")
    assert (done.code, done.err) == (0, [])
    assert Quiz.from_json(json.loads(done.out)).questions == sample_quiz().questions
    assert not Path("exports").exists()


def test_standard_output_stays_pure_where_questions_are_missing(run: Run) -> None:
    done = run("make", SHORT, "-f", "json", "-o", "-")
    assert done.code == 3
    assert json.loads(done.out)["shortfall"]["given"] == 4
    assert done.err == [f"{SHORT} : 4 questions sur 10 demandées. Le texte est trop court."]


def test_one_file_by_its_ending(run: Run) -> None:
    assert run("make", "un.txt", "-o", "fiches/trois.json").code == 0
    assert written(Path("fiches")) == ["trois.json"]


def test_an_existing_folder_named_like_a_file_is_a_folder(run: Run) -> None:
    Path("mes.json").mkdir()
    assert run("make", "un.txt", "-f", "json", "-o", "mes.json").code == 0
    assert written(Path("mes.json")) == ["un.json"]


def test_pasted_text_is_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Un texte collé.".encode())))
    assert run("make", "-", "-f", "json").code == 0
    assert len(written(Path("exports"))) == 1


def test_sources_of_one_name_do_not_overwrite_each_other(run: Run) -> None:
    assert run("make", "a/un.txt", "b/un.txt", "c/UN.txt", "-f", "json").code == 0
    assert written(Path("exports")) == ["UN-3.json", "un-2.json", "un.json"]


def test_a_failing_source_is_named_and_stops_no_other(run: Run) -> None:
    done = run("make", "un.txt", MISSING, "deux.txt", "-f", "json")
    assert done.code == 3
    assert written(Path("exports")) == ["deux.json", "un.json"]
    assert done.err == [f"Le fichier « {MISSING} » est introuvable : vérifiez son nom."]


def test_a_folder_stands_for_its_articles(run: Run) -> None:
    Path("articles").mkdir()
    for name in ("deux.md", "un.txt", ".caché.txt", "~$un.docx", "notes.xlsx"):
        Path("articles", name).write_text("", encoding="utf-8")
    done = run("make", "articles", "-f", "json")
    assert (done.code, done.err) == (0, [])
    assert done.out.decode().split() == ["exports/deux.json", "exports/un.json"]


def test_a_folder_without_articles_is_named(run: Run) -> None:
    Path("vide").mkdir()
    done = run("make", "vide")
    assert done.code == 1
    assert len(done.err) == 1
    assert "« vide »" in done.err[0]
    assert ".docx" in done.err[0]


@pytest.mark.model
def test_many_articles_are_shared_out_and_come_back_in_order(tmp_path: Path) -> None:
    """Made by several processes, each quiz is that of its article alone; the unreadable one stops no other."""
    sample = (settings.templates_folder() / "samples" / "article.txt").read_text(encoding="utf-8")
    names = [f"a{number}" for number in range(batch.MANY)]
    for name in names:
        (tmp_path / f"{name}.txt").write_text("Trop court." if name == "a3" else sample, encoding="utf-8")
    made = [sys.executable, "-c", "from quizgen.cli import main; main()", "make", "-n", "4", "-f", "json"]
    together = subprocess.run([*made, ".", "-o", "x"], cwd=tmp_path, capture_output=True, text=True, check=False)
    alone = subprocess.run([*made, "a0.txt", "-o", "-"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert together.returncode == 3
    assert together.stdout.split() == [f"x/{name}.json" for name in names if name != "a3"]
    assert "a3.txt" in together.stderr
    assert len({(tmp_path / path).read_text(encoding="utf-8") for path in together.stdout.split()}) == 1
    assert (tmp_path / "x" / "a5.json").read_text(encoding="utf-8") == alone.stdout


def test_a_progress_bar_on_the_terminal_leaves_standard_output_alone(tmp_path: Path) -> None:
    terminal, screen = os.openpty()
    script = ("import sys, stand_ins, quizgen.article, types; from quizgen import cli\n"
              "quizgen.article.read = str\n"
              "sys.modules['quizgen.make'] = types.SimpleNamespace(make_quiz=stand_ins.fake_quiz)\n"
              "sys.exit(cli.run(['make', 'un.txt', 'missing.txt', 'deux.txt', '-f', 'json']))")
    path = os.pathsep.join(map(str, (TESTS, TESTS / "cli", TESTS.parent)))
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=screen, cwd=tmp_path,
                          env=os.environ | {"PYTHONPATH": path})
    os.close(screen)
    seen = os.read(terminal, 100_000).decode()
    assert done.returncode == 3
    assert done.stdout.decode().split() == ["exports/un.json", "exports/deux.json"]
    assert "%" in seen
    assert "introuvable" in seen


@pytest.mark.parametrize(("sources", "code"), [
    ([MISSING], 1), ([MISSING, MISSING], 1), ([EMPTY], 1), ([SHORT], 3), ([SHORT, SHORT], 3), ([EMPTY, "un.txt"], 3)])
def test_exit_codes(run: Run, sources: list[str], code: int) -> None:
    done = run("make", *sources)
    assert done.code == code
    assert len(done.err) == sum(source != "un.txt" for source in sources)


def test_a_quiz_without_questions_is_not_written(run: Run) -> None:
    assert run("make", EMPTY).code == 1
    assert written(Path("exports")) == []


def test_an_output_that_cannot_be_written(run: Run) -> None:
    Path("fichier").write_text("", encoding="utf-8")
    done = run("make", "un.txt", "-o", "fichier", "-f", "json")
    assert done.code == 1
    assert len(done.err) == 1


def test_demo_writes_the_worksheet_and_says_where(run: Run) -> None:
    done = run("demo", "-o", "ici")
    assert done.code == 0
    assert {Path(name).suffix for name in written(Path("ici"))} == {".docx", ".json"}
    assert any("ici" in line for line in done.err)


def test_the_sample_article_is_life_size() -> None:
    text = (settings.templates_folder() / "samples" / "article.txt").read_text(encoding="utf-8")
    assert 380 <= len(text.split()) <= 460
    assert "’" in text
    assert "'" not in text
