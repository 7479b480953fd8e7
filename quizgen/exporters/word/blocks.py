"""How each block of quizgen/sheet.py is drawn for pupils: the key stays unseen."""

import re
from functools import singledispatch
from itertools import zip_longest

from quizgen.exporters.word.paper import BOX, TAB, WIDE_BOX, Paper, Piece
from quizgen.exporters.wording import wording
from quizgen.sheet import Blank, Block, Choices, Excerpt, Lines, Order, Pairs, Prompt

GAP = re.compile(r"\[\[(\d+)\]\]")
#: options at most this long, and this many at most, stand side by side
SHORT, FEW = 12, 4
#: characters that a hand writes on one line of paper
HAND = 50


@singledispatch
def draw(block: Block, paper: Paper) -> None:
    """Draws `block` at the end of `paper`; a block that is not drawn yet raises TypeError."""
    raise TypeError(f"no drawing for {type(block).__name__}")


@draw.register
def _(block: Prompt, paper: Paper) -> None:
    paper.paragraph("Question", TAB, block.text)


@draw.register
def _(block: Choices, paper: Paper) -> None:
    if len(block.options) <= FEW and all(len(option) <= SHORT for option in block.options):
        row: list[Piece] = []
        for option in block.options:
            row += [BOX, option, TAB, TAB]
        paper.paragraph("Choix", *row[:-2])
        return
    for option in block.options:
        paper.paragraph("Choix", BOX, TAB, option)


@draw.register
def _(block: Blank, paper: Paper) -> None:
    paper.paragraph("Texte à trous", gapped(block.text))
    if block.bank:
        paper.paragraph("Banque de mots", (wording()["blocks"]["bank"], "Points"), "  ", "   •   ".join(block.bank))


@draw.register
def _(block: Lines, paper: Paper) -> None:
    _rule(paper, block.count, block.key, block.label)


@draw.register
def _(block: Excerpt, paper: Paper) -> None:
    _rule(paper, block.count, block.text, block.label)


@draw.register
def _(block: Pairs, paper: Paper) -> None:
    words = wording()["pairs"]
    letters = [_letter(index) for index in range(len(block.left))]
    left = [f"{letter}.  {text}" for letter, text in zip(letters, block.left, strict=True)]
    right = [f"{index}.  {text}" for index, text in enumerate(block.right, 1)]
    rows = [(words["left"], words["right"]), *zip_longest(left, right, fillvalue="")]
    paper.table(rows, (6.5, 9.7), words["caption"], words["description"], indent=0.8)
    paper.paragraph("Réponses", "     ".join(words["answer"].format(letter=letter) for letter in letters))


@draw.register
def _(block: Order, paper: Paper) -> None:
    for item in block.items:
        paper.paragraph("Choix", WIDE_BOX, TAB, item)


def gapped(text: str) -> str:
    """`text` with its gaps [[1]] as dots to write on, all of one length."""
    return GAP.sub(lambda gap: str(wording()["blocks"]["gap"].format(number=gap[1])), text)


def _rule(paper: Paper, count: int, key: str, label: str | None) -> None:
    for line in range(max(count, 1 + len(key) // HAND)):
        paper.paragraph("Lignes", *([f"{label} "] if label and not line else []), TAB)


def _letter(index: int) -> str:
    return chr(ord("A") + index % 26) * (1 + index // 26)
