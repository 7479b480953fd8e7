"""Words that mean something only beside the sentence before."""

import pytest
from parses import sentence_of
from spacy.tokens import Span

from quizgen.french.anaphora import bound_inside, dangling
from quizgen.french.clauses import clauses


def words(text: str) -> Span:
    """The words of a sentence."""
    return sentence_of(text).span


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("Il a signé l'accord.", {"il"}),
        ("La mairie les a invités à Lille.", {"les"}),
        ("Cette mairie ferme.", {"cette"}),
        ("Le maire lui a parlé.", {"lui"}),
        ("Nous avons signé l'accord.", {"nous"}),
        ("Le maire a vu son frère.", {"son"}),
        ("Cela inquiète les parents.", {"cela"}),
        ("Le lendemain, la mairie a fermé.", {"lendemain"}),
        ("Celui-ci a signé l'accord.", {"celui-ci"}),
        ("Le maire en a parlé.", {"en"}),
    ],
)
def test_word_that_points_outside(text: str, pointing: set[str]) -> None:
    assert pointing <= dangling(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "La mairie a signé l'accord.",
        "Il y a trois ponts à Lyon.",
        "Il faut trois ans de travaux.",
        "Les parents qui ont signé l'accord attendent.",
        "Ceux qui ont signé l'accord attendent.",
        "Le train est arrivé en gare.",
        "La mairie de Lyon, dont le toit fuit, ferme.",
    ],
)
def test_nothing_points_outside(text: str) -> None:
    """Impersonal and relative pronouns, « ceux qui » and the preposition « en » need nobody."""
    assert dangling(words(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Hier, la mairie a fermé.",
        "La mairie fermera la semaine prochaine.",
        "Le musée ouvrira demain.",
        "La tour a été restaurée l'an dernier.",
    ],
)
def test_deictic(text: str) -> None:
    assert "deictic" in dangling(words(text))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Le maire a vu son frère.", True),
        ("Les maires ont vu leur ministre.", True),
        ("Le maire a vu leur ministre.", False),
        ("Le maire sait qu'il perdra.", True),
        ("Le maire sait qu'elle perdra.", False),
    ],
)
def test_noun_that_binds(text: str, bound: bool) -> None:
    """A possessive or a pronoun that agrees with the subject is taken to mean it."""
    (clause,) = clauses(words(text))
    assert (dangling(clause.doc[clause.group_start : clause.end], clause.subject_head) == set()) is bound


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Le zoo de Mulhouse a présenté ses deux lynx au public.", True),
        ("Il a présenté ses deux lynx au public.", False),
        ("Les parents disent qu'ils ont peur.", True),
        ("Le maire a reçu la lettre, mais il l'a perdue.", False),
        ("Ses deux lynx sont nés au zoo de Mulhouse.", False),
        ("Hier, le zoo a présenté deux lynx.", False),
        ("Le zoo présente deux lynx.", True),
    ],
)
def test_sentence_that_can_be_read_alone(text: str, alone: bool) -> None:
    assert bound_inside(words(text)) is alone
