"""Whether every text gets its quiz: as many questions as asked for, of many kinds and skills, proven word for word.

Run: python benchmarks/coverage.py [--count 10]; prints a Markdown table of the development texts (where ../shared is
absent, of benchmarks/texts.jsonl) and exits 1 when a line is broken: an exception, fewer questions than the text can
bear, fewer than four kinds or three skills in a quiz of ten, evidence that is not verbatim or on another line, or a
second making that differs from the first.
"""

import argparse
import itertools
import json
import lzma
import random
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.article import Article, read_text
from quizgen.make import make_quiz
from quizgen.quiz import Quiz, Wanted

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
FRESH = HERE / "texts.jsonl"
#: in a quiz of ten or more (rubric.md); smaller ones owe none
KINDS, SKILLS, OWING = 4, 3, 10
#: the rubric's measure of a short text
FULL_WORDS, WORDS_PER_QUESTION = 300, 30
#: development texts in a sample: one a genre
DEVELOPMENT = 5


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fresh_texts() -> list[dict[str, Any]]:
    """The texts of benchmarks/texts.jsonl; those that are a passage of ../shared are cut from there, or left out."""
    found = []
    for row in rows(FRESH):
        passage = row.get("passage")
        source = SHARED / "data" / passage["file"] if passage else None
        if source is None:
            found.append(row)
        elif source.exists():
            with lzma.open(source, "rt", encoding="utf-8") as lines:
                cut = itertools.islice(lines, passage["first"], passage["first"] + passage["count"])
                found.append({**row, "text": "\n\n".join(line.strip() for line in cut)})
    return found


def development() -> list[dict[str, Any]]:
    """The development texts, the article on Sora last; none where ../shared is absent."""
    data = SHARED / "data"
    if not (data / "texts.jsonl").exists():
        return []
    sora = {"id": "sora", "genre": "news", "title": None, "text": (data / "sora.txt").read_text(encoding="utf-8")}
    return [*rows(data / "texts.jsonl"), sora]


def spread(texts: list[dict[str, Any]], count: int, rng: random.Random) -> list[dict[str, Any]]:
    """`count` of `texts`, drawn so that no genre has a second one before every genre has a first."""
    drawn = rng.sample(texts, len(texts))
    genres = [row["genre"] for row in drawn]
    rank = {row["id"]: genres[:i].count(row["genre"]) for i, row in enumerate(drawn)}
    return sorted(drawn, key=lambda row: rank[row["id"]])[:count]


def drawn(chosen: list[str], excluded: list[str], fresh: int, rng: random.Random) -> list[dict[str, Any]]:
    """The texts `chosen`, or else five development texts, one a genre, and `fresh` of ours; never an excluded one."""
    known = {row["id"]: row | {"fresh": new} for new, found in ((False, development()), (True, fresh_texts()))
             for row in found}
    unknown = [name for name in chosen + excluded if name not in known]
    if unknown:
        sys.exit(f"No such text: {', '.join(unknown)}. There are: {', '.join(known)}.")
    able = [row for name, row in known.items() if name not in excluded]
    if chosen:
        return [row for row in able if row["id"] in chosen]
    return [*spread([row for row in able if not row["fresh"] and row["id"] != "sora"], DEVELOPMENT, rng),
            *spread([row for row in able if row["fresh"]], fresh, rng)]


@dataclass(frozen=True)
class Text:
    """A text with its quiz: its row in short, the article read from it, the quiz made of that."""

    id: str
    genre: str
    article: Article
    quiz: Quiz
    fresh: bool = False


def quizzed(row: dict[str, Any], wanted: Wanted) -> Text:
    """The text with its quiz."""
    article = read_text(row["text"], title=row["title"])
    return Text(row["id"], row["genre"], article, make_quiz(article, wanted), row.get("fresh", False))


def due(article: Article, count: int) -> int:
    """How many questions of `count` an article owes, by the rubric: all from 300 words on, below one per 30 words."""
    return count if article.words >= FULL_WORDS else min(count, article.words // WORDS_PER_QUESTION)


def table(head: str, body: Iterable[Iterable[Any]]) -> str:
    """A Markdown table; `head` is its columns parted by « | »."""
    lines = [head, " | ".join("---" for _ in head.split("|")), *(" | ".join(map(str, row)) for row in body)]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


@dataclass(frozen=True)
class Line:
    """A line of the table: what a text got, and what is broken in it."""

    text: str
    asked: int = 0
    given: int = 0
    kinds: int = 0
    skills: int = 0
    broken: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str | int, ...]:
        """As a row of the table."""
        return self.text, f"{self.given}/{self.asked}", self.kinds, self.skills, "; ".join(self.broken) or "whole"


def covered(row: dict[str, Any], wanted: Wanted) -> Line:
    """Makes the quiz of a text twice and looks at it; an exception is what the line says."""
    try:
        text = quizzed(row, wanted)
        same = as_json(text.quiz) == as_json(quizzed(row, wanted).quiz)
    except Exception as error:
        return Line(row["id"], broken=(f"{type(error).__name__}: {error}",))
    quiz = text.quiz
    asked, given = due(text.article, wanted.count), len(quiz.questions)
    kinds, skills = ({getattr(q, name) for q in quiz.questions} for name in ("kind", "skill"))
    poor = asked >= OWING and (len(kinds) < KINDS or len(skills) < SKILLS)
    found = {f"{asked - given} missing": given < asked, "few kinds or skills": poor,
             "evidence not verbatim": not verbatim(quiz), "two makings differ": not same}
    return Line(row["id"], asked, given, len(kinds), len(skills), tuple(name for name, holds in found.items() if holds))


def as_json(quiz: Quiz) -> str:
    """The quiz as it would be written."""
    return json.dumps(quiz.to_json(), ensure_ascii=False)


def verbatim(quiz: Quiz) -> bool:
    """Whether every question has evidence, each standing in the article where it says, in words and in line."""
    article = quiz.article
    return all(q.evidence for q in quiz.questions) and all(
        article.text[e.start:e.end] == e.text != "" and article.line_at(e.start) == e.line
        for q in quiz.questions + quiz.pool for e in q.evidence)


def main() -> None:
    """Prints the table; exit 1 when a line is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10, help="questions a quiz")
    wanted = Wanted(count=parser.parse_args().count)
    texts = development()
    if not texts:
        print(f"{SHARED} is not here: using {FRESH.relative_to(HERE.parent)}", file=sys.stderr)
    lines = [covered(row, wanted) for row in texts or fresh_texts()]
    print(table("text | questions | kinds | skills | state", (line.cells for line in lines)))
    given, asked = sum(line.given for line in lines), sum(line.asked for line in lines)
    broken = sum(bool(line.broken) for line in lines)
    print(f"{given} of {asked} questions; {broken} of {len(lines)} lines broken")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
