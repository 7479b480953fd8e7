"""Facts: what French clauses say, as records that know nothing of parsers or of quizzes."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Slot:
    """One part of a fact: its words, and where they stand in the article (-1 where they were rebuilt).

    `type` says what it is (person, institution, place, time, quantity, thing, clause, word, …); `gender` is Masc, Fem
    or "", `number` Sing, Plur or "".
    """

    text: str
    start: int = -1
    end: int = -1
    type: str = ""
    gender: str = ""
    number: str = ""


@dataclass(frozen=True)
class Fact:
    """Something the article says: named slots, the spans that prove it, a confidence 0..1 and what marks it.

    `kind` names the finder's sort of fact (« clause », « quote », « figure », …); `spans` are half-open offsets of the
    sentences that prove it, the main one first. `value` holds what is not words: a verdict, pairs, the words of gaps;
    `others` wrong values of the same form, where the finder knows some.
    """

    kind: str
    slots: Mapping[str, Slot]
    spans: tuple[tuple[int, int], ...]
    confidence: float
    marks: frozenset[str] = field(default_factory=frozenset)
    value: object = None
    others: tuple[str, ...] = ()
