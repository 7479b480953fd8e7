"""The corrigé: each question with its key, what else is accepted, and where the text says so."""

import re

from quizgen.article.record import Article
from quizgen.exporters.word.blocks import gapped
from quizgen.exporters.word.paper import Paper
from quizgen.exporters.word.worksheet import heading, stem
from quizgen.exporters.wording import place, points, wording
from quizgen.french.typography import quote
from quizgen.kinds import kind_named
from quizgen.quiz import Question, Quiz

LINE_BREAK = re.compile(r"\s*\n\s*")


def key(paper: Paper, quiz: Quiz, new_page: bool = False) -> None:
    """Writes the corrigé of `quiz`, in the order and with the numbers of the worksheet."""
    words = wording()["key"]
    title = paper.paragraph("Title", words["title"].format(title=heading(quiz)))
    title.paragraph_format.page_break_before = new_page or None
    _summary(paper, quiz)
    for index, question in enumerate(quiz.questions, 1):
        with paper.together():
            stem(paper, index, question, gapped(question.stem))
            _answer(paper, question, quiz.article)


def _summary(paper: Paper, quiz: Quiz) -> None:
    words = wording()["key"]
    paper.paragraph("Source", words["total"].format(points=points(quiz.points)))
    if quiz.level:
        why = " ".join(quiz.level.get("why", ()))
        paper.paragraph("Source", f"{words['level'].format(level=quiz.level.get('cefr'))}. {why}".strip())
    if quiz.shortfall:
        given, asked, reason = quiz.shortfall.given, quiz.shortfall.asked, quiz.shortfall.reason
        paper.paragraph("Source", words["shortfall"].format(given=given, asked=asked, reason=reason))


def _answer(paper: Paper, question: Question, article: Article) -> None:
    words = wording()["key"]
    kind = kind_named(question.kind)
    answer, also = kind.key_text(question), kind.also_accepted(question)
    paper.paragraph("Corrigé", f"{words['answer']} {answer}")
    if also:
        paper.paragraph("Remarque", f"{words['accepted']} {' / '.join(also)}")
    _proofs(paper, question, answer, article)
    if question.feedback and question.feedback not in answer:
        paper.paragraph("Remarque", f"{words['feedback']} {question.feedback}")
    warning = wording()["askers"].get(question.asker)
    if warning and not question.validated:
        paper.paragraph("Remarque", warning)


def _proofs(paper: Paper, question: Question, answer: str, article: Article) -> None:
    words = wording()["key"]
    quoted = [proof for proof in question.evidence if proof.text in answer]
    if quoted:
        places = ", ".join(place(article, proof) for proof in quoted)
        paper.paragraph("Preuve", words["place"].format(places=places))
    for proof in question.evidence:
        if proof not in quoted:
            text = quote(LINE_BREAK.sub(" ", proof.text))
            paper.paragraph("Preuve", words["evidence"].format(quote=text, place=place(article, proof)))
