"""Whether a verb says what somebody does: counts of its subjects in running text (data/subjects.tsv)."""

from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from quizgen.french import tree

#: what is added to either count, so that a rare verb says little
PRIOR = 1.0


@cache
def counts() -> dict[str, tuple[int, int, int]]:
    """Sense of a verb -> subjects that were people or animals, institutions, all else."""
    with (files("quizgen.french") / "data" / "subjects.tsv").open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        return {verb: (int(people), int(bodies), int(things)) for verb, people, bodies, things in rows}


def sense_of(verb: Token) -> str:
    """The verb as the counts know it: its lemma, « se » before a reflexive, « être » before a passive."""
    if tree.is_passive(verb):
        return f"être {verb.lemma_}"
    return f"se {verb.lemma_}" if tree.is_reflexive(verb) else verb.lemma_


def minded(verb: Token) -> float | None:
    """The share of people and animals among the people and things that do what the verb says; None where unknown."""
    found = counts().get(sense_of(verb))
    if found is None:
        return None
    people, _, things = found
    return (people + PRIOR) / (people + things + 2 * PRIOR)
