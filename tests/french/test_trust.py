"""One number a fact."""

import numpy as np
import pytest
from parses import sentence_of

from quizgen.french.clauses import clauses
from quizgen.french.doubts import DOUBTS, Doubts


def subject_confidence(text: str, doubtful: str | None = None, chance: float = 0.1) -> float:
    """The confidence of the subject of a recorded sentence, all attachments sure but that of one word."""
    span = sentence_of(text).span
    doc = span.doc
    doubts, chances = Doubts(len(doc)), np.zeros((len(doc), len(doc)))
    for token in doc:
        sure = chance if token.text == doubtful else 0.999
        chances[token.i, token.head.i] = sure
        chances[token.i, (token.head.i + 1) % len(doc)] += 1 - sure
    doubts.add(0, chances, np.full(len(doc), 0.999))
    doc.user_data[DOUBTS] = doubts
    role = next(clauses(span)).role("subject")
    assert role is not None
    return role.confidence


def test_a_sure_parse_gives_a_sure_subject() -> None:
    assert subject_confidence("Le maire a signé l'accord.") > 0.9


@pytest.mark.parametrize("word", ["maire", "Le"])
def test_a_doubtful_attachment_makes_the_subject_doubtful(word: str) -> None:
    sure = subject_confidence("Le maire a signé l'accord.")
    assert subject_confidence("Le maire a signé l'accord.", word) < sure - 0.04


def test_without_chances_the_construction_speaks() -> None:
    role = next(clauses(sentence_of("Le maire a signé l'accord.").span)).role("subject")
    assert role is not None
    assert role.confidence == pytest.approx(0.96)
