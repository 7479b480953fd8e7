"""The pages shown when something goes wrong: what happened and what to do next, never a traceback."""

from flask import Flask, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from quizgen.errors import QuizgenError
from quizgen.web.i18n import gettext as _

Answer = tuple[str, int]


def explain(app: Flask) -> None:
    """Gives `app` a page for every problem."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(QuizgenError, _ours)


def _page(code: int, title: str, advice: str) -> Answer:
    return render_template("problem.html", code=code, title=title, advice=advice), code


def _http(error: HTTPException) -> Answer | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    return _page(code, *_sentences(code))


def _sentences(code: int) -> tuple[str, str]:
    return {
        404: (
            _("Cette page n'existe pas."),
            _("L'adresse est inexacte, ou le quiz a plus de sept jours : refaites-le à partir de l'article."),
        ),
        405: (_("Cette page ne s'ouvre pas ainsi."), _("Repartez de la page d'accueil.")),
        413: (
            _("L'envoi est trop gros."),
            _(
                "Revenez en arrière : ce que vous avez écrit est encore dans le formulaire. Donnez un fichier de 20 Mo "
                "au plus, ou collez seulement l'article."
            ),
        ),
        429: (_("Trop de demandes à la fois."), _("Attendez une minute, puis recommencez.")),
        500: (
            _("quizgen a rencontré une erreur."),
            _(
                "Elle est notée dans le journal du serveur. Revenez en arrière : ce que vous avez écrit est encore "
                "dans le formulaire. Si l'erreur revient, essayez de coller le texte de l'article."
            ),
        ),
    }.get(code, (_("Cette demande n'a pas abouti."), _("Revenez en arrière et recommencez.")))


def _forged(error: CSRFError) -> Answer:
    return _page(
        400,
        _("La page avait expiré."),
        _("Revenez en arrière, rechargez la page et recommencez : ce que vous avez écrit y est encore."),
    )


def _ours(error: QuizgenError) -> Answer:
    return _page(400, _("Cette demande n'a pas abouti."), error.text(_))
