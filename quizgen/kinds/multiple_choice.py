"""Multiple choice: one right option among three or four of the same form."""

import random
from dataclasses import replace
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import option
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.grading.selected import all_or_nothing, place_of
from quizgen.kinds import UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Choices, Prompt

#: wrong options at least and at most; with fewer sound ones the question becomes another kind
FEWEST, MOST = 2, 3


class MultipleChoice(Kind):
    """Key: the index of the right option."""

    name = "multiple_choice"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Shuffles the key among its distractors; None with fewer than two."""
        wrong = list(dict.fromkeys(map(option, candidate.distractors)))[:MOST]
        right = option(str(candidate.key))
        if not isinstance(candidate.key, str) or len(wrong) < FEWEST or right in wrong:
            return None
        question = Question.of(candidate, self.name)
        rng = random.Random(f"{seed}{question.id}")
        rng.shuffle(wrong)
        return self._with(question, right, wrong, rng.randrange(len(wrong) + 1))

    def settle(self, question: Question, place: int) -> Question:
        """Moves the key to `place`, the others keeping their order."""
        wrong = [text for i, text in enumerate(question.choices) if i != question.key]
        return self._with(question, question.choices[question.key], wrong, place % len(question.choices))

    def sheet(self, question: Question) -> list[Block]:
        """Stem and options."""
        return [Prompt(question.stem, self.wording["instruction"]), Choices(question.choices, (question.key,))]

    def key_text(self, question: Question) -> str:
        """The right option."""
        return str(question.choices[question.key])

    def read(self, question: Question, raw: Any) -> Given:
        """The index of the option ticked."""
        place = place_of(raw, question.choices)
        return UNREADABLE_ANSWER if place is None else Given(place)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """All or nothing."""
        return all_or_nothing(given.value == question.key, question.line)

    def trials(self) -> Trials:
        """The key is the third of four options."""
        return Trials(2, None, 0, 7)

    def samples(self) -> list[Question]:
        """One question with four options."""
        return [
            self.sample(
                "Qui a ouvert la nouvelle bibliothèque ?",
                key=2,
                skill="locate",
                way="qui_que_quoi_a_qui_de_quoi",
                choices=("Un libraire", "Un éditeur", "La mairie de Nantes", "Une lectrice"),
            )
        ]

    @staticmethod
    def _with(question: Question, right: str, wrong: list[str], place: int) -> Question:
        return replace(question, choices=(*wrong[:place], right, *wrong[place:]), key=place)


KIND = MultipleChoice()
