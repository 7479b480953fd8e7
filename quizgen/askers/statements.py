"""Statements to judge true or false: never the text's own words alone, always said another way or with one change.

In the other voice, or with another figure, year or doer. What is changed to stands in the article too, or is a figure.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.askers.distractors import YEAR, acting, scaled
from quizgen.french import numbers
from quizgen.french.dates import MONTHS
from quizgen.french.facts import Fact, Slot
from quizgen.french.names import may_be_same
from quizgen.french.reading import Reading

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
#: a count under so few is told at a glance
LEAST = 5
#: words of a statement, at least and at most
SHORTEST, LONGEST = 5, 32
#: words after a figure that make it a day or a sum of money
DAY_OR_SUM = re.compile(rf"{'|'.join(MONTHS)}|euros?\b|ans?\b")
#: a figure after such a word is a label (« la période 8 », « le 3 mars »), not a quantity
LABELLED = re.compile(
    r"\b(période|article|page|chapitre|numéro|n°|ligne|route|chaîne|groupe|étage|avenue|classe|le|du|au|la|à|moins|quelque|presque|h)\s$",
    re.I,
)


def statement_facts(reading: Reading, told: tuple[Fact, ...], seed: int = 0) -> Iterator[Fact]:
    """Facts « statement », value True or False, of what the article asserts."""
    for fact in told:
        rng = random.Random(f"{seed}{fact.kind}{fact.spans}")
        for text, verdict, how in _said_of(fact, told, rng, reading):
            if SHORTEST <= len(text.split()) <= LONGEST:
                yield _statement(fact, text, verdict, how)


def _said_of(
    fact: Fact, told: tuple[Fact, ...], rng: random.Random, reading: Reading
) -> Iterator[tuple[str, bool, str]]:
    """The statements that one fact gives: text, verdict, how it was made."""
    if fact.kind == "assertion":
        text = fact.slots["assertion"].text
        yield from _changed(text, reading, rng)
    elif fact.kind == "restated":
        yield from _doers(fact, told, rng)


def _statement(fact: Fact, text: str, verdict: bool, how: str) -> Fact:
    slots = {"assertion": Slot(text), "prefix": Slot("")}
    return replace(fact, kind="statement", slots=slots, value=verdict, marks=fact.marks | {how}, spans=fact.spans[:1])


def _changed(text: str, reading: Reading, rng: random.Random) -> Iterator[tuple[str, bool, str]]:
    changed = {"figure": _other_figure(text, rng), "year": _other_year(text, reading, rng)}
    yield from ((wrong, False, how) for how, wrong in changed.items() if wrong is not None)


def _other_figure(text: str, rng: random.Random) -> str | None:
    """The statement with its only counting figure changed; None with several, or where it labels or dates."""
    found = [m for m in COUNTED.finditer(text) if not YEAR.fullmatch(m["figure"])]
    if len(found) != 1:
        return None
    start, end = found[0].span("figure")
    if start and text[start].isupper():
        return None
    following = text[end:].split()[:2]
    # « cinq jours sur sept » cannot be eight
    shares = following[1:] == ["sur"]
    sure = found[0]["hedge"] is None and not (following[:1] == ["%"] and found[0]["figure"] in ("100", "50"))
    if not sure or shares or not following or DAY_OR_SUM.match(following[0]) or LABELLED.search(text[:start]):
        return None
    if (numbers.value(found[0]["figure"]) or 0) < LEAST:
        return None
    other = scaled(found[0]["figure"], rng.choice((0.5, 0.6, 1.5, 2)))
    if other is None:
        return None
    wrong = text[:start] + other + text[end:]
    return wrong[:1].upper() + wrong[1:]


def _other_year(text: str, reading: Reading, rng: random.Random) -> str | None:
    """The statement with its only year changed to one that the article does not hold."""
    found = list(YEAR.finditer(text))
    if len(found) != 1 or re.match(r"(?:.*, )?il (?:y |fai|pleu|s'agi)", text, re.I):
        return None
    year = int(found[0].group())
    step = 10 if text[: found[0].start()].endswith("années ") else 1
    first = year - (40 if step > 1 else 12)
    others = [y for y in range(first, year, step) if str(y) not in reading.text and abs(year - y) >= 2]
    return text[: found[0].start()] + str(rng.choice(others)) + text[found[0].end() :] if others else None


def _doers(fact: Fact, told: tuple[Fact, ...], rng: random.Random) -> Iterator[tuple[str, bool, str]]:
    """The deed in the other voice, by its doer and by somebody else of the same sort."""
    before, doer, after = (fact.slots[name].text for name in ("before", "doer", "after"))
    yield _sentence(before, doer, after), True, "voice"
    if doer[:1].isupper():
        others = [name for name in acting(told) if name[:1].isupper() and not may_be_same(name, doer)]
        others = [name for name in others if name not in before + after]
        if others:
            yield _sentence(before, rng.choice(others), after), False, "voice"


def _sentence(before: str, doer: str, after: str) -> str:
    text = before + doer + after
    return text[:1].upper() + text[1:]
