"""The one error family: every message is for the person at the screen and says what to do next.

A message is a French sentence of the translation catalogue with named fields (``{words}``); the interface translates
the sentence and then fills the fields, so that an error carries both.
"""

from collections.abc import Callable


class QuizgenError(Exception):
    """Something the person at the screen can act upon: a catalogue sentence and the facts that fill its fields."""

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence to show, through `translate` (catalogue sentence -> sentence in the reader's language)."""
        return translate(self.message).format(**self.facts)

    def __str__(self) -> str:
        return self.text()


class ReadError(QuizgenError):
    """The source could not be read as a French article."""


class FetchError(ReadError):
    """The web address could not, or must not, be fetched."""


class PipelineError(QuizgenError):
    """The French pipeline could not be loaded."""


class SettingsError(QuizgenError):
    """A setting or an option holds a value that means nothing here."""


class TemplateError(QuizgenError):
    """A file under templates/ is wrong; the sentence names the file and the place."""


class ExportError(QuizgenError):
    """The quiz could not be written in the wanted format or place."""


class QuizFileError(QuizgenError):
    """A quiz file is not one of ours or is damaged."""
