"""Determiners: what a noun phrase begins with, and the one that a question needs (« quel », « le », « il »).

Gender and number are UD's: Masc, Fem, Sing, Plur.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from quizgen.french.elision import elides, join
from quizgen.french.numbers import value


class Kind(StrEnum):
    """What sort of determiner it is."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    PARTITIVE = "partitive"
    POSSESSIVE = "possessive"
    DEMONSTRATIVE = "demonstrative"
    NUMERAL = "numeral"
    QUANTIFIER = "quantifier"


@dataclass(frozen=True)
class Determiner:
    """The determiner of a noun phrase: gender and number where its form tells them, and the text after it."""

    text: str
    kind: Kind
    gender: str | None
    number: str | None
    rest: str


_M, _F, _S, _P = "Masc", "Fem", "Sing", "Plur"
_FORMS: dict[str, tuple[Kind, str | None, str | None]] = {
    "le": (Kind.DEFINITE, _M, _S),
    "la": (Kind.DEFINITE, _F, _S),
    "l'": (Kind.DEFINITE, None, _S),
    "les": (Kind.DEFINITE, None, _P),
    "un": (Kind.INDEFINITE, _M, _S),
    "une": (Kind.INDEFINITE, _F, _S),
    "des": (Kind.INDEFINITE, None, _P),
    "d'": (Kind.INDEFINITE, None, None),
    "de": (Kind.INDEFINITE, None, None),
    "du": (Kind.PARTITIVE, _M, _S),
    "de la": (Kind.PARTITIVE, _F, _S),
    "de l'": (Kind.PARTITIVE, None, _S),
    "ce": (Kind.DEMONSTRATIVE, _M, _S),
    "cet": (Kind.DEMONSTRATIVE, _M, _S),
    "cette": (Kind.DEMONSTRATIVE, _F, _S),
    "ces": (Kind.DEMONSTRATIVE, None, _P),
    "chaque": (Kind.QUANTIFIER, None, _S),
    "tout": (Kind.QUANTIFIER, _M, _S),
    "toute": (Kind.QUANTIFIER, _F, _S),
    "tous": (Kind.QUANTIFIER, _M, _P),
    "toutes": (Kind.QUANTIFIER, _F, _P),
    "plusieurs": (Kind.QUANTIFIER, None, _P),
    "quelque": (Kind.QUANTIFIER, None, _S),
    "quelques": (Kind.QUANTIFIER, None, _P),
    "certains": (Kind.QUANTIFIER, _M, _P),
    "certaines": (Kind.QUANTIFIER, _F, _P),
    "certain": (Kind.QUANTIFIER, _M, _S),
    "certaine": (Kind.QUANTIFIER, _F, _S),
    "divers": (Kind.QUANTIFIER, _M, _P),
    "diverses": (Kind.QUANTIFIER, _F, _P),
    "aucun": (Kind.QUANTIFIER, _M, _S),
    "aucune": (Kind.QUANTIFIER, _F, _S),
    "nul": (Kind.QUANTIFIER, _M, _S),
    "nulle": (Kind.QUANTIFIER, _F, _S),
    "notre": (Kind.POSSESSIVE, None, _S),
    "votre": (Kind.POSSESSIVE, None, _S),
    "leur": (Kind.POSSESSIVE, None, _S),
    "nos": (Kind.POSSESSIVE, None, _P),
    "vos": (Kind.POSSESSIVE, None, _P),
    "leurs": (Kind.POSSESSIVE, None, _P),
    # « mon amie »: the masculine form stands before any vowel, so it tells no gender.
    **{owner + "on": (Kind.POSSESSIVE, None, _S) for owner in "mts"},
    **{owner + "a": (Kind.POSSESSIVE, _F, _S) for owner in "mts"},
    **{owner + "es": (Kind.POSSESSIVE, None, _P) for owner in "mts"},
}
_LEADING = re.compile(r"(?:(?:tous|toutes?|tout)\s+(?=l))?(?:de\s+la\b|(?:de\s+)?l['’]|d['’]|\w+)\s*", re.I)
# « un des artistes », « une de ses amies »: a pronoun, not an article.
_OF = re.compile(r"(?:de|des|du)\b|d['’]", re.I)


def quel(gender: str, number: str) -> str:
    """« quel », « quelle », « quels » or « quelles »."""
    return "quel" + ("le" if gender == _F else "") + ("s" if number == _P else "")


def subject_pronoun(gender: str, number: str) -> str:
    """« il », « elle », « ils » or « elles »."""
    return ("elle" if gender == _F else "il") + ("s" if number == _P else "")


def article_of(text: str) -> Determiner | None:
    """The determiner that the text begins with (« tous les » counts as « les »); None where there is none."""
    found = _LEADING.match(text)
    if not found or not (rest := text[found.end() :]):
        return None
    surface = found[0].strip()
    form = re.sub(r"\s+", " ", surface.lower().replace("’", "'")).split(" ", 1)
    key = form[1] if form[0].startswith("tou") and len(form) > 1 else " ".join(form)
    if key in _FORMS:
        return Determiner(surface, *_FORMS[key], rest)
    return _numeral(text)


def definite(noun_phrase: str, gender: str, number: str) -> str | None:
    """The phrase with le, la, l', les: « un groupe » → « le groupe »; None where its determiner must not be changed."""
    found = article_of(noun_phrase)
    article = "les" if number == _P else "la" if gender == _F else "le"
    if found is None:
        # A bare common noun takes the article; a name keeps going without.
        return join(article, noun_phrase, contract=False) if noun_phrase[:1].islower() else None
    if found.kind is Kind.DEFINITE:
        return noun_phrase
    if found.kind is Kind.NUMERAL:
        return f"les {noun_phrase}"
    bare_de = found.text.lower().replace("’", "'") in ("de", "d'")
    if found.kind not in (Kind.INDEFINITE, Kind.PARTITIVE) or _OF.match(found.rest) or (bare_de and number != _P):
        return None
    return join(article, found.rest, contract=False)


def demonstrative(gender: str, number: str, next_word: str) -> str:
    """« ce », « cet » (before a vowel), « cette » or « ces »."""
    if number == _P:
        return "ces"
    if gender == _F:
        return "cette"
    return "cet" if elides(next_word) else "ce"


def _numeral(text: str) -> Determiner | None:
    """A figure above one, in digits or words, at the head of the text: the longest run of words that is a number."""
    words = text.split()
    for length in range(min(6, len(words) - 1), 0, -1):
        surface = " ".join(words[:length])
        amount = value(surface)
        if amount is not None and amount >= 2:
            return Determiner(surface, Kind.NUMERAL, None, _P, " ".join(words[length:]))
    return None
