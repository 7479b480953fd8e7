from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.french.elision import elide, elides, join, strip_preposition

ELIDING = """
    arbre école île œuvre Écosse aujourd'hui y yeux Yvelines ONU API IA UE OpenAI homme héroïne histoire huître huile
    hier haleine harmonie hameçon humidité habitude hôpital Hôpital Haïti Hélène Himalaya Hollywood Hercule Hexagone HEC
    iPhone État héroïque hebdomadaire heure heureux hommage horreur «artistes
"""
WHOLE = """
    studio onze onzième onzièmes oui ouistiti uhlan ululer yaourt yacht yéti Yémen Yougoslavie yoga NASA SNCF HTML FMI
    héros haricot haine haïr hais hasard hauteur haut handicap Hongrie hongrois Hollande Hambourg Honduras huit huitième
    hibou héron hérisson honte hors hockey hamster hache haie halte hanche harceler hausse hâte halètement hiérarchie
    homard hurler hussard hutte hyundai Huawei Hezbollah Hamas 11 1 8 80 IVe Ier XIe week-end
"""


@pytest.mark.parametrize("word", ELIDING.split())
def test_elides(word: str) -> None:
    assert elides(word)


@pytest.mark.parametrize("word", WHOLE.split())
def test_stays_whole(word: str) -> None:
    assert not elides(word)


@pytest.mark.parametrize("text", ["", " ", "…", "«", "?", "’"])
def test_nothing_to_elide_before(text: str) -> None:
    assert not elides(text)


@pytest.mark.parametrize(
    ("word", "following", "expected"),
    [
        ("le", "outil", "l'"),
        ("La", "IA", "L'"),
        ("de", "OpenAI", "d'"),
        ("de", "Hongrie", "de"),
        ("que", "il", "qu'"),
        ("parce que", "elle", "parce qu'"),
        ("jusque", "à", "jusqu'"),
        ("lorsque", "on", "lorsqu'"),
        ("puisque", "elles", "puisqu'"),
        ("quoique", "il", "quoiqu'"),
        ("je", "ai", "j'"),
        ("ne", "y", "n'"),
        ("si", "il", "s'"),
        ("si", "ils", "s'"),
        ("si", "elle", "si"),
        ("si", "Igor", "si"),
        ("ce", "est", "c'"),
        ("ce", "était", "c'"),
        ("ce", "a", "ç'"),
        ("ce", "arbre", "ce"),
        ("quelque", "un", "quelqu'"),
        ("quelque", "artiste", "quelque"),
        ("qui", "est", "qui"),
        ("tu", "as", "tu"),
        ("le", "onze", "le"),
        ("la", "yeuse", "l'"),
    ],
)
def test_elide(word: str, following: str, expected: str) -> None:
    assert elide(word, following) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("de", "le", "studio"), "du studio"),
        (("de", "le", "arbre"), "de l'arbre"),
        (("de", "le", "hêtre"), "du hêtre"),
        (("de", "les artistes"), "des artistes"),
        (("à", "le cinéma"), "au cinéma"),
        (("à", "les États-Unis"), "aux États-Unis"),
        (("à", "la fin"), "à la fin"),
        (("à", "lequel"), "auquel"),
        (("de", "lesquelles", "parle-t-il"), "desquelles parle-t-il"),
        (("jusque", "à", "le matin"), "jusqu'au matin"),
        (("grâce à", "les dons"), "grâce aux dons"),
        (("À", "les côtés de", "Anne"), "Aux côtés d'Anne"),
        (("de", "Le Havre"), "du Havre"),
        (("de", "Le Pen"), "de Le Pen"),
        (("beaucoup de", "des artistes"), "beaucoup d'artistes"),
        (("manquer de", "de la farine"), "manquer de farine"),
        (("parler de", "d'autres films"), "parler d'autres films"),
        (("les mémoires de", "de Gaulle"), "les mémoires de de Gaulle"),
        (("pourquoi est-ce que", "Anne", "part"), "pourquoi est-ce qu'Anne part"),
        (("l’idée de", "Elon Musk"), "l’idée d’Elon Musk"),
        (("le groupe", ", dit-on"), "le groupe, dit-on"),
        (("", "le", "", "groupe"), "le groupe"),
        ((), ""),
    ],
)
def test_join(parts: tuple[str, ...], expected: str) -> None:
    assert join(*parts) == expected


def test_join_leaves_pronouns_alone() -> None:
    assert join("de", "le", "voir", contract=False) == "de le voir"
    assert join("ne", "le", "a", contract=False) == "ne l'a"


ARTICLES = {"le", "les"}


@given(st.lists(st.sampled_from(["de", "le", "arbre", "à", "les", "homme", "héros", "que", "il"]), max_size=6))
def test_join_never_leaves_a_hiatus(parts: list[str]) -> None:
    """Of any words whose articles have a noun: « le le » is nobody's."""
    assume(not any({a, b} <= ARTICLES for a, b in pairwise(parts)))
    text = join(*parts)
    assert "  " not in text
    for gap in ("de arbre", "le arbre", "le homme", "que il", "que arbre", "de le ", "à les "):
        assert f" {gap}" not in f" {text}"


@pytest.mark.parametrize(
    ("text", "preposition", "expected"),
    [
        ("du studio", "de", "le studio"),
        ("Du studio", "de", "le studio"),
        ("des artistes", "de", "les artistes"),
        ("de la ville", "de", "la ville"),
        ("de l’outil", "de", "l’outil"),
        ("d'artistes", "de", "artistes"),
        ("d’artistes", "de", "artistes"),
        ("duquel", "de", "lequel"),
        ("aux artistes", "à", "les artistes"),
        ("au roi", "à", "le roi"),
        ("à Paris", "à", "Paris"),
        ("jusqu’au matin", "jusqu'à", "le matin"),
        ("à cause du froid", "à cause de", "le froid"),
        ("en raison d'un incendie", "en raison de", "un incendie"),
        ("grâce à l'IA", "grâce à", "l'IA"),
        ("pour lui", "pour", "lui"),
        ("demain", "de", None),
        ("auteur", "à", None),
        ("du", "de", None),
        ("pour", "pour", None),
        ("aux artistes", "de", None),
    ],
)
def test_strip_preposition(text: str, preposition: str, expected: str | None) -> None:
    assert strip_preposition(text, preposition) == expected


@given(st.sampled_from(["le studio", "les artistes", "la ville", "l'outil", "Paris"]), st.sampled_from(["de", "à"]))
def test_strip_undoes_join(phrase: str, preposition: str) -> None:
    assert strip_preposition(join(preposition, phrase), preposition) == phrase
