"""The records of a quiz and their JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from samples import ARTICLE, article_quiz, sample_quiz

from quizgen.errors import QuizFileError
from quizgen.quiz import SCHEMA, Candidate, Evidence, Question, Quiz, Shortfall, Wanted


def through_json(quiz: Quiz) -> Quiz:
    """`quiz` written to JSON and read back."""
    return Quiz.from_json(json.loads(json.dumps(quiz.to_json(), ensure_ascii=False)))


@pytest.mark.parametrize(
    "quiz",
    [
        sample_quiz(),
        article_quiz(),
        replace(
            article_quiz(),
            pool=sample_quiz().questions,
            shortfall=Shortfall(12, 10, "Le texte est court."),
            wanted=Wanted(count=12, kinds=("cloze", "matching"), level="B1", points_total=None, seed=7),
        ),
        replace(sample_quiz(), wanted=Wanted(profile="dnb", register="courant", skills=(("infer", 2), ("locate", 4)))),
    ],
    ids=["samples", "article", "with pool and shortfall", "with wishes"],
)
def test_quiz_survives_json(quiz: Quiz) -> None:
    """What comes back equals what was written, tuples, indices and all."""
    assert through_json(quiz) == quiz


def test_json_has_the_shape_of_the_contract() -> None:
    data = replace(article_quiz(), wanted=Wanted(seed=5)).to_json()
    assert data["schema"] == SCHEMA == 1
    assert data["seed"] == 5
    settings = {"count", "kinds", "level", "profile", "register", "asker", "points_total"}
    assert set(data["settings"]) == settings
    assert set(replace(article_quiz(), wanted=Wanted(skills=(("infer", 2),))).to_json()["settings"]) - settings == {
        "skills"
    }
    assert set(data) == {
        "schema",
        "version",
        "title",
        "language",
        "seed",
        "settings",
        "level",
        "article",
        "questions",
        "pool",
        "shortfall",
    }
    assert set(data["questions"][0]) == {
        "id",
        "kind",
        "skill",
        "way",
        "stem",
        "choices",
        "key",
        "accepted",
        "evidence",
        "points",
        "feedback",
        "asker",
        "template",
        "confidence",
        "validated",
    }
    start, end = data["article"]["lines"][0]
    assert ARTICLE.text[start:end].startswith("Depuis septembre")


@pytest.mark.parametrize(
    "data",
    [None, [], "quiz", 3, {}, {"schema": 2}, {"schema": "1"}],
    ids=["null", "list", "text", "number", "empty", "schema 2", "schema as text"],
)
def test_what_is_no_quiz_is_refused(data: Any) -> None:
    with pytest.raises(QuizFileError, match="schéma 1"):
        Quiz.from_json(data)


def without(name: str) -> Callable[[dict[str, Any]], Any]:
    """Takes a field away."""
    return lambda data: data.pop(name)


def changed(*path: Any, value: Any) -> Callable[[dict[str, Any]], Any]:
    """Puts `value` at `path`."""

    def change(data: dict[str, Any]) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "damage",
    [
        *(
            without(name)
            for name in ("title", "seed", "settings", "article", "questions", "pool", "shortfall", "level")
        ),
        changed("questions", value=None),
        changed("questions", 0, value="Qui ?"),
        changed("questions", 0, value={}),
        changed("questions", 0, "evidence", value=[{"start": 0}]),
        changed("questions", 0, "evidence", value=None),
        changed("questions", 0, "colour", value="red"),
        changed("settings", "speed", value=3),
        changed("settings", "kinds", value=None),
        changed("settings", "skills", value=[4]),
        changed("article", value=[]),
        changed("article", "lines", value=[[1]]),
        changed("article", "lines", value=[["a", "b"]]),
        changed("shortfall", value={"why": "?"}),
    ],
    ids=str,
)
def test_damaged_quiz_is_refused(damage: Callable[[dict[str, Any]], Any]) -> None:
    """Whatever is missing or misshapen gives the one error that says what to do, never a traceback."""
    data = json.loads(json.dumps(article_quiz().to_json()))
    damage(data)
    with pytest.raises(QuizFileError, match="abîmé"):
        Quiz.from_json(data)


def candidate(**fields: Any) -> Candidate:
    """A candidate on the first words of ARTICLE."""
    start = ARTICLE.text.index("Derrière")
    given: dict[str, Any] = {
        "way": "vrai_faux",
        "skill": "locate",
        "kinds": ("true_false",),
        "key": True,
        "stem": "La friche fleurit.",
        "confidence": 0.81234,
        "evidence": (Evidence.at(ARTICLE, start, start + 8),),
    }
    return Candidate(**(given | fields))


def test_evidence_stands_on_its_line() -> None:
    (evidence,) = candidate().evidence
    assert evidence.text == "Derrière"
    first, last = ARTICLE.lines[evidence.line - 1]
    assert first <= evidence.start < last


def test_question_takes_what_the_candidate_says() -> None:
    asked = candidate(ways={"true_false_justified": "vrai_faux_justification"}, accepted=("Oui.",), template="vrai")
    made = Question.of(asked, "true_false", choices=[["a"], ["b"]])
    assert (made.way, made.stem, made.key, made.choices) == ("vrai_faux", asked.stem, True, (("a",), ("b",)))
    assert (made.confidence, made.template, made.accepted) == (0.812, "vrai", ("Oui.",))
    assert Question.of(asked, "true_false_justified").way == "vrai_faux_justification"
    assert Question.of(asked, "true_false", key=False).key is False
    assert made.place == asked.evidence[0].start
    assert replace(made, evidence=()).place > len(ARTICLE.text)


def test_identity_of_a_question_is_stable_and_its_own() -> None:
    """Same candidate and kind, same id; another kind, stem or place, another id."""
    first = Question.of(candidate(), "true_false").id
    assert Question.of(candidate(confidence=0.5), "true_false").id == first
    others = [
        Question.of(candidate(), "cloze").id,
        Question.of(candidate(stem="La friche dort."), "true_false").id,
        Question.of(candidate(evidence=(Evidence.at(ARTICLE, 0, 6),)), "true_false").id,
    ]
    assert len({first, *others}) == 4
