"""What is measured of an answer before it is judged: what it says of the key, and what contradicts it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen.french.acronyms import stands_for
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
#: letters of an acronym at most
ACRONYM = 6
#: how far a point is said by its figures alone; what is left of a phrase whose point's own words are all missing
TOLD, BESIDE = 0.75, 0.5
#: the tolerance of spelling at which contradictions are looked for
FIXED = 60
#: share of an answer that stands in the key, and its terms, from which the order of the words tells something
COPIED, FEWEST = 0.75, 4


#: what may be against a point
AGAINST = ("denied", "turned", "contrary", "figure", "name", "swapped", "verdict")


@dataclass(frozen=True)
class Finding:
    """What was found of one point: its share of the mark, how far it is said 0..1, by which words, what contradicts."""

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

    def spelt_out(self, key: Key) -> "Answer":
        """With the words of the key that an acronym of the answer stands for beside it (« un PAI »)."""
        words = [re.findall(r"[\w'’-]+", text) for text in (*key.references, *key.evidence)]
        added = [
            replace(expanded, place=term.place, stretch=term.stretch)
            for term in self.terms
            if term.kind == "word" and term.text.isupper() and 2 <= len(term.text) <= ACRONYM
            for expanded in _expansion(term.text, words)
        ]
        return replace(self, terms=(*self.terms, *added)) if added else self

    @property
    def parts(self) -> list[list[Term]]:
        """Its stretches, at least one."""
        return stretches(self.terms) or [[]]


def _expansion(short: str, texts: Sequence[Sequence[str]]) -> tuple[Term, ...]:
    """The terms of the words of the key whose initials are `short`; none where there are no such words."""
    for words in texts:
        for start in range(len(words)):
            for end in range(start + 2, min(len(words), start + 3 * len(short)) + 1):
                if stands_for(short, " ".join(words[start:end])):
                    return said(" ".join(words[start:end]))
    return ()


def findings(key: Key, answer: Answer, tolerance: int) -> tuple[Finding, ...]:
    """For each point of the key what the answer says of it; of the examples of one list each counts once.

    What contradicts, and which words are used up, is found at one tolerance whatever the policy's, so that a longer one
    never lowers a mark.
    """
    wanted, tolerance = tolerance, FIXED
    best = _best_pieces(key, answer, tolerance)
    agreed, opposed = verdicts(key, answer)
    found: list[Finding] = []
    for rank, (point, pieces) in enumerate(zip(key.points, key.pieces, strict=True)):
        piece, free = best[rank]
        if piece is None:
            found.append(Finding(point.weight, 0.0, "", (), frozenset()))
            continue
        agreeing = SAID if agreed and verdict(point.alternatives[0]) is not None else 0.0
        value = max(agreeing, _value(piece, free, key.given[rank], tolerance))
        part = max(answer.parts, key=lambda p: cover(piece.terms, p, key.given[rank], tolerance))
        against = _against(key, answer, pieces, piece, part, value, tolerance)
        if value >= HALF and _swapped(key, answer, rank, [each for each, _ in best], tolerance):
            against.add("swapped")
        if opposed:
            against.add("verdict")
        if wanted != tolerance:
            value = max(agreeing, *(_value(each, free, key.given[rank], wanted) for each in pieces))
        found.append(Finding(point.weight, value, piece.text, tuple(part), frozenset(against)))
    return tuple(_undated(key, found))


def _best_pieces(key: Key, answer: Answer, tolerance: int) -> list[tuple[Piece | None, tuple[Term, ...]]]:
    """For each point the phrase that the answer says most of, and the terms of the answer that were still free."""
    found: list[tuple[Piece | None, tuple[Term, ...]]] = []
    used: set[Term] = set()
    for rank, (point, pieces) in enumerate(zip(key.points, key.pieces, strict=True)):
        free = tuple(term for term in answer.terms if not (point.rank and term in used))
        given = key.given[rank]
        best = max(pieces, key=lambda piece: _value(piece, free, given, tolerance), default=None)
        if best is not None and point.rank and _value(best, free, given, tolerance) >= HALF:
            used |= {t for t in free if any(likeness(term, t, tolerance) for term in best.terms)}
        found.append((best, free))
    return found


def _undated(key: Key, found: list[Finding]) -> list[Finding]:
    """One wrong part of a date takes the rest with it: points that are dates only are lost together."""
    dates = [all(t.kind in ("month", "year") for t in pieces[0].terms) if pieces else False for pieces in key.pieces]
    if not any("figure" in each.against and dated for each, dated in zip(found, dates, strict=True)):
        return found
    return [
        replace(each, against=each.against | {"figure"}) if dated else each
        for each, dated in zip(found, dates, strict=True)
    ]


def verdicts(key: Key, answer: Answer) -> tuple[bool, bool]:
    """Whether yes or no is what the key says, whether it is the contrary."""
    given = verdict(answer.text)
    wanted = {verdict(text) for text in (*key.references, *(text for text, _ in key.stated))} - {None}
    return given is not None and wanted == {given}, given is not None and wanted == {not given}


def _value(piece: Piece, terms: Sequence[Term], given: frozenset[str], tolerance: int) -> float:
    value = piece.sure * cover(piece.terms, terms, given, tolerance)
    figures = [term for term in piece.terms if term.kind in traps.FIGURES]
    told = [strength(term, terms, tolerance) == 1 for term in figures]
    if told and all(told):
        value = max(value, piece.sure * TOLD)
    elif told and not any(told):
        value *= BESIDE  # « plusieurs années » does not say how many
    beside = piece.own and not any(strength(term, terms, tolerance) for term in piece.own)
    return value * BESIDE if beside else value


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


def _swapped(key: Key, answer: Answer, rank: int, best: Sequence[Piece | None], tolerance: int) -> bool:
    """Whether what is said of one is given to another: beside the owner of this point stands what another has."""
    owners, mine, piece = key.owners, [], best[rank]
    own = owners[rank] if rank < len(owners) else ()
    if own and not key.points[rank].rank:
        parts = _joined(answer.parts, owners, key.asked, tolerance)
        mine = [part for part in parts if _holds(part, own, tolerance)]
    if not mine or piece is None or _payload_cover(piece, own, mine[0], key.given[rank], tolerance) >= HALF:
        return False
    others = [place for place, owner in enumerate(owners) if place != rank and owner and not key.points[place].rank]
    return any(
        other is not None and _payload_cover(other, owners[place], mine[0], key.given[place], tolerance) >= SAID
        for place in others
        for other in (best[place],)
    )


def _payload_cover(
    piece: Piece, owner: Sequence[Term], part: Sequence[Term], given: frozenset[str], tolerance: int
) -> float:
    payload = [term for term in piece.terms if term not in owner]
    return cover(payload, part, given, tolerance)


def _joined(
    parts: list[list[Term]], owners: Sequence[Sequence[Term]], asked: frozenset[str], tolerance: int
) -> list[list[Term]]:
    """The stretches, one that holds an owner alone put before the next: pupils write « et » for « est »."""
    every = [term for owner in owners for term in owner]
    found: list[list[Term]] = []
    alone = False
    for part in parts:
        if alone:
            found[-1] = [*found[-1], *part]
        else:
            found.append(part)
        bare = [term for term in part if term.key not in asked]
        alone = not alone and len(bare) <= 1 and _holds(part, every, tolerance)
    return found


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
