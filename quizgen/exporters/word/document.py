"""The sheets of a worksheet, one after the other in one document."""

from collections.abc import Sequence

from quizgen.exporters.word.key import key
from quizgen.exporters.word.paper import Paper
from quizgen.exporters.word.worksheet import heading, pupil
from quizgen.exporters.wording import wording
from quizgen.quiz import Quiz

SHEETS = {"pupil": pupil, "key": key}


def document(quiz: Quiz, sheets: Sequence[str]) -> bytes:
    """A .docx file of `sheets` (names of SHEETS), each on a page of its own."""
    paper = Paper()
    for sheet in sheets:
        SHEETS[sheet](paper, quiz, new_page=sheet != sheets[0])
    title = heading(quiz)
    return paper.content(title if "pupil" in sheets else wording()["key"]["title"].format(title=title))
