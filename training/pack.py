"""Treebanks, names and running text -> arrays that any machine with PyTorch can learn from (`training.packed`).

    python -m training.pack ../shared/data/text training/work [SILVER.spacy …] --out training/work/packed

Reads the corpora of training.convert and vectors/pipeline from the work folder. Writes labels.json, sizes.json,
forms.npz, running.npz (all running text), and gold, named, dev and silver as runs of sentences.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.features import FLAGS, LETTER_ROWS, ROWS
from training.corpus import Packer, labels_of
from training.evaluate import docs_in
from training.packed import save_runs
from training.vectors import paragraphs

#: words that the encoder learns to guess
GUESSED = 20_000


def main() -> None:
    """Write every array."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("silver", type=Path, nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    nlp = spacy.load(args.work / "vectors" / "pipeline")
    trees = docs_in(args.work / "train.spacy", nlp.vocab)
    labels = labels_of(trees)
    labels.save(args.out / "labels.json")
    packer = Packer(nlp.vocab)

    def read(name: str, what: str) -> list:
        return packer.runs(docs_in(args.work / f"{name}.spacy", nlp.vocab), labels, what)

    save_runs(args.out / "gold.npz", packer.runs(trees, labels, "tree"))
    save_runs(args.out / "named.npz", read("ner_train", "entities"))
    save_runs(args.out / "dev.npz", read("dev", "tree") + read("ner_dev", "entities"))
    for number, path in enumerate(args.silver):
        save_runs(args.out / f"silver-{number}.npz", packer.runs(docs_in(path, nlp.vocab), labels, "both"))
    forms, flags = _running(nlp, packer, args.text, random.Random(args.seed))
    np.savez_compressed(args.out / "running.npz", forms=forms, flags=np.packbits(flags, axis=1))
    packer.forms(GUESSED).save(args.out / "forms.npz")
    sizes = {"rows": ROWS, "letter_rows": LETTER_ROWS, "flags": FLAGS}
    (args.out / "sizes.json").write_text(json.dumps(sizes), encoding="utf8")
    print(len(forms), "words of running text,", sum(1 for _ in args.out.iterdir()), "files")


def _running(nlp: Language, packer: Packer, text: Path, rng: random.Random) -> tuple[NDArray, NDArray]:
    """All paragraphs in random order, one after the other: the encyclopedia's once, the novels'."""
    texts = list(dict.fromkeys(" ".join(t.split()) for part in range(3) for t in paragraphs(text, part)))
    rng.shuffle(texts)
    read = [packer.words(doc) for doc in nlp.pipe(texts) if len(doc)]
    return np.concatenate([forms for forms, _ in read]), np.concatenate([flags for _, flags in read]).astype(bool)


if __name__ == "__main__":
    main()
