"""The four entrances of the room: a source, a pasted text, an upload, a web address; all end in `_finish`."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.article import checks
from quizgen.article.draft import Draft
from quizgen.article.record import MEASURE, Article
from quizgen.errors import ReadError

if TYPE_CHECKING:
    from quizgen.article.fetch import Door

#: "file://", "ftp://": an address, never a path; one letter alone is a Windows drive
_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://|(?:mailto|data|javascript):")


def read(source: str | Path, measure: int = MEASURE) -> Article:
    """The article at a path or an http(s) address, its lines `measure` characters long; raises ReadError."""
    if isinstance(source, str) and _ADDRESS.match(source.strip()):
        return read_url(source.strip(), measure)
    path = Path(source)
    return read_bytes(_load(path), path.name, measure)


def read_text(
    text: str,
    title: str | None = None,
    author: str | None = None,
    source: str | None = None,
    date: str | None = None,
    measure: int = MEASURE,
) -> Article:
    """The article in a pasted text; its first line is the title where it clearly is one; raises ReadError."""
    return _finish(Draft(text, title, author, source, date), measure)


def read_bytes(data: bytes, name: str, measure: int = MEASURE) -> Article:
    """The article in an uploaded file: `data` decides what it is, `name` only helps; raises ReadError."""
    checks.size(len(data), name)
    return _finish(_draft(data, name), measure)


def read_url(url: str, measure: int = MEASURE, *, door: "Door | None" = None) -> Article:
    """The article of a public web page, plain text or PDF; raises FetchError (`door` widens the way for tests only)."""
    from quizgen.article import fetch

    page = fetch.fetch(url, door or fetch.Door())
    if page.kind == "html":
        from quizgen.article.html import draft

        found = draft(page.data, page.charset, page.url)
        checks.page(found.text)
    else:
        found = _draft(page.data, page.name)
    return _finish(
        Draft(found.text, source=page.host).over(
            title=found.title, author=found.author, source=found.source, date=found.date
        ),
        measure,
    )


def _load(path: Path) -> bytes:
    """The bytes of a regular file, its size checked before it is opened."""
    try:
        if path.is_dir():
            raise ReadError("« {path} » est un dossier : indiquez un fichier.", path=path)
        if not path.exists():
            raise ReadError("Le fichier « {path} » est introuvable : vérifiez son nom et son dossier.", path=path)
        if not path.is_file():
            raise ReadError("« {path} » n'est pas un fichier ordinaire : indiquez un document.", path=path)
        checks.size(path.stat().st_size, path.name)
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name; OSError: rights, a name too long
        raise ReadError(
            "Le fichier « {path} » ne peut pas être ouvert ({reason}) : vérifiez vos droits et son nom.",
            path=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error


def _draft(data: bytes, name: str) -> Draft:
    from quizgen.article.sniff import sniff

    return _READERS[sniff(data, name)](data, name)


def _from_text(data: bytes, name: str) -> Draft:
    from quizgen.article.decoding import decode

    return Draft(decode(data))


def _from_markdown(data: bytes, name: str) -> Draft:
    from quizgen.article.decoding import decode
    from quizgen.article.markdown import draft

    text = decode(data)
    checks.not_huge(text)
    return draft(text)


def _from_html(data: bytes, name: str) -> Draft:
    from quizgen.article.html import draft

    return draft(data)


def _from_docx(data: bytes, name: str) -> Draft:
    from quizgen.article.docx import draft

    return draft(data, name)


def _from_odt(data: bytes, name: str) -> Draft:
    from quizgen.article.odt import draft

    return draft(data, name)


def _from_pdf(data: bytes, name: str) -> Draft:
    from quizgen.article.pdf import draft

    return draft(data, name)


#: what `sniff` finds -> who reads it; each imports its library only when called
_READERS: dict[str, Callable[[bytes, str], Draft]] = {
    "text": _from_text,
    "markdown": _from_markdown,
    "html": _from_html,
    "docx": _from_docx,
    "odt": _from_odt,
    "pdf": _from_pdf,
}


def _finish(draft: Draft, measure: int) -> Article:
    """Title, repairs, checks, lines: the same for every source."""
    from quizgen.article.byline import part_byline
    from quizgen.article.repair import repair, repair_line
    from quizgen.article.titles import part_title

    checks.not_empty(draft.text)
    checks.not_huge(draft.text)
    title, body = part_title(draft.text, draft.title)
    byline = part_byline(body if title else "")
    text = repair(byline.rest if byline.author or byline.date else body)
    checks.length(text)
    checks.french(text)
    facts = (draft.author or byline.author, draft.source, draft.date or byline.date)
    author, source, date = (repair_line(fact) for fact in facts)
    return Article.of(text, title=repair_line(title), author=author, source=source, date=date, measure=measure)
