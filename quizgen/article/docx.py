"""Word documents: the body's paragraphs and table cells in order; headers, footers, notes and comments stay out."""

import io
import re
from collections.abc import Iterator
from typing import Any

from quizgen.article.archive import DAMAGE, check_archive, damaged
from quizgen.article.draft import Draft
from quizgen.article.titles import plausible_title

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: deleted words, and text boxes: these float over the page and Word writes them twice
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}rPr", f"{_W}pPr", _FALLBACK})
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HEADINGS = re.compile(r"(?i)heading 1|titre 1")
#: authors that programs write by themselves
_NOBODY = re.compile(
    r"(?i)^(?:python-docx|user|utilisateur.*|admin.*|windows.*|microsoft.*|office.*|unknown|inconnu|"
    r"auteur|author|propriétaire|owner|pc|hp|dell|asus|acer|lenovo|test|default|libreoffice.*|\W*)$"
)


def draft(data: bytes, name: str) -> Draft:
    """The text of a .docx, its title from the Title style, else the first heading, else its properties."""
    check_archive(data, name, ("[Content_Types].xml", "word/document.xml"))
    document = _open(data, name)
    pieces = list(_pieces(document))
    styled = next((text for style, text in pieces if style == "Title"), None)
    if styled is None and pieces and _HEADINGS.match(pieces[0][0]):
        styled = pieces[0][1]
    title, author = _properties(document)
    return Draft(_joined(pieces, styled), plausible_title(styled) or plausible_title(title), plausible_author(author))


def plausible_author(name: object) -> str | None:
    """`name` unless it is empty or what a program writes by itself."""
    line = name.strip() if isinstance(name, str) else ""
    return None if _NOBODY.match(line) or len(line) > 120 else line


def _open(data: bytes, name: str) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        document = docx.Document(io.BytesIO(data))
        if document.element.body is None:
            raise damaged(name)
    except (OpcError, etree.LxmlError, *DAMAGE) as error:
        raise damaged(name) from error
    return document


def _properties(document: Any) -> tuple[object, object]:
    """Title and author as the file declares them; a damaged declaration is none, the text being whole."""
    from lxml import etree

    try:
        return document.core_properties.title, document.core_properties.author
    except (etree.LxmlError, *DAMAGE):
        return None, None


def _pieces(document: Any) -> Iterator[tuple[str, str]]:
    """(style's name, text) of each paragraph that has text; an item of a list has the style « item ».

    Not `iter_inner_content()` and `Paragraph.text`: these lose content controls and words inserted under revision.
    """
    names = _style_names(document)
    for element in _elements(document.element.body):
        text = "".join(_texts(element)).strip()
        if text:
            mark = element.find(f"{_W}pPr/{_W}pStyle")
            style = names.get(mark.get(f"{_W}val"), "") if mark is not None else ""
            numbered = element.find(f"{_W}pPr/{_W}numPr") is not None or style.startswith("List ")
            yield ("item" if numbered else style), text


def _style_names(document: Any) -> dict[str, str]:
    """Identifier -> English name of the styles (a French Word writes Titre1 for « Heading 1 »); none where damaged."""
    try:
        return {style.style_id: style.name or "" for style in document.styles}
    except DAMAGE:
        return {}


def _elements(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _elements(child)


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            text = child.text or ""
            yield text.translate(_RAISED) if text.isdecimal() and _is_raised(element) else text
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _texts(child)


def _is_raised(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vertAlign")
    return mark is not None and mark.get(f"{_W}val") == "superscript"


def _joined(pieces: list[tuple[str, str]], title: str | None) -> str:
    """Paragraphs parted by blank lines, items by line ends; the paragraph that is the title is left out."""
    text, before = "", ""
    for style, piece in pieces:
        if title is not None and piece == title:
            title = None
            continue
        marked = f"- {piece}" if style == "item" else piece
        text += ("\n" if style == before == "item" else "\n\n") + marked
        before = style
    return text.strip("\n")
