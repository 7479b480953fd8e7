"""The barème: half points in the proportion of the weights, to the total."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.kinds import all_kinds
from quizgen.points import marked, share
from quizgen.quiz import Wanted

HALVES = st.integers(1, 200)


@given(st.integers(1, 40), HALVES)
def test_equal_weights_differ_by_half_a_point(count: int, halves: int) -> None:
    """The larger shares first."""
    points = share([1.0] * count, halves / 2)
    assert sum(points) == halves / 2
    assert max(points) - min(points) <= 0.5
    assert points == sorted(points, reverse=True)


@given(st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0, 4.0]), min_size=1, max_size=30), HALVES)
def test_points_sum_to_the_total_in_half_points(weights: list[float], halves: int) -> None:
    """Nobody works for nothing where there is enough, and what weighs more never gets less."""
    points = share(weights, halves / 2)
    assert sum(points) == halves / 2
    assert all((2 * each).is_integer() for each in points)
    assert min(points) > 0 or halves < len(weights)
    ranked = sorted(zip(weights, points, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(ranked) if a[0] < b[0])


@pytest.mark.parametrize(
    ("weights", "total", "points"),
    [
        ([1, 2, 1], 20, [5, 10, 5]),
        ([1, 3, 2, 1], 10, [1.5, 4, 3, 1.5]),
        ([1, 2], None, [1, 2]),
        ([1.2, 0.1], None, [1, 0.5]),
        ([], 20, []),
        ([], None, []),
    ],
)
def test_shares(weights: list[float], total: float | None, points: list[float]) -> None:
    assert share(weights, total) == points


@pytest.mark.parametrize("profile", ["libre", "delf", "dnb"])
@pytest.mark.parametrize("total", [10, 20.5, None])
def test_points_of_every_kind(profile: str, total: float | None) -> None:
    samples = [sample for kind in all_kinds().values() for sample in kind.samples()]
    points = [question.points for question in marked(samples, Wanted(profile=profile, points_total=total))]
    assert total is None or sum(points) == total
    assert all(each > 0 and (2 * each).is_integer() for each in points)
