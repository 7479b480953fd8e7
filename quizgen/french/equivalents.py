"""What may stand for a word when a text is retold (data/equivalents.tsv), and what says the contrary."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from quizgen.french import antonyms
from quizgen.french.sound import folded
from quizgen.french.stemming import roots

_DATA = Path(__file__).with_name("data")
#: words of a phrase that carry nothing by themselves
LIGHT = frozenset(
    "le la les l un une des du de d a au aux en par pour sur dans avec se s qui que ce et ou y son sa ses etre avoir "
    "faire mettre prendre donner tout tous plus chose quelque".split()
)
#: what a phrase is, for comparison: the roots of its words of weight
Phrase = frozenset[str]


@cache
def equivalents(word: str) -> frozenset[Phrase]:
    """The phrases that may stand for a form of `word`, each as the roots of its words of weight."""
    return frozenset(phrase for root in roots(word) for phrase in _table().get(root, ()))


def interchangeable(a: str, b: str) -> bool:
    """Whether the table lets one lemma stand for the other, or a third for both: no stemming, for lemmas of a parse."""
    one, other = _lemmas().get(a.lower(), frozenset()), _lemmas().get(b.lower(), frozenset())
    return b.lower() in one or a.lower() in other or bool(one & other)


@cache
def _lemmas() -> dict[str, frozenset[str]]:
    """Head -> the single words that may stand for it."""
    rows = _rows("equivalents.tsv")
    return {head: frozenset(other for other in others if " " not in other) for head, *others in rows}


@cache
def contraries(word: str) -> frozenset[str]:
    """The roots of the words that say the contrary of a form of `word`."""
    return frozenset(other for root in roots(word) for other in _contraries().get(root, ()))


def _weighty(phrase: str) -> Phrase:
    words = re.findall(r"\w+", phrase)
    kept = [word for word in words if folded(word) not in LIGHT] or words
    return frozenset(min(roots(word), key=len) for word in kept)


@cache
def _table() -> dict[str, frozenset[Phrase]]:
    """Root of a head or of a single word -> phrases: read both ways, but a phrase of several words one way only."""
    found: dict[str, set[Phrase]] = defaultdict(set)
    for head, *others in _rows("equivalents.tsv"):
        own = min(roots(head), key=len) if " " not in head else None
        for other in others:
            phrase = _weighty(other)
            for root in roots(head) if own else ():
                found[root].add(phrase)
            if len(phrase) == 1 and own:
                found[next(iter(phrase))].add(frozenset([own]))
    return {root: frozenset(phrases) for root, phrases in found.items()}


@cache
def _contraries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    sides = [tuple(side.split() for side in row) for row in _rows("directions.tsv")]
    for one, other in [*sides, *(([a], [b]) for a, b in antonyms.pairs())]:
        for a in one:
            for b in other:
                found[min(roots(a), key=len)].add(min(roots(b), key=len))
                found[min(roots(b), key=len)].add(min(roots(a), key=len))
    return {root: frozenset(others) for root, others in found.items()}


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
