"""How answers are graded: agreement with a teacher's marks, what goes to review, baselines, further checks, speed.

Run: python benchmarks/grading.py
`grading.jsonl` (../shared/data, a teacher's marks 0 / 0.5 / 1) is only measured on: of its rows the grader sees
question, reference answers, key points, evidence and answer. `answers_own.jsonl` are ours (written and marked by LLM
helpers who knew nothing of the grader); the weights were fitted on them (training/fit_grader.py), so that their figure
is by cross-validation, every text left out once. The proxy, paraphrase, entailment and similarity sets were made for
other ends: their rows are put as question-less answers, and tell only that nothing is badly off.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from benchmarks.coverage import SHARED, rows, table
from benchmarks.quality import HERE
from quizgen.grading import judge
from quizgen.grading.key import Key
from quizgen.grading.policy import Policy
from training.fit_grader import AGAINST, fit, signs_of

DATA = SHARED / "data"
STEPS = (0.0, 0.5, 1.0)
POLICY = Policy()
Row = dict[str, Any]


def qwk(gold: Sequence[float], given: Sequence[float]) -> float:
    """Cohen's kappa with quadratic weights over the marks 0, 0.5, 1 (J. Cohen, Psychological Bulletin 70, 1968)."""
    seen = np.zeros((3, 3))
    for a, b in zip(gold, given, strict=True):
        seen[round(2 * a), round(2 * b)] += 1
    weights = np.subtract.outer(range(3), range(3)) ** 2 / 4
    by_chance = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    return float(1 - (weights * seen).sum() / (weights * by_chance).sum())


def stepped(likeness: float, bounds: tuple[float, float]) -> float:
    """A likeness 0..1 as a mark."""
    return 1.0 if likeness >= bounds[1] else 0.5 if likeness >= bounds[0] else 0.0


def words(text: str) -> list[str]:
    """Lower-case words."""
    return [word.strip(".,;:!?«»\"'()").lower() for word in text.replace("’", "'").split()]


def exact(answer: str, reference: str) -> float:
    """1 where the words are the same."""
    return float(words(answer) == words(reference))


def token_f1(answer: str, reference: str) -> float:
    """F1 over words, each counted once."""
    a, b = set(words(answer)), set(words(reference))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def edits(answer: str, reference: str) -> float:
    """1 less the edit distance as a share of the longer text."""
    from nltk.metrics.distance import edit_distance

    return 1 - edit_distance(answer.lower(), reference.lower()) / max(len(answer), len(reference), 1)


def chrf(answer: str, reference: str) -> float:
    """chrF (M. Popović, 2015), by NLTK."""
    from nltk.translate.chrf_score import sentence_chrf

    return float(sentence_chrf(reference.lower(), answer.lower())) if answer and reference else 0.0


def line(name: str, gold: list[float], given: list[float], review: float | None = None) -> list[str]:
    """One row of the table."""
    full = sum(a == 0 and b == 1 for a, b in zip(gold, given, strict=True))
    none = sum(a == 1 and b == 0 for a, b in zip(gold, given, strict=True))
    told = "–" if review is None else f"{review:.1%}"
    return [name, f"{len(gold)}", f"{qwk(gold, given):.3f}", f"{full}", f"{none}", told]


def ours(told: list[Row]) -> tuple[list[float], float]:
    """The grader's marks and the share sent to review."""
    marks = [judge.grade(judge.key_of_row(row), row["student_answer"], POLICY) for row in told]
    return [mark.score for mark in marks], sum(mark.needs_review for mark in marks) / len(marks)


def left_out(told: list[Row]) -> list[float]:
    """The marks of our own answers by weights fitted without their text."""
    signs = [signs_of(row) for row in told]
    names = list(signs[0])
    x = np.array([[each[name] for name in names] for each in signs])
    y = np.array([round(2 * row["gold"]) for row in told])
    texts = np.array([row["text_id"] for row in told])
    sense = np.array([-1.0 if name in AGAINST else 1.0 for name in names])
    marks = np.zeros(len(told))
    for text in sorted(set(texts)):
        weights, bounds = fit(x[texts != text], y[texts != text], sense)
        low, high = (1 / (1 + np.exp(bound - x[texts == text] @ weights)) for bound in bounds)
        expected = (low + high) / 2
        marks[texts == text] = np.where(expected >= judge.FULL, 1, np.where(expected >= judge.HALF, 0.5, 0))
    return list(marks)


def baseline(told: list[Row], like: Callable[[str, str], float]) -> list[float]:
    """A likeness to the best reference, its two bounds chosen on these very rows (to its advantage)."""
    best = [max(like(row["student_answer"], ref) for ref in row["reference_answers"]) for row in told]
    gold = [row["gold"] for row in told]
    tried = [(low, high) for low in np.arange(0.05, 1, 0.05) for high in np.arange(low, 1.01, 0.05)]
    bounds = max(tried, key=lambda pair: qwk(gold, [stepped(each, pair) for each in best]))
    return [stepped(each, bounds) for each in best]


def auc(positive: Iterable[float], negative: Iterable[float]) -> float:
    """The chance that a positive is scored above a negative, ties half."""
    a, b = np.array(list(positive)), np.array(list(negative))
    return float((a[:, None] > b).mean() + (a[:, None] == b).mean() / 2) if len(a) and len(b) else float("nan")


def expected(question: str, references: list[str], answer: str) -> float:
    """The expected mark of an answer, before it is cut into steps."""
    from quizgen.grading.signs import Answer, findings, signs

    key, given = Key(question, tuple(references)), Answer.of(answer)
    chances = judge.chances_of(signs(key, given, findings(key, given, POLICY.tolerance), POLICY.tolerance))
    return chances[1] / 2 + chances[2]


def further() -> list[list[str]]:
    """One row a further set: AUC of the expected mark, or its correlation."""
    proxy = [
        (row["label"] == "accept", expected(row["question"], [row["key"]], row["given"]))
        for row in rows(DATA / "grading_proxy.jsonl")
    ]
    pairs = [(row["paraphrase"] == 1, expected("", [row["s1"]], row["s2"])) for row in rows(DATA / "paraphrase.jsonl")]
    entails = [
        (row["label"] == "entailment", expected("", [row["hypothesis"]], row["premise"]))
        for row in rows(DATA / "entailment.jsonl")
    ]
    like = [(row["score"], expected("", [row["s1"]], row["s2"])) for row in rows(DATA / "similarity.jsonl")]
    variants = [
        (True, expected(row["question"], [row["answers"][0]], other))
        for row in rows(DATA / "answer_variants.jsonl")
        for other in row.get("answers", [])[1:]
    ]
    told = [[name, str(len(found)), f"AUC {auc((e for ok, e in found if ok), (e for ok, e in found if not ok)):.3f}"]
            for name, found in (("grading_proxy", proxy), ("paraphrase", pairs), ("entailment", entails))]
    told.append(["similarity", str(len(like)), f"Pearson {np.corrcoef(np.array(like).T)[0, 1]:.3f}"])
    if variants:
        given = [e >= judge.HALF for _, e in variants]
        told.append(["answer_variants", str(len(variants)), f"{sum(given) / len(given):.1%} get half marks or more"])
    return told


def speed(told: list[Row]) -> str:
    """Seconds for a thousand answers, warm: median, least and most of five passes."""
    thousand = (told * (1000 // len(told) + 1))[:1000]
    taken = []
    for _ in range(5):
        judge._key.cache_clear()
        start = time.perf_counter()
        for row in thousand:
            judge.grade(judge.key_of_row(row), row["student_answer"], POLICY)
        taken.append(time.perf_counter() - start)
    return f"1,000 answers: {sorted(taken)[2]:.2f} s (min {min(taken):.2f}, max {max(taken):.2f}; five passes; aim 2)"


def main() -> None:
    """Prints every table."""
    own = rows(HERE / "answers_own.jsonl")
    body = [line("own answers, texts left out", [row["gold"] for row in own], left_out(own))]
    told = own
    if DATA.exists():
        told = rows(DATA / "grading.jsonl")
        gold = [row["gold"] for row in told]
        marks, review = ours(told)
        body.insert(0, line("**grader**", gold, marks, review))
        body += [line(name, gold, baseline(told, like)) for name, like in
                 (("exact match", exact), ("token F1", token_f1), ("edit distance", edits), ("chrF", chrf))]
    else:
        print(f"{DATA} is not here: only our own answers are measured.", file=sys.stderr)
    print(table("marks | answers | QWK | wrong, full marks | right, none | to review", body))
    if DATA.exists():
        print(table("further set | rows | figure", further()))
    print(speed(told))


if __name__ == "__main__":
    main()
