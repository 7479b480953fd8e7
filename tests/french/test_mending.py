"""What the sentence proves wrong in a parse, set right."""

import pytest
from parses import vocabulary
from spacy.tokens import Doc

from quizgen.french.mending import mend_mood, mend_name, mend_noun, mend_subjects


def doc(*rows: tuple[str, str, str, int, str]) -> Doc:
    """A document of (word, part of speech, features, head, label)."""
    words, pos, morphs, heads, deps = map(list, zip(*rows, strict=True))
    return Doc(vocabulary(), words=words, pos=pos, morphs=morphs, heads=heads, deps=deps)


TOWER = (
    ("Au", "ADP", "", 1, "case"),
    ("loin", "NOUN", "", 2, "obl:mod"),
    ("brillait", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin", 2, "ROOT"),
    ("une", "DET", "Number=Sing", 4, "det"),
    ("tour", "NOUN", "Number=Sing", 2, "obj"),
)


def test_the_object_of_a_verb_without_subject_is_its_subject() -> None:
    found = doc(*TOWER)
    mend_subjects(found)
    assert found[4].dep_ == "nsubj"


@pytest.mark.parametrize(
    "rows",
    [
        (*TOWER[:4], ("tours", "NOUN", "Number=Plur", 2, "obj")),
        (("Elle", "PRON", "", 2, "nsubj"), *TOWER[1:]),
        TOWER[2:3] + tuple((word, pos, morph, head - 2, dep) for word, pos, morph, head, dep in TOWER[3:]),
    ],
    ids=["does not agree", "has a subject", "opens the sentence"],
)
def test_other_objects_stay(rows: tuple[tuple[str, str, str, int, str], ...]) -> None:
    if rows[0][0] == "brillait":
        rows = (("brillait", rows[0][1], rows[0][2], 0, "ROOT"), *rows[1:])
    found = doc(*rows)
    mend_subjects(found)
    assert found[-1].dep_ == "obj"


def test_a_counted_adjective_that_acts_is_a_noun() -> None:
    found = doc(
        ("Trente", "NUM", "", 1, "nummod"), ("bénévoles", "ADJ", "", 2, "nsubj"), ("tiennent", "VERB", "", 2, "ROOT")
    )
    mend_noun(found[1])
    assert found[1].pos_ == "NOUN"


def test_an_attribute_stays_an_adjective() -> None:
    found = doc(("Elle", "PRON", "", 2, "nsubj"), ("est", "AUX", "", 2, "cop"), ("grande", "ADJ", "", 2, "ROOT"))
    mend_noun(found[2])
    assert found[2].pos_ == "ADJ"


def test_capitals_make_a_name() -> None:
    found = doc(("OpenAI", "X", "", 0, "ROOT"))
    mend_name(found[0])
    assert found[0].pos_ == "PROPN"


def test_a_conditional_is_told_by_its_ending() -> None:
    found = doc(("parlerait", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin", 0, "ROOT"))
    mend_mood(found[0])
    assert found[0].morph.get("Mood") == ["Cnd"]


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("sortira", "sortir", "Fut"),
        ("tira", "tirer", "Past"),
        ("viendront", "venir", "Fut"),
        ("ouvrirent", "ouvrir", "Past"),
    ],
)
def test_what_looks_like_a_future_is_one(form: str, lemma: str, tense: str) -> None:
    """« l'usine sortira » was read as a passé simple; « il tira » is one."""
    found = doc((form, "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", 0, "ROOT"))
    found[0].lemma_ = lemma
    mend_mood(found[0])
    assert found[0].morph.get("Tense") == [tense]
