"""Sentence ends that lost the space after them (« accrue.Plus »), and the paragraph breaks that were lost there."""

import re

from quizgen.article.addresses import outside, sub
from quizgen.article.wordlist import words

_CAPITAL = "[A-ZÀ-ÖØ-ÞŒŸ]"
_END = r"(?P<end>(?:\.{2,}|[.…]|[!?]+)(?:[ \xa0\u202f]?[»”]|\))?)"
#: a word, not an initial (J.-C., S.N.C.F.), a domain (Exemple.fr) or a file (Node.JS)
_NEXT = (
    rf"(?=(?:[«“][ \xa0\u202f]?)?(?:{_CAPITAL}[a-zà-öø-ÿœ’']+(?![\w]*\.\w)|[AÀYÔ][ \xa0]|{_CAPITAL}{{2,}}\b)|[«“])"
    r"(?!(?:JS|NET|COM|FR|ORG|Com|Fr|Org|Net|Js|Py|Md|Txt|Pdf|Doc|Docx|Html)\b)"
)
_GLUE = outside(rf"(?<=[\w»”\"’)\]%€°]){_END}{_NEXT}|(?<=[^\W_][ \xa0\u202f]){_END.replace('end', 'spaced')}{_NEXT}")
_ASIDE = outside(r"(?<=[^\W_][ \xa0\u202f])(?P<tall>[!?])(?=[a-zà-ÿœ])")
#: words that a full stop shortens: what follows them is no new sentence
_SHORTENED = words("""
    m mm mme mmes mlle mlles me dr pr mgr st ste sr jr art al av bd cf chap coll dir éd ex fig hab ibid inv env max min
    no nos op p pp réf sect suiv sv t tél trad vol vs ph
    """)
_SENTENCE = re.compile(rf"[.!?…][»”\")\]  \u202f]*[ ](?=[«“\"  ]*{_CAPITAL})")
#: words: a paragraph of one sentence is silly below the first; a block above the second may hold lost breaks
_SILLY, _LUMP = 30, 120


def part_glued(text: str) -> str:
    """A space after each glued sentence end, or a paragraph break where a lump of text has lost its breaks there."""
    blocks = text.split("\n\n")
    whole = len(text.split())
    return "\n\n".join(_part(block, whole) for block in blocks)


def _part(block: str, whole: int) -> str:
    block = sub(_ASIDE, lambda found: f"{found['tall']} ", block)
    length = len(block.split())
    lump = "\n" not in block and (length >= _LUMP or length * 3 >= whole * 2)
    broken = sub(_GLUE, lambda found: _gap(found, "\n\n"), block) if lump else block
    parts = broken.split("\n\n")
    if len(parts) > 1 and sum(map(_is_silly, parts)) * 2 <= len(parts):
        return broken
    return sub(_GLUE, lambda found: _gap(found, " "), block)


def _gap(found: re.Match[str], gap: str) -> str:
    end = found["end"] or found["spaced"]
    before = found.string[max(0, found.start() - 60) : found.start()]
    if end.startswith(".") and _is_shortened(before):
        return end
    if gap == "\n\n" and (end[0] == "…" or end.startswith("..") or _within_quotes(found) or _numbers(found)):
        gap = " "
    return f"{end}{gap}"


def _is_shortened(before: str) -> bool:
    """Whether the full stop after `before` shortens a word or a name rather than ending a sentence."""
    word = re.search(r"[^\W\d_]+$", before)
    if word is None:
        return False
    lone = len(word.group()) == 1 and word.group() not in "àyÀ"
    return lone or word.group().lower() in _SHORTENED or before[: word.start()].endswith(".")


def _numbers(found: re.Match[str]) -> bool:
    """Whether the full stop follows the number of a heading (1.Introduction)."""
    return found.start() < 5 and found.string[: found.start()].strip().isdigit()


def _within_quotes(found: re.Match[str]) -> bool:
    return found.string.count("«", 0, found.end()) > found.string.count("»", 0, found.end())


def _is_silly(paragraph: str) -> bool:
    """Whether a paragraph is one short sentence."""
    return _SENTENCE.search(paragraph) is None and len(paragraph.split()) < _SILLY
