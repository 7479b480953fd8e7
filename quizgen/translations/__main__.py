"""`python -m quizgen.translations`: finds the sentences of code and pages, and brings the .po files up to date."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from quizgen.errors import QuizgenError
from quizgen.settings import templates_folder
from quizgen.translations import FOLDER, LANGUAGES

PACKAGE = FOLDER.parent


def errors(root: type[QuizgenError] = QuizgenError) -> Iterator[str]:
    """The names of the error classes: what stands first in their brackets is a sentence of the catalogue."""
    yield root.__name__
    for kind in root.__subclasses__():
        yield from errors(kind)


def extracted() -> Catalog:
    """Every sentence that code and pages say, with the files that say it."""
    keywords = {**DEFAULT_KEYWORDS, **dict.fromkeys(("lazy", *errors()))}
    places = (
        (PACKAGE, "quizgen", "**.py", "python"),
        (templates_folder() / "pages", "templates/pages", "**.html", "jinja2"),
    )
    found = Catalog(project="quizgen", charset="utf-8")
    for folder, name, pattern, method in places:
        for file, _, message, comments, context in extract_from_dir(
            folder, [(pattern, method)], {pattern: {"silent": "false"}}, keywords
        ):
            found.add(message, None, [(f"{name}/{Path(file).as_posix()}", 0)], auto_comments=comments, context=context)
    return found


def translated(lang: str) -> Catalog:
    """The catalogue of `lang` as it stands in its file."""
    return read_po(BytesIO((FOLDER / lang / "LC_MESSAGES" / "messages.po").read_bytes()), locale=lang)


def missing(catalogue: Catalog) -> list[str]:
    """The sentences of `catalogue` that have no translation, or an uncertain one."""
    return [str(message.id) for message in catalogue if message.id and (message.fuzzy or not _whole(message.string))]


def _whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def main() -> None:
    """Adds what is new, drops what nobody says any more, and names what is still to be translated."""
    template = extracted()
    for lang in LANGUAGES[1:]:
        catalogue = translated(lang)
        since = catalogue.creation_date
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.creation_date = since
        catalogue.obsolete.clear()
        with (FOLDER / lang / "LC_MESSAGES" / "messages.po").open("wb") as file:
            write_po(file, catalogue, width=120, sort_output=True, include_lineno=False)
        for sentence in missing(catalogue):
            print(f"{lang} : {sentence}")


if __name__ == "__main__":
    main()
