"""The figures of who_and_what.py: what counts as right."""

import json
from itertools import pairwise

import pytest

from benchmarks.who_and_what import OWN, Predicted, accepted, name_counts, whole

ROW = {
    "text": "Tyler Perry parle. Perry rit.",
    "names": [{"name": "Tyler Perry", "type": "person", "mentions": [[0, 11], [19, 24]], "descriptions": []}],
}


@pytest.mark.parametrize(
    ("senses", "types"),
    [
        ({"Person"}, {"person"}),
        ({"GroupxPerson"}, {"person", "institution"}),
        ({"Act", "Event"}, {"thing", "event"}),
        ({"Artifact"}, {"thing"}),
    ],
)
def test_types_of_supersenses(senses: set[str], types: set[str]) -> None:
    assert accepted(frozenset(senses)) == types


def test_all_mentions_under_one_name_are_right() -> None:
    found = Predicted({(0, 11): ("Tyler Perry", "person"), (19, 24): ("Tyler Perry", "person")}, {})
    counts = name_counts(ROW, found)
    assert (counts["whole"], counts["typed"], counts["b_recall"], counts["one_label"]) == (1, 2, 2, 1)


@pytest.mark.parametrize(
    "mentions",
    [
        {(0, 11): ("Tyler Perry", "person"), (19, 24): ("Perry", "person")},
        {(0, 11): ("Tyler Perry", "person")},
        {(0, 11): ("Tyler Perry", "place"), (19, 24): ("Tyler Perry", "place")},
        {(0, 11): ("x", "person"), (19, 24): ("x", "person"), (12, 17): ("x", "person")},
    ],
    ids=["apart", "one missed", "of another type", "one too many"],
)
def test_name_that_is_not_wholly_right(mentions: dict[tuple[int, int], tuple[str, str]]) -> None:
    assert not whole(ROW["names"][0], Predicted(mentions, {}))


def test_documents_mark_each_name_where_it_stands() -> None:
    """Every mention begins with a capital or is a description, and none overlaps another."""
    for row in map(json.loads, OWN.read_text(encoding="utf-8").splitlines()):
        spans = sorted(tuple(span) for name in row["names"] for span in name["mentions"])
        assert all(before[1] <= after[0] for before, after in pairwise(spans)), row["id"]
        assert all(any(c.isupper() for c in row["text"][start:end]) for start, end in spans), row["id"]
