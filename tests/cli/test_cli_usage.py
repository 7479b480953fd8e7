"""The command line as a whole: listings, server, help, languages, and how it says that something is wrong."""

import errno
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from stand_ins import BROKEN, Run, plain

from quizgen import cli

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("arguments", "said"), [
    (["make"], "SOURCE"), (["make", "un.txt", "--nimporte"], "--nimporte"), (["nimporte"], "Commande inconnue"),
    (["make", "un.txt", "-n", "dix"], "'-n'"), (["make", "un.txt", "-n", "0"], "'-n'"),
    (["make", "un.txt", "-n"], "-n"), (["make", "un.txt", "--profile", "bac"], "« bac »"),
    (["make", "un.txt", "--profile", "delf", "--kinds", "short_answer"], "changez de profil"),
    (["make", "un.txt", "--level", "B3"], "« B3 »"), (["make", "un.txt", "--register", "familier"], "« familier »"),
    (["make", "un.txt", "--skills", "lire=4"], "« lire »"), (["make", "un.txt", "--skills", "locate"], "locate=4"),
    (["make", "un.txt", "--skills", "locate=-1"], "« locate=-1 »"), (["make", "un.txt", "--skills", "infer=0"], "zéro"),
    (["make", "un.txt", "--points", "10.3"], "demi-points"),
    (["make", "un.txt", "--kinds", "rébus"], "« rébus »"), (["make", "un.txt", "-f", "papyrus"], "« papyrus »"),
    (["make", "un.txt", "-o", "-"], "-o -"), (["make", "un.txt", "-f", "docx", "-o", "-"], "« docx »"),
    (["make", "un.txt", "deux.txt", "-f", "json", "-o", "-"], "-o -"),
    (["make", "un.txt", "deux.txt", "-o", "x.json"], "-o x.json")])
def test_a_wrong_command_line_is_one_line_and_writes_nothing(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out, len(done.err)) == (2, b"", 1)
    assert said in done.err[0]
    assert not Path("exports").exists()


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    shown = done.out.decode() + "".join(done.err)
    assert done.code == 2
    assert all(name in shown for name in ("make", "demo", "serve"))


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["quizgen", "make", BROKEN])
    with pytest.raises(SystemExit) as end:
        cli.main()
    said = capsys.readouterr().err
    assert end.value.code == 1
    assert said.count("\n") == 1
    assert "a fault of ours" in said


def test_interruption(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(source: str) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizgen.article.read", interrupt)
    assert run("make", "un.txt").code == 130


def test_a_wrong_setting_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_LANG", "klingon")
    done = run("kinds")
    assert done.code == 2
    assert len(done.err) == 1
    assert "QUIZGEN_LANG" in done.err[0]


@pytest.mark.parametrize("listing", ["kinds", "formats"])
def test_listings(run: Run, listing: str) -> None:
    rows = json.loads(run(listing, "--json").out)
    table = plain(run(listing).out)
    assert rows
    assert all(row["name"] in table and row["description"] for row in rows)


def test_templates_are_listed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    one = SimpleNamespace(name="demo", way="citation", skill="locate", kinds=("true_false",),
                          description="Essai [sic].")
    monkeypatch.setattr("quizgen.askers.templates.all_templates", lambda: [one])
    assert json.loads(run("templates", "--json").out) == [vars(one) | {"kinds": ["true_false"]}]
    assert "[sic]" in run("templates").out.decode()


def stand_in_server(monkeypatch: pytest.MonkeyPatch, serve: Callable[[str, int], None]) -> None:
    """Puts `serve` in the place of the web application's."""
    web = ModuleType("quizgen.web")
    web.serve = serve  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quizgen.web", web)
    monkeypatch.setattr("quizgen.web", web, raising=False)


def test_serve_passes_on_host_and_port(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, int]] = []
    stand_in_server(monkeypatch, lambda host, port: calls.append((host, port)))
    assert run("serve").code == run("serve", "--host", "::1", "--port", "8080").code == 0
    assert calls == [("127.0.0.1", 8000), ("::1", 8080)]


def test_a_taken_port_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(host: str, port: int) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    stand_in_server(monkeypatch, taken)
    done = run("serve", "--port", "8123")
    assert done.code == 1
    assert done.err == ["Le port 8123 est déjà pris : choisissez-en un autre avec --port 8124."]


def test_help_is_in_the_language_of_the_translator(capsys: pytest.CaptureFixture[str]) -> None:
    parser = cli.build(lambda sentence: f"«{sentence[:12]}»")
    parser.main(["make", "--help"], prog_name="quizgen", standalone_mode=False)
    shown = capsys.readouterr().out
    assert "«Nombre de qu»" in shown
    assert "«Affiche cett»" in shown
    assert "Show this message" not in shown


def test_version(run: Run) -> None:
    assert run("--version").out.startswith(b"quizgen 0.")


def test_help_takes_less_than_half_a_second_of_work() -> None:
    """User and system time of the whole process, best of three: what a loaded machine does not change much."""
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", "from quizgen.cli import main; main()", "--help"], check=True,
                       capture_output=True, cwd=ROOT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.5
