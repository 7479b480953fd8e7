"""The kinds of question, found by scanning this folder: one file = one kind = one `KIND`.

A kind is stateless: it sees no request and no database. Its name appears in its own file, in templates and in tests.
"""

import importlib
import pkgutil
import tomllib
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, ClassVar

from quizgen.article.record import Article
from quizgen.errors import SettingsError
from quizgen.french.typography import NO_BREAK
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import BLANK, UNREADABLE, Given, Mark
from quizgen.grading.policy import Policy
from quizgen.quiz import Candidate, Evidence, Question
from quizgen.settings import templates_folder
from quizgen.sheet import Block

#: what stands between the parts of a key in words
BETWEEN = f"{NO_BREAK}; "
#: the little text that every kind's samples are about
SAMPLE = Article.of(
    "Le 3 mars, la mairie de Nantes a ouvert une bibliothèque de huit salles, qui accueille le public "
    "le dimanche aussi.\n\nElle avait agrandi l'ancienne parce que les lecteurs manquaient de place."
)


#: an answer without anything in it, and one that says nothing of the kind's shape
BLANK_ANSWER, UNREADABLE_ANSWER = Given(lack=BLANK), Given(lack=UNREADABLE)


def written(raw: Any) -> Given:
    """An answer in words: a text, or a figure that a table took for a number."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return UNREADABLE_ANSWER
    return Given(str(raw))


@dataclass(frozen=True)
class Trials:
    """Raw answers that every kind is tried with."""

    right: Any
    partly: Any
    wrong: Any
    unreadable: Any


class Kind(ABC):
    """One kind of question: how a candidate is composed into it, and of which blocks it is made."""

    name: ClassVar[str]
    #: answered by choosing, never by writing (what the DELF asks for)
    selected_response: ClassVar[bool] = False
    #: cannot be answered unless the article stands beside it
    needs_text: ClassVar[bool] = False
    #: answered in sentences of the pupil's own
    own_words: ClassVar[bool] = False
    #: in a quiz only where the teacher or the profile names it
    by_wish: ClassVar[bool] = False

    @abstractmethod
    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """The question made of `candidate`, or None where it lacks what this kind needs; shuffles by `seed` only."""

    @abstractmethod
    def sheet(self, question: Question) -> list[Block]:
        """The blocks of `question`, key included."""

    @abstractmethod
    def key_text(self, question: Question) -> str:
        """The key in words, as a corrigé prints it."""

    def also_accepted(self, question: Question) -> tuple[str, ...]:
        """What a corrigé prints as accepted beside the key."""
        return question.accepted

    def parts(self, question: Question) -> int:
        """How many things the pupil must give (pairs, gaps, options, points, clues): what a barème may count."""
        return len(question.key) if isinstance(question.key, tuple) else 1

    @abstractmethod
    def read(self, question: Question, raw: Any) -> Given:
        """The answer that `raw` (of a form, a row, a sheet of marks) stands for; an unreadable one is not wrong."""

    @abstractmethod
    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """The mark of an answer as read; never raises, deterministic, score 0 to 1."""

    @abstractmethod
    def trials(self) -> Trials:
        """Raw answers to the first of `samples`: a right, a partly right (None where there is no such), a wrong, an
        unreadable one."""

    def mark(self, question: Question, raw: Any, policy: Policy) -> Mark:
        """The mark of a raw answer: read, then graded, unless it is blank or cannot be read."""
        given = BLANK_ANSWER if raw is None or raw in ("", [], {}) else self.read(question, raw)
        if given.lack is None:
            return self.grade(question, given, policy)
        review = given.lack == UNREADABLE
        return Mark(0.0, given.lack, 0.0 if review else 1.0, feedback(given.lack), review)

    @abstractmethod
    def samples(self) -> list[Question]:
        """Questions of this kind that tests and exporters are tried on."""

    def sample(self, stem: str, **fields: Any) -> Question:
        """A question of this kind on the two sentences of SAMPLE, for `samples`."""
        evidence = (Evidence.at(SAMPLE, *SAMPLE.paragraphs[0]),)
        given: dict[str, Any] = {"choices": None, "accepted": (), "evidence": evidence} | fields
        return Question(f"sample-{self.name}-{len(stem)}", self.name, stem=stem, **given)

    @cached_property
    def wording(self) -> Mapping[str, Any]:
        """What pupils and teachers read about this kind: templates/kinds/<name>.toml."""
        path = templates_folder() / "kinds" / f"{self.name}.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))

    def settle(self, question: Question, place: int) -> Question:
        """`question` with its key at `place` (modulo the options) where the kind has a single key to place."""
        return question


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by name, in alphabetical order."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    kinds = (importlib.import_module(f"{__name__}.{name}").KIND for name in modules)
    return {kind.name: kind for kind in kinds}


def kind_named(name: str) -> Kind:
    """The kind called `name`; raises SettingsError naming those that exist."""
    try:
        return all_kinds()[name]
    except KeyError:
        raise SettingsError(
            "Le type de question « {name} » n'existe pas. Types connus : {known}.",
            name=name,
            known=", ".join(all_kinds()),
        ) from None
