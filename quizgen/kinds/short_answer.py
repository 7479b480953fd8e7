"""Short answer: the pupil writes a few words or a sentence."""

from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import answer
from quizgen.grading.judge import grade, key_of
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.kinds import Kind, Trials, written
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Lines, Prompt

#: characters of key beyond which two lines of room are given
ONE_LINE = 60


class ShortAnswer(Kind):
    """Key: the model answer."""

    name = "short_answer"

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes any candidate whose key is a phrase."""
        if not isinstance(candidate.key, str):
            return None
        return Question.of(candidate, self.name, key=answer(candidate.key))

    def sheet(self, question: Question) -> list[Block]:
        """The stem and one or two lines to write on."""
        count = 1 if len(question.key) <= ONE_LINE else 2
        return [Prompt(question.stem), Lines(count, question.key, question.accepted)]

    def key_text(self, question: Question) -> str:
        """The model answer."""
        return str(question.key)

    def read(self, question: Question, raw: Any) -> Given:
        """The words written."""
        return written(raw)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Against the model answer and what is accepted beside it."""
        key = key_of(question.stem, (question.key, *question.accepted), (), [e.text for e in question.evidence])
        return grade(key, given.value, policy, question.line)

    def trials(self) -> Trials:
        """In other words; in part; wrong; no text at all."""
        return Trials("Pasque les lecteur manquait de place", None, "Pour accueillir les enfants de Lyon", {"x": 1})

    def samples(self) -> list[Question]:
        """One question with an accepted variant."""
        return [
            self.sample(
                "Pourquoi la mairie a-t-elle agrandi la bibliothèque ?",
                skill="understand",
                key="Parce que les lecteurs manquaient de place.",
                way="pourquoi_dans_quel_but_comment",
                accepted=("Les lecteurs manquaient de place.",),
            )
        ]


KIND = ShortAnswer()
