"""What is measured of an answer before it is judged: what it says of the key, what nothing supports, what contradicts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.grading import traps
from quizgen.grading.cover import cover, strength, stretches, supported
from quizgen.grading.doers import reversed_deed
from quizgen.grading.key import Key, Piece
from quizgen.grading.likeness import likeness
from quizgen.grading.points import said
from quizgen.grading.terms import Term
from quizgen.grading.tidy import corrected, spelt_out, tidy, verdict

#: from how much of a point it is said, and half said
SAID, HALF = 0.55, 0.35
#: the tolerance of spelling at which contradictions are looked for
FIXED = 60
#: share of an answer that stands in the key, and its terms, from which the order of the words tells something
COPIED, FEWEST = 0.75, 4


#: what may be against a point
AGAINST = ("denied", "turned", "contrary", "figure", "name", "swapped", "verdict")


@dataclass(frozen=True)
class Finding:
    """What was found of one point: its share of the mark, how far it is said 0..1, by which words, what is against it."""

    weight: float
    value: float
    phrase: str
    part: tuple[Term, ...]
    against: frozenset[str]

    @property
    def credit(self) -> float:
        """1 said, 0.5 half said, 0 not said or contradicted."""
        return 0.0 if self.against else 1.0 if self.value >= SAID else 0.5 if self.value >= HALF else 0.0


@dataclass(frozen=True)
class Answer:
    """An answer taken apart."""

    text: str
    terms: tuple[Term, ...]

    @classmethod
    def of(cls, raw: str) -> "Answer":
        """The answer as compared: tidied, shorthand written out."""
        text = corrected(spelt_out(tidy(raw)))
        return cls(text, said(text))

    @property
    def parts(self) -> list[list[Term]]:
        """Its stretches, at least one."""
        return stretches(self.terms) or [[]]


def findings(key: Key, answer: Answer, tolerance: int) -> tuple[Finding, ...]:
    """For each point of the key what the answer says of it; of the examples of one list each counts once.

    What contradicts, and which words are used up, is found at one tolerance whatever the policy's, so that a longer one
    never lowers a mark.
    """
    wanted, tolerance = tolerance, FIXED
    agreed, opposed = _verdicts(key, answer)
    found: list[Finding] = []
    used: set[Term] = set()
    for rank, (point, pieces) in enumerate(zip(key.points, key.pieces, strict=True)):
        free = tuple(term for term in answer.terms if not (point.rank and term in used))
        best = max(pieces, key=lambda piece: _value(piece, free, key.given[rank], tolerance), default=None)
        if best is None:
            found.append(Finding(point.weight, 0.0, "", (), frozenset()))
            continue
        value = _value(best, free, key.given[rank], tolerance)
        if agreed and verdict(point.alternatives[0]) is not None:
            value = max(value, SAID)
        part = max(answer.parts, key=lambda p: cover(best.terms, p, key.given[rank], tolerance))
        if point.rank and value >= HALF:
            used |= {t for t in free if any(likeness(term, t, tolerance) for term in best.terms)}
        against = frozenset(_against(key, answer, pieces, best, part, value, tolerance))
        if value >= HALF and _swapped(key, answer, rank, best, tolerance):
            against |= {"swapped"}
        if opposed:
            against |= {"verdict"}
        if wanted != tolerance:
            agreeing = SAID if agreed and verdict(point.alternatives[0]) is not None else 0.0
            value = max(agreeing, *(_value(piece, free, key.given[rank], wanted) for piece in pieces))
        found.append(Finding(point.weight, value, best.text, tuple(part), against))
    return tuple(_undated(key, found))


def _undated(key: Key, found: list[Finding]) -> list[Finding]:
    """One wrong part of a date takes the rest with it: points that are dates only are lost together."""
    dates = [all(t.kind in ("month", "year") for t in pieces[0].terms) if pieces else False for pieces in key.pieces]
    if not any("figure" in each.against and dated for each, dated in zip(found, dates, strict=True)):
        return found
    return [
        replace(each, against=each.against | {"figure"}) if dated else each
        for each, dated in zip(found, dates, strict=True)
    ]


def _verdicts(key: Key, answer: Answer) -> tuple[bool, bool]:
    """Whether yes or no is what the key says, whether it is the contrary."""
    given = verdict(answer.text)
    wanted = {verdict(text) for text in (*key.references, *(text for text, _ in key.stated))} - {None}
    return given is not None and wanted == {given}, given is not None and wanted == {not given}


def _value(piece: Piece, terms: Sequence[Term], given: frozenset[str], tolerance: int) -> float:
    return piece.sure * cover(piece.terms, terms, given, tolerance)


def _against(
    key: Key, answer: Answer, pieces: Sequence[Piece], best: Piece, part: Sequence[Term], value: float, tolerance: int
) -> set[str]:
    """What contradicts a point: « denied », « turned », « contrary », « figure », « name »."""
    found = set()
    whole = [term for piece in pieces for term in piece.terms]
    known = (*key.core, *key.asked_terms)
    near = supported(part, known, tolerance) >= traps.NEARLY and value >= HALF
    deny = any(term.denied for term in answer.terms)
    both = deny and any(term.denied for term in best.terms)
    if near and not key.denies and not both and traps.denied(part, best.terms, tolerance):
        found.add("denied")
    if near and part and traps.turned(part[0].part, best.text):
        found.add("turned")
    phrases = [piece.terms for piece in pieces]
    if near and not deny and any(traps.contrary(part, phrase, tolerance) for phrase in phrases):
        found.add("contrary")
    if traps.other_figure(answer.terms, best.terms if value else whole, known):
        found.add("figure")
    if traps.other_name(answer.terms, best.terms if value else whole, known, tolerance):
        found.add("name")
    return found


def _swapped(key: Key, answer: Answer, rank: int, best: Piece, tolerance: int) -> bool:
    """Whether the answer gives what is said of one to another: beside the owner of this point stands what another has."""
    owners = key.owners
    own = owners[rank] if rank < len(owners) else ()
    mine = [part for part in _joined(answer.parts, owners, tolerance) if _holds(part, own, tolerance)]
    if not own or not mine or key.points[rank].rank:
        return False
    part = mine[0]
    if cover(_payload(best.terms, own), part, key.asked, tolerance) >= HALF:
        return False
    others = [
        _payload(pieces[0].terms, owners[place])
        for place, pieces in enumerate(key.pieces)
        if place != rank and pieces and owners[place] and not key.points[place].rank
    ]
    return any(payload and cover(payload, part, frozenset(), tolerance) >= SAID for payload in others)


def _joined(parts: list[list[Term]], owners: Sequence[Sequence[Term]], tolerance: int) -> list[list[Term]]:
    """The stretches, one that holds an owner alone put before the next: pupils write « et » for « est »."""
    every = [term for owner in owners for term in owner]
    found: list[list[Term]] = []
    alone = False
    for part in parts:
        if alone:
            found[-1] = [*found[-1], *part]
        else:
            found.append(part)
        alone = not alone and len(part) == 1 and _holds(part, every, tolerance)
    return found


def _payload(terms: Sequence[Term], owner: Sequence[Term]) -> list[Term]:
    return [term for term in terms if term not in owner]


def _holds(part: Sequence[Term], owner: Sequence[Term], tolerance: int) -> bool:
    return any(strength(term, part, tolerance) > 0 for term in owner)


def _best_cover(texts: Sequence[str], answer: Answer, key: Key, tolerance: int) -> float:
    return max((cover(said(text), answer.terms, key.asked, tolerance) for text in texts), default=0.0)


def signs(key: Key, answer: Answer, found: Sequence[Finding], tolerance: int) -> dict[str, float]:
    """The signs of an answer, all 0 to 1: the first five speak for it, the others against (weights.json)."""
    whole = sum(each.weight for each in found) or 1.0
    clear = sum(each.weight for each in found if not each.against) / whole
    value = sum(each.weight * each.value for each in found if not each.against) / whole
    copied = supported(answer.terms, key.core, FIXED) >= COPIED and len(answer.terms) >= FEWEST
    orders = [traps.crossed(answer.terms, phrase, FIXED) for phrase in key.sentences] if copied else []
    return {
        "credit": sum(each.weight * each.credit for each in found) / whole,
        "value": value,
        "least": min((each.value * (not each.against) for each in found), default=0.0),
        "reference": clear * _best_cover(key.references, answer, key, tolerance),
        "quoted": clear * _best_cover(key.evidence, answer, key, tolerance),
        "against": 1 - clear,
        "names": min(1.0, traps.strange_names(answer.terms, (*key.core, *key.asked_terms), FIXED) / 2),
        "reversed": float(reversed_deed(answer.terms, key.phrases, FIXED)),
        "crossed": max(orders, default=0.0),
    }
