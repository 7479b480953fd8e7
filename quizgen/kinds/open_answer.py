"""Open answer: the pupil writes several sentences, marked by the points that they make."""

from dataclasses import replace
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import NO_BREAK, answer, option
from quizgen.grading.judge import grade, key_of
from quizgen.grading.mark import Given, Mark
from quizgen.grading.policy import Policy
from quizgen.kinds import BETWEEN, SAMPLE, Kind, Trials, written
from quizgen.quiz import Candidate, Evidence, Question
from quizgen.sheet import Block, Lines, Prompt

#: points at most, and how far from 1 their weights may sum
MOST, TOLERANCE = 6, 1e-6
#: characters of the model answer on one written line, wide enough for a pupil's own words; lines at least
LINE, FEWEST_LINES = 40, 3


class OpenAnswer(Kind):
    """Key: the points expected, each with its weight; the first accepted answer is the model."""

    name = "open_answer"
    own_words = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a key of one to six (point, weight) pairs, weights summing to 1, beside a model answer."""
        if not _is_scale(candidate.key) or not "".join(candidate.accepted[:1]).strip():
            return None
        model, *others = candidate.accepted
        key = [{"point": option(point), "weight": weight} for point, weight in candidate.key]
        return Question.of(replace(candidate, accepted=(answer(model), *others)), self.name, key=key)

    def sheet(self, question: Question) -> list[Block]:
        """The stem and lines enough for the model answer."""
        model, *others = question.accepted
        count = max(FEWEST_LINES, 1 + len(model) // LINE)
        return [Prompt(question.stem, self.wording["instruction"]), Lines(count, model, tuple(others))]

    def key_text(self, question: Question) -> str:
        """The model answer, then the points it is marked by, each with its share."""
        points = BETWEEN.join(f"{each['point']} ({100 * each['weight']:.0f}{NO_BREAK}%)" for each in question.key)
        return f"{question.accepted[0]} {self.wording['scale']} {points}."

    def also_accepted(self, question: Question) -> tuple[str, ...]:
        """The accepted answers without the model, which the key shows."""
        return question.accepted[1:]

    def read(self, question: Question, raw: Any) -> Given:
        """The words written."""
        return written(raw)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """By the points expected, each with its weight."""
        stated = [(each["point"], each["weight"]) for each in question.key]
        key = key_of(question.stem, question.accepted, stated, [e.text for e in question.evidence])
        return grade(key, given.value, policy, question.line)

    def trials(self) -> Trials:
        """Both points; one; none; no text at all."""
        return Trials(
            "Elle a huit salles donc les lecteurs ont la place qui manquait, et elle est ouverte le dimanche aussi.",
            "elle est ouverte le dimanche",
            "Elle a été construite par un architecte italien.",
            [],
        )

    def samples(self) -> list[Question]:
        """One question marked by two points of unequal weight."""
        return [
            self.sample(
                "En quoi la nouvelle bibliothèque convient-elle mieux aux lecteurs que l'ancienne ?",
                skill="infer",
                way="pourquoi_dans_quel_but_comment",
                evidence=tuple(Evidence.at(SAMPLE, *span) for span in SAMPLE.paragraphs),
                key=(
                    {"point": "Ses huit salles donnent aux lecteurs la place qui manquait", "weight": 0.6},
                    {"point": "Elle est ouverte le dimanche aussi", "weight": 0.4},
                ),
                accepted=(
                    "Les lecteurs manquaient de place : la nouvelle bibliothèque leur offre huit salles, et ils "
                    "peuvent y venir le dimanche aussi.",
                ),
            )
        ]


def _is_scale(key: Any) -> bool:
    """Whether `key` is a few points whose weights share out 1."""
    if not isinstance(key, tuple) or not 1 <= len(key) <= MOST or not all(map(_is_point, key)):
        return False
    return bool(abs(sum(weight for _, weight in key) - 1) <= TOLERANCE)


def _is_point(pair: Any) -> bool:
    """Whether `pair` is a point in words and a positive weight."""
    if not isinstance(pair, tuple) or len(pair) != 2 or not isinstance(pair[0], str):
        return False
    point, weight = pair
    number = isinstance(weight, int | float) and not isinstance(weight, bool)
    return bool(number and weight > 0 and option(point))


KIND = OpenAnswer()
