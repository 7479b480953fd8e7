"""Exported networks, vectors and lemma table -> the one pipeline that is shipped.

    python -m training.assemble training/work/reader training/work/vectors/pipeline training/work/train.spacy \\
        quizgen/french/model
"""

import argparse
import shutil
from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.vocab import Vocab

from quizgen.french.components import LEMMA_TABLE, lemma_key
from training.evaluate import docs_in

_META = {
    "name": "quizgen",
    "version": "2.0.0",
    "description": "French tagger, parser, lemmatiser and entity recogniser of quizgen",
    "license": "LGPL-LR AND CC-BY-SA-4.0 AND CC-BY-SA-3.0 AND CC-BY-4.0",
    "author": "quizgen",
}


def main() -> None:
    """Write the assembled pipeline into the folder `out`, beside the model card and licence that stand there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("reader", "vectors", "corpus", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    nlp = assemble(args.reader, args.vectors)
    nlp.vocab.lookups.add_table(LEMMA_TABLE, lemma_table(args.corpus, nlp.vocab))
    nlp.meta.update(_META)
    for stale in (path for path in args.out.glob("*") if path.is_dir()):
        shutil.rmtree(stale)
    nlp.to_disk(args.out)


def assemble(reader: Path, vectors: Path) -> Language:
    """Return the pipeline: our small components before and after the reader of the folder `reader`."""
    with_vectors = spacy.load(vectors)
    nlp = spacy.blank("fr_quizgen")
    nlp.vocab.vectors = with_vectors.vocab.vectors
    for name in ("sentence_limits", "fold_spaces", "reader", "known_lemmas", "unfold_spaces"):
        nlp.add_pipe(name)
    nlp.get_pipe("reader").from_disk(reader)  # type: ignore[attr-defined]
    return nlp


def lemma_table(corpus: Path, vocab: Vocab) -> dict[str, str]:
    """Return the lemma of every word form that the treebanks lemmatise in one way under one tag."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs_in(corpus, vocab):
        for token in doc:
            seen[lemma_key(token.text, token.pos_)][token.lemma_] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items() if len(lemmas) == 1}


if __name__ == "__main__":
    main()
