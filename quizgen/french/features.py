"""What the reading network is told of each word: hashed forms, letters, floret vector, lists of names.

The same for training and reading; a change here wants a new training. White-space tokens are never shown to it.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, ORTH, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quizgen.french.known_names import LISTS, marked
from quizgen.french.language import plain
from quizgen.french.nouns import first_names

#: rows of the hashed tables of NORM, PREFIX, SUFFIX, SHAPE
ROWS = (20_000, 400, 4_000, 1_000)
#: letters of a word that are read: so many from its start, so many from its end
FIRST, LAST = 10, 8
_LETTERS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    "àâäçéèêëîïôöùûüÿÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ'\"-.,;:!?()[]/%&+*=€$°_@#…"
)
_LETTER_IDS = {letter: i + 2 for i, letter in enumerate(_LETTERS)}
LETTER_ROWS = len(_LETTERS) + 2
#: forms whose features are kept at most (some 30 MB)
_KEPT = 50_000
#: a space follows; a first name; part of a listed place, institution, work, person
FLAGS = 2 + len(LISTS)


@dataclass(frozen=True)
class Features:
    """Arrays over the n words of a text: hashed ids (n, 4), letters (n, 18), vectors (n, width), flags (n, 6)."""

    hashed: NDArray[np.int64]
    letters: NDArray[np.int64]
    vectors: NDArray[np.float32]
    flags: NDArray[np.float32]


class Featuriser:
    """Makes `Features` with the vocabulary of a pipeline; what it knows of a form it keeps."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._known: dict[int, tuple[NDArray[np.int64], NDArray[np.float32], bool]] = {}

    def __call__(self, doc: Doc) -> Features:
        """The features of every token of `doc`, which holds no white-space tokens."""
        rows: NDArray[Any] = doc.to_array([ORTH, NORM, PREFIX, SUFFIX, SHAPE, SPACY])  # type: ignore[assignment]
        if len(self._known) > _KEPT:
            self._known = {}
        forms = [self._form(int(orth)) for orth in rows[:, 0]]
        flags = np.zeros((len(doc), FLAGS), dtype=np.float32)
        flags[:, 0] = rows[:, 5]
        flags[:, 1] = [form[2] for form in forms]
        flags[:, 2:] = marked([token.text for token in doc])
        return Features(
            hashed=(rows[:, 1:5] % np.array(ROWS, dtype=np.uint64)).astype(np.int64),
            letters=np.stack([form[0] for form in forms]),
            vectors=np.stack([form[1] for form in forms]),
            flags=flags,
        )

    def _form(self, orth: int) -> tuple[NDArray[np.int64], NDArray[np.float32], bool]:
        form = self._known.get(orth)
        if form is None:
            text = self._vocab.strings[orth]
            vector = self._vocab.vectors.get_batch([self._vocab[orth].norm])[0]
            form = (letters(text), np.asarray(vector, dtype=np.float32), text in first_names())
            self._known[orth] = form
        return form


def letters(text: str) -> NDArray[np.int64]:
    """The letters of `text` as ids, its first ones and its last ones; 0 where there is none, 1 an unknown one."""
    ids = [_LETTER_IDS.get(letter, 1) for letter in plain(text)]
    row = np.zeros(FIRST + LAST, dtype=np.int64)
    row[: min(len(ids), FIRST)] = ids[:FIRST]
    tail = ids[FIRST:][-LAST:]
    if tail:
        row[-len(tail) :] = tail
    return row
