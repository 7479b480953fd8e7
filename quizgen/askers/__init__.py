"""ASK: an article as read becomes candidates, each with the span that proves it."""

from quizgen.article.record import Article
from quizgen.askers import from_templates
from quizgen.french.reading import Reading
from quizgen.quiz import REGISTERS, Candidate


def ask(reading: Reading, article: Article, seed: int = 0, register: str = REGISTERS[0]) -> tuple[Candidate, ...]:
    """Every candidate that the askers propose for `article`, in the order of the text."""
    return tuple(from_templates.ask(reading, article, seed, register))
