"""A sheet of paper to write on: python-docx, with clean text, named styles, accessible tables, kept-together blocks."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from quizgen.exporters.word.package import packed
from quizgen.exporters.wording import wording
from quizgen.settings import templates_folder

#: our own tab, as a piece of a paragraph; a tab inside a text is only a space
TAB = "\t"
#: twentieths of a point
CM = 567
BOX, WIDE_BOX = ("☐ ", "Case à cocher"), ("☐", "Case à remplir")
#: what XML cannot hold, and what would break a line where the text has none
FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
BLANKS = str.maketrans(dict.fromkeys("\t\r\v\f\u0085\u2028\u2029", " "))

Piece = str | tuple[str, str]


def clean(text: str) -> str:
    """`text` without what XML forbids; line feeds stay, other white controls become spaces."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").translate(BLANKS))


class Paper:
    """A document in the making, from base.docx."""

    def __init__(self) -> None:
        self.document = Document(str(templates_folder() / "worksheets" / "base.docx"))
        self._number_pages()

    def paragraph(self, style: str, *pieces: Piece) -> Any:
        """A paragraph at the end; a piece is a text, `TAB`, or a text and its character style."""
        return self.write(self.document.add_paragraph(style=style), *pieces)

    def write(self, paragraph: Any, *pieces: Piece) -> Any:
        """Adds `pieces` to a paragraph that stands already."""
        for piece in pieces:
            text, style = (piece, None) if isinstance(piece, str) else piece
            paragraph.add_run(text if text == TAB else clean(text), style)
        return paragraph

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], caption: str, description: str, indent: float = 0
    ) -> Any:
        """A table of `rows`, the first one its header; widths in centimetres; no row splits over two pages."""
        table = self.document.add_table(len(rows), len(widths), style="Tableau")
        table.autofit = False
        for label, text in (("w:tblCaption", caption), ("w:tblDescription", description)):
            table._tbl.tblPr.append(_element(label, val=text))
        table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(_element("w:tblInd", w=round(indent * CM), type="dxa"))
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for index, texts in enumerate(rows):
            self._fill(table.rows[index], texts, "Cellule" if index else "Étiquette")
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        return table

    def number_lines(self, every: int) -> None:
        """Numbers the lines written so far in « Article » and closes their section; what follows has no numbers."""
        section = self.document.sections[-1]._sectPr
        numbered = deepcopy(section)
        numbered.find(qn("w:pgMar")).addnext(_element("w:lnNumType", countBy=every, distance=227, restart="newSection"))
        self.document.paragraphs[-1]._p.set_sectPr(numbered)
        self.document.sections[-1].start_type = WD_SECTION.CONTINUOUS

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside stays on one page, as far as a page can hold it."""
        body = self.document.element.body
        before = len(body)
        yield
        written = [p for element in body[before - 1 : -1] for p in element.iter(qn("w:p"))]
        for paragraph in written[:-1]:
            paragraph.get_or_add_pPr().get_or_add_keepNext().val = True

    def content(self, title: str) -> bytes:
        """The finished file."""
        return packed(self.document, clean(title).replace("\n", " "))

    def _fill(self, row: Any, texts: Sequence[str], style: str) -> None:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].style = style
            self.write(cell.paragraphs[0], text)

    def _number_pages(self) -> None:
        footer = self.document.sections[0].footer.paragraphs[0]
        for piece in re.split(r"(\{page\}|\{pages\})", wording()["page"]):
            field = {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece)
            if field:
                _field(footer, field)
            else:
                self.write(footer, piece)


def _element(tag: str, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _field(paragraph: Any, instruction: str) -> None:
    field = _element("w:fldSimple", instr=instruction)
    run = OxmlElement("w:r")
    run.text = "1"
    field.append(run)
    paragraph._p.append(field)
