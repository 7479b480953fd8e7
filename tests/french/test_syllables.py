"""Syllables as French is read aloud in prose."""

import pytest

from quizgen.french.syllables import syllables

WORDS = {
    1: "eau table l'homme vingt deux grandes quatre qui guerre vie pied lieu que pneus",
    2: "maison journée théâtre rouge-gorge créer pays langue-chat ville-centre naïf chaos moment souvent cruel oublie",
    3: "animal réunion quotidien papillon difficile éléphants cinéma question-clé géographe",
    4: "intelligence population économie bibliothèque particulier appartement gouvernement président-maire",
    5: "université électricité communication développement",
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, words in WORDS.items() for word in words.split()])
def test_words(count: int, word: str) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("chantent", 1), ("arrivent", 2), ("parlaient", 2), ("content", 1)])
def test_plural_of_verbs(word: str, count: int) -> None:
    """« -ent » is mute in « ils chantent » and heard in « souvent »."""
    assert syllables(word, verb=True) == count
