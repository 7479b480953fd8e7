"""The barème: what each question of a quiz is worth, in half points that sum to the total."""

import heapq
from collections.abc import Sequence
from dataclasses import replace

from quizgen.profiles import profile_named
from quizgen.quiz import Question, Wanted


def marked(questions: Sequence[Question], wanted: Wanted) -> list[Question]:
    """`questions` with the points that profile and total give them."""
    profile = profile_named(wanted.profile)
    points = share([profile.weight(question) for question in questions], wanted.points_total)
    return [replace(question, points=each) for question, each in zip(questions, points, strict=True)]


def share(weights: Sequence[float], total: float | None) -> list[float]:
    """`total` points in half points, in the proportion of `weights` (above 0); the weights themselves without a total.

    Every question gets half a point before any gets more; the rest goes one half point at a time to whom most is owed
    (Sainte-Laguë's divisors), the first of equals before the others.
    """
    if total is None:
        return [max(round(weight * 2), 1) / 2 for weight in weights]
    halves = round(total * 2) if weights else 0
    given = [1 if halves >= len(weights) else 0] * len(weights)
    owed = [(-weight / (2 * given[i] + 1), i) for i, weight in enumerate(weights)]
    heapq.heapify(owed)
    for _ in range(halves - sum(given)):
        i = owed[0][1]
        given[i] += 1
        heapq.heapreplace(owed, (-weights[i] / (2 * given[i] + 1), i))
    return [each / 2 for each in given]
