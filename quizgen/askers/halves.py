"""Sentences cut in two where their thought turns, to be joined again: beginnings and ends that only the sense pairs."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.french import connectives
from quizgen.french.anaphora import bound_inside
from quizgen.french.facts import Fact
from quizgen.french.reading import Reading, Sentence

#: pairs of one exercise; words of each half, at least and at most
PAIRS, HALF = (3, 4), (4, 28)
#: « que », « de » (not « quatre », « demain »), and a word that ends as infinitives do
QUE, DE = r"qu(?:e |['’])", r"d(?:e |['’])"
INFINITIVE = r"(?!(?:au|no|qua|vo)tre |hier )(?=\w+(?:er|ir|re)\b)"
#: where a sentence turns: the second half begins with this word
TURN = re.compile(
    rf",? (?=(?:parce {QUE}|afin {DE}|(?:pour|sans) {INFINITIVE}|lorsqu|quand |dès {QUE}|avant {DE}|après avoir|"
    rf"grâce (?:à|au)|malgré |car |tandis {QUE}|alors {QUE}|à cause d|en raison d|pendant {QUE}|jusqu|et que |"
    rf"à partir d|par exemple|depuis {QUE}|puis |ce qui |au lieu {DE}|selon ))"
)

#: what only grammar joins (« assez … pour »), and a beginning that names nobody
UNJOINABLE = re.compile(
    r"\b(?:assez|suffisamment|trop|plus|moins|tant|tellement)\b|^(?:Il|Elle|Ils|Elles|On|Ce|C['’])\b"
)


def half_facts(reading: Reading, seed: int = 0) -> Iterator[Fact]:
    """A fact « matched » (« halves ») of three or four sentences of the article, spread over it."""
    cut = [(sentence, pair) for sentence in reading.sentences if (pair := halves(sentence)) is not None]
    if len(cut) < PAIRS[0]:
        return
    count = min(PAIRS[1], len(cut))
    rng = random.Random(f"{seed}{len(cut)}")
    bounds = [i * len(cut) // count for i in range(count + 1)]
    chosen = [cut[rng.randrange(low, high)] for low, high in pairwise(bounds)]
    yield Fact(
        "matched",
        {},
        tuple(s.bounds for s, _ in chosen),
        0.85,
        frozenset({"halves"}),
        tuple(pair for _, pair in chosen),
    )


def halves(sentence: Sentence) -> tuple[str, str] | None:
    """(beginning …, … end) of a plain sentence that can be read alone; None where it has no clear turn."""
    text = sentence.text.rstrip(". ")
    if sentence.marks - {"personal"} or any(mark in text for mark in "«»“”:;") or not bound_inside(sentence.span):
        return None
    if any(found.start == 0 for found in connectives.find(text)) or UNJOINABLE.search(text):
        return None
    for match in TURN.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if left.count("(") == left.count(")") and all(
            HALF[0] <= len(part.split()) <= HALF[1] for part in (left, right)
        ):
            return f"{left} …", f"… {right}"
    return None
