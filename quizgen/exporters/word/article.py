"""The article on paper: one hard line for each of its lines, numbered by Word every five, none ever wrapped.

Word numbers the lines that it lays out, so its numbers are those of the corrigé only as long as no line wraps. Every
line is therefore measured with the widths of Times New Roman, and made smaller or narrower where it is too wide.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from quizgen.article.record import Article
from quizgen.exporters.word.paper import Paper, clean

#: a number stands beside every fifth line
EVERY = 5
#: room for a line in points: 17 cm, less what a substitute font or a printer may take
ROOM = 17 / 2.54 * 72 * 0.96
#: sizes of type tried, in points, before a line is squeezed
SIZES = (13, 12.5, 12, 11.5, 11, 10.5, 10)
SMALLEST_SCALE = 10
#: widths of Times New Roman in thousandths of its size (Liberation Serif has the same)
WIDTHS = {
    char: width
    for width, chars in (
        (180, "'"),
        (250, " \u00a0\u202f.,"),
        (278, "ijlt;:/\\"),
        (333, "frI!’‘()[]-"),
        (389, "sJ"),
        (444, "acez?“”"),
        (500, "_*#$£€«»–"),
        (556, "FPS"),
        (611, "ELTZ"),
        (667, "BCR"),
        (722, "wœæµ"),
        (778, "m&©®¼½¾"),
        (833, "%"),
        (889, "MÆŒ"),
        (921, "@"),
        (944, "W"),
        (1000, "—…"),
    )
    for char in chars
}
#: of the other letters of French and the digits; of the other signs; of other alphabets; of emoji and ideograms
LOWER, UPPER, SIGN, FOREIGN, WIDE = 500, 722, 600, 1100, 1400
LAST_LATIN = "\u024f"


def draw_article(paper: Paper, article: Article) -> None:
    """Writes the lines of `article` and closes their section."""
    lines = [clean(article.text[start:end]).replace("\n", " ") for start, end in article.lines]
    widest = max((wide for wide in map(width, lines) if wide * SIZES[-1] <= ROOM), default=0)
    size = next(size for size in SIZES if widest * size <= ROOM)
    paper.document.styles["Article"].font.size = Pt(size)
    for first, last in paragraphs(article):
        _paragraph(paper, lines[first:last], size)
    paper.number_lines(EVERY)


def width(line: str) -> float:
    """The width of `line`, in times its size of type."""
    return sum(map(_char_width, unicodedata.normalize("NFC", line))) / 1000


def paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    """Half-open indices of the lines of each paragraph."""
    gaps = (article.text[before[1] : after[0]] for before, after in pairwise(article.lines))
    starts = [0, *(index for index, gap in enumerate(gaps, 1) if gap.count("\n") > 1), len(article.lines)]
    return pairwise(starts)


def _char_width(char: str) -> int:
    if char in WIDTHS:
        return WIDTHS[char]
    plain = unicodedata.normalize("NFD", char)[0]
    if plain in WIDTHS:
        return max(WIDTHS[plain], LOWER)
    if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF:
        return WIDE
    if char > LAST_LATIN:
        return FOREIGN
    return UPPER if char.isupper() else LOWER if char.isalnum() else SIGN


def _paragraph(paper: Paper, lines: list[str], size: float) -> None:
    paragraph = paper.paragraph("Article")
    for index, line in enumerate(lines):
        if index:
            paragraph.runs[-1].add_break()
        run = paragraph.add_run(line)
        scale = int(100 * ROOM / max(width(line) * size, 1))
        if scale < 100:
            _squeeze(run, max(scale, SMALLEST_SCALE))


def _squeeze(run: object, percent: int) -> None:
    scale = OxmlElement("w:w")
    scale.set(qn("w:val"), str(percent))
    run._r.get_or_add_rPr().append(scale)  # type: ignore[attr-defined]
