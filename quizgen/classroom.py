"""A class's answers to one question: an answer accepted for all, and all marked anew but what was marked by hand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from quizgen.grading.mark import Mark
from quizgen.grading.policy import Policy
from quizgen.kinds import kind_named
from quizgen.quiz import Question


@dataclass(frozen=True)
class Marked:
    """A pupil's raw answer with its mark; `by_hand` where the teacher gave it."""

    pupil: str
    raw: Any
    mark: Mark
    by_hand: bool = False


def accepted(question: Question, answer: str) -> Question:
    """`question` with `answer` among what it accepts; as it was where it accepts it already."""
    known = answer.strip()
    return (
        question if not known or known in question.accepted else replace(question, accepted=(*question.accepted, known))
    )


def marked(question: Question, answers: Iterable[tuple[str, Any]], policy: Policy) -> list[Marked]:
    """Every (pupil, raw answer) marked."""
    kind = kind_named(question.kind)
    return [Marked(pupil, raw, kind.mark(question, raw, policy)) for pupil, raw in answers]


def regraded(question: Question, answers: Iterable[Marked], policy: Policy) -> list[Marked]:
    """Every answer marked anew, those marked by hand as they are."""
    kind = kind_named(question.kind)
    return [each if each.by_hand else replace(each, mark=kind.mark(question, each.raw, policy)) for each in answers]
