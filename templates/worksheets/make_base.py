"""Makes base.docx, the empty document that every worksheet starts from: `python templates/worksheets/make_base.py`.

A4, French throughout, and one style for each thing a worksheet holds. Whoever would rather restyle it in Word may: save
base.docx there, keep the names of the styles, and leave this script alone.
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm

from quizgen.exporters.word.package import packed

BASE = Path(__file__).with_name("base.docx")
#: fonts that Word has everywhere and for which LibreOffice has twins of the same widths
SERIF, SANS = "Times New Roman", "Arial"
INK, GREY, RULE, TINT = "1F3864", "595959", "808080", "EEF2F8"
HALF_POINT, POINT, CM = 2, 20, 567

LANGUAGE = '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="fr-FR"/>'
KEEP = "<w:keepNext/><w:keepLines/>"
SIDES = ("top", "left", "bottom", "right")
BOX = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="5" w:color="{RULE}"/>' for side in SIDES)
UNDER = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="{INK}"/></w:pBdr>'
WIDTH = 17 * CM


def font(name: str, size: float = 0, colour: str = "", marks: str = "") -> str:
    """Run properties: a font, its size in points, its colour, and `marks` such as `<w:b/>`."""
    faces = "".join(f' w:{script}="{name}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")) if name else ""
    return "".join((f"<w:rFonts{faces}/>" if faces else "", marks, f'<w:color w:val="{colour}"/>' if colour else "",
                    f'<w:sz w:val="{size * HALF_POINT:g}"/><w:szCs w:val="{size * HALF_POINT:g}"/>' if size else ""))


def space(before: float, after: float, line: float = 1.0) -> str:
    """Paragraph spacing in points, and the line height in lines (LibreOffice may ignore a height in points)."""
    gaps = f'w:before="{before * POINT:g}" w:after="{after * POINT:g}"'
    return f'<w:spacing {gaps} w:line="{line * 240:.0f}" w:lineRule="auto"/>'


def hanging(left: float, by: float) -> tuple[str, str]:
    """A tab stop `left` centimetres in, and the indent that meets it with its first line `by` centimetres out."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{left * CM:.0f}"/></w:tabs>', (
        f'<w:ind w:left="{left * CM:.0f}" w:hanging="{by * CM:.0f}"/>')


STEM, OPTION = hanging(0.8, 0.8), hanging(1.5, 0.7)
OUTLINE = ('<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>')
INDENT = f'<w:ind w:left="{0.8 * CM:.0f}"/>'
RULED = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/></w:tabs>'

#: (id, name, based on, paragraph properties in the schema's order, run properties)
PARAGRAPHS = (
    ("Normal", "Normal", "", "<w:suppressLineNumbers/>" + space(0, 6, 1.1), ""),
    ("Title", "Title", "Normal", KEEP + UNDER + space(10, 4), font(SANS, 20, INK, "<w:b/>")),
    ("Heading1", "heading 1", "Normal", KEEP + space(14, 6) + OUTLINE[0], font(SANS, 13, INK, "<w:b/>")),
    ("Heading2", "heading 2", "Normal", KEEP + space(10, 4) + OUTLINE[1], font(SANS, 11, INK, "<w:b/>")),
    ("Footer", "footer", "Normal", space(0, 0) + '<w:jc w:val="center"/>', font(SANS, 9, GREY)),
    ("Etiquette", "Étiquette", "Normal", space(2, 2), font(SANS, 9, GREY, "<w:b/>")),
    ("Source", "Source", "Normal", KEEP + space(0, 6), font(SANS, 9.5, GREY)),
    ("Article", "Article", "", space(0, 8, 1.2), font(SERIF, 13)),
    ("Question", "Question", "Normal", KEEP + STEM[0] + space(10, 3) + STEM[1] + OUTLINE[1],
     font(marks="<w:b/>", name="")),
    ("Consigne", "Consigne", "Normal", KEEP + space(0, 3) + INDENT, font("", 9.5, GREY, "<w:i/>")),
    ("Choix", "Choix", "Normal", "<w:keepLines/>" + OPTION[0] + space(2, 2) + OPTION[1], ""),
    ("Trous", "Texte à trous", "Normal", "<w:keepLines/>" + space(2, 4, 1.6) + INDENT, ""),
    ("Banque", "Banque de mots", "Normal", f"<w:keepLines/><w:pBdr>{BOX}</w:pBdr>" + space(4, 8)
     + f'<w:ind w:left="{CM}" w:right="{0.2 * CM:.0f}"/>', ""),
    ("Lignes", "Lignes", "Normal", RULED + space(15, 0) + INDENT, font("", 10.5, GREY)),
    ("Cellule", "Cellule", "Normal", space(2, 2), ""),
    ("Reponses", "Réponses", "Normal", space(8, 4) + INDENT, ""),
    ("Corrige", "Corrigé", "Normal", "<w:keepLines/>" + space(2, 3) + INDENT, font("", 0, INK, "<w:b/>")),
    ("Preuve", "Preuve", "Normal", "<w:keepLines/>" + space(0, 3) + INDENT, font(SERIF, 11.5)),
    ("Remarque", "Remarque", "Normal", "<w:keepLines/>" + space(0, 3) + INDENT, font("", 9.5, GREY)),
)
PLAIN = "DefaultParagraphFont"
CHARACTERS = (
    ("Points", "Points", font("", 9.5, GREY, '<w:b w:val="0"/>')),
    ("Case", "Case à cocher", font("Segoe UI Symbol", 12)),
    ("Rang", "Case à remplir", font("Segoe UI Symbol", 18)),
    ("LineNumber", "line number", font(SANS, 8, GREY)),
)
MARGINS = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in
                  (("top", 0), ("left", 108), ("bottom", 0), ("right", 108)))
GRID = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
               for side in (*SIDES, "insideH", "insideV"))


def style(sort: str, key: str, name: str, based: str, inside: str, default: bool = False) -> str:
    """One style; `sort` is paragraph, character, table or numbering."""
    mark, base = ' w:default="1"' if default else "", f'<w:basedOn w:val="{based}"/>' if based else ""
    shown = "" if default or sort == "table" else "<w:qFormat/>"
    return (f'<w:style w:type="{sort}"{mark} w:styleId="{key}"><w:name w:val="{name}"/>{base}{shown}{inside}</w:style>')


def styles() -> str:
    """The whole style sheet."""
    defaults = f"<w:rPrDefault><w:rPr>{font(SANS, 10.5)}{LANGUAGE}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    paragraphs = (style("paragraph", key, name, on, f"<w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr>", key == "Normal")
                  for key, name, on, shape, letters in PARAGRAPHS)
    characters = (style("character", key, name, PLAIN, f"<w:rPr>{letters}</w:rPr>")
                  for key, name, letters in CHARACTERS)
    tinted = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>'
    return "".join((
        f"<w:styles {nsdecls('w')}><w:docDefaults>{defaults}</w:docDefaults>", *paragraphs,
        style("character", PLAIN, "Default Paragraph Font", "", "", default=True), *characters,
        style("table", "TableNormal", "Normal Table", "", f"<w:tblPr><w:tblCellMar>{MARGINS}</w:tblCellMar></w:tblPr>",
              default=True),
        style("table", "Tableau", "Tableau", "TableNormal", f"<w:tblPr><w:tblBorders>{GRID}</w:tblBorders></w:tblPr>"
              f'<w:tblStylePr w:type="firstRow"><w:tblPr/>{tinted}</w:tblStylePr>'),
        style("numbering", "NoList", "No List", "", "", default=True), "</w:styles>"))


SETTINGS = (
    f"<w:settings {nsdecls('w')}>"
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="fr-FR"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>')
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>quizgen</Application></Properties>")
#: parts of python-docx's own template that a worksheet has no use for
UNUSED = ("customXml", "thumbnail", "stylesWithEffects", "numbering", "webSettings", "fontTable", "printerSettings")


def strip(part: Any) -> None:
    """Forgets the relations of a package or part to the parts that we do without."""
    for key, relation in list(part.rels.items()):
        if any(name.lower() in relation.reltype.lower() for name in UNUSED):
            del part.rels[key]


def replace(element: Any, xml: str) -> None:
    """Gives `element` the children and nothing but the children of `xml`."""
    element[:] = list(parse_xml(xml))


def page(section: Any) -> None:
    """A4, with room on the left for the numbers of the lines."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.3), Cm(1.7)
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.8)
    section.header_distance, section.footer_distance, section.gutter = Cm(0.8), Cm(0.9), 0


def base() -> Any:
    """The empty document."""
    document = Document()
    strip(document.part.package)
    strip(document.part)
    replace(document.styles.element, styles())
    replace(document.settings.element, SETTINGS)
    page(document.sections[0])
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = APP.encode()
    return document


if __name__ == "__main__":
    BASE.write_bytes(packed(base(), "Fiche"))
