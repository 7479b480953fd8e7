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
    coarse = _TREEBANKS["train"]
    harmoniser = Harmoniser.learn(s for tb in ("sequoia", "gsd") for s in read_sentences(treebanks / coarse[tb]))
    for name, files in _TREEBANKS.items():
        sentences = [
            merged(sentence, treebank, harmoniser)
            for treebank, file in files.items()
            for sentence in read_sentences(treebanks / file)
        ]
        docs = list(_grouped(nlp, sentences, rng))
        if name == "train":
            docs += _grouped(nlp, _real_text_copy(sentences, rng), rng)
        _write(docs, args.out / f"{name}.spacy")
    for name, jsonl in _ENTITIES.items():
        docs = [doc for file in jsonl for doc in _entity_docs(nlp, args.data / "ner" / file, rng)]
        _write(docs, args.out / f"{name}.spacy")


def merged(sentence: list[Surface], treebank: str, harmoniser: Harmoniser) -> Sentence:
    """Return a treebank's sentence with one row per surface token, labels harmonised."""
    words = words_of(sentence)
    place = {word.id: i for i, surface in enumerate(sentence) for word in surface.words}
    chosen = [harmoniser.apply(_representative(s, place), words, treebank) for s in sentence]
    return Sentence(
        words=[s.form for s in sentence],
        spaces=[s.space_after for s in sentence[:-1]] + [True],
        pos=[word.upos for word in chosen],
        morphs=[_morph(s, words, treebank, harmoniser) for s in sentence],
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


def _morph(surface: Surface, words: dict[int, Word], treebank: str, harmoniser: Harmoniser) -> str:
    feats: dict[str, str] = {}
    for word in surface.words:
        feats = harmoniser.apply(word, words, treebank).feats | feats
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
    attrs = ["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    store = DocBin(attrs=attrs, docs=docs)
    store.to_disk(path)
    print(f"{path.name}: {len(store)} documents")


if __name__ == "__main__":
    main()
