"""How sure a parse is: for every sentence, the chance that each word hangs from each other."""

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

DOUBTS = "quizgen_doubts"


class Doubts:
    """The chances of one document's attachments; words are counted without white-space tokens.

    `place` maps a token's index to its word, once white space has been put back between words.
    """

    def __init__(self, words: int) -> None:
        """For a document of so many words; `add` fills in its sentences."""
        self._labels = np.ones(words, dtype=np.float32)
        self._first = np.zeros(words, dtype=np.int64)
        self._chances: dict[int, NDArray[np.floating]] = {}
        self._light: dict[int, NDArray[np.bool_]] = {}
        self._place: NDArray[np.int64] | None = None

    def add(
        self,
        first: int,
        chances: NDArray[np.floating],
        labels: NDArray[np.floating],
        light: NDArray[np.bool_] | None = None,
    ) -> None:
        """Keep a sentence from word `first` on: chances (n, n) of dependent by head, and of each chosen label (n,).

        `light` marks punctuation, which bounds no phrase.
        """
        self._chances[first] = chances
        self._light[first] = np.zeros(len(labels), dtype=bool) if light is None else light
        self._first[first : first + len(labels)] = first
        self._labels[first : first + len(labels)] = labels

    def spread(self, place: NDArray[np.int64]) -> None:
        """Say at which token each word stands, now that white space has been put back."""
        self._place = place

    def attachment(self, token: Token, head: Token) -> float:
        """The chance that `token` hangs from `head` under the label it has."""
        return self.arc(token, head) * float(self._labels[self._word(token.i)])

    def arc(self, token: Token, head: Token) -> float:
        """The chance that `token` hangs from `head` under whatever label."""
        word, other = self._word(token.i), self._word(head.i)
        first = int(self._first[word])
        chances = self._chances[first]
        return float(chances[word - first, other - first]) if 0 <= other - first < len(chances) else 0.0

    def extent(self, span: Span, head: Token) -> float:
        """The chance that `span` is the whole of what hangs from `head`: all inside, nothing from outside."""
        words = sorted({self._word(token.i) for token in span if not token.is_space})
        if not words:
            return 0.0
        first = int(self._first[words[0]])
        chances = self._chances[first]
        inside = np.zeros(len(chances), dtype=bool)
        inside[[word - first for word in words if 0 <= word - first < len(chances)]] = True
        into = chances[:, inside].sum(1)
        own = self._word(head.i) - first
        bound = ~self._light[first]
        others = inside & bound
        if 0 <= own < len(chances):
            others[own] = False
        stays, strays = into[others], into[~inside & bound]
        return float(np.prod(np.clip(stays, 0, 1)) * np.prod(np.clip(1 - strays, 0, 1)))

    def _word(self, token: int) -> int:
        if self._place is None:
            return token
        return min(int(np.searchsorted(self._place, token)), len(self._place) - 1)


def doubts_of(doc: Doc) -> Doubts | None:
    """The doubts kept with `doc`; None where another pipeline parsed it."""
    return doc.user_data.get(DOUBTS)


def chance(token: Token, head: Token) -> float:
    """The chance that `token` hangs from `head`; 0.9 where the parse tells no chances."""
    doubts = doubts_of(token.doc)
    return doubts.arc(token, head) if doubts is not None else 0.9
