"""What teacher and profile would rather have: a level and a balance of skills, as what a question gains or loses.

Nothing is forbidden by a level; a skill has a number of questions, which the last round of choosing may exceed.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.errors import SettingsError
from quizgen.kinds import kind_named
from quizgen.profiles import kinds_of, profile_named
from quizgen.quiz import LEVELS, REGISTERS, SKILLS, Question, Wanted

#: how much each skill asks of a pupil, from copying what stands there (0) to reading between the lines (1)
DEMANDS = {"locate": 0.0, "vocabulary": 0.4, "understand": 0.5, "text_grammar": 0.8, "infer": 1.0}
#: how much it asks to choose, to copy, to answer in a few words, to write sentences
CHOOSING, COPYING, ANSWERING, WRITING = 0.0, 0.2, 0.5, 1.0
#: what skill, form and length count for in a question's demand; words of stem and key beyond which it is long
SHARES, LONG = (0.5, 0.3, 0.2), 40
#: what the most demanding question gains on the least demanding one at the highest level, and loses at the lowest
LEAN = 0.6
#: what a question of a skill that still lacks questions gains
LACKING = 0.3


@dataclass(frozen=True)
class Wishes:
    """`skills` skill -> questions wanted of it (empty: no wish); `gains` question -> what the level makes it gain."""

    skills: Mapping[str, int] = field(default_factory=dict)
    gains: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, wanted: Wanted, questions: Sequence[Question], count: int) -> "Wishes":
        """The wishes for a quiz of `count` of `questions`; raises SettingsError where a wish means nothing."""
        profile = profile_named(wanted.profile)
        level = wanted.level or profile.level
        lean = LEAN * (2 * LEVELS.index(level) / (len(LEVELS) - 1) - 1) if level else 0.0
        gains = {question.id: lean * (demand(question) - 0.5) for question in questions} if lean else {}
        return cls(seats(dict(wanted.skills) or profile.skills, count), gains)

    def gain(self, question: Question, chosen: Mapping[tuple[str, object], int]) -> float:
        """What `question` is worth beside its confidence; `chosen` ("skill", skill) -> questions already there."""
        lacks = chosen.get(("skill", question.skill), 0) < self.skills.get(question.skill, 0)
        return self.gains.get(question.id, 0.0) + LACKING * lacks

    def seat(self, question: Question, chosen: Collection[Question]) -> bool:
        """Whether the skill of `question` may still have one more."""
        taken = sum(other.skill == question.skill for other in chosen)
        return not self.skills or taken < self.skills.get(question.skill, 0)

    def share(self, skills: Collection[str]) -> float:
        """Which share of the quiz is wanted of `skills`."""
        return sum(self.skills.get(skill, 0) for skill in skills) / max(1, sum(self.skills.values()))


def demand(question: Question) -> float:
    """How much a question asks of a pupil, from 0 (tick or copy a few words) to 1 (infer, and write it)."""
    kind = kind_named(question.kind)
    form = CHOOSING if kind.selected_response else COPYING if kind.needs_text else ANSWERING
    form = WRITING if kind.own_words else form
    key = "" if question.key is None else kind.key_text(question)
    length = min(1.0, len(f"{question.stem} {key}".split()) / LONG)
    parts = (DEMANDS.get(question.skill, 0.5), form, length)
    return sum(share * part for share, part in zip(SHARES, parts, strict=True))


def seats(shares: Mapping[str, float], count: int) -> dict[str, int]:
    """`count` questions over the skills in the proportion of `shares`, by largest remainders."""
    total = sum(shares.values())
    if not total:
        return {}
    exact = {skill: count * share / total for skill, share in shares.items()}
    given = {skill: int(number) for skill, number in exact.items()}
    for skill in sorted(exact, key=lambda name: given[name] - exact[name])[: count - sum(given.values())]:
        given[skill] += 1
    return given


def wanted_skills(listed: str) -> tuple[tuple[str, float], ...]:
    """« locate=4,vocabulary=2 » as pairs; raises SettingsError naming the part that cannot be read."""
    found = {}
    for part in filter(None, listed.replace(" ", "").split(",")):
        skill, _, number = part.partition("=")
        if skill not in SKILLS:
            raise SettingsError(
                "La compétence « {name} » n'existe pas. Compétences connues : {known}.",
                name=skill,
                known=", ".join(SKILLS),
            )
        if not number.isdecimal():
            raise SettingsError(
                "« {part} » ne dit pas combien de questions : écrivez par exemple {skill}=4.", part=part, skill=skill
            )
        found[skill] = int(number)
    return tuple(found.items())


def check(wanted: Wanted) -> None:
    """Raises SettingsError where profile, kinds, level, register, skills or points mean nothing, before any work."""
    kinds_of(wanted)
    if wanted.level and wanted.level not in LEVELS:
        raise SettingsError(
            "Le niveau « {name} » n'existe pas. Niveaux connus : {known}.", name=wanted.level, known=", ".join(LEVELS)
        )
    if wanted.register not in REGISTERS:
        raise SettingsError(
            "Le registre « {name} » n'existe pas. Registres connus : {known}.",
            name=wanted.register,
            known=", ".join(REGISTERS),
        )
    if wanted.skills and not any(number for _, number in wanted.skills):
        raise SettingsError("Aucune compétence n'a de question : donnez au moins un nombre au-dessus de zéro.")
    if wanted.points_total is not None and wanted.points_total * 2 % 1:
        raise SettingsError(
            "{points} points ne se partagent pas : donnez un total en points ou en demi-points.",
            points=wanted.points_total,
        )


def counts(questions: Sequence[Question]) -> dict[str, int]:
    """How many of `questions` each skill has, in the order of the contract; skills without any left out."""
    found = Counter(question.skill for question in questions)
    return {skill: found[skill] for skill in SKILLS if found[skill]}
