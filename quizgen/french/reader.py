"""The pipeline component that reads: sentence starts, tags, lemmas, trees and entities from the network's numbers.

How sure each attachment is stays with the document, as `Doubts` under `DOUBTS` in `doc.user_data`.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc

from quizgen.french.doubts import DOUBTS, Doubts
from quizgen.french.entity_marks import best_marks, codes
from quizgen.french.features import Features, Featuriser
from quizgen.french.lemma_rules import INFINITIVES, apply_rule, verb_lemma
from quizgen.french.network import Network, Scores, log_softmax
from quizgen.french.parts import VERBAL
from quizgen.french.spanning import best_tree

#: words of a stretch that the network reads at once; longer only where no sentence surely begins
_WORDS = 80
_LONGEST = 400
_DOCS = 64
#: a sentence begins where the members think so to this degree: they are shy of headings glued to the text
_STARTS = 0.15
_FAR = -1e9
#: rules for the lemma of a verb that are tried for one that makes a known infinitive
_RULES_TRIED = 60
_ROOT = "ROOT"


@Language.factory("reader", assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "doc.ents"])
class Reader:
    """spaCy component; `doc` must hold no white-space tokens (`fold_spaces`), sure sentence limits may be set."""

    def __init__(self, nlp: Language, name: str) -> None:
        """An empty reader: `from_disk` brings the network."""
        self.name = name
        self._vocab = nlp.vocab
        self._featuriser = Featuriser(nlp.vocab)
        self._network: Network | None = None
        self._folder: Path | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The dependency labels it gives."""
        return tuple(self._network.labels["relations"]) if self._network else ()

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Iterable[Doc], batch_size: int = _DOCS) -> Iterator[Doc]:
        """Read documents, many at once: their stretches of like length share a batch."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            made = [self._featuriser(doc) if len(doc) else None for doc in batch]
            places = [(i, span) for i, doc in enumerate(batch) if len(doc) for span in stretches(doc)]
            scored = self._loaded.read([_cut(made[i], start, end) for i, (start, end) in places])  # type: ignore[arg-type]
            for i, doc in enumerate(batch):
                mine = [(span, s) for (owner, span), s in zip(places, scored, strict=True) if owner == i]
                yield self._annotated(doc, mine)

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Copy the network's files."""
        import shutil

        if self._folder is not None and Path(path) != self._folder:
            shutil.copytree(self._folder, path, dirs_exist_ok=True)

    def from_disk(self, path: str | Path, **kwargs: Any) -> "Reader":
        """Load the network's files."""
        self._folder = Path(path)
        self._network = Network(self._folder)
        return self

    @property
    def _loaded(self) -> Network:
        assert self._network is not None, "the reader has no network: load the pipeline from its folder"  # noqa: S101
        return self._network

    def _annotated(self, doc: Doc, scored: list[tuple[tuple[int, int], Scores]]) -> Doc:
        if not scored:
            return doc
        attrs = [POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
        values: NDArray[np.uint64] = np.zeros((len(doc), len(attrs)), dtype=np.uint64)
        doubts = Doubts(len(doc))
        for (start, end), scores in scored:
            values[start:end, :3] = self._words(doc, start, scores)
            values[start:end, 5:] = self._entities(scores)
            for first, last in pairwise([*sentence_starts(doc, start, scores), end]):
                values[first:last, 3:5] = self._tree(scores, first - start, last - start, first, doubts)
        doc.from_array(attrs, values)  # type: ignore[arg-type]  # its protocol wants lists, it takes arrays
        doc.user_data[DOUBTS] = doubts
        return doc

    def _words(self, doc: Doc, start: int, scores: Scores) -> NDArray[np.uint64]:
        """POS, MORPH and LEMMA of a stretch."""
        tags, lookups = self._loaded.labels["tags"], self._vocab.lookups
        infinitives = lookups.get_table(INFINITIVES) if lookups.has_table(INFINITIVES) else {}
        rows = np.zeros((len(scores.starts), 3), dtype=np.uint64)
        for i, tag in enumerate(scores.tags.argmax(1)):
            pos, _, morph = tags[tag].partition("|")
            lemma = self._lemma(doc[start + i].text, pos, scores.lemmas[i], infinitives)
            rows[i] = IDS[pos], self._vocab.morphology.add(morph), self._vocab.strings.add(lemma)
        return rows

    def _lemma(self, form: str, pos: str, scores: NDArray[np.float32], infinitives: Collection[str]) -> str:
        """The lemma by the likeliest rule; a verb's is one that there is, where found."""
        rules = self._loaded.labels["lemmas"]
        lemma = apply_rule(rules[scores.argmax()], form)
        if pos not in VERBAL or lemma in infinitives:
            return lemma
        return verb_lemma([rules[rule] for rule in np.argsort(-scores)[:_RULES_TRIED]], form, infinitives)

    def _entities(self, scores: Scores) -> NDArray[np.uint64]:
        """ENT_IOB and ENT_TYPE of a stretch."""
        marks = [self._loaded.labels["entities"][i] for i in best_marks(scores.entities)]
        return np.array([codes(mark, self._vocab.strings) for mark in marks], dtype=np.uint64)

    def _tree(self, scores: Scores, low: int, high: int, first: int, doubts: Doubts) -> NDArray[np.uint64]:
        """DEP and HEAD of the sentence at [low, high) of its stretch, which begins at word `first` of the document."""
        chances = np.mean([np.exp(log_softmax(arcs[low:high, low:high])) for arcs, _, _ in scores.members], axis=0)
        heads = best_tree(np.log(chances + 1e-9))
        own = np.arange(high - low)
        relations, labels = self._loaded.relations(scores, own + low, heads + low), self._loaded.labels["relations"]
        relations[:, labels.index(_ROOT)] = np.where(heads == own, 0.0, _FAR)
        best = relations.argmax(1)
        doubts.add(first, chances, np.exp(relations[own, best]), best == labels.index("punct"))
        names = [self._vocab.strings.add(labels[i]) for i in best]
        return np.stack([np.array(names, dtype=np.uint64), (heads - own).astype(np.uint64)], axis=1)


def stretches(doc: Doc) -> list[tuple[int, int]]:
    """Where to cut `doc` for the network: at sure sentence starts, into stretches of about 80 words.

    What goes on for 400 words without one is no sentence that anybody would be asked about: it is cut anywhere.
    """
    sure = [token.i for token in doc if token.is_sent_start is True or token.i == 0]
    cuts = [0]
    for start, end in pairwise([*sure, len(doc)]):
        if end - cuts[-1] > _WORDS and start > cuts[-1]:
            cuts.append(start)
        cuts.extend(range(cuts[-1] + _LONGEST, end, _LONGEST))
    return list(pairwise([*cuts, len(doc)]))


def sentence_starts(doc: Doc, start: int, scores: Scores) -> list[int]:
    """The words of the stretch from `start` on at which a sentence begins: what is set already, else what is likely."""
    found = [start]
    for i in range(start + 1, start + len(scores.starts)):
        settled = doc[i].is_sent_start
        if settled is True or (settled is None and scores.starts[i - start] > _STARTS):
            found.append(i)
    return found


def _cut(features: Features, start: int, end: int) -> Features:
    return Features(**{name: value[start:end] for name, value in vars(features).items()})
