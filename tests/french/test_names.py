"""The names of an article: one label a name, and which may be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import reading_of, vocabulary
from spacy.tokens import Doc
from tagged import tagged

from quizgen.french.names import consistent, entities, may_be_same, settle

NAMES = (
    "Tyler Perry",
    "Perry",
    "Nadia Ferrand",
    "OpenAI",
    "la Cour des comptes",
    "Organisation des Nations unies",
    "ONU",
)


def document(words: str, *ents: str, verb: str = "dire") -> Doc:
    """« X dit Y … »: the first word is the subject of the verb, names are proper nouns, `ents` the BIO tags."""
    tokens = words.split()
    verbs = [index for index, word in enumerate(tokens) if word in ("dit", "dort")]
    root = verbs[0]
    return Doc(
        vocabulary(),
        words=tokens,
        ents=list(ents),
        heads=[root] * len(tokens),
        lemmas=[verb if index == root else word for index, word in enumerate(tokens)],
        pos=[
            "VERB" if index == root else "PROPN" if word[0].isupper() else "NOUN" for index, word in enumerate(tokens)
        ],
        deps=["ROOT" if index == root else "nsubj" if index < root else "obj" for index in range(len(tokens))],
    )


def labels(*docs: Doc) -> list[list[tuple[str, str]]]:
    """Name and label of every entity once settled, document by document."""
    settle(docs)
    return [[(each.text, each.label_) for each in doc.ents] for doc in docs]


def test_majority_decides_a_label() -> None:
    """A name labelled twice one way and once another gets the first everywhere."""
    docs = [document("Dupuis dort bien", "B-PER", "O", "O", verb="dormir") for _ in range(2)]
    assert labels(*docs, document("Dupuis dort mal", "B-LOC", "O", "O", verb="dormir")) == [[("Dupuis", "PER")]] * 3


def test_label_is_carried_to_mentions_without_one() -> None:
    docs = (
        document("Dupuis dort bien", "B-PER", "O", "O", verb="dormir"),
        document("Dupuis dort", "O", "O", verb="dormir"),
    )
    assert labels(*docs)[1] == [("Dupuis", "PER")]


def test_name_that_speaks_is_no_place() -> None:
    """What says something is a person or an institution, whatever the label or the lack of one."""
    assert labels(document("Presselibre dit non", "B-LOC", "O", "O")) == [[("Presselibre", "ORG")]]
    assert labels(document("Presselibre dit non", "O", "O", "O")) == [[("Presselibre", "ORG")]]
    assert labels(document("Presselibre dort bien", "O", "O", "O", verb="dater")) == [[]]


def test_name_that_sleeps_is_a_person() -> None:
    assert labels(document("Soizic dort bien", "B-LOC", "O", "O", verb="dormir")) == [[("Soizic", "PER")]]


def test_names_by_type_in_the_order_of_the_text() -> None:
    found = reading_of("Marie Delorme a rencontré Antoine Giraud à Lyon. Marie Delorme dirige un musée de Lyon.").names
    assert found["person"] == ("Marie Delorme", "Antoine Giraud")
    assert found["place"] == ("Lyon",)


def test_entities_stand_where_they_say_in_the_order_of_the_text() -> None:
    """Each with its type and all its mentions as offsets into the paragraph."""
    reading = reading_of("Marie Delorme a rencontré Antoine Giraud à Lyon. Marie Delorme dirige un musée de Lyon.")
    found = {entity.name: entity for entity in reading.entities}
    assert list(found) == ["Marie Delorme", "Antoine Giraud", "Lyon"]
    assert [found[name].type for name in found] == ["person", "person", "place"]
    assert (found["Marie Delorme"].gender, found["Antoine Giraud"].gender) == ("Fem", "Masc")
    text = reading.docs[0].text
    assert [text[start:end] for _, start, end in found["Marie Delorme"].mentions] == ["Marie Delorme"] * 2
    assert all(0 < entity.sure <= 1 for entity in found.values())


def test_alias_votes_with_the_full_name() -> None:
    """« Perry », labelled a place, is the actor's short name: one entity, a person."""
    docs = [
        tagged("hier l' acteur Tyler/PROPN/PER Perry/PROPN/PER dort/VERB ."),
        tagged("hier Perry/PROPN/LOC compte/VERB ."),
    ]
    settle(docs)
    (perry,) = entities(docs)
    assert (perry.name, perry.type, perry.aliases) == ("Tyler Perry", "person", ("Tyler Perry", "Perry"))
    assert perry.mentions == ((0, 14, 25), (1, 5, 10))
    assert [entity.label_ for doc in docs for entity in doc.ents] == ["PER", "PER"]


def test_settling_twice_changes_nothing() -> None:
    docs = [tagged("hier la société Luminex/PROPN/PER dort/VERB ."), tagged("Luminex/PROPN compte/VERB .")]
    first = labels(*docs)
    assert first == labels(*docs) == [[("Luminex", "ORG")]] * 2


def test_function_words_are_no_names() -> None:
    assert consistent([document("Il dort bien", "B-PER", "O", "O", verb="dormir")]) == {}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Tyler Perry", "Perry", True),
        ("Perry", "Tyler Perry", True),
        ("Nadia Ferrand", "Odile Perrin", False),
        ("Organisation des Nations unies", "ONU", False),
        ("Cour Pénale Internationale", "CPI", True),
        ("Marie Delorme", "Marie Curie", True),
        ("l'Oréal", "Oréal", True),
        ("Lyon", "Lille", False),
        ("un marin", "un pêcheur", False),
    ],
)
def test_names_that_may_be_the_same(a: str, b: str, same: bool) -> None:
    """A shared capitalised word or an acronym: doubt enough to keep the two apart in a list of choices."""
    assert may_be_same(a, b) is same


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_sameness_goes_both_ways(a: str, b: str) -> None:
    assert may_be_same(a, b) == may_be_same(b, a)
    assert may_be_same(a, a)
