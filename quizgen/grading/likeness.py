"""How near two terms are, 0 to 1: the same word spelt otherwise, inflected, derived, or another word for it."""

from functools import lru_cache

from quizgen.french.equivalents import contraries, equivalents
from quizgen.french.frequency import zipf
from quizgen.french.nouns import lexicon
from quizgen.french.sound import folded, sound, sounds
from quizgen.french.stemming import kin, roots
from quizgen.grading.terms import Term

#: strengths: inflected, spelt as it sounds, of one family, another word for it, near in spelling, sharing another word
INFLECTED, HEARD, DERIVED, EQUIVALENT, NEAR, RELATED = 1.0, 0.95, 0.9, 0.75, 0.85, 0.5
#: shortest words whose spelling may be taken for another's, and letters for one mistake at full tolerance
SHORTEST, LETTERS = 4, 3
#: Zipf value up to which a word may be a misspelling of another; sounds of a stem, and the share of the word they make
RARE, STEM, MOST = 3.0, 5, 0.85
#: how far a figure may be from another that is said to be round, as a share
ROUNDING = 0.02


def likeness(a: Term, b: Term, tolerance: int = 60) -> float:
    """Strength of `a` of the key against `b` of the answer; `tolerance` 0..100 widens what passes as a misspelling."""
    if a.kind != "word" and b.kind != "word":
        return _same_figure(a, b)
    if (a.kind != "word") != (b.kind != "word"):
        figure, word = (a, b) if a.kind != "word" else (b, a)
        return HEARD if tolerance and len(word.key) > 2 and sound(word.text) == sound(figure.text) else 0.0
    return _like(a.key, b.key, a.text.lower(), b.text.lower(), tolerance, a.is_name and a.place > 0)


def opposed(a: Term, b: Term) -> bool:
    """Whether the two words say the contrary of one another."""
    return a.kind == b.kind == "word" and bool(contraries(a.text.lower()) & roots(b.text.lower()))


def same_thing(a: Term, b: Term) -> bool:
    """Whether two figures may count the same: one unit, or nouns that are alike, or one of them says nothing."""
    if (a.unit or a.counted) == "" or (b.unit or b.counted) == "":
        return True
    if a.unit or b.unit:
        return a.unit == b.unit or "" in (a.unit, b.unit)
    one, other = a.counted, b.counted
    return _like(folded(one), folded(other), one.lower(), other.lower(), 60, False) > 0 or not _nouns(one, other)


def _nouns(*words: str) -> bool:
    """Whether each is a noun of the list: « six premiers » counts nothing known."""
    return all({word.lower(), word.lower().removesuffix("s")} & lexicon().keys() for word in words)


def _same_figure(a: Term, b: Term) -> float:
    if a.value is None or b.value is None or not same_thing(a, b):
        return 0.0
    if "month" in (a.kind, b.kind) and a.kind != b.kind:
        return 0.0
    short = {a.kind, b.kind} == {"year", "number"} and min(a.value, b.value) < 100  # « en 53 » is 1953
    near = (a.about or b.about) and abs(a.value - b.value) <= ROUNDING * max(a.value, b.value)
    return 1.0 if a.value == b.value or near or (short and a.value % 100 == b.value % 100) else 0.0


@lru_cache(maxsize=65536)
def _like(a: str, b: str, text_a: str, text_b: str, tolerance: int, name: bool) -> float:
    if a == b:
        return 1.0
    if name:  # « Europe » is not « européenne »
        return HEARD if tolerance and _heard(text_a, text_b) else NEAR if misspelt(a, b, tolerance) else 0.0
    if roots(text_a) & roots(text_b):
        return INFLECTED
    if tolerance and _heard(text_a, text_b):
        return HEARD
    if kin(text_a) & kin(text_b):
        return DERIVED
    if misspelt(a, b, tolerance) and (zipf(text_b, b) <= RARE or sorted(a) == sorted(b)):
        return NEAR
    if tolerance and _akin(text_a, text_b):
        return NEAR
    alone = {frozenset([root]) for root in roots(text_b)}
    if equivalents(text_a) & alone or {frozenset([root]) for root in roots(text_a)} & equivalents(text_b):
        return EQUIVALENT
    shared = [phrase for phrase in equivalents(text_a) & equivalents(text_b) if len(phrase) == 1]
    return RELATED if shared and not contraries(text_a) & roots(text_b) else 0.0


def _akin(a: str, b: str) -> bool:
    """« officiel », « oficiellement »: most of the shorter word sounds as the other begins."""
    one, other = sorted((sound(a), sound(b)), key=len)
    return len(one) >= STEM and other.startswith(one[: max(STEM, round(len(one) * MOST))])


def _heard(a: str, b: str) -> bool:
    """Whether both sound alike, or `b` has an article glued to it (« lo » for « l'eau »)."""
    keys, other = sounds(a), sounds(b)
    long = max(map(len, keys)) > 1
    glued = a[0] in "aeiouyhéèêàâîôûœ" and any(letter + key in other for letter in "ld" for key in keys)
    return (long and bool(keys & other)) or glued


@lru_cache(maxsize=65536)
def misspelt(a: str, b: str, tolerance: int) -> bool:
    """Whether one folded word may be the other with mistakes: one for so many letters, the more the higher `tolerance`.

    NLTK's edit distance (Levenshtein, a transposition for one); the first sound or two letters must be the same.
    """
    allowed = round(min(len(a), len(b)) * tolerance / (100 * LETTERS))
    if min(len(a), len(b)) < SHORTEST or not allowed or abs(len(a) - len(b)) > allowed:
        return False
    heard_a, heard_b = sound(a), sound(b)
    if heard_a[:1] != heard_b[:1] and a[:2] != b[:2]:
        return False
    return _distance(a, b) <= allowed


def _distance(a: str, b: str) -> int:
    from nltk.metrics.distance import edit_distance

    return int(edit_distance(a, b, transpositions=True))
