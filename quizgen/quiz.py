"""The records of a quiz, frozen, with the contract's JSON (schema 1) both ways."""

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from quizgen import __version__
from quizgen.article.record import Article
from quizgen.errors import QuizFileError

SCHEMA = 1
SKILLS = ("locate", "understand", "infer", "vocabulary", "text_grammar")
#: levels that the questions may be asked at (CEFR), and how they may be worded
LEVELS, REGISTERS = ("A1", "A2", "B1", "B2", "C1"), ("soutenu", "courant")


def frozen(value: Any) -> Any:
    """`value` with its lists turned into tuples, so that what comes back from JSON equals what went in."""
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    return {name: frozen(item) for name, item in value.items()} if isinstance(value, dict) else value


@dataclass(frozen=True)
class Evidence:
    """A verbatim span of the article: half-open offsets, the number of its first line, its text."""

    start: int
    end: int
    line: int
    text: str

    @classmethod
    def at(cls, article: Article, start: int, end: int) -> "Evidence":
        """The evidence that stands at these offsets of `article`."""
        return cls(start, end, article.line_at(start), article.text[start:end])


@dataclass(frozen=True)
class Candidate:
    """What an asker proposes, before a kind gives it form.

    `kinds` are the kinds it may become, best first. `key` is a str (answer), a bool (verdict), a tuple of str (gaps or
    items in order), a tuple of pairs (left and right, option and whether it is right, point and weight) or None (marked
    by hand); `distractors` are wrong answers of the key's form; `ways` kind -> way where it differs from `way`.
    """

    way: str
    skill: str
    kinds: tuple[str, ...]
    stem: str
    key: Any
    evidence: tuple[Evidence, ...]
    confidence: float
    accepted: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    feedback: str | None = None
    asker: str = "template"
    template: str | None = None
    ways: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """One question of a quiz; shapes of `choices` and `key` by kind stand in the contract's table."""

    id: str
    kind: str
    skill: str
    way: str
    stem: str
    choices: Any
    key: Any
    accepted: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    points: float = 1.0
    feedback: str | None = None
    asker: str = "template"
    template: str | None = None
    confidence: float = 1.0
    validated: bool = False

    @classmethod
    def of(
        cls, candidate: Candidate, kind: str, *, choices: Any = None, key: Any = None, stem: str | None = None
    ) -> "Question":
        """The question a kind makes of a candidate; what is not given is taken from the candidate."""
        stem = candidate.stem if stem is None else stem
        where = ",".join(f"{e.start}-{e.end}" for e in candidate.evidence)
        digest = hashlib.sha1(f"{kind}|{candidate.template}|{stem}|{where}".encode()).hexdigest()[:10]
        return cls(
            digest,
            kind,
            candidate.skill,
            candidate.ways.get(kind, candidate.way),
            stem,
            frozen(choices),
            frozen(candidate.key if key is None else key),
            candidate.accepted,
            candidate.evidence,
            feedback=candidate.feedback,
            asker=candidate.asker,
            template=candidate.template,
            confidence=round(candidate.confidence, 3),
        )

    @property
    def place(self) -> int:
        """Where in the article the question belongs: the first character of its evidence; without any, after it all."""
        return min((e.start for e in self.evidence), default=sys.maxsize)

    @property
    def line(self) -> int | None:
        """The number of the text's line where the answer is proved; None for a question that quotes nothing."""
        return self.evidence[0].line if self.evidence else None

    def to_json(self) -> dict[str, Any]:
        """The contract's JSON object."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Question":
        """Back from `to_json`; raises KeyError or TypeError where the shape is not ours."""
        rest = {
            **data,
            "choices": frozen(data["choices"]),
            "key": frozen(data["key"]),
            "accepted": tuple(data["accepted"]),
            "evidence": tuple(Evidence(**e) for e in data["evidence"]),
        }
        return cls(**rest)


@dataclass(frozen=True)
class Wanted:
    """What the teacher asks for; kept in the quiz as its settings. `kinds` empty means all.

    `skills` pairs of a skill and how many of the questions, or what share, should be of it; empty: as the profile says.
    """

    count: int = 10
    kinds: tuple[str, ...] = ()
    level: str | None = None
    profile: str = "libre"
    register: str = "soutenu"
    asker: str = "templates"
    points_total: float | None = 20
    seed: int = 0
    skills: tuple[tuple[str, float], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's settings, less the seed; « skills » only where some were given."""
        settings = asdict(self)
        del settings["seed"], settings["skills"]
        return settings | ({"skills": dict(self.skills)} if self.skills else {})

    @classmethod
    def from_json(cls, settings: dict[str, Any], seed: int) -> "Wanted":
        """Back from `to_json`; raises TypeError, KeyError or AttributeError where the shape is not ours."""
        skills = tuple(settings.get("skills", {}).items())
        return cls(**{**settings, "kinds": tuple(settings["kinds"]), "skills": skills, "seed": seed})


@dataclass(frozen=True)
class Shortfall:
    """Why fewer questions stand in the quiz than were asked for."""

    asked: int
    given: int
    reason: str


@dataclass(frozen=True)
class Quiz:
    """An article with its questions in order, the unchosen `pool`, and how it was made."""

    title: str
    article: Article
    wanted: Wanted
    questions: tuple[Question, ...]
    pool: tuple[Question, ...] = ()
    shortfall: Shortfall | None = None
    level: dict[str, Any] | None = None
    version: str = field(default=__version__)

    @property
    def points(self) -> float:
        """The sum of the points of the questions."""
        return sum(question.points for question in self.questions)

    def to_json(self) -> dict[str, Any]:
        """The contract's JSON object, ready for json.dumps."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "title": self.title,
            "language": "fr",
            "seed": self.wanted.seed,
            "settings": self.wanted.to_json(),
            "level": self.level,
            "article": self.article.to_json(),
            "questions": [q.to_json() for q in self.questions],
            "pool": [q.to_json() for q in self.pool],
            "shortfall": asdict(self.shortfall) if self.shortfall else None,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Quiz":
        """Back from `to_json`; raises QuizFileError where the data is not a quiz of schema 1."""
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise QuizFileError(
                "Ce fichier n'est pas un quiz de quizgen (schéma 1) : ouvrez un fichier JSON produit par "
                "« quizgen make -f json »."
            )
        try:
            return cls(
                data["title"],
                Article.from_json(data["article"]),
                Wanted.from_json(data["settings"], data["seed"]),
                tuple(Question.from_json(q) for q in data["questions"]),
                tuple(Question.from_json(q) for q in data["pool"]),
                Shortfall(**data["shortfall"]) if data["shortfall"] else None,
                data["level"],
                data["version"],
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise QuizFileError(
                "Ce fichier de quiz est abîmé ({where}) : produisez-le de nouveau avec « quizgen make -f json ».",
                where=error,
            ) from error
