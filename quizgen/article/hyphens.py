"""Hyphenation at line ends: « développe-⏎ment » is one word, « porte-⏎parole » keeps its hyphen."""

import re

from quizgen.article.compounds import CLITICS, FIRSTS, LINKS, NUMBERS, PAIRS, SOLID, TAILS, WEAK

#: lengths are bounded: a long run of letters must not be searched again from each of them
_CUT = re.compile(
    "(?P<before>(?:\\w{1,40}['’-]){0,6})(?P<first>\\w{1,40})[-\u2010¬]\n[ \t]*"
    "(?P<second>\\w{1,40})(?P<after>(?:-[^\\W\\d_]{1,40}){0,6})"
)


def undo_hyphenation(text: str) -> str:
    """Joins the words that a line end cuts, with or without their hyphen; the text's own other uses decide first."""
    if not _CUT.search(text):
        return text
    known = frozenset(re.findall(r"\w+(?:-\w+)*", text.lower()))
    return _CUT.sub(lambda cut: _join(cut, known), text)


def _join(cut: re.Match[str], known: frozenset[str]) -> str:
    hyphen = "-" if _keeps(cut["before"], cut["first"], cut["second"], cut["after"], known) else ""
    return f"{cut['before']}{cut['first']}{hyphen}{cut['second']}{cut['after']}"


def _keeps(before: str, first: str, second: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen belongs to the word."""
    head, tail = first.lower(), second.lower()
    if not (first + second).isalpha() or second[0].isupper():
        return True  # covid-19, Saint-Denis
    if head + tail in known or head + tail in SOLID:
        return False
    linked = (before.endswith("-") and head in LINKS) or (bool(after) and tail in LINKS)
    return linked or f"{head}-{tail}" in known or _is_compound(head, tail)


def _is_compound(head: str, tail: str) -> bool:
    if tail in CLITICS or head in WEAK.get(tail, ()) or (head in NUMBERS and tail in NUMBERS):
        return True
    return (head in FIRSTS and tail not in TAILS) or tail in PAIRS.get(head, ())
