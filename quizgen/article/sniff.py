"""What a file is, by its bytes first; its extension only tells Markdown and HTML from plain text."""

import io
import re
import zipfile
from pathlib import PurePath

from quizgen.article.archive import DAMAGE, damaged
from quizgen.errors import ReadError

#: signatures of files that people do upload and that hold no text we can read
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp")
_OTHERS = (b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"ID3", b"OggS", b"RIFF", b"\xca\xfe\xba\xbe")
_CLAIMS = {".pdf": "pdf", ".docx": "docx", ".odt": "odt"}
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def sniff(data: bytes, name: str) -> str:
    """One of text, markdown, html, docx, odt, pdf; raises ReadError for what is none of them."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _sniff_zip(data, name)
    _refuse_known(data, name)
    extension = PurePath(name).suffix.lower()
    if extension in _CLAIMS:
        raise ReadError(
            "« {name} » n'est pas un vrai fichier {kind}, ou il est endommagé : "
            "enregistrez-le de nouveau, ou copiez et collez le texte.",
            name=name,
            kind=extension[1:].upper(),
        )
    if _MARKUP.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) or extension in (".html", ".htm", ".xhtml"):
        return "html"
    return "markdown" if extension in (".md", ".markdown") else "text"


def _sniff_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except DAMAGE as error:
        raise damaged(name) from error
    if any(part.startswith("word/") for part in names):
        return "docx"
    if any(part.startswith(("xl/", "ppt/")) for part in names):
        raise ReadError(
            "« {name} » est un classeur ou un diaporama : copiez le texte dans un document (.docx, .odt, .txt).",
            name=name,
        )
    if "content.xml" in names:
        return "odt"
    raise ReadError(
        "« {name} » est une archive, pas un document : donnez le fichier .docx, .odt, .pdf, .html ou .txt "
        "qu'elle contient.",
        name=name,
    )


def _refuse_known(data: bytes, name: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadError("« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe.", name=name)
        raise ReadError(
            "« {name} » est un ancien document Word (.doc) : ouvrez-le dans Word ou LibreOffice et "
            "enregistrez-le en .docx.",
            name=name,
        )
    if data.startswith(b"{\\rtf"):
        raise ReadError(
            "« {name} » est un document RTF : ouvrez-le dans un traitement de texte et enregistrez-le "
            "en .docx ou .odt.",
            name=name,
        )
    if data.startswith(_PICTURES):
        raise ReadError(
            "« {name} » est une image : quizgen ne lit pas le texte d'une image ; tapez ou collez le texte.", name=name
        )
    if data.startswith(_OTHERS):
        raise ReadError(
            "« {name} » n'est pas un document de texte : donnez un fichier .docx, .odt, .pdf, .html, .md ou .txt.",
            name=name,
        )
