"""Every kind reads and grades answers: right, partly right, wrong, unreadable, and whatever else a form may send."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading.mark import VERDICTS
from quizgen.grading.policy import Policy
from quizgen.kinds import Kind, all_kinds, kind_named

kinds = pytest.mark.parametrize("kind", all_kinds().values(), ids=lambda kind: kind.name)


@kinds
def test_every_kind_grades_its_trials(kind: Kind) -> None:
    """A right answer gets all, a partly right one some, a wrong one nothing; an unreadable one goes to the teacher."""
    question, trials, policy = kind.samples()[0], kind.trials(), Policy()
    unreadable = kind.mark(question, trials.unreadable, policy)
    assert (unreadable.verdict, unreadable.needs_review) in (("unreadable", True), ("blank", False))
    assert kind.mark(question, None, policy).verdict == "blank"
    if trials.right is None:
        assert kind.mark(question, "Mon avis.", policy).needs_review
        return
    assert kind.mark(question, trials.right, policy).score == 1
    assert kind.mark(question, trials.wrong, policy).score == 0
    if trials.partly is not None:
        partly = kind.mark(question, trials.partly, policy)
        assert 0 <= partly.score < 1
        assert partly.verdict == "partial" or partly.needs_review


@kinds
@given(
    raw=st.recursive(
        st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=12),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["verdict", "span", "x"]), inner, max_size=3)
        ),
        max_leaves=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_raw_answer_breaks_a_kind(kind: Kind, raw: Any) -> None:
    """Whatever a form or a script sends: a mark, within its bounds."""
    mark = kind.mark(kind.samples()[0], raw, Policy())
    assert 0 <= mark.score <= 1
    assert mark.verdict in VERDICTS
    assert mark.feedback


def test_misspelt_gap_passes_but_not_a_word_of_the_bank() -> None:
    """Spelling costs nothing in a gap; another word of the bank, however near, is another word."""
    kind = kind_named("cloze")
    question = kind.samples()[0]
    assert kind.mark(question, ["3", "bibliotèque", "sales"], Policy()).score == 1
    assert kind.mark(question, ["3", "bibliotèque", "salles"], Policy(strict=True)).score == pytest.approx(2 / 3)
    near = replace(question, choices=("salles", "salle", "3"))
    assert kind.mark(near, ["3", "bibliothèque", "salle"], Policy()).score == pytest.approx(2 / 3)
