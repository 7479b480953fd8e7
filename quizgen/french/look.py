"""A look inside: what was seen in an article and how sure it is, as plain records that know nothing of parsers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from quizgen.french import nouns, parts
from quizgen.french.clause import Clause, is_proclitic
from quizgen.french.clauses import clauses
from quizgen.french.facts import Fact, Slot
from quizgen.french.naming import nameable
from quizgen.french.reading import LEAD, Reading, Sentence
from quizgen.french.said import UNSAFE, facts_of
from quizgen.french.understand import facts

if TYPE_CHECKING:
    from spacy.tokens import Span

    from quizgen.french.clause import Role

SCHEMA = 1
#: why a clause without a forbidding mark gave no fact: its subject, or all that it says, needs the sentence before
UNNAMED, POINTING = "unnamed", "pointing"
#: slots whose words stand for something said before -> the slot that says what
REFERRING = {"pronoun": "antecedent", "phrase": "deed"}
#: digits of a confidence in JSON
DIGITS = 4


@dataclass(frozen=True)
class SeenRole:
    """A part of a clause; `told` says whether a fact came of it."""

    name: str
    start: int
    end: int
    text: str
    marker: str
    type: str
    confidence: float
    told: bool


@dataclass(frozen=True)
class SeenClause:
    """A main clause, its verb group (`predicate`, at the offsets `verb`) and its roles.

    `silent` says why no fact came of it: marks of its sentence or its own, « unnamed » (a subject that does not stand
    alone), « pointing » (other words that do not); empty where facts came.
    """

    start: int
    end: int
    predicate: str
    verb: tuple[int, int]
    marks: frozenset[str]
    silent: frozenset[str]
    roles: tuple[SeenRole, ...]


@dataclass(frozen=True)
class SeenSentence:
    """A sentence, the rank of its paragraph from 0, and its marks: any of them keeps most finders away."""

    start: int
    end: int
    text: str
    paragraph: int
    marks: frozenset[str]
    clauses: tuple[SeenClause, ...]


@dataclass(frozen=True)
class Entity:
    """One mention of a name: the recogniser's label, and the type the article as a whole gives that name."""

    start: int
    end: int
    text: str
    label: str
    type: str


@dataclass(frozen=True)
class Reference:
    """Words that stand for what was said before; the antecedent's offsets are its sentence's where it was rebuilt."""

    kind: str
    start: int
    end: int
    text: str
    antecedent: Slot
    confidence: float


@dataclass(frozen=True)
class Look:
    """All that was seen, each part in the order of the text; offsets are half-open code points into the article."""

    sentences: tuple[SeenSentence, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    references: tuple[Reference, ...]

    def to_json(self) -> dict[str, Any]:
        """The records as JSON objects, key for field; see `quizgen parse -f json` in the README.

        A fact has kind, confidence, spans, marks and slots (name -> text, start, end, type; start and end are null
        where its words were rebuilt and stand nowhere in the article).
        """
        return {
            "sentences": [_plain(asdict(sentence)) for sentence in self.sentences],
            "entities": [_plain(asdict(entity)) for entity in self.entities],
            "facts": [_fact(fact) for fact in self.facts],
            "references": [
                _plain(asdict(reference)) | {"antecedent": _slot(reference.antecedent)} for reference in self.references
            ],
        }


def look_at(reading: Reading) -> Look:
    """What was seen in `reading`."""
    told = facts(reading)
    read: dict[Sentence, list[Clause]] = defaultdict(list)
    for clause, sentence in reading.clauses:
        read[sentence].append(clause)
    sentences = tuple(_sentence(sentence, read[sentence]) for sentence in reading.sentences)
    return Look(sentences, tuple(_entities(reading)), told, tuple(_references(told)))


def _sentence(sentence: Sentence, read: "list[Clause]") -> SeenSentence:
    """`read` are its clauses where it is plain; those of the others are looked for here."""
    start, end = sentence.bounds
    found = tuple(_clause(clause, sentence) for clause in (read if sentence.plain else clauses(sentence.span)))
    return SeenSentence(start, end, sentence.text, sentence.paragraph, sentence.marks, found)


def _clause(clause: "Clause", sentence: Sentence) -> SeenClause:
    told = list(facts_of(clause, sentence)) if sentence.plain else []
    verb = _verb(clause)
    start, end, _ = _place(clause.doc[clause.start : clause.end], sentence)
    return SeenClause(
        start,
        end,
        verb.text,
        _place(verb, sentence)[:2],
        clause.marks,
        _silence(clause, sentence, told),
        tuple(_role(role, sentence, told) for role in _surest(clause.roles)),
    )


def _verb(clause: "Clause") -> "Span":
    """The verb group, from the pronouns that lean on it to the lexical verb: « ne le lui a pas dit »."""
    first, last = clause.finite.i, max(clause.finite.i, clause.head.i if parts.is_verb(clause.head) else 0)
    while first > clause.start and is_proclitic(clause.doc[first - 1]):
        first -= 1
    return clause.doc[first : last + 1]


def _silence(clause: "Clause", sentence: Sentence, told: list[Fact]) -> frozenset[str]:
    if told:
        return frozenset()
    unnamed = frozenset() if nameable(clause.named) else frozenset({UNNAMED})
    return sentence.marks | (clause.marks & UNSAFE) | unnamed or frozenset({POINTING})


def _surest(roles: "tuple[Role, ...]") -> "list[Role]":
    """The roles in their order, the surest reading only of a phrase that was found twice under one name."""
    best: dict[tuple[str, int, int], Role] = {}
    for role in roles:
        key = (role.name, role.span.start, role.span.end)
        if key not in best or role.confidence > best[key].confidence:
            best[key] = role
    return list(best.values())


def _role(role: "Role", sentence: Sentence, told: list[Fact]) -> SeenRole:
    start, end, text = _place(role.span, sentence)
    answers = {(fact.kind, fact.slots["answer"].start) for fact in told if "answer" in fact.slots}
    asked = (role.name, start) in answers
    return SeenRole(role.name, start, end, text, role.marker, role.type, role.confidence, asked)


def _place(span: "Span", sentence: Sentence) -> tuple[int, int, str]:
    """Offsets in the article, and the words there, without white space or a dialogue's dash around them."""
    text = span.text.lstrip(LEAD).rstrip()
    start = sentence.offset + span.start_char + len(span.text) - len(span.text.lstrip(LEAD))
    return start, start + len(text), text


def _entities(reading: Reading) -> Iterator[Entity]:
    types = {name: kind for kind, names in reading.names.items() for name in names}
    for doc, offset in zip(reading.docs, reading.offsets, strict=True):
        for name in doc.ents:
            kind = types.get(name.text.strip()) or nouns.ENTITY_TYPES.get(name.label_, "thing")
            yield Entity(offset + name.start_char, offset + name.end_char, name.text, name.label_, kind)


def _references(told: tuple[Fact, ...]) -> Iterator[Reference]:
    seen: set[int] = set()
    for fact in told:
        for word, meant in REFERRING.items():
            slot = fact.slots.get(word)
            if slot is not None and meant in fact.slots and slot.start not in seen:
                seen.add(slot.start)
                antecedent = _located(fact.slots[meant], fact, slot.start)
                yield Reference(fact.kind, slot.start, slot.end, slot.text, antecedent, fact.confidence)


def _located(antecedent: Slot, fact: Fact, referring: int) -> Slot:
    """The antecedent with its offsets: those of the sentence that tells it where its words were rebuilt."""
    if antecedent.start >= 0:
        return antecedent
    elsewhere = [span for span in fact.spans if not span[0] <= referring < span[1]]
    start, end = (elsewhere or fact.spans)[0]
    return Slot(antecedent.text, start, end, antecedent.type)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "confidence": round(fact.confidence, DIGITS),
        "spans": [list(span) for span in fact.spans],
        "slots": {name: _slot(slot) for name, slot in fact.slots.items()},
        "marks": sorted(fact.marks),
    }


def _slot(slot: Slot) -> dict[str, Any]:
    start, end = (slot.start, slot.end) if slot.start >= 0 else (None, None)
    return {"text": slot.text, "start": start, "end": end, "type": slot.type}


def _plain(value: Any) -> Any:
    """`value` as JSON can hold it: sets sorted, tuples as lists, confidences short."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return round(value, DIGITS) if isinstance(value, float) else value
