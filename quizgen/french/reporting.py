"""Verbs of saying and the words that name a source (data/reporting.toml)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "reporting.toml"


@dataclass(frozen=True)
class Reporting:
    """What a verb of saying does: takes a direct quote, presents it as a fact, says something only beside a quote."""

    lemma: str
    direct: bool
    factual: bool
    only_quoting: bool
    ask: str


def reporting(lemma: str) -> Reporting | None:
    """The traits of a verb of saying, by its lemma without « se »; None for any other verb."""
    return _verbs().get(lemma.lower())


def is_reporting(lemma: str) -> bool:
    """Whether the verb may introduce quoted or reported speech."""
    return lemma.lower() in _verbs()


def source_markers(weak: bool = False) -> tuple[str, ...]:
    """What names a source: « selon », « d'après »…; with `weak` also « pour », which does so only before a person."""
    sources = _tables()["sources"]
    return (*sources["strong"], *(sources["weak"] if weak else ()))


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _verbs() -> dict[str, Reporting]:
    """All verbs of the table by lemma."""
    tables = _tables()
    direct, fact, indirect, quote = (set(tables[name]["verbs"]) for name in ("direct", "fact", "indirect", "quote"))
    ask = {lemma: asked for asked, lemmas in tables["ask"].items() for lemma in lemmas}
    return {
        lemma: Reporting(
            lemma,
            direct=lemma not in indirect,
            factual=lemma in fact,
            only_quoting=lemma in quote,
            ask=ask.get(lemma, lemma),
        )
        for lemma in direct | fact | indirect | quote
    }
