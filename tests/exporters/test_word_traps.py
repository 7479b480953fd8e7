"""Articles and questions that try to break a Word document."""

import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from quizgen.article.record import Article
from quizgen.exporters import exporter_named
from quizgen.exporters.word.article import ROOM, SIZES, width
from quizgen.exporters.word.blocks import draw
from quizgen.exporters.word.paper import Paper
from quizgen.quiz import Evidence, Quiz
from quizgen.sheet import Blank, Choices, Excerpt, Lines, Order, Pairs, Prompt
from tests.samples import TEXT, article_quiz

NASTY = 'Un <b>texte</b> & des "guillemets" ]]> \x00\x0b\x1f\ud800 et\ttab\u2028 {fin} [[1]] 😀👍🏽 \ufffe'
TRAPS = {
    "markup": f"{NASTY}\nligne seule\n\n{NASTY}", "empty": "",
    "long word": f"{TEXT[:300]} {'é' * 200} {TEXT[:300]}",
    "wide": "W" * 80 + "\n\n" + "M " * 200, "emoji": "😀🎉👍🏽 " * 60, "url": "https://exemple.fr/" + "a/b" * 300,
    "capitals": TEXT.upper(), "other alphabets": "Ελληνικά и Русский текст, 漢字かな交じり文。 " * 9}


def trapped(text: str, title: str | None = "T", **changes: Any) -> Quiz:
    """The sample quiz on an article of `text`, its evidence at the very start."""
    article = Article.of(text, title=title)
    proof = (Evidence.at(article, 0, min(12, len(text))),)
    questions = tuple(replace(question, evidence=proof) for question in article_quiz().questions)
    fields: dict[str, Any] = {"title": title or "", "article": article, "questions": questions}
    return replace(article_quiz(), **(fields | changes))


def documents(quiz: Quiz) -> list[Any]:
    """The worksheet and the corrigé."""
    return [Document(io.BytesIO(file.content)) for file in exporter_named("docx").files(quiz, "q")]


@pytest.mark.parametrize("trap", TRAPS)
def test_no_line_of_the_article_is_too_wide(trap: str) -> None:
    quiz = trapped(TRAPS[trap])
    pupil, _ = documents(quiz)
    size = pupil.styles["Article"].font.size.pt
    lines = 0
    for paragraph in pupil.paragraphs:
        if paragraph.style.name == "Article":
            for run in paragraph.runs:
                scale = run._r.find(f"{qn('w:rPr')}/{qn('w:w')}")
                percent = 100 if scale is None else int(scale.get(qn("w:val")))
                assert width(run.text.strip("\n")) * size * percent / 100 <= ROOM + 0.01 or percent == 10
                lines += 1
    assert lines == len(quiz.article.lines)


def test_a_single_wide_line_does_not_shrink_the_others() -> None:
    pupil, _ = documents(trapped(TRAPS["long word"]))
    assert pupil.styles["Article"].font.size.pt == SIZES[0]


def test_markup_and_control_characters() -> None:
    quiz = trapped(TRAPS["markup"], title=NASTY)
    questions = tuple(replace(q, stem=q.stem + NASTY.replace("[[1]]", ""), feedback=NASTY, accepted=(NASTY,))
                      for q in quiz.questions)
    for document in documents(replace(quiz, questions=questions)):
        titles = [p.text for p in document.paragraphs if p.style.name == "Title"]
        assert 'Un <b>texte</b> & des "guillemets" ]]>' in titles[0]
        assert "\t" not in titles[0]
        assert "\n" not in document.core_properties.title


@pytest.mark.parametrize("title", [None, "", "   "])
def test_no_title(title: str | None) -> None:
    pupil, key = documents(trapped(TEXT, title=title))
    assert [p.text for p in pupil.paragraphs if p.style.name == "Title"] == ["Compréhension de l’écrit"]
    assert key.core_properties.title == "Corrigé : Compréhension de l’écrit"


def test_very_long_title() -> None:
    title = "Un titre qui n’en finit pas " * 40
    pupil, _ = documents(trapped(TEXT, title=title))
    assert [p.text for p in pupil.paragraphs if p.style.name == "Title"] == [title.strip()]
    assert len(pupil.core_properties.title) <= 255


def test_no_questions_and_no_source() -> None:
    pupil, key = documents(trapped(TEXT, questions=(), level=None))
    assert not [p for p in pupil.paragraphs if p.style.name == "Source"]
    assert "Total : 0\u00a0point" in [p.text for p in key.paragraphs]


def test_long_evidence_over_paragraphs_is_one_line() -> None:
    quiz = article_quiz()
    end = quiz.article.paragraphs[1][1]
    question = replace(quiz.questions[0], evidence=(Evidence.at(quiz.article, 0, end),))
    _, key = documents(replace(quiz, questions=(question,)))
    proof, = (p.text for p in key.paragraphs if p.style.name == "Preuve")
    assert proof.endswith("(l.\u00a01-10)")
    assert "\n" not in proof


def drawn(block: Any) -> list[str]:
    """The texts of the paragraphs that a block makes, outside tables."""
    paper = Paper()
    draw(block, paper)
    return [paragraph.text for paragraph in paper.document.paragraphs]


def test_short_options_stand_on_one_line() -> None:
    assert drawn(Choices(("Vrai", "Faux"), (0,))) == ["☐ Vrai\t\t☐ Faux"]
    assert len(drawn(Choices(("Vrai", "Faux", "On ne peut pas le savoir"), (0,)))) == 3


def test_a_bank_is_drawn_only_where_there_is_one() -> None:
    assert len(drawn(Blank("Le [[1]].", ("chat",), ("chien", "chat")))) == 2
    alone, = drawn(Blank("Le [[1]] et le [[2]].", ("chat", "chien")))
    assert alone.startswith("Le (1)\u00a0…")
    assert "chat" not in alone


def test_room_to_write_grows_with_the_answer() -> None:
    assert len(drawn(Lines(1, "Oui."))) == 1
    assert len(drawn(Lines(1, "x" * 120))) == 3
    assert drawn(Excerpt(2, ((0, 3),), "Mot", "Justification :")) == ["Justification : \t", "\t"]


def test_order_shows_the_items_as_they_stand() -> None:
    """Each after a box to be filled, nothing of their order told."""
    assert drawn(Order(("Deux", "Trois", "Un"), (2, 0, 1))) == ["☐\tDeux", "☐\tTrois", "☐\tUn"]


def test_columns_of_different_lengths() -> None:
    paper = Paper()
    draw(Pairs(("a",), ("x", "y"), ((0, 1),)), paper)
    table, = paper.document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [["A.  a", "1.  x"], ["", "2.  y"]]


def test_a_second_prompt_and_an_unknown_block() -> None:
    assert drawn(Prompt("Et pourquoi ?")) == ["\tEt pourquoi ?"]
    with pytest.raises(TypeError, match="int"):
        draw(3, Paper())  # type: ignore[arg-type]
