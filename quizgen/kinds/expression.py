"""Expression: the pupil writes a text of their own on a question that the article raises; marked by hand."""

from dataclasses import replace
from typing import Any

from quizgen.article.record import Article
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.kinds import UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Lines, Prompt

#: lines to write on: a hundred words or so
LINES = 12


class Expression(Kind):
    """Key: none; the criteria that the teacher marks by are the feedback, and the text proves nothing."""

    name = "expression"
    own_words = True
    by_wish = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a candidate without key that says its criteria; it quotes nothing, and so stands last in a quiz."""
        if candidate.key is not None or not (candidate.feedback or "").strip():
            return None
        return Question.of(replace(candidate, evidence=()), self.name)

    def sheet(self, question: Question) -> list[Block]:
        """The prompt and lines to write on."""
        return [Prompt(question.stem, self.wording["instruction"]), Lines(LINES, "")]

    def key_text(self, question: Question) -> str:
        """That the answer is free, and the criteria where they are known."""
        free = str(self.wording["free"])
        return f"{free} {self.wording['criteria']} {question.feedback}" if question.feedback else free

    def read(self, question: Question, raw: Any) -> Given:
        """The text written."""
        return Given(raw) if isinstance(raw, str) else UNREADABLE_ANSWER

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """None: the teacher marks it."""
        return Mark(0.0, "unreadable", 0.0, feedback("by_hand"), needs_review=True)

    def trials(self) -> Trials:
        """Nothing is right or wrong for the machine."""
        return Trials(None, None, None, [1])

    def samples(self) -> list[Question]:
        """One prompt with its criteria."""
        return [
            self.sample(
                "Faut-il ouvrir les bibliothèques le dimanche ? Donnez votre avis avec deux arguments au moins.",
                skill="infer",
                way="expression",
                evidence=(),
                key=None,
                feedback="un avis clair ; deux arguments développés ; une langue correcte.",
            )
        ]


KIND = Expression()
