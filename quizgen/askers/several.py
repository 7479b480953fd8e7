"""Statements of which several are right: two or three that the text makes true, and as many that it makes false."""

import random
from collections.abc import Iterator

from quizgen.french import typography
from quizgen.french.facts import Fact, Slot

#: statements of each verdict
EACH = 2
#: what makes a statement surely true or false, whatever the reader thinks of its wording
SOUND = frozenset(["figure", "year", "voice"])
#: words of the longest statement for one of the shortest
UNEVEN = 2.2


def several_facts(statements: tuple[Fact, ...], told: tuple[Fact, ...], seed: int = 0) -> Iterator[Fact]:
    """A fact « several », value (statement, verdict) pairs of four sentences, two true and two false."""
    rng = random.Random(f"{seed}{len(statements)}")
    told_so = [_plain(fact) for fact in told if fact.kind == "assertion" and fact.marks & {"taken_up", "cut"}]
    right = [*(fact for fact in statements if fact.value is True and fact.marks & SOUND), *told_so]
    wrong = [fact for fact in statements if fact.value is False and fact.marks & SOUND]
    chosen: list[Fact] = []
    for pool in (wrong, right):
        rng.shuffle(pool)
        taken = 0
        for fact in sorted(pool, key=lambda fact: -round(fact.confidence, 1)):
            apart = all(fact.spans[0] != other.spans[0] for other in chosen)
            if apart and taken < EACH and len(fact.slots["assertion"].text.split()) <= 24:
                chosen.append(fact)
                taken += 1
        if taken < EACH:
            return
    sizes = [len(fact.slots["assertion"].text.split()) for fact in chosen]
    if max(sizes) > UNEVEN * min(sizes):
        return
    pairs = tuple((typography.answer(fact.slots["assertion"].text), fact.value is True) for fact in chosen)
    spans = tuple(fact.spans[0] for fact in sorted(chosen, key=lambda fact: fact.spans[0]))
    yield Fact("several", {}, spans, min(fact.confidence for fact in chosen), frozenset(), pairs)


def _plain(fact: Fact) -> Fact:
    """An assertion as a statement that is true."""
    slots = {"assertion": Slot(fact.slots["assertion"].text)}
    return Fact("statement", slots, fact.spans, fact.confidence, fact.marks, True)
