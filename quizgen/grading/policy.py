"""The marking policy: what a teacher sets for a quiz or a question, and how it is read from a file."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from quizgen.errors import SettingsError


@dataclass(frozen=True)
class Policy:
    """How answers are marked.

    tolerance: 0 to 100 %, how far a word may be misspelt; accents: they count; articles: they count in gaps and short
    exact answers; strict: dictation, letter for letter but for case and spaces; half_marks: 0, 0.5, 1, else 0 or 1;
    penalty: what a wrong tick among several answers costs, as a share of a right one; review: confidence under which
    an answer goes to the teacher.
    """

    tolerance: int = 60
    accents: bool = False
    articles: bool = False
    strict: bool = False
    half_marks: bool = True
    penalty: float = 0.5
    review: float = 0.45

    def __post_init__(self) -> None:
        if not 0 <= self.tolerance <= 100:
            raise SettingsError("La tolérance d'orthographe va de 0 à 100 : {value}.", value=self.tolerance)
        for name in ("penalty", "review"):
            if not 0 <= getattr(self, name) <= 1:
                raise SettingsError(
                    "Le réglage « {name} » va de 0 à 1 : {value}.", name=name, value=getattr(self, name)
                )

    def to_json(self) -> dict[str, Any]:
        """All settings by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Policy":
        """The policy with the settings given, the others as they are by default; SettingsError for what is unknown."""
        known = {each.name: type(each.default) for each in fields(cls)}
        for name, value in data.items():
            wanted = known.get(name)
            if wanted is None:
                raise SettingsError(
                    "Le réglage de notation « {name} » n'existe pas. Réglages connus : {known}.",
                    name=name,
                    known=", ".join(known),
                )
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if (wanted is bool) != isinstance(value, bool) or (wanted is not bool and not number):
                raise SettingsError(
                    "La valeur du réglage « {name} » ne convient pas : {value}.", name=name, value=value
                )
        return cls(**data)

    @classmethod
    def load(cls, path: Path) -> "Policy":
        """The policy of a JSON or TOML file, its « questions » left out; SettingsError where it cannot be read."""
        return Rules.load(path).policy


@dataclass(frozen=True)
class Rules:
    """A policy for a quiz, and those of single questions, which differ from it in what they set."""

    policy: Policy = Policy()
    questions: Mapping[str, Policy] = field(default_factory=dict)

    def of(self, question: str) -> Policy:
        """The policy for the question with this id."""
        return self.questions.get(question, self.policy)

    @classmethod
    def load(cls, path: Path) -> "Rules":
        """The rules of a JSON or TOML file: settings, and under « questions » settings by question id."""
        try:
            text = path.read_text(encoding="utf-8")
            data = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
        except (OSError, ValueError) as error:
            raise SettingsError(
                "Le fichier de notation {path} ne se lit pas : {reason}.", path=path, reason=error
            ) from None
        if not isinstance(data, dict):
            raise SettingsError("Le fichier de notation {path} doit tenir des réglages par nom.", path=path)
        own = data.pop("questions", {})
        if not isinstance(own, dict) or not all(isinstance(each, dict) for each in own.values()):
            raise SettingsError("Le fichier de notation {path} doit tenir des réglages par nom.", path=path)
        return cls(Policy.from_json(data), {name: Policy.from_json({**data, **each}) for name, each in own.items()})
