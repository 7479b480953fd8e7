"""The level of a text (CEFR, A1 to C1+) with its reasons in French.

The Framework gives no formula: each measure is placed on a scale of five levels, and the level is their weighted mean.
Weights, thresholds and wording stand in templates/level.toml.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from quizgen.french.measures import Measures, measure
from quizgen.french.reading import Reading
from quizgen.settings import templates_folder

#: the levels of a text; what is above C1 is not told apart
TEXT_LEVELS = ("A1", "A2", "B1", "B2", "C1+")


class Sign(NamedTuple):
    """What one measure says: its weight, its place on the scale (0 to 5, A1 from 0, A2 from 1 …), and its words."""

    weight: float
    place: float
    why: str


def level_of(reading: Reading) -> dict[str, Any] | None:
    """The contract's « level » of a text, {"cefr", "why"}; None where there is no sentence to measure."""
    measures = measure(reading)
    return None if measures is None else judged(measures)


def judged(measures: Measures) -> dict[str, Any]:
    """The level of a text so measured."""
    signs = signs_of(measures)
    place = sum(sign.weight * sign.place for sign in signs) / sum(sign.weight for sign in signs)
    why = [_table()["summary"].format(why=sign.why, level=named(sign.place)) for sign in signs]
    if measures.words < _table()["short_words"]:
        why.append(_table()["short"])
    return {"cefr": named(place), "why": why}


def signs_of(measures: Measures) -> list[Sign]:
    """What each measure of a text says."""
    rare = _table()["rare"]
    words = ", ".join(f"«\u00a0{word}\u00a0»" for word in measures.rarest[: rare["shown"]])
    examples = rare["examples"].format(words=words) if words else ""
    return [
        _sign("sentence", measures.sentence, 1),
        _sign("rare", 100 * measures.rare, 0, examples=examples),
        _tenses(measures),
        _sign("subordinates", measures.subordinates, 1),
        _sign("ease", measures.ease, 0),
    ]


def named(place: float) -> str:
    """The level at a place of the scale: « A1 » from 0, « C1+ » from 4."""
    return TEXT_LEVELS[min(max(int(place), 0), len(TEXT_LEVELS) - 1)]


def placed(value: float, steps: Sequence[float]) -> float:
    """Where `value` stands between the steps at which the levels begin (rising or falling), from 0 to 5."""
    sign = 1 if steps[-1] > steps[0] else -1
    bounds = [2 * steps[0] - steps[1], *steps, 2 * steps[-1] - steps[-2]]
    for index, (low, high) in enumerate(pairwise(bounds)):
        if sign * value < sign * high:
            return index + max(0.0, (value - low) / (high - low))
    return float(len(TEXT_LEVELS))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((templates_folder() / "level.toml").read_text(encoding="utf-8"))


def _sign(name: str, value: float, decimals: int, **fields: str) -> Sign:
    row = _table()[name]
    shown = f"{value:.{decimals}f}".replace(".", ",")
    sentence = row["whys"] if value >= 2 and "whys" in row else row["why"]
    return Sign(row["weight"], placed(value, row["steps"]), sentence.format(value=shown, **fields))


def _tenses(measures: Measures) -> Sign:
    """The hardest tense that is met more than by chance; the tenses met, the most frequent first."""
    row = _table()["tenses"]
    least = min(row["least"], max(1, measures.verbs / 20))
    met = {tense: number for tense, number in measures.tenses.items() if number >= least}
    place = max((TEXT_LEVELS.index(row["levels"][tense]) for tense in met), default=0) + 0.5
    listed = ", ".join(sorted(met, key=lambda tense: -met[tense]))
    return Sign(row["weight"], place, row["why"].format(list=listed) if met else row["none"])
