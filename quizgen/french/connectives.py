"""Connectives and the logical relation they express, where it is beyond doubt (data/connectives.toml)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "connectives.toml"
_OPENING_MARKS = r"[\s«“\"(—–-]*"
# What must stand before and after a connective, by the place in which it is sure.
_PLACES = {
    "anywhere": (r"(?<![\w'’-])", ""),
    "opening": (rf"(?:^{_OPENING_MARKS}|(?<=[,;:(—–])[\s«]*)(?:(?:et|mais|ou)\s+)?", ""),
    "initial": (rf"^{_OPENING_MARKS}", ""),
    "set_off": (rf"(?:^{_OPENING_MARKS}|(?<=[,;:—–])\s*)", r"(?=\s?,|\s?:)"),
}
_ENDINGS = {
    "que": r"qu(?:e\b|['’])",
    "de": r"(?:d(?:e|u|es)\b|d['’])",
    "à": r"(?:à|aux?)\b",
}


@dataclass(frozen=True)
class Connective:
    """A connective as it stands in the sentence, characters start to end, and the label of its relation."""

    text: str
    relation: str
    start: int
    end: int


def find(sentence: str) -> list[Connective]:
    """The connectives of a sentence, in order; of two that overlap, the longer one."""
    found = [
        Connective(match["word"], label, *match.span("word"))
        for pattern, label in _patterns()
        for match in pattern.finditer(sentence)
    ]
    found.sort(key=lambda each: (each.start - each.end, each.start))
    kept: list[Connective] = []
    for each in found:
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def relations() -> tuple[str, ...]:
    """The labels of all relations, as a question names them: « l'opposition », « la cause »…"""
    return tuple(_label(table) for table in _tables().values())


def rivals(relation: str) -> tuple[str, ...]:
    """The labels that may stand beside this one as wrong choices: all but the near ones."""
    tables = _tables()
    name = next(name for name, table in tables.items() if _label(table) == relation)
    near = {name, *tables[name]["near"]} | {other for other, table in tables.items() if name in table["near"]}
    return tuple(_label(table) for other, table in tables.items() if other not in near)


def _label(table: dict[str, list[str] | str]) -> str:
    return str(table["label"])


@cache
def _tables() -> dict[str, dict[str, list[str] | str]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """One pattern per connective, with its relation's label."""
    return tuple(
        (_pattern(word, place), _label(table))
        for table in _tables().values()
        for place in _PLACES
        for word in table.get(place, [])
    )


def _pattern(word: str, place: str) -> re.Pattern[str]:
    """« en raison de » → a pattern that takes « En raison des », either apostrophe and any spaces."""
    before, after = _PLACES[place]
    head, _, last = word.rpartition(" ")
    tail = _ENDINGS.get(last, re.escape(last) + r"(?![\w-])")
    # « lorsque », « puisque », « quoique » elide too.
    if last.endswith("que") and last != "que":
        tail = re.escape(last[:-1]) + r"(?:e\b|['’])"
    body = " ".join(re.escape(part) for part in head.split()) + (" " if head else "")
    body = re.sub("['’]", "['’]", body).replace(" ", r"[\s\u00a0]+")
    tail = re.sub(r"(?<!\[)'(?!’)", "['’]", tail)
    return re.compile(rf"{before}(?P<word>{body}{tail}){after}", re.I)
