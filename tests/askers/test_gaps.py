"""Passages with words out: which words go, and that no two could be swapped."""

import random
import re

import pytest
from parses import reading_of, sentence_of
from spacy.tokens import Token

from quizgen.askers.gaps import APART, GAPS, choose_gaps, gap_facts
from quizgen.french import tree

TEXTS = [
    "Le conservateur du musée restaure patiemment une immense tapisserie que des soldats avaient cachée dans une cave.",
    "La municipalité de Quimper transforme depuis deux ans les cours goudronnées de ses écoles en jardins ombragés.",
    "Les chercheurs de l'institut ont découvert une espèce inconnue de grenouille dans la forêt humide du Gabon.",
    "Un incendie a détruit la charpente de l'église pendant la nuit, mais les pompiers ont sauvé les vitraux.",
]
texts = pytest.mark.parametrize("text", TEXTS)


@texts
@pytest.mark.parametrize("seed", range(4))
def test_words_put_back_give_the_sentence(text: str, seed: int) -> None:
    """Three or four gaps; the words in order fill them and give the sentence to the letter."""
    found = list(gap_facts(reading_of(text), seed))
    for fact in found:
        words = fact.value
        assert isinstance(words, tuple)
        assert GAPS[0] <= len(words) <= GAPS[1]
        whole = fact.slots["text"].text
        for rank, word in enumerate(words, 1):
            whole = whole.replace(f"[[{rank}]]", word)
        assert whole == text
        assert reading_of(text).text[slice(*fact.spans[0])] == text


def test_most_sentences_have_gaps() -> None:
    assert sum(bool(list(gap_facts(reading_of(text)))) for text in TEXTS) >= 3


@texts
@pytest.mark.parametrize("seed", range(8))
def test_no_two_words_fit_one_gap(text: str, seed: int) -> None:
    """Words apart from one another, each once in the sentence, no names; two of a class differ in number or gender."""
    sentence = sentence_of(text)
    words = choose_gaps(sentence, random.Random(seed))
    for word in words:
        assert len(re.findall(rf"\b{word.text}\b", text)) == 1
        assert word.is_lower
        assert not tree.is_name(word)
        assert len(word.text) > 3
    for i, a in enumerate(words):
        for b in words[i + 1 :]:
            assert b.i - a.i >= APART
            assert grammar(a) != grammar(b)


def grammar(word: Token) -> tuple[str, str, str]:
    """What the words around a gap show of the word that fits it."""
    return word.pos_, str(word.morph.get("VerbForm")), str(word.morph.get("Number")) + str(word.morph.get("Gender"))


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a parlé longuement.",
        "Pourquoi la municipalité transforme-t-elle les cours de ses écoles en jardins ombragés depuis deux ans ?",
        "LES COURS GOUDRONNÉES DES ÉCOLES DEVIENNENT DES JARDINS OMBRAGÉS DANS LA VILLE DE QUIMPER",
        "Paris, Lyon, Nice, Metz, Brest, Lille, Nantes, Reims, Toulouse, Bordeaux, Rennes, Dijon et Tours.",
    ],
    ids=["short", "question", "heading", "list of names"],
)
def test_no_gaps(text: str) -> None:
    assert list(gap_facts(reading_of(text))) == []


def test_seed_decides_which_words_go() -> None:
    made = {tuple(word.text for word in choose_gaps(sentence_of(TEXTS[0]), random.Random(seed))) for seed in range(12)}
    assert len(made) > 1
    again = [tuple(fact.value) for fact in gap_facts(reading_of(TEXTS[0]), 3)]  # type: ignore[arg-type]
    assert again == [tuple(fact.value) for fact in gap_facts(reading_of(TEXTS[0]), 3)]  # type: ignore[arg-type]
