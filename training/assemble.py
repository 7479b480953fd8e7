"""Parser and entity recogniser -> the one pipeline that is shipped.

    python -m training.assemble training/work/parse/model-best training/work/ner/model-best \\
        training/work/train.spacy quizgen/french/model
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from quizgen.french.components import LEMMA_TABLE, lemma_key

_META = {
    "name": "quizgen",
    "version": "1.0.0",
    "description": "French tagger, parser, lemmatiser and entity recogniser of quizgen",
    "license": "LGPL-LR AND CC-BY-SA-4.0 AND CC-BY-SA-3.0 AND CC-BY-4.0",
    "author": "quizgen",
}


def main() -> None:
    """Write the assembled pipeline into the folder `out`, beside the model card that stands there."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("parse", "ner", "corpus", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    nlp = assemble(args.parse, args.ner)
    nlp.vocab.lookups.add_table(LEMMA_TABLE, lemma_table(args.corpus, nlp.vocab))
    nlp.meta.update(_META)
    nlp.to_disk(args.out)


def assemble(parse: Path, ner: Path) -> Language:
    """Return one pipeline of the two trained ones, our small components between and around them."""
    nlp = spacy.load(parse)
    nlp.add_pipe("known_lemmas", after="trainable_lemmatizer")
    nlp.add_pipe("ner", source=spacy.load(ner, vocab=nlp.vocab))
    nlp.add_pipe("fold_spaces", first=True)
    nlp.add_pipe("sentence_limits", first=True)
    nlp.add_pipe("unfold_spaces", last=True)
    return nlp


def lemma_table(corpus: Path, vocab: Vocab) -> dict[str, str]:
    """Return the lemma of every word form that the treebanks lemmatise in one way under one tag."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in DocBin().from_disk(corpus).get_docs(vocab):
        for token in doc:
            seen[lemma_key(token.text, token.pos_)][token.lemma_] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items() if len(lemmas) == 1}


if __name__ == "__main__":
    main()
