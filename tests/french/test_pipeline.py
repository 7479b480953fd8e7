"""The shipped pipeline, and one from outside."""

import shutil
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from quizgen.errors import PipelineError
from quizgen.french.pipeline import SHIPPED, load, parse

pytestmark = pytest.mark.model


def relations(doc: Doc) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep_, token.head.text) for token in doc}


def test_two_typeset_sentences() -> None:
    text = "L’architecte dessine la maison. La clé qu’elle cherche est tombée dans l’herbe."
    (doc,) = parse([text])
    assert doc.text == text
    assert len(list(doc.sents)) == 2
    assert {("architecte", "nsubj", "dessine"), ("maison", "obj", "dessine")} <= relations(doc)
    assert doc[2].lemma_ == "dessiner"
    assert doc[0].lemma_ == "le"


def test_a_no_break_space_is_a_space() -> None:
    plain, typeset = (
        "Le train transporte 12 000 voyageurs .",
        "Le train\u00a0transporte 12\u202f000\u00a0voyageurs\u202f.",
    )
    ours, theirs = parse([plain, typeset])
    assert theirs.text == typeset
    seen = [(t.pos_, t.dep_, t.head.lemma_, str(t.morph)) for t in theirs if not t.is_space]
    assert seen == [(t.pos_, t.dep_, t.head.lemma_, str(t.morph)) for t in ours]
    assert {t.dep_ for t in theirs if t.is_space} == {"dep"}


def test_a_line_break_ends_a_sentence() -> None:
    (doc,) = parse(["La fin des haricots\nLes prix montent depuis mai.\n\nIls baisseront."])
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "La fin des haricots",
        "Les prix montent depuis mai.",
        "Ils baisseront.",
    ]


def test_a_name_with_a_no_break_space_is_one_entity() -> None:
    (doc,) = parse(["Hier, la romancière Jeanne\u00a0Lambert est revenue à Toulouse."])
    assert ("Jeanne\u00a0Lambert", "PER") in {(ent.text, ent.label_) for ent in doc.ents}


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0\n", " Oui", "…"])
def test_odd_paragraphs(text: str) -> None:
    (doc,) = parse([text])
    assert doc.text == text


def test_loading_twice_gives_the_same_pipeline() -> None:
    assert load() is load()


def test_a_pipeline_from_outside(tmp_path: Path) -> None:
    copy = tmp_path / "autre"
    shutil.copytree(SHIPPED, copy)
    (doc,) = parse(["Le maire quitte la ville\nIl part."], load(str(copy)))
    assert [sentence.text.strip() for sentence in doc.sents] == ["Le maire quitte la ville", "Il part."]
    assert ("maire", "nsubj", "quitte") in relations(doc)


def test_an_unknown_pipeline_is_named() -> None:
    with pytest.raises(PipelineError, match="pas_installé"):
        load("pas_installé")


def test_a_pipeline_without_french_relations_is_refused(tmp_path: Path) -> None:
    spacy.blank("fr_quizgen").to_disk(tmp_path / "vide")
    with pytest.raises(PipelineError, match="nsubj"):
        load(str(tmp_path / "vide"))
