"""The terms of an answer: its words of weight, its figures and dates with their values, in order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.french.dates import MONTHS
from quizgen.french.frequency import zipf
from quizgen.french.nouns import first_names
from quizgen.french.numbers import value
from quizgen.french.sound import folded, sound
from quizgen.grading.function_words import is_function
from quizgen.grading.units import in_base, unit_of

_MONTHS = {folded(name): rank for rank, name in enumerate(MONTHS, 1)}
_MONTH_SOUNDS = {sound(name): rank for name, rank in zip(MONTHS, range(1, 13), strict=True)}
_SHORT_DATE = re.compile(r"\b(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]((?:19|20)\d\d|\d\d)\b")
_BIG = re.compile(r"(\d)\s?(M|k|Md|Mds)(?=[\s€$]|$|d)")
#: « millon », « miliard »: scales as pupils write them; « vingt et un » is one number
_SCALES = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"\bmil+i?on+[es]{0,2}\b", "millions"),
        (r"\bmil+i?ards?\b", "milliards"),
        (r"\b(vingt|trente|quarante|cinquante|soixante)[ -]et[ -](une?|onze)\b", r"\1-et-\2"),
    )
)
_TOKEN = re.compile(r"\d+(?:[\s\u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+|[%€$°]")
_CLITIC = re.compile(r"^[ldcjnsmt](?=[aeiouyhéèêàâîôûœ])|^qu(?=[aeiouyéèêàâîôû])", re.IGNORECASE)
#: weight of a first name: the surname alone says who it is
FIRST_NAME = 0.3
#: words of a number at most
_NUMBER_WORDS = 6


@dataclass(frozen=True)
class Term:
    """A word of weight, or a figure: `text` as written, `key` folded, `value` and `unit` of a figure (month: its rank).

    kind: word, number, month, year. place: counts tokens. stretch: the part between two stops, from 0; part: its text.
    denied: a denial bears on it. lessened: « moins », « peu » stand in its part. passive: the place of « par » after a
    form of « être ». about: a word says that the figure is round. counted: the noun after a figure of no unit.
    """

    text: str
    key: str
    kind: str = "word"
    value: float | None = None
    unit: str = ""
    place: int = 0
    stretch: int = 0
    denied: bool = False
    passive: int = 0
    lessened: bool = False
    counted: str = ""
    about: bool = False
    part: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it is written as a proper name."""
        return self.kind == "word" and self.text[:1].isupper()


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """The terms of a tidy text, figures first read as wholes (« dix-sept », « 800 M$ », « 05/2013 »)."""
    text = _BIG.sub(_spell, _SHORT_DATE.sub(_date, text))
    for pattern, written in _SCALES:
        text = pattern.sub(written, text)
    return tuple(_terms(text))


def _date(found: re.Match[str]) -> str:
    """« 05/2013 » → « mai 2013 », « 5/2/24 » → « 5 février 2024 »."""
    day, month, year = found.groups()
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31) or (not day and len(year) == 2):
        return found.group()
    whole = year if len(year) == 4 else f"20{year}"
    return " ".join(filter(None, (day, MONTHS[int(month) - 1], whole)))


def _spell(found: re.Match[str]) -> str:
    scale = {"M": "millions", "k": "mille", "Md": "milliards", "Mds": "milliards"}[found[2]]
    return f"{found[1]} {scale}"


def _terms(text: str) -> Iterator[Term]:
    place = stretch = 0
    for part in re.split(
        r"[;:!?()/]|[.,](?!\d)|\s[-–—]\s|\b(?:(?<!-)et(?!-)|puis|mais|donc|ensuite|après|alors)\b", text
    ):
        tokens = _heard_numbers(_TOKEN.findall(part.replace("-", " ")))
        position, used, denied = 0, 0, _denied(tokens)
        about = not _ABOUT.isdisjoint(map(folded, tokens))
        less = not _LESS.isdisjoint(map(folded, tokens))
        while position < len(tokens):
            term, used = _figure(tokens, position)
            if term is None:
                term, used = _word(tokens[position]), 1
            if term is not None:
                yield replace(
                    term,
                    place=place + position,
                    stretch=stretch,
                    denied=denied[position],
                    passive=place + position + ago if (ago := _passive(tokens, position)) else 0,
                    lessened=less,
                    about=about,
                    part=part.strip(),
                )
            position += used
        place += len(tokens)
        stretch += bool(tokens)


#: words that deny what follows, words after them that make it none (« pas seulement », « sans doute »), their reach
_DENYING = frozenset("pas jamais aucun aucune rien sans ni guere nul nulle".split())
_NO_DENIAL = frozenset("c seulement uniquement forcement que tout tous toute toutes loin mal doute importe".split())
_AFTER = frozenset("pas jamais rien plus".split())
_REACH = 6


_ABOUT = frozenset("environ presque pres autour quasi quasiment approximativement peu".split())
_LESS = frozenset("moins peu rarement difficilement".split())
_BEING = frozenset("est sont ete etait etaient fut furent sera seront serait etre etant".split())


def _passive(tokens: list[str], place: int) -> int:
    """How far behind the word « par » stands: « fut enlevée par », « ont été vendus à la ville par »; else 0."""
    words = [folded(token) for token in tokens]
    after = words[place + 1 : place + 6]
    return after.index("par") + 1 if _BEING & set(words[max(0, place - 2) : place]) and "par" in after else 0


def _denied(tokens: list[str]) -> list[bool]:
    """For each token whether a denial bears on it: « n'a pas suspendu l'accès », « existait pas »."""
    words = [folded(token) for token in tokens]
    denying = [
        i
        for i, word in enumerate(words)
        if (
            word in _DENYING
            or (word == "non" and i > 0)
            or (word == "plus" and {"n", "ne"} & set(words[max(0, i - 4) : i]))
        )
        and not (i + 1 < len(words) and words[i + 1] in _NO_DENIAL)
    ]
    return [any(0 < i - q <= _REACH or (q - i == 1 and words[q] in _AFTER) for q in denying) for i in range(len(words))]


_NUMBER_SOUNDS = {
    sound(word): word
    for word in "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
    "quarante cinquante soixante cent mille".split()
}
_NUMBER_SOUNDS[sound("mil")] = "mille"


def _heard_numbers(tokens: list[str]) -> list[str]:
    """The tokens with number words that are spelt as they sound spelt right: « trente troi », « mil uit cen »."""
    heard = [_NUMBER_SOUNDS.get(sound(token)) if token.islower() else None for token in tokens]
    found = []
    for place, (token, word) in enumerate(zip(tokens, heard, strict=True)):
        beside = any(heard[i] for i in (place - 1, place + 1) if 0 <= i < len(heard))
        lone = len(token) > 3 and zipf(token) <= 2.5
        found.append(word if word and (beside or lone) and len(token) > 1 else token)
    return found


def _figure(tokens: list[str], start: int) -> tuple[Term | None, int]:
    """The longest figure from `start` with its unit, and how many tokens it takes; None where none begins there."""
    month = _month(tokens[start])
    if month is not None:
        return Term(tokens[start], f"#{month}", "month", month), 1
    for size in range(min(_NUMBER_WORDS, len(tokens) - start), 0, -1):
        words = tokens[start : start + size]
        amount = None if folded(words[-1]) in ("un", "une", "et") else value(" ".join(words).lower())
        if amount is None and size > 1:
            amount = value("-".join(words).lower())
        if amount is not None:
            return _withunit_of(words, amount, tokens[start + size : start + size + 2], size)
    return None, 0


def _withunit_of(words: list[str], amount: float, after: list[str], size: int) -> tuple[Term, int]:
    after = after[1:] if after and after[0].lower() in ("de", "d") else after[:1]
    unit = unit_of(after[0]) if after else ""
    if size == 1 and not unit and words[0].isdigit() and len(words[0]) == 4 and 1000 <= amount <= 2100:
        return Term(words[0], f"#{amount:g}", "year", amount), size
    base, factor = in_base(unit)
    counted = next((word for word in after if not unit and not is_function(word) and word.isalpha()), "")
    return Term(" ".join(words), f"#{amount * factor:g}", "number", amount * factor, base, counted=counted), size


def _month(token: str) -> int | None:
    low = folded(token)
    if low in _MONTHS:
        return _MONTHS[low]
    heard = _MONTH_SOUNDS.get(sound(token)) if len(low) > 4 and zipf(token) <= 2.5 else None
    return heard if heard not in (3, 5, 8) else None


def _word(token: str) -> Term | None:
    """The word as a term, a glued « l' », « d' » off (« lacces »); None for a word without weight."""
    unit = unit_of(token)
    if unit:
        return Term(unit, folded(unit))
    key = folded(token)
    if len(key) < 2 or is_function(token):
        return None
    rest = _CLITIC.sub("", token)
    if rest != token and len(rest) > 2 and zipf(token, key) <= 2.5 and zipf(rest, folded(rest)) > 3:
        return _word(rest)
    return Term(token, key)


@lru_cache(maxsize=16384)
def weight(term: Term) -> float:
    """How much a term tells, 0.25 to 1.5: figures and names most, words met everywhere least."""
    if term.kind != "word":
        return 1.4
    if term.is_name and term.text in first_names():
        return FIRST_NAME
    rare = (7.2 - zipf(term.text, term.key)) / 3
    return max(0.25, min(1.5, rare)) * (1.15 if term.is_name else 1.0)
