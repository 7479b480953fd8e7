"""The worksheet and the corrigé, opened again with python-docx."""

import datetime
import io
import runpy
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from quizgen.exporters import exporter_named
from quizgen.exporters.wording import number, place, points
from quizgen.kinds import SAMPLE, kind_named
from quizgen.quiz import Evidence, Quiz, Shortfall
from quizgen.settings import templates_folder
from tests.samples import ARTICLE, article_quiz, sample_quiz

A4 = (21.0, 29.7)


def sheets(quiz: Quiz, **options: str) -> dict[str, Any]:
    """The documents of a quiz, by the name of their file."""
    return {file.name: Document(io.BytesIO(file.content)) for file in exporter_named("docx").files(quiz, "q", options)}


def everything(document: Any) -> str:
    """All the text of a document, tables too, a line a paragraph."""
    texts = []
    for paragraph in document.element.body.iter(qn("w:p")):
        runs = (n.text if n.tag == qn("w:t") else "\n" if n.tag == qn("w:br") else " "
                for n in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
        texts.append("".join(runs))
    return "\n".join(texts)


def styled(document: Any, style: str) -> list[str]:
    """The texts of the paragraphs of a style."""
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


@pytest.fixture(scope="module")
def pupil() -> Any:
    return sheets(article_quiz())["q.docx"]


@pytest.fixture(scope="module")
def key() -> Any:
    return sheets(article_quiz())["q-corrige.docx"]


def test_parts() -> None:
    assert list(sheets(sample_quiz())) == ["q.docx", "q-corrige.docx"]
    assert list(sheets(sample_quiz(), parts="pupil")) == ["q.docx"]
    assert list(sheets(sample_quiz(), parts="key")) == ["q-corrige.docx"]
    one = sheets(sample_quiz(), parts="one")
    assert list(one) == ["q.docx"]
    assert styled(one["q.docx"], "Title") == ["La bibliothèque de Nantes", "Corrigé : La bibliothèque de Nantes"]
    titles = [p for p in one["q.docx"].paragraphs if p.style.name == "Title"]
    assert [bool(title.paragraph_format.page_break_before) for title in titles] == [False, True]


def test_header_title_and_source(pupil: Any) -> None:
    header = pupil.tables[0]
    assert [cell.text for cell in header.rows[0].cells] == ["Nom", "Prénom", "Classe", "Date", "Note"]
    assert header.rows[1].cells[-1].text == "/\u00a020"
    assert styled(pupil, "Title") == ["Le potager du collège"]
    assert styled(pupil, "Heading 1") == [ARTICLE.title, "Questions"]
    assert styled(pupil, "Source") == ["Claire Morvan, Le Courrier du port, 12 novembre 2024"]


def test_hard_lines_are_the_lines_of_the_article(pupil: Any) -> None:
    printed = [line for text in styled(pupil, "Article") for line in text.split("\n")]
    assert printed == [ARTICLE.text[start:end] for start, end in ARTICLE.lines]
    assert len(styled(pupil, "Article")) == len(ARTICLE.paragraphs)


def test_word_numbers_every_fifth_line_of_the_article_only(pupil: Any) -> None:
    first, second = (section._sectPr for section in pupil.sections)
    numbering = first.find(qn("w:lnNumType"))
    assert numbering.get(qn("w:countBy")) == "5"
    assert numbering.getprevious().tag == qn("w:pgMar")
    assert second.find(qn("w:lnNumType")) is None
    hiding = {style.name for style in pupil.styles if style.element.find(f"{qn('w:pPr')}/{qn('w:suppressLineNumbers')}")
              is not None}
    for style in (paragraph.style for paragraph in pupil.paragraphs):
        chain = {style.name, style.base_style.name if style.base_style else style.name}
        assert bool(chain & hiding) == (style.name != "Article"), style.name


def test_pupils_do_not_see_the_key(pupil: Any) -> None:
    questions = everything(pupil).split("\nQuestions\n")[1]
    for hidden in ("Corrigé", "Réponse", "Yann Kerdoncuff", "Parce que", "gel tardif a détruit", "(l.\u00a0", "refusé"):
        assert hidden not in questions
    boxes = questions.count("☐")
    assert boxes == sum(len(q.choices) for q in article_quiz().questions if isinstance(q.key, int)
                        and q.choices) + 2 * sum(isinstance(q.key, bool) for q in article_quiz().questions)


def test_corrige_says_the_level_and_why(key: Any, pupil: Any) -> None:
    level = "Niveau estimé du texte : B1. Phrases de 16 mots en moyenne (B1)."
    assert level in styled(key, "Source")
    assert level not in everything(pupil)


def test_corrige_has_every_key_with_its_place(key: Any) -> None:
    text = everything(key)
    for question in article_quiz().questions:
        assert kind_named(question.kind).key_text(question) in text
        for proof in question.evidence:
            assert proof.text in text
            assert place(ARTICLE, proof) in text
    assert "Accepté aussi : Un maraîcher voisin. / Un maraîcher voisin, Yann Kerdoncuff." in text
    assert "Total : 20\u00a0points" in text
    assert "Niveau estimé du texte : B1" in text


def test_same_numbers_and_points_on_both_sheets(pupil: Any, key: Any) -> None:
    def heads(document: Any) -> list[str]:
        return [text.split("\t")[0] for text in styled(document, "Question")]

    assert heads(pupil) == heads(key) == [f"{index}." for index in range(1, 11)]
    for document in (pupil, key):
        for text, question in zip(styled(document, "Question"), article_quiz().questions, strict=True):
            assert text.endswith(f"({points(question.points)})")


@pytest.mark.parametrize(("value", "words"), [(0.5, "0,5 point"), (1, "1 point"), (1.5, "1,5 point"), (2, "2 points"),
                                              (2.25, "2,25 points"), (20.0, "20 points")])
def test_points_in_french(value: float, words: str) -> None:
    assert points(value).replace("\u00a0", " ") == words


def test_numbers_in_french() -> None:
    assert [number(value) for value in (20, 0.1 + 0.2, 2.5)] == ["20", "0,3", "2,5"]


def test_place_of_evidence_over_several_lines() -> None:
    start, end = ARTICLE.lines[10][0], ARTICLE.lines[11][1]
    assert place(ARTICLE, Evidence.at(ARTICLE, start, start + 3)) == "l.\u00a011"
    assert place(ARTICLE, Evidence.at(ARTICLE, start, end)) == "l.\u00a011-12"
    assert place(ARTICLE, Evidence.at(ARTICLE, start, ARTICLE.lines[10][1] + 1)) == "l.\u00a011"


def test_shortfall_and_unread_llm_question_are_said() -> None:
    quiz = sample_quiz()
    questions = (replace(quiz.questions[0], asker="llm"), *quiz.questions[1:])
    short = replace(quiz, questions=questions, shortfall=Shortfall(12, 8, "Le texte n’a que deux phrases."))
    text = everything(sheets(short)["q-corrige.docx"])
    assert "Questions : 8 sur 12 demandées. Le texte n’a que deux phrases." in text
    assert text.count("modèle de langue") == 1


def test_questions_keep_together(pupil: Any) -> None:
    body = list(pupil.element.body.iter(qn("w:p")))
    stems = [i for i, p in enumerate(body) if p.pPr is not None and p.pPr.style == "Question"]
    for first, after in zip(stems, [*stems[1:], len(body)], strict=True):
        kept = [p.pPr is not None and p.pPr.find(qn("w:keepNext")) is not None for p in body[first:after]]
        assert kept == [True] * (len(kept) - 1) + [False]


def test_tables_have_header_caption_and_whole_rows(pupil: Any) -> None:
    assert len(pupil.tables) == 2
    for table in pupil.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert [cell.text for cell in pupil.tables[1].rows[1].cells] == ["A.  140", "1.  Les euros économisés par an"]


def test_a4_and_margins(pupil: Any, key: Any) -> None:
    for document in (pupil, key):
        for section in document.sections:
            assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == A4


@pytest.mark.parametrize("name", ["q.docx", "q-corrige.docx"])
def test_french_everywhere(name: str) -> None:
    files = {file.name: file.content for file in exporter_named("docx").files(article_quiz(), "q")}
    document = Document(io.BytesIO(files[name]))
    assert document.core_properties.language == "fr-FR"
    languages = [document.settings.element.find(qn("w:themeFontLang")), *document.styles.element.iter(qn("w:lang")),
                 *document.element.iter(qn("w:lang"))]
    assert len(languages) >= 2
    assert {value for element in languages for value in element.attrib.values()} == {"fr-FR"}


def test_properties_do_not_depend_on_the_clock(pupil: Any, key: Any) -> None:
    properties = pupil.core_properties
    assert (properties.title, key.core_properties.title) == ("Le potager du collège", "Corrigé : Le potager du collège")
    day = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
    assert properties.created == properties.modified == day
    archive = zipfile.ZipFile(io.BytesIO(exporter_named("docx").files(sample_quiz(), "q")[0].content))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_page_numbers_in_the_footer(pupil: Any) -> None:
    fields = pupil.sections[0].footer.paragraphs[0]._p.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_base_is_what_its_script_makes(tmp_path: Path) -> None:
    folder = templates_folder() / "worksheets"
    made = runpy.run_path(str(folder / "make_base.py"))
    kept, again = (zipfile.ZipFile(io.BytesIO(content)) for content in
                   ((folder / "base.docx").read_bytes(), made["packed"](made["base"](), "Fiche")))
    assert {name: kept.read(name) for name in kept.namelist()} == {name: again.read(name) for name in again.namelist()}


def test_sample_article_is_printed_in_paragraphs() -> None:
    document = sheets(sample_quiz())["q.docx"]
    assert [text.replace("\n", " ") for text in styled(document, "Article")] == [
        SAMPLE.text[start:end] for start, end in SAMPLE.paragraphs]
