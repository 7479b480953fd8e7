"""Entities as marks on words."""

import numpy as np
import spacy

from quizgen.french.entity_marks import best_marks, codes

OUT, B_LOC, I_LOC, E_LOC, S_LOC, B_PER, I_PER, E_PER, S_PER = range(9)


def scores(*likely: int) -> np.ndarray:
    """Scores of 9 marks in which one mark a word is the likeliest."""
    rows = np.full((len(likely), 9), -5.0, dtype=np.float32)
    for row, mark in enumerate(likely):
        rows[row, mark] = 0.0
    return rows


def test_well_formed_marks_stay() -> None:
    assert best_marks(scores(OUT, B_PER, E_PER, S_LOC)) == [OUT, B_PER, E_PER, S_LOC]


def test_an_end_without_a_beginning_is_mended() -> None:
    wanted = scores(OUT, E_PER, OUT)
    wanted[1, S_PER] = -1.0
    assert best_marks(wanted) == [OUT, S_PER, OUT]


def test_an_entity_has_one_label() -> None:
    wanted = scores(B_PER, E_LOC)
    wanted[1, E_PER] = -1.0
    assert best_marks(wanted) == [B_PER, E_PER]


def test_codes_are_those_of_spacy() -> None:
    strings = spacy.blank("xx").vocab.strings
    assert codes("O", strings) == (2, 0)
    assert codes("S-PER", strings) == (3, strings["PER"])
    assert codes("E-PER", strings) == (1, strings["PER"])
