"""spaCy's documents -> forms, flags and labels of the reading network (`training.packed`)."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from quizgen.french.features import Featuriser
from quizgen.french.lemma_rules import rule_of
from training.packed import COLUMNS, MISSING, Forms, Labels, Runs, Sentence

_FEWEST = 2


def labels_of(docs: Iterable[Doc], entities: Sequence[str] = ("LOC", "MISC", "ORG", "PER")) -> Labels:
    """All relations and tags of `docs`, and the lemma rules that serve more than one word."""
    rules: Counter[str] = Counter()
    relations, tags = set(), Counter[str]()
    for doc in docs:
        for token in doc:
            relations.add(token.dep_)
            tags[tag(token)] += 1
            rules[rule_of(token.text, token.lemma_)] += 1
    marks = [f"{place}-{label}" for label in entities for place in "BIES"]
    return Labels(
        sorted(relations),
        sorted(name for name, count in tags.items() if count >= _FEWEST),
        ["=", "<", *sorted(rule for rule, count in rules.items() if count >= _FEWEST and rule not in "=<")],
        ["O", *marks],
    )


def tag(token: Token) -> str:
    """UPOS and features as one label."""
    return f"{token.pos_}|{token.morph}"


class Packer:
    """Numbers the forms of documents as it meets them."""

    def __init__(self, vocab: Vocab) -> None:
        self._featuriser = Featuriser(vocab)
        self._numbers: dict[tuple[int, int], int] = {}
        self._rows: list[tuple[NDArray, NDArray, NDArray]] = []
        self._counts: Counter[int] = Counter()

    def words(self, doc: Doc) -> tuple[NDArray, NDArray]:
        """The forms (n,) and flags (n, flags) of the words of `doc`."""
        made = self._featuriser(doc)
        numbers = np.empty(len(doc), dtype=np.int32)
        for i, token in enumerate(doc):
            key = (token.orth, token.norm)
            if key not in self._numbers:
                self._numbers[key] = len(self._rows)
                self._rows.append((made.hashed[i], made.letters[i], made.vectors[i]))
            numbers[i] = self._numbers[key]
            self._counts[token.norm] += 1
        return numbers, made.flags

    def runs(self, docs: Iterable[Doc], labels: Labels, what: str) -> Runs:
        """The documents as runs of sentences; `what` is « tree » (all but entities), « entities », or « both »."""
        number = {name: {label: i for i, label in enumerate(values)} for name, values in vars(labels).items()}
        return [self._run(doc, number, what) for doc in docs]

    def forms(self, guessed: int) -> Forms:
        """All forms met; the `guessed` most frequent words are numbered."""
        rank = {norm: i for i, (norm, _) in enumerate(self._counts.most_common(guessed))}
        hashed, letters, vectors = (np.stack(column) for column in zip(*self._rows, strict=True))
        guess = np.array([rank.get(norm, MISSING) for _, norm in self._numbers], dtype=np.int32)
        return Forms(hashed.astype(np.uint16), letters.astype(np.uint8), vectors, guess)

    def _run(self, doc: Doc, number: dict[str, dict[str, int]], what: str) -> list[Sentence]:
        forms, flags = self.words(doc)
        columns = _columns(doc, number, what)
        spans = [doc[:]] if what == "entities" else list(doc.sents)
        return [
            Sentence(
                forms[span.start : span.end],
                flags[span.start : span.end],
                {name: _cut(name, column, span) for name, column in columns.items()},
            )
            for span in spans
        ]


def _cut(name: str, column: NDArray, span: Span) -> NDArray:
    part = column[span.start : span.end].copy()
    return np.where(part == MISSING, MISSING, part - span.start) if name == "heads" else part


def _columns(doc: Doc, number: dict[str, dict[str, int]], what: str) -> dict[str, NDArray]:
    empty = np.full(len(doc), MISSING, dtype=np.int64)
    columns = {name: empty.copy() for name in COLUMNS}
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
