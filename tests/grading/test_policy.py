"""The marking policy as a file, and what is said where it is wrong."""

from pathlib import Path

import pytest

from quizgen.errors import SettingsError
from quizgen.grading.policy import Policy


@pytest.mark.parametrize(
    ("name", "text"), [("p.toml", "tolerance = 30\naccents = true\n"), ("p.json", '{"tolerance": 30, "accents": true}')]
)
def test_read_from_a_file(tmp_path: Path, name: str, text: str) -> None:
    """What is not set stays as it is by default; the record comes back from its JSON."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    policy = Policy.load(path)
    assert (policy.tolerance, policy.accents, policy.half_marks) == (30, True, True)
    assert Policy.from_json(policy.to_json()) == policy


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"tolerence": 30}', "« tolerence » n'existe pas"),
        ('{"tolerance": 300}', "de 0 à 100"),
        ('{"accents": 1}', "« accents » ne convient pas"),
        ('{"penalty": 2}', "« penalty » va de 0 à 1"),
        ("[1]", "par nom"),
        ("{", "ne se lit pas"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        Policy.load(path)
