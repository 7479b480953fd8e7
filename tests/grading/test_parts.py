"""Partial credit: ticks, orders, spans, quotations."""

import pytest

from quizgen.grading import passages
from quizgen.grading.partial import ordered, overlap, ticked
from quizgen.grading.policy import Policy
from quizgen.grading.selected import place_of, places_of, truth_of

SENTENCE = "Le 3 mars, la mairie de Nantes a ouvert une bibliothèque de huit salles."


@pytest.mark.parametrize(
    ("given", "penalty", "score"),
    [
        ((1, 3), 0.5, 1),
        ((1,), 0.5, 0.5),
        ((1, 3, 0), 0.5, 0.75),
        ((1, 3, 0), 0, 1),
        ((0, 2), 1, 0),
        ((0, 1, 2, 3), 1, 0),
    ],
)
def test_ticks_less_the_penalty(given: tuple[int, ...], penalty: float, score: float) -> None:
    """Two of four are right; to tick all is worth nothing where a wrong tick costs a right one."""
    assert ticked(given, (1, 3), penalty) == score


@pytest.mark.parametrize(
    ("given", "score"),
    [((0, 1, 2, 3), 1), ((1, 0, 2, 3), 2 / 3), ((3, 0, 1, 2), 2 / 3), ((3, 2, 1, 0), 0), ((0,), 0.25), ((), 0)],
)
def test_order_by_places_kept_or_by_the_longest_run(given: tuple[int, ...], score: float) -> None:
    """One item out of place costs one step, not all that follows."""
    assert ordered(given, (0, 1, 2, 3)) == pytest.approx(score)


def test_overlap_of_spans() -> None:
    assert overlap((0, 10), (5, 10)) == (1, 2)
    assert overlap((0, 7), (5, 10)) == (0.4, 1.4)
    assert overlap((0, 5), (5, 10))[0] == 0


@pytest.mark.parametrize(
    ("given", "score"), [((0, 9), 1), ((0, 72), 1), ((3, 9), 0.5), ((20, 40), 0), ((0, 200), 0.5)],
    ids=["the span", "its sentence", "cut", "beside", "the whole page"],
)  # fmt: skip
def test_selection(given: tuple[int, int], score: float) -> None:
    """Any span that covers the key within its sentence; a page selected is not a passage found."""
    assert passages.selected(given, [(0, 9)], [(0, 72)]) == score


@pytest.mark.parametrize(
    ("raw", "score"),
    [
        ("le 3 mars", 1),
        (SENTENCE, 1),
        ("« Le 3 mars »", 1),
        ("3 mars", 1),
        ("mars", 0.5),
        ("une bibliothèque", 0),
        ("en mars 1990", 0),
    ],
)
def test_quotation(raw: str, score: float) -> None:
    assert passages.copied(raw, ["Le 3 mars"], [SENTENCE], Policy()) == score


def test_misspelt_quotation_passes_by_the_policy() -> None:
    text = "la mairi de Nante a ouver une bibliotèque"
    wanted = ["la mairie de Nantes a ouvert une bibliothèque"]
    assert passages.copied(text, wanted, [SENTENCE], Policy(tolerance=60)) == 1
    assert passages.copied(text, wanted, [SENTENCE], Policy(tolerance=0)) < 1


@pytest.mark.parametrize(
    ("raw", "place"),
    [(1, 1), ("B", 1), ("b.", 1), ("Un éditeur", 1), ("1", 1), (7, None), ("Z", None), (True, None), (None, None)],
)
def test_option_by_index_letter_or_words(raw: object, place: int | None) -> None:
    assert place_of(raw, ("Un libraire", "Un éditeur", "La mairie")) == place


def test_several_options() -> None:
    assert places_of("A, C", ("x", "y", "z")) == (0, 2)
    assert places_of([2, 2], ("x", "y", "z")) == (2,)
    assert places_of("A, Q", ("x", "y", "z")) is None


@pytest.mark.parametrize(
    ("raw", "truth"), [("Vrai", True), ("F", False), (True, True), ("non", False), ("bof", None), ([], None)]
)
def test_verdict(raw: object, truth: bool | None) -> None:
    assert truth_of(raw) is truth
