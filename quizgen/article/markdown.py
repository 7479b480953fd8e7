"""Markdown as plain text: headings, emphasis, links and lists lose their signs; front matter gives the facts."""

import re

from quizgen.article.draft import Draft
from quizgen.article.titles import plausible_title

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<matter>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>\S.*?)[ \t]*$", re.M)
_KEYS = {
    "title": "title",
    "titre": "title",
    "author": "author",
    "auteur": "author",
    "source": "source",
    "site": "source",
    "date": "date",
}
_H1 = re.compile(r"\A\s*(?:#[ \t]+(?P<hash>.+?)[ \t]*#*[ \t]*$|(?P<under>\S[^\n]*)\n=+[ \t]*$)", re.M)
_CODE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.M | re.S)
#: in this order: (pattern, what stays)
_RULES = tuple(
    (re.compile(pattern, re.M), kept)
    for pattern, kept in (
        (r"<!--[\s\S]*?-->", ""),
        (r"^\[\^?[^\[\]\n]+\]:.*$", ""),  # definitions of links and notes
        (r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)", ""),  # pictures
        (r"\[\^[^\]\n]+\]", ""),  # calls of notes
        (r"\[([^\[\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]*\))*\)", r"\1"),  # links
        (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]*\]", r"\1"),
        (r"<((?:https?://|mailto:)[^>\s]+)>", r"\1"),
        (r"</?(?:a|b|i|em|strong|u|s|sup|sub|br|p|div|span|img|center|small|mark)(?:\s[^<>\n]*)?/?>", ""),
        (r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", ""),  # rules
        (r"^[ \t]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", r"\n\1\n"),  # headings, a paragraph of their own
        (r"^(\S[^\n]*)\n[=-]{3,}[ \t]*$", r"\n\1\n"),
        (r"^(?:[ \t]{0,3}>[ \t]?)+", ""),  # quotations
        (r"^[ \t]*[*+-][ \t]+(?:\[[ xX]\][ \t]+)?", "- "),  # items
        (r"^[ \t]+(?=\d{1,3}[.)][ \t])", ""),
        (r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)([^\n]*?\S)\1(?![\w*])", r"\2"),
        (r"(?<!\\)(\*{2})(?=\S)([^\n]*?\S)\1", r"\2"),
        (r"~~(?=\S)([^\n]*?\S)~~", r"\1"),
        (r"(`+)([^`\n]+)\1", r"\2"),
        (r"(?<! )(?:[ ]{2,}|\\)\n", "\n"),
        (r"\\([\\`*_{}\[\]()#+.!>~|-])", r"\1"),  # escapes
    )
)


def draft(source: str) -> Draft:
    """The text, and the title, author, source and date of the front matter or the first heading."""
    source = re.sub(r"\r\n?", "\n", source)
    front = _FRONT.match(source)
    facts = _facts(front["matter"]) if front else {}
    body = source[front.end() :] if front else source
    heading = _H1.match(body)
    if heading and "title" not in facts:
        facts["title"] = plain(heading["hash"] or heading["under"])
        body = body[heading.end() :]
    return Draft(plain(body)).over(**facts)


def plain(source: str) -> str:
    """Markdown without its signs; tables become a line a row."""
    text = _CODE.sub("", source)
    for rule, kept in _RULES:
        text = rule.sub(kept, text)
    text = re.sub(r"^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?$", "", text, flags=re.M)
    text = re.sub(r"^\|(.+)\|[ \t]*$", lambda row: row[1].replace("|", " : ").strip(), text, flags=re.M)
    return text.strip("\n")


def _facts(matter: str) -> dict[str, str | None]:
    facts: dict[str, str | None] = {}
    for pair in _PAIR.finditer(matter):
        name, value = _KEYS.get(pair["key"].lower()), pair["value"].strip("\"' ")
        if name and value and not value.startswith(("[", "{", "|", ">")):
            facts.setdefault(name, plausible_title(value) if name == "title" else value)
    return {name: value for name, value in facts.items() if value}
