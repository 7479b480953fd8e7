"""Matching: join each item of a column to what goes with it in the other."""

import random
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import option
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.grading.selected import by_parts
from quizgen.kinds import BETWEEN, UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Pairs, Prompt

#: pairs at least: with two, one right answer gives the other
FEWEST = 3


class Matching(Kind):
    """Key: (left index, right index) pairs."""

    name = "matching"
    selected_response = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a key of three pairs or more, all lefts and all rights different; shuffles the right column."""
        if not isinstance(candidate.key, tuple) or not all(map(_is_pair, candidate.key)):
            return None
        left = [a for a, _ in candidate.key]
        right = [b if b.startswith("…") else option(b) for _, b in candidate.key]
        if len(set(left)) < max(FEWEST, len(left)) or len(set(right)) < len(right):
            return None
        order = list(range(len(right)))
        rng = random.Random(f"{seed}{candidate.stem}{left}")
        while order == sorted(order):
            rng.shuffle(order)
        choices = {"left": left, "right": [right[i] for i in order]}
        return Question.of(candidate, self.name, choices=choices, key=[(i, order.index(i)) for i in range(len(left))])

    def sheet(self, question: Question) -> list[Block]:
        """The stem and its two columns."""
        return [Prompt(question.stem), Pairs(question.choices["left"], question.choices["right"], question.key)]

    def key_text(self, question: Question) -> str:
        """Each left item with its right one."""
        left, right = question.choices["left"], question.choices["right"]
        return BETWEEN.join(f"{left[i]} → {right[j]}" for i, j in question.key)

    def read(self, question: Question, raw: Any) -> Given:
        """(left, right) pairs of indices."""
        size = len(question.choices["left"]), len(question.choices["right"])
        if not isinstance(raw, list | tuple) or not all(isinstance(p, list | tuple) and len(p) == 2 for p in raw):
            return UNREADABLE_ANSWER
        places = [(i, n, size[side]) for pair in raw for side, (i, n) in enumerate(zip(pair, pair, strict=True))]
        if not all(isinstance(i, int) and not isinstance(i, bool) and 0 <= i < most for i, _, most in places):
            return UNREADABLE_ANSWER
        return Given(tuple((a, b) for a, b in raw))

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Pair by pair; a left item joined twice counts for none."""
        lefts = [a for a, _ in given.value]
        right = sum(pair in question.key and lefts.count(pair[0]) == 1 for pair in given.value)
        return by_parts(right, len(question.key), question.line)

    def trials(self) -> Trials:
        """All pairs; one; none; an index that is none."""
        return Trials([[0, 2], [1, 0], [2, 1]], [[0, 2], [1, 1], [2, 0]], [[0, 0], [1, 1], [2, 2]], [[0, 9]])

    def samples(self) -> list[Question]:
        """Three figures and what they measure."""
        return [
            self.sample(
                "Associez chaque chiffre à ce qu'il mesure.",
                skill="understand",
                way="chiffres",
                key=((0, 2), (1, 0), (2, 1)),
                choices={
                    "left": ("8", "40 000", "2024"),
                    "right": ("Le nombre de livres", "L'année de l'ouverture", "Le nombre de salles"),
                },
            )
        ]


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(text, str) for text in value)


KIND = Matching()
