"""The lines between a pasted title and its article: « Par Lucie Marchand », « Publié le 5 mars 2024 à 10 h 30 »."""

import re
from dataclasses import dataclass

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.-]+(?:[ \xa0](?:d[eu]|la|le|van|von|et|[A-ZÀ-ÖØ-Þd][\w’'.-]+)){0,7}"
_BY = re.compile(
    rf"(?:[ÉE]crit |Rédigé |Propos recueillis )?[Pp]ar[ \xa0](?P<name>{_NAME})"
    r"(?:[ \xa0]?[,|·–—-] ?(?P<rest>.*[^.!?…]))?"  # a sentence is no byline
)
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DATE = re.compile(
    rf"(?:(?:article |mis en ligne |publiée? |paru |posté |mis à jour )?(?:le |: ?)?(?:\w+di |dimanche )?)?"
    rf"(?P<date>\d{{1,2}}(?:er)?[ \xa0](?:{_MONTH})[ \xa0]\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
    r"(?:\D[^.]{0,60})?",
    re.I,
)
_LONGEST, _MOST_LINES = 100, 6


@dataclass(frozen=True)
class Byline:
    """What the lines say, as they write it, and the text that follows them."""

    author: str | None
    date: str | None
    rest: str


def part_byline(text: str) -> Byline:
    """The author and the date that the first short lines of `text` name, and `text` from the first other line on."""
    lines = text.split("\n")
    author = date = None
    used = 0
    for number, line in enumerate(lines[:_MOST_LINES], start=1):
        line = line.strip()
        by, dated = _BY.fullmatch(line), _DATE.fullmatch(line)
        if line and (len(line) > _LONGEST or not (by or dated)):
            break
        if by:
            author = author or by["name"]
            dated = _DATE.fullmatch(by["rest"] or "")
        if dated:
            date = date or dated["date"]
        used = number
    return Byline(author, date, "\n".join(lines[used:])) if author or date else Byline(None, None, text)
