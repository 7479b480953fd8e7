"""The figures of understanding.py, on facts whose figures can be reckoned by hand."""

import pytest

from benchmarks.curves import drawing
from benchmarks.understanding import Found, by_role, calibration_error, precisions, reliability, show

FACTS = [
    Found("subject", 0.95, True),
    Found("subject", 0.95, True),
    Found("subject", 0.85, False),
    Found("subject", 0.15, False),
]


def test_precision_of_the_surest_ones() -> None:
    assert list(precisions(FACTS)) == pytest.approx([1, 1, 2 / 3, 1 / 2])


def test_calibration_error_weighs_each_bin_by_its_facts() -> None:
    assert calibration_error(FACTS) == pytest.approx((0.1 + 0.85 + 0.15) / 4)


def test_perfect_confidence_has_no_error() -> None:
    assert calibration_error([Found("object", 0.5, True), Found("object", 0.5, False)]) == pytest.approx(0)


def test_reliability_shows_each_bin() -> None:
    assert "| 0.9–1.0 | 2 | 0.95 | 1.00 |" in reliability(FACTS)


def test_the_table_of_a_set(capsys: pytest.CaptureFixture[str]) -> None:
    points = show("Mes phrases", [(fact, "words") for fact in FACTS], {"subject": 4}, "subject")
    shown = capsys.readouterr().out
    assert "| subject | 4 | 4 | 50.0 | 50.0 | 100.0 | 50.0 | 50.0 |" in shown
    assert "  0.85 words" in shown
    assert {point["precision"] for point in points if point["role"] == "all"} == {1.0, 0.6667, 0.5}


def test_the_picture_holds_a_curve_a_set() -> None:
    rows = [{"set": "GSD test", "role": "subject", "share": 0.5, "precision": 1.0}]
    assert drawing(by_role(rows)).count("<polyline") == 1
