"""What every format keeps to, and how files are written."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.errors import ExportError, SettingsError
from quizgen.exporters import File, all_exporters, exporter_named, safe_name, save, save_as
from quizgen.kinds import SAMPLE, all_kinds
from quizgen.quiz import Quiz, Wanted
from tests.samples import article_quiz, sample_quiz

FORMATS = sorted(all_exporters())
SETTINGS = [(name, option, value) for name in FORMATS for option, given in exporter_named(name).options.items()
            for value in given.values]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", sorted(all_kinds()))
def test_every_kind_in_every_format(kind: str, name: str) -> None:
    exporter = exporter_named(name)
    for sample in all_kinds()[kind].samples():
        for question in (sample, replace(sample, points=0.5, feedback=None)):
            files = exporter.files(Quiz("Un essai", SAMPLE, Wanted(), (question,)), "essai")
            assert files
            assert all(file.content for file in files)
            assert all(file.name.startswith("essai") and file.name.endswith(f".{exporter.extension}") for file in files)


@pytest.mark.parametrize(("name", "option", "value"), SETTINGS)
def test_every_value_of_every_option(name: str, option: str, value: str) -> None:
    assert exporter_named(name).files(sample_quiz(), "essai", {option: value})


@pytest.mark.parametrize("name", FORMATS)
def test_same_quiz_same_bytes(name: str) -> None:
    exporter = exporter_named(name)
    again = Quiz.from_json(article_quiz().to_json())
    assert exporter.files(article_quiz(), "essai") == exporter.files(again, "essai")


@pytest.mark.parametrize("name", FORMATS)
def test_formats_are_described(name: str) -> None:
    exporter = exporter_named(name)
    for language in ("fr", "en"):
        assert exporter.wording["name"][language]
        assert exporter.description[language]
    for option in exporter.options.values():
        assert set(option.description) >= {"fr", "en"}
        assert not option.values or option.default in option.values
        assert all(set(label) >= {"fr", "en"} for label in option.values.values())
    assert "/" in exporter.media_type


def test_unknown_format_names_those_that_exist() -> None:
    with pytest.raises(SettingsError, match=r"« wordperfect ».*docx, .*json"):
        exporter_named("wordperfect")


def test_unknown_option_names_those_that_exist() -> None:
    with pytest.raises(SettingsError, match=r"« couleur ».*parts"):
        exporter_named("docx").files(sample_quiz(), "essai", {"couleur": "rouge"})
    with pytest.raises(SettingsError, match=r"« couleur ».*aucune"):
        exporter_named("json").files(sample_quiz(), "essai", {"couleur": "rouge"})


def test_unknown_value_names_those_that_exist() -> None:
    with pytest.raises(SettingsError, match=r"« trois ».*two, one, pupil, key"):
        exporter_named("docx").files(sample_quiz(), "essai", {"parts": "trois"})


@pytest.mark.parametrize(("given", "safe"), [
    ("potager", "potager"), ("24/7 : l’été", "24-7 - l’été"), ("../../etc", "etc"), ("", "quiz"), ("...", "quiz"),
    ("a\x00b\ud800", "a-b"), ("x" * 300, "x" * 80)])
def test_names_that_every_system_takes(given: str, safe: str) -> None:
    assert safe_name(given) == safe


def test_save_makes_the_folder_and_leaves_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    paths = save([File("un.txt", b"1"), File("deux.txt", b"2")], folder)
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert sorted(os.listdir(folder)) == ["deux.txt", "un.txt"]


@pytest.mark.parametrize(("number", "words"), [
    (errno.EACCES, "accès est refusé.*ouvert dans un autre logiciel"), (errno.EPERM, "accès est refusé"),
    (errno.ENOSPC, "disque est plein"), (errno.EIO, "choisissez un autre dossier")])
def test_an_old_file_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int,
                                        words: str) -> None:
    path = save_as(b"avant", tmp_path / "quiz.docx")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("quizgen.exporters.os.replace", refuse)
    with pytest.raises(ExportError, match=f"quiz.docx.*{words}"):
        save_as(b"apr\xe8s", path)
    assert path.read_bytes() == b"avant"
    assert os.listdir(tmp_path) == ["quiz.docx"]


def test_a_file_in_the_way_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("un fichier")
    with pytest.raises(ExportError, match="Choisissez un autre dossier"):
        save_as(b"x", tmp_path / "exports" / "quiz.docx")
    with pytest.raises(ExportError, match="Choisissez un autre dossier"):
        save_as(b"x", tmp_path / "exports" / "plus" / "quiz.docx")


def test_a_folder_in_the_way_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "quiz.docx").mkdir()
    with pytest.raises(ExportError, match="c'est un dossier"):
        save_as(b"x", tmp_path / "quiz.docx")
    assert os.listdir(tmp_path) == ["quiz.docx"]


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="trop long"):
        save_as(b"x", tmp_path / ("x" * 300))
    assert os.listdir(tmp_path) == []
