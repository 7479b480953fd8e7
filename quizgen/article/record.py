"""The article as everything downstream sees it: repaired text, and the numbered lines that all media print."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

#: characters in a line at most: fits A4 at 11 pt with a gutter for the numbers, so that Word never wraps a line
MEASURE = 80


def break_lines(text: str, measure: int = MEASURE) -> tuple[tuple[int, int], ...]:
    """Half-open offsets of the lines of `text`, at most `measure` characters each unless one word is longer.

    Lines break at ordinary spaces only (never at a no-break space) and at every newline; blank lines are not lines.
    """
    return tuple(span for start, end in _stretches(text) for span in _fill(text, start, end, measure))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in text.split("\n"):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece) + 1


def _fill(text: str, start: int, end: int, measure: int) -> Iterator[tuple[int, int]]:
    while end - start > measure:
        space = text.rfind(" ", start, start + measure + 1)
        if space <= start:
            space = text.find(" ", start + measure, end)
        if space < 0:
            break
        yield start, space
        start = space + 1
    yield start, end


@dataclass(frozen=True)
class Article:
    """A French article; offsets are code points into `text`, half-open; a blank line parts paragraphs."""

    title: str | None
    author: str | None
    source: str | None
    date: str | None
    text: str
    lines: tuple[tuple[int, int], ...]

    @classmethod
    def of(
        cls,
        text: str,
        *,
        title: str | None = None,
        author: str | None = None,
        source: str | None = None,
        date: str | None = None,
        measure: int = MEASURE,
    ) -> "Article":
        """An article whose lines are broken here; `text` is repaired already."""
        return cls(title, author, source, date, text, break_lines(text, measure))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of the paragraphs, white space around them left out."""
        spans, start = [], 0
        for piece in self.text.split("\n\n"):
            body = piece.strip()
            if body:
                first = start + piece.index(body[0])
                spans.append((first, first + len(body)))
            start += len(piece) + 2
        return tuple(spans)

    def line_at(self, offset: int) -> int:
        """The number, from 1, of the line that holds the character at `offset`."""
        return max(1, bisect.bisect_right([start for start, _ in self.lines], offset))

    @property
    def words(self) -> int:
        """How many words, counted as runs between white space."""
        return len(self.text.split())

    def to_json(self) -> dict[str, Any]:
        """The contract's JSON object."""
        return {
            "title": self.title,
            "author": self.author,
            "source": self.source,
            "date": self.date,
            "text": self.text,
            "lines": [list(span) for span in self.lines],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Article":
        """Back from `to_json`; raises KeyError, TypeError or ValueError where the shape is not ours."""
        lines = tuple((int(start), int(end)) for start, end in data["lines"])
        return cls(data["title"], data["author"], data["source"], data["date"], data["text"], lines)
