"""The third person, from singular to plural and back, and the agreement of past participles.

A form is changed only when it is exactly the one expected for its lemma, tense and mood: anything else gives None.
The irregular verbs stand in data/conjugation.tsv. Tense and mood are UD's: Pres, Imp, Past, Fut; Ind, Cnd, Sub.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).with_name("data") / "conjugation.tsv"

# In the two lists below, verbs in e + l or t + er. « appeler », « jeter » double their consonant; the « acheter » ones
# take è; of the others both spellings are met (« étincelle » before 1990, « étincèle » after).
_DOUBLING = re.compile(r"(?:appel|jet)$")
_GRAVE = re.compile(
    r"(?:achet|furet|halet|crochet|corset|filet|gel|model|harcel|martel|démantel|écartel|cisel|(?:^|dé|re)cel|^pel)$"
)
_E_MUTE = re.compile(r"e([bcdfgjklmnprstvz]|vr)$")
_E_ACUTE = re.compile(r"é((?:[bcdfghjklmnpqrstvxz]+|[gq]u))$")

# Masculine participles that end in s already: « pris », « mis », « acquis », « assis », « clos », « inclus ».
_S_PARTICIPLE = re.compile(
    r"(?:.*(?:pris|quis)|(?:r?ad|com|compro|dé|é|o|entre|per|pro|re|retrans|sou|trans)?mis|"
    r"r?assis|sis|sursis|(?:en|é|for)?clos|(?:in|oc|re|per)clus|circoncis|occis)$"
)
_T_FEMININE = {"absous": "absout", "dissous": "dissout"}
# The circumflex stays in the masculine singular only: « dû », « due », « dus ».
_CIRCUMFLEX = {"du": "dû", "redu": "redû", "mu": "mû", "recru": "recrû"}


class _Parts(NamedTuple):
    """The forms and stems from which every third person is made; an empty one is missing."""

    present: str
    presents: str
    imperfect: str
    future: str
    past: str
    pasts: str
    subjunctive: str
    subjunctives: str


def plural(form: str, lemma: str, tense: str, mood: str) -> str | None:
    """The third person plural of a third person singular: « dénonce » → « dénoncent »; None where not sure."""
    return _other(form, lemma, tense, mood, known=0)


def singular(form: str, lemma: str, tense: str, mood: str) -> str | None:
    """The third person singular of a third person plural: « vont » → « va »; None where not sure."""
    return _other(form, lemma, tense, mood, known=1)


#: feminine ending of an adjective -> masculine one, the longest first
_ADJECTIVES = (
    ("euse", "eux"), ("trice", "teur"), ("elle", "el"), ("enne", "en"), ("onne", "on"), ("ette", "et"), ("ive", "if"),
    ("ère", "er"), ("ète", "et"), ("gue", "g"), ("che", "c"), ("ée", "é"), ("ie", "i"), ("ue", "u"), ("e", ""),
)  # fmt: skip


#: feminine endings, and what cutting the e of one leaves
_NO_MASCULINES = ("euse", "eus", "ive", "iv")


def masculines(adjective: str) -> set[str]:
    """The masculine singulars that an adjective may have by its ending: « petites » → « petit », « petite »."""
    form = adjective.lower()
    singular = {form, form.removesuffix("s"), form.removesuffix("x"), re.sub(r"aux$", "al", form)}
    male = {one[: -len(end)] + other for one in singular for end, other in _ADJECTIVES if one.endswith(end)}
    return {one for one in singular | male if not one.endswith(_NO_MASCULINES)}


def third_persons(lemma: str) -> set[str]:
    """Every third person of a verb in the simple tenses and « je, tu » of the future; none of a verb not known."""
    tenses = [("Pres", "Ind"), ("Imp", "Ind"), ("Past", "Ind"), ("Fut", "Ind"), ("Pres", "Cnd"), ("Pres", "Sub")]
    forms = {form for tense, mood in tenses for pair in _pairs(lemma, tense, mood) for form in pair}
    future = [pair[0] for pair in _pairs(lemma, "Fut", "Ind")]
    return forms | {form + ending for form in future for ending in ("i", "s")}


def participle(form: str, gender: str, number: str) -> str:
    """A past participle in the wanted gender and number, from any agreed form of it: « prise » → « pris »."""
    base = _masculine(form)
    if gender != "Fem":
        return base if number != "Plur" or base.endswith("s") else _plain(base) + "s"
    stem = _T_FEMININE.get(base.lower(), _plain(base))
    return stem + ("es" if number == "Plur" else "e")


def _plain(base: str) -> str:
    """« dû » → « du »."""
    return base[:-1] + "u" if base.endswith("û") else base


def _other(form: str, lemma: str, tense: str, mood: str, known: int) -> str | None:
    """The partner of a form among the pairs of its verb; `known` is its place in the pair."""
    lowered = form.lower()
    for pair in _pairs(lemma.lower().removeprefix("se ").removeprefix("s'"), tense, mood):
        if pair[known] == lowered and pair[1 - known]:
            found = pair[1 - known]
            return found[0].upper() + found[1:] if form[0].isupper() else found
    return None


@cache
def _pairs(lemma: str, tense: str, mood: str) -> tuple[tuple[str, str], ...]:
    """The third persons (singular, plural) of a verb: more than one pair where two spellings live side by side."""
    return tuple(pair for parts in _parts(lemma) if all(pair := _pair(parts, tense, mood)))


def _pair(parts: _Parts, tense: str, mood: str) -> tuple[str, str]:
    """Both third persons of one tense."""
    match mood, tense:
        case "Ind", "Pres":
            return parts.present, parts.presents
        case "Ind", "Imp":
            return _with(parts.imperfect, "ait", "aient")
        case "Ind", "Past":
            return parts.past, parts.pasts
        case "Ind", "Fut":
            return _with(parts.future, "a", "ont")
        case "Cnd", "Pres":
            return _with(parts.future, "ait", "aient")
        case "Sub", "Pres":
            return parts.subjunctive, parts.subjunctives
        case "Sub", "Imp" | "Past":
            return _past_subjunctive(parts)
    return "", ""


def _with(stem: str, ending: str, ending_plural: str) -> tuple[str, str]:
    return (stem + ending, stem + ending_plural) if stem else ("", "")


def _past_subjunctive(parts: _Parts) -> tuple[str, str]:
    """« prit, prirent » → « prît, prissent »; « parla, parlèrent » → « parlât, parlassent »."""
    if not parts.past or not parts.pasts:
        return "", ""
    if parts.past.endswith("a"):
        return parts.past[:-1] + "ât", parts.past + "ssent"
    circumflex = re.sub(r"[aiuû](?=n?t$)", lambda vowel: "îû"[vowel[0] in "uû"], parts.past)
    return circumflex, re.sub(r"rent$", "ssent", parts.pasts)


def _parts(lemma: str) -> list[_Parts]:
    """The parts of a verb: the irregular lines, or its regular group; none for an unknown verb in -oir or -re."""
    rows = _irregular(lemma)
    if rows and rows != [("regular",)]:
        return [_Parts(*row) for row in rows]
    if lemma.endswith("er"):
        return _first_group(lemma[:-2])
    return [_second_group(lemma[:-1])] if lemma.endswith("ir") and not lemma.endswith("oir") else []


def _second_group(stem: str) -> _Parts:
    """« fini » → finit, finissent…"""
    return _Parts(
        f"{stem}t", f"{stem}ssent", f"{stem}ss", f"{stem}r", f"{stem}t", f"{stem}rent", f"{stem}sse", f"{stem}ssent"
    )


def _first_group(stem: str) -> list[_Parts]:
    """« appel », « mang », « cédait »: the stem that sounds before a mute e, and ge or ç before a."""
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    return [
        _Parts(f"{strong}e", f"{strong}ent", soft, future, f"{soft}a", f"{stem}èrent", f"{strong}e", f"{strong}ent")
        for strong, future in _strong_stems(stem)
    ]


def _strong_stems(stem: str) -> list[tuple[str, str]]:
    """Stems of present and future: « appel » → (appell, appeller); « céd » → (cèd, céder) or (cèd, cèder)."""
    if stem.endswith(("oy", "uy")):
        return [(stem[:-1] + "i", stem[:-1] + "ier")]
    if stem.endswith("ay"):
        return [(stem[:-1] + "i", stem[:-1] + "ier"), (stem, stem + "er")]
    if _E_ACUTE.search(stem):
        grave = _E_ACUTE.sub(r"è\1", stem)
        return [(grave, stem + "er"), (grave, grave + "er")]
    if not _E_MUTE.search(stem):
        return [(stem, stem + "er")]
    grave, double = _E_MUTE.sub(r"è\1", stem), stem + stem[-1]
    if stem[-1] not in "lt" or _GRAVE.search(stem):
        return [(grave, grave + "er")]
    doubled = (double, double + "er")
    return [doubled] if _DOUBLING.search(stem) else [doubled, (grave, grave + "er")]


def _irregular(lemma: str) -> list[tuple[str, ...]]:
    """The lines of the table for this verb, with what stands before the ending put back."""
    table = _table()
    if "=" + lemma in table:
        return table["=" + lemma]
    for cut in range(len(lemma)):
        if rows := table.get(lemma[cut:]):
            return [tuple(part and lemma[:cut] + part for part in row) for row in rows]
    return []


@cache
def _table() -> dict[str, list[tuple[str, ...]]]:
    """The lines of data/conjugation.tsv by ending."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            ending, *forms = line.split("\t")
            table.setdefault(ending, []).append(tuple("" if form == "-" else form for form in forms))
    return table


def _masculine(form: str) -> str:
    """The masculine singular of any form of a participle."""
    lowered = form.lower()
    # No masculine singular ends in a mute e, so « -e » and « -es » are always feminine.
    if lowered.endswith(("e", "es")):
        stem = form.removesuffix("s").removesuffix("e")
        for masculine, feminine in _T_FEMININE.items():
            if stem.lower() == feminine:
                return masculine
    else:
        kept = _S_PARTICIPLE.match(lowered) or lowered in _T_FEMININE
        stem = form if kept else form.removesuffix("s")
    return _CIRCUMFLEX.get(stem.lower(), stem)
