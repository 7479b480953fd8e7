"""The way of an article, from read to quiz: the page to read first."""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.article.record import Article
from quizgen.askers import ask
from quizgen.choose import choose
from quizgen.french.reading import read
from quizgen.kinds import kind_named
from quizgen.level import level_of
from quizgen.profiles import kinds_of
from quizgen.quiz import Candidate, Question, Quiz, Wanted
from quizgen.wishes import check


def make_quiz(article: Article, wanted: Wanted | None = None) -> Quiz:
    """The quiz of `article` as `wanted`; same article, settings and version give the same quiz."""
    asked = wanted or Wanted()
    check(asked)
    understood = read(article.text, article.paragraphs)
    candidates = ask(understood, article, asked.seed, asked.register)
    quiz = choose(tuple(compose(candidates, article, asked)), article, asked)
    return replace(quiz, level=level_of(understood))


def compose(candidates: tuple[Candidate, ...], article: Article, wanted: Wanted) -> Iterator[Question]:
    """Each candidate in the forms that its asker and the teacher allow, its first form first."""
    allowed = kinds_of(wanted)
    for candidate in candidates:
        forms = (
            kind_named(name).compose(candidate, article, wanted.seed) for name in candidate.kinds if name in allowed
        )
        yield from (question for question in forms if question is not None)
