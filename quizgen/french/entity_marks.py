"""Entities as marks on words: B, I, E of a label around several words, S on one, O outside."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.strings import StringStore

Floats = NDArray[np.float64]
_BEGIN, _INSIDE, _OUTSIDE = 3, 1, 2  # spaCy's codes for ENT_IOB
_FAR = -1e9


def best_marks(scores: NDArray[np.float32]) -> list[int]:
    """The best sequence of mark numbers that is well formed (Viterbi); mark 0 is O, then B, I, E, S of each label."""
    step, opening, closing = _costs(scores.shape[1])
    total = scores[0] + opening
    back = []
    for row in scores[1:]:
        joined = total[:, None] + step
        back.append(joined.argmax(0))
        total = joined.max(0) + row
    total = total + closing
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def codes(mark: str, strings: StringStore) -> tuple[int, int]:
    """spaCy's ENT_IOB and ENT_TYPE for a mark."""
    place, _, label = mark.partition("-")
    if place == "O":
        return _OUTSIDE, 0
    return (_BEGIN if place in "BS" else _INSIDE), strings.add(label)


@cache
def _costs(marks: int) -> tuple[Floats, Floats, Floats]:
    """What it costs that one mark follows another (marks, marks), that one is the first, the last (marks,)."""
    follows = [[_may_follow(a, b) for b in range(marks)] for a in range(marks)]
    ends = ([_opens(mark) for mark in range(marks)], [_closes(mark) for mark in range(marks)])
    step, opening, closing = (np.where(allowed, 0.0, _FAR) for allowed in (follows, *ends))
    return step, opening, closing


def _may_follow(a: int, b: int) -> bool:
    return (_closes(a) and _opens(b)) or (not _closes(a) and not _opens(b) and _label(a) == _label(b))


def _opens(mark: int) -> bool:
    return mark == 0 or (mark - 1) % 4 in (0, 3)


def _closes(mark: int) -> bool:
    return mark == 0 or (mark - 1) % 4 in (2, 3)


def _label(mark: int) -> int:
    return (mark - 1) // 4
