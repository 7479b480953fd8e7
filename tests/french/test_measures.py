"""What is measured of a text, on recorded parses."""

import pytest
from parses import reading_of
from samples import EASY, HARD

from quizgen.french.frequency import RAREST, zipf
from quizgen.french.measures import Measures, ease, measure


def measured(text: str) -> Measures:
    """The measures of `text`."""
    found = measure(reading_of(text))
    assert found is not None
    return found


def test_frequency_of_a_word_or_of_its_lemma() -> None:
    """The more frequent of the two; what is in no band is as rare as can be; either apostrophe will do."""
    assert zipf("le") > zipf("maison") > zipf("quenouille")
    assert zipf("quenouille") == RAREST
    assert zipf("accoururent", "accourir") == max(zipf("accoururent"), zipf("accourir"))
    assert zipf("aujourd’hui") == zipf("Aujourd'hui") > RAREST


def test_ease_by_the_formula_of_kandel_and_moles() -> None:
    assert ease(100, 10, 150) == pytest.approx(207 - 10.15 - 110.4)


def test_easy_text() -> None:
    """Twenty words in five sentences, none rare, nothing but the present."""
    found = measured(EASY)
    assert (found.words, found.sentence) == (20, 4)
    assert (found.rare, found.rarest, found.tenses, found.subordinates) == (0, (), {}, 0)
    assert found.ease > 90


def test_hard_text() -> None:
    """Long sentences, rare words the rarest first, tenses of books, a subordinate clause in another."""
    found = measured(HARD)
    assert found.sentence > 10
    assert found.rare > 0.3
    assert "quenouilles" in found.rarest
    assert found.tenses["passé simple"] >= 1
    assert found.tenses["subjonctif imparfait"] == 2
    assert found.subordinates >= 1
    assert found.ease < measured(EASY).ease


def test_names_and_figures_are_no_words_to_know() -> None:
    """A name is not rare, a number is not a word."""
    found = measured("Le 3 mars 1987, Bartholomé Quenouille est venu à Vernoux.")
    assert not {"bartholomé", "quenouille", "vernoux"} & set(found.rarest)
    assert found.words == 8


def test_a_heading_is_not_measured() -> None:
    assert measure(reading_of("Un titre sans point")) is None
