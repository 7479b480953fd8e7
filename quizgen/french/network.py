"""The reading network at run time: features of words in, probabilities out; ONNX Runtime does the sums.

Several members, trained from different seeds, read the same words; what counts is the mean of their probabilities.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizgen.french.features import Features

Floats = NDArray[np.float32]
#: words of a batch, padding included
_BATCH = 1600
_PER_WORD = ("starts", "tags", "lemmas", "entities")


@dataclass(frozen=True)
class Scores:
    """What the members say of one stretch of n words.

    `starts` (n,) probability that a sentence begins; `tags`, `lemmas`, `entities` (n, labels) mean log probabilities;
    `members` each member's arc scores (n, n) and its two sides of the relations.
    """

    starts: Floats
    tags: Floats
    lemmas: Floats
    entities: Floats
    members: tuple[tuple[Floats, Floats, Floats], ...]


class Network:
    """The members in a folder, with the labels of their heads; `read` runs them."""

    def __init__(self, folder: Path) -> None:
        """Load every member of `folder`; one thread, so that the same text gives the same numbers everywhere."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        paths = sorted(folder.glob("member-*.onnx"))
        self._sessions = [
            onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]) for path in paths
        ]
        # (width, labels * width): dependents by their heads, ready for one product a sentence
        self._relations = [_laid_out(path.with_name(path.name.replace("member", "relations"))) for path in paths]

    def read(self, stretches: Sequence[Features]) -> list[Scores]:
        """The scores of each stretch of words, in order."""
        found: dict[int, Scores] = {}
        order = sorted(range(len(stretches)), key=lambda i: len(stretches[i].hashed))
        batch: list[int] = []
        for i in order:
            if batch and len(stretches[i].hashed) * (len(batch) + 1) > _BATCH:
                found |= self._run(batch, stretches)
                batch = []
            batch.append(i)
        if batch:
            found |= self._run(batch, stretches)
        return [found[i] for i in range(len(stretches))]

    def relations(self, scores: Scores, dependents: NDArray[np.int64], heads: NDArray[np.int64]) -> Floats:
        """Mean log probabilities (k, relations) of the k arcs from `dependents` to `heads`."""
        logs = []
        for weights, (_, below, above) in zip(self._relations, scores.members, strict=True):
            joined = (below[dependents] @ weights).reshape(len(dependents), -1, len(weights))
            logs.append(log_softmax((joined * above[heads][:, None]).sum(-1)))
        return mean_of_logs(logs)

    def _run(self, batch: list[int], stretches: Sequence[Features]) -> dict[int, Scores]:
        inputs = _padded([stretches[i] for i in batch])
        outputs = [
            dict(zip((o.name for o in session.get_outputs()), session.run(None, inputs), strict=True))
            for session in self._sessions
        ]
        return {i: _scores(outputs, row, len(stretches[i].hashed)) for row, i in enumerate(batch)}


def _laid_out(path: Path) -> Floats:
    """The relation weights (labels, width, width) of a member, their labels side by side."""
    weights: Floats = np.load(path.with_suffix(".npy")).astype(np.float32)
    return weights.transpose(1, 0, 2).reshape(weights.shape[1], -1)


def _padded(batch: list[Features]) -> dict[str, NDArray[Any]]:
    size = max(len(features.hashed) for features in batch)
    inputs: dict[str, NDArray[Any]] = {"mask": np.zeros((len(batch), size), dtype=np.float32)}
    for name in ("hashed", "letters", "vectors", "flags"):
        sample = getattr(batch[0], name)
        inputs[name] = np.zeros((len(batch), size, *sample.shape[1:]), dtype=sample.dtype)
        for row, features in enumerate(batch):
            inputs[name][row, : len(features.hashed)] = getattr(features, name)
    for row, features in enumerate(batch):
        inputs["mask"][row, : len(features.hashed)] = 1
    return inputs


def _scores(outputs: list[dict[str, Floats]], row: int, size: int) -> Scores:
    means = {name: mean_of_logs([log_softmax(output[name][row, :size]) for output in outputs]) for name in _PER_WORD}
    members = tuple(
        (output["arcs"][row, :size, :size], output["below"][row, :size], output["above"][row, :size])
        for output in outputs
    )
    return Scores(np.exp(means["starts"][:, 1]), means["tags"], means["lemmas"], means["entities"], members)


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities along the last axis."""
    shifted: Floats = scores - scores.max(-1, keepdims=True)
    total: Floats = np.exp(shifted).sum(-1, keepdims=True)
    return np.subtract(shifted, np.log(total))


def mean_of_logs(logs: Sequence[Floats]) -> Floats:
    """The log of the mean probability over the members."""
    mean: Floats = np.mean([np.exp(log) for log in logs], axis=0)
    return logs[0] if len(logs) == 1 else np.log(mean + 1e-12)
