"""What Microsoft's validator and LibreOffice make of the worksheets."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from quizgen.exporters import exporter_named, save
from quizgen.quiz import Quiz
from tests.exporters.test_word_traps import NASTY, TRAPS, trapped
from tests.samples import ARTICLE, article_quiz, sample_quiz

VALIDATOR = Path(__file__).parents[1] / "tools" / "node_modules" / ".bin" / "ooxml-validator"
QUIZZES = {"article": article_quiz(), "sample": sample_quiz(), "capitals": trapped(TRAPS["capitals"]),
           "long-word": trapped(TRAPS["long word"]), "markup": trapped(TRAPS["markup"], title=NASTY * 5),
           "empty": trapped("", title=None)}

pytestmark = pytest.mark.office


def complaints(path: Path) -> list[object]:
    """What the OpenXML validator has against a file."""
    assert VALIDATOR.exists(), "the OpenXML validator is missing: npm install --prefix tests/tools"
    out = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False, timeout=60)
    return list(json.loads(out.stdout)["errors"])


def laid_out(path: Path) -> list[str]:
    """The pages of a document as LibreOffice prints them, in plain text."""
    assert shutil.which("soffice"), "LibreOffice is missing: apt-get install libreoffice-writer-nogui"
    profile = path.parent / "profile"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                    "--outdir", path.parent, path], capture_output=True, check=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", path.with_suffix(".pdf"), "-"], capture_output=True, text=True,
                          check=True).stdout
    return text.split("\f")[:-1]


def plain(line: str) -> str:
    """A printed line without its number and its spacing."""
    return " ".join(line.split())


@pytest.mark.parametrize("parts", ["two", "one"])
@pytest.mark.parametrize("name", QUIZZES)
def test_the_validator_has_no_complaint(tmp_path: Path, name: str, parts: str) -> None:
    for path in save(exporter_named("docx").files(QUIZZES[name], name, {"parts": parts}), tmp_path):
        assert complaints(path) == []


@pytest.mark.parametrize("parts", ["pupil", "one"])
@pytest.mark.parametrize("quiz", [article_quiz(), trapped(TRAPS["capitals"], title="En capitales")],
                         ids=["article", "capitals"])
def test_printed_numbers_are_those_of_the_corrige(tmp_path: Path, quiz: Quiz, parts: str) -> None:
    path, = save(exporter_named("docx").files(quiz, "q", {"parts": parts}), tmp_path)
    printed = [plain(line) for page in laid_out(path) for line in page.splitlines()]
    for index, (start, end) in enumerate(quiz.article.lines, 1):
        text = plain(quiz.article.text[start:end])
        assert (f"{index} {text}" if index % 5 == 0 else text) in printed, (index, text)
    numbered = [line for line in printed if re.match(r"\d+ \D", line) and not line.startswith("Page")]
    assert len(numbered) == len(quiz.article.lines) // 5


def test_no_page_ends_on_a_stem(tmp_path: Path) -> None:
    for size in range(600, 1900, 260):
        quiz = trapped(ARTICLE.text[:size])
        path, = save(exporter_named("docx").files(quiz, f"q{size}", {"parts": "pupil"}), tmp_path)
        for page in laid_out(path):
            last = [line for line in page.splitlines() if line.strip()][-2]
            assert not re.search(r"\(\d+(,\d+)?\s*points?\)$|Cochez|Vrai ou faux", last), last
