"""The catalogues of what pages, errors and command line say: French is the source, English translates it."""

import gettext
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import BinaryIO

FOLDER = Path(__file__).resolve().parent
#: the languages of the interface, the source language first
LANGUAGES = ("fr", "en")


class French(gettext.NullTranslations):
    """The source language: each sentence is its own translation, and zero is singular."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """`msgid1` up to one, `msgid2` from two."""
        return msgid1 if n < 2 else msgid2


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The catalogue of `lang`; compiled in memory where a checkout holds no .mo as fresh as its .po."""
    if lang == LANGUAGES[0]:
        return French()
    source = FOLDER / lang / "LC_MESSAGES" / "messages.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return gettext.GNUTranslations(compiled.open("rb"))  # type: ignore[arg-type]
    return gettext.GNUTranslations(_compile(source))  # type: ignore[arg-type]


def translator(lang: str) -> Callable[[str], str]:
    """The function from a French sentence to the sentence in `lang`; loads nothing before it is first called."""
    return str if lang == LANGUAGES[0] else lambda sentence: catalogue(lang).gettext(sentence)


def _compile(source: Path) -> BinaryIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    binary = io.BytesIO()
    with source.open("rb") as text:
        write_mo(binary, read_po(text))
    binary.seek(0)
    return binary
