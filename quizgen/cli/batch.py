"""Several sources, each by itself: one that fails is named and stops no other."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.article.record import Article
from quizgen.cli.outlet import Outlet
from quizgen.cli.speech import N_, _, reason, say
from quizgen.errors import QuizgenError, SettingsError
from quizgen.quiz import Quiz, Wanted

#: exit codes
DONE, FAILED, PARTLY = 0, 1, 3
STDIN = "-"
#: characters of a file's name at most, which leaves room for the exporters' own
LONGEST_NAME = 60


def work_through(sources: Sequence[str], wanted: Wanted, outlet: Outlet) -> int:
    """Makes and writes one quiz a source; returns the exit code of the whole."""
    codes = {_one(source, wanted, outlet) for source in _shown(sources)}
    return codes.pop() if len(codes) == 1 else PARTLY


def _shown(sources: Sequence[str]) -> Iterator[str]:
    if len(sources) == 1 or not sys.stderr.isatty():
        yield from sources
        return
    from rich.console import Console
    from rich.progress import Progress

    # the bar may draw what is printed above itself, but only where stdout is that very terminal and not a file
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        yield from progress.track(sources, description="quizgen")


def _one(source: str, wanted: Wanted, outlet: Outlet) -> int:
    from quizgen.make import make_quiz

    try:
        quiz = make_quiz(_read(source), wanted)
        if quiz.questions:
            outlet.write(quiz, _name(source, quiz))
    except SettingsError:
        raise  # the command line itself is wrong, for this source as for the next
    except (QuizgenError, OSError) as error:
        say(_named(source, reason(error)))
        return FAILED
    return _settled(source, quiz)


def _settled(source: str, quiz: Quiz) -> int:
    _balance(source, quiz)
    short = quiz.shortfall
    if not short:
        return DONE
    sentence = _(N_("{given} questions sur {asked} demandées. {reason}"))
    say(_named(source, sentence.format(given=short.given, asked=short.asked, reason=_(short.reason))))
    return PARTLY if quiz.questions else FAILED


def _balance(source: str, quiz: Quiz) -> None:
    """Says where the text gave another balance of skills than the one asked for."""
    from quizgen.wishes import counts, seats

    given, wanted = counts(quiz.questions), seats(dict(quiz.wanted.skills), len(quiz.questions))
    if wanted and any(given.get(skill, 0) != number for skill, number in wanted.items()):
        listed = ", ".join(f"{skill}={number}" for skill, number in given.items())
        say(
            _named(
                source, _(N_("Compétences : {given}, faute de questions sûres pour les autres.")).format(given=listed)
            )
        )


def _named(source: str, sentence: str) -> str:
    return sentence if source in sentence else f"{source} : {sentence}"


def _read(source: str) -> Article:
    from quizgen.article import read, read_bytes

    return read_bytes(sys.stdin.buffer.read(), "stdin") if source == STDIN else read(source)


def _name(source: str, quiz: Quiz) -> str:
    """What the files of a source are called: a file's own name, else the article's title."""
    own = quiz.title if source == STDIN or "://" in source else Path(source).stem
    return re.sub(r"[^\w.-]+", "-", own).strip("-.")[:LONGEST_NAME].rstrip("-.") or "article"
