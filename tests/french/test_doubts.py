"""How sure a parse is."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.doubts import DOUBTS, Doubts, doubts_of


@pytest.fixture
def doc() -> Doc:
    """« Le chat dort. », sure of everything but whether « Le » hangs from « chat » (0.8)."""
    words, heads = ["Le", "chat", "dort", "."], [1, 2, 2, 2]
    made = Doc(spacy.blank("fr_quizgen").vocab, words=words, heads=heads, deps=["det", "nsubj", "ROOT", "punct"])
    chances = np.zeros((4, 4))
    for word, head in enumerate(heads):
        chances[word, head] = 1.0
    chances[0] = [0.0, 0.8, 0.2, 0.0]
    doubts = Doubts(4)
    doubts.add(0, chances, np.array([1.0, 0.9, 1.0, 1.0]))
    made.user_data[DOUBTS] = doubts
    return made


def test_an_attachment_counts_head_and_label(doc: Doc) -> None:
    doubts = doubts_of(doc)
    assert doubts is not None
    assert doubts.attachment(doc[1], doc[2]) == pytest.approx(0.9)
    assert doubts.attachment(doc[0], doc[1]) == pytest.approx(0.8)


def test_a_span_is_whole_as_far_as_its_words_stay_inside(doc: Doc) -> None:
    doubts = doubts_of(doc)
    assert doubts is not None
    assert doubts.extent(doc[0:2], doc[1]) == pytest.approx(0.8)
    assert doubts.extent(doc[1:2], doc[1]) == pytest.approx(0.2), "« Le » most likely belongs to it"


def test_white_space_tokens_are_passed_over() -> None:
    words, heads = ["Le", "\u00a0", "chat", "dort"], [2, 0, 3, 3]
    doc = Doc(spacy.blank("fr_quizgen").vocab, words=words, heads=heads, deps=["det", "dep", "nsubj", "ROOT"])
    doubts = Doubts(3)
    doubts.add(0, np.eye(3)[[1, 2, 2]], np.array([1.0, 0.7, 1.0]))
    doubts.spread(np.array([0, 2, 3]))
    assert doubts.attachment(doc[2], doc[3]) == pytest.approx(0.7)
    assert doubts.extent(doc[0:3], doc[2]) == pytest.approx(1.0)
