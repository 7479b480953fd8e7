"""FrSemCor and our own list -> quizgen/french/data/nouns.tsv, what a French noun stands for.

    python training/nouns.py [../shared/data]

FrSemCor gives a noun its type where at least 70 % of its uses have a supersense of that type. training/nouns_own.tsv
has the last word: it adds nouns, retypes those that FrSemCor's newspaper uses mislead about (« pays » is a place), and
strikes out with « none » the abbreviations, the adjectives, and the nouns that are as often something else.
"""

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from itertools import groupby
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_OWN = _ROOT / "training" / "nouns_own.tsv"
_OUT = _ROOT / "quizgen" / "french" / "data" / "nouns.tsv"
_FRSEMCOR = "treebanks/frsemcor/sequoia-9.1.frsemcor.xz"
_TYPES = {
    "Person": "person",
    "Institution": "institution",
    "GroupxPerson": "institution",
    "Animal": "animal",
    "Time": "time",
    "Quantity": "quantity",
    "Event": "event",
}
TYPES = ("person", "institution", "place", "animal", "time", "quantity", "event")
_STRUCK_OUT = "none"
_AGREEMENT = 0.7
_HEADER = """\
# French noun lemma <TAB> what it stands for: person, institution, place, time, quantity, event or animal.
# Written by training/nouns.py from FrSemCor (https://github.com/FrSemCor/FrSemCor, Barque et al. 2020,
# « Annotating a French Corpus with Supersenses », LREC) and from our own training/nouns_own.tsv, for which
# training/noun_types.py found nouns in WiViCo (Wikipedia, Vikidia) and ELTeC-fra.
# Licence: LGPL-LR, that of FrSemCor; the lines that stand in training/nouns_own.tsv are also MIT.
"""


def main() -> None:
    """Write the merged table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=_ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    rows = sorted(merged(args.data).items())
    _OUT.write_text(_HEADER + "".join(f"{lemma}\t{kind}\n" for lemma, kind in rows), encoding="utf-8")
    print(len(rows), dict(Counter(kind for _, kind in rows)))


def frsemcor_types(data: Path, kept: Container[str] | None = None) -> dict[str, str]:
    """Return lemma -> type of the common nouns that FrSemCor annotates consistently enough, in the sentences `kept`."""
    found = {}
    for lemma, uses in _uses(data, kept).items():
        kind, count = uses.most_common(1)[0]
        if kind and count >= _AGREEMENT * uses.total():
            found[lemma] = kind
    return found


def _uses(data: Path, kept: Container[str] | None) -> dict[str, Counter[str]]:
    """Return lemma -> how often it has which type, "" where it has none of ours."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for name, _, rows in annotated(data):
        for _, lemma, tag, annotation in rows if kept is None or name in kept else ():
            supersense = own_supersense(annotation)
            if tag == "NC" and supersense and is_word(lemma):
                uses[lemma.lower()][_TYPES.get(supersense, "")] += 1
    return uses


def held_out_types(data: Path) -> dict[str, str]:
    """Return the merged table with nothing learnt from Sequoia's dev and test sentences, to be measured on them."""
    return merged(data, sentence_ids(data, "train"))


def merged(data: Path, kept: Container[str] | None = None) -> dict[str, str]:
    """Return lemma -> type: FrSemCor's (in the sentences `kept`), ours over them."""
    found = frsemcor_types(data, kept) | own_types(_OWN)
    return {lemma: kind for lemma, kind in found.items() if kind != _STRUCK_OUT}


def other_nouns(data: Path, kept: Container[str] | None = None) -> frozenset[str]:
    """Return the nouns that FrSemCor mostly uses as something else, and those we struck out."""
    things = {lemma for lemma, uses in _uses(data, kept).items() if uses[""] >= _AGREEMENT * uses.total()}
    return frozenset(things | {lemma for lemma, kind in own_types(_OWN).items() if kind == _STRUCK_OUT})


def annotated(data: Path) -> Iterator[tuple[str, str, list[tuple[str, str, str, str]]]]:
    """Yield each sentence of FrSemCor: id, text, rows (form, lemma, tag, annotation)."""
    with lzma.open(data / _FRSEMCOR, "rt", encoding="utf-8") as lines:
        for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
            if filled:
                name, text, *rows = (line.rstrip("\n") for line in block)
                cells = [row.split("\t") for row in rows]
                yield (
                    name.removeprefix("# sent_id = "),
                    text.removeprefix("# text = "),
                    [(form, lemma, tag, annotation) for _, form, lemma, tag, _, annotation in cells],
                )


def sentence_ids(data: Path, part: str) -> frozenset[str]:
    """Return the ids of the sentences of Sequoia's `part`: train, dev or test."""
    with lzma.open(data / f"treebanks/sequoia/fr_sequoia-ud-{part}.conllu.xz", "rt", encoding="utf-8") as lines:
        return frozenset(
            line.removeprefix("# sent_id = ").rstrip("\n") for line in lines if line.startswith("# sent_id")
        )


def own_supersense(annotation: str) -> str:
    """Return the noun's own supersense, or "" where only the name it is part of has one.

    « 1:Event;Act » opens the name no. 1, an Event, with a noun that is itself an Act; « 1;Act » goes on with it.
    """
    last = annotation.rpartition(";")[2]
    return "" if last == "*" or last[:1].isdigit() else last


def is_word(lemma: str) -> bool:
    """Whether `lemma` is a word, hyphens allowed, and no figure or symbol."""
    return lemma.replace("-", "").isalpha()


def own_types(path: Path) -> dict[str, str]:
    """Return lemma -> type as we wrote them down."""
    with path.open(encoding="utf-8") as lines:
        return dict(line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))


if __name__ == "__main__":
    main()
