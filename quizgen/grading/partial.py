"""Part of the marks: spans that overlap, orders nearly right, several answers with a penalty."""

from collections.abc import Collection, Sequence


def ticked(given: Collection[int], key: Collection[int], penalty: float) -> float:
    """Right ticks less `penalty` a wrong one, as a share of the right ones; 0 at least."""
    right, wrong = len(set(given) & set(key)), len(set(given) - set(key))
    return max(0.0, (right - penalty * wrong) / len(set(key))) if key else float(not given)


def ordered(given: Sequence[int], key: Sequence[int]) -> float:
    """1 for the right order; else the better of the share of places kept and of the steps of the longest right run."""
    if list(given) == list(key):
        return 1.0
    kept = sum(a == b for a, b in zip(given, key, strict=False)) / len(key)
    rank = {item: place for place, item in enumerate(key)}
    places = [rank[item] for item in given if item in rank]
    steps = (longest_run(places) - 1) / (len(key) - 1) if len(key) > 1 and places else 0.0
    return min(max(kept, steps), (len(key) - 1) / len(key))


def longest_run(places: Sequence[int]) -> int:
    """The length of the longest increasing subsequence."""
    best: list[int] = []
    for i, place in enumerate(places):
        best.append(1 + max((best[j] for j in range(i) if places[j] < place), default=0))
    return max(best, default=0)


def overlap(given: tuple[int, int], wanted: tuple[int, int]) -> tuple[float, float]:
    """Share of `wanted` that `given` covers, and how many times as long as it `given` is; half-open offsets."""
    common = max(0, min(given[1], wanted[1]) - max(given[0], wanted[0]))
    length = max(1, wanted[1] - wanted[0])
    return common / length, (given[1] - given[0]) / length


def steps(score: float, half_marks: bool) -> float:
    """`score` in steps of a half, or whole marks only; a half that may not be given counts as none."""
    return round(2 * score) / 2 if half_marks else float(score >= 0.75)
