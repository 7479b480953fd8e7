"""Where the files of a quiz go: a folder, one file, or standard output."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizgen.errors import SettingsError
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from quizgen.exporters import Exporter, File

STDOUT = "-"
DEFAULT_FORMATS = ("docx", "json")


@dataclass(frozen=True)
class Outlet:
    """The wanted formats and the place for them; keeps two quizzes of one name apart."""

    exporters: "tuple[Exporter, ...]"
    where: str
    into_file: bool = False
    taken: set[str] = field(default_factory=set)

    @classmethod
    def at(cls, where: str, formats: Sequence[str], sources: int) -> "Outlet":
        """The outlet for `-o where -f formats`; raises SettingsError where the two do not go together.

        A `where` that ends like a wanted format (any format if none is given) is one file, « - » is standard output,
        anything else a folder.
        """
        from quizgen.exporters import all_exporters, exporter_named

        ending = "" if Path(where).is_dir() else Path(where).suffix[1:].lower()
        chosen = [exporter_named(name) for name in formats]
        fitting = [exporter for exporter in chosen or all_exporters().values() if ending == exporter.extension]
        chosen = chosen or fitting[:1] or [exporter_named(name) for name in DEFAULT_FORMATS]
        if (fitting or where == STDOUT) and (sources > 1 or len(chosen) > 1):
            raise SettingsError(
                "-o {where} ne prend qu'une source et un format : donnez un dossier, ou un seul format avec -f.",
                where=where,
            )
        return cls(tuple(chosen), where, bool(fitting))

    def write(self, quiz: Quiz, name: str) -> None:
        """Writes every format of `quiz` and prints the paths; to standard output nothing but the file itself."""
        name = Path(self.where).stem if self.into_file else self._unused(name)
        files = [file for exporter in self.exporters for file in exporter.files(quiz, name)]
        if self.where == STDOUT:
            self._print(files)
            return
        for path in self._save(files):
            typer.echo(path)

    def _save(self, files: "list[File]") -> list[Path]:
        from quizgen.exporters import save, save_as

        target = Path(self.where)
        if self.into_file and len(files) == 1:
            return [save_as(files[0].content, target)]
        return save(files, target.parent if self.into_file else target)

    def _print(self, files: "list[File]") -> None:
        if len(files) > 1:
            raise SettingsError(
                "Le format « {name} » fait plusieurs fichiers : donnez un dossier avec -o.", name=self.exporters[0].name
            )
        typer.get_binary_stream("stdout").write(files[0].content)

    def _unused(self, name: str) -> str:
        number, free = 1, name
        while free.casefold() in self.taken:
            number += 1
            free = f"{name}-{number}"
        self.taken.add(free.casefold())
        return free
