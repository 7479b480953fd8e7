"""The article as the page prints it: numbered lines, each cut where the evidence of a question begins or ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.article.record import Article
from quizgen.quiz import Question


@dataclass(frozen=True)
class Piece:
    """A stretch of a line, and the numbers (from 1) of the questions that it proves."""

    text: str
    proves: tuple[int, ...]


@dataclass(frozen=True)
class Line:
    """A line of the article with its number, from 1."""

    number: int
    pieces: tuple[Piece, ...]


def paragraphs(article: Article, questions: Sequence[Question]) -> list[list[Line]]:
    """The lines of `article`, exactly as it breaks them, a list for each paragraph."""
    spans = [(e.start, e.end, number) for number, question in enumerate(questions, 1) for e in question.evidence]
    found: list[list[Line]] = []
    last = None
    for number, (start, end) in enumerate(article.lines, 1):
        if last is None or "\n\n" in article.text[last:start]:
            found.append([])
        found[-1].append(Line(number, _pieces(article.text, start, end, spans)))
        last = end
    return found


def _pieces(text: str, start: int, end: int, spans: list[tuple[int, int, int]]) -> tuple[Piece, ...]:
    edges = {edge for first, last, _ in spans for edge in (first, last) if start < edge < end}
    cuts = sorted({start, end, *edges})
    return tuple(
        Piece(text[a:b], tuple(sorted({n for first, last, n in spans if first <= a and b <= last})))
        for a, b in pairwise(cuts)
    )


def gaps(text: str) -> list[tuple[str, int | None]]:
    """A text with gaps [[1]], [[2]] … as (text before, number of the gap); the last has no gap after it."""
    parts = re.split(r"\[\[(\d+)\]\]", text)
    numbers = [int(part) for part in parts[1::2]]
    return list(zip(parts[::2], [*numbers, None], strict=True))
