"""Scores of a pipeline on the named test sets, from raw text with its own tokenizer.

python -m training.evaluate quizgen/french/model ../shared/data training/work --json scores.json
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Span, Token
from spacy.training import Example
from spacy.vocab import Vocab

import quizgen.french.components  # noqa: F401  registers the components and fr_quizgen

_MEASURES = {
    "token_f": "tokens F",
    "pos_acc": "UPOS",
    "morph_acc": "morph",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentence F",
}
FactKey = tuple[int, str, int, int]
_SETS = {"test_sequoia": "Sequoia test", "test_gsd": "GSD test"}


def main() -> None:
    """Print the Markdown tables and, with --json, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("pipeline", "data", "corpora"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    sets = {title: docs_in(args.corpora / f"{name}.spacy", nlp.vocab) for name, title in _SETS.items()}
    report: dict[str, Any] = {title: treebank_scores(nlp, docs) for title, docs in sets.items()}
    entities = entity_scores(nlp, args.data / "ner" / "test.jsonl")
    speed = words_per_second(nlp, sets["GSD test"])
    print(as_markdown(report, entities, speed))
    if args.json:
        figures = {**report, "entities": entities, "words_per_second": speed}
        args.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


def docs_in(path: Path, vocab: Vocab) -> list[Doc]:
    """Return the documents of a .spacy file."""
    return list(DocBin().from_disk(path).get_docs(vocab))


def treebank_scores(nlp: Language, references: list[Doc]) -> dict[str, Any]:
    """Return percentages for the measures above and `labels`: attachment F by dependency label; punctuation aside."""
    parsed = nlp.pipe(reference.text for reference in references)
    examples = [Example(doc, reference) for doc, reference in zip(parsed, references, strict=True)]
    scores: dict[str, Any] = Scorer.score_tokenization(examples)
    for attr in ("pos", "morph", "lemma"):
        scores |= Scorer.score_token_attr(examples, attr, getter=_getter(attr))
    scores |= Scorer.score_deps(
        examples, "dep", getter=lambda token, name: getattr(token, f"{name}_"), ignore_labels=("p", "punct")
    )
    scores |= Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents)
    result: dict[str, Any] = {name: _percent(scores[name]) for name in _MEASURES}
    labels = scores["dep_las_per_type"]
    result["labels"] = {label: _percent(labels[label]["f"]) for label in sorted(labels)}
    return result


def fact_key(predicate: Token, role: str, span: Span) -> FactKey:
    """Return what makes two facts the same: place of the predicate, role, limits of the span.

    The hyphens of an inverted pronoun are left out: « -t-il » is « il ».
    """
    hyphens = len(span.text) - len(span.text.removeprefix("-t-").removeprefix("-"))
    return predicate.idx, role, span.start_char + hyphens, span.start_char + len(span.text)


def _getter(attr: str) -> Callable[[Token, str], str]:
    return (
        (lambda token, _: str(token.morph) or "_") if attr == "morph" else (lambda token, _: getattr(token, f"{attr}_"))
    )


def entity_scores(nlp: Language, path: Path) -> dict[str, dict[str, float]]:
    """Return precision, recall and F for every label and `all`; an entity counts by its exact characters."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        gold = {tuple(entity) for entity in row["entities"]}
        predicted = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        for counter, entities in ((right, gold & predicted), (found, predicted), (wanted, gold)):
            counter.update(label for _, _, label in entities)
            counter["all"] += len(entities)
    return {
        label: {
            "precision": _percent(right[label] / max(found[label], 1)),
            "recall": _percent(right[label] / wanted[label]),
            "f": _percent(2 * right[label] / (found[label] + wanted[label])),
        }
        for label in sorted(wanted)
    }


def words_per_second(nlp: Language, docs: list[Doc]) -> int:
    """Return the speed of the whole pipeline over the texts of `docs`."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe([doc.text for doc in docs]))
    return round(words / (time.perf_counter() - start))


def as_markdown(report: dict[str, Any], entities: dict[str, dict[str, float]], speed: int) -> str:
    """Return the scores by test set as the three tables of the model card."""
    lines = [_row("raw text", *_MEASURES.values()), _row(*["---"] * (len(_MEASURES) + 1))]
    lines += [_row(title, *(scores[m] for m in _MEASURES)) for title, scores in report.items()]
    lines += ["", _row("entities", "precision", "recall", "F"), _row(*["---"] * 4)]
    lines += [_row(label, *scores.values()) for label, scores in entities.items()]
    labels = sorted({label for scores in report.values() for label in scores["labels"]})
    lines += ["", _row("label F", *report), _row(*["---"] * (len(report) + 1))]
    lines += [_row(label, *(scores["labels"].get(label, "–") for scores in report.values())) for label in labels]
    return "\n".join([*lines, "", f"{speed} words per second"])


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _percent(share: float) -> float:
    return round(100 * share, 2)


if __name__ == "__main__":
    main()
