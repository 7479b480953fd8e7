"""Characters: mojibake, ligatures, invisible signs and odd spaces; quotes ’ « » and no-break spaces stay."""

import re

_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\u180e"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_SOFT_HYPHEN = re.compile("[\xad\u200b]\n[ \t]*(?=[^\\W\\d_])|\xad")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
#: thin and figure spaces stand inside numbers or before signs: they bind; the others are plain spaces
_THIN, _PLAIN = re.compile("[\u2007\u2009\u200a]"), re.compile("[\t\u1680\u2000-\u2006\u2008\u205f\u3000]")
_RUN = re.compile("[ \xa0\u202f]{2,}")
_BINDS_BEFORE, _BINDS_AFTER = tuple(";:?!»%"), "«"


def mend_encoding(text: str) -> str:
    """Mojibake, ligatures, HTML entities, decomposed accents; curly quotes stay curly (ftfy 6)."""
    import ftfy

    mended: str = ftfy.fix_text(text, uncurl_quotes=False, explain=False, fix_character_width=False)
    return mended


def drop_invisibles(text: str) -> str:
    """Soft hyphens (with the line end they made), zero-width signs, marks of direction and control characters go."""
    text = _BREAKS.sub("\n", text).replace("\u2029", "\n\n")
    return _INVISIBLE.sub("", _SOFT_HYPHEN.sub("", text))


def bare_spaces(text: str) -> str:
    """One space between words, none at the edges of a line, one blank line between paragraphs."""
    text = _PLAIN.sub(" ", _THIN.sub("\u202f", text))
    text = _RUN.sub(_one_space, text)
    text = re.sub("[ \xa0\u202f]*\n[ \xa0\u202f]*", "\n", text)
    return re.sub("\n{3,}", "\n\n", text).strip()


def _one_space(run: re.Match[str]) -> str:
    """A no-break space survives among others only where it binds a sign or figures: web pages scatter them."""
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    binds = after in _BINDS_BEFORE or before == _BINDS_AFTER or (before.isdigit() and after.isdigit())
    hard = run.group().replace(" ", "")
    return hard[0] if hard and binds else " "
