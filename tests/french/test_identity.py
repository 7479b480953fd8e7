"""Who is who."""

import pytest
from parses import reading_of

from quizgen.french.identity import identity_facts


def who(text: str) -> dict[str, str]:
    """Name -> description."""
    return {fact.slots["name"].text: fact.slots["description"].text for fact in identity_facts(reading_of(text))}


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "Claire Dumont, une apicultrice de Millau, a lancé la pétition.",
            "Claire Dumont",
            "une apicultrice de Millau",
        ),
        ("Claire Dumont, maire de Millau, a lancé la pétition.", "Claire Dumont", "le maire de Millau"),
        (
            "Le ministre de l'Agriculture, Olivier Marceau, a visité la ferme.",
            "Olivier Marceau",
            "le ministre de l'Agriculture",
        ),
        ("La romancière Anne Vasseur a reçu un prix.", "Anne Vasseur", "une romancière"),
        ("Le romancier Hugo Santini a reçu le prix.", "Hugo Santini", "un romancier"),
        (
            "La présidente régionale Anne Lambert a reçu les syndicats.",
            "Anne Lambert",
            "la présidente régionale",
        ),
    ],
)
def test_description_beside_a_name(text: str, name: str, description: str) -> None:
    """Apposition after, apposition before, title: an office keeps its article, another title gets « un », « une »."""
    assert who(text) == {name: description}


@pytest.mark.parametrize(
    "text",
    [
        "Claire Dumont, hier matin, a lancé la pétition.",
        "Claire Dumont, son ancienne associée, a lancé la pétition.",
        "Claire Dumont, le visage fermé, a quitté la salle.",
        "Claire Dumont, Youssef Haddad et Bruno Lefort ont signé.",
        "Contrairement à Claire Dumont, une voisine a refusé de signer.",
        "Grâce à Claire Dumont, les abeilles ont survécu.",
        "Connaissez-vous Claire Dumont, une apicultrice de Millau ?",
        "La présidente Anne Lambert a reçu les syndicats.",
    ],
    ids=["time", "possessive", "absolute phrase", "list", "another one", "subject after", "question", "office of what"],
)
def test_what_is_no_description(text: str) -> None:
    assert who(text) == {}


def test_first_introduction_counts() -> None:
    """A person is introduced once, however often the name comes back."""
    text = (
        "Claire Dumont, une apicultrice de Millau, a lancé la pétition. Claire Dumont, une voisine de la ruche, "
        "a prévenu la mairie."
    )
    assert who(text) == {"Claire Dumont": "une apicultrice de Millau"}


def test_description_stands_where_it_says() -> None:
    text = "La ruche dort.\n\nClaire Dumont, une apicultrice de Millau, a lancé la pétition."
    (fact,) = identity_facts(reading_of(text))
    slot = fact.slots["description"]
    assert text[slot.start : slot.end] == "une apicultrice de Millau"
    assert (slot.type, slot.gender) == ("person", "Fem")
