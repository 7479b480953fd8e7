"""Answers that are chosen, not written: places, letters, verdicts read from forms and sheets; their marks."""

import re
from collections.abc import Sequence
from typing import Any

from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Mark, verdict_of

_LETTER = re.compile(r"\s*([A-Za-z])\s*[.)]?\s*$")
_TRUE, _FALSE = frozenset("vrai v true oui 1 juste".split()), frozenset("faux f false non 0".split())


def place_of(raw: Any, choices: Sequence[str]) -> int | None:
    """The option that `raw` names: its index, its letter (« B »), its own words; None where it names none."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return raw if 0 <= raw < len(choices) else None
    if not isinstance(raw, str):
        return None
    text = raw.strip()
    words = [place for place, choice in enumerate(choices) if choice.casefold() == text.casefold()]
    if words:
        return words[0]
    letter = _LETTER.match(text)
    place = ord(letter[1].upper()) - ord("A") if letter else int(text) if text.isdecimal() else -1
    return place if 0 <= place < len(choices) else None


def places_of(raw: Any, choices: Sequence[str]) -> tuple[int, ...] | None:
    """Several of them: a list, or « A, C »; None where one of them names no option."""
    parts = re.split(r"\s*[,;/|]\s*", raw.strip()) if isinstance(raw, str) else raw
    if not isinstance(parts, list | tuple):
        return None
    found = [place_of(part, choices) for part in parts if part != ""]
    return None if None in found else tuple(dict.fromkeys(place for place in found if place is not None))


def truth_of(raw: Any) -> bool | None:
    """A verdict: true or false, « Vrai », « F », « non »; None for anything else."""
    if isinstance(raw, bool):
        return raw
    text = str(raw).strip().casefold().rstrip(".") if isinstance(raw, str | int) else ""
    return True if text in _TRUE else False if text in _FALSE else None


def all_or_nothing(right: bool, line: int | None) -> Mark:
    """Full marks or none."""
    return Mark(
        float(right), verdict_of(float(right)), 1.0, feedback("correct") if right else feedback("incorrect", line)
    )


def by_parts(right: int, whole: int, line: int | None) -> Mark:
    """The share of the parts (gaps, pairs) that are right."""
    score = right / whole if whole else 0.0
    said = feedback("correct") if right == whole else feedback("parts", line, right=right, whole=whole)
    return Mark(score, verdict_of(score), 1.0, said)
