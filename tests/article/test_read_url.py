"""Web addresses: what is fetched, what must not be, and what is said."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from article_samples import PARAGRAPHS, TITLE, article_page, pdf_file, plain
from pytest_httpserver import HTTPServer
from werkzeug import Response

from quizgen.article import read, read_url
from quizgen.article.fetch import Door
from quizgen.errors import FetchError


@pytest.fixture
def door(httpserver: HTTPServer) -> Door:
    return Door(ports=frozenset({httpserver.port}), loopback=True, seconds=3)


def refusal(url: str, door: Door | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        read_url(url, door=door)
    return str(caught.value)


def serve(httpserver: HTTPServer, data: bytes | str, **options: object) -> str:
    httpserver.expect_request("/pont").respond_with_data(data, **{"content_type": "text/html; charset=utf-8"} | options)
    return httpserver.url_for("/pont")


def test_a_page_becomes_an_article(httpserver: HTTPServer, door: Door) -> None:
    article = read_url(serve(httpserver, article_page('<meta name="author" content="Lucie Marchand">')), door=door)
    assert (article.title, article.author, article.source) == (TITLE, "Lucie Marchand", "localhost")
    assert plain(article.text).split("\n\n") == list(PARAGRAPHS)


def test_redirects_plain_text_and_pdf(httpserver: HTTPServer, door: Door) -> None:
    serve(httpserver, "\n\n".join(PARAGRAPHS).encode("cp1252"), content_type="text/plain; charset=windows-1252")
    httpserver.expect_request("/ancien").respond_with_data("", 301, headers={"Location": "/pont"})
    assert plain(read_url(httpserver.url_for("/ancien"), door=door).text).split("\n\n") == list(PARAGRAPHS)
    lines = [part for paragraph in PARAGRAPHS for part in paragraph.split(". ")]
    httpserver.expect_request("/a.pdf").respond_with_data(pdf_file([lines]), content_type="application/pdf")
    assert "vieux pont" in read_url(httpserver.url_for("/a.pdf"), door=door).text


def test_a_compressed_page_is_read_but_not_a_bomb(httpserver: HTTPServer, door: Door) -> None:
    zipped = {"headers": {"Content-Encoding": "gzip"}}
    assert read_url(serve(httpserver, gzip.compress(article_page().encode()), **zipped), door=door).title == TITLE
    httpserver.clear()
    assert "5.0 Mo" in refusal(serve(httpserver, gzip.compress(b" " * 60_000_000), **zipped), door)


def test_a_big_page_is_refused(httpserver: HTTPServer, door: Door) -> None:
    assert "5.0 Mo" in refusal(serve(httpserver, "é" * 3_000_000), door)


@pytest.mark.parametrize(("status", "said"), [(404, "n'existe pas"), (403, "refuse"), (500, "erreur"), (204, "erreur")])
def test_what_the_site_answers_is_said(httpserver: HTTPServer, door: Door, status: int, said: str) -> None:
    sentence = refusal(serve(httpserver, "", status=status), door)
    assert said in sentence
    assert str(status) in sentence


def test_the_wrong_type_and_a_page_without_an_article(httpserver: HTTPServer, door: Door) -> None:
    assert "image/png" in refusal(serve(httpserver, b"x", content_type="image/png"), door)
    httpserver.clear()
    assert "Aucun article lisible" in refusal(serve(httpserver, "<html><body><p>Chargement…</p></body></html>"), door)


def test_a_slow_page_is_given_up(httpserver: HTTPServer, door: Door) -> None:
    def late(request: object) -> Response:
        time.sleep(1.5)
        return Response("trop tard")

    httpserver.expect_request("/lent").respond_with_handler(late)
    brief = Door(door.ports, loopback=True, seconds=0.5)
    assert "0.5 secondes" in refusal(httpserver.url_for("/lent"), brief)


@pytest.mark.parametrize(
    "opening", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: "]
)
def test_a_dripping_server_is_given_up(opening: bytes) -> None:
    """One byte at a time resets every socket timeout: only the whole clock stops it, in the body and in the headers."""
    with _dripping(opening) as port:
        started = time.monotonic()
        assert "secondes" in refusal(f"http://127.0.0.1:{port}/", Door(frozenset({port}), loopback=True, seconds=1))
        assert time.monotonic() - started < 3


class _dripping:  # noqa: N801 - used as a context
    def __init__(self, opening: bytes) -> None:
        self.opening, self.server = opening, socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> int:
        threading.Thread(target=self._serve, daemon=True).start()
        return int(self.server.getsockname()[1])

    def _serve(self) -> None:
        client, _ = self.server.accept()
        with client:
            client.sendall(self.opening)
            for _ in range(60):
                try:
                    client.sendall(b"a")
                except OSError:
                    return
                time.sleep(0.1)

    def __exit__(self, *_: object) -> None:
        self.server.close()


PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://172.16.3.4/",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_private_networks_are_not_visited(url: str) -> None:
    assert "réseau privé" in refusal(url)


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("http://10.0.0.1/", "réseau privé"),
        ("http://169.254.169.254/", "réseau privé"),
        ("ftp://exemple.fr/", "ftp"),
        ("http://exemple.fr:22/", "port 22"),
        ("file:///etc/passwd", "file"),
        ("/boucle", "sans fin"),
    ],
)
def test_redirects_are_checked_like_addresses(httpserver: HTTPServer, door: Door, location: str, said: str) -> None:
    httpserver.expect_request("/boucle").respond_with_data("", 302, headers={"Location": location})
    wide = Door(door.ports | {80}, loopback=True, seconds=3)
    assert said in refusal(httpserver.url_for("/boucle"), wide)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://exemple.fr/a", "« ftp »"),
        ("file:///etc/passwd", "« file »"),
        ("javascript:alert(1)", "« javascript »"),
        ("http://exemple.fr:8080/", "port 8080"),
        ("https://exemple.fr:22/", "port 22"),
        ("http://exemple.fr:99999/", "mal écrite"),
        ("http:///a", "mal écrite"),
        ("http://moi:secret@exemple.fr/", "mal écrite"),
    ],
)
def test_addresses_that_are_refused_by_their_form(url: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        read(url)


def test_an_unknown_site(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "nulle-part.fr ne répond pas" in refusal("http://nulle-part.fr/")


def test_a_proxy_of_the_environment_is_not_used(
    monkeypatch: pytest.MonkeyPatch, httpserver: HTTPServer, door: Door
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert read_url(serve(httpserver, article_page()), door=door).title == TITLE


@pytest.fixture(autouse=True)
def _clean(httpserver: HTTPServer) -> Iterator[None]:
    yield
    httpserver.clear()
