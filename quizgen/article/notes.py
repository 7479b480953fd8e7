"""Marks of footnotes: « mot[1] », « mot¹ », « (voir note 3) » go; « m² », « 10³ », « CO₂ », « [sic] » stay."""

import re

from quizgen.article.wordlist import words

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
#: what a superscript 2 or 3 after it may mean besides a note: units, and names of formulas
_POWERS = words("m cm mm dm km hm dam µm μm nm mc ft in yd s h r x y z n a b c d e i k p q t v w µ π")
_BRACKET = re.compile(
    r"(?<=\S)[ \xa0\u202f]?\[[ \xa0]?(?:\d{1,3}|(?:note|n|N|nb|alpha|lower-alpha)[ \xa0]?\d{1,3}|"
    r"réf\.[ \xa0]nécessaire|"
    r"modifier[^\]\n]{0,60}|référence[ \xa0]nécessaire|source[ \xa0]insuffisante)[ \xa0]?\](?![(\w])"
    r"|(?<=[\w.,;:!?»)])\[\d{1,3}\](?=\w)"
    r"|(?<=[\w.,;!?»])\[[a-z]\](?!\w)"
)
_LETTER = f"[^\\W\\d_{_SUPERSCRIPTS}]"  # to Python a superscript figure is a letter
_RAISED = re.compile(
    f"(?P<word>{_LETTER}{{1,40}})[ \xa0]?(?P<mark>[{_SUPERSCRIPTS}]+(?:[,–-][{_SUPERSCRIPTS}]+)*)(?![⁄/])"
    f"|(?<=[.,;:!?»”)…])[ \xa0\u202f]?(?P<loose>[{_SUPERSCRIPTS}]+)(?![⁄/])"
)
_SEE = re.compile(r"[ \xa0]?[(\[](?:(?:voir|v\.|cf\.?)[ \xa0])?(?:la[ \xa0])?(?:note|n\.)[ \xa0]\d{1,3}[)\]]", re.I)


def drop_notes(text: str) -> str:
    """Without the marks that call a footnote."""
    return _RAISED.sub(_unless_power, _SEE.sub("", _BRACKET.sub("", text)))


def _unless_power(found: re.Match[str]) -> str:
    if found["word"] is None:
        return ""
    power = found["mark"] in ("²", "³") and found["word"].lower() in _POWERS
    return found.group() if power else found["word"]
