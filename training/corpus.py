"""Training texts for the reading network: chunks of one to four sentences, their features and their labels."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token
from torch import Tensor

from quizgen.french.features import Featuriser
from quizgen.french.lemma_rules import rule_of

MISSING = -100
_FEWEST = 2


@dataclass
class Labels:
    """The labels each head knows, in the order of their numbers."""

    relations: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, docs: Iterable[Doc], entities: Sequence[str] = ("LOC", "MISC", "ORG", "PER")) -> "Labels":
        """All relations and tags of `docs`, and the lemma rules that serve more than one word."""
        rules: Counter[str] = Counter()
        relations, tags = set(), Counter[str]()
        for doc in docs:
            for token in doc:
                relations.add(token.dep_)
                tags[tag(token)] += 1
                rules[rule_of(token.text, token.lemma_)] += 1
        marks = [f"{place}-{label}" for label in entities for place in "BIES"]
        return cls(
            sorted(relations),
            sorted(name for name, count in tags.items() if count >= _FEWEST),
            ["=", "<", *sorted(rule for rule, count in rules.items() if count >= _FEWEST and rule not in "=<")],
            ["O", *marks],
        )

    def save(self, path: Path) -> None:
        """Write them as JSON."""
        path.write_text(json.dumps(vars(self), ensure_ascii=False), encoding="utf8")

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf8")))


def tag(token: Token) -> str:
    """UPOS and features as one label."""
    return f"{token.pos_}|{token.morph}"


@dataclass
class Sentence:
    """One sentence: the arrays of its features, its labels (`MISSING` where unknown); heads count from its start."""

    features: dict[str, NDArray]
    labels: dict[str, NDArray]

    def __len__(self) -> int:
        return len(self.features["hashed"])


def sentences_of(docs: Iterable[Doc], labels: Labels, featuriser: Featuriser, what: str) -> list[list[Sentence]]:
    """The documents as runs of sentences; `what` is « tree » (all but entities), « entities », or « both »."""
    number = {name: {label: i for i, label in enumerate(values)} for name, values in vars(labels).items()}
    return [_run(doc, number, featuriser, what) for doc in docs]


def _run(doc: Doc, number: dict[str, dict[str, int]], featuriser: Featuriser, what: str) -> list[Sentence]:
    made = featuriser(doc)
    columns = _columns(doc, number, what)
    spans = [doc[:]] if what == "entities" else list(doc.sents)
    return [
        Sentence(
            {name: getattr(made, name)[span.start : span.end] for name in vars(made)},
            {name: _cut(name, column, span) for name, column in columns.items()},
        )
        for span in spans
    ]


def _cut(name: str, column: NDArray, span: Span) -> NDArray:
    part = column[span.start : span.end].copy()
    return np.where(part == MISSING, MISSING, part - span.start) if name == "heads" else part


def _columns(doc: Doc, number: dict[str, dict[str, int]], what: str) -> dict[str, NDArray]:
    empty = np.full(len(doc), MISSING, dtype=np.int64)
    columns = {name: empty.copy() for name in ("heads", "relations", "tags", "lemmas", "starts", "entities")}
    if what != "entities":
        columns["heads"] = np.array([t.head.i for t in doc])
        columns["relations"] = np.array([number["relations"].get(t.dep_, MISSING) for t in doc])
        columns["tags"] = np.array([number["tags"].get(tag(t), MISSING) for t in doc])
        columns["lemmas"] = np.array([number["lemmas"].get(rule_of(t.text, t.lemma_), MISSING) for t in doc])
        columns["starts"] = np.array([int(t.is_sent_start) for t in doc])
    if what != "tree":
        columns["entities"] = np.array([number["entities"][mark] for mark in marks(doc)])
    return columns


def marks(doc: Doc) -> list[str]:
    """The entities of `doc` as B-, I-, E-, S- marks and O."""
    found = ["O"] * len(doc)
    for entity in doc.ents:
        found[entity.start : entity.end] = [f"I-{entity.label_}"] * len(entity)
        found[entity.start] = f"B-{entity.label_}"
        found[entity.end - 1] = f"E-{entity.label_}" if len(entity) > 1 else f"S-{entity.label_}"
    return found


def chunks(runs: list[list[Sentence]], rng: random.Random, most: int = 3, words: int = 80) -> Iterator[list[Sentence]]:
    """Cut every run into chunks of one to `most` sentences, drawn by `rng`, of about `words` words at most."""
    for run in runs:
        start = 0
        while start < len(run):
            size = rng.randint(1, most)
            while size > 1 and sum(len(s) for s in run[start : start + size]) > words:
                size -= 1
            yield run[start : start + size]
            start += size


def batches(items: list[list[Sentence]], words: int, rng: random.Random) -> Iterator[list[list[Sentence]]]:
    """Group chunks of like length into batches of about `words` words, padding included, in random order."""
    order = sorted(items, key=lambda chunk: sum(map(len, chunk)) + rng.random() * 8)
    made: list[list[list[Sentence]]] = [[]]
    longest = 0
    for chunk in order:
        longest = max(longest, sum(map(len, chunk)))
        if made[-1] and longest * (len(made[-1]) + 1) > words:
            made.append([])
            longest = sum(map(len, chunk))
        made[-1].append(chunk)
    rng.shuffle(made)
    yield from made


def tensors(batch: list[list[Sentence]]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Inputs and labels of a batch; `labels["sentence"]` numbers the sentences, so that arcs stay inside them."""
    lengths = [sum(map(len, chunk)) for chunk in batch]
    size = max(lengths)
    inputs = {"mask": torch.zeros(len(batch), size)}
    labels: dict[str, Tensor] = {"sentence": torch.full((len(batch), size), -1)}
    for row, chunk in enumerate(batch):
        inputs["mask"][row, : lengths[row]] = 1
        for name in chunk[0].features:
            value = np.concatenate([s.features[name] for s in chunk])
            if name not in inputs:
                inputs[name] = torch.zeros(len(batch), size, *value.shape[1:], dtype=torch.from_numpy(value).dtype)
            inputs[name][row, : lengths[row]] = torch.from_numpy(value)
        offset = 0
        for number, sentence in enumerate(chunk):
            stretch = slice(offset, offset + len(sentence))
            labels["sentence"][row, stretch] = number
            for name, column in sentence.labels.items():
                if name not in labels:
                    labels[name] = torch.full((len(batch), size), MISSING)
                shift = offset if name == "heads" else 0
                labels[name][row, stretch] = torch.from_numpy(np.where(column == MISSING, MISSING, column + shift))
            offset += len(sentence)
    return inputs, labels
