"""Lines: a hard-wrapped paragraph becomes one line again; lists, verse and dialogue keep theirs.

The measure of hard-wrapped text is its longest line: a line that had room for the next line's first word was ended on
purpose. Verse and paragraphs given one a line betray themselves by the capitals that nearly all their lines begin with.
"""

import itertools
import re

#: in `_MARK`: what begins an item of a list or a reply of a dialogue
_MARK = re.compile(r"(?:[-–—•▪◦●*·‣⁃»]|\d{1,3}[.)°]|[a-zA-Z][.)]|[ivxIVX]{1,4}[.)])[ \xa0\u202f]")
_ENDS = re.compile(r"[.!?…:;][ \xa0\u202f]?[»”\")\]]*$")
#: characters: longer lines are paragraphs, shorter columns than the least are no wrapped prose
_PARAGRAPH, _NARROWEST = 110, 25
#: share of the measure under which a line was ended on purpose: surely, or after a full stop on a page of uneven
#: letters; where every line that runs on was truly full, a full stop with room left ends a paragraph
_SHORT, _SHORTISH = 0.7, 0.92
#: characters by which the longest line of a short block may miss the measure of the others
_NEAR = 12


def unwrap(text: str) -> str:
    """`text` with wrapped lines joined; blank lines part paragraphs, line ends part items, verses and replies."""
    blocks = [block.split("\n") for block in text.split("\n\n")]
    measure = max((_width(lines) for lines in blocks if len(lines) > 1 and _is_wrapped(lines)), default=0)
    return "\n\n".join(_unwrap_block(lines, measure) for lines in blocks)


def _unwrap_block(lines: list[str], measure: int) -> str:
    """One block joined; `measure` is that of the text's wrapped blocks, 0 where it has none."""
    near = 0 <= measure - _width(lines) <= _NEAR
    alike = (
        near
        and not any(map(_MARK.match, lines))
        and all(_full(line, after, measure) > 1 for line, after in itertools.pairwise(lines))
    )
    if len(lines) > 1 and (alike or _is_wrapped(lines)):
        joints = _prose_joints(lines, measure if near else _width(lines))
    else:
        joints = [_kept_joint(line, after) for line, after in itertools.pairwise(lines)]
    return lines[0] + "".join(joint + line for joint, line in zip(joints, lines[1:], strict=True))


def _width(lines: list[str]) -> int:
    return max(map(len, lines))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether most lines go on in the next one: prose wrapped at a measure."""
    width = _width(lines)
    if not _NARROWEST <= width <= 2 * _PARAGRAPH:
        return False
    joints = [(line, after) for line, after in itertools.pairwise(lines) if not _MARK.match(after)]
    running = [(line, after) for line, after in joints if not _begins(after) and not _ENDS.search(line)]
    if len(joints) < 3:  # too few to count capitals: the line must be full, too
        return any(_full(line, after, width) > 1 for line, after in running)
    full = sum(_full(line, after, width) > _SHORT for line, after in joints)
    return len(running) >= 0.3 * len(joints) and full >= 0.5 * len(joints)


def _full(line: str, after: str, width: int) -> float:
    """How much of the measure would be taken if the next line's first word stood here too; above 1: no room."""
    return (len(line) + 1 + len(after.split(" ", 1)[0])) / width


def _begins(line: str) -> bool:
    """Whether a line begins as a sentence does."""
    letter = line.lstrip("«“\"'([ \xa0\u202f—–-")[:1]
    return letter.isupper()


def _prose_joints(lines: list[str], width: int) -> list[str]:
    fulls = [_full(line, after, width) for line, after in itertools.pairwise(lines)]
    running = [
        full
        for full, (line, after) in zip(fulls, itertools.pairwise(lines), strict=True)
        if not _begins(after) and not _ENDS.search(line)
    ]
    ended = 1.0 if min(running, default=0.0) > 1 else _SHORTISH
    return [
        _prose_joint(line, after, full, ended)
        for full, (line, after) in zip(fulls, itertools.pairwise(lines), strict=True)
    ]


def _prose_joint(line: str, after: str, full: float, ended: float) -> str:
    """What stands between two lines of wrapped prose; `ended` is the share under which a full stop ends a paragraph."""
    item, stopped = _MARK.match(line) is not None, _ENDS.search(line) is not None
    if _MARK.match(after) and (item or stopped or full < _SHORT):
        return "\n"
    if not _begins(after) or (full >= _SHORT and not (stopped and full <= ended)):
        return " "
    return "\n" if item else "\n\n"


def _kept_joint(line: str, after: str) -> str:
    marked = _MARK.match(line) or _MARK.match(after)
    return "\n\n" if not marked and max(len(line), len(after)) > _PARAGRAPH else "\n"
