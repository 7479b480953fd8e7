"""Wrong answers: of the key's form, not true, not the key under another name."""

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest
from parses import reading_of

from quizgen.askers.distractors import scaled, supply
from quizgen.french import numbers
from quizgen.french.connectives import relations
from quizgen.french.facts import Fact
from quizgen.french.reading import Reading
from quizgen.french.typography import same
from quizgen.french.understand import facts

SEEDS = range(25)
#: relations that a reader could argue for in each other's place
NEAR = {
    frozenset(pair)
    for pair in (
        ("la cause", "la conséquence"),
        ("la cause", "le but"),
        ("la conséquence", "le but"),
        ("l'opposition", "la concession"),
        ("l'illustration", "la reformulation"),
    )
}


def supplied(
    name: str | None, key: object, reading: Reading | None = None, told: tuple[Fact, ...] = (), fact: Fact | None = None
) -> list[tuple[str, ...]]:
    """What the supply gives with each of many seeds."""
    fact = fact or Fact("time", {}, ((0, 1),), 0.9)
    return [supply(name, fact, key, reading or Reading("x", (), ()), told, seed) for seed in SEEDS]


def every(found: Iterable[tuple[str, ...]]) -> set[str]:
    """All wrong answers of all seeds."""
    return {text for texts in found for text in texts}


@pytest.mark.parametrize(
    ("figure", "factor", "expected"),
    [
        ("12", 1.5, "18"),
        ("douze", 1.5, "dix-huit"),
        ("7,2", 1.5, "10,8"),
        ("7,20", 0.5, "3,60"),
        ("3", 1.25, "4"),
        ("2", 0.5, None),
        ("plus de 300", 2, "plus de 600"),
        ("18 000", 0.5, "9 000"),
        ("18\u00a0000", 0.5, "9\u00a0000"),
        ("1\u202f200", 2, "2\u202f000"),
        ("1", 2, None),
        ("0", 2, None),
        ("mairie", 2, None),
        ("600", 2, None),
    ],
)
def test_scaled_figure_keeps_its_form(figure: str, factor: float, expected: str | None) -> None:
    """Letters stay letters, decimals and groups of digits stay; no figure comes out below two or of other length."""
    assert scaled(figure, factor) == expected


@pytest.mark.parametrize("figure", ["14", "quarante", "3,5", "13 000", "2 500", "850", "vingt-trois", "plus de 90"])
def test_figures_are_other_figures_of_the_same_form(figure: str) -> None:
    found = supplied("figures", figure)
    assert all(len(texts) >= 2 for texts in found)
    shape = re.sub(r"[\d ]+", "9", figure) if re.search(r"\d", figure) else None
    for text in every(found):
        assert numbers.value(text) not in (None, numbers.value(figure))
        if shape is not None:
            assert re.sub(r"[\d ]+", "9", text) == shape


def test_figures_of_the_article_are_left_out() -> None:
    """A wrong figure that the text names may be right for something: it is not offered."""
    reading = Reading("Il y a 20 salles, 30 lits et 40 tables.", (), ())
    assert not every(supplied("figures", "20", reading)) & {"30", "40"}


@pytest.mark.parametrize(
    "key",
    [
        "en 2016",
        "en mars 2021",
        "le 4 juin 1998",
        "le 14 juillet",
        "depuis février 2024",
        "au début des années 1990",
        "au mois d'août 2003",
    ],
)
def test_dates_change_year_or_month_only(key: str) -> None:
    """What is left when years and months are masked is the key's own words; a year stays a plausible one."""
    reading = Reading(f"La tour a rouvert {key}.", (), ())
    months = r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

    def masked(text: str) -> str:
        return re.sub(rf"\d{{4}}|\b(?:{months})\b", "*", text)

    found = every(supplied("dates", key, reading))
    assert len(found) >= 2
    assert {masked(text) for text in found} == {masked(key)}
    assert not any(same(text, key) for text in found)
    years = {int(year) for text in found for year in re.findall(r"\d{4}", text)}
    assert all(abs(year - int(known)) <= 40 for year in years for known in re.findall(r"\d{4}", key))
    assert not any(re.search(r"\bd['’][^aoAO]|\bde [ao]", text) for text in found)


@pytest.mark.parametrize("key", ["mardi", "au matin", "pendant trois heures", "l'an dernier"])
def test_no_dates_for_what_has_no_date(key: str) -> None:
    assert every(supplied("dates", key)) == set()


def test_no_date_of_the_article_and_none_far_in_the_future() -> None:
    reading = Reading("Le pont date de 2016 ; il a rouvert en 2018 et fermé en 2019.", (), ())
    found = every(supplied("dates", "en 2016", reading))
    assert not found & {"en 2018", "en 2019"}
    assert max(int(text[-4:]) for text in found) <= 2021


@pytest.mark.parametrize("relation", relations())
def test_relations_are_known_and_not_near(relation: str) -> None:
    """Three other relations at most, each a known one; cause and consequence never stand side by side."""
    found = supplied("relations", relation)
    assert all(2 <= len(texts) <= 3 for texts in found)
    assert every(found) <= set(relations()) - {relation}
    assert not {frozenset({relation, other}) for other in every(found)} & NEAR


PEOPLE = (
    "Nadia Ferrand a fondé le club de voile. Un marin a prêté son bateau. Paul Kerdoncuff a réparé le mât. "
    "La ministre Odile Sarrazin a remis la coupe. Ferrand a gagné la course. Louis Lambert a dirigé le port."
)


def test_people_are_others_of_the_article() -> None:
    """Names that act elsewhere in the text; never the key under a shorter name, nor two names of one person."""
    reading = reading_of(PEOPLE)
    told = facts(reading)
    fact = next(each for each in told if each.kind == "subject" and each.slots["answer"].text == "Nadia Ferrand")
    found = supplied("people", "Nadia Ferrand", reading, told, fact)
    assert {"Paul Kerdoncuff", "Louis Lambert"} <= every(found)
    assert not every(found) & {"Nadia Ferrand", "Ferrand"}
    assert all(a != b for texts in found for a, b in pairwise(sorted(texts)))


@pytest.mark.parametrize("key", ["le capitaine du port", "la ministre", "son frère"])
def test_nobody_stands_beside_a_definite_description(key: str) -> None:
    """« le capitaine » may be anybody named: no wrong answer is sure."""
    reading = reading_of(PEOPLE)
    told = facts(reading)
    assert every(supplied("people", key, reading, told)) == set()


@pytest.mark.parametrize(("name", "key"), [(None, "Nadia"), ("people", True), ("figures", ("a", "b"))])
def test_no_supply_no_wrong_answers(name: str | None, key: object) -> None:
    assert every(supplied(name, key)) == set()


def test_seed_decides() -> None:
    assert supplied("figures", "40") == supplied("figures", "40")
    assert len(set(supplied("figures", "40"))) > 1
