"""The everyday register: « est-ce que » where the formal one inverts, on every example of every template."""

import re

import pytest
from parses import reading_of

from quizgen.article.record import Article
from quizgen.askers import from_templates
from quizgen.askers.templates import all_templates
from quizgen.french.inversion import put_back
from quizgen.quiz import REGISTERS, Candidate

#: a subject pronoun after its verb, and a verb right after a bare « que » or « où »
INVERTED = re.compile(r"\w-(?:t-)?(?:ils?|elles?|on|vous)\b|^Que |^Qu'(?!est-ce )|^Où (?!est-ce )")
QUOTED = re.compile(r"«.*?»")
EXAMPLES = {example.text: None for template in all_templates() for example in template.examples}


def asked(text: str, register: str) -> list[Candidate]:
    """What is asked about `text`."""
    return list(from_templates.ask(reading_of(text), Article.of(text), 0, register))


def stems(text: str, register: str, template: str) -> list[str]:
    """The stems of one template about `text`."""
    return [each.stem.replace("\u00a0", " ") for each in asked(text, register) if each.template == template]


@pytest.mark.parametrize("text", EXAMPLES)
def test_nothing_is_inverted(text: str) -> None:
    """The same questions with the same answers, none with inversion outside of what is quoted."""
    formal, everyday = (asked(text, register) for register in REGISTERS)
    assert [(each.template, each.key) for each in everyday] == [(each.template, each.key) for each in formal]
    for each in everyday:
        assert not INVERTED.search(QUOTED.sub("«»", each.stem)), each.stem


@pytest.mark.parametrize(
    ("template", "stem"),
    [
        ("pourquoi_cette_decision", "D'après le texte, pourquoi est-ce qu'Inès Kerr a fermé sa boutique de Lyon ?"),
        ("que_objet", "Qu'est-ce que les pêcheurs de Concarneau réclament ?"),
        ("chiffres_combien", "Combien de gardiens est-ce que le musée de la Marine emploie ?"),
        ("que_s_est_il_passe", "Qu'est-ce qui s'est passé en 1944 ?"),
        ("qu_a_fait", "Qu'est-ce qu'Anne Lefort a fait en 1998 ?"),
        ("que_faut_il_faire", "Qu'est-ce qu'il faut faire pour emprunter un vélo ?"),
        ("que_faire", "Qu'est-ce que la compagnie a décidé de faire ?"),
        ("deux_circonstances", "Quand et où est-ce qu'Igor Marek a enregistré son premier disque ?"),
    ],
)
def test_everyday_stems(template: str, stem: str) -> None:
    """On the examples of the template's own file."""
    (found,) = [each for each in all_templates() if each.name == template]
    assert stem in [each for example in found.examples for each in stems(example.text, "courant", template)]


def test_questions_on_the_subject_stay() -> None:
    """« Qui a … ? » has nothing to put back."""
    (template,) = [each for each in all_templates() if each.name == "qui_sujet"]
    for example in template.examples:
        assert stems(example.text, "courant", "qui_sujet") == stems(example.text, "soutenu", "qui_sujet")


@pytest.mark.parametrize(
    ("inverted", "everyday"),
    [
        ("faut-il faire", "est-ce qu'il faut faire"),
        ("devez-vous faire", "est-ce que vous devez faire"),
        ("a-t-elle duré", "est-ce qu'elle a duré"),
    ],
)
def test_clitic_subjects_are_put_back(inverted: str, everyday: str) -> None:
    assert put_back(inverted) == everyday
