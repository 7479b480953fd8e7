"""JSON: the quiz as quizgen itself reads it back, the contract's schema 1."""

import json
from collections.abc import Mapping

from quizgen.exporters import Exporter, File
from quizgen.quiz import Quiz


class QuizJson(Exporter):
    """One file, UTF-8, exactly `Quiz.to_json`."""

    name = "json"
    extension = "json"
    media_type = "application/json"

    def draw(self, quiz: Quiz, name: str, options: Mapping[str, str]) -> list[File]:
        """NAME.json, indented by two; what UTF-8 cannot hold (half a surrogate pair) stays a JSON escape."""
        text = json.dumps(quiz.to_json(), ensure_ascii=False, indent=2) + "\n"
        return [File(f"{name}.{self.extension}", text.encode(errors="backslashreplace"))]


EXPORTER = QuizJson()
