"""True or false with justification: the verdict, and the sentence of the text that settles it."""

from quizgen.article.record import Article
from quizgen.french.typography import quote
from quizgen.kinds import Kind
from quizgen.quiz import Candidate, Question
from quizgen.sheet import Block, Choices, Excerpt, Prompt


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

    def samples(self) -> list[Question]:
        """One false statement with the span that says otherwise."""
        return [
            self.sample(
                "La bibliothèque est fermée le dimanche.", key=False, skill="understand", way="vrai_faux_justification"
            )
        ]


KIND = TrueFalseJustified()
