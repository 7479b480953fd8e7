"""Several sources, each by itself: one that fails is named and stops no other; many are shared out to all cores."""

import os
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quizgen.article.record import Article
from quizgen.cli.outlet import Outlet
from quizgen.cli.speech import N_, _, reason, say
from quizgen.errors import QuizgenError, ReadError, SettingsError
from quizgen.quiz import Quiz, Wanted

#: exit codes
DONE, FAILED, PARTLY = 0, 1, 3
STDIN = "-"
#: endings of the files that a folder stands for
ENDINGS = frozenset([".txt", ".md", ".html", ".htm", ".docx", ".odt", ".pdf"])
#: so many sources are worth starting other processes; each has so many ahead of it, so that memory stays flat
MANY, AHEAD = 6, 2
#: characters of a file's name at most, which leaves room for the exporters' own
LONGEST_NAME = 60


@dataclass(frozen=True)
class Made:
    """What became of a source: its quiz, or why there is none."""

    source: str
    quiz: Quiz | None = None
    failure: QuizgenError | OSError | None = None


def listed(sources: Sequence[str]) -> list[str]:
    """The sources, a folder standing for the readable files in it, by name; raises ReadError where none does."""
    return [found for source in sources for found in _within(source)]


def _within(source: str) -> list[str]:
    folder = Path(source)
    if source == STDIN or not folder.is_dir():
        return [source]
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in ENDINGS)
    found = [str(path) for path in files if not path.name.startswith((".", "~"))]
    if not found:
        raise ReadError(
            "Le dossier « {path} » ne contient aucun article ({endings}) : indiquez un autre dossier, ou des fichiers.",
            path=source,
            endings=", ".join(sorted(ENDINGS)),
        )
    return found


def work_through(sources: Sequence[str], wanted: Wanted, outlet: Outlet) -> int:
    """Makes and writes one quiz a source; returns the exit code of the whole."""
    codes = {_settled(made, outlet) for made in _shown(_made(sources, wanted), len(sources))}
    return codes.pop() if len(codes) == 1 else PARTLY


def _made(sources: Sequence[str], wanted: Wanted) -> Iterator[Made]:
    """What became of each source, in order; many sources are shared out to all cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(sources) < MANY or cores < 2 or STDIN in sources:
        yield from (make_one(source, wanted) for source in sources)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(min(cores, len(sources)), mp_context=get_context("spawn")) as workers:
        rest = iter(sources)
        running: deque[Future[Made]] = deque(
            workers.submit(make_one, source, wanted) for source in islice(rest, AHEAD * cores)
        )
        while running:
            yield running.popleft().result()
            running.extend(workers.submit(make_one, source, wanted) for source in islice(rest, 1))


def make_one(source: str, wanted: Wanted) -> Made:
    """The quiz of one source, or why there is none."""
    from quizgen.make import make_quiz

    try:
        return Made(source, make_quiz(_read(source), wanted))
    except (QuizgenError, OSError) as error:
        return Made(source, failure=error)


def _shown(made: Iterable[Made], count: int) -> Iterator[Made]:
    if count == 1 or not sys.stderr.isatty():
        yield from made
        return
    from rich.console import Console
    from rich.progress import Progress

    # the bar may draw what is printed above itself, but only where stdout is that very terminal and not a file
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty()) as progress:
        yield from progress.track(made, total=count, description="quizgen")


def _settled(made: Made, outlet: Outlet) -> int:
    """Writes the quiz and says what is to be said of it; returns the exit code of this source."""
    source, quiz = made.source, made.quiz
    try:
        if quiz is None:
            raise made.failure or LookupError(source)
        if quiz.questions:
            outlet.write(quiz, _name(source, quiz))
    except SettingsError:
        raise  # the command line itself is wrong, for this source as for the next
    except (QuizgenError, OSError) as error:
        say(_named(source, reason(error)))
        return FAILED
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
