"""Opposites that hold in nearly every use: « gratuit », « payant » (data/antonyms.tsv)."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "antonyms.tsv"


def antonym(lemma: str, pos: str) -> str | None:
    """The opposite of a word, by lemma and UD part of speech; None where the table has no sure one."""
    return _opposites().get((lemma.lower(), pos))


def pairs() -> list[tuple[str, str]]:
    """Every pair of the table."""
    rows = [line.split("\t") for line in _DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(word, opposite) for _, word, opposite in filter(lambda row: len(row) == 3, rows)]


@cache
def _opposites() -> dict[tuple[str, str], str]:
    """The table, read both ways."""
    found: dict[tuple[str, str], str] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pos, word, opposite = line.split("\t")
            found[word, pos] = opposite
            found[opposite, pos] = word
    return found
