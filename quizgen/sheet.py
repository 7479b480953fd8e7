"""The few blocks a question is made of, on paper or on screen.

A kind returns blocks, an exporter or a page draws them; nobody else knows how a question looks. Blocks carry the key:
whoever draws for pupils leaves it out.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Prompt:
    """The sentence the pupil reads first; `instruction` says in a few words what to do (« Vrai ou faux ? »)."""

    text: str
    instruction: str | None = None


@dataclass(frozen=True)
class Choices:
    """Options to tick; `key` holds the indices of the right ones."""

    options: tuple[str, ...]
    key: tuple[int, ...]
    multiple: bool = False


@dataclass(frozen=True)
class Blank:
    """A text with gaps written [[1]], [[2]] …; `key` one word a gap; `bank` the words offered, or None to be typed."""

    text: str
    key: tuple[str, ...]
    bank: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Lines:
    """Room for a written answer of `count` lines, `label` before it; `key` the model answer, empty if there is none."""

    count: int
    key: str
    accepted: tuple[str, ...] = ()
    label: str | None = None


@dataclass(frozen=True)
class Pairs:
    """Two columns to join; `key` holds (left index, right index)."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    key: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Order:
    """Items to put in order; `key` holds the indices of `items` in the right order."""

    items: tuple[str, ...]
    key: tuple[int, ...]


@dataclass(frozen=True)
class Excerpt:
    """A passage to find in the article: selected on screen, copied on `count` lines on paper; `key` the right spans."""

    count: int
    key: tuple[tuple[int, int], ...]
    text: str
    label: str | None = None


Block = Prompt | Choices | Blank | Lines | Pairs | Order | Excerpt
