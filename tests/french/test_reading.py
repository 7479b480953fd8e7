"""Sentences as read, what forbids to take them at their word, and how they are quoted in part."""

import pytest
from parses import reading_of, sentence_of

from quizgen.french.reading import excerpt

LONG = (
    "Toutefois, la mairie de Lorient, qui avait promis une grande piscine aux habitants des quartiers du port, a "
    "renoncé au chantier, parce que les entreprises de la région demandaient le double du prix annoncé, et le maire a "
    "promis à la place un gymnase, un terrain de football, une salle de danse et deux courts de tennis couverts."
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("La mairie a fermé la piscine.", set()),
        ("La mairie a-t-elle fermé la piscine ?", {"question"}),
        ("La mairie ferme la piscine !", {"exclamation"}),
        ("Une piscine pour le quartier", {"heading"}),
        ("— La mairie a fermé la piscine, dit le facteur.", {"speech"}),
        ("« La mairie a fermé la piscine et le gymnase. »", {"quoted"}),
        ("« La mairie a fermé la piscine, dit le facteur.", {"unbalanced"}),
        ("Nous avons fermé la piscine.", {"personal"}),
        ("La mairie a fermé ma piscine.", {"personal"}),
        ("et la mairie a fermé la piscine.", {"fragment"}),
    ],
)
def test_marks_of_a_sentence(text: str, marks: set[str]) -> None:
    """What is no plain statement is marked, and only that."""
    sentence = sentence_of(text)
    assert marks <= sentence.marks
    assert sentence.plain is (not marks)


def test_words_of_a_quotation_do_not_make_a_sentence_personal() -> None:
    assert "personal" not in sentence_of("« Nous avons fermé notre piscine », a dit la mairie.").marks


def test_sentences_stand_where_they_say() -> None:
    """Offsets are the article's, in every paragraph, white space and the dash of a dateline left out."""
    text = "Une piscine fermée\n\nLa mairie a fermé la piscine. Le gymnase reste ouvert.\n\nLe maire se tait."
    reading = reading_of(text)
    assert [text[slice(*sentence.bounds)] for sentence in reading.sentences] == [s.text for s in reading.sentences]
    assert reading.sentences[-1].text == "Le maire se tait."
    assert [sentence.paragraph for sentence in reading.sentences] == [0, 1, 1, 2]
    assert reading.offsets[2] == text.index("Le maire")


@pytest.mark.parametrize("words", ["Toutefois", "renoncé", "annoncé", "un gymnase", "couverts"])
def test_excerpt_holds_the_words_and_says_where_it_cuts(words: str) -> None:
    """The part of a long sentence with the words asked about, « […] » where the sentence goes on."""
    sentence = sentence_of(LONG)
    start = LONG.index(words)
    text = excerpt(sentence, start, start + len(words)).text
    bare = text.removeprefix("[…] ").removesuffix(" […]")
    assert words in bare
    assert bare in LONG
    assert len(bare) < len(LONG) - 20
    assert text.startswith("[…]") is not LONG.startswith(bare)
    assert text.endswith("[…]") is not LONG.rstrip(".").endswith(bare)


def test_short_sentence_is_quoted_whole() -> None:
    sentence = sentence_of("La mairie a fermé la piscine.")
    assert excerpt(sentence, 3, 9).text == "La mairie a fermé la piscine"
