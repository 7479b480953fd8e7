"""What an answer must say: key points as teachers write them, taken apart into what may satisfy each.

« le mois : mai », « l'eau (chaude) », « il dort mieux / il mange mieux », « un premier exemple parmi : a, b, c », « un
deuxième exemple de la même liste ».
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grading.terms import Term, terms
from quizgen.grading.tidy import spelt_out, tidy

_LABEL = re.compile(r"^[^:«]{2,40}?\s*:\s+")
_OR = re.compile(r"\s+/\s+|\s+OU\s+|\s+ou bien\s+|\s*;\s+")
_LIST = re.compile(r"\b(?:parmi|liste|au choix|par exemple|juste)\b", re.IGNORECASE)
_RANK = re.compile(r"\b(?:premi|deuxi|second|troisi|quatri|autre)\w*", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_COMMAS = re.compile(r"\s*(?:,|;|/|\bOU\b|\bou\b)\s+")
_ITEMS = re.compile(r"\s*(?:,|;|\bOU\b)\s+")
_ETC = re.compile(r"^(?:etc\.?|…|\.\.\.)$")


@dataclass(frozen=True)
class Point:
    """A key point: its share of the mark, the phrases each of which satisfies it, others that do so less surely.

    `rank` is 0, or which one of several examples of a list it asks for: each example may count once.
    """

    weight: float
    alternatives: tuple[str, ...]
    asides: tuple[str, ...] = ()
    rank: int = 0


@lru_cache(maxsize=2048)
def said(text: str) -> tuple[Term, ...]:
    """The terms of a phrase of the key or of an answer."""
    return terms(spelt_out(tidy(text)))


def points_of(stated: tuple[tuple[str, float], ...], references: tuple[str, ...]) -> tuple[Point, ...]:
    """The points as stated, or one for the whole of each reference where none is."""
    if not stated:
        return (Point(1.0, references),)
    lists = [_listed(text) for text, _ in stated]
    shared = next((found for found in lists if len(found) > 1), ())
    points, rank = [], 0
    for (text, share), found in zip(stated, lists, strict=True):
        if shared and _RANK.search(text) and _LIST.search(text):
            rank += 1
            points.append(Point(share, found if len(found) > 1 else shared, (), rank))
        else:
            points.append(_single(text, share))
    return tuple(points)


def _listed(text: str) -> tuple[str, ...]:
    """« un premier exemple parmi : a, b, c » → a, b, c; nothing where no list is given."""
    if not _LIST.search(text) or not _RANK.search(text):
        return ()
    inside = _BRACKETS.search(text)
    body = text.split(":", 1)[1] if ":" in text else inside[1] if inside else ""
    items = [part.strip() for part in _ITEMS.split(body) if part.strip() and not _ETC.match(part.strip())]
    return tuple(each for item in items for each in _alternatives(item))


def _single(text: str, share: float) -> Point:
    body = _LABEL.sub("", text, count=1)
    asides = tuple(part.strip() for inside in _BRACKETS.findall(body) for part in _COMMAS.split(inside) if part.strip())
    bare = _BRACKETS.sub(" ", body)
    return Point(share, _alternatives(bare) or (body,), asides)


def _alternatives(text: str) -> tuple[str, ...]:
    """« l'eau / la roche chauffe » → « l'eau chauffe », « la roche chauffe »; whole phrases as they are."""
    parts = [part.strip() for part in _OR.split(text) if part.strip()]
    for place, part in enumerate(parts[:-1]):
        after = parts[place + 1].split()
        if len(said(part)) <= 1 and len(said(parts[place + 1])) >= 3:
            parts[place] = " ".join([part, *after[len(part.split()) :]])
    return tuple(parts)
