"""A look inside as one page of HTML that needs nothing beside it: templates/pages/parse.html."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from quizgen.cli.parse import words
from quizgen.cli.parse.view import Row, View
from quizgen.cli.speech import language
from quizgen.french.look import Reference, SeenRole
from quizgen.settings import templates_folder


@dataclass(frozen=True)
class Span:
    """A stretch of the article to light up.

    `shape` is one of role, verb, name, reference and antecedent; `rank` orders stretches of the same words, outermost
    first; `rest` marks what a longer stretch around it cut off from its beginning.
    """

    start: int
    end: int
    shape: str
    rank: int
    role: SeenRole | None = None
    type: str = ""
    reference: Reference | None = None
    rest: bool = False


@dataclass(frozen=True)
class Piece:
    """Words to print, or the span that opens or closes there."""

    text: str = ""
    opens: Span | None = None
    closes: Span | None = None


def page(view: View) -> str:
    """The page, in the reader's language."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from quizgen.web import i18n

    pages = Environment(
        loader=FileSystemLoader(templates_folder() / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.install_gettext_callables(i18n.gettext, i18n.ngettext, newstyle=True)  # type: ignore[attr-defined]
    pages.filters["typeset"] = lambda sentence: i18n.typeset(sentence, language())
    paragraphs = [list(rows) for _, rows in groupby(view.rows, key=lambda row: row.sentence.paragraph)]
    return pages.get_template("parse.html").render(
        view=view,
        words=words,
        lang=language(),
        paragraphs=paragraphs,
        pieces=lambda row: list(pieces(view, row)),
        goal=lambda reference: goal(view, reference),
        roles=_in_use(words.ROLES, {role.name for role in _roles(view)}),
    )


def _roles(view: View) -> Iterator[SeenRole]:
    return (role for row in view.rows for clause in row.sentence.clauses for role in clause.roles)


def _in_use(names: dict[str, str], used: set[str]) -> list[str]:
    return [name for name in names if name in used] + sorted(used - set(names))


def goal(view: View, reference: Reference) -> str:
    """The anchor of what a reference takes up: its words, or its sentence where they are more than a phrase."""
    row = view.row_at(reference.antecedent.start)
    whole = (row.sentence.start, row.sentence.end) == (reference.antecedent.start, reference.antecedent.end)
    return f"s{row.number}" if whole else f"c{reference.antecedent.start}"


def pieces(view: View, row: Row) -> Iterator[Piece]:
    """The words of a sentence with what is lit up in it, every span closed before the one around it."""
    text, place, limit = view.article.text, row.sentence.start, row.sentence.end
    waiting = sorted(_inside(view, row), key=_order)
    open_spans: list[Span] = []
    while waiting or open_spans:
        until = open_spans[-1].end if open_spans else limit
        if waiting and waiting[0].start < until:
            span = waiting.pop(0)
            if span.end > until:
                waiting = sorted([*waiting, replace(span, start=until, rest=True)], key=_order)
                span = replace(span, end=until)
            yield Piece(text[place : span.start], opens=span)
            place = span.start
            open_spans.append(span)
        else:
            yield Piece(text[place:until], closes=open_spans.pop())
            place = until
    yield Piece(text[place:limit])


def _order(span: Span) -> tuple[int, int, int, str]:
    return span.start, -span.end, span.rank, span.role.name if span.role else ""


def _inside(view: View, row: Row) -> set[Span]:
    """What is lit up between the ends of a sentence, each stretch once."""
    low, high = row.sentence.start, row.sentence.end
    found = (replace(span, start=max(span.start, low), end=min(span.end, high)) for span in _spans(view, row))
    return {span for span in found if span.start < span.end}


def _spans(view: View, row: Row) -> Iterator[Span]:
    """What may be lit up, here and elsewhere; a phrase that clauses share once, as surely as the surest says."""
    best: dict[tuple[str, int, int], SeenRole] = {}
    for clause in row.sentence.clauses:
        yield Span(*clause.verb, "verb", 4)
        for role in clause.roles:
            key = (role.name, role.start, role.end)
            best[key] = max(role, best.get(key, role), key=lambda each: (each.told, each.confidence))
    yield from (Span(role.start, role.end, "role", 1, role=role) for role in best.values())
    yield from (Span(name.start, name.end, "name", 3, type=name.type) for name in view.look.entities)
    for found in view.look.references:
        meant = found.antecedent
        yield Span(found.start, found.end, "reference", 2, reference=found)
        if goal(view, found).startswith("c"):
            yield Span(meant.start, meant.end, "antecedent", 0)
