"""Which line is the title: the one that was declared, or a first line that clearly is one."""

import re

from quizgen.article.byline import part_byline

_MARKED = re.compile(r"[-–—•*·]|\d{1,3}[.)]\s|https?:")
_CLOSED = re.compile(r"[.,;:…][»”\"]?$")
#: characters, words; words that must follow
_LONGEST, _WORDIEST, _REST = 140, 22, 40
#: characters that a line of prose has at least
_PROSE = 60
#: titles that programs write, and names of files
_GENERIC = re.compile(
    r"(?i)^(?:microsoft word\b.*|(?:sans|no)[ -]?(?:titre|title|nom|name)\b.*|untitled.*|"
    r"document ?\d*|nouveau document.*|new document.*|title|titre|word document|"
    r"présentation.*|powerpoint.*|"
    r".*\.(?:docx?|odt|pdf|txt|html?|indd|qxd|tex|rtf|pages)|[\w-]*_[\w-]*|\d[\d ._-]*)$"
)


def plausible_title(title: object) -> str | None:
    """`title` unless it is empty, a file's name or what a program writes by itself."""
    line = re.sub(r"\s+", " ", title).strip() if isinstance(title, str) else ""
    return None if not any(map(str.isalpha, line)) or len(line) > 2 * _LONGEST or _GENERIC.match(line) else line


def part_title(text: str, declared: str | None) -> tuple[str | None, str]:
    """The title and the text without it; a declared title wins, else a first line that clearly is one, else None."""
    text = text.strip("\ufeff \t\r\n")
    if declared and declared.strip():
        return declared.strip(), _without(text, declared)
    first, _, rest = re.sub(r"\r\n?", "\n", text).partition("\n")
    if _is_title(first.strip(), rest):
        return first.strip(), rest
    return None, text


def _is_title(line: str, rest: str) -> bool:
    words = line.split()
    if not words or len(line) > _LONGEST or len(words) > _WORDIEST or len(rest.split()) < _REST:
        return False
    if not any(map(str.isalpha, line)) or line[0].islower() or _MARKED.match(line) or _CLOSED.search(line):
        return False
    rest = part_byline(rest).rest
    following = [after.strip() for after in rest.split("\n", 4)[:4]]
    # a line of wrapped prose would have taken the next line's first word; a verse is never followed by such long lines
    room = max(_PROSE, max(map(len, following))) * 0.75 - len(line) - len(following[0].split(" ", 1)[0])
    return not following[0] or (len(following[0]) > _PROSE and room > 0 and not following[0][0].islower())


def _without(text: str, title: str) -> str:
    """`text` less its first lines where these say the title again (a PDF may break it over two or three lines)."""
    lines = text.split("\n")
    wanted, said = _letters(title), ""
    for number, line in enumerate(lines[:5], start=1):
        said += _letters(line)
        if said == wanted:
            return "\n".join(lines[number:])
        if not wanted.startswith(said):
            break
    return text


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line.casefold()))
