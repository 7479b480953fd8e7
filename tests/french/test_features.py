"""What the reading network is told of each word."""

import numpy as np
import spacy

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.features import FIRST, LAST, ROWS, Featuriser, letters


def featuriser() -> tuple[spacy.language.Language, Featuriser]:
    """A blank pipeline with small vectors, and its featuriser."""
    nlp = spacy.blank("fr_quizgen")
    nlp.vocab.vectors = spacy.vectors.Vectors(strings=nlp.vocab.strings, shape=(4, 5))
    return nlp, Featuriser(nlp.vocab)


def test_letters_of_a_short_word_stand_at_its_start() -> None:
    row = letters("chat")
    assert np.count_nonzero(row) == 4
    assert row[4:].sum() == 0


def test_a_long_word_keeps_its_start_and_its_end() -> None:
    long, longer = letters("anticonstitutionnellement"), letters("anticonstitutionxxnellement")
    assert len(long) == FIRST + LAST
    assert long.tolist() == longer.tolist()


def test_typographic_signs_are_folded() -> None:
    assert letters("l’").tolist() == letters("l'").tolist()
    nlp, features = featuriser()
    assert features(nlp("l’œuvre")).hashed.tolist() == features(nlp("l'oeuvre")).hashed.tolist()


def test_arrays_have_a_row_a_word() -> None:
    nlp, features = featuriser()
    made = features(nlp("Jeanne dort."))
    assert made.hashed.shape == (3, len(ROWS))
    assert (made.hashed < np.array(ROWS)).all()
    assert made.vectors.shape == (3, 5)
    assert made.flags[:, 0].tolist() == [1, 0, 0], "a space follows the first word only"
    assert made.flags[0, 1] == 1, "« Jeanne » is a first name"
