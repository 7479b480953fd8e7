"""Where the right words say something else: a denial too many, a contrary, another figure or name, roles turned."""

import re
from collections.abc import Sequence

from quizgen.french.sound import folded
from quizgen.grading.likeness import EQUIVALENT, NEAR, likeness, opposed, same_thing
from quizgen.grading.terms import Term

#: words that deny by themselves: « le réservoir est vide », « il n'y a plus d'eau »
LACKING = frozenset(
    root
    for word in "vide épuisé manquer absence cesser arrêter perdre disparaître mort gratuit impossible inconnu ignorer "
    "éviter fermé terminé fin refus refuser interdire interdit interdiction empêcher supprimer".split()
    for root in (folded(word)[:6],)
)
#: little words that turn a comparison or a time round
_TURNS = (("plus", "moins"), ("avant", "apres"), ("toujours", "jamais"), ("mieux", "pire"))
#: kinds of terms that are figures
FIGURES = frozenset(["number", "month", "year"])
#: share of a stretch that the key must hold before a denial in it is one of the key's own words
NEARLY = 0.55
_WORDS = re.compile(r"[a-z']+")


def denied(part: Sequence[Term], piece: Sequence[Term], tolerance: int) -> bool:
    """Whether half the words that both hold are denied in one of the two only, and neither tells a lack."""
    pairs = [(a, b) for b in piece for a in part if likeness(b, a, tolerance)]
    if not pairs or any(term.key.startswith(tuple(LACKING)) or term.lessened for term in (*part, *piece)):
        return False
    return 2 * sum(a.denied != b.denied for a, b in pairs) >= len(pairs)


def turned(answer: str, key: str) -> bool:
    """Whether answer and key hold the two ends of a pair, neither both: « plus vite », « moins vite »."""
    one, other = (set(_WORDS.findall(folded(text))) for text in (answer, key))
    return any({a, b} & one and {a, b} & other and ({a, b} & one).isdisjoint({a, b} & other) for a, b in _TURNS)


def contrary(answer: Sequence[Term], key: Sequence[Term], tolerance: int) -> bool:
    """Whether a word of the answer that the key has not says the contrary of one of the key that the answer has not."""
    free = [term for term in answer if all(likeness(term, other, tolerance) < EQUIVALENT for other in key)]
    missed = [term for term in key if all(likeness(term, other, tolerance) < EQUIVALENT for other in answer)]
    return any(opposed(a, b) for a in free for b in missed)


def other_figure(answer: Sequence[Term], key: Sequence[Term], known: Sequence[Term]) -> bool:
    """Whether for a sort of figure that the key states the answer has another that nothing known states."""
    for kind in FIGURES:
        wanted = [term for term in key if term.kind == kind]
        given = [term for term in answer if term.kind == kind]
        if not wanted or not given or any(likeness(a, b, 0) for a in wanted for b in answer):
            continue
        alike = [b for b in given for a in wanted if same_thing(a, b)]
        if any(not any(likeness(b, other, 0) for other in known) for b in alike):
            return True
    return False


def other_unit(answer: Sequence[Term], key: Sequence[Term]) -> bool:
    """« neuf mois » for « neuf ans »: the figure of the key, of another thing."""
    wanted = [term for term in key if term.kind == "number"]
    given = [term for term in answer if term.kind == "number"]
    return any(a.value == b.value and not same_thing(a, b) for a in wanted for b in given) and not any(
        likeness(a, b, 0) for a in wanted for b in given
    )


def other_name(answer: Sequence[Term], key: Sequence[Term], known: Sequence[Term], tolerance: int) -> bool:
    """Whether the key names somebody whom the answer does not, while it names one that is not in the key."""
    wanted = [term for term in key if term.is_name]
    if not wanted or any(likeness(a, b, tolerance) >= NEAR for a in wanted for b in answer):
        return False
    given = [term for term in answer if term.is_name and term.place > 0]
    return any(not any(likeness(b, other, tolerance) >= NEAR for other in known) for b in given)


def strange_names(answer: Sequence[Term], known: Sequence[Term], tolerance: int) -> int:
    """How many names of the answer neither key nor question hold."""
    names = [term for term in answer if term.is_name and term.place > 0]
    return sum(not any(likeness(term, other, tolerance) >= NEAR for other in known) for term in names)


def crossed(answer: Sequence[Term], key: Sequence[Term], tolerance: int) -> float:
    """Share of the pairs of terms of both whose order is turned round (1 where all are), of at least two terms."""
    places = {}
    for term in key:
        same = [other.place for other in answer if likeness(term, other, tolerance) >= NEAR]
        if len(same) == 1 and term.key not in places:
            places[term.key] = (same[0], term.place)
    pairs = [(a, b) for i, a in enumerate(places.values()) for b in list(places.values())[i + 1 :] if a[0] != b[0]]
    return sum((a[0] < b[0]) != (a[1] < b[1]) for a, b in pairs) / len(pairs) if pairs else 0.0
