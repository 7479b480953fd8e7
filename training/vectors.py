"""Word vectors from running text, by floret (fastText with hashed subwords: small, and no word is unknown).

    python -m training.vectors ../shared/data/text training/work/vectors

All of the encyclopedia (WiViCo, which is modern) and every third paragraph of the novels (ELTeC). Words are read
under the form that the model knows them by (`norm`), so that « l’ » and « l' », « Œuvre » and « oeuvre » are one.
Needs the package `floret`, which only this step uses.
"""

import argparse
import lzma
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.training.initialize import convert_vectors

import quizgen.french.language  # noqa: F401  registers fr_quizgen

_WIKIPEDIA, _NOVELS = "wivico_v2.tsv.xz", "eltec.txt.xz"
_WIDTH, _BUCKETS, _NOVELS_STEP = 96, 40_000, 3


def main() -> None:
    """Write tokenised text, the floret table and a blank pipeline that holds the vectors into `out`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenised, table = args.out / "text.txt", args.out / "vectors.floret"
    write_tokenised(args.text, tokenised)
    fit(tokenised, table)
    nlp = spacy.blank("fr_quizgen")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret", attr="NORM")
    nlp.to_disk(args.out / "pipeline")


def write_tokenised(folder: Path, out: Path) -> None:
    """Write one paragraph a line, its words normalised and separated by spaces."""
    nlp = spacy.blank("fr_quizgen")
    with out.open("w", encoding="utf8") as lines:
        for paragraph in paragraphs(folder):
            words = [token.norm_ for token in nlp.make_doc(paragraph) if not token.is_space]
            lines.write(" ".join(word.replace(" ", "") for word in words) + "\n")


def fit(text: Path, table: Path) -> None:
    """Train CBOW vectors on `text`; one thread, for several would make the result differ from run to run."""
    import floret

    model = floret.train_unsupervised(
        str(text),
        model="cbow",
        mode="floret",
        hashCount=2,
        bucket=_BUCKETS,
        dim=_WIDTH,
        minn=4,
        maxn=5,
        minCount=5,
        ws=4,
        neg=6,
        epoch=4,
        thread=1,
    )
    model.save_floret_vectors(str(table))


def paragraphs(folder: Path, first: int = 0) -> Iterator[str]:
    """The encyclopedia's, each once, then every third of the novels' from number `first` on."""
    encyclopedia: dict[str, None] = {}
    with lzma.open(folder / _WIKIPEDIA, "rt", encoding="utf8") as pairs:
        next(pairs)
        for pair in pairs:
            encyclopedia.update(dict.fromkeys(pair.split("\t")[:2]))
    yield from encyclopedia
    with lzma.open(folder / _NOVELS, "rt", encoding="utf8") as novels:
        yield from islice((line.strip() for line in novels), first, None, _NOVELS_STEP)


if __name__ == "__main__":
    main()
