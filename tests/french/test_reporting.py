import pytest

from quizgen.french.reporting import _tables, _verbs, is_reporting, reporting, source_markers


@pytest.mark.parametrize(
    "lemma",
    [
        "déclarer",
        "affirmer",
        "expliquer",
        "prévenir",
        "répondre",
        "ajouter",
        "Dire",
        "exclamer",
        "poursuivre",
        "croire",
    ],
)
def test_verbs_of_saying(lemma: str) -> None:
    assert is_reporting(lemma)


@pytest.mark.parametrize("lemma", ["manger", "suspendre", "être", "avoir", "faire", "", "venir"])
def test_other_verbs(lemma: str) -> None:
    assert not is_reporting(lemma)
    assert reporting(lemma) is None


@pytest.mark.parametrize(
    ("lemma", "direct", "factual", "only_quoting", "ask"),
    [
        ("déclarer", True, False, False, "déclarer"),
        ("annoncer", True, True, False, "annoncer"),
        ("révéler", True, True, False, "révéler"),
        ("souligner", True, True, False, "souligner"),
        ("prétendre", False, False, False, "prétendre"),
        ("lancer", True, False, True, "déclarer"),
        ("rétorquer", True, False, False, "répondre"),
    ],
)
def test_traits(lemma: str, direct: bool, factual: bool, only_quoting: bool, ask: str) -> None:
    found = reporting(lemma)
    assert found is not None
    assert (found.direct, found.factual, found.only_quoting, found.ask) == (direct, factual, only_quoting, ask)


def test_table_is_sound() -> None:
    tables = _tables()
    for name in ("direct", "fact", "indirect", "quote"):
        assert len(tables[name]["verbs"]) == len(set(tables[name]["verbs"]))
    assert all(is_reporting(lemma) for asked, lemmas in tables["ask"].items() for lemma in [asked, *lemmas])
    assert all(found.direct for found in _verbs().values() if found.only_quoting)
    assert not set(tables["direct"]["verbs"]) & set(tables["indirect"]["verbs"])


def test_sources() -> None:
    assert {"selon", "d'après", "de l'avis de", "aux yeux de"} <= set(source_markers())
    assert "pour" not in source_markers()
    assert "pour" in source_markers(weak=True)
