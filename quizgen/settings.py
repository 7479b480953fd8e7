"""Settings, read once and frozen: environment, then `quizgen.toml` in the working folder, then in the user's folder."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import platformdirs
from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from quizgen.errors import SettingsError


class Settings(BaseSettings):
    """What the contract's QUIZGEN_* variables hold."""

    model_config = SettingsConfigDict(
        env_prefix="QUIZGEN_",
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        toml_file=[Path(platformdirs.user_config_dir("quizgen")) / "quizgen.toml", Path("quizgen.toml")],
    )

    pipeline: str | None = None
    lang: Literal["fr", "en"] = "fr"
    data_dir: Path | None = None
    public_url: str | None = None
    secret_key: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment wins over the files; a file in the working folder over the user's."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


@cache
def settings() -> Settings:
    """The settings in force; raises SettingsError where a file or a value means nothing."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            "Le réglage QUIZGEN_{name} a une valeur impossible ({value}) : corrigez-le.",
            name=str(first["loc"][0]).upper(),
            value=first["input"],
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            "Le fichier quizgen.toml est mal écrit ({where}) : corrigez-le ou supprimez-le.", where=error
        ) from error


def data_folder() -> Path:
    """The folder where the application keeps what it must find again; made here if it is not there yet."""
    folder = settings().data_dir or Path(platformdirs.user_data_dir("quizgen"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def templates_folder() -> Path:
    """The folder of templates: the checkout's `templates/` where there is one, else the package's own copy."""
    package = Path(__file__).resolve().parent
    checkout = package.parent / "templates"
    return checkout if (checkout / "questions").is_dir() else package / "templates"
