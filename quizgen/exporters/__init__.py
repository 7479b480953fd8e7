"""The formats a quiz is written in, found by scanning this folder: one file or package = one format = one `EXPORTER`.

An exporter draws the blocks of a question and never asks which kind it is; a module here without `EXPORTER` serves
several formats. Nothing else in quizgen writes quiz files.
"""

import errno
import importlib
import os
import pkgutil
import re
import secrets
import tomllib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar

from quizgen.errors import ExportError, SettingsError
from quizgen.quiz import Quiz
from quizgen.settings import templates_folder

#: characters that some file system refuses in a name, and the longest name we give
UNSAFE, LONGEST_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+'), 80
#: marks a sentence of the catalogue that is not the first argument of an error
N_ = str
_REASONS = {
    errno.EACCES: N_(
        "Impossible d'écrire « {path} » : l'accès est refusé. Fermez ce fichier s'il est ouvert dans un "
        "autre logiciel, ou choisissez un autre dossier."
    ),
    errno.ENOSPC: N_(
        "Impossible d'écrire « {path} » : le disque est plein. Libérez de la place ou choisissez un autre dossier."
    ),
    errno.EISDIR: N_("Impossible d'écrire « {path} » : c'est un dossier. Choisissez un autre nom de fichier."),
    errno.ENOTDIR: N_(
        "Impossible d'écrire « {path} » : un fichier porte déjà le nom du dossier. Choisissez un autre dossier."
    ),
    errno.ENAMETOOLONG: N_("Impossible d'écrire « {path} » : ce nom est trop long. Choisissez un nom plus court."),
}
_SAME_REASON = {
    errno.EPERM: errno.EACCES,
    errno.EROFS: errno.EACCES,
    errno.EDQUOT: errno.ENOSPC,
    errno.EEXIST: errno.ENOTDIR,
}


@dataclass(frozen=True)
class File:
    """A file to write or to send: its name without folder, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Option:
    """A choice that a format leaves open; `values`: each allowed value with its label by language (none: any text)."""

    default: str
    values: Mapping[str, Mapping[str, str]]
    description: Mapping[str, str]


class Exporter(ABC):
    """One format: what it is called, which options it takes, and how it draws a quiz."""

    name: ClassVar[str]
    extension: ClassVar[str]
    media_type: ClassVar[str]

    @abstractmethod
    def draw(self, quiz: Quiz, name: str, options: Mapping[str, str]) -> list[File]:
        """The files of `quiz`, their names made from `name`; every option has an allowed value."""

    def files(self, quiz: Quiz, name: str, options: Mapping[str, str] | None = None) -> list[File]:
        """The files of `quiz` in this format; raises SettingsError where an option means nothing here."""
        return self.draw(quiz, safe_name(name), self._chosen(options or {}))

    @cached_property
    def wording(self) -> Mapping[str, Any]:
        """What people read about this format: templates/formats/<name>.toml."""
        path = templates_folder() / "formats" / f"{self.name}.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))

    @property
    def description(self) -> Mapping[str, str]:
        """What the format is for, by language."""
        return dict(self.wording["description"])

    @cached_property
    def options(self) -> Mapping[str, Option]:
        """The options by name, as the format's TOML file declares them."""
        declared = self.wording.get("options", {})
        return {
            name: Option(option["default"], option.get("values", {}), option["description"])
            for name, option in declared.items()
        }

    def _chosen(self, given: Mapping[str, str]) -> dict[str, str]:
        for name, value in given.items():
            if name not in self.options:
                raise SettingsError(
                    "Le format « {format} » n'a pas d'option « {option} ». Options connues : {known}.",
                    format=self.name,
                    option=name,
                    known=", ".join(self.options) or "aucune",
                )
            known = self.options[name].values
            if known and value not in known:
                raise SettingsError(
                    "L'option « {option} » du format « {format} » n'accepte pas « {value} ». Valeurs "
                    "possibles : {known}.",
                    option=name,
                    format=self.name,
                    value=value,
                    known=", ".join(known),
                )
        return {name: option.default for name, option in self.options.items()} | dict(given)


@cache
def all_exporters() -> dict[str, Exporter]:
    """Every format by name, in alphabetical order."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    exporters = [module.EXPORTER for module in modules if hasattr(module, "EXPORTER")]
    return {exporter.name: exporter for exporter in sorted(exporters, key=lambda exporter: str(exporter.name))}


def exporter_named(name: str) -> Exporter:
    """The format called `name`; raises SettingsError naming those that exist."""
    try:
        return all_exporters()[name]
    except KeyError:
        raise SettingsError(
            "Le format « {name} » n'existe pas. Formats connus : {known}.", name=name, known=", ".join(all_exporters())
        ) from None


def safe_name(name: str) -> str:
    """`name` as every file system takes it, at most 80 characters, never empty."""
    return UNSAFE.sub("-", name)[:LONGEST_NAME].strip(" .-") or "quiz"


def save(files: Iterable[File], folder: Path) -> list[Path]:
    """Writes `files` into `folder`, made where it is missing, and returns their paths; raises ExportError."""
    return [save_as(file.content, folder / file.name) for file in files]


def save_as(content: bytes, path: Path) -> Path:
    """Writes `content` at `path`, whole or not at all (a file beside it, then renamed); raises ExportError."""
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        os.replace(part, path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        _forget(part)
    return path


def _forget(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # its folder cannot be reached: the error already raised says so


def _unwritten(path: Path, error: OSError) -> ExportError:
    number = error.errno or 0
    reason = _REASONS.get(_SAME_REASON.get(number, number))
    if reason:
        return ExportError(reason, path=path)
    return ExportError(
        "Impossible d'écrire « {path} » ({why}) : choisissez un autre dossier.", path=path, why=error.strerror or error
    )
