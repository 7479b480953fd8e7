"""The .docx archive itself, made so that the same document always gives the same bytes."""

import datetime
import io
import zipfile
from typing import Any

#: the day every worksheet says it was made: bytes must not depend on the clock
DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
#: what a core property holds at most
LONGEST_PROPERTY = 255


def packed(document: Any, title: str) -> bytes:
    """The bytes of a python-docx `document`, its properties set and its archive free of dates."""
    _describe(document.core_properties, title)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream)


def _describe(properties: Any, title: str) -> None:
    properties.title = title[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = "quizgen"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.language = "fr-FR"
    properties.created = properties.modified = DAY
    properties.revision = 1


def _timeless(stream: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01, the archive's zero
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            target.writestr(entry, source.read(name))
    return out.getvalue()
