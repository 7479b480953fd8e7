"""What stands in for reading and making: a source is its own name, and its name says what goes wrong with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from samples import sample_quiz

from quizgen.errors import ReadError
from quizgen.quiz import Quiz, Shortfall, Wanted

BROKEN, MISSING, SHORT, EMPTY = "broken.txt", "missing.txt", "short.txt", "empty.txt"
Run = Callable[..., SimpleNamespace]


def fake_quiz(source: str, wanted: Wanted) -> Quiz:
    """The quiz that the stand-in makes of a source, or the fault that its name asks for."""
    name = Path(source).name
    if name == BROKEN:
        raise LookupError("a fault of ours")
    if name == MISSING:
        raise ReadError("Le fichier « {path} » est introuvable : vérifiez son nom.", path=source)
    quiz = replace(sample_quiz(), wanted=wanted)
    if name == EMPTY:
        return replace(quiz, questions=(), shortfall=Shortfall(10, 0, "Le texte est trop court."))
    return replace(quiz, shortfall=Shortfall(10, 4, "Le texte est trop court.")) if name == SHORT else quiz


def plain(said: bytes) -> str:
    """What was said, its no-break spaces made ordinary."""
    return said.decode().replace("\u00a0", " ").replace("\u202f", " ")


def written(folder: Path) -> list[str]:
    """The names of the files in `folder`."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
