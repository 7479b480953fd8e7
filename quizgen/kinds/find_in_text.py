"""Relever: the pupil copies or selects a passage of the text."""

import re
from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import quote
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Given, Mark, verdict_of
from quizgen.grading.passages import copied, selected, span_of
from quizgen.grading.policy import Policy
from quizgen.kinds import UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Excerpt, Prompt

#: characters of key on one written line, and lines at most
LINE, MOST_LINES = 70, 4


class FindInText(Kind):
    """Key: the passage, verbatim; the evidence spans are those that do."""

    name = "find_in_text"
    needs_text = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a candidate whose key stands verbatim in its evidence, in whole words."""
        key = candidate.key
        if not isinstance(key, str) or not any(_whole(key).search(e.text) for e in candidate.evidence):
            return None
        return Question.of(candidate, self.name)

    def sheet(self, question: Question) -> list[Block]:
        """The stem and room to copy the passage."""
        count = min(MOST_LINES, 1 + len(question.key) // LINE)
        return [Prompt(question.stem), Excerpt(count, self._spans(question), question.key)]

    def key_text(self, question: Question) -> str:
        """The passage in quotation marks."""
        return quote(question.key)

    def read(self, question: Question, raw: Any) -> Given:
        """The span selected, or the words copied."""
        if isinstance(raw, str):
            return Given(raw)
        span = span_of(raw, 10_000_000)
        return UNREADABLE_ANSWER if span is None else Given(span)

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Any span or quotation that holds the passage; half for a cut one."""
        sentences = [(e.start, e.end) for e in question.evidence]
        if isinstance(given.value, str):
            passages = [question.key, *question.accepted]
            score = copied(given.value, passages, [e.text for e in question.evidence], policy)
        else:
            score = selected(given.value, self._spans(question), sentences)
        score = score if policy.half_marks else float(score >= 1)
        said = feedback("correct") if score == 1 else feedback("cut", missing=quote(question.key)) if score else None
        return Mark(score, verdict_of(score), 0.95, said or feedback("incorrect", question.line))

    def trials(self) -> Trials:
        """The passage with its sentence; cut; another; a selection out of bounds."""
        return Trials("le 3 mars, la mairie a ouvert", "mars", "Elle avait agrandi l'ancienne", [9, 3])

    def samples(self) -> list[Question]:
        """One question whose key is a phrase of the sample text."""
        return [
            self.sample(
                "Relevez l'expression qui indique quand la bibliothèque a ouvert.",
                key="Le 3 mars",
                skill="locate",
                way="relever",
            )
        ]

    @staticmethod
    def _spans(question: Question) -> tuple[tuple[int, int], ...]:
        whole = _whole(question.key)
        found = ((e.start, match) for e in question.evidence for match in [whole.search(e.text)] if match)
        return tuple((start + match.start(), start + match.end()) for start, match in found)


def _whole(key: str) -> re.Pattern[str]:
    """`key` where it is no part of a longer word."""
    return re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")


KIND = FindInText()
