"""A look inside: what was seen in an article stands where it is said to stand, and says why nothing came of it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from parses import reading_of

from quizgen.french.look import Look, SeenClause, look_at

ARTICLE = (
    "En raison d'une panne, la compagnie a annulé le vol.\n\n"
    "La directrice a fermé la cantine. Cette décision inquiète les parents.\n\n"
    "La pianiste a joué devant trois mille personnes. Elle repart demain pour Oslo.\n\n"
    "— Le maire a signé l'accord, dit le facteur."
)


def seen(text: str) -> Look:
    """What is seen in a text."""
    return look_at(reading_of(text))


def clause(text: str) -> SeenClause:
    """The only clause of a sentence."""
    (sentence,) = seen(text).sentences
    (found,) = sentence.clauses
    return found


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object that says where its text stands."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            yield value
        for item in value.values():
            yield from placed(item)
    elif isinstance(value, list):
        for item in value:
            yield from placed(item)


def test_clause_with_its_verb_and_its_roles() -> None:
    found = clause("En raison d'une panne, la compagnie a annulé le vol.")
    assert found.predicate == "a annulé"
    assert {"subject": "la compagnie", "object": "le vol", "cause": "En raison d'une panne"}.items() <= {
        role.name: role.text for role in found.roles
    }.items()
    (cause,) = (role for role in found.roles if role.name == "cause")
    assert (cause.marker, cause.told, found.silent) == ("en raison d'", True, frozenset())
    assert 0 < cause.confidence <= 1


def test_negation_and_copula_in_the_verb_group() -> None:
    assert clause("Le maire n'a pas signé l'accord.").predicate == "n'a pas signé"
    assert clause("Le plongeur est un ancien militaire.").predicate == "est"


def test_one_phrase_fills_a_role_once() -> None:
    """Two roads lead to a purpose before the subject: the surer stays."""
    found = clause("Afin de réduire le bruit, la région a financé un mur de bois.")
    places = [(role.name, role.start) for role in found.roles]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Il a signé l'accord.", "unnamed"),
        ("Son frère a signé l'accord.", "unnamed"),
        ("Si la mairie recrutait trente agents, l'accueil rouvrirait le samedi.", "hypothetical"),
        ("Le maire a-t-il signé l'accord ?", "question"),
    ],
)
def test_why_a_clause_gave_nothing(text: str, silent: str) -> None:
    """A mark of the sentence, of the clause, or its subject; and then no role gave a fact."""
    found = clause(text)
    assert silent in found.silent
    assert not any(role.told for role in found.roles)


def test_a_heading_has_no_clause() -> None:
    (sentence,) = seen("Un accord avec la mairie").sentences
    assert "heading" in sentence.marks
    assert sentence.clauses == ()


def test_a_name_and_its_type() -> None:
    """The mention stands where it is said to, under the label of the whole article."""
    text = "Anne Lefort a quitté la France après avoir obtenu son diplôme."
    found = {text[name.start : name.end]: name.type for name in seen(text).entities}
    assert found["Anne Lefort"] == "person"
    assert found["France"] == "place"


def test_references_lead_to_what_they_take_up() -> None:
    """A pronoun to its noun, « cette décision » to the sentence that tells it."""
    led = {each.text: ARTICLE[each.antecedent.start : each.antecedent.end] for each in seen(ARTICLE).references}
    assert led == {"cette décision": "La directrice a fermé la cantine.", "elle": "La pianiste"}


def test_offsets_cut_the_text() -> None:
    """Of sentences, clauses, roles and names in the JSON; a fact may word its slots otherwise."""
    kept = json.loads(json.dumps(seen(ARTICLE).to_json()))
    parts = list(placed([kept["sentences"], kept["entities"]]))
    assert len(parts) > 15
    assert all(ARTICLE[part["start"] : part["end"]] == part["text"] for part in parts)
    verbs = [clause for sentence in kept["sentences"] for clause in sentence["clauses"]]
    assert all(ARTICLE[slice(*clause["verb"])] == clause["predicate"] for clause in verbs)


def test_words_that_stand_nowhere_have_no_offsets() -> None:
    facts = seen(ARTICLE).to_json()["facts"]
    (asked,) = (fact["slots"]["asked"] for fact in facts if fact["kind"] == "cause")
    assert (asked["start"], asked["end"]) == (None, None)
    assert asked["text"] == "la compagnie a-t-elle annulé le vol"


def test_a_dialogue_s_dash_is_not_of_the_sentence() -> None:
    last = seen(ARTICLE).sentences[-1]
    assert last.text.startswith("Le maire")
    assert ARTICLE[last.start : last.end] == last.text
    assert (last.paragraph, "speech" in last.marks) == (3, True)
