"""Reading CoNLL-U: sentences of surface tokens, multiword tokens unfolded into their words."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NO_FEATURES = "_"


@dataclass(frozen=True)
class Word:
    """One syntactic word of a treebank; `head` is the 1-based id of its governor, 0 for the root."""

    id: int
    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str


@dataclass(frozen=True)
class Surface:
    """One token as a reader sees it: « du » is one surface token of two words."""

    form: str
    words: tuple[Word, ...]
    space_after: bool


def read_sentences(path: Path) -> Iterator[list[Surface]]:
    """Yield the sentences of an xz-packed CoNLL-U file, empty nodes left out."""
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _surfaces(rows)
                rows = []
    if rows:
        yield _surfaces(rows)


def _surfaces(rows: list[list[str]]) -> list[Surface]:
    words = {int(row[0]): _word(row) for row in rows if row[0].isdigit()}
    surfaces, covered = [], 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if "." in row[0] or int(first) <= covered:
            continue
        covered = int(last or first)
        parts = tuple(words[i] for i in range(int(first), covered + 1))
        surfaces.append(Surface(row[1], parts, "SpaceAfter=No" not in row[9]))
    return surfaces


def _word(row: list[str]) -> Word:
    feats = {} if row[5] == _NO_FEATURES else dict(pair.split("=", 1) for pair in row[5].split("|"))
    return Word(int(row[0]), row[1], row[2], row[3], feats, int(row[6]), row[7])
