"""True or false with justification: the verdict, and the sentence of the text that settles it."""

from typing import Any

from quizgen.article.record import Article
from quizgen.french.typography import quote
from quizgen.grading.feedback import feedback
from quizgen.grading.mark import Given, Mark, verdict_of
from quizgen.grading.passages import copied, selected, span_of
from quizgen.grading.policy import Policy
from quizgen.grading.selected import truth_of
from quizgen.kinds import UNREADABLE_ANSWER, Kind, Trials
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Choices, Excerpt, Prompt

#: offsets of a selection at most: no article is longer
SPAN_LIMIT = 10_000_000


class TrueFalseJustified(Kind):
    """Key: the verdict, a bool; every evidence span justifies it."""

    name = "true_false_justified"
    needs_text = True

    def compose(self, candidate: Candidate, article: Article, seed: int) -> Question | None:
        """Takes a candidate whose key is a verdict and which quotes the text."""
        return Question.of(candidate, self.name) if isinstance(candidate.key, bool) and candidate.evidence else None

    def sheet(self, question: Question) -> list[Block]:
        """The statement, its two verdicts, and room to quote the text."""
        options = (self.wording["true"], self.wording["false"])
        spans = tuple((e.start, e.end) for e in question.evidence)
        return [
            Prompt(question.stem, self.wording["instruction"]),
            Choices(options, (0 if question.key else 1,)),
            Excerpt(2, spans, question.evidence[0].text, self.wording["justification"]),
        ]

    def key_text(self, question: Question) -> str:
        """The verdict, then each quotation that justifies it."""
        verdict = self.wording["true" if question.key else "false"]
        return f"{verdict}. {self.wording['justification']} {' / '.join(quote(e.text) for e in question.evidence)}"

    def parts(self, question: Question) -> int:
        """Every span that justifies the verdict."""
        return len(question.evidence)

    def read(self, question: Question, raw: Any) -> Given:
        """(verdict, the span selected, or the words copied, or None)."""
        told = raw if isinstance(raw, dict) else {"verdict": raw}
        truth, proof = truth_of(told.get("verdict")), told.get("span")
        if truth is None:
            return UNREADABLE_ANSWER
        return Given((truth, proof if isinstance(proof, str) else span_of(proof, SPAN_LIMIT)))

    def grade(self, question: Question, given: Given, policy: Policy) -> Mark:
        """Half for the verdict, half for a sentence that proves it; a wrong verdict is proved by nothing."""
        truth, proof = given.value
        if truth is not question.key:
            return Mark(0.0, "incorrect", 1.0, feedback("verdict_wrong", question.line))
        spans = [(e.start, e.end) for e in question.evidence]
        texts = [e.text for e in question.evidence]
        shown = (
            copied(proof, texts, texts, policy)
            if isinstance(proof, str)
            else selected(proof, spans, spans)
            if proof
            else 0.0
        )
        score = 0.5 + shown / 2
        return Mark(score, verdict_of(score), 0.9, feedback("correct" if score == 1 else "verdict_only", question.line))

    def trials(self) -> Trials:
        """False, by the first sentence of the sample text."""
        e = self.samples()[0].evidence[0]
        right = {"verdict": False, "span": [e.start, e.end]}
        return Trials(
            right, {"verdict": False, "span": None}, {"verdict": True, "span": [e.start, e.end]}, {"span": [0, 9]}
        )

    def samples(self) -> list[Question]:
        """One false statement with the span that says otherwise."""
        return [
            self.sample(
                "La bibliothèque est fermée le dimanche.", key=False, skill="understand", way="vrai_faux_justification"
            )
        ]


KIND = TrueFalseJustified()
