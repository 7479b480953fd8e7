"""True or false: a statement whose verdict the text settles."""

from typing import Any

from quizgen.article.record import Article
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.grading.selected import all_or_nothing, truth_of
from quizgen.kinds import UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Choices, Prompt


class TrueFalse(Kind):
    """Key: the verdict, a bool."""

    name = "true_false"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes any candidate whose key is a verdict."""
        return Question.of(candidate, self.name) if isinstance(candidate.key, bool) else None

    def sheet(self, question: Question) -> list[Block]:
        """The statement and its two verdicts."""
        options = (self.wording["true"], self.wording["false"])
        return [Prompt(question.stem, self.wording["instruction"]), Choices(options, (0 if question.key else 1,))]

    def key_text(self, question: Question) -> str:
        """« Vrai » or « Faux », with what the text says instead where it is known."""
        verdict = str(self.wording["true" if question.key else "false"])
        return f"{verdict}. {question.feedback}" if question.feedback else verdict

    def read(self, question: Question, raw: Any) -> Given:
        """The verdict."""
        truth = truth_of(raw)
        return UNREADABLE_ANSWER if truth is None else Given(truth)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """All or nothing."""
        return all_or_nothing(given.value is question.key, question.line)

    def trials(self) -> Trials:
        """The first statement is true."""
        return Trials(True, None, "Faux", "peut-être")

    def samples(self) -> list[Question]:
        """One true and one false statement."""
        return [
            self.sample("La bibliothèque a ouvert en mars.", key=True, skill="locate", way="vrai_faux"),
            self.sample(
                "La bibliothèque compte douze salles.",
                key=False,
                skill="understand",
                way="vrai_faux",
                feedback="Elle en compte huit.",
            ),
        ]


KIND = TrueFalse()
