"""Relever: the pupil copies or selects a passage of the text."""

import re

from quizgen.article.record import Article
from quizgen.french.typography import quote
from quizgen.kinds import Kind
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
