"""Passages found in the text: spans selected, or words copied, against those that answer."""

import re
from collections.abc import Sequence
from typing import Any

from quizgen.french.sound import folded
from quizgen.grading.cover import supported
from quizgen.grading.partial import overlap
from quizgen.grading.policy import Policy
from quizgen.grading.terms import Term, terms
from quizgen.grading.tidy import tidy

#: share of the passage that must be covered for all and for half of the marks; how many times as long an answer may be
WHOLE, CUT, LONGEST = 0.98, 0.4, 4.0
#: how many times as long as its sentence a selection may be
WIDE = 1.5
#: share of the words copied that must be the passage's, by their likeness
COPIED = 0.9


def span_of(raw: Any, length: int) -> tuple[int, int] | None:
    """A selection [start, end] within a text of `length` characters; None for anything else."""
    if not isinstance(raw, list | tuple) or len(raw) != 2:
        return None
    start, end = raw
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in raw)
    return (start, end) if whole and 0 <= start < end <= length else None


def selected(given: tuple[int, int], wanted: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]) -> float:
    """1 for a selection that covers a wanted span within its sentence or little more, 0.5 for one cut short, else 0."""
    best = 0.0
    for span in wanted:
        share, _ = overlap(given, span)
        around = next((s for s in sentences if s[0] <= span[0] and span[1] <= s[1]), span)
        fits = given[1] - given[0] <= WIDE * (around[1] - around[0])
        best = max(best, (1.0 if share >= WHOLE else 0.5 if share >= CUT else 0.0) if fits else 0.5 * (share >= WHOLE))
    return best


def copied(raw: str, passages: Sequence[str], sentences: Sequence[str], policy: Policy) -> float:
    """1 for words that hold a passage, 0.5 for a cut quotation, else 0; spelling by the policy."""
    given = _bare(raw)
    for passage in passages:
        if _bare(passage) in given and len(given) <= max(
            LONGEST * len(passage), WIDE * max(map(len, sentences), default=0)
        ):
            return 1.0
    own = _terms(raw)
    best = 0.0
    for passage in passages:
        wanted = _terms(passage)
        held, known = (
            supported(wanted, own, policy.tolerance),
            supported(own, _terms(" ".join((passage, *sentences))), Policy.tolerance),
        )
        if own and wanted and known >= COPIED:
            best = max(best, 1.0 if held >= COPIED else 0.5 if held >= CUT else 0.0)
        if len(given) >= CUT * len(passage) and given in _bare(passage):
            best = max(best, 0.5)
    return best


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(tidy(text))))


def _terms(text: str) -> tuple[Term, ...]:
    return terms(tidy(text))
