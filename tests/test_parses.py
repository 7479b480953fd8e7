"""The recorded parses that the unit tests live on."""

from typing import Any

import pytest
from parses import COMMAND, document, records, rows_of


def test_missing_record_names_the_command() -> None:
    with pytest.raises(AssertionError, match=COMMAND):
        document("Personne n'a jamais analysé cette phrase-ci, ni ne l'analysera.")


def test_record_gives_back_the_paragraph_to_the_letter() -> None:
    """Text and annotation of a rebuilt document are those that were recorded."""
    for paragraph, rows in records().items():
        doc = document(paragraph)
        assert doc.text == paragraph
        assert rows_of(doc) == rows


@pytest.mark.model
def test_records_are_those_of_the_shipped_model(nlp: Any) -> None:
    """The shipped model parses every recorded paragraph as recorded, sentence by sentence."""
    parsed = dict(zip(records(), nlp.pipe(records()), strict=True))
    stale = [
        text
        for text, rows in records().items()
        if rows_of(parsed[text]) != rows or cuts(parsed[text]) != cuts(document(text))
    ]
    assert not stale, f"{len(stale)} parses are not the shipped model's: run {COMMAND}"


def cuts(doc: Any) -> list[int]:
    """Where the sentences of a document begin."""
    return [sentence.start for sentence in doc.sents]
