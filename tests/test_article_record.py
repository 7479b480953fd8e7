"""The article's paragraphs and numbered lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article.record import MEASURE, Article, break_lines

TEXT = st.text(st.sampled_from("ab cdé’-.\u00a0\n"), max_size=400)
PROSE = "La mairie de Lorient a ouvert un potager derrière le gymnase du collège. " * 3


@given(TEXT, st.integers(1, 30))
def test_lines_cover_the_text_in_order(text: str, measure: int) -> None:
    """Every character that is no white space lies in one line; lines follow one another and hold no newline."""
    lines = break_lines(text, measure)
    inside = {offset for start, end in lines for offset in range(start, end)}
    assert all(offset in inside for offset, character in enumerate(text) if not character.isspace())
    assert all(a[1] <= b[0] for a, b in pairwise(lines))
    assert all(start <= end and "\n" not in text[start:end] for start, end in lines)


@given(TEXT, st.integers(1, 30))
def test_lines_break_at_ordinary_spaces_and_only_where_needed(text: str, measure: int) -> None:
    """A line longer than the measure is one word; between two lines of a paragraph stands one ordinary space."""
    lines = break_lines(text, measure)
    for start, end in lines:
        assert end - start <= measure or " " not in text[start:end].rstrip(" ").lstrip(" ")
    for (_, end), (start, _) in pairwise(lines):
        assert text[end:start] == " " or "\n" in text[end:start]


def test_lines_fill_the_measure() -> None:
    """No word that would still fit is left to the next line."""
    for (start, end), (following, last) in pairwise(break_lines(PROSE)):
        word = PROSE[following:last].split()[0]
        assert end - start + 1 + len(word) > MEASURE


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n \n\n", []),
        ("Un mot", ["Un mot"]),
        ("Titre\nTexte", ["Titre", "Texte"]),
        ("un deux\u00a0: trois", ["un", "deux\u00a0:", "trois"]),
        ("anticonstitutionnel oui", ["anticonstitutionnel", "oui"]),
    ],
)
def test_lines_of(text: str, lines: list[str]) -> None:
    assert [text[start:end] for start, end in break_lines(text, 7)] == lines


@given(TEXT)
def test_line_at_gives_the_line_that_holds_the_character(text: str) -> None:
    article = Article.of(text, measure=12)
    for number, (start, end) in enumerate(article.lines, 1):
        assert {article.line_at(offset) for offset in range(start, end)} <= {number}


@given(TEXT)
def test_paragraphs_are_parted_by_blank_lines(text: str) -> None:
    """They hold all that is no white space, begin and end with it, and none holds a blank line."""
    article = Article.of(text)
    found = [text[start:end] for start, end in article.paragraphs]
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(body and body == body.strip() and "\n\n" not in body for body in found)


def test_paragraph_offsets() -> None:
    article = Article.of("Titre\n\n  Un texte.\nSa suite.\n\n\n\nFin.")
    assert [article.text[start:end] for start, end in article.paragraphs] == ["Titre", "Un texte.\nSa suite.", "Fin."]
    assert article.words == 6


def test_article_survives_json() -> None:
    article = Article.of(PROSE, title="Le potager", author="Claire Morvan", source="presse", date="2024", measure=40)
    assert Article.from_json(article.to_json()) == article
    assert article.to_json()["lines"][0] == [0, 40]
