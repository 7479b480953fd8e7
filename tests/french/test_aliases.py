"""Which names are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.french.aliases import Name, joined

KINDS = ("person", "institution", "place", "name", "")


def together(*names: tuple[str, str]) -> dict[str, str]:
    """What each name, given with its type in the order of the text, is short for; itself left out."""
    full = joined([Name(text, kind, first) for first, (text, kind) in enumerate(names)])
    return {text: other for text, other in full.items() if text != other}


@pytest.mark.parametrize(
    ("names", "joins"),
    [
        ([("Tyler Perry", "person"), ("Perry", "institution")], {"Perry": "Tyler Perry"}),
        ([("Clara Monferrand", "person"), ("Clara", "person")], {"Clara": "Clara Monferrand"}),
        ([("Jacques Despuech", "person"), ("J. Despuech", "person")], {"J. Despuech": "Jacques Despuech"}),
        ([("Yann Le Goff", "person"), ("Le Goff", "person")], {"Le Goff": "Yann Le Goff"}),
        ([("Comité des veuves", "institution"), ("CV", "institution")], {"CV": "Comité des veuves"}),
        ([("Académie des sciences", "institution"), ("Académie", "")], {"Académie": "Académie des sciences"}),
        ([("FC Montbrac", "institution"), ("Montbrac", "person")], {"Montbrac": "FC Montbrac"}),
        ([("LUMINEX", "name"), ("Luminex", "institution")], {"LUMINEX": "Luminex"}),
    ],
)
def test_short_name_joins_the_full_one(names: list[tuple[str, str]], joins: dict[str, str]) -> None:
    assert together(*names) == joins


@pytest.mark.parametrize(
    "names",
    [
        [("Jean Roy", "person"), ("Anne Roy", "person"), ("Roy", "person")],
        [("Aliénor d'Aquitaine", "person"), ("Aquitaine", "place")],
        [("Union sportive de Castelnoir", "institution"), ("Castelnoir", "place")],
        [("FC Montbrac", "institution"), ("Montbrac", "place")],
        [("Lyon", "place"), ("Lille", "place")],
        [("Perry", "person"), ("J.", "person")],
    ],
    ids=[
        "two of one surname",
        "a province",
        "the club's town",
        "the town of that name",
        "nothing shared",
        "an initial alone",
    ],
)
def test_names_that_stay_apart(names: list[tuple[str, str]]) -> None:
    assert together(*names) == {}


def test_surname_is_of_the_one_known_when_it_comes() -> None:
    """« Fresnoy » before the daughter comes in is the father."""
    names = [("Augustin Fresnoy", "person"), ("Fresnoy", "person"), ("Marie Fresnoy", "person")]
    assert together(*names) == {"Fresnoy": "Augustin Fresnoy"}


def test_title_tells_two_of_one_surname_apart() -> None:
    people = [Name("Jean Roy", "person", 0, "Masc"), Name("Anne Roy", "person", 1, "Fem")]
    assert joined([*people, Name("Roy", "person", 2, "Fem")])["Roy"] == "Anne Roy"


@given(st.lists(st.tuples(st.sampled_from("Roy Jean.Roy Anne.Roy FC.Roy ROY".split()), st.sampled_from(KINDS))))
def test_every_name_ends_at_one_that_is_its_own(names: list[tuple[str, str]]) -> None:
    found = joined([Name(text.replace(".", " "), kind, i) for i, (text, kind) in enumerate(dict(names).items())])
    assert all(found[full] == full for full in found.values())
