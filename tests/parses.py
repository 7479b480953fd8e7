"""Recorded parses, so that unit tests load no model: `reading_of(text)` gives what `quizgen.french.reading.read` would.

`python -m tests.parses` records anew whatever the tests read: run it when a text or the model changes. The record is
CoNLL-U in its columns; XPOS holds nothing, DEPS the entity (« B-PER »), and white space is written as in JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from quizgen.article.record import Article
from quizgen.french import pipeline
from quizgen.french.reading import Reading, Sentence, read

ROOT = Path(__file__).resolve().parent.parent
RECORD = Path(__file__).with_name("parses") / "parses.conllu"
COMMAND = "python -m tests.parses"
#: set while recording: what is missing is parsed and added
RECORDING = "QUIZGEN_RECORD_PARSES"


def reading_of(text: str) -> Reading:
    """`text` as read, its paragraphs taken from the record; fails with the command to run where one is missing."""
    article = Article.of(text)
    recorded = [document(article.text[start:end]) for start, end in article.paragraphs]
    with patch.object(pipeline, "load", lambda *_: None), patch.object(pipeline, "parse", lambda *_: recorded):
        return read(article.text, article.paragraphs)


def sentence_of(text: str) -> Sentence:
    """The only sentence of `text`."""
    (sentence,) = reading_of(text).sentences
    return sentence


def document(paragraph: str) -> Doc:
    """The parsed paragraph, rebuilt from its record."""
    rows = records().get(paragraph)
    if rows is None and RECORDING in os.environ:
        (parsed,) = pipeline.parse([paragraph])
        rows = records()[paragraph] = rows_of(parsed)
        with RECORD.open("a", encoding="utf-8") as out:
            out.write(written(paragraph, rows))
    assert rows is not None, f"no parse recorded of « {paragraph} »: run {COMMAND}"
    return rebuilt(rows)


@cache
def records() -> dict[str, tuple[str, ...]]:
    """Paragraph -> its rows."""
    found = {}
    for block in RECORD.read_text(encoding="utf-8").split("\n\n"):
        head, *rows = block.strip("\n").split("\n")
        if rows:
            found[json.loads(head.removeprefix("# text = "))] = tuple(rows)
    return found


@cache
def vocabulary() -> Vocab:
    """The words of the language, without a model."""
    import quizgen.french.components  # noqa: F401  registers fr_quizgen

    return spacy.blank("fr_quizgen").vocab


def written(paragraph: str, rows: Iterable[str]) -> str:
    """A paragraph and its rows as the record holds them."""
    return "\n".join([f"# text = {json.dumps(paragraph, ensure_ascii=False)}", *rows, "", ""])


def rows_of(doc: Doc) -> tuple[str, ...]:
    """One row a token."""
    return tuple("\t".join(_cells(token)) for token in doc)


def _cells(token: Token) -> Iterable[str]:
    entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "_"
    head = 0 if token.head == token else token.head.i + 1
    yield from (
        str(token.i + 1),
        _escaped(token.text),
        _escaped(token.lemma_),
        token.pos_,
        "_",
        str(token.morph) or "_",
        str(head),
        token.dep_,
        entity,
        "_" if token.whitespace_ else "SpaceAfter=No",
    )


def rebuilt(rows: Iterable[str]) -> Doc:
    """The document of the rows of one paragraph."""
    cells: list[list[str]] = [row.split("\t") for row in rows]
    _, words, lemmas, pos, _, morphs, heads, deps, entities, spaces = map(list, zip(*cells, strict=True))
    options: dict[str, Any] = {
        "words": [_plain(word) for word in words],
        "lemmas": [_plain(lemma) for lemma in lemmas],
        "pos": pos,
        "deps": deps,
        "morphs": ["" if morph == "_" else morph for morph in morphs],
        "heads": [int(head) - 1 if head != "0" else place for place, head in enumerate(heads)],
        "ents": ["O" if entity == "_" else entity for entity in entities],
        "spaces": [space == "_" for space in spaces],
    }
    return Doc(vocabulary(), **options)


def _escaped(word: str) -> str:
    return json.dumps(word)[1:-1] if any(character.isspace() for character in word) else word or "_"


def _plain(word: str) -> str:
    return str(json.loads(f'"{word}"')) if "\\u" in word or "\\n" in word or "\\t" in word else word


def record() -> int:
    """Record anew what the tests read; gives the exit status of pytest, which runs to see what they read."""
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text("", encoding="utf-8")
    rooms = [str(ROOT / "tests" / room) for room in ("askers", "french")]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", "not model", *rooms],
        cwd=ROOT,
        check=False,
        env={**os.environ, RECORDING: "1"},
    )
    _sort()
    return run.returncode


def _sort() -> None:
    RECORD.write_text("".join(written(*pair) for pair in sorted(records().items())), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(record())
