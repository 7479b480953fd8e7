"""The French that every paper format prints: templates/worksheets/wording.toml, and its numbers, points and lines."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from quizgen.article.record import Article
from quizgen.quiz import Evidence
from quizgen.settings import templates_folder

#: below this, French counts in the singular
PLURAL_FROM = 2


@cache
def wording() -> Mapping[str, Any]:
    """The sentences of the worksheets, by the keys of their file."""
    return tomllib.loads((templates_folder() / "worksheets" / "wording.toml").read_text(encoding="utf-8"))


def number(value: float) -> str:
    """`value` as French writes it: « 2 », « 1,5 »; two decimals at most."""
    return f"{round(value, 2):g}".replace(".", ",")


def points(value: float) -> str:
    """« 1,5 point », « 2 points »."""
    sentence: str = wording()["points" if value >= PLURAL_FROM else "point"]
    return sentence.format(points=number(value))


def place(article: Article, evidence: Evidence) -> str:
    """« l. 11 », or « l. 11-12 » where the evidence runs over several lines."""
    first, last = article.line_at(evidence.start), article.line_at(max(evidence.start, evidence.end - 1))
    sentence: str = wording()["key"]["line" if first == last else "lines"]
    return sentence.format(first=first, last=last)
