"""How much of a phrase of the key an answer says, 0 to 1: its terms weighed, less what the question gives away."""

from collections.abc import Iterable, Sequence

from quizgen.french.equivalents import equivalents
from quizgen.french.stemming import roots
from quizgen.grading.likeness import EQUIVALENT, likeness
from quizgen.grading.terms import Term, weight

#: what a term that stands in the question counts
GIVEN = 0.35


def strength(term: Term, answer: Sequence[Term], tolerance: int) -> float:
    """How surely the answer holds the term: its likest word, or a phrase that may stand for it."""
    best = max((likeness(term, other, tolerance) for other in answer), default=0.0)
    if best < EQUIVALENT and term.kind == "word" and _paraphrased(term, answer):
        return EQUIVALENT
    return best


def _paraphrased(term: Term, answer: Sequence[Term]) -> bool:
    """« mettre en ligne » for « publier »: all words of weight of the phrase."""
    phrases = [phrase for phrase in equivalents(term.text.lower()) if len(phrase) > 1]
    if not phrases:
        return False
    held = frozenset(root for other in answer if other.kind == "word" for root in roots(other.text.lower()))
    return any(phrase <= held for phrase in phrases)


def cover(phrase: Sequence[Term], answer: Sequence[Term], asked: frozenset[str], tolerance: int) -> float:
    """Share of the weight of `phrase` that `answer` holds; 0 without terms. `asked`: the keys that count less."""
    weights = [weight(term) * (GIVEN if term.key in asked else 1.0) for term in phrase]
    whole = sum(weights)
    held = sum(each * strength(term, answer, tolerance) for term, each in zip(phrase, weights, strict=True))
    return held / whole if whole else 0.0


def supported(answer: Sequence[Term], known: Sequence[Term], tolerance: int) -> float:
    """Share of the weight of the answer's terms that stands among `known`; 1 for an answer without terms."""
    whole = sum(weight(term) for term in answer)
    return sum(weight(term) * strength(term, known, tolerance) for term in answer) / whole if whole else 1.0


def stretches(of: Iterable[Term]) -> list[list[Term]]:
    """The terms by the part of the sentence that they stand in."""
    found: dict[int, list[Term]] = {}
    for term in of:
        found.setdefault(term.stretch, []).append(term)
    return list(found.values())
