"""The marking policy: what a teacher sets for a quiz or a question, and how it is read from a file."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
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
    review: float = 0.44

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
        known = {field.name: type(field.default) for field in fields(cls)}
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
        """The policy of a JSON or TOML file; SettingsError where it cannot be read."""
        try:
            text = path.read_text(encoding="utf-8")
            data = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
        except (OSError, ValueError) as error:
            raise SettingsError(
                "Le fichier de notation {path} ne se lit pas : {reason}.", path=path, reason=error
            ) from None
        if not isinstance(data, dict):
            raise SettingsError("Le fichier de notation {path} doit tenir des réglages par nom.", path=path)
        return cls.from_json(data)
