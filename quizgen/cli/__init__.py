"""The command line: one file for the commands of one subject, and here how they are put together and how they end.

Exit codes: 0 done, 1 could not, 2 usage, 3 done in part, 130 interrupted.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.main import get_command

from quizgen import __version__
from quizgen.cli import grade, listings, make, parse, serve
from quizgen.cli.speech import N_, _, localise, localise_frame, reason, say, usage_sentence
from quizgen.errors import QuizgenError, SettingsError
from quizgen.settings import settings

UNEXPECTED = N_(
    "quizgen s'est arrêté sur une erreur inattendue ({what}) : signalez-la avec la commande tapée, ou "
    "relancez avec PYTHONDEVMODE=1 pour tout voir."
)
#: each command with its help
COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (make.make, N_("Fait un quiz de chaque source.")),
    (make.demo, N_("Fait la fiche d'un article d'exemple.")),
    (grade.grade, N_("Note des réponses d'élèves.")),
    (serve.serve, N_("Lance l'application web sur cette machine.")),
    (parse.parse, N_("Montre ce qui a été compris d'un article.")),
    (listings.kinds, N_("Liste les types de question.")),
    (listings.formats, N_("Liste les formats dans lesquels un quiz peut être écrit.")),
    (listings.templates, N_("Liste les façons de questionner.")),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=N_("Affiche la version."))
    ] = False,
) -> None:
    """What stands before the name of a command."""


def build(translate: Callable[[str], str]) -> Any:
    """The parser of the whole command line, its help in the language of `translate`."""
    app = typer.Typer(name="quizgen", add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback(help=N_("Des questions de compréhension en français, avec corrigé, à partir d'un article."))(_options)
    for command, text in COMMANDS:
        app.command(help=text)(command)
    parser = get_command(app)
    localise(parser, translate)
    localise_frame(translate)
    return parser


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (sys.argv where none is given) and returns its exit code; QuizgenError said on stderr."""
    try:
        settings()
        outcome = build(_).main(arguments, prog_name="quizgen", standalone_mode=False)
    except SettingsError as error:
        say(reason(error))
        return 2
    except (QuizgenError, OSError) as error:
        say(reason(error))
        return 1
    except typer.TyperException as error:
        return _misused(error)
    except (typer.Abort, KeyboardInterrupt):
        return 130
    return outcome if isinstance(outcome, int) else 0


def _misused(error: Any) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
    else:
        say(usage_sentence(error))
    return 2


def main() -> None:
    """The console script; a fault of quizgen itself is one line too, with its traceback under `python -X dev`."""
    try:
        code = run()
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        say(_(UNEXPECTED).format(what=f"{type(error).__name__}: {error}"))
        code = 1
    sys.exit(code)
