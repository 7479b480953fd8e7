"""Who and what: types of noun phrases on held-out FrSemCor, names over the documents of names_own.jsonl.

Run: python benchmarks/who_and_what.py [--data ../shared/data] [--errors]; half a minute. Prints Markdown tables.

Nouns: types learnt on Sequoia's train sentences and our own list, measured on the nouns of its dev and test sentences,
by lemma (gold lemma) and from raw text (the pipeline's own). A noun of two supersenses (« Event/Act ») may have either
type; « GroupxPerson » is a person or an institution. Where FrSemCor draws its lines elsewhere than a question does,
both are right: a place may be Artifact, Object, Part or Institution (a town that decides; FrSemCor knows no places, of
them only precision is measured), an event an Act (a match, an election), a quantity a Possession (euros). Figures and
symbols are no nouns.
Names: mentions by exact span, aliases by B-cubed over the mentions found, each split (dev was read, test was not).
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OWN = Path(__file__).resolve().parent / "names_own.jsonl"
TYPES = ("person", "institution", "animal", "place", "time", "quantity", "event")
SENSES = {"Person": "person", "Institution": "institution", "Animal": "animal", "Time": "time",
          "Quantity": "quantity", "Event": "event"}
ALSO = {"place": {"Artifact", "Object", "Part", "Institution", "PartxArtifact", "PartxObject"}, "event": {"Act"},
        "quantity": {"Possession"}}
ANIMATE = {"person", "institution", "animal"}
Noun = tuple[str, str, frozenset[str], str]
Mention = tuple[int, int]


def percent(part: float, whole: float) -> str:
    """« 91.3 », or a dash of nothing."""
    return f"{100 * part / whole:.1f}" if whole else "–"


def f_score(right: int, said: int, due: int) -> str:
    """« P / R / F »."""
    return f"{percent(right, said)} / {percent(right, due)} / {percent(2 * right, said + due)}"


def table(head: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """A Markdown table."""
    print(f"\n| {head} |\n|{' --- |' * (head.count('|') + 1)}")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")


# nouns


def held_out(data: Path) -> Iterator[tuple[str, list[Noun], str]]:
    """Sentence id, nouns (form, lemma, supersenses, place in the text), text, of Sequoia's dev and test sentences."""
    from training.nouns import annotated, is_word, own_supersense, sentence_ids

    kept = sentence_ids(data, "dev") | sentence_ids(data, "test")
    for name, text, rows in annotated(data):
        if name in kept:
            found, at = [], 0
            for form, lemma, tag, annotation in rows:
                start = text.find(form, at)
                at = start + len(form) if start >= 0 else at
                senses = own_supersense(annotation)
                if tag == "NC" and senses and is_word(lemma):
                    found.append((form, lemma.lower(), frozenset(senses.replace("+", "/").split("/")), start))
            yield name, found, text


def accepted(senses: frozenset[str]) -> frozenset[str]:
    """The types that a noun of these supersenses may be given."""
    found = {SENSES.get(sense, "thing") for sense in senses if sense != "GroupxPerson"}
    return frozenset(found | ({"person", "institution"} if "GroupxPerson" in senses else set()))


def noun_figures(pairs: list[tuple[Noun, str]]) -> list[tuple[str, str]]:
    """Rows (type, P / R / F of the nouns that are to have it), the decision « animate » last."""
    rows = []
    for kind in TYPES:
        said = [noun for noun, type_ in pairs if type_ == kind]
        right = sum(kind in accepted(noun[2]) or bool(noun[2] & ALSO.get(kind, set())) for noun in said)
        due = [type_ for noun, type_ in pairs if accepted(noun[2]) == {kind} and not noun[2] & ALSO.get(type_, set())]
        found = sum(type_ == kind for type_ in due)
        p, r = right / max(1, len(said)), found / max(1, len(due))
        figures = f"{percent(right, len(said))} / –" if not due else \
            f"{percent(right, len(said))} / {percent(found, len(due))} / {percent(2 * p * r, p + r)}"
        rows.append((f"{kind} (said {len(said)}, due {len(due)})", figures))
    return [*rows, animate_figures(pairs)]


def animate_figures(pairs: list[tuple[Noun, str]]) -> tuple[str, str]:
    """The row of « animate or not »; a place that acts and a noun of two minds are left out."""
    clear = [(bool(accepted(noun[2]) <= ANIMATE), type_ in ANIMATE) for noun, type_ in pairs
             if (accepted(noun[2]) <= ANIMATE or not accepted(noun[2]) & ANIMATE)
             and not (type_ == "place" and "institution" in accepted(noun[2]))]
    right = sum(gold and said for gold, said in clear)
    said, due = sum(said for _, said in clear), sum(gold for gold, _ in clear)
    agree = percent(sum(gold == said for gold, said in clear), len(clear))
    return f"**animate** (said {said}, due {due}; accuracy {agree})", f"**{f_score(right, said, due)}**"


def noun_report(data: Path, errors: bool) -> None:
    """The nouns, by gold lemma and from raw text."""
    from quizgen.french import nouns, pipeline
    from training.nouns import held_out_types

    lexicon = held_out_types(data)
    nouns.lexicon = lambda: lexicon  # type: ignore[assignment]
    sentences = list(held_out(data))
    by_lemma = [(noun, nouns.noun_type(noun[1])) for _, found, _ in sentences for noun in found]
    raw = []
    for doc, (_, found, _) in zip(pipeline.parse([text for *_, text in sentences]), sentences, strict=True):
        heads = {token.idx: token for token in doc}
        raw += [(noun, nouns.type_of(heads[noun[3]])) for noun in found if noun[3] in heads]
    rows = zip(noun_figures(by_lemma), noun_figures(raw), strict=True)
    table("type (gold lemmas) | P / R / F, gold lemmas | from raw text",
          [(name, figures, others) for (name, figures), (_, others) in rows])
    if errors:
        wrong = Counter((noun[1], "/".join(sorted(noun[2])), type_) for noun, type_ in by_lemma
                        if (type_ in ANIMATE) != (accepted(noun[2]) <= ANIMATE))
        for (lemma, gold, said), count in wrong.most_common(120):
            print(f"{count} {lemma}: {gold}, said {said}")


# names


class Predicted:
    """What is said of a document: mention -> (cluster, type), descriptions -> cluster."""

    def __init__(self, mentions: dict[Mention, tuple[Any, str]], descriptions: dict[Mention, Any]):
        self.mentions, self.descriptions = mentions, descriptions


def by_label(text: str) -> Predicted:
    """The model's own entities: each surface form a name, each mention its own label."""
    from quizgen.article.record import Article
    from quizgen.french import pipeline
    from quizgen.french.nouns import ENTITY_TYPES

    bounds = Article.of(text).paragraphs
    docs = pipeline.parse([text[start:end] for start, end in bounds])
    found = {(start + e.start_char, start + e.end_char): (e.text, ENTITY_TYPES.get(e.label_, "thing"))
             for doc, (start, _) in zip(docs, bounds, strict=True) for e in doc.ents}
    return Predicted(found, {})


def by_entities(text: str) -> Predicted:
    """The entities of the document."""
    from quizgen.article.record import Article
    from quizgen.french.reading import read

    reading = read(text, Article.of(text).paragraphs)
    if not hasattr(reading, "entities"):
        from quizgen.french.nouns import ENTITY_TYPES

        return Predicted({(start + e.start_char, start + e.end_char): (e.text, ENTITY_TYPES.get(e.label_, "thing"))
                          for doc, start in zip(reading.docs, reading.offsets, strict=True) for e in doc.ents}, {})
    spans: dict[bool, dict[Mention, Any]] = {False: {}, True: {}}
    for entity in reading.entities:
        for described, places in ((False, entity.mentions), (True, entity.descriptions)):
            for rank, start, end in places:
                offset = reading.offsets[rank]
                spans[described][offset + start, offset + end] = (entity.name, entity.type)
    return Predicted(spans[False], {span: name for span, (name, _) in spans[True].items()})


def name_counts(row: dict[str, Any], found: Predicted) -> Counter[str]:
    """All counts of one document; the shares of B-cubed are sums over mentions."""
    gold = {tuple(span): (name["name"], name["type"]) for name in row["names"] for span in name["mentions"]}
    both = [span for span in gold if span in found.mentions]
    counts: Counter[str] = Counter(
        due=len(gold), said=len(found.mentions), found=len(both), names=len(row["names"]),
        typed=sum(found.mentions[span][1] == gold[span][1] for span in both))
    for span in both:
        mine = {other for other in both if gold[other][0] == gold[span][0]}
        theirs = {other for other in both if found.mentions[other][0] == found.mentions[span][0]}
        counts["b_precision"] += len(mine & theirs) / len(theirs)  # type: ignore[assignment]
        counts["b_recall"] += len(mine & theirs) / len(mine)  # type: ignore[assignment]
    for name in row["names"]:
        spans = [span for span in map(tuple, name["mentions"]) if span in found.mentions]
        if len(spans) > 1:
            counts["repeated"] += 1
            counts["one_label"] += len({found.mentions[span][1] for span in spans}) == 1
        counts["whole"] += whole(name, found)
    counts.update(description_counts(row, found))
    return counts


def whole(name: dict[str, Any], found: Predicted) -> bool:
    """Whether all mentions of a name are found, typed rightly, under one entity that has no other mention."""
    spans = set(map(tuple, name["mentions"]))
    said = {found.mentions.get(span) for span in spans}
    if len(said) != 1 or None in said:
        return False
    cluster, type_ = said.pop()  # type: ignore[misc]
    return type_ == name["type"] and {s for s, (c, _) in found.mentions.items() if c == cluster} == spans


def description_counts(row: dict[str, Any], found: Predicted) -> dict[str, int]:
    """Descriptions due, said, and said of the right name."""
    due = {tuple(span): name for name in row["names"] for span in name["descriptions"]}
    right = 0
    for span, cluster in found.descriptions.items():
        spans = {s for s, (c, _) in found.mentions.items() if c == cluster}
        right += span in due and bool(spans & set(map(tuple, due[span]["mentions"])))
    return {"d_due": len(due), "d_said": len(found.descriptions), "d_right": right}


def name_row(who: str, counts: Counter[str]) -> tuple[str, ...]:
    """One line of the table of names."""
    c, n = counts, counts["found"]
    p, r = c["b_precision"] / n, c["b_recall"] / n
    return (who, f_score(n, c["said"], c["due"]), percent(c["typed"], n),
            f"{100 * p:.1f} / {100 * r:.1f} / {100 * 2 * p * r / (p + r):.1f}", percent(c["one_label"], c["repeated"]),
            percent(c["whole"], c["names"]), f"{c['d_right']}/{c['d_said']}, due {c['d_due']}")


def split_counts(split: str, reader: Callable[[str], Predicted], errors: bool = False) -> Counter[str]:
    """The counts of all documents of a split."""
    counts: Counter[str] = Counter()
    for row in map(json.loads, OWN.read_text(encoding="utf-8").splitlines()):
        if row["split"] == split:
            said = reader(row["text"])
            counts.update(name_counts(row, said))
            if errors:
                print_errors(row, said)
    return counts


def name_report(errors: bool) -> None:
    """The names of our documents, by split."""
    readers: dict[str, Callable[[str], Predicted]] = {"model's labels": by_label, "entities": by_entities}
    lines = [name_row(f"{split}, {who}", split_counts(split, reader, errors and (split, who) == ("dev", "entities")))
             for split in ("dev", "test") for who, reader in readers.items()]
    table("names | mentions P / R / F | type of those | aliases B³ P / R / F | one label | names wholly right "
          "| descriptions right/said", lines)


def print_errors(row: dict[str, Any], found: Predicted) -> None:
    """What is missed, spurious, mistyped or split in a document."""
    text, gold = row["text"], {tuple(s): n for n in row["names"] for s in n["mentions"]}
    said = found.mentions
    print(f"-- {row['id']}")
    print("  missed", [text[a:b] for a, b in gold if (a, b) not in said])
    print("  extra", [(text[a:b], said[a, b][1]) for a, b in said if (a, b) not in gold])
    print("  mistyped", [(text[a:b], said[a, b][1]) for (a, b), n in gold.items()
                         if (a, b) in said and said[a, b][1] != n["type"]])
    clusters = defaultdict(set)
    for span, name in gold.items():
        if span in said:
            clusters[name["name"]].add(said[span][0])
    print("  split", {name: found for name, found in clusters.items() if len(found) > 1})
    print("  described", {text[a:b]: name for (a, b), name in found.descriptions.items()})


# labels on the annotated treebank sentences: the guard against rules that only suit our documents


def guard(data: Path) -> None:
    """Entity F of the model alone and after settling, on single sentences of ../shared/data/ner/test.jsonl."""
    table("ner/test.jsonl | label and span P / R / F | span alone",
          [("model's labels", *entity_f(data, settled=False)), ("settled", *entity_f(data, settled=True))])


def entity_f(data: Path, settled: bool) -> tuple[str, str]:
    """P / R / F of label and span, and of the span alone."""
    from quizgen.french.names import settle

    rows = [json.loads(line) for line in (data / "ner" / "test.jsonl").read_text(encoding="utf-8").splitlines()]
    right = said = due = spans = 0
    for doc, row in zip(parsed(tuple(row["text"] for row in rows)), rows, strict=True):
        ents = doc.ents
        if settled:
            settle([doc])
        gold, found = set(map(tuple, row["entities"])), {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        doc.ents = ents
        right, said, due = right + len(gold & found), said + len(found), due + len(gold)
        spans += len({g[:2] for g in gold} & {f[:2] for f in found})
    return f_score(right, said, due), f_score(spans, said, due)


@cache
def parsed(texts: tuple[str, ...]) -> list[Any]:
    """The texts parsed once."""
    from quizgen.french import pipeline

    return pipeline.parse(texts)


def guard_figures(data: Path) -> tuple[str, ...]:
    """F with label, F of spans."""
    return tuple(cell.split(" / ")[-1] for cell in entity_f(data, settled=True))


def roads(data: Path) -> None:
    """What the entities lose without one of the roads: names of ours, and entity F on ner/test.jsonl."""
    from quizgen.french import acronyms, aliases, cues, mentions, names

    same = lambda found: {name.text: name.text for name in found}  # noqa: E731
    cut = {"nothing": (), "mended spans": ((mentions, "_mended", lambda entity: iter([entity])),),
           "unlabelled proper nouns": ((mentions, "_loose", lambda doc: iter(())),),
           "names carried to all their mentions": ((mentions, "_carried", lambda doc, known: iter(())),),
           "common words dropped": ((mentions, "_is_common", lambda span, proper: False),),
           "acronyms in brackets": ((acronyms, "expansions", lambda doc: iter(())),),
           "aliases joined": ((aliases, "joined", same),),
           "all cues": ((cues, "CUES", ()),),
           "against lone surnames": ((names, "ALONE", 0.0),),
           "the model's labels": ((names, "MODEL", 0.0),)}
    cut |= {f"cue {cue.__name__}": ((cues, "CUES", tuple(c for c in cues.CUES if c is not cue)),) for cue in cues.CUES}
    lines = []
    for road, changes in cut.items():
        kept = [(module, name, getattr(module, name)) for module, name, _ in changes]
        for module, name, value in changes:
            setattr(module, name, value)
        lines.append((road, *(cell for split in ("dev", "test") for cell in figures_of(split)), *guard_figures(data)))
        for module, name, value in kept:
            setattr(module, name, value)
    table("without | dev: mention F | type | B³ F | wholly right | test: mention F | type | B³ F | wholly right "
          "| ner/test F | span F", lines)


def figures_of(split: str) -> tuple[str, ...]:
    """Mention F, type accuracy, B-cubed F, names wholly right of a split."""
    cells = name_row("", split_counts(split, by_entities))
    return cells[1].split(" / ")[-1], cells[2], cells[3].split(" / ")[-1], cells[5]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--errors", action="store_true", help="also print what is wrong (dev documents only)")
    parser.add_argument("--roads", action="store_true", help="only what each road brings (two minutes)")
    args = parser.parse_args()
    if args.roads:
        return roads(args.data)
    name_report(args.errors)
    if args.data.is_dir():
        guard(args.data)
        noun_report(args.data, args.errors)
    else:
        print(f"\n{args.data} is not here: no figures on FrSemCor and ner/test.jsonl.")
    return None


if __name__ == "__main__":
    main()
