"""Who does what to whom, by the order of the words alone: what stands before a verb and what after it.

No parse: pupils' spelling spoils one, and the key's own words say which words are verbs of interest. A passive
(« par ») changes the sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quizgen.french.families import rows
from quizgen.french.nouns import ACTING, lexicon, noun_type
from quizgen.french.stemming import infinitives, roots
from quizgen.grading.likeness import DERIVED, EQUIVALENT, NEAR, likeness
from quizgen.grading.terms import Term


@dataclass(frozen=True)
class Deed:
    """A verb with the terms before and after it, up to the next verb or stop."""

    verb: Term
    before: tuple[Term, ...]
    after: tuple[Term, ...]


@cache
def _verb_roots() -> frozenset[str]:
    verbs = {word for members in rows() for word, pos in members if pos == "VERB"} | set(infinitives())
    return frozenset(root for verb in verbs for root in roots(verb))


@cache
def is_verb(word: str) -> bool:
    """Whether a form may be a verb's, and is no noun of the list."""
    noun = word in lexicon() or word.removesuffix("s") in lexicon()
    return bool(roots(word) & _verb_roots()) and not noun


def deeds(terms: Sequence[Term], verbs: Sequence[Term] = (), tolerance: int = 0) -> list[Deed]:
    """The deeds of a text, told by its terms; what is like one of `verbs` is a verb, however it is spelt."""
    found = []
    for place, term in enumerate(terms):
        alike = any(likeness(verb, term, tolerance) >= NEAR for verb in verbs)
        if term.kind != "word" or not (alike or is_verb(term.text.lower())):
            continue
        before = _side(terms[:place][::-1], term)
        after = _side(terms[place + 1 :], term)
        if term.passive:
            doers = [other for other in after if other.place > term.passive]
            before, after = doers, [*before, *(other for other in after if other.place < term.passive)]
        found.append(Deed(term, tuple(before), tuple(after)))
    return found


def _side(terms: Sequence[Term], verb: Term) -> list[Term]:
    kept = []
    for term in terms:
        if term.stretch != verb.stretch or (term.kind == "word" and is_verb(term.text.lower())):
            break
        kept.append(term)
    return kept


def reversed_deed(answer: Sequence[Term], key: Sequence[Sequence[Term]], tolerance: int) -> bool:
    """Whether the answer has somebody do what the key says is done to him, or the other way round."""
    stated = [told for phrase in key for told in deeds(phrase)]
    own = deeds(answer, [told.verb for told in stated], tolerance)
    for told in stated:
        if told.before or told.after:
            for deed in own:
                if likeness(told.verb, deed.verb, tolerance) >= EQUIVALENT and _turned(deed, told, tolerance):
                    return True
    return False


def _turned(deed: Deed, told: Deed, tolerance: int) -> bool:
    names = [term for term in deed.before if term.is_name]
    if (
        names
        and any(map(_acts, told.before))
        and not any(likeness(a, b, tolerance) for a in names for b in told.before)
    ):
        return True
    wrong_before = _meet(deed.before, told.after, tolerance) and not _meet(deed.before, told.before, tolerance)
    wrong_after = _meet(deed.after, told.before, tolerance) and not _meet(deed.after, told.after, tolerance)
    return wrong_before or (wrong_after and bool(deed.before))


def _meet(one: Sequence[Term], other: Sequence[Term], tolerance: int) -> bool:
    return any(likeness(a, b, tolerance) >= min(NEAR, DERIVED) for a in filter(_acts, one) for b in other)


def _acts(term: Term) -> bool:
    """Whether the term is somebody: a name, a noun for people or institutions."""
    low = term.text.lower()
    return term.is_name or {noun_type(low), noun_type(low.removesuffix("s"))} & ACTING != set()
