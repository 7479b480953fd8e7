"""What nouns stand for."""

import pytest

from quizgen.french.nouns import noun_type


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [
        ("acteur", "person"),
        ("vice-présidente", "person"),
        ("arrière-petit-enfant", "person"),
        ("apprenti-acteur", "person"),
        ("hôtel-restaurant", "place"),
        ("trombonologue", "person"),
        ("gambiste", "person"),
        ("cicatrice", "thing"),
        ("matrice", "thing"),
        ("liste", "thing"),
        ("porte-parole", "person"),
        ("zzz", "thing"),
    ],
)
def test_noun_by_table_by_part_and_by_ending(lemma: str, kind: str) -> None:
    assert noun_type(lemma) == kind
