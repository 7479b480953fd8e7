"""Statements to judge true or false: a clause as the text tells it, or with one controlled change."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.askers.distractors import MONTHS, YEAR, acting, scaled
from quizgen.french.facts import Fact, Slot
from quizgen.french.names import may_be_same
from quizgen.french.reading import Reading

FIGURE = re.compile(r"(?<![\w,.])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,])|(?<![\w,.°-])\d+(?:,\d+)?(?![\w°-])")
#: a figure after such a word is a label (« la période 8 », « le 3 mars »), not a quantity
LABELLED = re.compile(
    r"\b(période|article|page|chapitre|numéro|n°|ligne|route|chaîne|groupe|étage|avenue|classe|le|du|au|la)\s$", re.I
)
#: words of a statement, at least and at most
SHORTEST, LONGEST = 6, 32


def statement_facts(reading: Reading, told: tuple[Fact, ...], seed: int = 0) -> Iterator[Fact]:
    """Facts « statement », value True or False, of every asserted clause: as it is, or one thing changed."""
    for fact in told:
        if fact.kind == "assertion" and SHORTEST <= len(fact.slots["assertion"].text.split()) <= LONGEST:
            rng = random.Random(f"{seed}{fact.slots['assertion'].text}")
            text = fact.slots["assertion"].text
            yield _statement(fact, text, True, "verbatim")
            yield from _changed(fact, text, reading, told, rng)


def _statement(fact: Fact, text: str, verdict: bool, how: str) -> Fact:
    slots = {"assertion": Slot(text), "original": Slot(fact.slots["assertion"].text), "prefix": fact.slots["prefix"]}
    return replace(fact, kind="statement", slots=slots, value=verdict, marks=fact.marks | {how})


def _changed(fact: Fact, text: str, reading: Reading, told: tuple[Fact, ...], rng: random.Random) -> Iterator[Fact]:
    changed = {
        "figure": _other_figure(text, rng),
        "year": _other_year(text, reading, rng),
        "name": _other_name(
            text, fact, [name for name in acting(told) if name in reading.names.get("person", ())], rng
        ),
    }
    for how, wrong in changed.items():
        if wrong is not None:
            yield _statement(fact, wrong, False, how)
    negated = fact.slots.get("denied")
    if negated is not None:
        yield _statement(fact, negated.text, False, "polarity")


def _other_figure(text: str, rng: random.Random) -> str | None:
    """The statement with one figure changed; None with several figures of one unit or a year."""
    found = [m for m in FIGURE.finditer(text) if not YEAR.fullmatch(m.group())]
    if len(found) != 1 or (
        re.match(r"\s(?:%|pour cent)", text[found[0].end() :]) and found[0].group() in ("100", "50")
    ):
        return None
    match = found[0]
    following = text[match.end() :].split()[:1]
    if not following or following[0] in MONTHS or LABELLED.search(text[: match.start()]):
        return None
    other = scaled(match.group(), rng.choice((0.5, 0.6, 1.5, 2)))
    return None if other is None else text[: match.start()] + other + text[match.end() :]


def _other_year(text: str, reading: Reading, rng: random.Random) -> str | None:
    """The statement with its only year changed to one that the article does not hold."""
    found = list(YEAR.finditer(text))
    if len(found) != 1:
        return None
    year = int(found[0].group())
    step = 10 if text[: found[0].start()].endswith("années ") else 1
    others = [
        y
        for y in range(year - (40 if step > 1 else 12), year, step)
        if str(y) not in reading.text and abs(year - y) >= 2
    ]
    return text[: found[0].start()] + str(rng.choice(others)) + text[found[0].end() :] if others else None


def _other_name(text: str, fact: Fact, people: list[str], rng: random.Random) -> str | None:
    """The statement of a past deed given to another person of the article."""
    subject = fact.slots["subject"]
    if (
        subject.text not in people
        or "past" not in fact.marks
        or not text.startswith(subject.text)
        or text.count(subject.text) > 1
    ):
        return None
    others = [n for n in people if not may_be_same(n, subject.text) and n not in text]
    return rng.choice(others) + text[len(subject.text) :] if others else None
