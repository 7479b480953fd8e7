"""Where finished quizzes wait for their page: JSON files under the data folder, for a week."""

import contextlib
import json
import os
import re
import secrets
import time
from pathlib import Path

from quizgen.quiz import Quiz
from quizgen.settings import data_folder

DAYS = 7
KEY = re.compile(r"[A-Za-z0-9_-]{22}")


class Shelf:
    """Puts quizzes down and takes them up again by an unguessable key."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder() / "quizzes"

    def put(self, quiz: Quiz) -> str:
        """Keeps `quiz` and gives its key; throws away what is older than a week."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.purge()
        key = secrets.token_urlsafe(16)
        draft = self.folder / f"{key}.draft"
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(quiz.to_json(), file, ensure_ascii=False)
        draft.replace(self._path(key))
        return key

    def take(self, key: str) -> Quiz | None:
        """The quiz kept under `key`; None where there is none (any more). Raises QuizFileError where it is damaged."""
        try:
            text = self._path(key).read_text(encoding="utf-8") if KEY.fullmatch(key) else None
        except FileNotFoundError:
            return None
        return Quiz.from_json(json.loads(text)) if text else None

    def purge(self) -> None:
        """Throws away what is older than a week."""
        oldest = time.time() - DAYS * 24 * 3600
        for path in self.folder.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"
