"""docs/grading.md tells what the program does: every answer of the page is marked again."""

import re
from pathlib import Path

from quizgen.grading.judge import grade, key_of
from quizgen.grading.policy import Policy

ROW = re.compile(r"^\| (?!answer|---)(.+?) \| ([\d.]+(?: \?)?) \| (.+?) \|$", re.MULTILINE)
PAGE = (Path(__file__).resolve().parents[1] / "docs" / "grading.md").read_text(encoding="utf-8")


def test_answers_of_the_page_are_marked_so() -> None:
    marked = 0
    for part in PAGE.split("\n## ")[1:]:
        question, body = part.split("\n", 1)
        expected = re.search(r"^Expected: (.+)$", body, re.MULTILINE)
        points = re.search(r"^Points: (.+)$", body, re.MULTILINE)
        assert expected
        assert points
        stated = points[1].split(" + ")
        key = key_of(question, (expected[1],), [(text, 1 / len(stated)) for text in stated])
        for answer, score, said in ROW.findall(body):
            mark = grade(key, answer, Policy())
            assert (f"{mark.score:g}{' ?' if mark.needs_review else ''}", mark.feedback) == (score, said), answer
            marked += 1
    assert marked == 30
