"""What an answer is compared with: question, reference answers, key points, the sentences that prove them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.grading.cover import cover, stretches
from quizgen.grading.likeness import likeness
from quizgen.grading.points import Point, points_of, said
from quizgen.grading.terms import Term, weight

#: how surely an aside of a point, a piece of a reference, a piece of the evidence stands for the point
ASIDE, PIECE, QUOTED = 0.8, 0.95, 0.9
#: a piece of a reference belongs to the point that it covers so far at least
BELONGS = 0.3
#: the tolerance with which the key is compared with itself
STRICT = 30


#: share of the weight of a point's own words that another phrase must have to stand for it
ENOUGH = 0.6


def _weight(terms: Sequence[Term]) -> float:
    return sum(weight(term) for term in terms)


@dataclass(frozen=True)
class Piece:
    """A phrase that may satisfy a point, its terms, how surely it does.

    `own` are the point's terms, where the phrase is not one of its own: an answer with none of them says little of it.
    """

    text: str
    terms: tuple[Term, ...]
    sure: float
    own: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Key:
    """All that an answer is compared with; `stated` are the key points as (text, share), none for one whole point."""

    question: str
    references: tuple[str, ...]
    stated: tuple[tuple[str, float], ...] = ()
    evidence: tuple[str, ...] = ()

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """What must be said."""
        return points_of(self.stated, self.references)

    @cached_property
    def asked_terms(self) -> tuple[Term, ...]:
        """The terms of the question."""
        return said(self.question)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The keys of these."""
        return frozenset(term.key for term in self.asked_terms)

    @cached_property
    def phrases(self) -> tuple[tuple[Term, ...], ...]:
        """References, points and evidence, each as its terms."""
        return tuple(said(text) for text in (*self.references, *(text for text, _ in self.stated), *self.evidence))

    @cached_property
    def sentences(self) -> tuple[tuple[Term, ...], ...]:
        """References and evidence, each as its terms."""
        return tuple(said(text) for text in (*self.references, *self.evidence))

    @cached_property
    def denies(self) -> bool:
        """Whether the question asks for what is denied (« Quelle boisson ne faut-il jamais donner ? »)."""
        return self.question.lower().startswith("que") and any(term.denied for term in self.asked_terms)

    @cached_property
    def given(self) -> tuple[frozenset[str], ...]:
        """For each point the keys that tell it from no other: those of the question and of other points."""
        own = [frozenset(t.key for text in point.alternatives for t in said(text)) for point in self.points]
        return tuple(
            self.asked
            if point.rank
            else self.asked.union(*(keys & own[rank] for place, keys in enumerate(own) if place != rank))
            for rank, point in enumerate(self.points)
        )

    @cached_property
    def core(self) -> tuple[Term, ...]:
        """The terms of references and points."""
        phrases = [*self.references, *(text for text, _ in self.stated)]
        return tuple(term for phrase in phrases for term in said(phrase))

    @cached_property
    def quoted(self) -> tuple[Term, ...]:
        """The terms of the evidence."""
        return tuple(term for text in self.evidence for term in said(text))

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """For each point the phrases that may satisfy it."""
        return tuple(tuple(self._pieces(point)) for point in self.points)

    def _pieces(self, point: Point) -> list[Piece]:
        found = [Piece(text, said(text), 1.0) for text in point.alternatives]
        found += [Piece(text, said(text), ASIDE) for text in point.asides]
        if point.rank:
            found += [
                Piece(part[0].part, tuple(part), PIECE)
                for text in (*self.references, *self.evidence)
                for part in stretches(said(text))
            ]
        elif self.stated:
            least = ENOUGH * min((_weight(said(text)) for text in point.alternatives), default=0.0)
            others = [t for other in self.points if other != point for text in other.alternatives for t in said(text)]
            for texts, sure in ((self.references, PIECE), (self.evidence, QUOTED)):
                parts = [part for text in texts for part in stretches(said(text)) if self._belongs(part, point)]
                own = [[term for term in part if not any(likeness(t, term, STRICT) for t in others)] for part in parts]
                told = tuple(term for text in (*point.alternatives, *point.asides) for term in said(text))
                found += [Piece(part[0].part, tuple(part), sure, told) for part in own if _weight(part) >= least]
        return [piece for piece in found if piece.terms]

    @cached_property
    def owners(self) -> tuple[tuple[Term, ...], ...]:
        """For each point the terms that say whose it is: its label, the names in it that no other point has."""
        found = []
        for point, (stated, _) in zip(self.points, self.stated or (("", 1.0),), strict=False):
            label = said(stated.split(":", 1)[0]) if ":" in stated and not point.rank else ()
            names = [term for text in point.alternatives for term in said(text) if term.is_name]
            found.append((*label, *names))
        return tuple(
            tuple(
                t for t in own if not any(likeness(t, u, STRICT) for other in found if other is not own for u in other)
            )
            for own in found
        )

    def _belongs(self, part: Sequence[Term], point: Point) -> bool:
        shares = {
            other: max(cover(said(text), part, self.asked, STRICT) for text in other.alternatives)
            for other in self.points
        }
        return shares[point] >= max(BELONGS, *shares.values())
