"""From a form to its lemma and back to the rule."""

import pytest

from quizgen.french.lemma_rules import apply_rule, rule_of, verb_lemma

PAIRS = [
    ("chevaux", "cheval"),
    ("Mange", "manger"),
    ("L’", "le"),
    ("-t-il", "il"),
    ("ont", "avoir"),
    ("Lyon", "Lyon"),
    ("La", "la"),
    ("OpenAI", "OpenAI"),
    ("!", "!"),
]


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_the_rule_of_a_pair_gives_its_lemma(form: str, lemma: str) -> None:
    assert apply_rule(rule_of(form, lemma), form) == lemma


def test_one_rule_serves_many_words() -> None:
    assert rule_of("chevaux", "cheval") == rule_of("journaux", "journal")
    assert apply_rule(rule_of("parlaient", "parler"), "Chantaient") == "chanter"


def test_a_rule_that_cuts_more_than_there_is_keeps_the_form() -> None:
    assert apply_rule("6+er", "Va") == "va"


@pytest.mark.parametrize(
    ("form", "rules", "lemma"),
    [
        ("répondit", ["2+er", "2+re"], "répondre"),
        ("irai", ["4+aller", "1+r"], "aller"),
        ("trébucha", ["1+r", "8+tenir", "1+er"], "trébucher"),
        ("zigzagua", ["1+a", "1+er"], "zigzaguer"),
    ],
)
def test_a_verb_takes_an_infinitive_that_there_is(form: str, rules: list[str], lemma: str) -> None:
    assert verb_lemma(rules, form, {"répondre", "aller", "tenir", "trébucher"}) == lemma
