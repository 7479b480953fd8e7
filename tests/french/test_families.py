from collections import Counter

import pytest

from quizgen.french.families import family, rows


@pytest.mark.parametrize(
    ("lemma", "pos", "relative"),
    [
        ("divulguer", "VERB", ("divulgation", "NOUN")),
        ("divulgation", "NOUN", ("divulguer", "VERB")),
        ("suspendre", "VERB", ("suspension", "NOUN")),
        ("accuser", "VERB", ("accusation", "NOUN")),
        ("inquiet", "ADJ", ("inquiétude", "NOUN")),
        ("arrêter", "VERB", ("arrestation", "NOUN")),
        ("pirater", "VERB", ("piratage", "NOUN")),
        ("hausser", "VERB", ("hausse", "NOUN")),
        ("beau", "ADJ", ("beauté", "NOUN")),
        ("Pauvre", "ADJ", ("pauvreté", "NOUN")),
    ],
)
def test_relatives(lemma: str, pos: str, relative: tuple[str, str]) -> None:
    assert relative in family(lemma, pos)


@pytest.mark.parametrize(("lemma", "pos"), [("table", "NOUN"), ("divulguer", "NOUN"), ("", "VERB")])
def test_unknown(lemma: str, pos: str) -> None:
    assert family(lemma, pos) == ()


def test_table_is_sound() -> None:
    lines = rows()
    assert len(lines) >= 400
    assert all(len(members) >= 2 for members in lines)
    counted = Counter(word for members in lines for word in members)
    assert [word for word, count in counted.items() if count > 1] == []
    for word, pos in counted:
        assert pos != "VERB" or word.endswith(("er", "ir", "re"))
        assert (word, pos) not in family(word, pos)
        assert all((word, pos) in family(*other) for other in family(word, pos))
