"""What data/names.toml and nouns.tsv know of the words of names and of the nouns beside them."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from quizgen.french import nouns, parts

CLOSERS = frozenset(",.;:)»!?…")
OPENERS = frozenset("«\"“'‘")
INHABITANTS = re.compile(r"(?:ais|ois|ains|iens|éens|aises|oises|aines|iennes|éennes)$")


@cache
def words(table: str, name: str) -> frozenset[str]:
    """The words of one list of data/names.toml."""
    return frozenset(_tables()[table][name].split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("quizgen.french") / "data" / "names.toml").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """In lower case, with a straight apostrophe."""
    return text.lower().replace("’", "'")


def named_by(noun: Token | None) -> str:
    """What a thing called so is: « film » a name, « société » an institution, « hérisson » a person; "" of no use."""
    if noun is None or parts.is_name(noun):
        return ""
    lemma = plain(noun.lemma_)
    return head_type(lemma) or head_type(noun.lower_)


def head_type(lemma: str) -> str:
    """The type of what the noun heads: data/names.toml first, then data/nouns.tsv."""
    for kind in ("name", "institution", "place", "person"):
        if lemma in words("heads", kind):
            return kind
    kind = nouns.lexicon().get(lemma, "")
    return {"animal": "person", "event": "name", "time": "", "quantity": ""}.get(kind, kind)


def is_demonym(token: Token) -> bool:
    """Whether a capitalised word is no name but an inhabitant (« les Vernaisiens », « la Japonaise »)."""
    lowered = token.lower_
    singular = lowered if nouns.lexicon().get(lowered) == "person" else lowered.removesuffix("s").removesuffix("x")
    known = nouns.lexicon().get(singular) == "person" and singular not in words("titles", "words")
    plural = INHABITANTS.search(lowered) is not None
    return known or (plural and previous(token) in ("les", "des", "aux", "ces", "nos", "ses", "d'"))


def previous(token: Token) -> str:
    """The word before, in lower case; "" at the start."""
    return plain(token.nbor(-1).text) if token.i else ""
