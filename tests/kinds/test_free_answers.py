"""Kinds that are answered in sentences of one's own: points expected, criteria, room to write, place in the quiz."""

import io
import json
from dataclasses import replace

import pytest
from docx import Document

from quizgen.choose import choose
from quizgen.exporters import exporter_named
from quizgen.kinds import SAMPLE, kind_named
from quizgen.quiz import Question, Quiz, Wanted
from quizgen.sheet import Lines
from tests.kinds.test_kinds import SCALE, block, composed
from tests.samples import sample_quiz

CRITERIA = "un avis clair ; deux arguments"


def test_points_keep_their_weights() -> None:
    """As the contract writes them, through JSON too; the model answer is a sentence."""
    made = composed("open_answer", SCALE, accepted=("la place manquait", "Faute de place."))
    assert made is not None
    assert made.key == (
        {"point": "La place manquait", "weight": 0.5},
        {"point": "Le dimanche est ouvert", "weight": 0.5},
    )
    assert made.accepted == ("La place manquait.", "Faute de place.")
    assert Question.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_corrige_tells_model_points_and_other_answers_once() -> None:
    kind = kind_named("open_answer")
    made = composed("open_answer", SCALE, accepted=("la place manquait", "Faute de place."))
    assert made is not None
    told = "La place manquait. Barème\u00a0: La place manquait (50\u00a0%)\u00a0; Le dimanche est ouvert (50\u00a0%)."
    assert kind.key_text(made) == told
    assert kind.also_accepted(made) == ("Faute de place.",)


@pytest.mark.parametrize("weights", [(1,), (1 / 3, 1 / 3, 1 / 3), (0.1, 0.2, 0.3, 0.4), (1 / 6,) * 6], ids=str)
def test_weights_that_share_out_one(weights: tuple[float, ...]) -> None:
    """However computers add them up."""
    made = composed("open_answer", tuple((f"point {w}", w) for w in weights), accepted=("Oui.",))
    assert made is not None
    assert [each["weight"] for each in made.key] == list(weights)


@pytest.mark.parametrize(("words", "lines"), [(1, 3), (20, 4), (60, 10)])
def test_room_is_sized_to_the_model_answer(words: int, lines: int) -> None:
    made = composed("open_answer", SCALE, accepted=("place " * words,))
    assert made is not None
    assert block(made, Lines).count == lines


def test_expression_has_criteria_and_no_key() -> None:
    """It quotes nothing even where the asker did, and leaves room to write."""
    made = composed("expression", None, feedback=CRITERIA, stem="Qu'en pensez-vous ?")
    assert made is not None
    assert (made.key, made.choices, made.evidence, made.feedback) == (None, None, (), CRITERIA)
    assert block(made, Lines) == Lines(12, "")
    kind = kind_named("expression")
    assert kind.key_text(made) == f"Libre, notée à la main. Critères\u00a0: {CRITERIA}"
    assert kind.key_text(replace(made, feedback=None)) == "Libre, notée à la main."


def test_expression_comes_last_in_a_quiz() -> None:
    """Whatever else is asked, and in whatever order it was proposed."""
    every = [replace(question, confidence=0.9) for question in sample_quiz().questions]
    written = [question for question in every if not question.evidence]
    long = replace(SAMPLE, text=SAMPLE.text + " mot" * 400)
    made = choose([*written, *every], long, Wanted(count=4))
    assert len(written) == 1
    assert made.questions[-1].kind == "expression"
    assert all(question.evidence for question in made.questions[:-1])


@pytest.mark.parametrize("name", ["multiple_answers", "ordering", "open_answer", "expression"])
def test_pupils_do_not_see_the_key(name: str) -> None:
    """Neither the key in words, nor a part of it that the question does not show, nor the criteria."""
    kind = kind_named(name)
    for sample in kind.samples():
        (pupil, corrige) = exporter_named("docx").files(Quiz("Q", SAMPLE, Wanted(), (sample,)), "q")
        seen, printed = (
            "\n".join(p.text for p in Document(io.BytesIO(file.content)).paragraphs) for file in (pupil, corrige)
        )
        assert kind.key_text(sample) in printed
        asked = seen.split("\nQuestions\n")[1]
        hidden = [kind.key_text(sample), *sample.accepted, sample.feedback or "Barème"]
        assert not [text for text in hidden if text in asked]
        assert all(text in asked for text in sample.choices or ())
