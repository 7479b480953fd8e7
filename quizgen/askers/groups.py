"""Facts of one sort as pairs to match: names and who they are, who said what."""

import re
from collections.abc import Iterator

from quizgen.french.facts import Fact
from quizgen.french.names import may_be_same
from quizgen.french.typography import quote

#: pairs of a matching, at least and at most; words of a quotation shown in one
FEWEST, MOST, QUOTE_WORDS = 3, 5, 18


def group_facts(told: tuple[Fact, ...]) -> Iterator[Fact]:
    """A fact « matched » for each sort that gives three pairs or more whose sides are all different."""
    for mark, kind, left, right in (
        ("identities", "identity", "name", "description"),
        ("quotes", "quote", "quote", "speaker"),
    ):
        kept = _distinct([fact for fact in told if fact.kind == kind], left, right)
        if len(kept) >= FEWEST:
            shown = quote if mark == "quotes" else str
            bare = mark == "identities"
            pairs = tuple(
                (shown(fact.slots[left].text), _bare(fact.slots[right].text) if bare else fact.slots[right].text)
                for fact in kept
            )
            spans = tuple(dict.fromkeys(span for fact in kept for span in fact.spans[:1]))
            yield Fact("matched", {}, spans, min(fact.confidence for fact in kept), frozenset({mark}), pairs)


def _bare(description: str) -> str:
    """The description without its article, so that all stand in one form."""
    return re.sub(r"^(?:le |la |les |un |une |l['’])", "", description)


def _distinct(facts: list[Fact], left: str, right: str) -> list[Fact]:
    """The facts whose two sides resemble no other's, spread over the text when there are many."""
    kept: list[Fact] = []
    for fact in facts:
        a, b = fact.slots[left].text, fact.slots[right].text
        fresh = all(a.lower() != k.slots[left].text.lower() and not _alike(b, k.slots[right].text) for k in kept)
        if fresh and len(a.split()) <= QUOTE_WORDS:
            kept.append(fact)
    step = max(1, len(kept) // MOST)
    return kept[::step][:MOST]


def _alike(a: str, b: str) -> bool:
    first_a, first_b = a.lower().split()[0], b.lower().split()[0]
    return (
        a.lower() == b.lower()
        or (may_be_same(a, b) and any(w[:1].isupper() for w in a.split()))
        or (first_a == first_b and len(a.split()) == 1)
    )
