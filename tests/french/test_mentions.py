"""Which words are names."""

import pytest
from tagged import tagged

from quizgen.french.mentions import mentions


def names(*texts: str) -> list[str]:
    """The names of the documents, in their order."""
    return [span.text for spans in mentions([tagged(text) for text in texts]) for span in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hier la/DET/MISC Cnil/PROPN/MISC dort/VERB .", ["Cnil"]),
        ("hier Madame/NOUN/PER Orlac/PROPN/PER dort/VERB .", ["Orlac"]),
        ("hier la Japonaise/PROPN/MISC Yuki/PROPN/MISC Tanabe/PROPN/MISC dort/VERB .", ["Yuki Tanabe"]),
        ("hier Yann/PROPN/PER Le Goff dort/VERB .", ["Yann Le Goff"]),
        ("hier les Bretons/PROPN/LOC dorment/VERB .", []),
        ("Gagner/VERB/PER lui plaît .", []),
        ("Il/PRON/PER dort/VERB .", []),
        ("La/DET/MISC sécurité/NOUN/MISC compte/VERB .", []),
        ("hier Zubrix dort/VERB .", ["Zubrix"]),
        ("Zubrix compte/VERB:compter .", []),
        ("hier un musée/NOUN/ORG de/ADP/ORG Gorn/PROPN/ORG dort/VERB .", ["Gorn"]),
        ("hier le musée/NOUN/ORG de/ADP/ORG Gorn/PROPN/ORG dort/VERB .", ["musée de Gorn"]),
        ("hier La/DET Rochelle/PROPN/LOC dort/VERB .", ["La Rochelle"]),
    ],
    ids=[
        "small article",
        "title",
        "inhabitant before a name",
        "surname with Le",
        "inhabitants",
        "verb first",
        "pronoun",
        "noun first",
        "unlabelled in the sentence",
        "unlabelled and first",
        "any museum",
        "the museum",
        "article that belongs",
    ],
)
def test_span_of_a_name(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_name_found_once_is_found_everywhere() -> None:
    assert names("hier Zubrix/PROPN/ORG dort/VERB .", "Zubrix/ADV compte/VERB .") == ["Zubrix", "Zubrix"]


def test_surname_alone_is_found_by_the_full_name() -> None:
    found = names("hier Jonas/PROPN/PER Eriksen/PROPN/PER dort/VERB .", "Eriksen/ADV compte/VERB .")
    assert found == ["Jonas Eriksen", "Eriksen"]


def test_article_of_a_first_word_goes_where_the_text_writes_it_small() -> None:
    assert names("hier la Cnil dort/VERB .", "La/DET/MISC Cnil/PROPN/MISC dort/VERB .") == ["Cnil", "Cnil"]


def test_title_of_a_work_is_one_name_where_its_parts_never_stand_apart() -> None:
    work = "hier Marée/PROPN/MISC à Gorn/PROPN/LOC sort/VERB ."
    assert names(work) == ["Marée", "Gorn"]
    assert names(work, work) == ["Marée à Gorn"] * 2


def test_bracket_tells_where_a_name_begins() -> None:
    text = "la Confédération des ouvriers du verre ( COV ) appelle/VERB ."
    assert names(text) == ["Confédération des ouvriers du verre", "COV"]
