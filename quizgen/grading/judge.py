"""A mark for an answer in words: what is exact at once, what is empty at once, all else by its signs, weighed."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from quizgen.french.frequency import zipf
from quizgen.french.sound import folded
from quizgen.grading import partial
from quizgen.grading.cover import supported
from quizgen.grading.feedback import feedback
from quizgen.grading.key import Key
from quizgen.grading.likeness import likeness
from quizgen.grading.mark import BLANK, INCORRECT, UNREADABLE, Mark, verdict_of
from quizgen.grading.policy import Policy
from quizgen.grading.remarks import remark
from quizgen.grading.signs import Answer, findings, signs, verdicts
from quizgen.grading.tidy import gives_up, is_blank, tidy

#: expected mark from which half and full marks are given: full only where it is nearly sure
HALF, FULL = 0.44, 0.87
#: terms of an answer from which it is a quotation
QUOTED = 3
_ARTICLE = re.compile(r"(le |la |les |l'|un |une |des |du |de la |de l')")
#: share of an answer that stands in key, evidence or question, from which its words are the text's
COPIED = 0.85
#: what is taken from the expected mark of full marks that are doubted
DOUBT = 0.01
#: words by which a language is known, and the share of them that must be French
FOREIGN_WORDS, KNOWN = 4, 0.34


def grade(key: Key, raw: str, policy: Policy, line: int | None = None) -> Mark:
    """The mark of `raw`; `line` is where the text proves the answer. Never raises, whatever the answer holds."""
    text = tidy(raw)
    if is_blank(text):
        return Mark(0.0, BLANK, 1.0, feedback("blank"))
    if policy.strict:
        return _dictated(key, text)
    if any(_plain(text) == _plain(tidy(reference)) for reference in key.references):
        mark = Mark(1.0, "correct", 0.99, feedback("correct"))
        return _articled(key, text, _accented(key, text, mark, policy), policy)
    if gives_up(text):
        return Mark(0.0, INCORRECT, 0.97, feedback("gives_up", line))
    answer = Answer.of(raw).spelt_out(key)
    if _is_foreign(answer, key):
        return Mark(0.0, UNREADABLE, 0.3, feedback("unreadable"), needs_review=True)
    mark = _accented(key, text, _weighed(key, answer, policy, line), policy)
    return _articled(key, text, mark, policy)


def _weighed(key: Key, answer: Answer, policy: Policy, line: int | None) -> Mark:
    found = findings(key, answer, policy.tolerance)
    if _is_quoted(key, answer):  # the text's own words contradict nothing
        found = tuple(replace(each, against=frozenset()) for each in found)
    measured = signs(key, answer, found, policy.tolerance)
    chances = chances_of(measured)
    expected = chances[1] / 2 + chances[2]
    if measured["reversed"] and not _is_quoted(key, answer):
        # the text's words with the roles turned round are wrong; in other words it is for the teacher to say
        known = supported(answer.terms, (*key.core, *key.quoted, *key.asked_terms), Policy.tolerance)
        expected = 0.0 if known >= COPIED else min(expected, FULL - DOUBT)
    if len(found) > 1 and verdicts(key, answer)[0] and not any(each.against for each in found):
        expected = max(expected, HALF)  # « Non. » is half of « non, parce que … »
    score = partial.steps(1.0 if expected >= FULL else 0.5 if expected >= HALF else 0.0, policy.half_marks)
    sure = surety(expected)
    told, review = remark(key, answer, found, score, line), sure < policy.review
    if review:
        told = feedback("correct_review") if score == 1 else feedback("review", said=told)
    return Mark(score, verdict_of(score), sure, told, review)


def _is_quoted(key: Key, answer: Answer) -> bool:
    """Whether the answer is several words of the evidence, word for word."""
    words = _plain(answer.text)
    return len(answer.terms) >= QUOTED and any(words in _plain(tidy(text)) for text in key.evidence)


def surety(expected: float) -> float:
    """How sure the mark is, 0..1: the farther the expected mark lies from the bounds between marks."""
    away = min(abs(expected - HALF), abs(expected - FULL))
    return round(min(0.99, 0.35 + 2.2 * away), 3)


def chances_of(told: Mapping[str, float]) -> tuple[float, float, float]:
    """The chances of no, half and full marks (proportional odds over the signs; weights.json)."""
    fitted = _weights()
    score = sum(weight * told[name] for name, weight in fitted["weights"].items())
    low, high = (1 / (1 + math.exp(bound - score)) for bound in fitted["bounds"])
    return 1 - low, low - high, high


@cache
def _weights() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("quizgen.grading") / "weights.json").read_text(encoding="utf-8"))
    return loaded


def _dictated(key: Key, text: str) -> Mark:
    """Letter for letter, but for capitals, spaces and the form of apostrophes."""
    right = any(_letters(text) == _letters(tidy(reference)) for reference in key.references)
    sentence = feedback("correct") if right else feedback("exact", missing=key.references[0] if key.references else "")
    return Mark(float(right), verdict_of(float(right)), 0.99, sentence)


def _accented(key: Key, text: str, mark: Mark, policy: Policy) -> Mark:
    """`mark`, halved where the policy counts accents and a word of the key lacks them."""
    if not policy.accents or not mark.score:
        return mark
    known = {folded(word): word.lower() for reference in key.references for word in re.findall(r"\w+", reference)}
    faults = [w for w in re.findall(r"\w+", text) if folded(w) in known and known[folded(w)] != w.lower()]
    if not faults:
        return mark
    score = partial.steps(mark.score / 2, policy.half_marks)
    sentence = feedback("accents", word=", ".join(known[folded(word)] for word in faults))
    return Mark(score, verdict_of(score), mark.confidence, sentence, mark.needs_review)


def _articled(key: Key, text: str, mark: Mark, policy: Policy) -> Mark:
    """`mark`, halved where the policy counts articles and a short answer has not the article of the key."""
    short = min((reference for reference in key.references), key=len, default="")
    wanted, given = (_ARTICLE.match(folded(tidy(each))) for each in (short, text))
    asked = policy.articles and mark.score == 1 and wanted and len(text.split()) <= len(short.split()) + 1
    if not asked or (given is not None and wanted is not None and given[1] == wanted[1]):
        return mark
    score = partial.steps(0.5, policy.half_marks)
    return Mark(
        score, verdict_of(score), mark.confidence, feedback("article", word=short.rstrip(".")), mark.needs_review
    )


def _is_foreign(answer: Answer, key: Key) -> bool:
    """Whether it is not French: several words, few of which French or the key has."""
    words = [term for term in answer.terms if term.kind == "word"]
    if len(words) < FOREIGN_WORDS:
        return False
    known = sum(zipf(t.text, t.key) > 2.5 or any(likeness(t, other) for other in key.core) for t in words)
    return known / len(words) < KNOWN


def _plain(text: str) -> str:
    """Letters and figures only, without accents, articles or stops: « la Mairie. » is « mairie »."""
    words = re.findall(r"\w+", folded(text))
    kept = [word for word in words if word not in ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d")]
    return " ".join(kept or words)


def _letters(text: str) -> str:
    return re.sub(r"[\s.!?…]+", " ", text).strip().lower()


@lru_cache(maxsize=512)
def _key(
    question: str, references: tuple[str, ...], stated: tuple[tuple[str, float], ...], evidence: tuple[str, ...]
) -> Key:
    return Key(question, references, stated, evidence)


def key_of(
    question: str,
    references: Sequence[str],
    stated: Sequence[tuple[str, float]] = (),
    evidence: Sequence[str] = (),
) -> Key:
    """The key, kept for the next answers to the same question."""
    return _key(question, tuple(references), tuple(stated), tuple(evidence))


def key_of_row(row: Mapping[str, Any]) -> Key:
    """The key of a row of answers, as the contract names its fields."""
    stated = [(str(point["point"]), float(point["weight"])) for point in row.get("key_points") or ()]
    return key_of(str(row["question"]), row["reference_answers"], stated, row.get("evidence") or ())
