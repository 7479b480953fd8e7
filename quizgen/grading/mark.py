"""What marking gives: the answer as it was read, and its mark."""

from dataclasses import asdict, dataclass
from typing import Any

CORRECT, PARTIAL, INCORRECT, UNREADABLE, BLANK = VERDICTS = ("correct", "partial", "incorrect", "unreadable", "blank")


@dataclass(frozen=True)
class Given:
    """An answer as read: its value in the kind's own shape, or why there is none (« blank », « unreadable »)."""

    value: Any = None
    lack: str | None = None


@dataclass(frozen=True)
class Mark:
    """score 0..1, its verdict, how sure 0..1, what the pupil reads, whether the teacher should look."""

    score: float
    verdict: str
    confidence: float
    feedback: str
    needs_review: bool = False

    def to_json(self) -> dict[str, Any]:
        """The contract's fields."""
        return asdict(self)


def verdict_of(score: float) -> str:
    """correct, partial or incorrect."""
    return CORRECT if score >= 1 else PARTIAL if score > 0 else INCORRECT
