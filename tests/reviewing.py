"""Questions on the texts of tests/genres, and those that somebody has read and found right (reviewed.toml).

    python -m tests.reviewing

prints, as TOML, what is asked today and was not reviewed: read each beside its text, mend what is wrong, and copy what
is right into tests/genres/reviewed.toml.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quizgen.article import read_text
from quizgen.kinds import kind_named
from quizgen.make import make_quiz
from quizgen.quiz import Quiz

GENRES = Path(__file__).resolve().parent / "genres"
REVIEWED = GENRES / "reviewed.toml"
TEXTS = sorted(path.name for path in GENRES.iterdir() if path.suffix in (".txt", ".md"))


def quiz_of(name: str) -> Quiz:
    """The quiz of a text of tests/genres, as anybody gets it."""
    return make_quiz(read_text((GENRES / name).read_text(encoding="utf-8")))


def asked(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Stem and key, in words, of every question of the quiz and of its pool."""
    for question in (*quiz.questions, *quiz.pool):
        yield question.stem, kind_named(question.kind).key_text(question)


def reviewed() -> dict[str, set[tuple[str, str]]]:
    """Text -> the (stem, key) pairs found right."""
    found = tomllib.loads(REVIEWED.read_text(encoding="utf-8"))
    return {name: {(stem, key) for stem, key in pairs} for name, pairs in found.items()}


def main() -> None:
    """Print what is new."""
    known = reviewed() if REVIEWED.exists() else {}
    for name in TEXTS:
        new = [pair for pair in dict.fromkeys(asked(quiz_of(name))) if pair not in known.get(name, set())]
        if new:
            print(f'"{name}" = [')
            for pair in new:
                print(f"  {json.dumps(pair, ensure_ascii=False)},")
            print("]")


if __name__ == "__main__":
    main()
