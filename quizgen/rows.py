"""Rows of answers, marked: the contract's rows with their own key, or with a quiz, one answer or one pupil a row."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quizgen.errors import SettingsError
from quizgen.grading.judge import grade, key_of_row
from quizgen.grading.mark import Mark, verdict_of
from quizgen.grading.policy import Policy, Rules
from quizgen.kinds import kind_named
from quizgen.quiz import Question, Quiz

Row = dict[str, Any]
#: columns of a row that carries its own key; of a row that answers a question of a quiz
OWN, OF_QUIZ = ("question", "reference_answers", "student_answer"), ("question_id", "answer")
#: the column of a mark typed in from paper, and how it is called beside a question's own column
TYPED = "mark"
#: columns that say who answers, where one row is a pupil
PUPIL = ("id", "pupil", "élève", "eleve", "nom", "name", "prénom", "prenom", "pseudo")
#: what stands between several values in one cell
SEVERAL = re.compile(r"\s*\|\s*")
_NUMBERED = re.compile(r"(?:q|question\s*)?\s*(\d+)\s*[.:)]?\s*$", re.IGNORECASE)


def graded(rows: Iterable[Row], rules: Rules, quiz: Quiz | None = None) -> Iterator[Row]:
    """The rows with score, verdict, confidence, feedback and needs_review; SettingsError names the wrong row."""
    for number, row in enumerate(rows, 1):
        if quiz is None:
            yield {**row, **_own(row, number, rules.of(str(row.get("id")))).to_json()}
        elif OF_QUIZ[0] in row:
            question = _question(quiz, str(row[OF_QUIZ[0]]), number)
            policy = rules.of(question.id)
            yield {**row, **_answered(question, row.get(OF_QUIZ[1]), row.get(TYPED), policy, number).to_json()}
        else:
            yield from _of_pupil(row, number, rules, quiz)


def _own(row: Row, number: int, policy: Policy) -> Mark:
    lacking = [name for name in OWN if name not in row]
    if lacking:
        raise SettingsError(
            "Ligne {number} : il manque « {name} ». Il faut question, reference_answers et student_answer, ou --quiz.",
            number=number,
            name=lacking[0],
        )
    typed = _typed(row.get(TYPED), number)
    told = {**row, "reference_answers": _several(row["reference_answers"]), "evidence": _several(row.get("evidence"))}
    told["key_points"] = _points(row.get("key_points"), number)
    return typed or grade(key_of_row(told), _text(row["student_answer"]), policy)


def _of_pupil(row: Row, number: int, rules: Rules, quiz: Quiz) -> Iterator[Row]:
    """A row a question of a row that is a pupil: its columns are ids, numbers (« Q3 ») or the questions' words."""
    who = next((row[name] for name in row if name.casefold() in PUPIL), number)
    columns = {name: _column(quiz, name) for name in row}
    if not any(columns.values()):
        raise SettingsError(
            "Ligne {number} : aucune colonne n'est une question du quiz (identifiant, numéro ou énoncé).", number=number
        )
    for name, question in columns.items():
        if question is not None:
            typed = row.get(f"{name}:{TYPED}")
            mark = _answered(question, row[name], typed, rules.of(question.id), number)
            yield {
                "id": who,
                OF_QUIZ[0]: question.id,
                OF_QUIZ[1]: row[name],
                "points": question.points,
                **mark.to_json(),
            }


def _answered(question: Question, raw: Any, typed: Any, policy: Policy, number: int) -> Mark:
    return _typed(typed, number) or kind_named(question.kind).mark(question, unfolded(raw), policy)


def _typed(value: Any, number: int) -> Mark | None:
    """A mark typed in from a paper copy, 0 to 1; None where there is none."""
    if value is None or value == "":
        return None
    try:
        score = float(str(value).replace(",", "."))
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise SettingsError(
            "Ligne {number} : la note « {value} » n'est pas un nombre de 0 à 1.", number=number, value=value
        )
    return Mark(score, verdict_of(score), 1.0, "")


def unfolded(raw: Any) -> Any:
    """The value in a cell of a table: JSON where it is a list or an object, « true », else its own text."""
    if not isinstance(raw, str):
        return raw
    text = raw.strip()
    if text[:1] in ("[", "{"):
        try:
            return json.loads(text)
        except ValueError:
            return raw
    return int(text) if text.isdecimal() and len(text) < 3 else raw


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _several(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    found = unfolded(value)
    return [str(each) for each in found] if isinstance(found, list | tuple) else SEVERAL.split(str(found))


def _points(value: Any, number: int) -> list[Mapping[str, Any]]:
    found = unfolded(value) if value else []
    fits = isinstance(found, list) and all(isinstance(p, dict) and {"point", "weight"} <= set(p) for p in found)
    if not fits:
        raise SettingsError("Ligne {number} : key_points doit être une liste de {{point, weight}}.", number=number)
    return list(found)


def _question(quiz: Quiz, name: str, number: int) -> Question:
    found = next((each for each in quiz.questions if each.id == name), None) or _column(quiz, name)
    if found is None:
        raise SettingsError("Ligne {number} : le quiz n'a pas de question « {name} ».", number=number, name=name)
    return found


def _column(quiz: Quiz, name: str) -> Question | None:
    """The question that a column's head names."""
    head = name.strip()
    named = next((each for each in quiz.questions if head in (each.id, each.stem)), None)
    rank = _NUMBERED.match(head)
    if named is None and rank and 1 <= int(rank[1]) <= len(quiz.questions):
        return quiz.questions[int(rank[1]) - 1]
    return named
