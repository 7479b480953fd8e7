"""The chain of repairs that makes a pasted text printable French; idempotent."""

import re

from quizgen.article.characters import bare_spaces, drop_invisibles, mend_encoding
from quizgen.article.glue import part_glued
from quizgen.article.hyphens import undo_hyphenation
from quizgen.article.notes import drop_notes
from quizgen.article.spacing import bind_numbers, bind_punctuation, close_up_stops
from quizgen.article.wrapping import unwrap

#: in this order: each step counts on the ones before it (a note mark hides a glued sentence, a hyphen a wrapped line)
STEPS = (
    mend_encoding,
    drop_invisibles,
    bare_spaces,
    drop_notes,
    undo_hyphenation,
    unwrap,
    close_up_stops,
    part_glued,
    bind_punctuation,
    bind_numbers,
    bare_spaces,
)
#: a mended spot can bring another to light (an entity within an entity); real texts settle in one round
_ROUNDS = 12


def repair(text: str) -> str:
    """`text` with characters, lines, sentence ends and French spacing mended; paragraphs are parted by a blank line."""
    for _ in range(_ROUNDS):
        before = text
        for step in STEPS:
            text = step(text)
        if text == before:
            break
    return text


def repair_line(line: str | None) -> str | None:
    """A title or a name, mended and on one line; None where nothing is left of it."""
    if line is None:
        return None
    return re.sub(r"\s*\n\s*", " ", repair(line)).strip() or None
