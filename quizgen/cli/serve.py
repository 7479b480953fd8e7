"""`quizgen serve`: the web application on this machine."""

import errno
from typing import Annotated

import typer

from quizgen.cli.speech import N_
from quizgen.errors import QuizgenError

Host = Annotated[str, typer.Option(help=N_("Adresse sur laquelle écouter."))]
Port = Annotated[int, typer.Option(min=1, max=65535, help=N_("Port sur lequel écouter."))]


def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serves until interrupted; raises QuizgenError where the port is taken."""
    from quizgen import web

    try:
        web.serve(host, port)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise QuizgenError(
            "Le port {port} est déjà pris : choisissez-en un autre avec --port {other}.", port=port, other=port + 1
        ) from error
