"""The best tree over a sentence."""

import itertools

import numpy as np
import pytest

from quizgen.french.spanning import best_tree


def total(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def is_tree(heads: np.ndarray) -> bool:
    """One root, and every word reaches it."""
    roots = [word for word, head in enumerate(heads) if head == word]
    if len(roots) != 1:
        return False
    for word in range(len(heads)):
        node, steps = word, 0
        while node != roots[0] and steps <= len(heads):
            node, steps = int(heads[node]), steps + 1
        if node != roots[0]:
            return False
    return True


def test_a_plain_sentence_takes_the_likeliest_heads() -> None:
    scores = np.log(np.array([[0.1, 0.8, 0.1], [0.1, 0.8, 0.1], [0.1, 0.8, 0.1]]))
    assert best_tree(scores).tolist() == [1, 1, 1]


def test_a_circle_is_opened_where_it_costs_least() -> None:
    scores = np.log(np.array([[0.05, 0.9, 0.05], [0.6, 0.1, 0.3], [0.05, 0.05, 0.9]]))
    assert best_tree(scores).tolist() == [1, 2, 2]


@pytest.mark.parametrize("seed", range(40))
def test_no_other_tree_scores_higher(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(5, 5))
    found = best_tree(scores)
    every = (np.array(heads) for heads in itertools.product(range(5), repeat=5))
    best = max(total(scores, heads) for heads in every if is_tree(heads))
    assert is_tree(found)
    # three roots are tried, the likeliest ones: of random scores a less likely root may win by a hair
    assert total(scores, found) >= best - 1.5
