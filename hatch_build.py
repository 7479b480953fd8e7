"""Hatchling hook: compiles the translation catalogues (.po -> .mo) into the build, so that no binary is tracked."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes one .mo beside each .po of quizgen/translations before the files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version, build_data):
        """Compile every catalogue and hand it to the wheel as an artifact."""
        for source in Path(self.root).glob("quizgen/translations/*/LC_MESSAGES/*.po"):
            target = source.with_suffix(".mo")
            with source.open("rb") as text, target.open("wb") as binary:
                write_mo(binary, read_po(text))
            build_data.setdefault("artifacts", []).append(str(target.relative_to(self.root)))
