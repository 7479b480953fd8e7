"""Names that every reader knows: the lists in data/, and where a text says one of them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from quizgen.french.language import plain

#: type of name -> its list, in the order of the columns of `marked`
LISTS = {"place": "places.txt", "institution": "institutions.txt", "name": "works.txt", "person": "people.txt"}
_WORD = re.compile(r"[^\s']+'?")


@cache
def listed(kind: str) -> frozenset[str]:
    """The names of one type, as `plain` writes them."""
    text = (files("quizgen.french") / "data" / LISTS[kind]).read_text(encoding="utf-8")
    names = (name.strip() for line in text.splitlines() if line[:1] != "#" for name in line.split(";"))
    return frozenset(plain(name) for name in names if name)


def is_listed(name: str, kind: str) -> bool:
    """Whether `name`, as the text writes it, is one of the listed ones."""
    return plain(name) in listed(kind)


def marked(texts: Sequence[str]) -> NDArray[np.float32]:
    """(n words, 4): 1 where a word is part of a listed place, institution, work or person; the longest name wins."""
    words = [plain(text) for text in texts]
    columns = np.zeros((len(words), len(LISTS)), dtype=np.float32)
    table, at = _by_first_word(), 0
    while at < len(words):
        for name, kinds in table.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name:
                columns[at : at + len(name), kinds] = 1
                at += len(name) - 1
                break
        at += 1
    return columns


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], list[int]]]]:
    """First word -> the names that begin with it, the longest first, each with the columns of its types."""
    kinds: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for column, kind in enumerate(LISTS):
        for name in listed(kind):
            kinds[tuple(_WORD.findall(name))].append(column)
    table: dict[str, list[tuple[tuple[str, ...], list[int]]]] = defaultdict(list)
    for words in sorted(kinds, key=len, reverse=True):
        table[words[0]].append((words, kinds[words]))
    return dict(table)
