"""Question templates: templates/questions/*.toml as records; one file = one way of asking."""

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.errors import TemplateError
from quizgen.french.elision import join
from quizgen.french.facts import Fact
from quizgen.quiz import REGISTERS
from quizgen.settings import templates_folder

FIELD = re.compile(r"\{(\w+)\}")
#: words that may lose their vowel or contract with what a field brings
SEAM = re.compile(r"(?:^|(?<=\s))(que|de|à|qu'est-ce que|est-ce que|parce que)$", re.IGNORECASE)
KNOWN = {
    "description",
    "way",
    "skill",
    "kinds",
    "fact",
    "prior",
    "stem",
    "everyday",
    "key",
    "accepted",
    "feedback",
    "only",
    "never",
    "where",
    "distractors",
    "options",
    "ways",
    "examples",
    "silent",
}


@dataclass(frozen=True)
class Example:
    """A text on which the template fires, and the stem and key it must give (« "" » in the file: none)."""

    text: str
    stem: str
    key: Any


@dataclass(frozen=True)
class Template:
    """One way of asking: the fact it needs, what the fact's slots and marks must be, and how stem and key read.

    `where` slot -> types allowed; `only` marks required, `never` marks refused; `prior` how often its questions are
    usable (0..1); `distractors` names a supply of wrong answers, `options` lists them; `ways` kind -> way where
    the kind makes it another way of asking. A template without
    `key` takes the fact's value. `everyday` is the stem in the everyday register where it inverts words of its own;
    otherwise the fact's slot « everyday » takes the place of {asked} and {stylistic}.
    """

    name: str
    description: str
    way: str
    skill: str
    kinds: tuple[str, ...]
    fact: str
    prior: float
    stem: str
    key: str | None = None
    everyday: str | None = None
    accepted: tuple[str, ...] = ()
    feedback: str | None = None
    only: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    distractors: str | None = None
    options: tuple[str, ...] = ()
    ways: dict[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    silent: tuple[str, ...] = ()

    def fits(self, fact: Fact) -> bool:
        """Whether the template can ask about `fact`."""
        if fact.kind != self.fact or not self.only <= fact.marks or self.never & fact.marks:
            return False
        if any(fact.slots[name].type not in types for name, types in self.where.items() if name in fact.slots):
            return False
        return all(
            name in fact.slots and (fact.slots[name].text or name == "prefix") for name in self.fields - {"lines"}
        )

    @property
    def fields(self) -> set[str]:
        """The slots that stem and key need."""
        return fields(self.stem + (self.key or ""))

    def asking(self, fact: Fact, register: str) -> str:
        """The stem about `fact`, with inversion (« soutenu ») or with « est-ce que » (« courant »)."""
        plain = fact.slots.get("everyday")
        if register == REGISTERS[0]:
            return self.fill(self.stem, fact)
        said = {"asked": plain, "stylistic": plain} if plain is not None else {}
        return self.fill(self.everyday or self.stem, replace(fact, slots={**fact.slots, **said}))

    def fill(self, pattern: str, fact: Fact) -> str:
        """`pattern` with the fact's words in its fields, elided and contracted at the seams."""
        text = ""
        for index, piece in enumerate(FIELD.split(pattern)):
            if index % 2 == 0:
                text += piece
            else:
                text = _joined(text, fact.slots[piece].text)
        return text


def fields(pattern: str) -> set[str]:
    """The slots that a pattern names."""
    return set(FIELD.findall(pattern))


def _joined(text: str, words: str) -> str:
    before = text.rstrip(" ")
    return join(before, words) if before != text and SEAM.search(before) else text + words


@cache
def all_templates() -> tuple[Template, ...]:
    """Every template, by name; raises TemplateError naming the file and what is wrong in it."""
    return tuple(load(path) for path in sorted((templates_folder() / "questions").glob("*.toml")))


def load(path: Path) -> Template:
    """The template of one file; raises TemplateError where it is not TOML or lacks or misspells a field."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        unknown = sorted(set(data) - KNOWN)
        if unknown:
            raise TemplateError(
                "Le gabarit {file} contient un champ inconnu : {names}.", file=path.name, names=", ".join(unknown)
            )
        return Template(name=path.stem, **{name: _value(name, value) for name, value in data.items()})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, KeyError) as error:
        raise TemplateError(
            "Le gabarit {file} est mal écrit ({where}) : corrigez-le.", file=path.name, where=error
        ) from error


def _value(name: str, value: Any) -> Any:
    if name in ("only", "never"):
        return frozenset(value)
    if name == "where":
        return {slot: tuple(types) for slot, types in value.items()}
    if name == "examples":
        return tuple(Example(row["text"], row["stem"], None if row["key"] == "" else row["key"]) for row in value)
    return tuple(value) if isinstance(value, list) else value
