"""The wheel: what is in it, and that it makes a worksheet where nothing of the checkout can help."""

import io
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import docx
import pytest

pytestmark = pytest.mark.install

ROOT = Path(__file__).resolve().parent.parent


def command(*words: str | Path, cwd: Path) -> str:
    """What a command prints, run with nothing of the checkout in its environment; fails with what it said."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")
           and not name.startswith("QUIZGEN_")}
    done = subprocess.run(list(map(str, words)), cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree as git knows it, so that ignored files cannot slip in."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    listed = command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    command(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=source)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh virtual environment that holds the wheel and what it asks for, nothing else."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=True)
    command(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel,
            cwd=folder)
    return folder / "bin"


def test_wheel_holds_what_it_needs(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "quizgen/templates/samples/article.txt" in names
    for part in ("quizgen/templates/questions/", "quizgen/templates/kinds/", "quizgen/templates/pages/",
                 "quizgen/templates/formats/", "quizgen/templates/profiles/", "quizgen/templates/level.toml",
                 "quizgen/french/model/", "quizgen/french/data/", "quizgen/web/static/"):
        assert any(name.startswith(part) for name in names), part
    assert any(name.startswith("quizgen/translations/en/") and name.endswith(".mo") for name in names)
    assert any("licenses" in name and name.endswith("model/LICENSE") for name in names)


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"quizgen"}
    assert not [name for name in names if {"tests", "shared", "training", "work"} & set(Path(name).parts)]


def test_installed_wheel_makes_the_worksheet(installed: Path, tmp_path: Path) -> None:
    printed = command(installed / "quizgen", "demo", "-o", tmp_path / "fiches", cwd=tmp_path)
    files = [Path(line) for line in printed.splitlines()]
    assert all(path.parent == tmp_path / "fiches" and path.exists() for path in files)
    sheets = [docx.Document(io.BytesIO(path.read_bytes())) for path in files if path.suffix == ".docx"]
    assert any("Hirondelle" in paragraph.text for sheet in sheets for paragraph in sheet.paragraphs)


def test_installed_environment_is_sound(installed: Path, tmp_path: Path) -> None:
    where = command(installed / "python", "-c", "import quizgen; print(quizgen.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert "No broken requirements" in command(installed / "python", "-m", "pip", "check", cwd=tmp_path)
