"""`quizgen grade`: pupils' answers in, marks out."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.outlet import STDOUT
from quizgen.cli.speech import N_, _, say
from quizgen.errors import QuizFileError, SettingsError

if TYPE_CHECKING:
    from quizgen.quiz import Quiz

Answers = Annotated[
    Path,
    typer.Argument(
        metavar="ANSWERS",
        show_default=False,
        help=N_("Réponses (JSONL, CSV ou XLSX) : une par ligne avec sa question, ou un élève par ligne avec --quiz."),
    ),
]
QuizFile = Annotated[
    Path | None,
    typer.Option("--quiz", metavar="QUIZ.json", show_default=False, help=N_("Le quiz auquel on a répondu.")),
]
PolicyFile = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FILE", show_default=False, help=N_("Règles de notation (TOML ou JSON).")),
]
Output = Annotated[
    str,
    typer.Option(
        "-o", "--output", metavar="FILE|-", help=N_("Fichier .jsonl, .csv ou .xlsx, ou « - » pour la sortie standard.")
    ),
]


def grade(answers: Answers, quiz: QuizFile = None, policy: PolicyFile = None, output: Output = STDOUT) -> None:
    """Marks every answer; nothing is written unless every row can be read."""
    from quizgen.exporters import save_as
    from quizgen.exporters.tables import FORMATS, read_rows, write_rows
    from quizgen.grading.policy import Rules
    from quizgen.rows import graded

    form = "jsonl" if output == STDOUT else Path(output).suffix[1:].lower()
    if form not in FORMATS:
        raise SettingsError("-o {where} : donnez un nom en .jsonl, .csv ou .xlsx, ou « - ».", where=output)
    rules = Rules.load(policy) if policy is not None else Rules()
    rows = list(graded(read_rows(answers), rules, _quiz(quiz) if quiz is not None else None))
    content = write_rows(rows, form)
    if output == STDOUT:
        typer.get_binary_stream("stdout").write(content)
    else:
        typer.echo(save_as(content, Path(output)))
    doubtful = sum(row["needs_review"] for row in rows)
    say(_(N_("{count} réponses notées, dont {review} à relire.")).format(count=len(rows), review=doubtful))


def _quiz(path: Path) -> "Quiz":
    from quizgen.quiz import Quiz

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QuizFileError(
            "Le quiz {path} ne se lit pas : {reason}.", path=path, reason=error.strerror or error
        ) from None
    except ValueError:
        raise QuizFileError("Le fichier {path} n'est pas un quiz de quizgen (JSON).", path=path) from None
    return Quiz.from_json(data)
