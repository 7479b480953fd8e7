"""Fetching a public web page safely: no private network, ports 80 and 443, 10 seconds and 5 MB in all.

requests-hardened looks a name up once, refuses private addresses and connects to the very address it checked; every
redirect goes the same way. Proxies of the environment are ignored: a proxy would look the name up again, unchecked.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from quizgen.errors import FetchError

if TYPE_CHECKING:
    from requests import Response, Session

_MEGABYTE = 1024 * 1024
_PIECE = 32 * 1024
_REDIRECTS = 5
_AGENT = "Mozilla/5.0 (compatible; quizgen; lecture d'un article par un enseignant)"
_KINDS = {"text/html": "html", "text/plain": "text", "application/pdf": "pdf"}


@dataclass(frozen=True)
class Door:
    """What may be reached and for how long; the defaults are the rule, tests alone open it to their own server."""

    ports: frozenset[int] = frozenset({80, 443})
    loopback: bool = False
    seconds: float = 10.0
    size: int = 5 * _MEGABYTE


@dataclass(frozen=True)
class Page:
    """A fetched page: its bytes, html, text or pdf, the declared charset, where it was found in the end."""

    data: bytes
    kind: str
    charset: str | None
    url: str

    @property
    def host(self) -> str:
        """The site's name without its « www. »."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def name(self) -> str:
        """The file's name, for messages and for its extension."""
        return unquote(PurePosixPath(urlsplit(self.url).path).name) or self.host


def fetch(url: str, door: Door) -> Page:
    """The page at `url`, redirects followed; raises FetchError, within about `door.seconds`."""
    return _within(door.seconds, lambda: _follow(url, door, time.monotonic() + door.seconds))


def _within(seconds: float, work: Callable[[], Page]) -> Page:
    """`work` in a thread of its own: a name server or a server that drips its headers cannot hold us longer."""
    done: list[Page] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # carried to the caller's thread and raised there
            failed.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds + 0.5)
    if failed:
        raise failed[0]
    if not done:
        raise _too_slow(seconds)
    return done[0]


def _follow(url: str, door: Door, deadline: float) -> Page:
    with _session(door) as session:
        for _ in range(_REDIRECTS + 1):
            _check(url, door)
            with _get(session, url, door) as response:
                onward = response.headers.get("Location") if response.is_redirect else None
                if onward is None:
                    return _receive(response, url, door, deadline)
                url = urljoin(url, onward)
    raise FetchError(
        "Cette adresse renvoie sans fin vers une autre : ouvrez la page dans votre navigateur, puis "
        "copiez et collez le texte."
    )


def _session(door: Door) -> "Session":
    from requests_hardened import Config, Manager

    logging.getLogger("requests_hardened.ip_filter").disabled = True  # the refusal is worded below, once

    session: Session = Manager(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=door.loopback,
            never_redirect=True,
            default_timeout=(door.seconds, door.seconds),
            user_agent_override=_AGENT,
        )
    ).get_session()
    session.trust_env = False
    return session


def _check(url: str, door: Door) -> None:
    """Refuses an address that is none, another scheme, another port, or one that carries a password."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError as error:
        raise FetchError(
            "L'adresse « {url} » est mal écrite : copiez-la de nouveau depuis votre navigateur.", url=url
        ) from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(
            "Seules les adresses http:// et https:// sont lues, pas « {scheme} » : copiez et collez le texte.",
            scheme=parts.scheme or url,
        )
    if not parts.hostname or parts.username is not None:
        raise FetchError("L'adresse « {url} » est mal écrite : copiez-la de nouveau depuis votre navigateur.", url=url)
    if port not in door.ports:
        raise FetchError(
            "Le port {port} n'est pas ouvert à quizgen (80 et 443 seulement) : copiez et collez le texte.", port=port
        )


def _get(session: "Session", url: str, door: Door) -> "Response":
    import requests
    from requests_hardened.ip_filter import InvalidIPAddress

    try:
        return session.get(
            url,
            stream=True,
            allow_redirects=False,
            headers={
                "Accept": "text/html,application/pdf;q=0.9,text/plain;q=0.8",
                "Accept-Language": "fr",
                "Accept-Encoding": "gzip",
            },
        )
    except InvalidIPAddress as error:
        raise FetchError(
            "Cette adresse mène à un réseau privé, que quizgen ne visite pas : copiez et collez le texte."
        ) from error
    except requests.Timeout as error:
        raise _too_slow(door.seconds) from error
    except requests.exceptions.SSLError as error:
        raise FetchError(
            "Le certificat du site {host} n'est pas valable : copiez et collez le texte.", host=urlsplit(url).hostname
        ) from error
    except (requests.exceptions.InvalidURL, UnicodeError) as error:
        raise FetchError(
            "L'adresse « {url} » est mal écrite : copiez-la de nouveau depuis votre navigateur.", url=url
        ) from error
    except requests.RequestException as error:
        raise FetchError(
            "Le site {host} ne répond pas : vérifiez l'adresse et la connexion, ou copiez et collez le texte.",
            host=urlsplit(url).hostname,
        ) from error


def _receive(response: "Response", url: str, door: Door, deadline: float) -> Page:
    _check_status(response.status_code)
    declared, _, parameters = response.headers.get("Content-Type", "").partition(";")
    kind = _KINDS.get(declared.strip().lower())
    if kind is None:
        raise FetchError(
            "Cette adresse donne un fichier de type « {type} » : quizgen lit les pages HTML, le texte "
            "brut et le PDF. Téléchargez-le, ou copiez et collez le texte.",
            type=declared.strip() or "?",
        )
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip("\"' ") or None
    return Page(_read(response, door, deadline), kind, charset, url)


def _check_status(status: int) -> None:
    if status in (401, 402, 403, 407, 429, 451):
        raise FetchError(
            "Le site refuse que quizgen lise cette page (réponse {status}) : ouvrez-la dans votre "
            "navigateur, puis copiez et collez le texte.",
            status=status,
        )
    if status in (404, 410):
        raise FetchError("Cette page n'existe pas ou plus (réponse {status}) : vérifiez l'adresse.", status=status)
    if status != 200:
        raise FetchError(
            "Le site a répondu par une erreur ({status}) : réessayez plus tard, ou copiez et collez le texte.",
            status=status,
        )


def _read(response: "Response", door: Door, deadline: float) -> bytes:
    """The body, decompressed, piece by piece: `read1` gives what came, so that the clock is looked at in time."""
    from urllib3.exceptions import HTTPError, TimeoutError  # urllib3's own, beneath requests

    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > door.size:
        raise _too_big(door)
    raw: Any = response.raw
    body = bytearray()
    try:
        while piece := raw.read1(_PIECE, decode_content=True):
            body += piece
            if len(body) > door.size:
                raise _too_big(door)
            if time.monotonic() > deadline:
                raise _too_slow(door.seconds)
    except TimeoutError as error:
        raise _too_slow(door.seconds) from error
    except (HTTPError, OSError) as error:
        raise FetchError("La page est arrivée incomplète : réessayez, ou copiez et collez le texte.") from error
    return bytes(body)


def _too_big(door: Door) -> FetchError:
    return FetchError(
        "Cette page pèse plus que les {limit} Mo admis : copiez et collez le texte.",
        limit=round(door.size / _MEGABYTE, 1),
    )


def _too_slow(seconds: float) -> FetchError:
    return FetchError(
        "Le site n'a pas répondu en {seconds} secondes : réessayez, ou copiez et collez le texte.",
        seconds=round(seconds, 1),
    )
