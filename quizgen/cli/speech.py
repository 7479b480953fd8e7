"""How the command line speaks: the reader's language, results on stdout, everything else one line each on stderr."""

from collections.abc import Callable
from typing import Any

import typer

from quizgen.errors import QuizgenError, SettingsError
from quizgen.settings import settings

#: marks a sentence for the catalogue where it cannot be translated yet (help texts, built before the language is known)
N_ = str

#: how a wrong command line is said, by the class of the parser's exception; its own words are English only
USAGE = {
    "NoSuchOption": N_("L'option {what} n'existe pas."),
    "BadOptionUsage": N_("L'option {what} attend une valeur."),
    "MissingParameter": N_("Il manque {what}."),
    "BadParameter": N_("La valeur donnée pour {what} ne convient pas."),
}
OTHERWISE = N_("Commande inconnue ou arguments en trop.")
HINT = N_("Voir « {command} --help ».")


def language() -> str:
    """The reader's language, French where the settings themselves cannot be read."""
    try:
        return settings().lang
    except SettingsError:
        return "fr"


def _(sentence: str) -> str:
    """`sentence` in the reader's language."""
    from quizgen.translations import translator

    return str(translator(language())(sentence))


def say(sentence: str) -> None:
    """`sentence` on stderr, on one line whatever it holds."""
    typer.echo(" ".join(sentence.splitlines()), err=True)


def reason(error: QuizgenError | OSError) -> str:
    """What went wrong, in the reader's language; the system's own words for an OSError."""
    return error.text(_) if isinstance(error, QuizgenError) else f"{error.strerror or error}"


def usage_sentence(error: Any) -> str:
    """What is wrong with the command line, from the parser's exception, and where to read more."""
    parameter = getattr(error, "param", None)
    what = getattr(error, "option_name", None) or (parameter.get_error_hint() if parameter else "")
    command = error.ctx.command_path if getattr(error, "ctx", None) else "quizgen"
    sentence = _(USAGE.get(type(error).__name__, OTHERWISE)).format(what=what)
    return f"{sentence} {_(HINT).format(command=command)}"


def localise(command: Any, translate: Callable[[str], str]) -> None:
    """Puts the help of `command` and of its subcommands, written with `N_`, into the reader's language, in place."""
    command.help = translate(command.help) if command.help else None
    command.get_help_option(typer.Context(command)).help = translate(N_("Affiche cette aide."))
    for parameter in command.params:
        parameter.help = translate(parameter.help) if parameter.help else None
    for child in getattr(command, "commands", {}).values():
        localise(child, translate)


def localise_frame(translate: Callable[[str], str]) -> None:
    """Puts the titles and marks that typer draws around the help into the reader's language."""
    from typer import rich_utils as frame

    frame.ARGUMENTS_PANEL_TITLE = translate(N_("Arguments"))
    frame.OPTIONS_PANEL_TITLE = translate(N_("Options"))
    frame.COMMANDS_PANEL_TITLE = translate(N_("Commandes"))
    frame.DEFAULT_STRING = translate(N_("[par défaut : {}]"))
    frame.REQUIRED_LONG_STRING = translate(N_("[obligatoire]"))
