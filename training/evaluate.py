"""Scores of a pipeline on the named test sets, from raw text with its own tokenizer.

python -m training.evaluate quizgen/french/model ../shared/data training/work --json scores.json
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example

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
_SETS = {"test_sequoia": "Sequoia test", "test_gsd": "GSD test"}


def main() -> None:
    """Print the Markdown tables and, with --json, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("pipeline", "data", "corpora"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    report: dict[str, Any] = {name: treebank_scores(nlp, args.corpora / f"{name}.spacy") for name in _SETS}
    if "ner" in nlp.pipe_names:
        report["entities"] = entity_scores(nlp, args.data / "ner" / "test.jsonl")
    report["words_per_second"] = words_per_second(nlp, args.corpora / "test_gsd.spacy")
    print(as_markdown(report))
    if args.json:
        args.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


def treebank_scores(nlp: Language, corpus: Path) -> dict[str, Any]:
    """Return percentages for the measures above and `labels`: attachment F by dependency label."""
    references = DocBin().from_disk(corpus).get_docs(nlp.vocab)
    examples = [Example(nlp.make_doc(reference.text), reference) for reference in references]
    scores = nlp.evaluate(examples)
    result: dict[str, Any] = {name: _percent(scores[name]) for name in _MEASURES}
    labels = scores["dep_las_per_type"]
    result["labels"] = {label: _percent(labels[label]["f"]) for label in sorted(labels)}
    return result


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


def words_per_second(nlp: Language, corpus: Path) -> int:
    """Return the speed of the whole pipeline over the texts of a corpus."""
    texts = [doc.text for doc in DocBin().from_disk(corpus).get_docs(nlp.vocab)]
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return round(words / (time.perf_counter() - start))


def as_markdown(report: dict[str, Any]) -> str:
    """Return the report as the three tables of the model card."""
    lines = [_row("raw text", *_MEASURES.values()), _row(*["---"] * (len(_MEASURES) + 1))]
    lines += [_row(title, *(report[name][m] for m in _MEASURES)) for name, title in _SETS.items()]
    if "entities" in report:
        lines += ["", _row("entities", "precision", "recall", "F"), _row(*["---"] * 4)]
        lines += [_row(label, *scores.values()) for label, scores in report["entities"].items()]
    labels = sorted({label for name in _SETS for label in report[name]["labels"]})
    lines += ["", _row("label F", *_SETS.values()), _row(*["---"] * 3)]
    lines += [_row(label, *(report[name]["labels"].get(label, "–") for name in _SETS)) for label in labels]
    return "\n".join([*lines, "", f"{report['words_per_second']} words per second"])


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _percent(share: float) -> float:
    return round(100 * share, 2)


if __name__ == "__main__":
    main()
