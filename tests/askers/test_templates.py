"""Every question template: its examples fire, its silent texts stay silent, and a broken file says which it is."""

from pathlib import Path
from typing import Any

import pytest
from parses import reading_of

from quizgen.article.record import Article
from quizgen.askers import from_templates
from quizgen.askers.templates import Example, Template, all_templates, load
from quizgen.errors import TemplateError
from quizgen.kinds import all_kinds
from quizgen.quiz import SKILLS, Candidate, frozen

#: the slugs of the contract
WAYS = {
    "citation",
    "chiffres",
    "vrai_faux",
    "vrai_faux_justification",
    "texte_a_trous",
    "connecteur",
    "renvoi",
    "modalite",
    "relever",
    "ordre",
    "qui_que_quoi_a_qui_de_quoi",
    "quand_ou_combien_depuis_quand",
    "pourquoi_dans_quel_but_comment",
    "identite",
    "vocabulaire",
    "idee_generale",
    "expression",
}
#: with which an example may fire
SEEDS = range(25)
#: fields of a template that loads
SOUND = """\
description = "d"
way = "citation"
skill = "locate"
kinds = []
fact = "quote"
prior = 0.9
stem = "Qui ?"
"""


def asked(template: Template, text: str, seed: int = 0) -> list[Candidate]:
    """What `template` alone asks about `text`."""
    found = from_templates.ask(reading_of(text), Article.of(text), seed)
    return [candidate for candidate in found if candidate.template == template.name]


def told(template: Template, text: str, seed: int) -> list[tuple[str, Any]]:
    """Stem and key of what `template` asks about `text`."""
    return [(plain(each.stem), plain(each.key)) for each in asked(template, text, seed)]


def plain(value: Any) -> Any:
    """`value` with ordinary spaces for French ones, lists as tuples."""
    if isinstance(value, str):
        return value.replace("\u00a0", " ").replace("\u202f", " ")
    return tuple(map(plain, value)) if isinstance(value, list | tuple) else value


def examples() -> list[Any]:
    """Template and example, named by the file and the rank of the example."""
    return [
        pytest.param(template, example, id=f"{template.name}-{rank}")
        for template in all_templates()
        for rank, example in enumerate(template.examples, 1)
    ]


def silences() -> list[Any]:
    """Template and silent text."""
    return [
        pytest.param(template, text, id=f"{template.name}-{rank}")
        for template in all_templates()
        for rank, text in enumerate(template.silent, 1)
    ]


@pytest.mark.parametrize(("template", "example"), examples())
def test_example_fires(template: Template, example: Example) -> None:
    """The stem and key of the example come out, with one of the first seeds where chance picks what is changed."""
    wanted = example.stem, frozen(example.key)
    assert any(wanted in told(template, example.text, seed) for seed in SEEDS), told(template, example.text, 0)


@pytest.mark.parametrize(("template", "example"), examples())
def test_evidence_is_the_text_to_the_letter(template: Template, example: Example) -> None:
    for evidence in (evidence for each in asked(template, example.text) for evidence in each.evidence):
        assert evidence.text
        assert example.text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize(("template", "text"), silences())
def test_silent_text_gives_nothing(template: Template, text: str) -> None:
    assert [(each.stem, each.key) for each in asked(template, text)] == []


@pytest.mark.parametrize("template", all_templates(), ids=lambda template: template.name)
def test_template_is_complete(template: Template) -> None:
    """It carries examples and traps, and names what exists: way, skill, kinds."""
    assert template.examples
    assert len(template.silent) >= 2
    assert {template.way, *template.ways.values()} <= WAYS
    assert template.skill in SKILLS
    assert template.kinds
    assert {*template.kinds, *template.ways} <= set(all_kinds())
    assert 0.5 <= template.prior <= 1
    assert "?" not in template.stem[:-1]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("stem = Qui ?", "line 1"),
        (SOUND + 'colour = "red"\n', "colour"),
        (SOUND.replace('stem = "Qui ?"\n', ""), "stem"),
        (SOUND + "[[examples]]\ntext = 'Il pleut.'\nstem = 'Quoi ?'\n", "key"),
        (SOUND + "only = 3\n", "int"),
    ],
    ids=["bad TOML", "unknown field", "missing field", "example without key", "value of another form"],
)
def test_broken_template_is_named(tmp_path: Path, written: str, wrong: str) -> None:
    """A template that cannot be read says which file it is and what is wrong in it."""
    path = tmp_path / "ma_question.toml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load(path)
    assert "ma_question.toml" in str(caught.value)
    assert wrong in str(caught.value)


def test_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ma_question.toml"
    path.write_bytes(SOUND.replace("Qui", "Où").encode("latin-1"))
    with pytest.raises(TemplateError, match="ma_question"):
        load(path)


def test_fields_elide_and_contract_at_their_seams() -> None:
    """« que » + « il », « de » + « le » are joined where a field begins, and only there."""
    from quizgen.french.facts import Fact, Slot

    fact = Fact("quote", {"who": Slot("elle"), "what": Slot("le maire"), "how": Slot("d'abord")}, ((0, 1),), 1.0)
    template = all_templates()[0]
    assert template.fill("ce que {who} dit", fact) == "ce qu'elle dit"
    assert template.fill("les paroles de {what}", fact) == "les paroles du maire"
    assert template.fill("est-ce que {who} vient de {what} ?", fact) == "est-ce qu'elle vient du maire ?"
    assert template.fill("« que »{how}", fact) == "« que »d'abord"
