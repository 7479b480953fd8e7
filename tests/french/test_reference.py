"""What « cette décision » and « ils » take up, or that it cannot be known."""

import pytest
from parses import reading_of

from quizgen.french.facts import Fact
from quizgen.french.reference import reference_facts


def found(text: str, kind: str) -> list[Fact]:
    """The facts of a kind that a text gives."""
    return [fact for fact in reference_facts(reading_of(text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "phrase", "deed"),
    [
        (
            "Le club de Grenoble a vendu son meilleur gardien. Ce choix a étonné les supporters.",
            "ce choix",
            "le club de Grenoble a vendu son meilleur gardien",
        ),
        (
            "La directrice a fermé la cantine. Cette décision inquiète les parents.",
            "cette décision",
            "la directrice a fermé la cantine",
        ),
        (
            "La directrice a fermé la cantine en mai, malgré la pluie. Un lieu de fête. Cette décision inquiète.",
            "cette décision",
            "la directrice a fermé la cantine en mai",
        ),
    ],
)
def test_deed_that_a_noun_takes_up(text: str, phrase: str, deed: str) -> None:
    """The deed of the sentence before, with its full subject; a fragment between them is passed over."""
    (fact,) = found(text, "takeup")
    assert fact.slots["phrase"].text == phrase
    assert fact.slots["deed"].text.startswith(deed)
    assert [text[start:end].split()[0] for start, end in fact.spans] == [
        deed.split()[0].capitalize(),
        phrase.split()[0].capitalize(),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "La directrice n'a pas fermé la cantine. Cette décision rassure les parents.",
        "La directrice a fermé la cantine. Cette cantine servait deux cents repas.",
        "Elle a fermé la cantine. Cette décision inquiète les parents.",
        "La directrice a fermé la cantine.\n\nCette décision inquiète les parents.",
        "La directrice fermera-t-elle la cantine ? Cette décision inquiète les parents.",
        "La directrice aurait fermé la cantine. Cette décision inquiète les parents.",
        "La région a supprimé trois lignes et l'État a fermé la gare. Cette décision inquiète les lycéens.",
        "La cantine est trop petite. Cette décision inquiète les parents.",
        "Le mur du théâtre s'est effondré. Cette décision serait due à un désaccord.",
        "Cette décision inquiète les parents.",
    ],
    ids=[
        "denied",
        "plain noun",
        "pronoun",
        "other paragraph",
        "question",
        "hearsay",
        "two deeds",
        "state",
        "no one acts",
        "nothing before",
    ],
)
def test_nothing_is_taken_up_by_guess(text: str) -> None:
    assert found(text, "takeup") == []


@pytest.mark.parametrize(
    ("text", "asked", "reserve", "cause"),
    [
        (
            "La chanteuse Lina Morel a annulé sa tournée en Asie. Cette décision serait due à des douleurs au dos.",
            "annulé sa tournée en Asie",
            "ce serait à cause",
            "de douleurs au dos",
        ),
        (
            "La styliste Inès Kerr a fermé sa boutique de Lyon. Cette fermeture est due à la hausse des loyers.",
            "Inès Kerr a-t-elle fermé sa boutique de Lyon",
            "à cause",
            "de la hausse des loyers",
        ),
    ],
)
def test_cause_in_the_next_sentence(text: str, asked: str, reserve: str, cause: str) -> None:
    """The deed is asked about, the cause answers, and a conditional keeps its reserve."""
    (fact,) = found(text, "takeup_cause")
    assert fact.slots["asked"].text.endswith(asked)
    assert fact.slots["reserve"].text == reserve
    assert fact.slots["caused"].text == cause
    assert ("hearsay" in fact.marks) is reserve.startswith("ce serait")
    answer = fact.slots["answer"]
    assert text[answer.start : answer.end] == answer.text


def test_no_cause_where_none_is_said() -> None:
    text = "Lina Morel a annulé sa tournée en Asie. Cette décision a surpris ses admirateurs."
    assert found(text, "takeup")
    assert found(text, "takeup_cause") == []


@pytest.mark.parametrize(
    ("text", "antecedent"),
    [
        (
            "Les apiculteurs ont manifesté devant la préfecture. Ils demandent l'interdiction du pesticide.",
            "les apiculteurs",
        ),
        ("La pianiste a joué devant trois mille personnes. Elle repart demain pour Oslo.", "la pianiste"),
        ("La pianiste jouera-t-elle ce soir ? Elle repart demain pour Oslo.", "la pianiste"),
    ],
)
def test_pronoun_and_its_noun(text: str, antecedent: str) -> None:
    (fact,) = found(text, "pronoun")
    slot = fact.slots["antecedent"]
    assert slot.text == antecedent
    assert text[slot.start : slot.end].lower() == antecedent


@pytest.mark.parametrize(
    "text",
    [
        "Les apiculteurs ont rencontré les députés. Ils demandent l'interdiction du pesticide.",
        "Le directeur a reçu le pianiste. Il repart demain pour Oslo.",
        "Le pianiste a salué le public. Elle repart demain pour Oslo.",
        "Le chantier a commencé au printemps. Il faudra trois ans pour le finir.",
        "Les apiculteurs ont manifesté.\n\nIls demandent l'interdiction du pesticide.",
    ],
    ids=["two plurals", "two men", "no woman", "impersonal", "other paragraph"],
)
def test_no_noun_is_guessed(text: str) -> None:
    assert found(text, "pronoun") == []
