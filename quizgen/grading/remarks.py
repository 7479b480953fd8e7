"""The sentence beside a mark: what is right of an answer in words, what is missing or wrong, where to look."""

import re
from collections.abc import Sequence

from quizgen.grading import traps
from quizgen.grading.cover import supported
from quizgen.grading.feedback import feedback
from quizgen.grading.key import Key
from quizgen.grading.likeness import likeness
from quizgen.grading.points import Point, said
from quizgen.grading.policy import Policy
from quizgen.grading.signs import Answer, Finding
from quizgen.grading.terms import Term

#: between two points in one sentence
JOINED = " », « "
#: share of an answer that is known, under which it says something else
MOSTLY = 0.7
#: share of an answer that stands in the question, from which it says nothing else
ECHO = 0.85
#: how far a point is hinted at by an answer that lacks its figure
HINTED = 0.15
#: what is said of an answer that is wrong in a certain way, the first that holds
FAULTS = (("verdict", "denied"), ("denied", "denied"), ("turned", "denied"), ("contrary", "denied"),
          ("swapped", "swapped"), ("figure", "figure"), ("name", "name"))  # fmt: skip


def remark(key: Key, answer: Answer, found: Sequence[Finding], score: float, line: int | None) -> str:
    """The sentence beside the mark: what is right, what is missing, where to look."""
    if score >= 1:
        return feedback("correct")
    if score > 0:
        return _half(key, answer, found, line)
    if supported(answer.terms, key.asked_terms, Policy.tolerance) >= ECHO:
        return feedback("echo", line)
    against = {name for each in found for name in each.against}
    if traps.other_unit(answer.terms, key.core):
        return feedback("unit", line)
    fault = next((sentence for name, sentence in FAULTS if name in against), "incorrect")
    if fault == "figure":
        return _of_figure(answer, found, line)
    wanted = any(term.kind in traps.FIGURES for term in key.core)
    vague = wanted and fault == "incorrect" and not any(term.kind in traps.FIGURES for term in answer.terms)
    return feedback("vague" if vague and any(each.value > HINTED for each in found) else fault, line)


def _of_figure(answer: Answer, found: Sequence[Finding], line: int | None) -> str:
    """A wrong number or a wrong date, and that the rest is wrong too where there is a rest."""
    dated = all(term.kind != "number" for term in answer.terms if term.kind in traps.FIGURES)
    sentence = feedback("date" if dated else "figure", line)
    return feedback("also", said=sentence) if len(found) > 1 else sentence


def _half(key: Key, answer: Answer, found: Sequence[Finding], line: int | None) -> str:
    """What is right of it first, then what is missing, or what was said wrong."""
    if not key.stated:
        return feedback("partial", line)
    points = list(zip(key.points, found, key.stated, strict=True))
    if any(point.rank and each.credit < 1 for point, each, _ in points):
        given = [each.phrase for _, each, _ in points if each.credit == 1]
        return feedback("partial_another", line, right=JOINED.join(given)) if given else feedback("partial", line)
    right = [_shown(stated) for _, each, (stated, _) in points if each.credit == 1]
    missing = [_shown(stated) for _, each, (stated, _) in points if each.credit < 1]
    if not missing:
        return feedback("partial", line)
    if not right:
        return feedback("partial_complete", line, missing=JOINED.join(missing))
    told = [term for point, each, _ in points if each.credit == 1 for text in point.alternatives for term in said(text)]
    lacking = [point for point, each, _ in points if each.credit < 1]
    wrong = any(each.against for each in found) or any(_says_another(key, answer, point, told) for point in lacking)
    name = "partial_wrong" if wrong else "partial_missing"
    return feedback(name, line, right=JOINED.join(right), missing=JOINED.join(missing))


def _says_another(key: Key, answer: Answer, point: Point, told: Sequence[Term]) -> bool:
    """Whether something else is said in the place of the point: a figure for its figure, or what the key has not.

    `told` are the terms of the points that the answer does say.
    """
    wanted = {term.kind for text in point.alternatives for term in said(text)} & traps.FIGURES
    left = [term for term in answer.terms if not any(likeness(other, term) for other in told)]
    figures = any(term.kind in wanted for term in left)
    return figures or supported(answer.terms, (*key.core, *key.asked_terms), Policy.tolerance) < MOSTLY


def _shown(stated: str) -> str:
    """What a pupil reads of a point: without brackets."""
    return " ".join(re.sub(r"\([^()]*\)", " ", stated).split())
