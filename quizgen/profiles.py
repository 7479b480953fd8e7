"""Profiles of exams, found by scanning templates/profiles/: one file = one profile, named nowhere in Python.

A profile says which kinds a quiz may hold, by trait or by name, the shares of the skills, what each kind is worth and
the level of its questions where the teacher gives none.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.errors import SettingsError, TemplateError
from quizgen.kinds import Kind, all_kinds, kind_named
from quizgen.quiz import LEVELS, SKILLS, Question, Wanted
from quizgen.settings import templates_folder


@dataclass(frozen=True)
class Weight:
    """What a question is worth before the points are brought to their total: `base`, and `each` for every part."""

    base: float = 1.0
    each: float = 0.0


@dataclass(frozen=True)
class Profile:
    """One profile; `traits` that a kind must have and `kinds` by name (none: all), `skills` any numbers as shares."""

    slug: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    level: str | None = None
    traits: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    skills: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, Weight] = field(default_factory=dict)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The names of the kinds that a quiz of this profile may hold."""
        return tuple(name for name, kind in all_kinds().items() if self.allows(kind))

    @property
    def narrows(self) -> bool:
        """Whether it leaves some kinds out."""
        return len(self.allowed) < len(all_kinds())

    def allows(self, kind: Kind) -> bool:
        """Whether `kind` has every trait asked for and is one of those named."""
        return all(getattr(kind, trait) for trait in self.traits) and (not self.kinds or kind.name in self.kinds)

    def weight(self, question: Question) -> float:
        """What `question` is worth: one, or what the file says of its kind and of the parts of its answer."""
        weight = self.points.get(question.kind, Weight())
        return weight.base + weight.each * kind_named(question.kind).parts(question)


@cache
def all_profiles() -> dict[str, Profile]:
    """Every profile by name, in alphabetical order; raises TemplateError naming the file and what is wrong in it."""
    return {path.stem: load(path) for path in sorted((templates_folder() / "profiles").glob("*.toml"))}


def profile_named(name: str) -> Profile:
    """The profile called `name`; raises SettingsError naming those that exist."""
    try:
        return all_profiles()[name]
    except KeyError:
        raise SettingsError(
            "Le profil « {name} » n'existe pas. Profils connus : {known}.", name=name, known=", ".join(all_profiles())
        ) from None


def kinds_of(wanted: Wanted) -> tuple[str, ...]:
    """The kinds that teacher and profile allow; raises SettingsError where the two contradict each other."""
    profile = profile_named(wanted.profile)
    allowed = profile.allowed
    outside = [name for name in wanted.kinds if kind_named(name).name not in allowed]
    if outside:
        raise SettingsError(
            "Le profil « {profile} » n'admet pas le type « {kind} » : retirez-le ou changez de profil. "
            "Types admis : {allowed}.",
            profile=wanted.profile,
            kind=outside[0],
            allowed=", ".join(allowed),
        )
    unasked = (name for name in allowed if not kind_named(name).by_wish or name in profile.kinds)
    return wanted.kinds or tuple(unasked)


def load(path: Path) -> Profile:
    """The profile of one file; raises TemplateError where it is not TOML or a field or a word in it means nothing."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        data |= {name: tuple(data.get(name, ())) for name in ("traits", "kinds")}
        data["points"] = {kind: Weight(**weight) for kind, weight in data.get("points", {}).items()}
        profile = Profile(path.stem, **data)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError) as error:
        raise TemplateError(
            "Le profil {file} est mal écrit ({where}) : corrigez-le.", file=path.name, where=error
        ) from error
    for word in _unknown(profile):
        raise TemplateError(
            "Le profil {file} contient un mot inconnu (« {word} ») : corrigez-le.", file=path.name, word=word
        )
    return profile


def _unknown(profile: Profile) -> list[Any]:
    """What stands in the profile and means nothing: a kind, a trait, a skill, a level."""
    return [
        *(name for name in (*profile.kinds, *profile.points) if name not in all_kinds()),
        *(trait for trait in profile.traits if not isinstance(getattr(Kind, trait, None), bool)),
        *(skill for skill in profile.skills if skill not in SKILLS),
        *([profile.level] if profile.level not in (None, *LEVELS) else []),
    ]
