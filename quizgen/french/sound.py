"""How a French word sounds, roughly: two spellings of one sound get one key (« phénicienne », « fénicienne »).

A code of our own in the manner of Soundex for French: silent letters dropped, one sign a sound, accents left out, so
that « é », « er », « ez », « ai » at the end of a word are one.
"""

import re
import unicodedata
from functools import cache

#: spelling -> sign, in this order; C is « ch », N « gn », U « ou », and 1, 2, 3 are the nasals of « vin, an, on »
_RULES: tuple[tuple[str, str], ...] = (
    (r"œu|oeu", "eu"), (r"œ|æ", "e"), (r"ç", "s"), (r"[^a-z]", ""), (r"(.)\1+", r"\1"),
    (r"ph", "f"), (r"sch|sh|ch", "C"), (r"gn", "N"), (r"tion|ssion|sion", "S3"), (r"[tc]ie", "sie"),
    (r"qu|q|ck", "k"), (r"sc(?=[eiy])", "s"), (r"c(?=[eiy])", "s"), (r"c", "k"), (r"ge(?=[aou])", "j"),
    (r"gu(?=[eiy])", "g"), (r"g(?=[eiy])", "j"), (r"x(?=.)", "ks"), (r"(?<=[aeiouy])s(?=[aeiouy])", "z"),
    (r"h", ""), (r"w", "v"), (r"(?:(?<=[ae])|(?<=[eo]u))il(?=[aeo]|$)", "y"), (r"eau|au", "o"), (r"oin", "w1"),
    (r"oi|oy", "wa"), (r"ou", "U"), (r"eu", "e"), (r"(?<=[ao]n)[kg]$", ""),
    (r"(?:ain|aim|ein|eim|ien(?![a-z])|in|im|yn|ym|un|um)(?![aeiouynm])", "1"),
    (r"(?:an|am|en|em)(?![aeiouynm])(?!t$)", "2"),
    (r"(?:ant|ent)$", "2"), (r"(?:on|om)(?![aeiouynm])", "3"),
    (r"aient$|ait$|ais$|ai$|ez$|er$|ees$|ee$|es$|et$|e$", "e"), (r"ai|ei|ay|ey", "e"), (r"il$", "i"), (r"y", "i"),
    (r"[tdspxz]+$", ""), (r"S3", "s3"), (r"z", "s"), (r"(.)\1+", r"\1"),
)  # fmt: skip
#: signs of a key from which an e inside may be mute
LONG = 4
_COMPILED = tuple((re.compile(pattern), sign) for pattern, sign in _RULES)


def folded(text: str) -> str:
    """`text` in lower case without accents: « Élèves » → « eleves »; ligatures taken apart."""
    spread = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@cache
def sounds(word: str) -> frozenset[str]:
    """The keys that a spelling may have: as read, with its last consonant heard, without the mute e inside."""
    keys = {sound(word), sound(word + "e")}
    return frozenset(keys | {key[0] + key[1:].replace("e", "") for key in keys if len(key) > LONG})


@cache
def sound(word: str) -> str:
    """The key of `word`; a mute e at its end is no sound, so that « publie », « publié », « publier » are near."""
    key = folded(word.lower().replace("ç", "s"))
    for pattern, sign in _COMPILED:
        key = pattern.sub(sign, key)
    return key.removesuffix("e") if len(key) > 2 else key
