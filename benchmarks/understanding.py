"""What the French pipeline understands: tags, lemmas, trees, sentences, entities, and above all facts.

    python benchmarks/understanding.py [PIPELINE] [--data ../shared/data] [--curve CSV] [--plot SVG] [--misses ROLE]

A fact is (predicate, role, span) as `quizgen/french/clauses.py` finds it: from the gold trees of Sequoia test and GSD
test, and as written by hand in benchmarks/facts_own.jsonl, against what is found in the raw text. Precision of the
surer half is that of the half of the found facts with the highest confidence; « kept at the aim » is the share of all
found facts that can be kept, surest first, before precision falls under 97 % for subjects and agents, 93 % for others.
"""

import argparse
import csv
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc  # noqa: E402

from benchmarks.curves import Curves, drawing  # noqa: E402
from quizgen.french.clauses import clauses  # noqa: E402
from quizgen.french.names import settle  # noqa: E402
from quizgen.french.pipeline import load  # noqa: E402
from quizgen.french.quotes import quotations  # noqa: E402
from training.convert import gold_docs, harmoniser  # noqa: E402
from training.evaluate import FactKey, as_markdown, entity_scores, fact_key, treebank_scores, words_per_second  # noqa: E402

AIMS = defaultdict(lambda: 0.93, subject=0.97, agent=0.97)
BINS = 10


@dataclass(frozen=True)
class Found:
    """A fact found in raw text, and whether it is in the gold."""

    role: str
    confidence: float
    right: bool


def main() -> None:
    """Print all tables."""
    args = _arguments()
    start = time.time()
    nlp = load(args.pipeline)
    treebanks = args.data / "treebanks"
    if not treebanks.is_dir():
        sys.exit(f"{treebanks} is missing: the figures need the treebanks of ../shared/data")
    learnt = harmoniser(treebanks)
    rows: list[dict[str, object]] = []
    report = {}
    for name, title in (("sequoia", "Sequoia test"), ("gsd", "GSD test")):
        docs = list(gold_docs(nlp, treebanks, name, learnt, args.data / "ner" / "test.jsonl"))
        report[title] = treebank_scores(nlp, docs)
        found, gold = compare(nlp, docs)
        rows += show(title, found, gold, args.misses)
    own = [json.loads(line) for line in (ROOT / "benchmarks" / "facts_own.jsonl").read_text("utf-8").splitlines()]
    rows += show("150 sentences of ours", *compare_own(nlp, own), args.misses)
    print(as_markdown(report, entity_scores(nlp, args.data / "ner" / "test.jsonl"), words_per_second(nlp, docs)))
    if args.plot:
        args.plot.write_text(drawing(by_role(rows)), encoding="utf-8")
    if args.curve:
        with args.curve.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, ("set", "role", "share", "precision"))
            writer.writeheader()
            writer.writerows(rows)
    print(f"\n{time.time() - start:.0f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", nargs="?")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--curve", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--misses", default="", help="a role whose wrong facts are shown, surest first")
    return parser.parse_args()


def by_role(rows: list[dict[str, object]]) -> Curves:
    """The points of the curves, role by role and set by set."""
    curves: Curves = defaultdict(lambda: defaultdict(list))
    for row in rows:
        curves[str(row["role"])][str(row["set"])].append((row["share"], row["precision"]))  # type: ignore[arg-type]
    return curves


def facts_of(doc: Doc) -> Iterator[tuple[FactKey, float, str]]:
    """Every fact of `doc` by its characters, with its confidence and its words."""
    for sentence in doc.sents:
        for clause in clauses(sentence):
            for role in clause.roles:
                key = fact_key(clause.head, role.name, role.span)
                yield key, role.confidence, f"{clause.head.text} {role.name}: {role.span.text}"
    for quote in quotations(doc):
        if quote.verb is not None:
            span = quote.speaker
            key = fact_key(quote.verb.root, "speaker", span)
            yield key, quote.confidence, f"{quote.verb.text} speaker: {span.text}"


def compare(nlp: Language, references: list[Doc]) -> tuple[list[tuple[Found, str]], dict[str, int]]:
    """The facts found in the raw text of `references`, and how many each role has in their gold trees."""
    parsed = list(nlp.pipe(reference.text for reference in references))
    settle(parsed)
    settle(references)
    return _judged(parsed, [{key for key, _, _ in facts_of(reference)} for reference in references])


def compare_own(nlp: Language, rows: list[dict]) -> tuple[list[tuple[Found, str]], dict[str, int]]:
    """The same for our sentences, whose facts were written by hand."""
    parsed = list(nlp.pipe(row["text"] for row in rows))
    settle(parsed)
    return _judged(parsed, [{(f["at"], f["role"], f["start"], f["end"]) for f in row["facts"]} for row in rows])


def _judged(parsed: list[Doc], golds: list[set[FactKey]]) -> tuple[list[tuple[Found, str]], dict[str, int]]:
    found, wanted = [], defaultdict(int)
    for doc, gold in zip(parsed, golds, strict=True):
        for _, role, _, _ in gold:
            wanted[role] += 1
        surest: dict[FactKey, tuple[float, str]] = {}
        for key, sure, words in facts_of(doc):
            surest[key] = max(surest.get(key, (0.0, words)), (sure, words))
        for key, (sure, words) in surest.items():
            found.append((Found(key[1], sure, key in gold), f"{words} | {_around(doc, key[0])}"))
    return found, dict(wanted)


def _around(doc: Doc, at: int) -> str:
    return next((sentence.text for sentence in doc.sents if sentence.start_char <= at < sentence.end_char), "")


def show(title: str, judged: list[tuple[Found, str]], wanted: dict[str, int], misses: str) -> list[dict[str, object]]:
    """Print the table of one test set; returns the points of its curves."""
    found = [each for each, _ in judged]
    print(
        f"\n### {title}\n\n| role | gold | found | precision | recall | surer half | kept at the aim | recall there |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    points = []
    roles = sorted(wanted, key=lambda role: -wanted[role])
    for role in [*roles, "all"]:
        mine = sorted((f for f in found if role in (f.role, "all")), key=lambda f: -f.confidence)
        gold = sum(wanted.values()) if role == "all" else wanted[role]
        print(_line(role, mine, gold))
        points += [
            {"set": title, "role": role, "share": round((i + 1) / len(mine), 4), "precision": round(p, 4)}
            for i, p in enumerate(precisions(mine))
        ]
    print(f"\nexpected calibration error {calibration_error(found):.3f} (all facts)")
    print(reliability(found))
    if misses:
        for each, words in sorted(judged, key=lambda pair: -pair[0].confidence):
            if each.role == misses and not each.right:
                print(f"  {each.confidence:.2f} {words}")
    return points


def _line(role: str, found: list[Found], gold: int) -> str:
    if not found:
        return f"| {role} | {gold} | 0 | – | – | – | – | – |"
    right = sum(f.right for f in found)
    curve = list(precisions(found))
    half = curve[(len(curve) + 1) // 2 - 1]
    kept = max((i + 1 for i, precision in enumerate(curve) if precision >= AIMS[role]), default=0)
    there = sum(f.right for f in found[:kept]) / max(gold, 1)
    cells = (right / len(found), right / max(gold, 1), half, kept / len(found), there)
    return f"| {role} | {gold} | {len(found)} | " + " | ".join(f"{100 * cell:.1f}" for cell in cells) + " |"


def precisions(found: list[Found]) -> Iterator[float]:
    """Precision of the 1, 2, 3 … surest facts."""
    right = 0
    for count, each in enumerate(found, 1):
        right += each.right
        yield right / count


def bins(found: Iterable[Found]) -> dict[int, list[Found]]:
    """The facts by tenths of confidence."""
    made: dict[int, list[Found]] = defaultdict(list)
    for each in found:
        made[min(int(each.confidence * BINS), BINS - 1)].append(each)
    return made


def calibration_error(found: list[Found]) -> float:
    """Expected calibration error over ten equal bins (Naeini et al. 2015)."""
    gaps = [abs(sum(f.confidence for f in group) - sum(f.right for f in group)) for group in bins(found).values()]
    return sum(gaps) / max(len(found), 1)


def reliability(found: list[Found]) -> str:
    """Mean confidence against the share that is right, bin by bin."""
    lines = ["", "| confidence | facts | mean confidence | right |", "| --- | --- | --- | --- |"]
    for tenth, group in sorted(bins(found).items()):
        mean, right = (sum(values) / len(group) for values in ([f.confidence for f in group], [f.right for f in group]))
        lines.append(f"| {tenth / BINS:.1f}–{(tenth + 1) / BINS:.1f} | {len(group)} | {mean:.2f} | {right:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
