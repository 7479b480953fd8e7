"""`quizgen parse`: a look inside an article — what was understood, how sure it is, and what can be asked of it."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quizgen.cli.batch import STDIN
from quizgen.cli.outlet import STDOUT
from quizgen.cli.speech import N_

if TYPE_CHECKING:
    from quizgen.article.record import Article
    from quizgen.cli.parse.view import View

Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help=N_("Fichier (texte, HTML, DOCX, ODT, PDF), adresse web, ou « - » pour un texte sur l'entrée standard."),
    ),
]
Form = Annotated[
    Literal["table", "json", "html"] | None,
    typer.Option(
        "-f",
        "--format",
        show_default=False,
        help=N_("Tableau à lire ici, données JSON ou page HTML. Sans cette option : selon le nom du fichier."),
    ),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE|-", help=N_("Fichier, ou « - » pour la sortie standard."))
]


def parse(source: Source, form: Form = None, output: Output = STDOUT) -> None:
    """Shows what was seen in one source; raises QuizgenError where it cannot be read or the file not written."""
    from quizgen.cli.parse.view import view_of

    chosen = form or {".json": "json", ".html": "html", ".htm": "html"}.get(Path(output).suffix.lower(), "table")
    view = view_of(source, _read(source))
    if chosen == "table" and output == STDOUT:
        from quizgen.cli.parse.table import show

        show(view)
        return
    _write(_drawn(view, chosen), output)


def _read(source: str) -> "Article":
    from quizgen.article import read, read_bytes

    return read_bytes(sys.stdin.buffer.read(), "stdin") if source == STDIN else read(source)


def _drawn(view: "View", form: str) -> str:
    if form == "json":
        return json.dumps(view.to_json(), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        from quizgen.cli.parse.page import page

        return page(view)
    from quizgen.cli.parse.table import plain

    return plain(view)


def _write(text: str, output: str) -> None:
    """Prints the text, or writes it to a file and prints its path."""
    from quizgen.exporters import save_as

    content = text.encode("utf-8")
    if output == STDOUT:
        typer.get_binary_stream("stdout").write(content)
        return
    typer.echo(save_as(content, Path(output)))
