"""Acronyms and the names they stand for: « la Confédération des ouvriers du verre (COV) »."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Span

from quizgen.french.name_words import plain, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

ACRONYM = re.compile(r"[A-ZÀ-Ý][A-Za-zÀ-ÿ&]{1,8}")
#: words of an expansion at most
LONGEST = 14


def initials(text: str) -> str:
    """The initials of the words of a name, small joining words left out, in capitals: « COV »."""
    parts = re.split(r"[\s\-]+", re.sub(r"['’]", "' ", text))
    return "".join(part[0].upper() for part in parts if part and plain(part) not in words("function", "particles"))


def stands_for(short: str, long: str) -> bool:
    """Whether `short` is written as an acronym and has the initials of `long`."""
    return (
        ACRONYM.fullmatch(short) is not None
        and len(long.split()) > 1
        and _bare(short.upper()) in (_bare(initials(long)), _bare(_all_initials(long)))
        and (short.isupper() or len(short) > 2)
    )


def _all_initials(text: str) -> str:
    return "".join(word[0].upper() for word in re.split(r"[\s'’\-]+", text) if word)


def _bare(text: str) -> str:
    return text.translate(str.maketrans("ÀÂÉÈÊÎÔÙÇ", "AAEEEIOUC"))


def expansions(doc: "Doc") -> Iterator[Span]:
    """Both sides of a bracket that holds the initials of the capitalised words before it."""
    for token in doc[:-2]:
        inside = doc[token.i + 1]
        if token.text != "(" or doc[token.i + 2].text != ")" or not ACRONYM.fullmatch(inside.text):
            continue
        for start in range(token.i - 2, max(-1, token.i - LONGEST), -1):
            if doc[start].text[:1].isupper() and stands_for(inside.text, doc[start : token.i].text):
                yield Span(doc, start, token.i, label="ORG")
                yield Span(doc, inside.i, inside.i + 1, label="ORG")
                break
