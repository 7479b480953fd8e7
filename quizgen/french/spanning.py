"""The best tree over a sentence, given how likely every word is to hang from every other.

Chu & Liu 1965, Edmonds 1967; one root.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]
Heads = NDArray[np.int64]
_ROOTS_TRIED = 3


def best_tree(scores: Scores) -> Heads:
    """Heads of the n words: the tree of one root, its own head, whose scores sum highest.

    `scores[d, h]` is the log probability that h governs d; the diagonal that d is the root.
    """
    greedy: Heads = scores.argmax(1)
    roots = np.flatnonzero(greedy == np.arange(len(greedy)))
    if len(roots) == 1 and _cycle(greedy) is None:
        return greedy
    candidates = np.argsort(-scores.diagonal())[:_ROOTS_TRIED]
    trees = [_rooted(scores, int(root)) for root in candidates]
    return max(trees, key=lambda heads: _total(scores, heads))


def _total(scores: Scores, heads: Heads) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def _rooted(scores: Scores, root: int) -> Heads:
    """The best tree in which `root` is the root and nothing else is."""
    open_scores = scores.astype(np.float64).copy()
    np.fill_diagonal(open_scores, -np.inf)
    heads = _arborescence(open_scores, root)
    heads[root] = root
    return heads


def _arborescence(scores: Scores, root: int) -> Heads:
    heads: Heads = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    return _opened(scores, root, heads, cycle)


def _opened(scores: Scores, root: int, heads: Heads, cycle: list[int]) -> Heads:
    """Contract `cycle` into one node, solve the smaller graph, and break the cycle where it is entered."""
    size = len(scores)
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    others = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, heads[members]]
    small = np.full((len(others) + 1, len(others) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(others, others)]
    leaving = scores[np.ix_(others, members)]
    small[:-1, -1] = leaving.max(1)
    entering = scores[np.ix_(members, others)] - kept[:, None] + kept.sum()
    small[-1, :-1] = entering.max(0)
    solved = _arborescence(small, int(np.searchsorted(others, root)))
    found = heads.copy()
    for place, node in enumerate(others):
        head = solved[place]
        found[node] = members[leaving[place].argmax()] if head == len(others) else others[head]
    entry = solved[-1]
    found[members[entering[:, entry].argmax()]] = others[entry]
    return found


def _cycle(heads: Heads) -> list[int] | None:
    """The words of a cycle, a root's own loop aside; None where there is none."""
    state = np.zeros(len(heads), dtype=np.int8)
    for start in range(len(heads)):
        path = []
        node = start
        while not state[node] and heads[node] != node:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1 and node in path:
            return path[path.index(node) :]
        state[path] = 2
        state[node] = 2
    return None
