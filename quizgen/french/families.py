"""Words of one family: « divulguer », « divulgation » (data/families.tsv)."""

from collections import defaultdict
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "families.tsv"
_COLUMNS = ("VERB", "NOUN", "ADJ")

Word = tuple[str, str]


def family(lemma: str, pos: str) -> tuple[Word, ...]:
    """The relatives of a word as (lemma, UD part of speech), the surest first; none if the table has not the word."""
    return _relatives().get((lemma.lower(), pos), ())


@cache
def _relatives() -> dict[Word, tuple[Word, ...]]:
    """Every word of the table with the other words of its lines, each once."""
    found: dict[Word, dict[Word, None]] = defaultdict(dict)
    for members in rows():
        for word in members:
            found[word].update((other, None) for other in members if other != word)
    return {word: tuple(others) for word, others in found.items()}


def rows() -> list[list[Word]]:
    """The lines of the table, a family each, as words with their parts of speech."""
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return [
        [
            (word, pos)
            for pos, cell in zip(_COLUMNS, line.split("\t"), strict=True)
            for word in cell.split(", ")
            if word != "-"
        ]
        for line in lines
        if line and not line.startswith("#")
    ]
