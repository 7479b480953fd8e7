"""Figures: their value, their other spellings, and the words that make them approximate."""

import re
from functools import cache

_NO_BREAK = "\u00a0"
_NARROW = "\u202f"
_SPACES = f" {_NO_BREAK}{_NARROW}\u2009"
_DIGITS = re.compile(
    rf"(?P<sign>[-−]?)(?P<whole>\d{{1,3}}(?:[{_SPACES}.]\d{{3}})+|\d+)(?:(?P<mark>[.,])(?P<decimals>\d+))?$"
)
_SCALES = {"millier": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12, "trillion": 10**18}
_COLLECTIVES = {
    "demi-douzaine": 6,
    "huitaine": 8,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
_UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"),
    *("neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
)
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
# The same figures in Belgium and Switzerland; the words around them are not checked.
_BELGIAN_TENS = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
_WORDS = {**{word: rank for rank, word in enumerate(_UNITS)}, **_TENS, **_BELGIAN_TENS, "une": 1}

_BEFORE = (
    r"(?:environ|à peu près|près d[e'’]|plus d[e'’]|moins d[e'’]|un peu (?:plus|moins) d[e'’]|bien plus d[e'’]|"
    r"au moins|au plus|tout au plus|au maximum|au minimum|presque|quasi(?:ment)?|quelque|approximativement|"
    r"autour d[e'’]|aux alentours d[e'’]|pas loin d[e'’]|pas moins d[e'’]|jusqu['’]à|à peine|dans les|~|±)"
)
_QUALIFIER = re.compile(rf"(?:{_BEFORE}\s*)+(?:les\s+)?", re.I)
_COLLECTIVE = rf"(?:{'|'.join(_COLLECTIVES)})s?"
_WORD = rf"(?:{'|'.join(_WORDS)}|cents?|mille)"
_FIGURE = rf"(?:une?\b|des\b|\d|[\w-]*\b{_WORD}\b|{_COLLECTIVE}|\w+ (?:millier|million|milliard))"
_APPROXIMATE = re.compile(
    rf"(?:^|(?<=[\s(«])){_BEFORE}\s*{_FIGURE}"
    rf"|\b{_COLLECTIVE}\b"
    r"|\b(?:environ|approximativement|à peu près|ou plus|ou moins|au moins|au plus|au maximum|au minimum)\b"
    # « trois ou quatre », « 12 à 15 », but « passer de 12 à 15 » is exact.
    rf"|\b{_WORD} ou {_WORD}\b|(?<!de )(?<![\d,.])\d+(?:[.,]\d+)? (?:ou|à) \d",
    re.I,
)


def value(text: str) -> float | None:
    """The figure a text states (« 12 », « douze », « 1,2 milliard »), « environ » aside; None if it is no figure."""
    plain = _QUALIFIER.sub("", " ".join(text.lower().split()), count=1) if _QUALIFIER.match(text) else text.lower()
    plain = re.sub(rf"[{_SPACES}]", " ", plain).strip().removesuffix(" environ")
    plain, half = (plain[: -len(" et demi")], 0.5) if plain.endswith(" et demi") else (plain, 0.0)
    head, _, last = plain.rpartition(" ")
    name = last.removesuffix("s")
    scale = _SCALES.get(name) or _COLLECTIVES.get(name) or (1000 if last == "mille" else None)
    # Words say « deux milliards cinq cents millions » as a whole; « 1,2 milliard » is a figure and its scale.
    if (amount := _simple(plain)) is None or (half and scale):
        amount = _simple(head) if scale else None
        return None if amount is None or scale is None else (amount + half) * scale
    return amount + half


def in_words(n: int) -> str:
    """« quatre-vingt-dix-sept », in the spelling of before 1990: « vingt et un »."""
    from num2words import num2words  # costly to import, and seldom needed

    return str(num2words(n, lang="fr"))


def in_digits(n: float, space: str = _NARROW) -> str:
    """« 10 000 », « 9,5 »: groups of three set apart by `space` (a narrow no-break space), decimal comma."""
    grouped = f"{int(n):,}" if n == int(n) else f"{n:,}"
    return grouped.translate({ord(","): space, ord("."): ","})


def approximate(text: str) -> bool:
    """Whether the figure in the text is not exact: « plus de 12 », « environ », « une centaine », « 3 à 5 »."""
    return bool(_APPROXIMATE.search(text.replace(_NO_BREAK, " ").replace(_NARROW, " ")))


def variants(text: str) -> tuple[str, ...]:
    """The spellings of the same figure, the text's own first, with ordinary spaces; only this where it has no value."""
    own = " ".join(text.split())
    qualifier = _QUALIFIER.match(own)
    lead, bare = (own[: qualifier.end()], own[qualifier.end() :]) if qualifier else ("", own)
    amount = value(bare)
    if amount is None:
        return (own,)
    if bare.split()[-1].removesuffix("s") in _COLLECTIVES and not lead:
        lead = "environ "
    return tuple(dict.fromkeys([own, *(lead + other for other in _spellings(amount))]))


def _spellings(amount: float) -> list[str]:
    """Every usual way to write a number: « 3 millions », « trois millions », « 3 000 000 », « 3000000 »."""
    digits = in_digits(amount, " ")
    found = [digits, digits.replace(" ", "")]
    if amount == int(amount):
        found.append(in_words(int(amount)))
        found.append(re.sub(r" ", "-", found[-1]))  # the spelling of 1990: « deux-cents », « vingt-et-un »
    for name, scale in (("million", 10**6), ("milliard", 10**9)):
        count = round(amount / scale, 3)
        if 1 <= count < 1000 and round(count * scale, 3) == amount:
            ending = name + ("s" if count >= 2 else "")
            found.append(f"{in_digits(count, '')} {ending}")
            if count == int(count):
                found.append(f"{in_words(int(count))} {ending}")
    return found


def _simple(text: str) -> float | None:
    """A number in digits, or a number in words."""
    digits = _DIGITS.match(text)
    if digits:
        whole = re.sub(rf"[{_SPACES}.]", "", digits["whole"])
        return float(f"{digits['sign'].replace('−', '-')}{whole}.{digits['decimals'] or 0}")
    return _from_words(text)


@cache
def _from_words(text: str) -> float | None:
    """« mille sept cent quatre-vingt-neuf » → 1789; None unless it is how French writes that number."""
    words = [_singular(word) for word in re.split(r"[\s-]+", text.strip()) if word]
    total = group = last = 0
    if not words:
        return None
    for word in words:
        if word == "et":
            continue
        if word in _SCALES or word == "mille":
            total += (group or 1) * _SCALES.get(word, 1000)
            group = last = 0
        elif word == "cent":
            group = (group or 1) * 100
            last = 100
        elif word == "vingt" and last == 4:  # quatre-vingts
            group, last = group + 76, 80
        elif word in _WORDS:
            group, last = group + _WORDS[word], _WORDS[word]
        else:
            return None
    number = total + group
    return float(number) if not _BELGIAN_TENS.keys().isdisjoint(words) or words == _canonical(number) else None


def _canonical(number: int) -> list[str]:
    """The words of a number, without plurals, hyphens or « un » in the feminine."""
    return [_singular(word) for word in re.split(r"[\s-]+", in_words(number))]


def _singular(word: str) -> str:
    """« cents », « millions », « une » as the table has them."""
    if word == "une":
        return "un"
    return word[:-1] if word in ("vingts", "cents", *(f"{scale}s" for scale in _SCALES)) else word
