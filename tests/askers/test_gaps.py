"""Passages with words out: which words go, and that no two could be swapped."""

import random
import re
from types import SimpleNamespace
from typing import Any

import numpy
import pytest
from parses import reading_of, sentence_of
from spacy.tokens import Token

from quizgen.askers.gaps import (
    APART,
    GAPS,
    by_grammar,
    choose_gaps,
    gap_facts,
    intruders,
    may_go,
    nearest,
    rare_words,
    rivals,
)
from quizgen.french import nouns, parts
from quizgen.french.elision import elides
from quizgen.french.reading import Reading, Sentence

TEXTS = [
    "Le conservateur du musée restaure patiemment une immense tapisserie que des soldats avaient cachée dans une cave.",
    "La municipalité de Quimper transforme depuis deux ans les cours goudronnées de ses écoles en jardins ombragés.",
    "Les chercheurs de l'institut ont découvert une espèce inconnue de grenouille dans la forêt humide du Gabon.",
    "Un incendie a détruit la charpente de l'église pendant la nuit, mais les pompiers ont sauvé les vitraux.",
]
texts = pytest.mark.parametrize("text", TEXTS)
SEEDS = range(12)
#: all of them as one article, each with the others to take its intruders from
ARTICLE = " ".join([*TEXTS, "Un orage a fendu le château, les armoires et une ruelle."])
FACTOR = (
    "Le facteur du village distribue chaque matin les lettres que les retraités attendent derrière une fenêtre fermée."
)


def those_of(sentence: Sentence) -> list[Token]:
    """The words of the sentence that may go."""
    return [token for token in sentence.span if may_go(token, sentence)]


def offers(gaps: list[Token], reading: Reading, sentence: Sentence) -> dict[Token, list[Token]]:
    """What the rest of the text has for each gap."""
    stock = by_grammar(rare_words(reading))
    return {gap: rivals(gap, sentence, stock) for gap in gaps}


@pytest.mark.parametrize("seed", range(8))
def test_words_put_back_give_the_sentence(seed: int) -> None:
    """Three gaps; the words in order fill them and give the sentence to the letter."""
    reading = reading_of(ARTICLE)
    found = list(gap_facts(reading, seed))
    assert found
    for fact in found:
        words = fact.value
        assert isinstance(words, tuple)
        assert len(words) == GAPS
        whole = fact.slots["text"].text
        for rank, word in enumerate(words, 1):
            whole = whole.replace(f"[[{rank}]]", word)
        assert whole == reading.text[slice(*fact.spans[0])]
        assert whole in TEXTS


def test_a_sentence_has_gaps_beside_others() -> None:
    """With one seed or another; alone, a sentence leaves nothing else to choose from."""
    reading = reading_of(ARTICLE)
    assert {fact.spans for seed in SEEDS for fact in gap_facts(reading, seed)}
    assert [fact for text in TEXTS for seed in SEEDS for fact in gap_facts(reading_of(text), seed)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_intruders_fit_by_grammar_alone(seed: int) -> None:
    """Words of other sentences, none twice; each has the class, gender, number and first sound of a gap of its own."""
    reading = reading_of(ARTICLE)
    for sentence in reading.sentences:
        rng = random.Random(seed)
        gaps = choose_gaps(those_of(sentence), rng)
        others = tuple(intruders(gaps, offers(gaps, reading, sentence), rng).values())
        assert len(others) == len(set(others)) <= len(gaps)
        used: set[str] = set()
        for other in others:
            (token, *_) = [token for token in reading.docs[0] if token.text == other]
            assert token.sent != sentence.span
            assert token.lemma_ not in {mine.lemma_ for mine in sentence.span}
            like = [gap.text for gap in gaps if shape(gap) == shape(token) and gap.text not in used]
            assert like, f"{other} fits no gap of {[gap.text for gap in gaps]}"
            used.add(like[0])


def shape(word: Token) -> tuple[object, ...]:
    """What the words around a gap show: adjective or participle, noun or verb; gender, number, tense, elision."""
    agreeing = parts.is_adjective(word) or parts.is_participle(word)
    features = [parts.feature(word, name) for name in ("Gender", "Number", "Tense", "Person", "VerbForm")]
    return agreeing or word.pos_, *features, elides(word.text)


@pytest.mark.parametrize(
    ("gap", "offered"),
    [("fenêtre", {"pâte", "cuve"}), ("distribue", {"pétrit"}), ("facteur", {"levain"}), ("lettres", set())],
    ids=["feminine noun", "verb", "masculine noun", "no feminine plural"],
)
def test_what_may_intrude_in_a_gap(gap: str, offered: set[str]) -> None:
    """Words of that grammar in the other sentences; no name, no participle for a verb, nothing before a vowel."""
    reading = reading_of(f"{FACTOR} Marc pétrit une pâte, une algue et un levain dans une cuve fermée. L'air sent bon.")
    sentence = reading.sentences[0]
    (token,) = [token for token in sentence.span if token.text == gap]
    found = [intruders([token], offers([token], reading, sentence), random.Random(seed)) for seed in SEEDS]
    assert {word for each in found for word in each.values()} == offered


def test_nobody_stands_in_for_somebody_of_the_same_sort() -> None:
    """Of two people, both might have done it; a thing in a person's place is absurd."""
    reading = reading_of("La directrice lit un roman devant la porte. La ministre range une valise.")
    sentence = reading.sentences[0]
    first = sentence.span[1]
    assert nouns.type_of(first) == nouns.type_of(reading.sentences[1].span[1]) == "person"
    found = [intruders([first], offers([first], reading, sentence), random.Random(seed)) for seed in SEEDS]
    assert {word for each in found for word in each.values()} == set()


@pytest.mark.parametrize(
    ("beside", "offered"),
    [("Le boulanger pétrit une pâte dans une cuve avec ses mains.", True), ("La pluie a cessé.", False)],
)
def test_every_gap_has_an_intruder(beside: str, offered: bool) -> None:
    """Where the rest of the article has fewer words to offer, the sentence is left whole."""
    found = [fact for seed in range(8) for fact in gap_facts(reading_of(f"{FACTOR} {beside}"), seed)]
    assert bool(found) is offered
    for fact in found:
        assert isinstance(fact.value, tuple)
        assert len(fact.others) == len(fact.value)
        assert not set(fact.others) & set(fact.value)


@texts
@pytest.mark.parametrize("seed", range(8))
def test_no_two_words_fit_one_gap(text: str, seed: int) -> None:
    """Words apart from one another, each once in the sentence, no names; two of a class differ in number or gender."""
    sentence = sentence_of(text)
    words = choose_gaps(those_of(sentence), random.Random(seed))
    for word in words:
        assert len(re.findall(rf"\b{word.text}\b", text)) == 1
        assert word.is_lower
        assert not parts.is_name(word)
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
    """Though another sentence has words to offer."""
    reading = reading_of(f"{text}\n\n{FACTOR}")
    spans = {fact.spans[0] for seed in range(8) for fact in gap_facts(reading, seed)}
    assert not [start for start, _ in spans if start < len(text)]


def test_seed_decides_which_words_go() -> None:
    able = those_of(sentence_of(TEXTS[0]))
    made = {tuple(word.text for word in choose_gaps(able, random.Random(seed))) for seed in SEEDS}
    assert len(made) > 1
    reading = reading_of(ARTICLE)
    again = [(fact.value, fact.others) for fact in gap_facts(reading, 3)]
    assert again == [(fact.value, fact.others) for fact in gap_facts(reading, 3)]


def word(text: str, *vector: float, vectors: int = 1) -> Any:
    """A word with its place in the space of senses."""
    place = numpy.array(vector)
    vocab = SimpleNamespace(vectors_length=vectors)
    return SimpleNamespace(text=text, vector=place, vector_norm=float(numpy.linalg.norm(place)), vocab=vocab)


def test_intruders_are_near_in_sense() -> None:
    """A word met beside others than the gap's is absurd there; without vectors any word of its grammar will do."""
    gap = word("pendule", 1, 0)
    places = {"patience": (0, 1), "chaise": (1, 0.3), "horloge": (1, 0.1), "montre": (1, 0.2), "clef": (1, 0.4)}
    shelf = [word(text, *place) for text, place in places.items()]
    assert [each.text for each in nearest(gap, shelf)] == ["horloge", "montre", "chaise"]
    assert nearest(word("pendule", 1, 0, vectors=0), shelf) == shelf
    assert nearest(gap, shelf[:1]) == []
