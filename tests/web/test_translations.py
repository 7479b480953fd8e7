"""Every sentence that code and pages say has its English translation, with the same fields."""

import re

import pytest
from babel.messages.catalog import Message

from quizgen.translations import LANGUAGES, catalogue, translator
from quizgen.translations.__main__ import extracted, missing, translated

FIELDS = re.compile(r"\{\w*\}|%\(\w+\)s")


def strings(message: Message) -> list[str]:
    """All the sentences of a message: its plural forms too."""
    return [message.id, message.string] if isinstance(message.id, str) else [*message.id, *message.string]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_catalogue_is_complete(lang: str) -> None:
    """Nothing is missing, uncertain or left over; if it is, `python -m quizgen.translations` names it."""
    found = {message.id for message in extracted() if message.id}
    kept = translated(lang)
    assert {message.id for message in kept if message.id} == found
    assert missing(kept) == []
    assert not kept.obsolete


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_fields_are_the_same(lang: str) -> None:
    """A translation fills the fields of its source, no more and no fewer."""
    for message in translated(lang):
        if message.id:
            assert len({tuple(sorted(FIELDS.findall(text))) for text in strings(message)}) == 1, message.id


def test_french_is_itself() -> None:
    """The source language needs no catalogue; zero is singular."""
    assert translator("fr")("Le texte est vide.") == "Le texte est vide."
    assert [catalogue("fr").ngettext("un mot", "des mots", n) for n in (0, 1, 2)] == ["un mot", "un mot", "des mots"]


def test_english_is_found() -> None:
    """Also in a checkout where nothing was compiled."""
    assert translator("en")("Questions") == "Questions"
    assert translator("en")("Créer le quiz") == "Make the quiz"
    assert [catalogue("en").ngettext("%(num)s mot", "%(num)s mots", n) for n in (0, 1)] == ["%(num)s words",
                                                                                             "%(num)s word"]
