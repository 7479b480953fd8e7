"""How a text is cut for the reading network, and what comes back from it."""

import time

import pytest
import spacy
from spacy.language import Language

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.doubts import doubts_of
from quizgen.french.reader import stretches


def cut(text: str) -> list[int]:
    """Words of each stretch of `text`."""
    nlp = spacy.blank("fr_quizgen")
    nlp.add_pipe("sentence_limits")
    doc = nlp(text)
    found = stretches(doc)
    assert [start for start, _ in found] == [0, *(end for _, end in found[:-1])]
    assert found[-1][1] == len(doc)
    return [end - start for start, end in found]


def test_short_sentences_are_read_together() -> None:
    assert len(cut("Le chat dort. Le chien mange. La pluie tombe.")) == 1


def test_a_text_is_cut_where_a_sentence_surely_begins() -> None:
    sizes = cut("Le vieux chat de la voisine dort sur le mur du jardin depuis ce matin. " * 20)
    assert len(sizes) > 3
    assert max(sizes) <= 80
    assert all(size % 16 == 0 for size in sizes), "every stretch holds whole sentences"


def test_words_without_end_are_cut_anywhere() -> None:
    assert max(cut("mot " * 1000)) <= 400


@pytest.mark.model
def test_words_without_end_are_read_in_seconds(nlp: Language) -> None:
    start = time.monotonic()
    doc = nlp("le chat et le chien et " * 700)
    assert len(doc) == 4200
    assert time.monotonic() - start < 10


@pytest.mark.model
def test_every_attachment_comes_with_its_chance(nlp: Language) -> None:
    doc = nlp("Le maire a\u00a0signé l'accord. La clé est tombée.")
    doubts = doubts_of(doc)
    assert doubts is not None
    chances = {token.text: doubts.attachment(token, token.head) for token in doc if not token.is_space}
    assert all(0 < chance <= 1 for chance in chances.values())
    assert chances["maire"] > 0.9
    assert doubts.attachment(doc[1], doc[-2]) == 0.0, "nothing hangs from another sentence"


@pytest.mark.model
def test_the_same_text_alone_and_among_others(nlp: Language) -> None:
    text = "La mairie a fermé le pont en mai."
    alone = nlp(text)
    (_, among) = nlp.pipe(["Un autre paragraphe, bien plus long, qui parle de tout autre chose.", text])
    seen = [[(t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in (alone, among)]
    assert seen[0] == seen[1]
