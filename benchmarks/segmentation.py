"""Sentences and tokens of the pipeline against texts of ours marked by hand, with every miss shown.

python benchmarks/segmentation.py [PIPELINE] [--quiet]

A sentence counts when both its ends are right; a token likewise. « Rules alone » is `sentence_limits` without any
model: what it leaves open is no start. The conventions stand in benchmarks/segmentation.md.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quizgen.french.components import sentence_limits
from quizgen.french.pipeline import load

HERE = Path(__file__).resolve().parent
AROUND = 28  # characters shown on either side of a miss

Spans = set[tuple[int, int]]


@dataclass
class Score:
    """Counts of spans: right, found, wanted, by group."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, groups: Iterable[str], gold: Spans, found: Spans) -> None:
        """Count one text's spans in each of its groups."""
        for name in groups:
            self.right[name] += len(gold & found)
            self.found[name] += len(found)
            self.wanted[name] += len(gold)

    def figures(self, group: str) -> tuple[float, float, float]:
        """Precision, recall and F of a group, in percent."""
        right, found, wanted = self.right[group], self.found[group], self.wanted[group]
        return 100 * right / max(found, 1), 100 * right / max(wanted, 1), 200 * right / max(found + wanted, 1)


def main() -> None:
    """Print the tables, and the misses unless told not to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?", help="a folder or an installed pipeline; the shipped one without")
    parser.add_argument("--quiet", action="store_true", help="no misses")
    args = parser.parse_args()
    rows = _rows("sentences_own.jsonl")
    texts = [row["text"] for row in rows]
    whole = list(load(args.pipeline).pipe(texts))
    alone = list(by_rules(texts))
    print(sentence_table(rows, whole, alone))
    strings = _rows("tokens_own.jsonl")
    token_docs = [load(args.pipeline).make_doc(row["text"]) for row in strings]
    print("\n" + token_line(strings, token_docs))
    if not args.quiet:
        for title, docs in (("pipeline", whole), ("rules alone", alone)):
            print(f"\n## Sentences, {title} (+ a start too many, - a start missed)\n")
            print("\n".join(miss for row, doc in zip(rows, docs, strict=True) for miss in sentence_misses(row, doc)))
        print("\n## Tokens (expected, then found)\n")
        print("\n".join(token_misses(strings, token_docs)))


def by_rules(texts: Iterable[str]) -> Iterator[Doc]:
    """The texts cut by `sentence_limits` alone."""
    blank: Language = spacy.blank("fr_quizgen")
    for text in texts:
        doc = sentence_limits(blank.make_doc(text))
        for token in doc:
            token.is_sent_start = token.is_sent_start is True or token.i == 0
        yield doc


def bounds(doc: Doc) -> Spans:
    """Half-open offsets of the sentences, white space around them left out."""
    spans = set()
    for sentence in doc.sents:
        body = sentence.text.strip()
        if body:
            start = sentence.start_char + sentence.text.index(body)
            spans.add((start, start + len(body)))
    return spans


def sentence_table(rows: list[dict[str, Any]], whole: list[Doc], alone: list[Doc]) -> str:
    """A Markdown table: each genre and each part of the test set, by the pipeline and by the rules alone."""
    genres, parts = (list(dict.fromkeys(row[key] for row in rows)) for key in ("genre", "part"))
    scores = [_sentence_score(rows, docs) for docs in (whole, alone)]
    lines = ["| texts | sentences | P | R | F | rules alone: P | R | F |", "| --- " * 8 + "|"]
    for group in (*sorted(genres), *parts, "all"):
        cells = [f"{figure:.1f}" for score in scores for figure in score.figures(group)]
        lines.append(f"| {group} | {scores[0].wanted[group]} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _sentence_score(rows: list[dict[str, Any]], docs: list[Doc]) -> Score:
    score = Score()
    for row, doc in zip(rows, docs, strict=True):
        score.add((row["genre"], row["part"], "all"), {(start, end) for start, end in row["sentences"]}, bounds(doc))
    return score


def sentence_misses(row: dict[str, Any], doc: Doc) -> Iterator[str]:
    """Each start that is too many (+) or missed (-), with the words around it."""
    text = row["text"]
    gold, found = {start for start, _ in row["sentences"]}, {start for start, _ in bounds(doc)}
    for start in sorted(gold ^ found):
        around = f"{text[max(0, start - AROUND) : start]}‖{text[start : start + AROUND]}".replace("\n", "⏎")
        yield f"{'+' if start in found else '-'} {row['genre']}: {around}"


def token_line(rows: list[dict[str, Any]], docs: list[Doc]) -> str:
    """Precision, recall and F of the tokens, by exact offsets."""
    score = Score()
    for row, doc in zip(rows, docs, strict=True):
        found = {(token.idx, token.idx + len(token)) for token in doc if not token.is_space}
        score.add(["tokens"], set(_offsets(row["text"], row["tokens"])), found)
    figures = "P {:.1f} · R {:.1f} · F {:.1f}".format(*score.figures("tokens"))
    return f"tokens: {figures} ({score.wanted['tokens']} tokens)"


def token_misses(rows: list[dict[str, Any]], docs: list[Doc]) -> Iterator[str]:
    """The strings that come out otherwise than by hand."""
    for row, doc in zip(rows, docs, strict=True):
        found = [token.text for token in doc if not token.is_space]
        if found != row["tokens"]:
            yield f"{'|'.join(row['tokens'])}\n{'|'.join(found)}\n"


def _offsets(text: str, tokens: list[str]) -> Iterator[tuple[int, int]]:
    end = 0
    for token in tokens:
        start = text.index(token, end)
        end = start + len(token)
        yield start, end


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf8").splitlines()]


if __name__ == "__main__":
    main()
