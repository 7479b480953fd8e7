"""Sentences cut where their thought turns, and the sets of pairs made of them."""

import pytest
from parses import reading_of, sentence_of

from quizgen.askers.halves import HALF, PAIRS, half_facts, halves

SENTENCES = [
    "Les pompiers ont évacué le camping de la plage parce que la rivière débordait dans la nuit.",
    "La mairie a prêté le gymnase du collège aux campeurs dès que la rivière a débordé.",
    "Une couturière du village a réparé les toiles déchirées pour aider les enfants.",
    "Les campeurs ont quitté la plage car la rivière montait très vite.",
    "Le menuisier de la rue Verte a ouvert son atelier aux lycéens, mais aucun n'a osé toucher la scie.",
    "La commune achète des bancs de chêne quand les vieux bancs pourrissent.",
]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (SENTENCES[0], "parce que la rivière débordait dans la nuit"),
        (SENTENCES[2], "pour aider les enfants"),
        (SENTENCES[5], "quand les vieux bancs pourrissent"),
        (
            "Le gérant a appris pendant quatre ans, puis il a ouvert un camping au bord de la rivière.",
            "puis il a ouvert un camping au bord de la rivière",
        ),
        (
            "Le gérant a fermé le camping avant dix heures parce que la rivière débordait.",
            "parce que la rivière débordait",
        ),
        (
            "Les campeurs que la mairie loge ont quitté la plage avant de perdre leur tente.",
            "avant de perdre leur tente",
        ),
    ],
    ids=["because", "in order to", "when", "not « pendant qu… »", "not « avant d… »", "turn first"],
)
def test_a_sentence_is_cut_where_it_turns(text: str, second: str) -> None:
    """The two halves, dots and comma left out, are the sentence to the letter, and long enough each."""
    pair = halves(sentence_of(text))
    assert pair is not None
    left, right = pair
    assert right == f"… {second}"
    assert left.endswith(" …")
    beginning = left.removesuffix(" …")
    assert text in (f"{beginning} {second}.", f"{beginning}, {second}.")
    assert all(HALF[0] <= len(part.split()) <= HALF[1] for part in (beginning, second))


@pytest.mark.parametrize(
    "text",
    [
        "La couturière coud pour aider les enfants.",
        "La couturière du village a réparé des toiles pour rien.",
        "Une couturière du village a réparé les toiles pour quatre familles du camping.",
        "Il a fermé le camping de la plage parce que la rivière débordait.",
        "Nous avons quitté le camping de la plage parce que la rivière débordait.",
        "Depuis hier, le camping de la plage est fermé parce que la rivière déborde.",
        "Pourquoi le camping de la plage ferme-t-il quand la rivière monte un peu ?",
        "Le maire a dit « courage » aux campeurs parce que la rivière débordait encore.",
        "Le gérant du camping (un marin, qui connaît bien la rivière) a prévenu les vacanciers.",
        "La rivière a débordé dans la nuit, emportant deux caravanes et un abri.",
    ],
    ids=[
        "short beginning",
        "short end",
        "number after « pour »",
        "pronoun",
        "we",
        "yesterday",
        "question",
        "quoted",
        "inside brackets",
        "no turn",
    ],
)
def test_no_half_of_what_cannot_be_cut_or_read_alone(text: str) -> None:
    assert halves(sentence_of(text)) is None


@pytest.mark.parametrize("count", [3, 4, 5, 6])
@pytest.mark.parametrize("seed", range(12))
def test_a_set_has_three_or_four_pairs_all_different(count: int, seed: int) -> None:
    """In the order of the text, each with the sentence that it comes from, none twice whatever the seed."""
    reading = reading_of(" ".join(SENTENCES[:count]))
    (fact,) = half_facts(reading, seed)
    pairs = fact.value
    assert isinstance(pairs, tuple)
    assert len(set(pairs)) == len(pairs) == min(PAIRS[1], count)
    assert list(fact.spans) == sorted(set(fact.spans))
    assert len(fact.spans) == len(pairs)
    for (left, right), (start, end) in zip(pairs, fact.spans, strict=True):
        assert reading.text[start:end].startswith(left.removesuffix(" …"))
        assert reading.text[start:end].rstrip(".").endswith(right.removeprefix("… "))


def test_no_set_of_two() -> None:
    assert list(half_facts(reading_of(" ".join(SENTENCES[:2])))) == []


def test_seed_decides_which_sentences() -> None:
    reading = reading_of(" ".join(SENTENCES))
    made = [next(half_facts(reading, seed)) for seed in range(12)]
    assert len({fact.value for fact in made}) > 1
    assert made == [next(half_facts(reading, seed)) for seed in range(12)]
