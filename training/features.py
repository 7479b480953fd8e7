"""One convention for morphological features: what Sequoia, GSD, PUD and FQB write differently for the same word."""

import re
from collections.abc import Collection

from training.conllu import Word

# Features that only some treebanks carry, or that say nothing about the word itself.
_DROPPED = frozenset(
    (
        *("ExtPos", "Typo", "Abbr", "Foreign", "Style", "Lang", "Emph", "Subject", "Degree"),
        *("Gender[ctxt]", "Number[ctxt]", "Person[psor]", "Number[psor]"),
    )
)
_WITHOUT_GENDER = frozenset(
    (
        *("les", "l'", "des", "d'", "de", "ces", "mon", "ton", "son", "mes", "tes", "ses", "notre", "votre", "nos"),
        *("vos", "leur", "leurs", "chaque", "plusieurs", "quelque", "quelques"),
    )
)
_NEUTER = frozenset(("ce", "c'", "cela", "ceci", "ça"))
_GENDERLESS_PRONOUNS = frozenset(("on", "l'on", "l'", "rien", "personne"))
_QUANTIFIERS = frozenset(("quelque", "plusieurs", "chaque"))
_INDEFINITE = frozenset(("quelque", "plusieurs", "chaque", "tout", "certain", "différent", "divers"))
_ORDINAL = re.compile(r"premier|second|1er|[\w-]+ième|[\divxlcm]+(?:e|er|ère|ème)", re.IGNORECASE)
_SYMBOLS = frozenset("%€$£°")


def tag_of(word: Word, treebank: str) -> str:
    """Return the UPOS tag: « % » is a symbol everywhere, as UD asks, and PUD's slips are mended."""
    if word.form in _SYMBOLS:
        return "SYM"
    if treebank == "pud":
        if word.lemma == "dont":
            return "PRON"
        if word.lemma == "si" and word.deprel == "mark":
            return "SCONJ"
        if word.upos == "ADJ" and word.lemma in _QUANTIFIERS and word.deprel in ("det", "amod"):
            return "DET"
    return word.upos if word.upos != "_" else "X"


def features_of(word: Word, form: str, auxiliaries: Collection[str]) -> dict[str, str]:
    """Return the harmonised features; `form` in lower case, `auxiliaries` the labels of the word's children."""
    if word.form in _SYMBOLS:
        return {}
    feats = {name: value for name, value in word.feats.items() if name not in _DROPPED}
    if word.upos == "NUM":
        return {"NumType": "Card"}
    if word.upos == "DET":
        return _determiner(word, form, feats)
    if word.upos == "ADJ":
        return _adjective(word, feats)
    if word.upos == "PRON":
        return _pronoun(word, form, feats)
    if feats.get("VerbForm") == "Part":
        return _participle(word, feats, auxiliaries)
    # Sequoia calls « millions » a NOUN with NumType, GSD marks the active voice: nobody else does.
    return {name: value for name, value in feats.items() if name not in ("Voice", "NumType")}


def _pronoun(word: Word, form: str, feats: dict[str, str]) -> dict[str, str]:
    if form in ("se", "s'"):
        feats["Reflex"] = "Yes"
    if form in _GENDERLESS_PRONOUNS:
        feats.pop("Gender", None)
    if form in _NEUTER:
        return {"Number": "Sing", "Person": "3", "PronType": "Dem"}
    if word.lemma in ("celui", "celui-ci", "celui-là"):
        feats["Person"] = "3"
    if word.lemma == "dont":
        feats["PronType"] = "Rel"
    return feats


def _determiner(word: Word, form: str, feats: dict[str, str]) -> dict[str, str]:
    if form in _WITHOUT_GENDER:
        feats.pop("Gender", None)
    if "Poss" in feats:
        return {name: value for name, value in feats.items() if name in ("Gender", "Number", "Poss")}
    if word.lemma in _INDEFINITE:
        feats.pop("Definite", None)
        feats["PronType"] = "Ind"
    return feats


def _adjective(word: Word, feats: dict[str, str]) -> dict[str, str]:
    feats.pop("NumType", None)
    if word.lemma.endswith("e"):
        feats.pop("Gender", None)
    if _ORDINAL.fullmatch(word.lemma):
        feats["NumType"] = "Ord"
    return feats


def _participle(word: Word, feats: dict[str, str], auxiliaries: Collection[str]) -> dict[str, str]:
    """Give passive participles their voice (PUD and FQB leave it out); « été » agrees with nothing."""
    if word.upos == "AUX":
        return {name: value for name, value in feats.items() if name not in ("Gender", "Number", "Voice")}
    feats.pop("Voice", None)
    active = {"aux", "aux:tense"} & set(auxiliaries)
    if feats.get("Tense") == "Past" and word.upos == "VERB" and ("aux:pass" in auxiliaries or not active):
        feats["Voice"] = "Pass"
    return feats
