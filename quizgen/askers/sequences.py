"""Things told one after the other, to be put in order again: as the text tells them, or by their dates."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.french import dates, typography
from quizgen.french.facts import Fact, Slot

#: items of an exercise, at least and at most; words of an item; chars between two items of the text's order
FEWEST, MOST, SHORTEST, LONGEST, APART = 4, 5, 4, 18, 80
#: quotations, years, and the loose end of a list
UNFIT = re.compile(r"[«»“”\"():;]|\d{4}|,\s*(?:et|ou|mais)\b|,?\s(?:et|ou|mais)$")
#: what cannot be put in order
UNTOLD = frozenset(["hearsay", "whole"])
#: what an order of descriptions is worth beside one of events
STILL = 0.82
WORD = re.compile(r"\w{4,}")


def sequence_facts(told: tuple[Fact, ...]) -> Iterator[Fact]:
    """Facts « sequence », value the items in order, marked « told » (the text's order) or « dated » (by date)."""
    yield from _told(told)
    yield from _dated(told)


def _told(told: tuple[Fact, ...]) -> Iterator[Fact]:
    """Statements of different sentences, spread over the text, no two of them alike."""
    sure, kept = 1.0, _apart(told, UNTOLD | {"lasting"})
    if len(kept) < FEWEST:
        # a description in the imparfait has an order too, if a poor one
        sure, kept = STILL, _apart(told, UNTOLD)
    if len(kept) < FEWEST:
        return
    count = min(MOST, len(kept))
    chosen = [kept[i * (len(kept) - 1) // (count - 1)] for i in range(count)]
    past = sum("past" in fact.marks for fact in chosen) > count // 2
    fact = _fact(chosen, "assertion", "told", {"things": Slot("ces événements" if past else "ces informations")})
    yield replace(fact, confidence=sure * fact.confidence)


def _apart(told: tuple[Fact, ...], unfit: frozenset[str]) -> list[Fact]:
    kept: list[Fact] = []
    for fact in told:
        if fact.kind == "assertion" and _fits(fact.slots["assertion"].text) and not fact.marks & unfit:
            start = fact.spans[0][0]
            if all(abs(start - k.spans[0][0]) >= APART and not _alike(fact, k, "assertion") for k in kept):
                kept.append(fact)
    return kept


def _dated(told: tuple[Fact, ...]) -> Iterator[Fact]:
    """What happened on four different dates, each whole enough to be compared."""
    kept: dict[tuple[int, ...], Fact] = {}
    for fact in told:
        if fact.kind not in ("happening", "doing") or not _fits(fact.slots["answer"].text):
            continue
        found = dates.find(fact.slots["when"].text)
        key = dates.order_key(found[0]) if len(found) == 1 else None
        if key is not None and found[0].year is not None and not any(_alike(fact, k, "answer") for k in kept.values()):
            kept.setdefault(key[0], fact)
    years = {key[0] for key in kept}
    if len(kept) >= FEWEST and len(years) == len(kept):
        chosen = [kept[key] for key in sorted(kept)]
        yield _fact(chosen[:MOST], "answer", "dated", {})


def _fits(text: str) -> bool:
    return SHORTEST <= len(text.split()) <= LONGEST and not UNFIT.search(text)


def _alike(a: Fact, b: Fact, slot: str) -> bool:
    """Whether two statements share half of their words: one could be taken for the other."""
    first, second = ({w.lower() for w in WORD.findall(fact.slots[slot].text)} for fact in (a, b))
    return len(first & second) * 2 >= min(len(first), len(second))


def _fact(chosen: list[Fact], slot: str, mark: str, slots: dict[str, Slot]) -> Fact:
    items = tuple(typography.answer(fact.slots[slot].text) for fact in chosen)
    spans = tuple(dict.fromkeys(fact.spans[0] for fact in chosen))
    return Fact("sequence", slots, spans, min(fact.confidence for fact in chosen), frozenset({mark}), items)
