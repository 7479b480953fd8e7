from collections import Counter

import pytest

from quizgen.french.antonyms import _DATA, antonym


@pytest.mark.parametrize(
    ("lemma", "pos", "opposite"),
    [
        ("augmenter", "VERB", "diminuer"),
        ("diminuer", "VERB", "augmenter"),
        ("interdire", "VERB", "autoriser"),
        ("premier", "ADJ", "dernier"),
        ("majorité", "NOUN", "minorité"),
        ("Gratuit", "ADJ", "payant"),
        ("rapidement", "ADV", "lentement"),
        ("avant", "ADV", "après"),
        ("table", "NOUN", None),
        ("augmenter", "NOUN", None),
        ("plus", "ADV", None),
    ],
)
def test_antonym(lemma: str, pos: str, opposite: str | None) -> None:
    assert antonym(lemma, pos) == opposite


def test_each_word_has_one_opposite() -> None:
    rows = [line.split("\t") for line in _DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(rows) >= 250
    assert {pos for pos, _, _ in rows} == {"ADJ", "ADV", "NOUN", "VERB"}
    counted = Counter((pos, word) for pos, *pair in rows for word in pair)
    assert [word for word, count in counted.items() if count > 1] == []
