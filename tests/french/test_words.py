"""Words that are one for a grader: by sound, by stem, by family, by sense; and those that are contraries."""

import pytest

from quizgen.french.equivalents import contraries, equivalents, interchangeable
from quizgen.french.sound import folded, sounds
from quizgen.french.stemming import kin, roots


@pytest.mark.parametrize(
    ("a", "b"),
    [("phénicienne", "fénicienne"), ("plateaux", "plato"), ("graisse", "grèsse"), ("feuille", "feuye"), ("banc", "ban"),
     ("accusé", "acuser"), ("faim", "fin"), ("digère", "dijer")],
)  # fmt: skip
def test_heard_alike(a: str, b: str) -> None:
    assert sounds(a) & sounds(b)


@pytest.mark.parametrize(("a", "b"), [("pont", "port"), ("vendre", "rendre"), ("mairie", "marin"), ("eau", "air")])
def test_heard_apart(a: str, b: str) -> None:
    assert not sounds(a) & sounds(b)


def test_inflection_and_derivation() -> None:
    """Irregular forms by their infinitive, regular ones by their stem, nouns by their verb's family."""
    assert roots("prises") & roots("prendre")
    assert roots("eurent") & roots("avoir")
    assert roots("fermées") & roots("fermer")
    assert kin("divulguer") & kin("divulgation")
    assert not kin("divulguer") & kin("fermer")


def test_equivalents_read_both_ways_and_phrases_whole() -> None:
    assert frozenset(["kidnapp"]) in equivalents("enlevée")
    assert frozenset(["enlev"]) in equivalents("kidnapper")
    assert any(len(phrase) > 1 for phrase in equivalents("publier"))


def test_contraries_by_side_and_by_pair() -> None:
    assert contraries("augmente") & roots("baisser")
    assert contraries("frère") & roots("sœur")
    assert not contraries("augmente") & roots("monter")


def test_interchangeable_lemmas() -> None:
    assert interchangeable("enlever", "kidnapper")
    assert not interchangeable("enlever", "planter")


def test_folded() -> None:
    assert folded("Cœur d’Élève") == "coeur d’eleve"
