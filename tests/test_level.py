"""The level of a text: where its measures stand, and what is said of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import reading_of
from samples import EASY, HARD

from quizgen.french.measures import Measures
from quizgen.level import TEXT_LEVELS, level_of, named, placed, signs_of

RARE = ("magot", "enfouir", "liège", "bac")
MIDDLE = Measures(400, 14.2, 0.12, RARE, {"imparfait": 9, "conditionnel": 2}, 40, 0.4, 70)
RISING, FALLING = (8, 12, 16.5, 23), (90, 78, 66, 52)


def test_every_measure_gives_its_reason() -> None:
    """In French, with its figure, its level and examples."""
    reasons = " / ".join(sign.why for sign in signs_of(MIDDLE))
    for words in (
        "Phrases de 14,2 mots",
        "12\u00a0% de mots rares, par exemple «\u00a0magot\u00a0», «\u00a0enfouir\u00a0», «\u00a0liège\u00a0»",
        "imparfait, conditionnel",
        "0,4 subordonnée par phrase",
        "Lisibilité de Kandel et Moles\u00a0: 70 sur 100",
    ):
        assert words in reasons
    assert {named(sign.place) for sign in signs_of(MIDDLE)} == {"B1"}


def test_without_rare_words_and_past_tenses() -> None:
    reasons = [sign.why for sign in signs_of(replace(MIDDLE, rare=0, rarest=(), tenses={}))]
    assert "0\u00a0% de mots rares" in reasons
    assert "Au présent et au passé composé seulement" in reasons


def test_a_tense_met_once_in_a_long_text_does_not_count() -> None:
    """In a short one it does."""
    once = {"imparfait": 9, "passé simple": 1}
    long, short = (signs_of(replace(MIDDLE, tenses=once, verbs=verbs))[2] for verbs in (40, 12))
    assert named(long.place) == "A2"
    assert named(short.place) == "B2"


@pytest.mark.parametrize("steps", [RISING, FALLING])
@given(values=st.tuples(st.floats(-50, 500), st.floats(-50, 500)))
def test_places_follow_the_values(steps: tuple[float, ...], values: tuple[float, float]) -> None:
    """From 0 to 5, and the harder never below the easier."""
    easier, harder = sorted(values, reverse=steps is FALLING)
    assert 0 <= placed(easier, steps) <= placed(harder, steps) <= 5


@pytest.mark.parametrize("steps", [RISING, FALLING])
def test_a_level_begins_at_its_step(steps: tuple[float, ...]) -> None:
    assert [placed(step, steps) for step in steps] == [1, 2, 3, 4]
    assert [named(place) for place in (0, 0.99, 1, 2.5, 3, 4, 5)] == ["A1", "A1", "A2", "B1", "B2", "C1+", "C1+"]


def test_level_of_easy_and_hard_texts() -> None:
    """The texts of the measures' own tests; both are too short to be sure of."""
    levels = [level_of(reading_of(text)) for text in (EASY, HARD)]
    assert [level["cefr"] for level in levels if level] == [TEXT_LEVELS[0], TEXT_LEVELS[-1]]
    for level in levels:
        assert level is not None
        assert len(level["why"]) == 6
        assert "peu sûr" in level["why"][-1]
        assert all(reason.endswith(".") for reason in level["why"])


def test_nothing_to_measure() -> None:
    assert level_of(reading_of("Un titre sans point")) is None
