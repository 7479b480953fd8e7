"""From bytes to text: BOM, then what was declared, utf-8, cp1252, and charset-normalizer as the last resort."""

import codecs
import re

from quizgen.errors import ReadError

#: utf-32 first: its little-endian BOM begins with utf-16's
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: letters that French text in another 8-bit encoding (cp850, Mac Roman) turns into when read as cp1252
_STRANGERS = re.compile(r"[\x81\x8d\x8f\x90\x9d‚ƒ„†‡ˆ‰Š‹ŽŠž¡¢£¤¥¦¨©¬®¯±´µ¶·¸¼½¾¿]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`; raises ReadError where it is no text at all."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _without_bom(data)
    if wide:
        return data.decode(wide, errors="replace")
    text = _first_that_fits(data, declared)
    if len(_CONTROLS.findall(text)) > len(text) * 0.01:
        raise ReadError(
            "Ce fichier n'est pas du texte (données binaires) : donnez un fichier .docx, .odt, .pdf, "
            ".html, .md ou .txt, ou collez le texte."
        )
    return text


def _without_bom(data: bytes) -> str | None:
    """utf-16 as some editors save it, without a BOM: every second byte of Latin text is zero."""
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 2 * 0.7
    if odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if even > enough and not odd else None


def _first_that_fits(data: bytes, declared: str | None) -> str:
    # utf-8 before the declaration: bytes that are valid utf-8 are practically never anything else
    for encoding in ("utf-8", declared):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    text = _strictly(data, "cp1252")
    if text is not None and _looks_french(text):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1252", "cp850", "mac_roman", "latin_1", "cp437"]).best()
    return str(best) if best else data.decode("cp1252", errors="replace")


def _strictly(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _looks_french(text: str) -> bool:
    foreign = [letter for letter in text if ord(letter) > 127]
    return len(_STRANGERS.findall(text)) <= len(foreign) * 0.3
