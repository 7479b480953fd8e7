"""OpenDocument texts: paragraphs, headings and table cells in order; notes, comments and deleted text stay out."""

import io
from collections.abc import Iterator
from typing import Any

from quizgen.article.archive import DAMAGE, check_archive, damaged
from quizgen.article.docx import plausible_author
from quizgen.article.draft import Draft
from quizgen.article.titles import plausible_title
from quizgen.article.wordlist import words

#: local names of elements whose text is no part of the article
_SKIPPED = words("""
    note annotation annotation-end tracked-changes text-box forms table-of-content sequence-decls variable-decls
    user-field-decls ruby-text
    """)
_SIGNS = {"tab": " ", "line-break": "\n", "soft-page-break": ""}


def draft(data: bytes, name: str) -> Draft:
    """The text of an .odt, its title from the Title style, else the first heading, else its properties."""
    check_archive(data, name, ("content.xml",), ("styles.xml", "meta.xml", "settings.xml"))
    document = _open(data, name)
    titles = _title_styles(document)
    pieces = [piece for piece in _pieces(document.text, titles, False) if piece[1]]
    styled = next((text for kind, text in pieces if kind == "title"), None)
    if styled is None and pieces and pieces[0][0] == "head":
        styled = pieces[0][1]
    facts = _facts(document)
    author = plausible_author(facts.get("initial-creator")) or plausible_author(facts.get("creator"))
    return Draft(_joined(pieces, styled), plausible_title(styled) or plausible_title(facts.get("title")), author)


def _open(data: bytes, name: str) -> Any:
    from xml.sax import SAXException

    from odf.opendocument import load

    try:
        document = load(io.BytesIO(data))
    except (SAXException, *DAMAGE) as error:
        raise damaged(name) from error
    if getattr(document, "text", None) is None:
        raise damaged(name)
    return document


def _title_styles(document: Any) -> frozenset[str]:
    """Names of the styles that are « Title » or made from it by hand."""
    from odf.namespaces import STYLENS

    made = {
        style.getAttrNS(STYLENS, "name")
        for style in document.automaticstyles.childNodes
        if _local(style) == "style" and style.getAttrNS(STYLENS, "parent-style-name") == "Title"
    }
    return frozenset(made | {"Title"})


def _facts(document: Any) -> dict[str, str]:
    return {_local(node): "".join(_texts(node)).strip() for node in document.meta.childNodes}


def _pieces(element: Any, titles: frozenset[str], listed: bool) -> Iterator[tuple[str, str]]:
    """(title, head, item or text; the text) of each paragraph within."""
    from odf.namespaces import TEXTNS

    for child in element.childNodes:
        name = _local(child)
        if name in ("p", "h"):
            style = child.getAttrNS(TEXTNS, "style-name")
            kind = "title" if style in titles else "head" if name == "h" else "item" if listed else "text"
            yield kind, "".join(_texts(child)).strip()
        elif name not in _SKIPPED:
            yield from _pieces(child, titles, listed or name == "list")


def _texts(element: Any) -> Iterator[str]:
    for child in element.childNodes:
        name = _local(child)
        if child.nodeType in (child.TEXT_NODE, child.CDATA_SECTION_NODE):
            yield child.data
        elif name == "s":
            yield " "
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SKIPPED:
            yield from _texts(child)


def _local(node: Any) -> str:
    """An element's name without its namespace; empty for text."""
    return str(node.qname[1]) if getattr(node, "qname", None) else ""


def _joined(pieces: list[tuple[str, str]], title: str | None) -> str:
    text, before = "", ""
    for kind, piece in pieces:
        if title is not None and piece == title:
            title = None
            continue
        marked = f"- {piece}" if kind == "item" else piece
        text += ("\n" if kind == before == "item" else "\n\n") + marked
        before = kind
    return text.strip("\n")
