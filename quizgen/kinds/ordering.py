"""Ordering: events or steps to be numbered in their right order."""

import random
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import answer, option
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Given, Mark, verdict_of
from quizgen.grading.partial import ordered
from quizgen.grading.policy import Policy
from quizgen.kinds import BETWEEN, SAMPLE, UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Evidence, Question
from quizgen.sheet import Block, Order, Prompt

#: items at least and at most: three are soon guessed, seven are a puzzle
FEWEST, MOST = 4, 6


class Ordering(Kind):
    """Key: the indices of the items shown, in the right order."""

    name = "ordering"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a key of four to six items in the right order, all different; shows them in another."""
        if not isinstance(candidate.key, tuple) or not all(isinstance(text, str) for text in candidate.key):
            return None
        items = [option(text) for text in candidate.key]
        if not FEWEST <= len(items) <= MOST or len(set(items)) < len(items) or not all(items):
            return None
        order = list(range(len(items)))
        rng = random.Random(f"{seed}{Question.of(candidate, self.name).id}")
        while order == sorted(order):
            rng.shuffle(order)
        key = [order.index(rank) for rank in range(len(items))]
        return Question.of(candidate, self.name, choices=[items[rank] for rank in order], key=key)

    def sheet(self, question: Question) -> list[Block]:
        """The stem and the items, each to be given its rank."""
        instruction = self.wording["instruction"].format(count=len(question.choices))
        return [Prompt(question.stem, instruction), Order(question.choices, question.key)]

    def key_text(self, question: Question) -> str:
        """The items in the right order, then what stands in the boxes from top to bottom."""
        items = BETWEEN.join(f"({rank}) {question.choices[place]}" for rank, place in enumerate(question.key, 1))
        ranks = ", ".join(str(question.key.index(place) + 1) for place in range(len(question.choices)))
        return f"{answer(items)} {self.wording['boxes']} {ranks}."

    def read(self, question: Question, raw: Any) -> Given:
        """The indices of the items in the order given, each once."""
        fits = isinstance(raw, list | tuple) and all(isinstance(i, int) and not isinstance(i, bool) for i in raw)
        if not fits or len(set(raw)) < len(raw) or not set(raw) <= set(range(len(question.key))):
            return UNREADABLE_ANSWER
        return Given(tuple(raw))

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """By places kept, or by the longest run in order, whichever is more."""
        score = ordered(given.value, question.key)
        said = feedback("correct") if score == 1 else feedback("partial" if score else "incorrect", question.line)
        return Mark(score, verdict_of(score), 1.0, said)

    def trials(self) -> Trials:
        """The key; its first two exchanged; turned round; an item twice."""
        key = list(self.samples()[0].key)
        return Trials(key, [key[1], key[0], *key[2:]], key[::-1], [0, 0])

    def samples(self) -> list[Question]:
        """Four events, told in another order than they happened."""
        return [
            self.sample(
                "Remettez ces événements dans l'ordre chronologique.",
                skill="understand",
                way="ordre",
                evidence=tuple(Evidence.at(SAMPLE, *span) for span in SAMPLE.paragraphs),
                key=(3, 1, 0, 2),
                choices=(
                    "Une bibliothèque de huit salles ouvre",
                    "La mairie agrandit l'ancienne bibliothèque",
                    "Le public vient aussi le dimanche",
                    "Les lecteurs manquent de place",
                ),
            )
        ]


KIND = Ordering()
