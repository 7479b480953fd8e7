"""Statements to judge: true to the letter, or false by one change."""

import re
from collections.abc import Iterable

import pytest
from parses import reading_of

from quizgen.askers.statements import statement_facts
from quizgen.french.facts import Fact, Slot
from quizgen.french.reading import Reading
from quizgen.french.understand import facts

NAMES = "Camille Rousseau a gagné l'étape de montagne. Le lendemain, Julien Fabre a pris le maillot jaune."


def statements(text: str, seed: int = 0, article: str | None = None, **slots: str) -> list[tuple[str, str, object]]:
    """What is made of one asserted sentence, of a past deed where it says « a »: change, statement, verdict."""
    given = {"assertion": text, "prefix": "", "subject": "", **slots}
    marks = frozenset({"past"} if " a " in text else ())
    told = Fact("assertion", {name: Slot(words) for name, words in given.items()}, ((0, len(text)),), 0.9, marks)
    found = statement_facts(Reading(article or text, (), ()), (told,), seed)
    return [("".join(fact.marks - told.marks), fact.slots["assertion"].text, fact.value) for fact in found]


def everywhere(text: str, seeds: Iterable[int] = range(20), **slots: str) -> list[tuple[str, str, object]]:
    """Change, statement and verdict with many seeds."""
    return [told for seed in seeds for told in statements(text, seed, **slots)]


@pytest.mark.parametrize(
    "text",
    [
        "Le prix du blé a augmenté de 7,2 % au mois de mars",
        "Le nouveau stade peut accueillir 18 000 spectateurs",
        "L'usine de Brest a fermé ses portes en 2014",
    ],
)
def test_statement_is_never_the_text_to_the_letter(text: str) -> None:
    """What is judged is said otherwise or with one change; one statement is never both true and false."""
    found = everywhere(text)
    assert found
    assert text not in {told for _, told, _ in found}
    verdicts = {(told, verdict) for _, told, verdict in found}
    assert len(verdicts) == len({told for told, _ in verdicts})


@pytest.mark.parametrize("text", ["Le chat dort", "Le " + "très " * 32 + "long chat dort dans la cour"])
def test_too_short_or_too_long_to_be_judged(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Le nouveau stade peut accueillir 18 000 spectateurs", "18 000"),
        ("Le blé a augmenté de 7,2 % en mars", "7,2"),
        ("Le village compte désormais 340 habitants en hiver", "340"),
    ],
)
def test_figure_changes_and_nothing_else(text: str, figure: str) -> None:
    changed = [told for how, told, _ in everywhere(text) if how == "figure"]
    assert changed
    before, after = text.split(figure)
    for told in changed:
        assert told.startswith(before)
        assert told.endswith(after)
        assert told[len(before) : len(told) - len(after)] != figure


@pytest.mark.parametrize(
    "text",
    [
        "Le stade accueille 18 000 spectateurs et 400 journalistes",
        "Le musée de la ville a rouvert en 1998 après travaux",
        "Le taux de réussite a atteint 100 % dans ce lycée",
        "Le maire a inauguré le stade le 14 juillet",
        "Le tribunal applique l'article 12 de la loi",
        "Le gardien du phare dort dans la tour du port",
    ],
)
def test_no_figure_to_change(text: str) -> None:
    """Two figures, a year, a whole, a date, a label: nothing to change safely."""
    assert not [told for how, told, _ in everywhere(text) if how == "figure"]


def test_year_goes_back_to_one_that_the_article_does_not_name() -> None:
    text = "Le pont suspendu a été construit en 1932 par des ouvriers italiens"
    article = text + ", puis repeint en 1925 et en 1927."
    found = {told for seed in range(40) for how, told, _ in statements(text, seed, article) if how == "year"}
    years = {int(year) for told in found for year in re.findall(r"\d{4}", told)}
    assert len(years) > 3
    assert years <= set(range(1920, 1931)) - {1925, 1927}
    two = statements("Le pont a été construit entre 1932 et 1936 par des ouvriers")
    assert "year" not in [how for how, _, _ in two]


def test_statement_stands_on_the_sentence_it_is_about() -> None:
    """Every statement keeps the spans of the fact that it says or changes."""
    reading = reading_of(NAMES)
    for fact in statement_facts(reading, facts(reading)):
        start, end = fact.spans[0]
        words = set(re.findall(r"\w{5,}", fact.slots["assertion"].text.lower()))
        assert words & set(re.findall(r"\w{5,}", reading.text[start:end].lower()))


def test_seed_decides() -> None:
    text = "Le nouveau stade peut accueillir 18 000 spectateurs"
    assert everywhere(text) == everywhere(text)
    assert len({told for how, told, _ in everywhere(text) if how == "figure"}) > 1
