"""How sure a fact is: the weights of quizgen/french/trust.py, fitted on sentences that trained no tree.

    python -m training.calibrate MODEL training/work quizgen/french/data/trust.json

Facts of Sequoia dev and of the held sentences (training/work/held.spacy), found in raw text, are right or wrong by
their gold trees. One logistic regression for all roles, each role with an intercept and slopes of its own that are
drawn towards the common ones.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from quizgen.french import roles, trust
from quizgen.french.clauses import clauses
from quizgen.french.names import settle
from quizgen.french.pipeline import load
from training.evaluate import FactKey, docs_in, fact_key

_STRENGTH, _OWN_STRENGTH = 0.5, 6.0
_OWN = ("one", "attachment", "extent", "closes")

Signs = tuple[str, dict[str, float], bool]


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    nlp = load(args.model)
    rows = [row for name in ("dev", "held") for row in observed(nlp, args.work / f"{name}.spacy")]
    weights = fit(rows)
    args.out.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(len(rows), "facts;", dict(Counter(role for role, _, _ in rows)))


def observed(nlp: Language, path: Path) -> list[Signs]:
    """Every fact found in the raw text of a corpus: its role, its signs, whether the gold tree has it."""
    references = docs_in(path, nlp.vocab)
    parsed = list(nlp.pipe(reference.text for reference in references))
    for reference, doc in zip(references, parsed, strict=True):
        spans = [reference.char_span(e.start_char, e.end_char, e.label_) for e in doc.ents]
        reference.set_ents([span for span in spans if span is not None])
    settle(parsed)
    settle(references)
    rows = []
    for doc, reference in zip(parsed, references, strict=True):
        gold = {key for key, _ in _facts(reference)}
        rows += [(key[1], signs, key in gold) for key, signs in _facts(doc) if signs is not None]
    return rows


def _facts(doc: Doc) -> Iterator[tuple[FactKey, dict[str, float] | None]]:
    for sentence in doc.sents:
        for clause in clauses(sentence):
            for role in roles.found(clause):
                yield fact_key(clause.head, role.name, role.span), trust.signs(clause, role)


def fit(rows: list[Signs]) -> dict[str, dict[str, float]]:
    """Return role (or « all ») -> sign -> weight: the penalised maximum of the likelihood, by Newton's method."""
    names = [("all", sign) for sign in rows[0][1]]
    names += [(role, sign) for role in sorted({role for role, _, _ in rows}) for sign in _OWN]
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (role, signs, _) in enumerate(rows):
        for sign, value in signs.items():
            x[i, place["all", sign]] = value
            if sign in _OWN:
                x[i, place[role, sign]] = value
    y = np.array([right for _, _, right in rows], dtype=float)
    penalty = np.array([_STRENGTH if owner == "all" else _OWN_STRENGTH for owner, _ in names])
    penalty[place["all", "one"]] = 0.01
    w = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w += np.linalg.solve(hessian, gradient)
    weights: dict[str, dict[str, float]] = {}
    for (owner, sign), value in zip(names, w, strict=True):
        weights.setdefault(owner, {})[sign] = round(float(value), 4)
    return weights


if __name__ == "__main__":
    main()
