"""The level that quizgen gives every text of known readers, with what it measured.

Run: python benchmarks/level.py; prints the table of benchmarks/level.md.
"""

import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path

from quizgen.article import read_text
from quizgen.french.measures import Measures, measure
from quizgen.french.reading import read
from quizgen.level import judged

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "data"
#: genre -> the levels that its readers make likely
EXPECTED = {
    "simplified": ("A2", "B1"),
    "Vikidia": ("A2", "B1", "B2"),
    "news": ("B1", "B2"),
    "civic": ("B1", "B2"),
    "encyclopedic": ("B2", "C1+"),
    "Wikipedia": ("B2", "C1+"),
    "literature": ("B2", "C1+"),
}
#: pseudo-texts made of so many sentences of one side of WiViCo, and how many of them
SENTENCES, BUNDLES = 25, 6


def texts() -> Iterator[tuple[str, str, str]]:
    """Genre, name and text of every text there is."""
    for path in (DATA / "texts.jsonl", HERE / "texts.jsonl"):
        if path.exists():
            for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                if "text" in row:
                    yield row["genre"], row["id"], row["text"]
    pairs = DATA / "text" / "wivico_v2.tsv.xz"
    if pairs.exists():
        with lzma.open(pairs, "rt", encoding="utf-8") as lines:
            rows = [line.split("\t")[:2] for line in lines][1:]
        random.Random(1).shuffle(rows)
        for side, genre in enumerate(("Wikipedia", "Vikidia")):
            for bundle in range(BUNDLES):
                sentences = (row[side].rstrip(".") for row in rows[bundle * SENTENCES : (bundle + 1) * SENTENCES])
                yield genre, f"{genre.lower()}-{bundle + 1}", ". ".join(sentences) + "."


def row(genre: str, name: str, level: str, measures: Measures | None) -> str:
    """One line of the table; an unexpected level in bold."""
    if measures is None:
        return f"| {genre} | {name} | none |"
    given = level if level in EXPECTED[genre] else f"**{level}**"
    return f"| {genre} | {name} | {given} | {figures(measures)} |"


def figures(measures: Measures) -> str:
    """The cells of what was measured."""
    tenses = ", ".join(f"{tense} {number}" for tense, number in measures.tenses.items())
    rare, ease = f"{100 * measures.rare:.0f}", f"{measures.ease:.0f}"
    return " | ".join((f"{measures.sentence:.1f}", rare, f"{measures.subordinates:.2f}", ease, tenses))


def main() -> None:
    """Prints the table, easiest genre first, and how many levels are as expected."""
    print("| genre | text | level | words a sentence | rare words, % | subordinates | ease | tenses |")
    print("| --- " * 8 + "|")
    given: dict[str, list[str]] = {genre: [] for genre in EXPECTED}
    lines = []
    for genre, name, text in texts():
        article = read_text(text)
        measures = measure(read(article.text, article.paragraphs))
        level = judged(measures)["cefr"] if measures else "none"
        lines.append((list(EXPECTED).index(genre), row(genre, name, level, measures)))
        given[genre].append(level)
    print("\n".join(line for _, line in sorted(lines)))
    right = sum(level in EXPECTED[genre] for genre, levels in given.items() for level in levels)
    print(f"\n{right} of {sum(map(len, given.values()))} as expected")


if __name__ == "__main__":
    main()
