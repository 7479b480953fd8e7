"""Running text as a model read it -> quizgen/french/data/subjects.tsv: which verbs say what somebody does.

    python -m training.subjects training/work/silver-0.spacy training/work/silver-1.spacy

Counts the subjects of each verb whose sort is known, names and nouns: people and animals, institutions, all else.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Token

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french import nouns, parts, tree
from quizgen.french.selection import sense_of

_OUT = Path(__file__).resolve().parent.parent / "quizgen" / "french" / "data" / "subjects.tsv"
_SORTS = {"person": 0, "animal": 0, "institution": 1, "thing": 2, "place": 2, "time": 2, "event": 2, "quantity": 2}
#: fewer subjects say nothing
_FEWEST = 5
_HEADER = """\
# French verb (« se » before it: reflexive; « être » before it: passive) <TAB> how many of its subjects were people or
# animals <TAB> institutions <TAB> all else. Counted by training/subjects.py in text of WiViCo (Wikipedia, Vikidia;
# CC BY-SA 4.0) and ELTeC-fra (CC BY 4.0) as our own model reads it: counts, no text.
"""


def main() -> None:
    """Write the counts of every verb with enough subjects."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("silver", nargs="+", type=Path)
    args = parser.parse_args()
    vocab = spacy.blank("fr_quizgen").vocab
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for path in args.silver:
        for doc in DocBin().from_disk(path).get_docs(vocab):
            for verb, sort in _pairs(doc):
                counts[verb][sort] += 1
    rows = [f"{verb}\t{found[0]}\t{found[1]}\t{found[2]}\n" for verb, found in sorted(counts.items())
            if found.total() >= _FEWEST]  # fmt: skip
    _OUT.write_text(_HEADER + "".join(rows), encoding="utf-8")
    print(len(rows), "verbs")


def _pairs(doc: Doc) -> Iterator[tuple[str, int]]:
    for token in doc:
        subject = tree.subject_of(token) if parts.is_verb(token) else None
        if subject is not None and parts.is_noun(subject):
            sort = _sort(subject)
            if sort is not None:
                yield sense_of(token), sort


def _sort(subject: Token) -> int | None:
    """None for names that may be anything."""
    return _SORTS.get(nouns.type_of(subject))


if __name__ == "__main__":
    main()
