"""The web application: `create_app` builds it, `serve` runs it here; one blueprint per person at the door."""

from collections.abc import Mapping
from typing import Any

from flask import Flask
from flask_bootstrap import Bootstrap5

from quizgen import __version__
from quizgen.settings import templates_folder
from quizgen.web import i18n, problems, security, teacher

#: bytes of a whole request, and of its typed fields; what the form itself refuses more kindly is far below
REQUEST_LIMIT, FIELDS_LIMIT = 64_000_000, 6_000_000
THREADS = 8


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The WSGI application; `config` overrides Flask's configuration (tests, hosting)."""
    app = Flask(__name__, template_folder=str(templates_folder() / "pages"))
    app.config.from_mapping(
        BOOTSTRAP_SERVE_LOCAL=True,
        MAX_CONTENT_LENGTH=REQUEST_LIMIT,
        MAX_FORM_MEMORY_SIZE=FIELDS_LIMIT,
        MAKE_LIMIT="20 per minute",
    )
    app.config.from_mapping(config or {})
    Bootstrap5(app)
    security.protect(app)
    i18n.speak(app)
    problems.explain(app)
    app.jinja_env.globals["version"] = __version__
    app.register_blueprint(teacher.door)
    return app


def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serves the application until interrupted, with waitress, and prints where; raises OSError: the port is taken."""
    from waitress import create_server

    server = create_server(
        create_app(), host=host, port=port, threads=THREADS, ident=None, max_request_body_size=2 * REQUEST_LIMIT
    )
    shown = f"[{host}]" if ":" in host else host
    print(f"quizgen : http://{shown}:{server.effective_port}", flush=True)
    server.run()
