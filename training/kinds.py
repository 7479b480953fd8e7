"""The sorts of network that are trained: « small » and « narrow » ship, « attentive » teaches."""

import json
from pathlib import Path
from typing import Any

from training.network import Sizes
from training.packed import Labels

KINDS: dict[str, dict[str, Any]] = {
    "small": {},
    "narrow": {"width": 256, "layers": 6, "attention": 4},
    "attentive": {"width": 384, "layers": 8, "attention": 6},
}
#: highest rate of learning to guess, at batches of 2,500 words
_RATES = {"small": 2e-3, "attentive": 4e-4, "narrow": 6e-4}
_WORDS = 2_500


def sizes_in(packed: Path) -> Sizes:
    """The sizes of the small network for the material that training.pack wrote into a folder."""
    told = json.loads((packed / "sizes.json").read_text(encoding="utf8"))
    counts = {name: len(labels) for name, labels in vars(Labels.load(packed / "labels.json")).items()}
    return Sizes(tuple(told["rows"]), told["letter_rows"], told["flags"], **counts)


def rate_of(kind: str, words: int) -> float:
    """The highest rate for batches of so many words: it grows with their square root, to twice and a half at most."""
    return _RATES[kind] * min(2.5, (words / _WORDS) ** 0.5)
