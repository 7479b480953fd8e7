"""Figures and years by comparison: « douze plateaux » is « plus de dix plateaux », « en 1945 » « avant 1950 »."""

import random
import re
from collections.abc import Iterator

from quizgen.french import numbers
from quizgen.french.dates import MONTHS

WORDS = (
    "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|"
    "vingt|trente|quarante|cinquante|soixante|cent"
)
DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:,\d+)?"
#: a figure that counts: what hedges it, the figure, then a word or a percent sign
COUNTED = re.compile(
    rf"(?P<hedge>(?:plus de|près de|environ|moins de)\s)?(?<![\w,.°-])(?P<figure>{DIGITS}|{WORDS})"
    r"(?=[ \u00a0](?:%|[a-zéèêâîôûç]{3,}))",
    re.IGNORECASE,
)
#: words that make the figure a part of a name, a date or a determined group (« les douze », « de 8 »)
BOUND = re.compile(
    r"(?:\b(?:ou|et|le|la|les|des|du|aux|au|à|ces|ses|leurs|nos|de|au moins|quelque|quelques|seuls|seules|presque|"
    r"autres|seulement|à peine|exactement|tous|toutes|sous|avant|après|"
    r"dépass\w+|excéd\w+|atteign\w+|période|article|page|chapitre|numéro|ligne|groupe"
    r"|étage)|d['’])\s?$",
    re.I,
)
YEAR = re.compile(rf"(?<!jusqu['’])\b[Ee]n (?:(?:{'|'.join(MONTHS)}) )?(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\b")
#: hedges beside which another comparison reads as hair-splitting, or may not be true
VAGUE = {"près de", "moins de", "environ"}
#: under so few, « moins de » is said of nothing
LEAST = 5
ROUND = tuple(
    int(step * power)
    for power in (1, 10, 100, 1000, 10_000, 100_000)
    for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8)
    if step == int(step) or power > 1
)


def compared(text: str, years: tuple[int, int], dated: bool, rng: random.Random) -> Iterator[tuple[str, bool]]:
    """The statement said by comparison, once truly and once falsely.

    `years` are the first and the last that the article names, between which the round year must lie; only a `dated`
    statement, whose year is that of its verb, is set before or after one.
    """
    moved = year_compared(text, years) if dated else None
    for told in (figure_compared(text, rng), moved):
        if told is not None:
            yield told[0], True
            yield told[1], False


def figure_compared(text: str, rng: random.Random) -> tuple[str, str] | None:
    """(true, false) with the only counting figure of `text` compared to a round one; None where it cannot be."""
    found = [m for m in COUNTED.finditer(text) if not re.fullmatch(r"1\d{3}|20\d\d", m["figure"])]
    every = re.findall(r"\d+", YEAR.sub("", text))
    if len(found) != 1 or len(every) > len(re.findall(r"\d+", found[0]["figure"])):
        return None
    match = found[0]
    amount = numbers.value(match["figure"])
    hedge = (match["hedge"] or "").strip().lower()
    after = text[match.end() :].split()[:1]
    if (
        amount is None
        or amount < 3
        or hedge in VAGUE
        or BOUND.search(text[: match.start()])
        or (after and re.match(rf"{'|'.join(MONTHS)}|fois|heures?\b", after[0]))
        or re.search(r" (?:de|au) (?:plus|moins)\b|, puis\b", text[match.end() :])
    ):
        return None
    lower, higher = _around(amount)
    above = hedge == "plus de" or rng.random() < 0.5
    bound = lower if above else higher
    if bound is None:
        return None
    figure = _like(match["figure"], bound)
    head, tail = text[: match.start()], text[match.end() :]
    ways = (f"{head}plus de {figure}{tail}", f"{head}moins de {figure}{tail}")
    true, false = ways if above else ways[::-1]
    return _capital(true), _capital(false)


def _around(amount: float) -> tuple[int | None, int | None]:
    """The nearest round figures clearly under and over `amount`."""
    lower = [r for r in ROUND if LEAST <= r <= amount * 0.92]
    higher = [r for r in ROUND if r >= max(LEAST, amount * 1.08)]
    return (lower[-1] if lower else None), (higher[0] if higher else None)


def _like(model: str, bound: int) -> str:
    """`bound` in letters where the model is, else in digits with the model's spaces."""
    if not model[0].isdigit():
        return numbers.in_words(bound)
    space = next((c for c in model if not c.isdigit() and c != ","), "\u00a0")
    return numbers.in_digits(bound, space)


def year_compared(text: str, years: tuple[int, int]) -> tuple[str, str] | None:
    """(true, false) with the only year of `text` set before or after a round one."""
    found = list(YEAR.finditer(text))
    if len(found) != 1 or len(re.findall(r"\b\d{4}\b", text)) != 1:
        return None
    match = found[0]
    year = int(match["year"])
    lower = (year - 2) // 10 * 10
    upper = lower + 10 if lower + 10 > year else lower + 20
    head, tail = text[: match.start()], text[match.end() :]
    if re.match(r", (?:après|avant|depuis|pendant|au bout)\b", tail):
        return None
    if year < upper - 1 and upper <= years[1]:
        return _capital(f"{head}avant {upper}{tail}"), _capital(f"{head}après {upper}{tail}")
    if years[0] <= lower:
        return _capital(f"{head}après {lower}{tail}"), _capital(f"{head}avant {lower}{tail}")
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
