"""READ: pasted text, files (.txt .md .html .docx .odt .pdf) and web pages become one repaired, numbered Article."""

from quizgen.article.reading import read, read_bytes, read_text, read_url
from quizgen.article.record import MEASURE, Article

__all__ = ["MEASURE", "Article", "read", "read_bytes", "read_text", "read_url"]
