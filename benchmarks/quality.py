"""How many questions are usable as they are, and how many keys are wrong: draws a sample for raters, reports ratings.

Run: python benchmarks/quality.py sample [--out FOLDER] [--texts ID,…] [--exclude ID,…] [--fresh 6] [--seed 0]
     python benchmarks/quality.py report [FOLDER]   (the newest folder of benchmarks/ratings where none is named)
What is usable, and how raters work: rubric.md and rating.md of ../shared/quality. Raters get items.jsonl and rater.md,
nothing else; each hands in ratings_<name>.jsonl, laid into the same folder.
"""

import argparse
import datetime
import json
import math
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.coverage import SHARED, Text, drawn, due, quizzed, rows, table
from benchmarks.planted import Control, controls, counts, erred
from quizgen import __version__
from quizgen.kinds import kind_named
from quizgen.quiz import Question, Wanted
from quizgen.sheet import Prompt

HERE = Path(__file__).resolve().parent
RUBRIC = SHARED / "quality" / "rubric.md"
RATINGS = HERE / "ratings"
#: of eight items one is exemplary and one has a planted fault: one of each per six questions of quizgen
PER_CONTROL = 6
LETTERS = "ABCDEFGH"
MARKS = "GAKDEU"
#: the strictest reading of all raters who count, beside each's own
TOGETHER = "together"
#: rater -> id -> rating
Readers = dict[str, dict[str, dict[str, Any]]]
RATER = """# How to rate

You are a strict « certifié de lettres » who would print a worksheet. You get this page, `articles.jsonl` (a row a
text, with its numbered `lines`) and `items.jsonl` (a row a text, with its `items`), nothing else. An item shows its
kind, the skill it announces, the instruction and the stem, the choices, the key in words, the other answers accepted,
and the evidence with its line.
Read the whole text first, then judge each item by itself, by the rubric below. Items come from several makers, in no
order; whoever made them is no reason for a mark. No level is announced: take readers for whom the text itself is right.

Write one JSON row an item, for every item, into `ratings_<your name>.jsonl`:

`{"id": "t01-q01", "G": true, "A": true, "K": true, "D": null, "E": true, "U": true, "usable": true, "why": ""}`

A mark is true where it holds, false where it fails, null where it does not apply (D without choices). `usable` is true
exactly when no mark is false. `why`: one line for each fault, with what is wrong; empty where there is none.

---

"""


def write_rows(path: Path, written: Iterable[dict[str, Any]]) -> None:
    """One JSON row a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in written), encoding="utf-8")


def item(neutral: str, question: Question) -> dict[str, Any]:
    """What a rater sees of a question: no maker, template, way or confidence."""
    kind = kind_named(question.kind)
    prompt = next(block for block in kind.sheet(question) if isinstance(block, Prompt))
    choices, key = question.choices, kind.key_text(question)
    if isinstance(choices, tuple) and isinstance(question.key, int):
        key = f"{LETTERS[question.key]}. {key}"
        choices = [f"{LETTERS[i]}. {choice}" for i, choice in enumerate(choices)]
    return {"id": neutral, "kind": question.kind, "skill": question.skill,
            "instruction": prompt.text if prompt.text != question.stem else prompt.instruction, "stem": question.stem,
            "choices": choices, "key": key, "accepted": kind.also_accepted(question),
            "evidence": [{"line": e.line, "text": e.text} for e in question.evidence]}


def origin(text: Text, question: Question, control: Control | None) -> dict[str, Any]:
    """Who made a question and how: what raters must not know."""
    maker = "quizgen" if control is None else "planted" if control.fault else "exemplary"
    return {"origin": maker, "text": text.id, "genre": text.genre, "kind": question.kind, "skill": question.skill,
            "way": question.way, "template": question.template, "question": control.name if control else question.id,
            "fault": control.fault if control else None}


def mixed(
    texts: list[Text], mixed_in: list[Control], rng: random.Random
) -> tuple[list[dict], list[dict], dict[str, dict]]:
    """The rows of items.jsonl and of articles.jsonl, and the origin of each neutral id."""
    shown, articles, origins = [], [], {}
    for number, text in enumerate(rng.sample(texts, len(texts)), 1):
        made: list[tuple[Question, Control | None]] = [(question, None) for question in text.quiz.questions]
        made += [(control.question, control) for control in mixed_in if control.text == text.id]
        rng.shuffle(made)
        items = [item(f"t{number:02}-q{place:02}", question) for place, (question, _) in enumerate(made, 1)]
        origins |= {one["id"]: origin(text, *pair) for one, pair in zip(items, made, strict=True)}
        lines = [f"{i:3} | {text.article.text[start:end]}" for i, (start, end) in enumerate(text.article.lines, 1)]
        shown.append({"text": f"t{number:02}", "items": items})
        articles.append({"text": f"t{number:02}", "title": text.article.title, "lines": lines})
    return shown, articles, origins


def git(*command: str) -> str:
    """What git says of this checkout; empty where it cannot."""
    return subprocess.run(["git", "-C", HERE, *command], capture_output=True, text=True, check=False).stdout


def facts(texts: list[Text], args: argparse.Namespace) -> dict[str, Any]:
    """What the figures are of: commit, version, seed, and for each text how many were asked for and given."""
    told = [{"id": text.id, "genre": text.genre, "fresh": text.fresh, "words": text.article.words,
             "asked": due(text.article, args.count), "given": len(text.quiz.questions),
             "reason": text.quiz.shortfall.reason if text.quiz.shortfall else None} for text in texts]
    changed = [line[3:] for line in git("status", "--porcelain", "--", ":/quizgen", ":/templates").splitlines()]
    made = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    return {"commit": git("rev-parse", "HEAD").strip(), "changed_since": changed, "version": __version__,
            "seed": args.seed, "count": args.count, "made": made, "texts": told}


def sample(args: argparse.Namespace) -> None:
    """Writes items.jsonl, rater.md, key.json, origins.json and meta.json into a new folder."""
    if not RUBRIC.exists():
        sys.exit(f"{RUBRIC} is not here: without rubric and exemplary questions nothing can be rated.")
    if args.out.exists() and any(args.out.iterdir()):
        sys.exit(f"{args.out} holds something already: ratings are never written over. Name another folder.")
    rng = random.Random(args.seed)
    wanted = Wanted(count=args.count, seed=args.seed)
    texts = [quizzed(row, wanted) for row in drawn(args.texts, args.exclude, args.fresh, rng)]
    each = round(sum(len(text.quiz.questions) for text in texts) / PER_CONTROL)
    mixed_in = controls(RUBRIC.parent, {text.id: text.article for text in texts}, each, rng)
    shown, articles, origins = mixed(texts, mixed_in, rng)
    args.out.mkdir(parents=True, exist_ok=True)
    write_rows(args.out / "items.jsonl", shown)
    write_rows(args.out / "articles.jsonl", articles)  # git-ignored: ../shared is not copied into the project
    (args.out / "rater.md").write_text(RATER + RUBRIC.read_text(encoding="utf-8"), encoding="utf-8")
    makers = {name: row["origin"] for name, row in origins.items()}
    told = {"key": makers, "origins": origins, "meta": facts(texts, args)}
    for name, content in told.items():
        written = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        (args.out / f"{name}.json").write_text(written, encoding="utf-8")
    print(f"{args.out}: " + ", ".join(f"{count} {maker}" for maker, count in sorted(Counter(makers.values()).items())))
    if told["meta"]["changed_since"]:
        print("Not a commit's questions: quizgen or templates have changes that are not committed.", file=sys.stderr)


def wilson(part: int, whole: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share; (0, 0) of nothing."""
    if not whole:
        return 0.0, 0.0
    share, square = part / whole, z * z
    middle = share + square / (2 * whole)
    half = z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    return max(0.0, (middle - half) / (1 + square / whole)), min(1.0, (middle + half) / (1 + square / whole))


def rate(part: int, whole: int) -> str:
    """« 75.0% [65%–83%] »."""
    low, high = wilson(part, whole)
    return f"{part / whole:.1%} [{low:.0%}–{high:.0%}]" if whole else "–"


def ratings(folder: Path, expected: Iterable[str]) -> Readers:
    """The ratings of a folder; exits, saying what is wrong, unless every rater rated each item once and coherently."""
    found, wrong, names_ = {}, [], set(expected)
    for path in sorted(folder.glob("ratings_*.jsonl")):
        rater, given = path.stem.removeprefix("ratings_"), rows(path)
        found[rater] = {row["id"]: row for row in given}
        times = Counter(row["id"] for row in given)
        wrong += [f"{rater}: {name} rated twice" for name, count in times.items() if count > 1]
        wrong += [f"{rater}: {name} not rated" for name in sorted(names_ - set(times))]
        wrong += [f"{rater}: {name} is no item" for name in sorted(set(times) - names_)]
        wrong += [f"{rater}: {row['id']} usable against its marks" for row in given
                  if row["usable"] is not (not failed(row))]
    if wrong or not found:
        sys.exit("\n".join(wrong) or f"No ratings_*.jsonl in {folder}.")
    return found


def failed(row: dict[str, Any]) -> str:
    """The marks of a rating that are false."""
    return "".join(mark for mark in MARKS if row.get(mark) is False)


def together(raters: list[dict[str, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """The strictest reading of several raters: a mark holds, a question is usable, only where no one says otherwise."""
    return {name: {"usable": all(rater[name]["usable"] for rater in raters),
                   **{mark: not any(mark in failed(rater[name]) for rater in raters) for mark in MARKS}}
            for name in raters[0]}


def kappa(found: Readers, ids: list[str]) -> str:
    """Cohen's kappa on `usable`, the mean over pairs of raters; says so where it is not defined."""
    from nltk.metrics.agreement import AnnotationTask

    told = [(rater, name, str(given[name]["usable"])) for rater, given in found.items() for name in ids]
    if len(found) < 2 or len({label for *_, label in told}) < 2:
        return "not defined (one rater, or one label only)"
    return f"{AnnotationTask(data=told).kappa():.2f}"


def figures(head: str, groups: dict[str, list[str]], due: dict[str, int], readers: Readers) -> str:
    """For each group and reader: usable of those due (of those given where none is due), wrong keys of those given."""
    columns = [head, "given", *(f"{what}, {reader}" for reader in readers for what in ("usable", "wrong key"))]
    body = []
    for value, ids in groups.items():
        wanted = due.get(value) or len(ids)
        cells = [(rate(sum(given[name]["usable"] for name in ids), wanted),
                  rate(sum("K" in failed(given[name]) for name in ids), len(ids))) for given in readers.values()]
        body.append((value, f"{len(ids)}/{wanted}", *(cell for pair in cells for cell in pair)))
    return table(" | ".join(columns), body)


def grouped(origins: dict[str, dict], column: str) -> dict[str, list[str]]:
    """The ids of each value of a column."""
    values = sorted({str(row[column]) for row in origins.values()})
    return {value: [name for name, row in origins.items() if str(row[column]) == value] for value in values}


def remarks(found: Readers, origins: dict[str, dict], stems: dict[str, str]) -> str:
    """The questions that some rater faulted, by mark, with the raters' whys."""
    lines = []
    for mark in MARKS:
        against = {name: [rater for rater, given in found.items() if mark in failed(given[name])] for name in origins}
        faulted = {name: raters for name, raters in against.items() if raters}
        lines.append(f"\n### {mark}: {len(faulted)}\n")
        for name, raters in faulted.items():
            row = origins[name]
            lines.append(f"- {name} ({row['text']}, {row['kind']}, {row['fault'] or row['template']}): {stems[name]}")
            lines += [f"  - {rater}: {found[rater][name].get('why') or 'no reason given'}" for rater in raters]
    return "\n".join(lines)


def control_table(found: Readers, makers: dict[str, str], origins: dict[str, dict]) -> str:
    """How each rater did on the controls, and whether that rater counts."""
    of, body = Counter(makers.values()), []
    for rater, given in found.items():
        wrong = erred(given, makers)
        faults = ", ".join(f"{name} {origins[name]['fault']}" for name in wrong["planted"]) or "none"
        body.append((rater, *(f"{len(ids)}/{of[maker]}" for maker, ids in wrong.items()), faults,
                     ", ".join(wrong["exemplary"]) or "none", "counts" if counts(given, makers) else "DOES NOT COUNT"))
    return table("rater | planted passed | exemplary failed | which planted | which exemplary | verdict", body)


def report(folder: Path) -> str:
    """The figures of a rated sample, in Markdown."""
    meta, makers, origins = (json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
                             for name in ("meta", "key", "origins"))
    stems = {one["id"]: one["stem"] for row in rows(folder / "items.jsonl") for one in row["items"]}
    found = ratings(folder, makers)
    able = [given for given in found.values() if counts(given, makers)]
    readers = found | {TOGETHER: together(able or list(found.values()))}
    ours = {name: row for name, row in origins.items() if makers[name] == "quizgen"}
    asked = {column: Counter() for column in ("origin", "genre", "text", "kind", "template")}
    for text in meta["texts"]:
        for column, value in (("origin", "quizgen"), ("genre", text["genre"]), ("text", text["id"])):
            asked[column][value] += text["asked"]
    state = "with changes not committed" if meta["changed_since"] else "as committed"
    parts = [f"# {folder.name}: {len(meta['texts'])} texts, seed {meta['seed']}, version {meta['version']}, "
             f"commit {meta['commit'][:10]} {state}\n",
             *([] if len(able) > 1 else ["**Fewer than two raters count: no figure to publish.**\n"]),
             "## Usable of those asked for, wrong keys of those given, 95 % intervals\n"]
    parts += [figures(column, {value: [] for value in asked[column]} | grouped(ours, column), asked[column], readers)
              for column in asked]
    short = [(text["id"], f"{text['given']}/{text['asked']}", text["reason"]) for text in meta["texts"]
             if text["given"] < text["asked"]]
    parts += [f"Kappa on usable: {kappa(found, list(ours))} on quizgen's, {kappa(found, list(makers))} with controls\n",
              "## Controls\n", control_table(found, makers, origins), "## All makers, of those given (as score.py)\n",
              figures("origin", grouped(origins, "origin"), {}, readers),
              "## Not given\n", table("text | given | why", short) if short else "Nothing.\n",
              "## Faults\n", remarks(found, ours, stems)]
    return "\n".join(parts)


def names(value: str) -> list[str]:
    """« a,b » as a list."""
    return [name.strip() for name in value.split(",") if name.strip()]


def main() -> None:
    """Draws a sample or reports one; without a command, reports the newest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command")
    drawing = commands.add_parser("sample", help="draw a sample for raters")
    drawing.add_argument("--out", type=Path, default=RATINGS / datetime.date.today().isoformat())
    drawing.add_argument("--texts", type=names, default=[], help="these texts and no others")
    drawing.add_argument("--exclude", type=names, default=[], help="texts that must not be drawn")
    drawing.add_argument("--fresh", type=int, default=6, help="how many of benchmarks/texts.jsonl")
    drawing.add_argument("--count", type=int, default=10, help="questions a quiz")
    drawing.add_argument("--seed", type=int, default=0)
    reporting = commands.add_parser("report", help="print the figures of rated samples")
    reporting.add_argument("folder", type=Path, nargs="?")
    args = parser.parse_args()
    if args.command == "sample":
        return sample(args)
    rated = sorted(path.parent for path in RATINGS.glob("*/ratings_*.jsonl"))
    folder = getattr(args, "folder", None) or (rated[-1] if rated else None)
    print(report(folder) if folder else f"Nothing rated yet: no ratings_*.jsonl below {RATINGS}.")
    return None


if __name__ == "__main__":
    main()
