"""Dates: the explicit ones, with their values, and the words that only the day of writing makes clear.

A span begins with the word that introduces it (« en 2006 », « le 10 janvier 2013 »); `core` is the date alone.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quizgen.french import numbers


class Kind(StrEnum):
    """What a date names."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    WEEKDAY_DATE = "weekday_date"
    HOUR = "hour"


@dataclass(frozen=True)
class DateSpan:
    """A date in a text: characters start to end, core_start past its preposition; a decade or century is in `year`.

    `year` is the first year of a decade or century, negative before Christ, and None where the text does not say it;
    `last_year` ends « de 2006 à 2010 ». « du 3 au 5 juillet » is one span without `day`.
    """

    text: str
    start: int
    end: int
    core_start: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    last_year: int | None = None

    @property
    def core(self) -> str:
        """The date without the words that introduce it."""
        return self.text[self.core_start - self.start :]


MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH_NUMBERS = {**{name: rank for rank, name in enumerate(MONTHS, 1)}, "fevrier": 2, "aout": 8, "decembre": 12}
_SEASONS = r"(?:printemps|été|automne|hiver|rentrée|saison)"

_MONTH = rf"(?P<month>{'|'.join(_MONTH_NUMBERS)})"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAY = r"(?P<day>1er|1ᵉʳ|premier|[12]\d|3[01]|0?[1-9])"
_ERA = r"(?P<era>\s+(?:avant|av\.)\s+(?:J\.-C\.|J\.\s?C\.|Jésus-Christ|notre ère)|\s+(?:après|apr\.)\s+J\.-C\.)?"
_UNIT = r"\s(?:%|(?:euros?|ans|francs?|mètres?|km|habitants)\b)"
_YEAR = rf"(?P<year>1\d{{3}}|20\d\d|2100)(?![\d%€$]|[-–/.,]\d|{_UNIT})"
_RANGE = rf"(?P<range>(?:1er|\d\d?)(?:\s+(?:{'|'.join(MONTHS)}))?)"
_LEAD = (
    rf"(?P<lead>(?:(?:du|le|les|entre\s+le)\s+{_RANGE}\s+(?:au|et|ou)\s+(?:le\s+)?)"
    r"|(?:à partir|à compter|au début|à la fin|au cours|lors)\s+(?:du\s+|de\s+l['’]|de\s+|des\s+|d['’])"
    r"|(?:au\s+début|au\s+milieu|à\s+la\s+fin|début|fin|mi-|courant|vers\s+la\s+fin)\s?(?:des\s+|du\s+|de\s+|d['’])?"
    r"|dans\s+les\s+|durant\s+les\s+|pendant\s+les\s+|depuis\s+les\s+|dès\s+les\s+|au\s+mois\s+d(?:e\s+|['’])"
    r"|(?:jusqu['’](?:en|au|à)|dès|depuis|avant|après|vers|d['’]ici|pour|pendant|durant|entre)\s+(?:le\s+|la\s+|l['’])?"
    r"|(?:en|le|au|du|ce|à|de|les|des|aux|l['’]|d['’]|la)\s*(?<=[\s'’]))?"
)
# « la crise de 2008 » is a date, « plus de 2000 » is not: a bare year asks for one of these words before it.
_YEAR_LEAD = (
    r"(?P<lead>(?:en|depuis|dès|avant|après|vers|jusqu['’]en|d['’]ici(?:\s+à)?|à\s+partir\s+de|à\s+l['’]horizon|courant)\s+"
    rf"|(?:fin|début|mi-)\s*|(?:l['’]an(?:née)?|en\s+l['’]an|(?:à\s+)?l['’]été|au\s+printemps|à\s+l['’]automne|"
    rf"(?:(?:durant|pendant|à|dès|depuis)\s+)?(?:l['’]|le\s+|la\s+|cet\s+){_SEASONS})\s+(?:de\s+)?)"
)
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.WEEKDAY_DATE, rf"\b{_LEAD}(?P<core>{_WEEKDAY}\s+{_DAY}\s+{_MONTH}\b(?:\s+{_YEAR})?)"),
    (Kind.DAY, rf"\b{_LEAD}(?P<core>{_DAY}\s+{_MONTH}\b(?:\s+{_YEAR}{_ERA})?)"),
    (Kind.DAY, r"\b(?P<lead>(?:le|du|au)\s+)?(?P<core>(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>[12]\d{3}))\b"),
    (Kind.DAY, r"\b(?P<lead>(?:le|du|au)\s+)?(?P<core>(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d))\b"),
    (Kind.MONTH, rf"\b{_LEAD}(?P<core>{_MONTH}\s+{_YEAR}{_ERA})"),
    (Kind.MONTH, rf"\b{_LEAD}(?P<core>{_MONTH}\b)"),
    (Kind.DECADE, rf"\b{_LEAD}(?P<core>années\s+(?P<decade>\d{{2}}(?:\d0)?\b|(?:dix|vingt|trente|quarante|cinquante"
                  r"|soixante(?:-dix)?|quatre-vingts?(?:-dix)?)\b))"),
    (Kind.CENTURY, rf"\b{_LEAD}(?P<core>(?P<pair>(?:[IVX]+|\d\d?)(?:er|e|ᵉ)\s+(?:et|ou|au|et\s+au)\s+)?"
                   r"(?P<century>[IVX]+|\d\d?)(?:er|ère|ème|e|ᵉ|ᵉʳ)\s+siècles?\b" + rf"{_ERA})"),
    (Kind.YEAR, r"\b(?P<lead>en|vers|depuis|dès)\s+(?P<core>(?P<year>\d{1,4})(?P<era>\s+(?:avant|av\.)\s+"
                r"(?:J\.-C\.|J\.\s?C\.|Jésus-Christ|notre ère)))"),
    (Kind.YEAR, rf"\b{_YEAR_LEAD}(?P<core>{_YEAR})"),
    (Kind.YEAR, rf"\b(?P<lead>de\s+|entre\s+)(?P<core>(?P<from>1\d{{3}}|20\d\d)\s+(?:à|et)\s+{_YEAR})"),
    (Kind.HOUR, r"\b(?P<lead>(?:à|vers|dès|avant|après|depuis|jusqu['’]à|de|entre)\s+)"
                r"(?P<core>(?P<hour>1?\d|2[0-4])\s*(?:heures?|h)\b(?:\s*(?P<minute>[0-5]\d))?)(?!\s+d(?:e\s|['’])(?!l|matin))"),
    (Kind.HOUR, r"\b(?P<lead>(?:à|vers|dès|avant|après)\s+)?"
                r"(?P<core>(?P<hour>1?\d|2[0-4])\s?h\s?(?P<minute>[0-5]\d))\b"),
)  # fmt: skip

_PERIOD = (
    r"(?:jour|nuit|matin|matinée|soir|soirée|midi|après-midi|semaine|week-end|mois|trimestre|semestre|année|an|siècle|"
    r"saison|décennie|été|automne|hiver|printemps|rentrée)s?"
)
_DURATION = r"(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|décennies|siècles?|temps|longtemps|peu)"
_DEICTIC = (
    r"\b(?:avant-hier|hier|après-demain|demain|aujourd['’]hui|maintenant|actuellement|récemment|dernièrement|bientôt|"
    r"prochainement|tout à l['’]heure|en ce moment|à l['’]heure actuelle|à présent|jusqu['’]à présent|de nos jours|"
    r"ces (?:jours|temps|mois|années|semaines)-ci|désormais|dorénavant|d['’]ores et déjà|ici|là-bas)\b(?!-)"
    rf"|\b(?:ce|cet|cette|ces)\s+(?:{_PERIOD}|{_WEEKDAY})\b(?!-là)(?!\s+où)"
    rf"|\bces\s+(?:\w+\s+)?derni(?:ers|ères)\b"
    rf"|\b(?:{_PERIOD}|{_WEEKDAY}|{'|'.join(MONTHS)})\s+(?:derni(?:er|ère)s?|prochaine?s?|passée?s?|prochain)\b"
    rf"|\b(?:derni(?:er|ère)s|prochaine?s)\s+(?:{_PERIOD}|heures)\b"
    rf"|\bil y a\s+(?:\S+\s+){{0,4}}?{_DURATION}\b"
    rf"|\bdans\s+(?:un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|quelques|\d+)\s+{_DURATION}\b"
    rf"|\b(?:depuis|d['’]ici|sous)\s+(?:peu\b|(?:\d+|quelques?|un|deux|trois|quatre|cinq|dix)\s+{_DURATION}\b)"
    rf"|(?<!\ble )(?<!\bles )(?<!\bchaque )(?<!\btous les )\b{_WEEKDAY}\b(?!\s+(?:\d|premier))"
)

# These place the event near the date or on one side of it.
_VAGUE = re.compile(r"(?:avant|après|vers|jusqu['’]|d['’]ici)", re.I)


def find(text: str) -> list[DateSpan]:
    """The explicit dates of a text, in order, none inside another."""
    spans: list[DateSpan] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            span = _span(kind, match)
            if span and not any(span.start < other.end and other.start < span.end for other in spans):
                spans.append(span)
    return sorted(spans, key=lambda span: span.start)


def deictic(text: str) -> bool:
    """Whether the text names a time or place by the writer's own: hier, mardi dernier, ici, il y a trois jours."""
    return bool(re.search(_DEICTIC, text, re.I))


def order_key(span: DateSpan) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    """First and last day (year, month, day) of what the span names; None where no year is stated (or « avant 1850 »).

    Two dates are ordered for sure only if the last day of the one comes before the first day of the other.
    """
    if span.year is None:
        return None
    if _VAGUE.match(span.text):
        return None
    length = {Kind.DECADE: 9, Kind.CENTURY: 99}.get(span.kind, 0)
    last_year = span.last_year or span.year + length
    return (span.year, span.month or 1, span.day or 1), (last_year, span.month or 12, span.day or 31)


@cache
def _patterns() -> list[tuple[Kind, re.Pattern[str]]]:
    return [(kind, re.compile(pattern, re.I)) for kind, pattern in _PATTERNS]


def _span(kind: Kind, match: re.Match[str]) -> DateSpan | None:
    """The span with its values; None where they make no date."""
    groups = match.groupdict()
    year, month, day = _year(groups), _month(groups.get("month")), _day(groups.get("day"))
    if (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    # « mai », « mars » and « avril » alone may be names; a month by itself asks for a preposition.
    if kind is Kind.MONTH and year is None and not _introduces_month(groups["lead"]):
        return None
    hour, minute, earlier = groups.get("hour"), groups.get("minute"), groups.get("from")
    return DateSpan(
        text=match[0],
        start=match.start(),
        end=match.end(),
        core_start=match.start("core"),
        kind=kind,
        year=int(earlier) if earlier else None if groups.get("pair") else year,
        month=month,
        day=None if groups.get("range") else day,
        hour=int(hour) if hour else None,
        minute=int(minute) if minute else None,
        last_year=year if earlier else None,
    )


def _introduces_month(lead: str | None) -> bool:
    """Whether this word tells that a month follows: en, dès, au mois de, fin…"""
    return bool(lead) and bool(
        re.match(r"(?:en|dès|depuis|jusqu|au\s+mois|fin|début|mi-|courant|avant|après)", lead or "", re.I)
    )


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _MONTH_NUMBERS[text.lower()]


def _day(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else 1


def _year(groups: dict[str, str | None]) -> int | None:
    """The year; for a century or decade the first one; a two-digit decade before the thirties could be either."""
    before = (groups.get("era") or "").lower().strip().startswith("av")
    if century := groups.get("century"):
        rank = int(century) if century.isdigit() else _roman(century.upper())
        return -100 * rank if before else 100 * (rank - 1) + 1
    if decade := groups.get("decade"):
        figure = int(numbers.value(decade.lower()) or 0)
        return figure if figure > 999 else 1900 + figure if figure >= 30 else None
    year = groups.get("year")
    return None if year is None else -int(year) if before else int(year)


def _roman(text: str) -> int:
    """« XIX » → 19."""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
