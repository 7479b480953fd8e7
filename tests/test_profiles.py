"""Profiles of exams: what the shipped ones allow and are worth, and what is wrong in a file is said with its name."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.errors import SettingsError, TemplateError
from quizgen.kinds import all_kinds, kind_named
from quizgen.profiles import all_profiles, kinds_of, load, profile_named
from quizgen.quiz import Wanted

NAMES = '[name]\nfr = "Essai"\nen = "Trial"\n[description]\nfr = "Un essai."\nen = "A trial."\n'


def written(folder: Path, text: str) -> Path:
    """A profile's file that holds `text` and its names."""
    path = folder / "essai.toml"
    path.write_text(f"{text}\n{NAMES}", encoding="utf-8")
    return path


def test_the_profiles_of_the_contract() -> None:
    assert set(all_profiles()) >= {"libre", "delf", "dnb"}
    for profile in all_profiles().values():
        assert set(profile.name) == set(profile.description) == {"fr", "en"}


def test_libre_is_no_wish() -> None:
    """All kinds, one point each, no level and no balance."""
    libre = profile_named(Wanted.profile)
    assert libre.allowed == tuple(all_kinds())
    assert (libre.level, dict(libre.skills), libre.narrows) == (None, {}, False)
    assert {libre.weight(sample) for kind in all_kinds().values() for sample in kind.samples()} == {1}


def test_delf_writes_nothing() -> None:
    """Only kinds answered by choosing; true or false stays, its justified twin goes."""
    allowed = profile_named("delf").allowed
    assert {"multiple_choice", "true_false", "matching"} <= set(allowed)
    assert not {"true_false_justified", "short_answer"} & set(allowed)
    assert all(kind_named(name).selected_response for name in allowed)


def test_dnb_gives_a_point_and_one_for_each_clue() -> None:
    """« Justifiez en relevant deux indices » : three points, a short answer one."""
    dnb = profile_named("dnb")
    assert {"short_answer", "find_in_text", "true_false_justified"} <= set(dnb.allowed)
    (judged,) = kind_named("true_false_justified").samples()
    assert dnb.weight(judged) == 2
    assert dnb.weight(replace(judged, evidence=judged.evidence * 2)) == 3
    assert dnb.weight(kind_named("short_answer").samples()[0]) == 1


def test_kinds_of_teacher_and_profile() -> None:
    """None named: the profile's; named: those; one that the profile leaves out is refused by name."""
    assert kinds_of(Wanted(profile="delf")) == profile_named("delf").allowed
    assert kinds_of(Wanted(profile="delf", kinds=("matching",))) == ("matching",)
    with pytest.raises(SettingsError, match=r"« delf ».*« open_answer ».*changez de profil.*matching"):
        kinds_of(Wanted(profile="delf", kinds=("matching", "open_answer")))
    with pytest.raises(SettingsError, match=r"« bac ».*dnb"):
        kinds_of(Wanted(profile="bac"))


def test_a_new_profile_is_a_file(tmp_path: Path) -> None:
    """Traits, kinds and points of a file are those of the profile."""
    path = written(tmp_path, 'traits = ["needs_text"]\nlevel = "A2"\n[points]\nfind_in_text = { base = 2 }')
    profile = load(path)
    assert set(profile.allowed) == {name for name, kind in all_kinds().items() if kind.needs_text}
    assert profile.weight(kind_named("find_in_text").samples()[0]) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kinds = ["rébus"]', "rébus"),
        ('traits = ["joli"]', "joli"),
        ('traits = ["compose"]', "compose"),
        ('level = "B3"', "B3"),
        ("[skills]\nlire = 1", "lire"),
        ("[points]\nrébus = { base = 1 }", "mal écrit"),
        ("[points]\nrebus = { base = 1 }", "rebus"),
        ("[points]\ncloze = { bonus = 1 }", "bonus"),
        ('couleur = "bleu"', "couleur"),
        ("kinds = [", "mal écrit"),
    ],
)
def test_what_is_wrong_in_a_file_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said) as error:
        load(written(tmp_path, text))
    assert "essai.toml" in str(error.value)
