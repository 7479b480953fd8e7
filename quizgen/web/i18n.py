"""In which language a page speaks: `?lang=` once, then the session, else the setting — French unless told otherwise."""

import math
import re
from typing import Any

from babel.numbers import format_decimal
from flask import Flask, Response, g, has_request_context, request, session, url_for
from flask_babel import Babel  # type: ignore[import-untyped]
from flask_babel.speaklater import LazyString  # type: ignore[import-untyped]

from quizgen.settings import settings
from quizgen.translations import LANGUAGES, catalogue


def speak(app: Flask) -> None:
    """Gives `app` its languages; flask-babel tells WTForms which one, the catalogues are ours."""
    Babel(app, configure_jinja=False, locale_selector=language)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals.update(language=language, languages=LANGUAGES, in_language=in_language)
    app.jinja_env.filters.update(number=number, typeset=typeset)
    app.before_request(_choose)
    app.after_request(_vary)


def language() -> str:
    """« fr » or « en »: the language of the page being made."""
    if not has_request_context():
        return settings().lang
    if "language" not in g:
        g.language = session.get("language") or settings().lang
    return str(g.language)


def gettext(sentence: str) -> str:
    """`sentence` in the language of the page."""
    return typeset(catalogue(language()).gettext(sentence), language())


def ngettext(one: str, many: str, count: float) -> str:
    """`one` or `many`, as the language of the page wants it for `count`: « 1,5 point » but "1.5 points"."""
    whole = math.floor(count) if language() == "fr" else math.ceil(count)
    return typeset(catalogue(language()).ngettext(one, many, whole), language())


def typeset(sentence: str, lang: str = "fr") -> str:
    """`sentence` with curled apostrophes, and in French no-break spaces inside « » and before : ; ! ?"""
    curled = re.sub(r"(?<=\w)'", "’", sentence)
    return re.sub(r" (?=[:;!?»])|(?<=«) ", "\u00a0", curled) if lang == "fr" else curled


def lazy_gettext(sentence: str) -> Any:
    """`sentence`, translated only when it is shown: for labels written before any request."""
    return LazyString(gettext, sentence)


def number(value: float) -> str:
    """`value` with the decimal sign of the page's language: 2,5 or 2.5."""
    return str(format_decimal(value, locale=language()))


def in_language(lang: str) -> str:
    """The address of this very page in `lang`; of the first page where this one answers to no GET."""
    if request.endpoint is None or request.method != "GET":
        return url_for("teacher.home", lang=lang)
    known = {**(request.view_args or {}), **request.args.to_dict(), "lang": lang}
    return url_for(request.endpoint, **known)


def _choose() -> None:
    wanted = request.args.get("lang")
    if wanted in LANGUAGES:
        session["language"] = wanted


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.update(("Cookie", "Accept-Language"))
    return response
