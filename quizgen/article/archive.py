"""DOCX and ODT are zip archives of XML: what is checked before a parser sees one."""

import io
import re
import zipfile
import zlib

from quizgen.errors import ReadError

#: bytes once unpacked: all of it, and one XML part (the text of a long book is 3 MB); honest XML packs 10 to 30 times
_WHOLE, _PART, _RATIO = 200 * 1024 * 1024, 40 * 1024 * 1024, 300
_MEMBERS = 5000
_MANIFEST = "META-INF/manifest.xml"
#: what zipfile, python-docx and odfpy stumble over when a part is cut off, scrambled or not there
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    IndexError,
    EOFError,
    OSError,
    RecursionError,
    NotImplementedError,
)
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def check_archive(data: bytes, name: str, needed: tuple[str, ...], others: tuple[str, ...] = ()) -> None:
    """Refuses a zip bomb, a damaged or missing part, an encrypted document, and XML that declares entities of its own.

    Python's zipfile never unpacks more than the directory announces, so that the announced sizes are the real ones.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive.infolist(), name)
            there = set(archive.namelist())
            if _MANIFEST in there and b"encryption-data" in archive.read(_MANIFEST):
                raise _locked(name)  # first: an encrypted part is no XML
            for part in (*needed, *(part for part in others if part in there)):
                _check_part(archive.read(part), name)
    except DAMAGE as error:
        raise damaged(name) from error
    except RuntimeError as error:  # what zipfile raises for a member with a password
        raise _locked(name) from error


def damaged(name: str) -> ReadError:
    """The refusal of a document that its own format's parser cannot read."""
    return ReadError(
        "« {name} » est un document endommagé ou incomplet : enregistrez-le de nouveau, ou copiez et collez le texte.",
        name=name,
    )


def _check_sizes(members: list[zipfile.ZipInfo], name: str) -> None:
    whole = sum(member.file_size for member in members)
    swollen = any(
        member.file_size > 1024 * 1024 and member.file_size > _RATIO * max(1, member.compress_size)
        for member in members
    )
    fat = any(member.file_size > _PART for member in members if member.filename.endswith((".xml", ".rels")))
    if whole > _WHOLE or fat or swollen or len(members) > _MEMBERS:
        raise ReadError(
            "« {name} » se déplie en {size} Mo : ce n'est pas un document ordinaire. Copiez et collez le texte.",
            name=name,
            size=round(whole / 1024 / 1024),
        )


def _check_part(xml: bytes, name: str) -> None:
    from lxml import etree

    if _DOCTYPE.search(xml):  # before any parser sees it
        raise ReadError(
            "« {name} » contient des instructions XML qu'aucun traitement de texte n'écrit : "
            "copiez et collez le texte.",
            name=name,
        )
    try:  # odfpy prints a part that is cut off and goes on without it: so it is parsed here first
        etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error


def _locked(name: str) -> ReadError:
    return ReadError("« {name} » est protégé par un mot de passe : enregistrez-le sans mot de passe.", name=name)
