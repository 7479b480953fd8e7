"""Running text read by the members trained so far, for the next ones to learn from: self-training.

    python -m training.silver MODEL ../shared/data/text training/work/silver.spacy [--words 1000000] [--part 0/2]

Of every batch the documents whose attachments are least sure are left out: what the members disagree on teaches errors.
Names carry the labels that the rules of quizgen/french/names.py settle over the whole paragraph.
"""

import argparse
import random
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, DocBin

from quizgen.french.doubts import doubts_of
from quizgen.french.names import settle
from quizgen.french.pipeline import load
from training.convert import ATTRS
from training.vectors import paragraphs

_LONGEST, _SHARD = 150, 512


def main() -> None:
    """Write the surest three quarters of what was read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--seed", type=int, default=7, help="another seed, other paragraphs first")
    args = parser.parse_args()
    part, parts = map(int, args.part.split("/"))
    nlp = load(args.model)
    texts = [" ".join(text.split()) for text in paragraphs(args.text)]
    random.Random(args.seed).shuffle(texts)
    store, kept = DocBin(attrs=ATTRS), 0
    mine = [text for text in texts[part::parts] if 4 <= len(text.split()) <= _LONGEST]
    for start in range(0, len(mine), _SHARD):
        docs = [doc for doc in nlp.pipe(mine[start : start + _SHARD]) if not any(token.is_space for token in doc)]
        docs.sort(key=doubt)
        for doc in docs[: len(docs) * 3 // 4]:
            settle([doc])
            doc.user_data.clear()
            store.add(doc)
            kept += len(doc)
        if kept >= args.words / parts:
            break
    store.to_disk(args.out)
    print(len(store), "documents,", kept, "words")


def doubt(doc: Doc) -> float:
    """How unsure the reading of `doc` is: the mean surprise at its own attachments, in nats."""
    doubts = doubts_of(doc)
    if doubts is None:
        return np.inf
    return float(-np.mean([np.log(doubts.attachment(token, token.head) + 1e-6) for token in doc]))


if __name__ == "__main__":
    main()
