"""Tables of rows on disk: JSONL, CSV and XLSX, read and written."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quizgen.errors import ExportError, ReadError

#: what a cell of a spreadsheet must not begin with, lest it be run as a formula
FORMULAS = ("=", "+", "-", "@")
FORMATS = ("jsonl", "csv", "xlsx")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a .jsonl, .csv (; , or tab, UTF-8 or Windows) or .xlsx file; ReadError says which line is wrong."""
    try:
        if path.suffix.lower() == ".xlsx":
            return _from_xlsx(path)
        text = _decoded(path.read_bytes())
    except OSError as error:
        raise ReadError(
            "Le fichier {path} ne se lit pas : {reason}.", path=path, reason=error.strerror or error
        ) from None
    return _from_csv(text) if path.suffix.lower() == ".csv" else _from_jsonl(text, path)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _from_jsonl(text: str, path: Path) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise ReadError("{path}, ligne {number} : ce n'est pas un objet JSON.", path=path, number=number)
            found.append(row)
    return found


def _from_csv(text: str) -> list[dict[str, Any]]:
    head = text.split("\n", 1)[0]
    mark = max(";,\t", key=head.count)
    return [
        {name: value or "" for name, value in row.items() if name}
        for row in csv.DictReader(io.StringIO(text), delimiter=mark)
    ]


def _from_xlsx(path: Path) -> list[dict[str, Any]]:
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheet = load_workbook(path, read_only=True, data_only=True).active
        lines = [] if sheet is None else list(sheet.iter_rows(values_only=True))
    except (InvalidFileException, BadZipFile, ParseError, KeyError, ValueError, EOFError) as error:
        raise ReadError(
            "Le fichier {path} n'est pas un classeur lisible : {reason}.", path=path, reason=error
        ) from None
    head = [str(cell) if cell is not None else "" for cell in lines[0]] if lines else []
    return [
        {name: "" if cell is None else cell for name, cell in zip(head, line, strict=False) if name}
        for line in lines[1:]
        if any(cell is not None for cell in line)
    ]


def write_rows(rows: Iterable[dict[str, Any]], form: str) -> bytes:
    """The rows as a file of one of FORMATS; ExportError for another."""
    told = list(rows)
    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told).encode("utf-8")
    heads = list(dict.fromkeys(name for row in told for name in row))
    if form == "csv":
        out = io.StringIO()
        writer = csv.DictWriter(out, heads, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in told)
        return out.getvalue().encode("utf-8-sig")
    if form == "xlsx":
        return _to_xlsx(heads, told)
    raise ExportError("Le format « {form} » n'existe pas ici : {known}.", form=form, known=", ".join(FORMATS))


def _to_xlsx(heads: list[str], rows: list[dict[str, Any]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("quizgen")
    for line in (heads, *([_cell(row.get(name, "")) for name in heads] for row in rows)):
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """What a cell holds: lists as JSON, text that would be a formula behind an apostrophe."""
    if isinstance(value, list | tuple | dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULAS):
        return "'" + value
    return value
