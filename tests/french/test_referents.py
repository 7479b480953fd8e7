"""Whom « il » and « elle » are, over a whole text, or that it cannot be known."""

import pytest
from parses import reading_of

FISHING = "Yves Kerdal répare son filet sur le quai."
SISTERS = "Claire Jourdan dirige un collège à Nantes."


def who(text: str) -> list[str]:
    """What the subjects that point back stand for, in the order of the text."""
    return [found.text or found.span.text for _, found in sorted(reading_of(text).antecedents.items())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FISHING} Il partira demain à l'aube.", ["Yves Kerdal"]),
        (f"{FISHING} Le vent se lève. Il sourit.", ["Yves Kerdal"]),
        (f"{FISHING} Il chante. Il rit.", ["Yves Kerdal", "Yves Kerdal"]),
        ("Le phare éclaire la baie depuis un siècle. Il a été construit par des bagnards.", ["Le phare"]),
        ("Les syndicats ont quitté la réunion. Ils réclament une prime.", ["Les syndicats"]),
        (f"{SISTERS} Elle a recruté trois professeurs.", ["Claire Jourdan"]),
        (f"{FISHING} Le jeune homme a refusé toute aide.", ["Yves Kerdal"]),
        (f"{FISHING} Son père l'attend.", ["le père d'Yves Kerdal"]),
    ],
    ids=["person", "over a thing", "chain", "thing", "several", "woman", "called again", "owned"],
)
def test_only_one_can_be_meant(text: str, found: list[str]) -> None:
    """The person or the thing that the sentence before was about, or the one person of the scene."""
    assert who(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Yves Kerdal a rencontré Paul Morvan sur le quai. Il partira demain à l'aube.",
        "Le pêcheur parle à son frère. Il partira demain.",
        "La toile représente un port. Elle s'habillait en homme.",
        "Le patron a lu le rapport. « Le rapport a déçu tout le monde. » Il faut attendre.",
        "Un cousin d'Yves Kerdal répare le filet. Il existe trois sortes de filets.",
        "La voiture a heurté la barrière. Elle a été détruite.",
        "Paul et Yves entrent dans la salle. Les rideaux sont rouges. Ils sourient.",
    ],
    ids=["two men", "a brother", "a thing with a person's deed", "nobody", "there are", "two things", "people unnamed"],
)
def test_two_may_be_meant(text: str) -> None:
    """Where a second one agrees, or nobody is meant, the pronoun stands for none."""
    assert who(text) == []


def test_a_question_names_whom_the_pronoun_stands_for() -> None:
    """The clause of a pronoun is told with the name, and shows where the name was given."""
    reading = reading_of(f"{FISHING} Il partira demain à l'aube.")
    clause = reading.clauses[-1][0]
    assert clause.named.text == "Yves Kerdal"
    assert clause.antecedent is not None
    assert reading.text[slice(*clause.antecedent.told)] == FISHING
