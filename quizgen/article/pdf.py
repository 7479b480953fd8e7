"""PDF: the text of each page by pypdf, without running heads, feet and page numbers, its paragraphs found by gaps."""

import io
import itertools
import re
import struct
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from quizgen.article.checks import MOST_WORDS
from quizgen.article.docx import plausible_author
from quizgen.article.draft import Draft
from quizgen.article.titles import plausible_title
from quizgen.errors import ReadError

_NUMBER = re.compile(r"(?i)^\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|sur|de|of|-)\s*\d{1,4})?\W*$")
#: lines from the top and from the bottom of a page among which running heads and feet are looked for
_EDGE = 3
#: times the size of the text, and characters: what makes a line a title
_LARGE, _LONGEST = 1.25, 160
#: an article of MOST_WORDS words fills far fewer
_MOST_PAGES = 500
#: what pypdf raises on pages that break the format, beside its own errors
_DAMAGE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    RecursionError,
    OSError,
    NotImplementedError,
    struct.error,
    zlib.error,
    OverflowError,
)


def draft(data: bytes, name: str) -> Draft:
    """The text of a PDF and what its metadata plausibly say; raises ReadError, on a page where one is to blame."""
    reader = _open(data, name)
    pages = _pages(reader, name)
    text = "\n".join("\n".join(lines) for lines in without_running_lines(pages))
    if not any(map(str.isalnum, text)):
        raise ReadError(
            "« {name} » ne contient pas de texte ({pages} page(s) d'images) : passez-le par une "
            "reconnaissance de caractères (OCR), ou tapez le texte.",
            name=name,
            pages=len(pages),
        )
    facts = _facts(reader)
    title = declared_title(facts.get("/Title"), text) or large_title(reader.pages[0])
    return Draft(text, title, plausible_author(facts.get("/Author")))


def _open(data: bytes, name: str) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    pages = 0
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        if not locked:
            pages = len(reader.pages)
    except (PyPdfError, DependencyError, *_DAMAGE) as error:
        raise ReadError(
            "« {name} » est un PDF endommagé ou incomplet : téléchargez-le de nouveau, ou copiez et collez le texte.",
            name=name,
        ) from error
    if locked:
        raise ReadError(
            "« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe, ou copiez et "
            "collez le texte.",
            name=name,
        )
    if pages > _MOST_PAGES:
        raise ReadError(
            "« {name} » a {pages} pages, {most} au plus : gardez celles de l'article.",
            name=name,
            pages=pages,
            most=_MOST_PAGES,
        )
    return reader


def _pages(reader: Any, name: str) -> list[list[str]]:
    """The lines of each page; no more pages than a text of MOST_WORDS words can need."""
    from pypdf.errors import PyPdfError

    pages: list[list[str]] = []
    words = 0
    for number in range(len(reader.pages)):
        try:
            text = reader.pages[number].extract_text() or ""
        except (PyPdfError, *_DAMAGE) as error:
            raise ReadError(
                "La page {page} du PDF « {name} » est endommagée : téléchargez-le de nouveau, ou copiez et "
                "collez le texte.",
                page=number + 1,
                name=name,
            ) from error
        words += len(text.split())
        pages.append([line.strip(" \t\xa0") for line in text.splitlines()])
        if words > 2 * MOST_WORDS:
            break
    return pages


def without_running_lines(pages: Sequence[list[str]]) -> list[list[str]]:
    """Pages (lists of lines) less their page numbers and the heads and feet that come back, figures aside."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(lines[place]) for place in _edges(lines)})
    often = {shape for shape, times in seen.items() if times >= max(2, 0.4 * len(pages)) and shape}
    return [_bared(lines, often) for lines in pages]


def _bared(lines: list[str], often: set[str]) -> list[str]:
    drop = {place for place in _edges(lines) if _shape(lines[place]) in often or _NUMBER.match(lines[place])}
    return [line for place, line in enumerate(lines) if place not in drop]


def _edges(lines: list[str]) -> list[int]:
    """Places of the first and the last lines that are not blank."""
    full = [place for place, line in enumerate(lines) if line]
    return sorted({*full[:_EDGE], *full[-_EDGE:]})


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", line)).casefold()


def _facts(reader: Any) -> dict[str, object]:
    from pypdf.errors import PyPdfError

    try:
        return {str(key): str(value) for key, value in (reader.metadata or {}).items()}
    except (PyPdfError, *_DAMAGE):
        return {}  # facts about the text only: the text itself was read


def declared_title(declared: object, text: str) -> str | None:
    """The declared title where the first page says it too: many programs declare a file's name or a template's."""
    title = plausible_title(declared)
    if title is None:
        return None
    said = "".join(filter(str.isalnum, text[:1500].casefold()))
    return title if "".join(filter(str.isalnum, title.casefold())) in said or len(title.split()) >= 4 else None


def large_title(page: Any) -> str | None:
    """The title on a first page: what stands before the text in letters larger than the text's, unless that is long."""
    from pypdf.errors import PyPdfError

    pieces: list[tuple[float, str]] = []

    def note(text: str, at: list[float], line: list[float], font: object, size: float) -> None:
        pieces.append((round(size * abs(line[3] * at[3]), 1), text))

    try:
        page.extract_text(visitor_text=note)
    except (PyPdfError, *_DAMAGE):
        return None  # the text itself was read
    sizes: Counter[float] = Counter()
    for size, text in pieces:
        sizes[size] += len(text.strip())
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    start = itertools.takewhile(lambda piece: piece[0] != usual or not piece[1].strip(), pieces)
    large = " ".join("".join(text for size, text in start if size >= _LARGE * usual).split())
    return plausible_title(large) if 0 < len(large) <= _LONGEST else None
