"""What a stretch of text states as done, and what it denies, supposes, wishes or doubts."""

import pytest
from parses import reading_of, sentence_of

from quizgen.french.modality import is_asserted
from quizgen.french.said import clause_facts, sentence_facts


@pytest.mark.parametrize(
    "text",
    [
        "La tempête a emporté le toit du gymnase.",
        "Les skieurs s'étaient perdus dans le brouillard.",
        "Le refuge que le guide habite est fermé.",
        "Le refuge est plus haut que le village.",
        "Le guide sait que la neige fondra.",
        "Le guide constate que la neige fond.",
        "Le guide affirme que la neige fondra.",
        "Le guide a annoncé que le refuge fermerait en mai.",
    ],
    ids=["plain", "reflexive s'", "relative que", "comparison", "knows", "sees", "says", "announced"],
)
def test_what_is_stated(text: str) -> None:
    assert is_asserted(sentence_of(text).span)


@pytest.mark.parametrize(
    "text",
    [
        "La tempête n'a pas emporté le toit du gymnase.",
        "Aucun skieur n'a quitté le refuge.",
        "Ni le guide ni les skieurs ne quittent le refuge.",
        "Le refuge est resté sans chauffage.",
        "La tempête a peut-être emporté le toit du gymnase.",
        "Le guide est presque arrivé.",
        "Si la neige fond, le refuge rouvrira.",
        "S'il neige, le refuge fermera.",
        "Le guide se demande si la neige fondra.",
        "Le guide refuse de quitter le refuge.",
        "L'avalanche risque d'atteindre le refuge.",
        "Le refuge a failli brûler.",
        "Le guide craint l'avalanche.",
        "La région veut que le refuge rouvre.",
        "Les skieurs attendent que la neige fonde.",
        "Le guide a déclaré que, sans renfort, le refuge fermerait.",
    ],
)
def test_what_is_denied_supposed_wished_or_doubted(text: str) -> None:
    assert not is_asserted(sentence_of(text).span)


def test_only_the_words_given_count() -> None:
    """A denial elsewhere in the sentence does not touch the clause that is asked about."""
    span = sentence_of("La tempête a emporté le toit, mais le gymnase n'a pas brûlé.").span
    comma = next(token for token in span if token.text == ",")
    assert is_asserted(span[: comma.i])
    assert not is_asserted(span[comma.i :])
    assert is_asserted([])


@pytest.mark.parametrize(
    "text", ["La tempête a peut-être emporté le toit du gymnase.", "Le guide a presque réparé le toit du gymnase."]
)
def test_nothing_doubtful_becomes_a_statement(text: str) -> None:
    """Neither the clause nor the whole sentence, nor the other voice."""
    reading = reading_of(text)
    found = {fact.kind for fact in (*clause_facts(reading), *sentence_facts(reading))}
    assert not found & {"assertion", "restated"}
    sure = reading_of(text.replace("peut-être ", "").replace("presque ", ""))
    assert {"assertion", "restated"} <= {fact.kind for fact in (*clause_facts(sure), *sentence_facts(sure))}
