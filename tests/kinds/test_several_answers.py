"""Kinds whose key has several parts to tick or to number: how they shuffle them, show them and print them."""

import pytest

from quizgen.kinds import kind_named
from quizgen.sheet import Choices, Order
from tests.kinds.test_kinds import STEPS, TICKS, block, composed

NUMBERED = "(1) Le maçon arrive~; (2) Le mur monte~; (3) Le toit se pose~; (4) La porte s'ouvre."


@pytest.mark.parametrize("seed", range(12))
def test_right_options_stay_right_wherever_they_go(seed: int) -> None:
    """The key names them in the order shown; the seed alone decides it."""
    made = composed("multiple_answers", TICKS, seed=seed)
    assert made is not None
    assert sorted(made.choices) == ["Un café", "Un jus", "Un lait", "Un thé"]
    assert {made.choices[place] for place in made.key} == {"Un café", "Un thé"}
    assert list(made.key) == sorted(made.key)
    assert composed("multiple_answers", TICKS, seed=seed) == made


def test_seed_moves_the_right_options() -> None:
    made = [composed("multiple_answers", TICKS, seed=seed) for seed in range(60)]
    assert len({each.key for each in made if each}) == 6


def test_several_boxes_may_be_ticked() -> None:
    """The sheet says so, and its block too."""
    made = composed("multiple_answers", (*TICKS, ("une eau", True)))
    assert made is not None
    shown = block(made, Choices)
    assert (shown.options, shown.key, shown.multiple) == (made.choices, made.key, True)
    kind = kind_named("multiple_answers")
    prompt = kind.sheet(made)[0]
    assert "Plusieurs réponses" in prompt.instruction
    assert set(kind.key_text(made).split("\u00a0; ")) == {"Un café", "Un thé", "Une eau"}


@pytest.mark.parametrize("seed", range(24))
def test_items_never_stand_in_their_right_order(seed: int) -> None:
    made = composed("ordering", STEPS, seed=seed)
    assert made is not None
    assert list(made.key) != sorted(made.key)
    assert [made.choices[place].lower() for place in made.key] == list(STEPS)
    assert composed("ordering", STEPS, seed=seed) == made


def test_seed_moves_the_items() -> None:
    assert len({made.choices for seed in range(40) if (made := composed("ordering", STEPS, seed=seed))}) > 12


def test_ranks_are_printed_as_the_boxes_hold_them() -> None:
    """Read from top to bottom, the ranks put the items shown in order."""
    made = composed("ordering", STEPS, seed=3)
    assert made is not None
    items, ranks = kind_named("ordering").key_text(made).split(" Dans les cases, de haut en bas\u00a0: ")
    assert items == NUMBERED.replace("~", "\u00a0")
    told = [int(rank) for rank in ranks.rstrip(".").split(", ")]
    by_rank = dict(zip(told, made.choices, strict=True))
    assert [by_rank[rank].lower() for rank in (1, 2, 3, 4)] == list(STEPS)


def test_sheet_of_an_ordering_says_how_far_to_count() -> None:
    made = composed("ordering", (*STEPS, "la fête commence"))
    assert made is not None
    prompt = kind_named("ordering").sheet(made)[0]
    assert prompt.instruction == "Numérotez de 1 (le premier) à 5 (le dernier)."
    assert block(made, Order) == Order(made.choices, made.key)
