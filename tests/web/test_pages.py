"""The pages themselves: headers, languages, the quiz beside its article, downloads, problems."""

import io
import json
import re
import stat
import time
import zipfile
from dataclasses import replace
from os import utime
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from samples import ARTICLE, article_quiz, sample_quiz

from quizgen.kinds import all_kinds
from quizgen.quiz import Quiz, Wanted
from quizgen.web import create_app
from quizgen.web.reading import gaps, paragraphs
from quizgen.web.shelf import Shelf


@pytest.fixture
def shown(app: Flask) -> str:
    """The address of a quiz of many kinds."""
    return f"/quiz/{Shelf().put(article_quiz())}"


def test_every_answer_is_guarded(client: FlaskClient) -> None:
    """Pages, files and problems carry the same headers; nothing comes from elsewhere, nothing is inline."""
    for address in ("/", "/nulle-part", "/static/quizgen.css"):
        headers = client.get(address).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]


def test_nothing_inline_and_nothing_from_elsewhere(client: FlaskClient, shown: str) -> None:
    """What the policy forbids is not in the pages."""
    for page in (client.get("/").text, client.get(shown).text):
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=", page)
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_session_cookie(client: FlaskClient) -> None:
    """Out of the reach of scripts and of other sites."""
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_secret_key_is_drawn_once_and_kept(data: Path) -> None:
    """Two servers over one data folder share it; nobody else can read it."""
    keys = {create_app().config["SECRET_KEY"] for _ in range(2)}
    assert len(keys) == 1
    assert len(keys.pop()) > 40
    assert stat.S_IMODE((data / "secret_key").stat().st_mode) == 0o600


def test_french_until_chosen_otherwise(client: FlaskClient) -> None:
    """French comes first, whatever the browser prefers; the person's choice is remembered."""
    english = {"Accept-Language": "en-GB,en;q=0.8"}
    assert "Créer le quiz" in client.get("/", headers=english).text
    assert '<html lang="en">' in client.get("/?lang=en", headers=english).text
    assert "Make the quiz" in client.get("/").text


def test_kinds_are_all_offered(client: FlaskClient) -> None:
    """Each kind, by its name in the language of the page, ticked."""
    page = client.get("/?lang=en").text
    for kind in all_kinds().values():
        assert kind.wording["name"]["en"] in page
    assert len(re.findall(r"<input[^>]*checked[^>]*name=\"kinds\"", page)) == len(all_kinds())


def test_article_stands_in_its_own_lines() -> None:
    """Line for line and character for character, the paragraphs apart."""
    parts = paragraphs(ARTICLE, article_quiz().questions)
    lines = [line for part in parts for line in part]
    assert len(parts) == len(ARTICLE.paragraphs)
    assert [line.number for line in lines] == list(range(1, len(ARTICLE.lines) + 1))
    assert ["".join(p.text for p in line.pieces) for line in lines] == [ARTICLE.text[a:b] for a, b in ARTICLE.lines]


def test_every_evidence_can_be_lit() -> None:
    """The pieces that prove a question make up its evidence, line ends apart."""
    questions = article_quiz().questions
    pieces = [piece for part in paragraphs(ARTICLE, questions) for line in part for piece in line.pieces]
    for number, question in enumerate(questions, 1):
        lit = "".join(piece.text for piece in pieces if number in piece.proves)
        spans = sorted((e.start, e.text) for e in question.evidence)
        assert lit.replace(" ", "") == "".join(text for _, text in spans).replace(" ", "")


def test_gaps() -> None:
    """Text and gap in turn, the last text without a gap."""
    assert gaps("Le [[1]] mars, [[2]].") == [("Le ", 1), (" mars, ", 2), (".", None)]


@pytest.mark.parametrize("quiz", [sample_quiz(), article_quiz()], ids=["samples", "article"])
def test_quiz_shows_each_question_with_its_proof(app: Flask, client: FlaskClient, quiz: Quiz) -> None:
    """Stem, key, points and line of every question, every kind."""
    page = client.get(f"/quiz/{Shelf().put(quiz)}?lang=en").text
    assert page.count('class="question"') == len(quiz.questions)
    assert page.count('class="proof"') == sum(len(question.evidence) for question in quiz.questions)
    for question in quiz.questions:
        assert not question.evidence or f"l.&nbsp;{question.evidence[0].line}</a>" in page
    assert 'class="blocks" lang="fr"' in page
    assert "1 point<" in page


def test_level_of_the_questions(client: FlaskClient) -> None:
    """The teacher's, else that of the profile, else none."""
    for wanted, level in ((Wanted(level="A2", profile="dnb"), "A2"), (Wanted(profile="dnb"), "B2"), (Wanted(), None)):
        page = client.get(f"/quiz/{Shelf().put(replace(article_quiz(), wanted=wanted))}").text
        assert (f"questions de niveau {level}" in page) == (level is not None)
        assert ("questions de niveau" in page) == (level is not None)


def test_level_with_its_reasons(client: FlaskClient) -> None:
    """Folded away, in French whatever the page speaks; a quiz without a level, or without reasons, has none."""
    for level, shown in (({"cefr": "B1", "why": ["Phrases courtes (A2)."]}, 1), ({"cefr": "B1"}, 0), (None, 0)):
        page = client.get(f"/quiz/{Shelf().put(replace(article_quiz(), level=level))}?lang=en").text
        assert page.count('<details class="why">') == page.count("<li>Phrases courtes (A2).</li>") == shown
        assert ("B1" in page) == bool(level)


@pytest.mark.parametrize(("wanted", "shown"), [(Wanted(), False), (Wanted(skills=(("infer", 9),)), True)])
def test_skills_are_counted(client: FlaskClient, wanted: Wanted, shown: bool) -> None:
    """Each skill with its questions; beside it the number wanted, where one was and it is another."""
    page = client.get(f"/quiz/{Shelf().put(replace(article_quiz(), wanted=wanted))}").text
    (found,) = re.findall(r'<ul class="balance".*?</ul>', page, re.DOTALL)
    numbers = [int(number) for number in re.findall(r"<b>(\d+)</b>", found)]
    assert sum(numbers) == len(article_quiz().questions)
    assert ("voulue" in found) == shown


def test_download_word(client: FlaskClient, shown: str) -> None:
    """The pupil's sheet and the key are Word files, both together a zip of two."""
    pupil = client.get(f"{shown}/docx?parts=pupil")
    assert pupil.mimetype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert ".docx" in pupil.headers["Content-Disposition"]
    both = zipfile.ZipFile(io.BytesIO(client.get(f"{shown}/docx?parts=two").data))
    assert len(both.namelist()) == 2
    assert all(name.endswith(".docx") for name in both.namelist())


def test_download_json(client: FlaskClient, shown: str) -> None:
    """The data are those of the quiz."""
    answer = client.get(f"{shown}/json")
    assert Quiz.from_json(json.loads(answer.text)) == article_quiz()
    assert 'filename=le-potager-du-college.json' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("rest", ["papyrus", "docx?parts=tiers", "docx?couleur=rose"])
def test_download_that_means_nothing(client: FlaskClient, shown: str, rest: str) -> None:
    """A page says what is known instead."""
    answer = client.get(f"{shown}/{rest}")
    assert answer.status_code == 400
    assert "<h1>" in answer.text


@pytest.mark.parametrize("key", ["A" * 22, "court", "..%2Fsecret_key", "%2e%2e"])
def test_unknown_quiz(client: FlaskClient, key: str) -> None:
    """No key but a real one leads anywhere."""
    assert client.get(f"/quiz/{key}").status_code == 404


def test_shelf_is_cleared_after_a_week(data: Path) -> None:
    """What is older than seven days goes when the next quiz comes; files are their owner's only."""
    shelf = Shelf()
    old, young = shelf.put(sample_quiz()), shelf.put(sample_quiz())
    utime(shelf.folder / f"{old}.json", (0, time.time() - 8 * 24 * 3600))
    shelf.put(sample_quiz())
    assert shelf.take(old) is None
    assert shelf.take(young) == sample_quiz()
    assert stat.S_IMODE((shelf.folder / f"{young}.json").stat().st_mode) == 0o600


def test_problems_are_explained_in_both_languages(app: Flask) -> None:
    """Each has a title and an advice; none has a traceback."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/echec/<int:code>", view_func=abort, endpoint="fail")
    app.add_url_rule("/panne", view_func=lambda: 1 / 0, endpoint="crash")
    client = app.test_client()
    seen = set()
    for address, code in (("/rien", 404), ("/echec/405", 405), ("/echec/413", 413), ("/echec/429", 429),
                          ("/panne", 500), ("/echec/418", 418)):
        for lang in ("fr", "en"):
            answer = client.get(f"{address}?lang={lang}")
            title = re.search(r"<h1>(.+)</h1>", answer.text)
            assert answer.status_code == code
            assert "Traceback" not in answer.text
            assert title
            seen.add(title[1])
    assert len(seen) == 12


def test_request_too_large(data: Path) -> None:
    """What Flask itself refuses is explained too."""
    client = create_app({"MAX_CONTENT_LENGTH": 1000}).test_client()
    answer = client.post("/", data={"text": "a" * 2000})
    assert answer.status_code == 413
    assert "L’envoi est trop gros" in answer.text
