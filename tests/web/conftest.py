"""What tests of the pages share: the application over a data folder of its own, and no French model."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from samples import TEXT, sample_quiz
from werkzeug.test import TestResponse

from quizgen.article.record import Article
from quizgen.quiz import Quiz, Wanted
from quizgen.settings import settings
from quizgen.web import create_app, teacher

Post = Callable[..., TestResponse]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of the test's own, and no other setting."""
    monkeypatch.setenv("QUIZGEN_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Article, Wanted]]:
    """What the pages asked quizgen.make for; every answer is the sample quiz."""
    calls: list[tuple[Article, Wanted]] = []

    def make_quiz(article: Article, wanted: Wanted) -> Quiz:
        calls.append((article, wanted))
        return sample_quiz()

    monkeypatch.setattr(teacher, "make_quiz", make_quiz)
    return calls


@pytest.fixture
def app(data: Path) -> Flask:
    """The application, with its protections on."""
    return create_app({"MAKE_LIMIT": "100 per minute"})


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without script."""
    return app.test_client()


@pytest.fixture
def post(client: FlaskClient) -> Post:
    """Fills in the form of the first page, what is not given as a person leaves it, and sends it."""

    def send(**fields: object) -> TestResponse:
        page = client.get("/").text
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
        kinds = re.findall(r'name="kinds"[^>]* value="([^"]+)"', page)
        filled = {"csrf_token": token[1] if token else "", "source": "text", "text": TEXT, "count": "10",
                  "points": "20", "kinds": kinds} | fields
        return client.post("/", data=filled, content_type="multipart/form-data")

    return send
