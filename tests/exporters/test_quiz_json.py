"""JSON: what goes out comes back."""

import json
from dataclasses import replace

import pytest

from quizgen.exporters import exporter_named
from quizgen.quiz import Quiz
from tests.samples import article_quiz, sample_quiz


@pytest.mark.parametrize("quiz", [sample_quiz(), article_quiz()], ids=["sample", "article"])
def test_round_trip(quiz: Quiz) -> None:
    file, = exporter_named("json").files(quiz, "essai")
    assert file.name == "essai.json"
    assert Quiz.from_json(json.loads(file.content)) == quiz


def test_exactly_to_json_readable_by_a_person() -> None:
    text = exporter_named("json").files(article_quiz(), "essai")[0].content.decode()
    assert text == json.dumps(article_quiz().to_json(), ensure_ascii=False, indent=2) + "\n"
    assert "collège" in text


def test_half_a_surrogate_pair_stays_an_escape() -> None:
    odd = replace(article_quiz(), title="\ud83d \x00 “é”")
    file, = exporter_named("json").files(odd, "essai")
    assert Quiz.from_json(json.loads(file.content)).title == odd.title
