"""Definite descriptions of people."""

import pytest
from tagged import tagged

from quizgen.french.descriptions import described

PEOPLE = {"Crochemolle": "Crochemolle", "Abadie": "Léontine Abadie", "Zorn": "Zorn"}
WORKS = frozenset(["Mirage"])


def who(*texts: str) -> list[tuple[str, str]]:
    """Description and person."""
    return [(phrase.text, name) for _, phrase, name in described([tagged(text) for text in texts], PEOPLE, WORKS)]


CAPTAIN = "hier le capitaine Crochemolle/PROPN/PER dort/VERB ."
FILM = "Abadie/PROPN/PER signe/VERB le film Mirage/PROPN/MISC ."


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([CAPTAIN, "Alors le capitaine rit/VERB ."], [("le capitaine", "Crochemolle")]),
        ([FILM, "Hier la créatrice de Mirage/PROPN/MISC rit/VERB ."], [("la créatrice de Mirage", "Léontine Abadie")]),
        ([CAPTAIN, "hier un capitaine dort/VERB .", "Alors le capitaine rit/VERB ."], []),
        ([CAPTAIN, "hier le capitaine Zorn/PROPN/PER dort/VERB .", "Alors le capitaine rit/VERB ."], []),
        ([CAPTAIN, "Alors le maire rit/VERB ."], []),
        ([FILM, "Hier la voisine de Mirage/PROPN/MISC rit/VERB ."], []),
    ],
    ids=["a title", "who made a work", "another one too", "two of them", "nobody's", "no maker"],
)
def test_description_of_one_single_person(texts: list[str], found: list[tuple[str, str]]) -> None:
    assert who(*texts) == found
