"""The weights with which the grader judges: ordered logistic regression on pupils' answers that are ours.

    python -m training.fit_grader [benchmarks/answers_own.jsonl] [quizgen/grading/weights.json]

Proportional odds (P. McCullagh, « Regression Models for Ordinal Data », JRSS B 42, 1980) over the signs of
quizgen/grading/signs.py: nought, half, full. Each weight keeps the sign that it must have (what speaks for an answer
never lowers its mark), by projection after every step. ../shared/data/grading.jsonl is never read here.
"""

import json
import sys
from pathlib import Path

import numpy as np

from quizgen.grading.judge import key_of_row
from quizgen.grading.signs import Answer, findings, signs

#: signs that may only lower a mark
AGAINST = ("against", "names", "reversed", "crossed")
STEPS, RATE, SHRINK = 4000, 0.05, 1.0


def main() -> None:
    """Reads the answers, fits, writes."""
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "benchmarks/answers_own.jsonl")
    target = Path(sys.argv[2] if len(sys.argv) > 2 else "quizgen/grading/weights.json")
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    told = [signs_of(row) for row in rows]
    names = list(told[0])
    sense = np.array([-1.0 if name in AGAINST else 1.0 for name in names])
    weights, bounds = fit(
        np.array([[each[name] for name in names] for each in told]),
        np.array([round(2 * r["gold"]) for r in rows]),
        sense,
    )
    written = {
        "source": f"{source}: {len(rows)} answers",
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
        "bounds": [round(float(bound), 3) for bound in bounds],
    }
    target.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(written)


def signs_of(row: dict) -> dict[str, float]:
    """The signs of one answer, at the tolerance of the default policy."""
    key, answer = key_of_row(row), Answer.of(row["student_answer"])
    return signs(key, answer, findings(key, answer, 60), 60)


def fit(x: np.ndarray, y: np.ndarray, sense: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights and the two bounds, by Adam with projection; `sense` is 1 or -1 a column."""
    x, size = x * sense, x.shape[1]
    found = np.concatenate([np.zeros(size), [0.0, 1.0]])
    mean, square = np.zeros(size + 2), np.zeros(size + 2)
    for step in range(1, STEPS + 1):
        score = x @ found[:size]
        low, high = (1 / (1 + np.exp(-(score - bound))) for bound in found[size:])
        chance = np.stack([1 - low, low - high, high]) + 1e-9
        to_low = np.choose(y, [1 / chance[0], -1 / chance[1], np.zeros(len(y))]) * low * (1 - low)
        to_high = np.choose(y, [np.zeros(len(y)), 1 / chance[1], -1 / chance[2]]) * high * (1 - high)
        slope = np.concatenate([x.T @ (to_low + to_high) + SHRINK * found[:size], [-to_low.sum(), -to_high.sum()]])
        slope /= len(y)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        found = found - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        found[:size] = np.maximum(0, found[:size])
        found[size + 1] = max(found[size + 1], found[size] + 0.05)
    return found[:size] * sense, found[size:]


if __name__ == "__main__":
    main()
