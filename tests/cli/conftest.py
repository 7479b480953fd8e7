"""Fixtures of the command line: no model, a folder and a language of its own for every test."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from stand_ins import Run, fake_quiz, plain

from quizgen import cli, settings


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No model and no reading: a source stands for its own name; every test in a folder and a language of its own."""
    make = ModuleType("quizgen.make")
    make.make_quiz = fake_quiz  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quizgen.make", make)
    monkeypatch.setattr("quizgen.article.read", str)
    monkeypatch.setattr("quizgen.article.read_bytes", lambda data, name: data.decode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUIZGEN_LANG", raising=False)
    settings.settings.cache_clear()
    yield
    settings.settings.cache_clear()


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command line: its exit code, what it printed (bytes) and what it said on stderr (lines)."""
    def run(*arguments: str) -> SimpleNamespace:
        code = cli.run(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return SimpleNamespace(code=code, out=out, err=plain(err).splitlines())

    return run
