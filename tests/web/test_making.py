"""From the first page to the quiz: what is asked for, and that an error loses nothing of what was typed."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from samples import TEXT, sample_quiz
from werkzeug.test import TestResponse

from quizgen.article.checks import SIZE_LIMIT
from quizgen.article.record import Article
from quizgen.errors import FetchError, QuizgenError, ReadError
from quizgen.quiz import Shortfall, Wanted
from quizgen.web import create_app, forms, teacher

Post = Callable[..., TestResponse]
Made = list[tuple[Article, Wanted]]


def plain(text: str) -> str:
    """`text` without what typography adds to it."""
    return text.replace("\u00a0", " ").replace("’", "'")


def test_pasted_text_becomes_a_quiz(post: Post, client: FlaskClient, made: Made) -> None:
    """The text goes in as one article, the wishes as `Wanted`, and the answer leads to the quiz."""
    answer = post(title="Le potager", count="7", points="14", text=TEXT.replace("\n", "\r\n"))
    assert answer.status_code == 303
    article, wanted = made[0]
    assert (article.title, wanted.count, wanted.points_total, wanted.kinds) == ("Le potager", 7, 14, ())
    assert "\r" not in article.text
    assert sample_quiz().title in client.get(answer.location).text


def test_some_kinds_and_no_total(post: Post, made: Made) -> None:
    """Kinds ticked are kept by name; an empty total leaves each question its own points."""
    assert post(kinds=["matching", "cloze"], points="").status_code == 303
    assert (sorted(made[0][1].kinds), made[0][1].points_total) == (["cloze", "matching"], None)


def test_profile_level_register_and_skills(post: Post, made: Made) -> None:
    """What is folded away goes in as `Wanted`; empty numbers and zeros wish for nothing."""
    fields = {"profile": "dnb", "level": "A2", "register": "courant", "skills-locate": "4", "skills-infer": "0"}
    assert post(**fields).status_code == 303
    wanted = made[0][1]
    assert (wanted.profile, wanted.level, wanted.register, wanted.kinds) == ("dnb", "A2", "courant", ())
    assert wanted.skills == (("locate", 4),)


def test_kinds_that_the_profile_leaves_out_are_left_out(post: Post, made: Made) -> None:
    """Of the kinds ticked, those that the profile admits."""
    assert post(profile="delf", kinds=["matching", "short_answer"]).status_code == 303
    assert made[0][1].kinds == ("matching",)


def test_link_is_read(post: Post, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address goes to read_url; the title given wins over the page's own."""
    monkeypatch.setattr(forms, "read_url", lambda url: Article.of(TEXT, title="De la page", source=url))
    assert post(source="link", link=" https://www.exemple.fr/a ", text="", title="Le mien").status_code == 303
    assert (made[0][0].source, made[0][0].title) == ("https://www.exemple.fr/a", "Le mien")


def test_file_is_read(post: Post, made: Made) -> None:
    """An uploaded file goes to read_bytes under its own name."""
    answer = post(source="file", text="", file=(io.BytesIO(TEXT.encode()), "article.txt"))
    assert answer.status_code == 303
    assert "Kerdoncuff" in made[0][0].text


def test_only_field_filled_is_taken(post: Post, made: Made) -> None:
    """A browser that shows the three panels at once need not announce the right one."""
    assert post(source="link", link="").status_code == 303
    assert made


@pytest.mark.parametrize(("fields", "sentence"), [
    ({"count": "99"}, "Demandez entre 1 et 50 questions."),
    ({"count": ""}, "Dites combien de questions vous voulez."),
    ({"points": "-3"}, "Donnez entre 1 et 1000 points."),
    ({"kinds": []}, "Cochez au moins un type de question."),
    ({"kinds": ["short_answer"], "profile": "delf"}, "Ce profil n’admet aucun des types cochés"),
    ({"skills-infer": "-1"}, "Donnez entre 0 et 50 questions par compétence."),
    ({"text": ""}, "Collez ici le texte de l’article."),
    ({"text": "é" * 160_000}, "Ce texte est trop long"),
    ({"source": "link", "text": ""}, "Collez ici l’adresse de la page"),
    ({"source": "file", "text": ""}, "Choisissez un fichier"),
    ({"title": "a" * 201}, "200 caractères au plus"),
])
def test_what_is_wrong_is_said(post: Post, made: Made, fields: dict[str, object], sentence: str) -> None:
    """The form comes back with the sentence, and nothing is made."""
    answer = post(**fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not made


@pytest.mark.parametrize("error", [
    ReadError("Le texte est vide : collez un article ou choisissez un autre fichier."),
    FetchError("Le site a répondu par une erreur ({status}) : réessayez plus tard, ou copiez et collez le texte.",
               status=503),
    QuizgenError("Le port {port} est déjà pris : choisissez-en un autre avec --port {other}.", port=1, other=2),
])
def test_error_keeps_all_that_was_typed(post: Post, monkeypatch: pytest.MonkeyPatch, error: QuizgenError) -> None:
    """Text, title, number, points and kinds come back as they were, beside the sentence of the error."""
    def fail(article: Article, wanted: Wanted) -> None:
        raise error

    monkeypatch.setattr(teacher, "make_quiz", fail)
    page = post(title="Mon titre", count="7", points="33", kinds=["matching"]).text
    assert TEXT in unescape(page).replace("\r\n", "\n")
    for kept in ("Mon titre", "7", "33"):
        assert f'value="{kept}"' in page
    assert re.findall(r'<input checked[^>]* value="(\w+)"', page) == ["matching"]
    assert plain(error.text()) in plain(unescape(page))


def test_error_stands_at_its_field(post: Post, made: Made) -> None:
    """A screen reader is led from the field to the sentence."""
    page = post(text="").text
    assert 'aria-describedby="text-error"' in page
    assert 'id="text-error"' in page


def test_quiz_without_questions_says_why(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is made of an empty quiz."""
    empty = replace(sample_quiz(), questions=(), shortfall=Shortfall(10, 0, "Le texte n'a pas de phrase."))
    monkeypatch.setattr(teacher, "make_quiz", lambda article, wanted: empty)
    answer = post()
    assert answer.status_code == 422
    assert "Le texte n’a pas de phrase." in answer.text


def test_file_too_big(post: Post, made: Made) -> None:
    """Above 20 MB the form says so and keeps the pasted text."""
    answer = post(source="file", file=(io.BytesIO(b"x" * (SIZE_LIMIT + 1)), "roman.txt"))
    assert answer.status_code == 422
    assert "Ce fichier dépasse 20 Mo" in answer.text
    assert "roman.txt" in answer.text
    assert "Kerdoncuff" in answer.text


def test_expired_page_keeps_the_text(post: Post, made: Made) -> None:
    """A forged or expired token makes nothing, loses nothing, and a new one stands in the form."""
    answer = post(csrf_token="expired")  # noqa: S106
    assert answer.status_code == 422
    assert "La page avait expiré" in answer.text
    assert "Kerdoncuff" in answer.text
    assert not made


def test_too_often_keeps_the_text(data: Path, made: Made) -> None:
    """Beyond the rate the form comes back as it was."""
    app = create_app({"MAKE_LIMIT": "1 per hour", "WTF_CSRF_ENABLED": False})
    fields = {"source": "text", "text": TEXT, "count": "5", "kinds": ["cloze"]}
    answers = [app.test_client().post("/", data=fields) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 429]
    assert "Kerdoncuff" in answers[1].text


def test_forged_request_elsewhere_is_refused(app: Flask) -> None:
    """Any other page that takes a POST is checked by default."""
    app.add_url_rule("/autre", view_func=lambda: "fait", methods=["POST"], endpoint="other")
    answer = app.test_client().post("/autre")
    assert answer.status_code == 400
    assert "La page avait expiré" in answer.text
