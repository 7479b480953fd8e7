"""Running text -> training/work/noun_proposals.tsv: what nouns in no list of ours may stand for, by their company.

    python -m training.noun_types [../shared/data]

A noun is known by its contexts (what it is the subject, object or complement of, its adjectives, determiner and
prepositions, the sort of name beside it) and by its ending. A logistic regression learns from the nouns of FrSemCor and
of our own list, and proposes a type for the others. Proposals are to be read by a person and those that hold written
into training/nouns_own.tsv: left out one in five, a known noun that is taken for a person is one in 96 of 100 cases,
but the nouns that our list lacks are the odd ones, and of them only two in three. About a million words are parsed
once, in one process (four minutes), and their counts kept in training/work/.
"""

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from quizgen.french import parts, pipeline, tree
from training.nouns import TYPES, is_word, merged, other_nouns

_ROOT = Path(__file__).resolve().parent.parent
_COUNTS = _ROOT / "training" / "work" / "noun_contexts.json"
_WIKIPEDIA, _NOVELS, _NOVELS_STEP = "text/wivico_v2.tsv.xz", "text/eltec.txt.xz", 40
_WORDS = {"text/wivico_v2.tsv.xz": 700_000, "text/eltec.txt.xz": 300_000}
_OUT = _ROOT / "training" / "work" / "noun_proposals.tsv"
#: uses of a noun, nouns of a context and rounds of learning at least; weight decay
_USES, _NOUNS, _ROUNDS, _DECAY = 5, 8, 200, 3e-5
_FOLDS, THING = 5, "thing"
#: how sure of a type the regression must be to propose it
_SURE = 0.8
Contexts = dict[str, Counter[str]]


def main() -> None:
    """Count, learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", default=_ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    seeds = dict.fromkeys(other_nouns(args.data), THING) | merged(args.data)
    known = contexts(args.data)
    report(known, seeds)
    found = sure(known, seeds, {noun for noun in known if noun not in seeds})
    rows = sorted((noun, kind) for noun, kind in found.items())
    _OUT.write_text("".join(f"{noun}\t{kind}\n" for noun, kind in rows), encoding="utf-8")
    print(len(rows), dict(Counter(kind for _, kind in rows)))


def contexts(data: Path) -> Contexts:
    """Return noun lemma -> how often it stands in which context, of nouns used often enough."""
    if not _COUNTS.exists():
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for doc in pipeline.load().pipe(_paragraphs(data), batch_size=64):
            for token in doc:
                lemma = token.lemma_.lower()
                if parts.is_noun(token) and not parts.is_name(token) and token.is_lower and is_word(lemma):
                    found[lemma].update(["all", *_contexts(token)])
        counts = {noun: seen for noun, seen in found.items() if seen["all"] >= _USES and len(noun) > 2}
        _COUNTS.parent.mkdir(exist_ok=True)
        _COUNTS.write_text(json.dumps(counts, ensure_ascii=False), encoding="utf-8")
    return {noun: Counter(seen) for noun, seen in json.loads(_COUNTS.read_text(encoding="utf-8")).items()}


def _paragraphs(data: Path) -> Iterator[str]:
    """Yield the encyclopedia's sentences and every so many of the novels' paragraphs, so many words of each."""
    for name, most in _WORDS.items():
        words = 0
        with lzma.open(data / name, "rt", encoding="utf-8") as lines:
            texts = islice(lines, 1, None) if name == _WIKIPEDIA else islice(lines, 0, None, _NOVELS_STEP)
            for text in dict.fromkeys(part for line in texts for part in line.rstrip("\n").split("\t")[:2]):
                if words < most:
                    words += text.count(" ") + 1
                    yield text


def _contexts(token: tree.Token) -> Iterator[str]:
    """Yield what the noun is there: its function under which word, what hangs from it, the name beside it."""
    head, dep = token.head, token.dep_
    marker = tree.marker_of(token)
    by = marker.text.lower() if marker is not None else ""
    yield f"dep {dep} {by}"
    if head != token:
        yield f"{dep} {by} {head.lemma_.lower()}"
    for child in token.children:
        if child.dep_ == "acl:relcl":
            yield f"rel {next((w.lower_ for w in child.children if parts.is_relative_pronoun(w)), '')} {child.lemma_}"
        elif child.dep_ in ("amod", "det", "nummod", "nmod", "appos", "acl"):
            yield f"< {child.dep_} {'' if parts.is_name(child) else child.lemma_.lower()}"
        if child.ent_type_:
            yield f"< {child.dep_} {child.ent_type_} {child.i == token.i + 1}"
    if token.i + 1 < len(token.doc) and token.nbor(1).ent_type_:
        yield f"next {token.nbor(1).ent_type_}"
    if head.ent_type_:
        yield f"head {dep} {head.ent_type_}"
    if tree.has_copula(token) and (subject := tree.subject_of(token)) is not None:
        yield f"said of {subject.ent_type_ or subject.lemma_.lower()}"


def features(known: Contexts) -> tuple[list[str], np.ndarray]:
    """Return the nouns and a row each: its contexts and endings, the rare ones weighing more."""
    nouns = sorted(known)
    spread = Counter(context for seen in known.values() for context in seen if context != "all")
    endings = Counter(f"-{noun[-size:]}" for noun in nouns for size in (2, 3, 4, 5))
    kept = [name for name, count in (spread + endings).items() if count >= _NOUNS]
    place = {name: index for index, name in enumerate(kept)}
    rows = np.zeros((len(nouns), len(kept) + 1), dtype=np.float32)
    for row, noun in zip(rows, nouns, strict=True):
        for context, count in known[noun].items():
            if context in place:
                row[place[context]] = (count / known[noun]["all"]) ** 0.5
        for size in (2, 3, 4, 5):
            if f"-{noun[-size:]}" in place:
                row[place[f"-{noun[-size:]}"]] = 0.5
    rare = np.log(len(nouns) / np.maximum(1, (rows > 0).sum(axis=0)))
    rows *= np.minimum(rare, 4).astype(np.float32) / 3
    rows[:, -1] = 1.0
    return nouns, rows


def fit(rows: np.ndarray, gold: np.ndarray, classes: int) -> np.ndarray:
    """Return the weights of a multinomial logistic regression (Adam on the whole set, weight decay)."""
    weights = np.zeros((rows.shape[1], classes), dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    aim = np.eye(classes, dtype=np.float32)[gold]
    for step in range(1, _ROUNDS + 1):
        slope = rows.T @ (chances(rows, weights) - aim) / len(rows) + _DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def chances(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the chance of each class for each row."""
    scores = rows @ weights
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def sure(known: Contexts, seeds: dict[str, str], asked: set[str]) -> dict[str, str]:
    """Return noun -> type of the nouns asked for that the regression, taught by the seeds not asked for, is sure of."""
    nouns, rows = features(known)
    classes = [*TYPES, THING]
    taught = [i for i, noun in enumerate(nouns) if noun in seeds and noun not in asked]
    gold = np.array([classes.index(seeds[nouns[i]]) for i in taught])
    weights = fit(rows[taught], gold, len(classes))
    found = {}
    for noun, row in zip(nouns, chances(rows, weights), strict=True):
        kind = classes[int(row.argmax())]
        if noun in asked and kind != THING and row.max() >= _SURE:
            found[noun] = kind
    return found


def report(known: Contexts, seeds: dict[str, str]) -> None:
    """Print precision and recall by type, each fifth of the known nouns left out in turn."""
    nouns = sorted(noun for noun in known if noun in seeds)
    said: dict[str, str] = {}
    for fold in range(_FOLDS):
        said |= sure(known, seeds, set(nouns[fold::_FOLDS]))
    print("| left out, one in five | nouns | found | precision | recall |\n| --- | --- | --- | --- | --- |")
    for kind in TYPES:
        due = [noun for noun in nouns if seeds[noun] == kind]
        found = [noun for noun, each in said.items() if each == kind]
        right = sum(seeds[noun] == kind for noun in found)
        shares = (right / max(1, len(found)), right / max(1, len(due)))
        print(f"| {kind} | {len(due)} | {len(found)} | {shares[0]:.1%} | {shares[1]:.1%} |")


if __name__ == "__main__":
    main()
