"""A level leans the choice, a balance of skills fills its seats, and neither leaves a quiz short."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_choose import LONG, chosen, copying, question

from quizgen.choose import choose
from quizgen.errors import SettingsError
from quizgen.kinds import kind_named
from quizgen.quiz import LEVELS, SKILLS, Question, Wanted
from quizgen.wishes import DEMANDS, check, counts, demand, seats, wanted_skills


def of_skill(first: int, skill: str, size: int = 10, **fields: Any) -> list[Question]:
    """`size` questions of one skill, each of a way of its own, by turns of two kinds."""
    ranks = range(first, first + size)
    return [(copying if rank % 2 else question)(rank, skill=skill, way=f"w{rank}", **fields) for rank in ranks]


def mixed() -> list[Question]:
    """Twenty easy and twenty hard questions, all as sure."""
    return of_skill(0, "locate", 20) + of_skill(20, "infer", 20)


def mean(questions: tuple[Question, ...]) -> float:
    """The mean demand."""
    return sum(map(demand, questions)) / len(questions)


def test_every_skill_has_a_demand() -> None:
    assert set(DEMANDS) == set(SKILLS)
    assert min(DEMANDS, key=DEMANDS.__getitem__) == "locate"
    assert max(DEMANDS, key=DEMANDS.__getitem__) == "infer"


def test_demand_grows_from_ticking_to_writing() -> None:
    """Choosing, copying, a few words, sentences; then the length of what is asked and answered."""
    ticked = question(0, kind="true_false", key=True, skill="locate")
    copied = question(0, kind="find_in_text", key="phrase", skill="locate")
    told = question(0, key="Une phrase.", skill="locate")
    wrote = replace(kind_named("open_answer").samples()[0], skill="locate")
    long = question(0, key="Une phrase.", stem="Que dit " + "le texte " * 20 + "?", skill="locate")
    demands = [demand(each) for each in (ticked, copied, told, wrote)]
    assert demands == sorted(set(demands))
    assert demand(told) < demand(long)
    for kind in ("expression", "matching"):
        assert all(0 <= demand(sample) <= 1 for sample in kind_named(kind).samples())


def test_a_level_leans_the_choice() -> None:
    """The higher the level, the more is asked; B1 is neutral, and every quiz is full."""
    quizzes = [chosen(mixed(), level=level) for level in LEVELS]
    demands = [mean(quiz.questions) for quiz in quizzes]
    assert all(len(quiz.questions) == 10 for quiz in quizzes)
    assert demands == sorted(demands)
    assert demands[0] < demands[2] < demands[-1]
    assert quizzes[2].questions == chosen(mixed()).questions


def test_a_level_is_no_filter() -> None:
    """Where only hard questions can be asked, they are asked at A1."""
    assert len(chosen(of_skill(0, "infer", 20), level="A1").questions) == 10


def test_a_profile_has_its_level_unless_another_is_given() -> None:
    """The DELF's own level is neutral; C1 is not."""
    judged = [
        question(rank, kind="true_false", key=rank % 2 == 0, way=f"w{rank}", skill="infer" if rank > 19 else "locate")
        for rank in range(40)
    ]
    own, high = (chosen(judged, profile="delf", skills=(), level=level) for level in (None, "C1"))
    assert mean(own.questions) <= mean(high.questions)


@pytest.mark.parametrize("wanted", [{"locate": 4, "understand": 4, "vocabulary": 2}, {"vocabulary": 6, "infer": 4}])
def test_skills_get_their_seats(wanted: dict[str, int]) -> None:
    """However sure the others are, each skill has as many as wanted, more of language than a quiz has otherwise."""
    asked = [
        each
        for place, skill in enumerate(SKILLS[:4])
        for each in of_skill(place * 10, skill, confidence=0.95 if skill == "infer" else 0.7)
    ]
    assert counts(chosen(asked, skills=tuple(wanted.items())).questions) == {
        skill: wanted[skill] for skill in SKILLS if skill in wanted
    }


def test_seats_that_nobody_takes_are_given_away() -> None:
    """A skill that the text does not give is made up for by the others."""
    made = chosen(of_skill(0, "locate", 20) + of_skill(20, "infer", 2), skills=(("infer", 6), ("locate", 4)))
    assert counts(made.questions) == {"locate": 8, "infer": 2}
    assert made.shortfall is None


def test_a_short_quiz_of_a_profile_names_the_way_out() -> None:
    made = choose([question(0, kind="true_false", key=True)], LONG, Wanted(profile="delf"))
    assert made.shortfall is not None
    assert "changez de profil" in made.shortfall.reason


@given(st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 9)), st.integers(1, 50))
def test_seats_sum_to_the_quiz(shares: dict[str, int], count: int) -> None:
    """By largest remainders, and no skill that was given nothing gets one."""
    given = seats(shares, count)
    assert sum(given.values()) == (count if any(shares.values()) else 0)
    assert all(given[skill] == 0 for skill in given if not shares[skill])


def test_seats_of_a_balance_that_sums_to_the_quiz_are_its_numbers() -> None:
    assert seats({"locate": 4, "understand": 4, "vocabulary": 2}, 10) == {"locate": 4, "understand": 4, "vocabulary": 2}
    assert seats({"locate": 2, "infer": 1}, 10) == {"locate": 7, "infer": 3}


def test_skills_are_read() -> None:
    assert wanted_skills(" locate=4, infer=0,locate=2 ") == (("locate", 2), ("infer", 0))
    assert wanted_skills("") == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"level": "C2"}, "« C2 ».*A1"),
        ({"register": "familier"}, "« familier ».*courant"),
        ({"profile": "bac"}, "« bac »"),
        ({"kinds": ("rébus",)}, "« rébus »"),
        ({"points_total": 7.25}, "7.25.*demi-points"),
        ({"skills": (("infer", 0),)}, "zéro"),
    ],
)
def test_what_means_nothing_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        check(Wanted(**fields))


def test_counts_in_the_order_of_the_contract() -> None:
    found = counts([*of_skill(0, "infer", 2), *of_skill(4, "locate", 3)])
    assert list(found.items()) == [("locate", 3), ("infer", 2)]
    assert Counter(found).total() == 5
