"""The rules of the house, checked on the tree itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "quizgen"
#: a room imports from rooms further left only
ROOMS = ("errors", "settings", "french", "article", "level", "quiz", "sheet", "llm", "grading", "kinds", "profiles",
         "points", "wishes", "askers", "choose", "make", "exporters", "store", "web", "cli")
#: what takes long to import, or talks to others
HEAVY = ("spacy", "thinc", "numpy", "flask", "docx", "openai", "nltk", "trafilatura", "pypdf", "babel", "requests")
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "model" not in path.relative_to(PACKAGE).parts)
BROAD = ("Exception", "BaseException")
LONGEST_FILE, LONGEST_FUNCTION = 300, 40


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def room(path: Path) -> str:
    """The room a module of quizgen stands in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def outermost(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a module and the methods of its classes, not the functions inside them."""
    for node in tree.body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (item for item in inside if isinstance(item, ast.FunctionDef))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where to look: path, and line of `node`."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def kind_names() -> set[str]:
    """The names of the kinds, one file each."""
    return {path.stem for path in (PACKAGE / "kinds").glob("*.py")} - {"__init__"}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, its docstring left out."""
    first = node.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_command_line_imports_nothing_heavy() -> None:
    """`import quizgen.cli`, with its parser built, loads none of the large libraries."""
    script = "import sys, quizgen.cli as cli; cli.build(str); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not {name.split(".")[0] for name in out.split()} & set(HEAVY)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_rooms_import_leftwards(path: Path) -> None:
    """No module imports from a room further down the way than its own."""
    if room(path) not in ROOMS:
        return
    here = ROOMS.index(room(path))
    names = [name.split(".") for name in imported(parsed(path)) if name.startswith("quizgen.")]
    assert not [name for name in names if name[1] in ROOMS and ROOMS.index(name[1]) > here]


def test_kinds_are_named_in_their_room_only() -> None:
    """No string anywhere else in quizgen is the name of a kind."""
    found = [place(path, node) for path in MODULES if room(path) != "kinds" for node in ast.walk(parsed(path))
             if isinstance(node, ast.Constant) and node.value in kind_names()]
    assert not found


def test_one_file_imports_openai() -> None:
    """Only quizgen/llm.py talks to a language model."""
    found = {str(path.relative_to(PACKAGE)) for path in MODULES
             for name in imported(parsed(path)) if name.split(".")[0] == "openai"}
    assert found <= {"llm.py"}


def test_functions_and_files_stay_short() -> None:
    """Functions can be read in one look and files in a few."""
    functions = [f"{place(path, node)} {node.name}" for path in MODULES for node in ast.walk(parsed(path))
                 if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LONGEST_FUNCTION]
    files = [place(path) for path in MODULES if path.read_text(encoding="utf-8").count("\n") > LONGEST_FILE]
    assert functions + files == []


def test_who_may_catch_everything() -> None:
    """`except Exception` stands where a fault becomes one line (main) or is carried to another thread, nowhere else."""
    found = {str(path.relative_to(PACKAGE)) for path in MODULES for node in ast.walk(parsed(path))
             if isinstance(node, ast.ExceptHandler)
             and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in BROAD))}
    assert found <= {"cli/__init__.py", "article/fetch.py"}


def test_modules_and_functions_say_what_they_are_for() -> None:
    """Every module with code in it and every public function of more than a few lines has a docstring."""
    silent = [place(path) for path in MODULES if parsed(path).body and not ast.get_docstring(parsed(path))]
    silent += [f"{place(path, node)} {node.name}" for path in MODULES for node in outermost(parsed(path))
               if not node.name.startswith("_") and length(node) > 6 and not ast.get_docstring(node)]
    assert silent == []


def test_readme_names_what_there_is() -> None:
    """Commands, settings and formats stand in the README."""
    from quizgen import cli
    from quizgen.exporters import all_exporters
    from quizgen.settings import Settings

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    words = [f"`{name}" for name in (*cli.build(str).commands, *all_exporters())]
    words += [f"`QUIZGEN_{name.upper()}`" for name in Settings.model_fields]
    assert [word for word in words if word not in readme] == []
