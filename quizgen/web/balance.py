"""How many questions of each skill a quiz has, beside how many were wanted."""

from typing import Any, NamedTuple

from quizgen.profiles import all_profiles
from quizgen.quiz import SKILLS, Quiz
from quizgen.web.i18n import lazy_gettext as lazy
from quizgen.wishes import counts, seats

#: what the skills are called
SKILL_NAMES = {
    "locate": lazy("Repérer"),
    "understand": lazy("Comprendre"),
    "infer": lazy("Inférer"),
    "vocabulary": lazy("Vocabulaire"),
    "text_grammar": lazy("Grammaire du texte"),
}


class Skill(NamedTuple):
    """A skill by its name, the questions given of it, and those wanted (None: no wish)."""

    name: Any
    given: int
    wanted: int | None


def announced(quiz: Quiz) -> str | None:
    """The level at which the questions are asked: the teacher's, else the profile's."""
    profile = all_profiles().get(quiz.wanted.profile)
    return quiz.wanted.level or (profile.level if profile else None)


def balance(quiz: Quiz) -> list[Skill]:
    """The skills that the quiz has, or should have had; a profile that is gone since wishes for nothing."""
    profile = all_profiles().get(quiz.wanted.profile)
    shares = dict(quiz.wanted.skills) or (profile.skills if profile else {})
    given, wanted = counts(quiz.questions), seats(shares, len(quiz.questions))
    return [
        Skill(SKILL_NAMES[skill], given.get(skill, 0), wanted.get(skill, 0) if wanted else None)
        for skill in SKILLS
        if given.get(skill) or wanted.get(skill)
    ]
