"""`quizgen kinds`, `formats` and `templates`: what there is, for reading or as JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from quizgen.cli.speech import N_, _, language

AsJson = Annotated[bool, typer.Option("--json", help=N_("En JSON, pour un programme."))]


def kinds(as_json: AsJson = False) -> None:
    """Lists the kinds of question."""
    from quizgen.kinds import all_kinds

    lang = language()
    _show(
        [
            {
                "name": kind.name,
                "label": kind.wording["name"][lang],
                "description": kind.wording["description"][lang],
                "selected_response": kind.selected_response,
                "needs_text": kind.needs_text,
            }
            for kind in all_kinds().values()
        ],
        ("name", "label", "description"),
        as_json,
    )


def formats(as_json: AsJson = False) -> None:
    """Lists the formats a quiz can be written in."""
    from quizgen.exporters import all_exporters

    _show(
        [
            {"name": exporter.name, "extension": exporter.extension, "description": exporter.description[language()]}
            for exporter in all_exporters().values()
        ],
        ("name", "description"),
        as_json,
    )


def templates(as_json: AsJson = False) -> None:
    """Lists the ways of asking."""
    from quizgen.askers.templates import all_templates

    _show(
        [
            {
                "name": template.name,
                "way": template.way,
                "skill": template.skill,
                "kinds": list(template.kinds),
                "description": template.description,
            }
            for template in all_templates()
        ],
        ("name", "skill", "kinds", "description"),
        as_json,
    )


def _show(rows: Sequence[dict[str, Any]], columns: Iterable[str], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    titles = {
        "name": _(N_("Nom")),
        "label": _(N_("Intitulé")),
        "description": _(N_("Description")),
        "skill": _(N_("Compétence")),
        "kinds": _(N_("Types")),
    }
    table = Table(*(Column(titles[column], no_wrap=column == "name") for column in columns))
    for row in rows:
        table.add_row(*(Text(_cell(row[column])) for column in columns))
    Console().print(table)


def _cell(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
