"""The pupil's worksheet: who writes, the numbered article, the questions with room to answer."""

from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from quizgen.article.record import Article
from quizgen.exporters.word.article import draw_article
from quizgen.exporters.word.blocks import draw
from quizgen.exporters.word.paper import TAB, Paper
from quizgen.exporters.wording import number, points, wording
from quizgen.kinds import kind_named
from quizgen.quiz import Question, Quiz
from quizgen.sheet import Prompt

#: centimetres: surname, first name, class, date, mark
HEADER = (5.2, 4.4, 2.2, 2.6, 2.6)
WRITING = Cm(0.95)


def pupil(paper: Paper, quiz: Quiz, new_page: bool = False) -> None:
    """Writes the worksheet of `quiz`, which holds no key."""
    _identity(paper, quiz)
    paper.paragraph("Title", heading(quiz)).paragraph_format.page_break_before = new_page or None
    _article(paper, quiz)
    paper.paragraph("Heading 1", wording()["questions"])
    for index, question in enumerate(quiz.questions, 1):
        with paper.together():
            _question(paper, index, question)


def heading(quiz: Quiz) -> str:
    """What the sheet is called, where the quiz has no title of its own too."""
    return (quiz.title or quiz.article.title or "").strip() or str(wording()["title"])


def stem(paper: Paper, index: int, question: Question, text: str) -> None:
    """Writes the numbered stem with its points."""
    paper.paragraph("Question", f"{index}.", TAB, text, (f"\u00a0({points(question.points)})", "Points"))


def _identity(paper: Paper, quiz: Quiz) -> None:
    words = wording()["header"]
    labels = words["labels"]
    blank = [""] * (len(labels) - 1) + [words["mark"].format(points=number(quiz.points))]
    table = paper.table((labels, blank), HEADER, words["caption"], words["description"])
    table.rows[1].height = WRITING
    for cell in table.rows[1].cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _article(paper: Paper, quiz: Quiz) -> None:
    article = quiz.article
    title = (article.title or "").strip()
    paper.paragraph("Heading 1", title if title and title != heading(quiz) else wording()["text"])
    source = byline(article)
    if source:
        paper.paragraph("Source", source)
    if article.lines:
        draw_article(paper, article)


def byline(article: Article) -> str:
    """Author, source and date, those that are known."""
    return ", ".join(part for part in (article.author, article.source, article.date) if part)


def _question(paper: Paper, index: int, question: Question) -> None:
    blocks = kind_named(question.kind).sheet(question)
    prompt = next((block for block in blocks if isinstance(block, Prompt)), Prompt(question.stem))
    stem(paper, index, question, prompt.text)
    if prompt.instruction:
        paper.paragraph("Consigne", prompt.instruction)
    for block in blocks:
        if block is not prompt:
            draw(block, paper)
