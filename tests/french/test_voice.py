"""The same deed in the other voice: auxiliary, agreement, and what is not moved."""

import pytest
from parses import reading_of

from quizgen.french.said import clause_facts


def restated(text: str) -> list[tuple[str, str, str]]:
    """What stands before the doer, the doer, and what follows, for each deed said in the other voice."""
    return [
        (fact.slots["before"].text, fact.slots["doer"].text, fact.slots["after"].text)
        for fact in clause_facts(reading_of(text))
        if fact.kind == "restated"
    ]


@pytest.mark.parametrize(
    ("text", "before", "doer"),
    [
        ("Claire Dumont a dessiné les plans du pont.", "les plans du pont ont été dessinés par ", "Claire Dumont"),
        ("Claire Dumont avait dessiné le pont.", "le pont avait été dessiné par ", "Claire Dumont"),
        (
            "Les élèves de Sète auront repeint la façade du gymnase.",
            "la façade du gymnase aura été repeinte par ",
            "les élèves de Sète",
        ),
        (
            "L'orage a détruit les serres du maraîcher.",
            "les serres du maraîcher ont été détruites par ",
            "l'orage",
        ),
        (
            "Le président a dissous l'Assemblée nationale.",
            "l'Assemblée nationale a été dissoute par ",
            "le président",
        ),
        (
            "La commune de Sète aurait acheté la caserne.",
            "la caserne aurait été achetée par ",
            "la commune de Sète",
        ),
    ],
    ids=["plural", "pluperfect", "future, feminine", "feminine plural", "irregular participle", "conditional"],
)
def test_active_becomes_passive(text: str, before: str, doer: str) -> None:
    """The auxiliary keeps its tense and takes the object's number, the participle its gender and number too."""
    assert restated(text) == [(before, doer, "")]


@pytest.mark.parametrize(
    ("text", "doer", "after"),
    [
        (
            "La façade du gymnase a été repeinte par les élèves de Sète.",
            "les élèves de Sète",
            " ont repeint la façade du gymnase",
        ),
        (
            "Les plans du pont avaient été dessinés par Claire Dumont.",
            "Claire Dumont",
            " avait dessiné les plans du pont",
        ),
        (
            "La commune de Sète a été surprise par la tempête.",
            "la tempête",
            " a surpris la commune de Sète",
        ),
    ],
)
def test_passive_becomes_active(text: str, doer: str, after: str) -> None:
    """The auxiliary takes the doer's number, the participle loses its agreement."""
    assert restated(text) == [("", doer, after)]


@pytest.mark.parametrize(
    "text",
    [
        "La commune de Sète achète la caserne.",
        "La commune de Sète n'a pas acheté la caserne.",
        "La commune de Sète a peut-être acheté la caserne.",
        "La commune de Sète a déjà acheté la caserne.",
        "La commune de Sète a acheté la caserne en mai.",
        "La commune de Sète a acheté la caserne et le gymnase.",
        "La commune de Sète a acheté la caserne avec le gymnase.",
        "La commune de Sète a acheté la caserne, le gymnase, le stade.",
        "La commune de Sète a attendu trois ans.",
        "La commune de Sète a acheté sa caserne.",
        "La commune de Sète l'a achetée.",
        "Elle a acheté la caserne.",
        "La commune de Sète a fait l'objet d'une enquête.",
        "Le gymnase a été repeint hier par les élèves.",
        "Le gymnase a été repeint par les élèves et leurs parents.",
        "Le gymnase a été repeint en mai.",
    ],
    ids=[
        "simple tense",
        "denied",
        "doubted",
        "adverb inside",
        "object not last",
        "two objects",
        "object with company",
        "list",
        "duration",
        "possessive",
        "pronoun object",
        "pronoun subject",
        "light verb",
        "agent not beside the verb",
        "two agents",
        "no agent",
    ],
)
def test_what_is_not_turned(text: str) -> None:
    assert restated(text) == []


def test_no_participle_agrees_by_guess() -> None:
    """The tagger may see no noun in « caserne » there, hence no gender: then nothing is said rather than a fault."""
    made = restated("La commune de Sète a acheté une ancienne caserne.")
    assert made in ([], [("une ancienne caserne a été achetée par ", "la commune de Sète", "")])
