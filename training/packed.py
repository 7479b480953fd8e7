"""Texts to learn from as plain arrays: written once by training.pack, read without spaCy on whatever machine trains.

A word is the number of its form in one table of `Forms`, its flags, and its labels.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

MISSING = -100
#: the labels of a word; heads count from the start of the sentence
COLUMNS = ("heads", "relations", "tags", "lemmas", "starts", "entities")


@dataclass
class Labels:
    """The labels each head knows, in the order of their numbers."""

    relations: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)

    def save(self, path: Path) -> None:
        """Write them as JSON."""
        path.write_text(json.dumps(vars(self), ensure_ascii=False), encoding="utf8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf8")))


@dataclass(frozen=True)
class Forms:
    """What the network is told of each of k forms: hashed ids (k, 4), letters (k, 18), vectors (k, 96); and which
    frequent word each is (k,), for guessing, `MISSING` where none."""

    hashed: NDArray
    letters: NDArray
    vectors: NDArray
    guess: NDArray

    def save(self, path: Path) -> None:
        """Write them as .npz, vectors as bytes of their largest number: there are many forms."""
        largest = np.abs(self.vectors).max(axis=1, keepdims=True).astype(np.float32) + 1e-6
        vectors = np.rint(self.vectors / largest * 127).astype(np.int8)
        np.savez_compressed(path, **vars(self) | {"vectors": vectors}, largest=largest)

    @classmethod
    def load(cls, path: Path) -> "Forms":
        """Read what `save` wrote."""
        with np.load(path) as found:
            stored = {name: found[name] for name in found.files}
        largest = stored.pop("largest")
        return cls(**stored | {"vectors": stored["vectors"].astype(np.float32) * (largest / 127)})

    def on(self, device: str) -> dict[str, Tensor]:
        """As tensors of the types that the network wants."""
        types = {"hashed": torch.int64, "letters": torch.int64, "vectors": torch.float32, "guess": torch.int64}
        return {name: torch.from_numpy(getattr(self, name)).to(device, wanted) for name, wanted in types.items()}


@dataclass
class Sentence:
    """One sentence: its words' forms (n,), flags (n, flags) and labels (`MISSING` where unknown)."""

    forms: NDArray
    flags: NDArray
    labels: Mapping[str, NDArray]

    def __len__(self) -> int:
        return len(self.forms)


Runs = list[list[Sentence]]


def save_runs(path: Path, runs: Runs) -> None:
    """Write documents, runs of sentences, as .npz."""
    every = [sentence for run in runs for sentence in run]
    columns = {name: np.concatenate([s.labels[name] for s in every]).astype(np.int16) for name in COLUMNS}
    np.savez_compressed(
        path,
        forms=np.concatenate([s.forms for s in every]).astype(np.int32),
        flags=np.packbits(np.concatenate([s.flags for s in every]).astype(bool), axis=1),
        width=np.array(every[0].flags.shape[1]),
        sentences=np.array([len(s) for s in every]),
        runs=np.array([len(run) for run in runs]),
        **columns,
    )


def load_runs(path: Path) -> Runs:
    """Read what `save_runs` wrote."""
    with np.load(path) as found:
        stored = {name: found[name] for name in found.files}
    flags = unpacked(stored["flags"], int(stored["width"]))
    ends = np.cumsum(stored["sentences"])
    cuts = [slice(int(end - size), int(end)) for end, size in zip(ends, stored["sentences"], strict=True)]
    columns = {name: stored[name].astype(np.int64) for name in COLUMNS}
    sentences = iter(
        Sentence(stored["forms"][cut], flags[cut], {name: column[cut] for name, column in columns.items()})
        for cut in cuts
    )
    return [[next(sentences) for _ in range(size)] for size in stored["runs"]]


def unpacked(bits: NDArray, width: int) -> NDArray:
    """(words, bytes) -> (words, width) of 0 and 1."""
    return np.unpackbits(bits, axis=1)[:, :width]


def chunks(
    runs: Iterable[list[Sentence]], rng: random.Random, most: int = 3, words: int = 80
) -> Iterator[list[Sentence]]:
    """Cut every run into chunks of one to `most` sentences, drawn by `rng`, of about `words` words at most."""
    for run in runs:
        start = 0
        while start < len(run):
            size = rng.randint(1, most)
            while size > 1 and sum(len(s) for s in run[start : start + size]) > words:
                size -= 1
            yield run[start : start + size]
            start += size


def batches(items: Runs, words: int, rng: random.Random) -> Iterator[Runs]:
    """Group chunks of like length into batches of about `words` words, padding included, in random order."""
    order = sorted(items, key=lambda chunk: sum(map(len, chunk)) + rng.random() * 8)
    made: list[Runs] = [[]]
    longest = 0
    for chunk in order:
        longest = max(longest, sum(map(len, chunk)))
        if made[-1] and longest * (len(made[-1]) + 1) > words:
            made.append([])
            longest = sum(map(len, chunk))
        made[-1].append(chunk)
    rng.shuffle(made)
    yield from (batch for batch in made if batch)


def tensors(batch: Runs, forms: Mapping[str, Tensor]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Inputs and labels of a batch; `labels["sentence"]` numbers the sentences, so that arcs stay inside them."""
    lengths = [sum(map(len, chunk)) for chunk in batch]
    shape = (len(batch), max(lengths))
    ids, mask, flags = np.zeros(shape, int), np.zeros(shape, np.float32), np.zeros((*shape, batch[0][0].flags.shape[1]))
    labels = {name: np.full(shape, MISSING) for name in COLUMNS} | {"sentence": np.full(shape, -1)}
    for row, chunk in enumerate(batch):
        mask[row, : lengths[row]] = 1
        offset = 0
        for number, sentence in enumerate(chunk):
            stretch = slice(offset, offset + len(sentence))
            ids[row, stretch], flags[row, stretch] = sentence.forms, sentence.flags
            labels["sentence"][row, stretch] = number
            for name, column in sentence.labels.items():
                shift = offset if name == "heads" else 0
                labels[name][row, stretch] = np.where(column == MISSING, MISSING, column + shift)
            offset += len(sentence)
    device = forms["hashed"].device
    words = torch.from_numpy(ids).to(device)
    inputs = {name: forms[name][words] for name in ("hashed", "letters", "vectors")}
    inputs["flags"] = torch.from_numpy(flags.astype(np.float32)).to(device)
    # padding has no letters and no vector, as where the network reads
    inputs["mask"] = torch.from_numpy(mask).to(device)
    for name in ("hashed", "letters", "vectors"):
        inputs[name] = inputs[name] * inputs["mask"].unsqueeze(-1).to(inputs[name].dtype)
    return inputs, {name: torch.from_numpy(value).to(device) for name, value in labels.items()}
