"""Figures that count something."""

import pytest
from parses import reading_of

from quizgen.french.facts import Fact
from quizgen.french.figures import figure_facts


def counted(text: str) -> dict[str, str]:
    """Figure -> what it counts."""
    return {fact.slots["number"].text: fact.slots["noun"].text for fact in figure_facts(reading_of(text))}


def asked(text: str) -> list[str]:
    """What follows « combien de »."""
    return [fact.slots["asked"].text for fact in figure_facts(reading_of(text)) if "asked" in fact.slots]


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("Le musée de la Marine emploie quarante-deux gardiens.", "quarante-deux", "gardiens"),
        ("L'association a distribué plus de 6 500 repas en décembre.", "plus de 6 500", "repas"),
        ("Le parc naturel abrite 140 espèces d'oiseaux.", "140", "espèces d'oiseaux"),
        ("Le club compte environ 400 adhérents.", "environ 400", "adhérents"),
        ("La chorale réunit trente chanteurs amateurs.", "trente", "chanteurs amateurs"),
        ("La réserve reçoit 75\u00a0000 visiteurs.", "75\u00a0000", "visiteurs"),
    ],
)
def test_figure_and_what_it_counts(text: str, figure: str, noun: str) -> None:
    """The words that make it approximate belong to the figure; complements with « de » to the noun."""
    assert counted(text) == {figure: noun}


@pytest.mark.parametrize(
    "text",
    [
        "L'usine a perdu douze millions d'euros et trois ans de travail.",
        "La traversée du glacier dure neuf heures.",
        "Le refuge a coûté 90 000 euros.",
        "Le refuge a ouvert le 12 mars 1954.",
        "La route mesure 12 kilomètres.",
        "Le bus 42 dessert désormais la gare et l'hôpital.",
        "La maison a deux étages et une cave.",
        "Le prix du blé a augmenté de 7,2 % en mars.",
        "Le film raconte la grève de 1908.",
        "Trente ouvriers suffiront-ils ?",
    ],
)
def test_what_is_no_count(text: str) -> None:
    """Measures, money, dates, years, labels, « deux », and questions."""
    assert counted(text) == {}


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Le musée de la Marine emploie quarante-deux gardiens.", "gardiens le musée de la Marine emploie-t-il"),
        ("Dix-sept pompiers ont été blessés pendant l'incendie.", "pompiers ont été blessés pendant l'incendie"),
        ("Selon la préfecture, vingt routes restent fermées.", "routes restent fermées"),
    ],
)
def test_clause_after_how_many(text: str, stem: str) -> None:
    """The subject keeps its order, the object goes first and the clause is inverted."""
    assert asked(text) == [stem]


@pytest.mark.parametrize(
    "text",
    [
        "La mairie n'a pas recruté trente agents.",
        "Il emploie quarante gardiens depuis l'été dernier.",
        "Le directeur souhaite que le musée emploie quarante gardiens.",
        "Si la mairie recrutait trente agents, l'accueil rouvrirait le samedi.",
        "Ses quarante gardiens surveillent le musée.",
    ],
)
def test_figure_that_cannot_be_asked_for(text: str) -> None:
    """Negation, a subject that points elsewhere, a wish, a hypothesis, a figure under another determiner."""
    assert asked(text) == []


def fact(text: str) -> Fact:
    """The only count of a text."""
    (found,) = figure_facts(reading_of(text))
    return found


def test_count_of_its_kind() -> None:
    """A noun that is counted twice in the text is not marked unique."""
    assert "unique" in fact("La compagnie possède soixante-dix bus.").marks
    several = figure_facts(reading_of("La compagnie possède trente bus à Lyon et quarante bus à Paris."))
    assert all("unique" not in each.marks for each in several)


def test_source_is_kept() -> None:
    assert fact("Selon la préfecture, vingt routes restent fermées.").slots["prefix"].text == "Selon la préfecture, "
    heard = fact("Quarante élèves auraient été intoxiqués par le repas.")
    assert heard.slots["prefix"].text == "d'après le texte, "
    assert "hearsay" in heard.marks


def test_figure_stands_where_it_says() -> None:
    text = "Le port dort.\n\nL'association a distribué plus de 6 500 repas en décembre."
    slot = fact(text).slots["number"]
    assert text[slot.start : slot.end] == "plus de 6 500"
