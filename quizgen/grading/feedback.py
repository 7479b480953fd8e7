"""The sentence beside a mark: templates/grading/feedback.toml, filled."""

import tomllib
from collections.abc import Mapping
from functools import cache

from quizgen.settings import templates_folder


def feedback(name: str, line: int | None = None, **facts: object) -> str:
    """The sentence `name` with its facts; `line` is the number of the text's line that proves the answer, if known."""
    where = sentences()["line"].format(number=line) if line else ""
    return sentences()[name].format(line=where, **facts)


@cache
def sentences() -> Mapping[str, str]:
    """All sentences by name."""
    return tomllib.loads((templates_folder() / "grading" / "feedback.toml").read_text(encoding="utf-8"))
