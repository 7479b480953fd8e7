"""What a format hands over before any repair: raw text, and the facts about it that the format itself declares."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Draft:
    """Raw text whose paragraphs are parted by blank lines where the format knows them; unknown facts are None."""

    text: str
    title: str | None = None
    author: str | None = None
    source: str | None = None
    date: str | None = None

    def over(self, **facts: str | None) -> "Draft":
        """The same draft with every given fact that is not None put over its own."""
        return replace(self, **{name: value for name, value in facts.items() if value is not None})
