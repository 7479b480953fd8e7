"""Figures and years by comparison: which round figure, on which side, and what is left alone."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.askers.comparisons import LEAST, compared, figure_compared, year_compared

SEEDS = range(20)


def pairs(text: str) -> set[tuple[str, str] | None]:
    """What comes of the figure of `text` with many seeds: (true, false)."""
    return {figure_compared(text, random.Random(seed)) for seed in SEEDS}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Le refuge abrite douze chiens",
            {
                ("Le refuge abrite plus de dix chiens", "Le refuge abrite moins de dix chiens"),
                ("Le refuge abrite moins de quinze chiens", "Le refuge abrite plus de quinze chiens"),
            },
        ),
        (
            "Le refuge abrite plus de 40 chiens",
            {("Le refuge abrite plus de 30 chiens", "Le refuge abrite moins de 30 chiens")},
        ),
        (
            "Trente chiens ont été adoptés",
            {
                ("Plus de vingt-cinq chiens ont été adoptés", "Moins de vingt-cinq chiens ont été adoptés"),
                ("Moins de quarante chiens ont été adoptés", "Plus de quarante chiens ont été adoptés"),
            },
        ),
        (
            "Le taux a atteint 7,5 % au printemps",
            {
                ("Le taux a atteint plus de 6 % au printemps", "Le taux a atteint moins de 6 % au printemps"),
                ("Le taux a atteint moins de 10 % au printemps", "Le taux a atteint plus de 10 % au printemps"),
            },
        ),
    ],
    ids=["in letters", "more than", "at the head", "percentage"],
)
def test_figure_against_a_round_one(text: str, wanted: set[tuple[str, str]]) -> None:
    """What the text itself hedges is compared on the side that stays true; the figure keeps its form."""
    assert pairs(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Le refuge abrite au moins 40 chiens",
        "Le refuge abrite moins de 40 chiens",
        "Le refuge abrite près de 1 200 chiens",
        "Le refuge abrite environ 40 chiens",
        "Le refuge abrite quelque 40 chiens",
        "Le refuge abrite presque 40 chiens",
        "Le refuge abrite exactement 40 chiens",
        "Il reste seulement 40 chiens",
        "Il reste à peine 40 chiens",
        "Seuls 40 chiens restent",
        "Le refuge abrite les douze chiens du cirque",
        "Le refuge a nourri ses douze chiens",
        "Le refuge de 40 places a brûlé",
        "Le refuge abrite jusqu'à 40 chiens",
        "Le refuge compte 40 chiens de plus",
        "Le refuge compte 40 chiens de moins que Lyon",
        "Le refuge a répété quarante fois la consigne",
        "Le refuge ouvre 8 heures par jour",
        "Le refuge a brûlé le 12 mars",
        "L'article 12 du règlement a changé",
        "Le refuge a gagné la 12e place au concours",
        "Le refuge compte 40 chiens et 12 chats",
        "Entre 30 et 40 chiens ont fui",
        "Le refuge comptait 1998 chiens",
        "Le refuge abrite deux chiens",
        "Le taux a atteint 0,5 % au printemps",
        "Le refuge abrite des chiens",
    ],
)
def test_figure_left_alone(text: str) -> None:
    """Hedged otherwise, of a determined group, of a name, an hour or a date, with another figure, or too small."""
    assert pairs(text) == {None}


@given(st.integers(3, 999_999), st.integers(0, 99))
def test_true_is_true_and_false_is_false(amount: int, seed: int) -> None:
    """Whatever the figure, and clear of it by a good margin; the two say the contrary of one another."""
    told = figure_compared(f"Le refuge a reçu {amount} croquettes", random.Random(seed))
    if told is None:
        assert amount < LEAST / 0.92 or 1000 <= amount <= 2099 or amount >= 700_000
        return
    (side, figure), (other, same) = (re.findall(r"(plus|moins) de ([\d\s]+)", text)[0] for text in told)
    bound = int(re.sub(r"\s", "", figure))
    assert same == figure
    assert {side, other} == {"plus", "moins"}
    assert amount * 0.92 >= bound if side == "plus" else amount * 1.08 <= bound
    assert bound >= LEAST


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le refuge a ouvert en 1998", ("Le refuge a ouvert avant 2000", "Le refuge a ouvert après 2000")),
        ("En 1998, le refuge a ouvert", ("Avant 2000, le refuge a ouvert", "Après 2000, le refuge a ouvert")),
        ("En mars 2014, le refuge a ouvert", ("Avant 2020, le refuge a ouvert", "Après 2020, le refuge a ouvert")),
        ("Le refuge a ouvert en 2010", ("Le refuge a ouvert avant 2020", "Le refuge a ouvert après 2020")),
        ("Le refuge a ouvert en 2023", ("Le refuge a ouvert après 2020", "Le refuge a ouvert avant 2020")),
        ("Le refuge a ouvert en 2020", ("Le refuge a ouvert après 2010", "Le refuge a ouvert avant 2010")),
        ("Le refuge a ouvert en 1999 puis en 2004", None),
        ("Le refuge a ouvert en 1998 et fermé avant 2005", None),
        ("Le refuge a ouvert le 3 mars 1998", None),
        ("Le refuge a ouvert au printemps", None),
    ],
)
def test_year_against_a_round_one(text: str, wanted: tuple[str, str] | None) -> None:
    """The round year is clear of the text's own; two years, or a day, are left alone."""
    assert year_compared(text, (1950, 2024)) == wanted


@pytest.mark.parametrize(
    ("years", "wanted"),
    [
        ((2000, 2024), ("Le refuge a ouvert avant 2020", "Le refuge a ouvert après 2020")),
        ((2000, 2019), ("Le refuge a ouvert après 2010", "Le refuge a ouvert avant 2010")),
        ((2014, 2019), None),
        ((2014, 2014), None),
    ],
    ids=["later", "earlier", "none between", "only year"],
)
def test_round_year_lies_between_those_of_the_article(years: tuple[int, int], wanted: tuple[str, str] | None) -> None:
    """A round year that the article's own first and last leave no doubt about would tell the answer."""
    assert year_compared("Le refuge a ouvert en 2014", years) == wanted


@given(st.lists(st.integers(1000, 2024), min_size=3, max_size=3))
def test_year_is_two_years_clear_of_the_round_one(years: list[int]) -> None:
    """And the round one is between the first and the last of the article."""
    first, year, last = sorted(years)
    told = year_compared(f"Le refuge a ouvert en {year}", (first, last))
    if told is None:
        before, after = (year - 2) // 10 * 10, (year // 10 + 1) * 10
        assert before < first
        assert after > last or after - year < 2
        return
    (side, bound), (other, same) = (re.findall(r"(avant|après) (\d+)", text)[0] for text in told)
    assert bound == same
    assert {side, other} == {"avant", "après"}
    assert year + 2 <= int(bound) if side == "avant" else year - 2 >= int(bound)
    assert first <= int(bound) <= last


def test_only_a_year_of_the_verb_is_moved() -> None:
    """The figure of a statement is compared whatever its year belongs to."""
    text = "Le refuge a reçu 40 chiens en 1998"
    moved, still = (list(compared(text, (1950, 2024), dated, random.Random(0))) for dated in (True, False))
    assert [verdict for _, verdict in moved] == [True, False, True, False]
    assert moved[:2] == still
    assert all("1998" not in told for told, _ in moved[2:])
    assert all("1998" in told for told, _ in still)
