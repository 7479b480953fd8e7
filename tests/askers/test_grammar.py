"""Every stem is good French by Grammalecte, but for what was looked at and found right (grammar_reviewed.toml)."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from quizgen.article import read_text
from quizgen.askers.templates import all_templates
from quizgen.french.typography import question, sentence
from quizgen.make import make_quiz

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "tests" / "tools" / "grammar.py"
REVIEWED = tomllib.loads(Path(__file__).with_name("grammar_reviewed.toml").read_text(encoding="utf-8"))["reviewed"]
#: a sentence of the article in a stem: its French is its author's
QUOTED = re.compile(r"^(Dans la phrase «\s).+(\s»,)")
#: Debian's Python, for which Grammalecte is packaged
PYTHON = "/usr/bin/python3"


def complaints(stems: Iterable[str]) -> list[str]:
    """« stem: words (rule) message » for each complaint that was not reviewed."""
    asked = sorted({QUOTED.sub(r"\1Il pleut\2", stem) for stem in stems})
    lines = "".join(json.dumps(stem, ensure_ascii=False) + "\n" for stem in asked)
    done = subprocess.run([PYTHON, str(CHECKER)], input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"Grammalecte does not run. Install it: apt install grammalecte-cli\n{done.stderr[-600:]}")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        f"{stem}: « {words} » ({rule}) {message}"
        for stem, each in zip(asked, found, strict=True)
        for words, rule, message in each
        if not any(case["words"] in (words, "*") and case["rule"] in rule for case in REVIEWED)
    ]


def test_checker_finds_what_is_wrong() -> None:
    """The check can fail: an agreement broken on purpose is seen."""
    assert complaints(["Quand les élèves a-t-ils repeint la façade ?", "Pourquoi la mairie sont-elle fermée ?"])


def test_stems_of_all_examples_are_good_french() -> None:
    stems = [
        question(example.stem) if template.stem.endswith("?") else sentence(example.stem)
        for template in all_templates()
        for example in template.examples
        if "[[" not in example.stem
    ]
    assert complaints(stems) == []


@pytest.mark.model
def test_stems_of_whole_articles_are_good_french() -> None:
    """All questions, chosen and in the pool, on the texts written for the benchmarks."""
    lines = (ROOT / "benchmarks" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("text")]
    quizzes = [make_quiz(read_text(row["text"], title=row["title"])) for row in rows]
    stems = [q.stem for quiz in quizzes for q in (*quiz.questions, *quiz.pool) if "[[" not in q.stem]
    assert len(stems) > 100
    assert complaints(stems) == []
