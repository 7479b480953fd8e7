"""What guards the pages: the secret key, forged requests, how often, and the headers of every answer."""

import os
import secrets
from pathlib import Path

from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf import CSRFProtect

from quizgen.settings import data_folder, settings

limiter = Limiter(get_remote_address, storage_uri="memory://")
csrf = CSRFProtect()

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def protect(app: Flask) -> None:
    """Gives `app` its key, its cookies, its CSRF check, its limiter and its headers."""
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = secret_key()
    public = settings().public_url or ""
    app.config.from_mapping(
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=public.startswith("https://"),
        SESSION_COOKIE_NAME="quizgen",
        WTF_CSRF_TIME_LIMIT=None,
    )
    csrf.init_app(app)
    limiter.init_app(app)
    app.after_request(_headers)


def _headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def secret_key() -> str:
    """The key that signs sessions: the setting, else one drawn once and kept, readable by its owner only."""
    given = settings().secret_key
    if given:
        return given.get_secret_value()
    path = data_folder() / "secret_key"
    if not path.exists():
        _write(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


def _write(path: Path, text: str) -> None:
    """Writes `text` beside `path` and moves it there, so that nobody ever reads half a key."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(text)
    draft.replace(path)
