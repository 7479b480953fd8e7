"""Treebanks and entity annotation -> spaCy's binary corpora, in the shape the shipped model is trained on.

    python -m training.convert ../shared/data training/work

Multiword tokens (du, des, au, aux) become one surface token, for that is what a reader sees.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import quizgen.french.language  # noqa: F401  registers fr_quizgen
from training.augment import Sentence, as_real_text
from training.conllu import Surface, Word, read_sentences
from training.harmonise import Harmoniser, words_of

_TREEBANKS = {
    "train": {
        "sequoia": "sequoia/fr_sequoia-ud-train.conllu.xz",
        "gsd": "gsd/fr_gsd-ud-dev.conllu.xz",
        "pud": "pud/fr_pud-ud-test.conllu.xz",
        "fqb": "fqb/fr_fqb-ud-test.conllu.xz",
    },
    "dev": {"sequoia": "sequoia/fr_sequoia-ud-dev.conllu.xz"},
    "test_sequoia": {"sequoia": "sequoia/fr_sequoia-ud-test.conllu.xz"},
    "test_gsd": {"gsd": "gsd/fr_gsd-ud-test.conllu.xz"},
}
_ENTITIES = {
    "ner_train": ("train.jsonl", "train_wiki.jsonl"),
    "ner_dev": ("dev.jsonl",),
    "ner_test": ("test.jsonl",),
}
#: what a .spacy file keeps of each token
ATTRS = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
#: sentences at the end of a training set that train no tree: on them the confidence of facts is fitted
_HELD = {"gsd": 200, "pud": 100}
_SENTENCES_PER_DOC = 10
_ENTITY_SENTENCES_PER_DOC = 6


def main() -> None:
    """Write every corpus named above into the folder `out`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.blank("fr_quizgen")
    treebanks, rng = args.data / "treebanks", random.Random(0)
    learnt = harmoniser(treebanks)
    for name, files in _TREEBANKS.items():
        sentences = {
            treebank: [merged(sentence, treebank, learnt) for sentence in read_sentences(treebanks / file)]
            for treebank, file in files.items()
        }
        if name == "train":
            held = [sentence for treebank, count in _HELD.items() for sentence in sentences[treebank][-count:]]
            _write(_grouped(nlp, held, rng), args.out / "held.spacy")
            _write(_training_docs(nlp, sentences, rng), args.out / "train.spacy")
        else:
            _write(_grouped(nlp, [s for each in sentences.values() for s in each], rng), args.out / f"{name}.spacy")
    for name, jsonl in _ENTITIES.items():
        docs = [doc for file in jsonl for doc in _entity_docs(nlp, args.data / "ner" / file, rng)]
        _write(docs, args.out / f"{name}.spacy")


def _training_docs(nlp: Language, sentences: dict[str, list[Sentence]], rng: random.Random) -> Iterator[Doc]:
    """Yield all sentences but the held ones, once as the treebanks have them and once as articles print them."""
    kept = [s for treebank, each in sentences.items() for s in each[: len(each) - _HELD.get(treebank, 0)]]
    yield from _grouped(nlp, kept, rng)
    yield from _grouped(nlp, _real_text_copy(kept, rng), rng)


def harmoniser(treebanks: Path) -> Harmoniser:
    """Return what Sequoia's and GSD's training sentences teach about labels."""
    train = _TREEBANKS["train"]
    return Harmoniser.learn(s for tb in ("sequoia", "gsd") for s in read_sentences(treebanks / train[tb]))


def gold_docs(nlp: Language, treebanks: Path, name: str, learnt: Harmoniser, entities: Path) -> Iterator[Doc]:
    """Yield the test sentences of the treebank `name` in documents of ten, with trees and entities, on gold tokens."""
    named = {row["text"]: row["entities"] for row in map(json.loads, entities.read_text(encoding="utf8").splitlines())}
    file = _TREEBANKS[f"test_{name}"][name]
    sentences = [merged(sentence, name, learnt) for sentence in read_sentences(treebanks / file)]
    for start in range(0, len(sentences), _SENTENCES_PER_DOC):
        doc = _doc(nlp, sentences[start : start + _SENTENCES_PER_DOC])
        spans = []
        for sentence in doc.sents:
            offset = sentence.start_char
            spans += [doc.char_span(offset + a, offset + b, label) for a, b, label in named.get(sentence.text, ())]
        doc.set_ents([span for span in spans if span is not None])
        yield doc


def merged(sentence: list[Surface], treebank: str, learnt: Harmoniser) -> Sentence:
    """Return a treebank's sentence with one row per surface token, labels harmonised."""
    words = words_of(sentence)
    place = {word.id: i for i, surface in enumerate(sentence) for word in surface.words}
    chosen = [learnt.apply(_representative(s, place), words, treebank) for s in sentence]
    return Sentence(
        words=[s.form for s in sentence],
        spaces=[s.space_after for s in sentence[:-1]] + [True],
        pos=[word.upos for word in chosen],
        morphs=[_morph(s, words, treebank, learnt) for s in sentence],
        lemmas=[word.lemma for word in chosen],
        heads=[place[word.head] if word.head else i for i, word in enumerate(chosen)],
        deps=[word.deprel for word in chosen],
    )


def _representative(surface: Surface, place: dict[int, int]) -> Word:
    """Return the word that stands for its token: the pronoun of « auquel », the preposition of « du »."""
    here = place[surface.words[0].id]
    outward = [word for word in surface.words if place.get(word.head) != here]
    pronouns = [word for word in outward if word.upos == "PRON"]
    return (pronouns or outward)[0]


def _morph(surface: Surface, words: dict[int, Word], treebank: str, learnt: Harmoniser) -> str:
    feats: dict[str, str] = {}
    for word in surface.words:
        feats = learnt.apply(word, words, treebank).feats | feats
    return "|".join(f"{name}={value}" for name, value in sorted(feats.items()))


def _real_text_copy(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Return the sentences as articles print them, in runs of three of one treebank, the runs shuffled."""
    copies = [as_real_text(sentence, rng) for sentence in sentences]
    runs = [copies[i : i + 3] for i in range(0, len(copies), 3)]
    rng.shuffle(runs)
    return [sentence for run in runs for sentence in run]


def _grouped(nlp: Language, sentences: Iterable[Sentence], rng: random.Random) -> Iterator[Doc]:
    """Yield documents of one to ten sentences; a heading ends its document as a line break would."""
    batch: list[Sentence] = []
    size = _SENTENCES_PER_DOC
    for sentence in sentences:
        batch.append(sentence)
        if len(batch) >= size or sentence.heading:
            yield _doc(nlp, batch)
            batch, size = [], rng.randint(1, _SENTENCES_PER_DOC)
    if batch:
        yield _doc(nlp, batch)


def _doc(nlp: Language, batch: list[Sentence]) -> Doc:
    starts = [0]
    for sentence in batch:
        starts.append(starts[-1] + len(sentence.words))
    return Doc(
        nlp.vocab,
        words=[word for s in batch for word in s.words],
        spaces=[space for s in batch for space in s.spaces],
        pos=[tag for s in batch for tag in s.pos],
        morphs=[morph for s in batch for morph in s.morphs],
        lemmas=[lemma for s in batch for lemma in s.lemmas],
        heads=[start + head for start, s in zip(starts, batch, strict=False) for head in s.heads],
        deps=[dep for s in batch for dep in s.deps],
    )


def _entity_docs(nlp: Language, path: Path, rng: random.Random) -> Iterator[Doc]:
    """Yield documents of one to six annotated sentences: in an article, capitals also follow full stops."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    start, lost = 0, 0
    while start < len(rows):
        size = rng.randint(1, _ENTITY_SENTENCES_PER_DOC)
        doc, misaligned = _entity_doc(nlp, rows[start : start + size])
        start, lost = start + size, lost + misaligned
        yield doc
    print(f"{path.name}: {lost} entities that begin or end inside a token are left out")


def _entity_doc(nlp: Language, rows: list[dict[str, Any]]) -> tuple[Doc, int]:
    doc = nlp.make_doc(" ".join(row["text"] for row in rows))
    spans, offset = [], 0
    for row in rows:
        spans += [doc.char_span(offset + start, offset + end, label) for start, end, label in row["entities"]]
        offset += len(row["text"]) + 1
    doc.set_ents([span for span in spans if span is not None])
    return doc, spans.count(None)


def _write(docs: Iterable[Doc], path: Path) -> None:
    store = DocBin(attrs=ATTRS, docs=docs)
    store.to_disk(path)
    print(f"{path.name}: {len(store)} documents")


if __name__ == "__main__":
    main()
