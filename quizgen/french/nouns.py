"""What a noun phrase stands for: person, institution, place, time, quantity or thing."""

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Span, Token

from quizgen.french import parts, tree

#: what can act: who is asked about with « Qui », or what does something
ACTING = frozenset(["person", "institution", "animal"])
ENTITY_TYPES = {"PER": "person", "ORG": "institution", "LOC": "place", "MISC": "name"}


@cache
def lexicon() -> dict[str, str]:
    """Lemma -> type, from data/nouns.tsv."""
    with (files("quizgen.french") / "data" / "nouns.tsv").open(encoding="utf-8") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row[0]: row[1] for row in rows}


@cache
def shells() -> dict[str, frozenset[str]]:
    """The nouns that take up a clause, by sort, and the phrases that give a cause: data/shells.toml."""
    text = (files("quizgen.french") / "data" / "shells.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


#: first parts of compounds that say nothing of what the whole is, and endings that only people's nouns have
PREFIXES = frozenset("ex vice co arrière petit petite grand sous demi non mi anti néo contre".split())
PEOPLE = re.compile(r".{3,}(?:ologue|ologiste|icien|icienne|trice|naute|crate|mane|iste)")
NOT_PEOPLE = frozenset("cicatrice matrice batiste".split())


def type_of(head: Token) -> str:
    """What the phrase of `head` stands for; « thing » for a noun, « name » for a name, where nothing says more."""
    capital = head.is_title and parts.is_noun(head) and head.lemma_.lower() not in lexicon()
    if parts.is_name(head) or capital:
        return ENTITY_TYPES.get(head.ent_type_, "name")
    return noun_type(head.lemma_.lower())


def noun_type(lemma: str) -> str:
    """What a noun stands for: by the table, by its main part (« vice-président », « ville-étape »), by its ending."""
    known = lexicon().get(lemma)
    if known is not None or "-" not in lemma:
        return known or ("person" if PEOPLE.fullmatch(lemma) and lemma not in NOT_PEOPLE else "thing")
    first, _, rest = lemma.partition("-")
    return noun_type(rest if first in PREFIXES else first)


def gender_of(head: Token) -> str:
    """Masc, Fem or "": by the article before the noun, else by the noun's own form."""
    for word in head.children:
        if word.i < head.i and word.lower_ in ("un", "le", "du", "ce", "cet", "au", "mon", "ton"):
            return "Masc"
        if word.i < head.i and word.lower_ in ("une", "la", "cette", "sa", "ma", "ta"):
            return "Fem"
    if parts.is_name(head):
        return name_gender(head)
    if head.lower_.endswith(("eur", "eurs")) and type_of(head) == "person":
        return "Masc"
    return parts.feature(head, "Gender")


def name_gender(head: Token) -> str:
    """The gender of a name: its title, its first name, or masculine for an institution without article."""
    if head.ent_type_ == "ORG":
        return "Masc"
    first = head.doc[head.left_edge.i : head.i + 1]
    for word in first:
        known = first_names().get(word.text) or {"M.": "Masc", "Mme": "Fem", "Mlle": "Fem"}.get(word.text)
        if known:
            return known
    return ""


@cache
def first_names() -> dict[str, str]:
    """First name -> Masc or Fem, from data/first_names.tsv."""
    with (files("quizgen.french") / "data" / "first_names.tsv").open(encoding="utf-8") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row[0]: row[1] for row in rows}


def number_of(head: Token) -> str:
    """Sing or Plur: by coordination (not « l'acteur et réalisateur »), then by the article, then by the noun."""
    determiner = tree.determiner_of(head)
    joined = tree.coordinated_heads(head)[1:]
    if any(map(tree.has_coordinator, joined)) and any(
        determiner is None or tree.determiner_of(word) is not None or parts.is_name(word) for word in joined
    ):
        return "Plur"
    if determiner is not None and parts.feature(determiner, "Number"):
        return parts.feature(determiner, "Number")
    if tree.number_of(head) is not None and tree.number_of(head).lower_ not in ("un", "une", "1"):  # type: ignore[union-attr]
        return "Plur"
    return parts.feature(head, "Number") or "Sing"


def agrees(noun: Token, finite: Token) -> bool:
    """Whether the verb has the number of the noun given for its subject; true where either shows none."""
    number = parts.feature(finite, "Number")
    joined = len(tree.coordinated_heads(noun)) > 1
    return not number or joined or number_of(noun) in (number, "")


def is_definite_description(phrase: Span) -> bool:
    """Whether the phrase describes with a definite article rather than names (« le créateur des Madea »)."""
    head = tree.head_within(phrase)
    return not parts.is_name(head) and phrase[0].lower_ in (
        "le",
        "la",
        "l'",
        "l’",
        "les",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
    )
