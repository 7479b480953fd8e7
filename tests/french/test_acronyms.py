"""Acronyms and what they stand for."""

import pytest

from quizgen.french.acronyms import initials, stands_for


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("COV", "Confédération des ouvriers du verre", True),
        ("Cnil", "Commission nationale de l'informatique et des libertés", True),
        ("SEVR", "Syndicat des eaux du Val-Rouge", True),
        ("ONU", "Organisation des Nations unies", True),
        ("EN", "École normale", True),
        ("COV", "Comité des ouvriers", False),
        ("ESA", "Agence spatiale européenne", False),
        ("Cov", "Covoiturage", False),
    ],
)
def test_acronym_has_the_initials_of_the_name(short: str, long: str, same: bool) -> None:
    assert stands_for(short, long) is same


def test_joining_words_have_no_initial() -> None:
    assert initials("Syndicat des eaux du Val-Rouge") == "SEVR"
