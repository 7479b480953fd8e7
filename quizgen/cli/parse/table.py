"""A look inside for the terminal: sentence by sentence, then the names and the references."""

from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from quizgen.cli.parse import words
from quizgen.cli.parse.view import Row, View
from quizgen.cli.speech import N_, _
from quizgen.french.look import SeenClause

#: columns of a table that is written to a file
WIDTH = 110
#: below which confidence a figure turns yellow, and red
SURE, UNSURE = 0.8, 0.6
INDENT = 5
LINE = N_("l. {line}")


def show(view: View) -> None:
    """Prints the tables."""
    Console(highlight=False).print(_whole(view))


def plain(view: View) -> str:
    """The tables as text without colours."""
    console = Console(file=StringIO(), width=WIDTH, highlight=False, color_system=None)
    console.print(_whole(view))
    written = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in str(written).splitlines())


def _whole(view: View) -> RenderableType:
    head = [Text(view.title, "bold"), Text(f"{view.source} · {_tally(view)}", "dim")]
    return Group(*head, *(_sentence(row) for row in view.rows), *_tail(view))


def _tally(view: View) -> str:
    counted = _(N_("Phrases : {sentences} · propositions : {clauses} · faits : {facts} · questions : {questions}"))
    return counted.format(
        sentences=len(view.rows),
        clauses=sum(len(row.sentence.clauses) for row in view.rows),
        facts=len(view.look.facts),
        questions=len(view.questions),
    )


def _sentence(row: Row) -> RenderableType:
    head = Table.grid(Column(width=3, justify="right"), Column(no_wrap=True), Column(), padding=(0, 1))
    head.add_row(Text(str(row.number), "bold"), Text(_(LINE).format(line=row.line), "dim"), _quoted(row))
    parts = [_clause(clause, row) for clause in row.sentence.clauses]
    parts += [_facts(row)] if row.facts else []
    parts += [_questions(row)] if row.questions else []
    return Group(Text(), head, Padding(Group(*parts), (0, 0, 0, INDENT)))


def _quoted(row: Row) -> Text:
    text = Text(row.sentence.text, "bold")
    if row.sentence.marks:
        why = _(N_("à ne pas prendre au mot : {why}")).format(why=", ".join(words.marks(row.sentence.marks)))
        text.append(f"\n{why}", "not bold yellow")
    if not row.sentence.clauses:
        text.append("\n" + _(N_("aucune proposition principale n'a pu être lue")), "not bold yellow")
    return text


def _clause(clause: SeenClause, row: Row) -> RenderableType:
    title = Text(clause.predicate, "bold cyan")
    reasons = words.reasons(clause, row.sentence)
    if reasons:
        title.append("  " + _(N_("sans fait : {why}")).format(why=", ".join(reasons)), "not bold yellow")
    title.append("".join(f"  {mark}" for mark in words.other_marks(clause)), "not bold dim")
    rows = _grid(N_("Rôle"), N_("Mots"), N_("Marqueur"), N_("Nature"), N_("Confiance"), N_("Fait"))
    for role in clause.roles:
        rows.add_row(
            words.named(words.ROLES, role.name),
            Text(role.text),
            Text(role.marker),
            words.named(words.TYPES, role.type),
            _sure(role.confidence),
            _(N_("oui")) if role.told else "–",
        )
    return Group(title, rows)


def _facts(row: Row) -> Table:
    rows = _grid(N_("Fait"), N_("Ce qu'il dit"), N_("Confiance"), short=1)
    for fact in row.facts:
        said = Text(" · ".join(words.main_words(fact)))
        rows.add_row(words.named(words.FACTS, fact.kind), said, _sure(fact.confidence))
    return rows


def _questions(row: Row) -> Table:
    rows = _grid(N_("Question possible"), N_("Modèle"), N_("Confiance"), short=0)
    for asked in row.questions:
        rows.add_row(Text(asked.stem), Text(asked.template or ""), _sure(asked.confidence))
    return rows


def _sure(confidence: float) -> Text:
    style = "green" if confidence >= SURE else "yellow" if confidence >= UNSURE else "red"
    return Text(words.percent(confidence), style, justify="right")


def _grid(*titles: str, short: int | None = None) -> Table:
    """A table without lines; the column `short` is cut to one line, which JSON and HTML are not."""
    columns = [
        Column(_(title), no_wrap=place == short, ratio=1 if place == short else None, overflow="ellipsis")
        for place, title in enumerate(titles)
    ]
    return Table(*columns, box=None, header_style="dim", pad_edge=False, expand=short is not None)


def _tail(view: View) -> list[RenderableType]:
    names = _grid(N_("Nom"), N_("Nature"), N_("Lignes"))
    for name in view.names:
        lines = dict.fromkeys(str(view.article.line_at(entity.start)) for entity, _row in name.mentions)
        names.add_row(Text(name.text), words.named(words.TYPES, name.type), ", ".join(lines))
    references = _grid(N_("Mots"), N_("Ce qu'ils reprennent"), N_("Ligne"), N_("Confiance"))
    for found in view.look.references:
        line = str(view.article.line_at(found.start))
        references.add_row(Text(found.text), Text(found.antecedent.text), line, _sure(found.confidence))
    parts: list[RenderableType] = []
    for title, table in ((N_("Noms"), names), (N_("Références"), references)):
        if table.row_count:
            parts += [Text(f"\n{_(title)}", "bold"), table]
    return parts
