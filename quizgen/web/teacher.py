"""The teacher's pages: give an article, read the quiz that comes of it, take it away as a file."""

import io
import re
import unicodedata
import zipfile

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, send_file, url_for
from flask_limiter import RateLimitExceeded
from werkzeug.wrappers import Response as AnyResponse

from quizgen.errors import QuizgenError, ReadError
from quizgen.exporters import exporter_named
from quizgen.kinds import kind_named
from quizgen.make import make_quiz
from quizgen.quiz import Quiz
from quizgen.web.balance import announced, balance
from quizgen.web.forms import MakeForm, faults
from quizgen.web.i18n import gettext as _
from quizgen.web.i18n import typeset
from quizgen.web.reading import gaps, paragraphs
from quizgen.web.security import csrf, limiter
from quizgen.web.shelf import Shelf

door = Blueprint("teacher", __name__)
door.add_app_template_global(faults)
door.add_app_template_filter(gaps)

#: how often one address may have a quiz made; read from the configuration when first used
MAKING = limiter.limit(lambda: str(current_app.config["MAKE_LIMIT"]))


@door.get("/")
def home() -> str:
    """The form, empty."""
    return render_template("home.html", form=MakeForm())


@door.post("/")
def make() -> tuple[str, int] | AnyResponse:
    """The quiz of the article given, or the form again with what is wrong with it and all that was typed."""
    form = MakeForm()
    if not form.validate_on_submit():
        if form.csrf_token.errors:
            form.form_errors.append(_("La page avait expiré : rien n'est perdu, appuyez de nouveau sur le bouton."))
        return _again(form)
    try:
        with MAKING:
            return _shown(form, make_quiz(form.article(), form.wanted()))
    except RateLimitExceeded:
        form.form_errors.append(_("Trop de quiz d'affilée : attendez une minute, puis appuyez de nouveau."))
        return _again(form, 429)
    except ReadError as error:
        form.blame(form.given(), error.text(_))
    except QuizgenError as error:
        form.form_errors.append(error.text(_))
    return _again(form)


#: the form checks its own token, so that an expired one loses nothing of what was typed
csrf.exempt(make)


def _again(form: MakeForm, status: int = 422) -> tuple[str, int]:
    return render_template("home.html", form=form), status


def _shown(form: MakeForm, quiz: Quiz) -> tuple[str, int] | AnyResponse:
    if quiz.questions:
        return redirect(url_for("teacher.show", key=Shelf().put(quiz)), 303)
    none = _("Aucune question ne peut être posée.")
    form.blame(form.given(), typeset(quiz.shortfall.reason) if quiz.shortfall else none)
    return _again(form)


@door.get("/quiz/<key>")
def show(key: str) -> str:
    """The quiz beside its article."""
    kept = _kept(key)
    sheets = [(question, kind_named(question.kind)) for question in kept.questions]
    return render_template(
        "quiz.html",
        key=key,
        quiz=kept,
        sheets=sheets,
        balance=balance(kept),
        announced=announced(kept),
        paragraphs=paragraphs(kept.article, kept.questions),
    )


@door.get("/quiz/<key>/<format_name>")
def download(key: str, format_name: str) -> Response:
    """The quiz in the format wanted, its options in the query; several files come as one zip."""
    options = {name: value for name, value in request.args.items() if name != "lang"}
    kept = _kept(key)
    exporter = exporter_named(format_name)
    files = exporter.files(kept, _slug(kept.title), options)
    if len(files) == 1:
        return _attachment(files[0].name, files[0].content, exporter.media_type)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as box:
        for file in files:
            box.writestr(file.name, file.content)
    return _attachment(f"{_slug(kept.title)}.zip", archive.getvalue(), "application/zip")


def _kept(key: str) -> Quiz:
    return Shelf().take(key) or abort(404)


def _attachment(name: str, content: bytes, mimetype: str) -> Response:
    return send_file(io.BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=name)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.replace("œ", "oe")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "quiz"
