"""Settings: where they come from, and what is said about those that mean nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen import settings as module
from quizgen.errors import SettingsError
from quizgen.settings import Settings, data_folder, settings, templates_folder


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder and a user's folder of their own, and no setting in the environment."""
    work, user = tmp_path / "work", tmp_path / "user"
    work.mkdir()
    user.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setitem(Settings.model_config, "toml_file", [user / "quizgen.toml", Path("quizgen.toml")])
    for name in Settings.model_fields:
        monkeypatch.delenv(f"QUIZGEN_{name.upper()}", raising=False)
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def write(folder: Path, text: str) -> None:
    """A settings file in `folder`."""
    (folder / "quizgen.toml").write_text(text, encoding="utf-8")


def test_nothing_set() -> None:
    assert settings().lang == "fr"
    assert settings().pipeline is None
    assert settings().data_dir is None


def test_environment_wins_over_the_folder_and_the_folder_over_the_user(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "user", 'lang = "en"\npipeline = "user"\npublic_url = "https://user.example"\n')
    write(here / "work", 'pipeline = "work"\npublic_url = "https://work.example"\n')
    monkeypatch.setenv("QUIZGEN_PUBLIC_URL", "https://env.example")
    found = settings()
    assert (found.lang, found.pipeline, found.public_url) == ("en", "work", "https://env.example")


def test_empty_variable_counts_as_unset(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here / "work", 'lang = "en"\n')
    monkeypatch.setenv("QUIZGEN_LANG", "")
    assert settings().lang == "en"


def test_settings_are_read_once_and_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    first = settings()
    monkeypatch.setenv("QUIZGEN_LANG", "en")
    assert settings() is first
    with pytest.raises(ValueError, match="frozen"):
        first.lang = "en"


def test_impossible_value_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_LANG", "de")
    with pytest.raises(SettingsError) as caught:
        settings()
    assert "QUIZGEN_LANG" in str(caught.value)
    assert "de" in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"lang = fr\n", b'lang = "fr"\nlang = "en"\n', b'lang = "\xe9"\n'],
    ids=["no quotes", "twice", "not UTF-8"],
)
def test_broken_file_is_named(here: Path, content: bytes) -> None:
    (here / "work" / "quizgen.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"quizgen\.toml"):
        settings()


def test_secret_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_SECRET_KEY", "hunter2")
    assert "hunter2" not in repr(settings()) + str(settings())
    secret = settings().secret_key
    assert secret is not None
    assert secret.get_secret_value() == "hunter2"


def test_data_folder_is_made(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_DATA_DIR", str(here / "deep" / "data"))
    assert data_folder() == here / "deep" / "data"
    assert data_folder().is_dir()


def test_templates_of_the_checkout_before_those_of_the_package(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a checkout, its own templates; installed, the package's."""
    assert (templates_folder() / "questions").is_dir()
    assert templates_folder().parent == Path(module.__file__).resolve().parent.parent
    monkeypatch.setattr(module, "__file__", str(here / "site" / "quizgen" / "settings.py"))
    assert templates_folder() == here / "site" / "quizgen" / "templates"
