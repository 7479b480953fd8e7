"""One training run of the reading network.

    python -m training.fit_reader training/work training/work/first-a --member a [--from pretrained.pt]
        [--silver silver.spacy]

Reads train.spacy, ner_train.spacy, vectors/pipeline and the dev sets from the first folder; writes reader.pt and
labels.json into the second. Members differ by their seeds. One thread: the same seed gives the same weights.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
import torch
from spacy.vocab import Vocab
from torch import Tensor
from torch.nn.functional import cross_entropy

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.features import Featuriser
from training.corpus import MISSING, Labels, Sentence, batches, chunks, sentences_of, tensors
from training.evaluate import docs_in
from training.network import Reader, Sizes

_WEIGHTS = {"arcs": 1.0, "relations": 1.0, "tags": 0.5, "lemmas": 0.3, "starts": 0.5, "entities": 1.0}
_FAR = -1e9


def main() -> None:
    """Train and write the averaged weights."""
    args = _arguments()
    torch.set_num_threads(1)
    seed = ord(args.member)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    vocab = spacy.load(args.work / "vectors" / "pipeline").vocab
    featuriser = Featuriser(vocab)
    trees = docs_in(args.work / "train.spacy", vocab)
    labels = Labels.of(trees)
    gold = sentences_of(trees, labels, featuriser, "tree")
    named = sentences_of(docs_in(args.work / "ner_train.spacy", vocab), labels, featuriser, "entities")
    silver = sentences_of(docs_in(args.silver, vocab), labels, featuriser, "both") if args.silver else []
    dev = _dev(args.work, vocab, labels, featuriser)
    args.out.mkdir(parents=True, exist_ok=True)
    labels.save(args.out / "labels.json")
    model = Reader(replace(sizes_for(labels), dropout=args.dropout))
    if args.start:
        model.load_state_dict(torch.load(args.start), strict=False)
    print(sum(p.numel() for p in model.parameters()) / 1e6, "M weights", flush=True)
    average = fit(model, Lesson(gold, named, silver), dev, args, rng)
    torch.save(average, args.out / "reader.pt")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--member", default="a", help="one letter")
    parser.add_argument("--passes", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=1000, help="words of a batch, padding included")
    parser.add_argument("--from", dest="start", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--dropout", type=float, default=0.25)
    return parser.parse_args()


def sizes_for(labels: Labels) -> Sizes:
    """The sizes of a network that knows `labels`."""
    return Sizes(len(labels.relations), len(labels.tags), len(labels.lemmas), len(labels.entities))


def _dev(work: Path, vocab: Vocab, labels: Labels, featuriser: Featuriser) -> list[list[Sentence]]:
    trees = sentences_of(docs_in(work / "dev.spacy", vocab), labels, featuriser, "tree")
    return trees + sentences_of(docs_in(work / "ner_dev.spacy", vocab), labels, featuriser, "entities")


@dataclass(frozen=True)
class Lesson:
    """What a run learns from: treebank documents, documents with entities, documents read by other networks."""

    trees: list[list[Sentence]]
    named: list[list[Sentence]]
    silver: list[list[Sentence]]

    def of(self, number: int, passes: int, rng: random.Random) -> list[list[Sentence]]:
        """The documents of one pass: half of the treebanks, all entities, the next slice of the silver ones."""
        size = len(self.silver) // max(passes - 2, 1)
        silver = self.silver[number * size : (number + 1) * size]
        return [*rng.sample(self.trees, len(self.trees) // 2), *self.named, *silver]


def fit(model: Reader, lesson: Lesson, dev: list, args: argparse.Namespace, rng: random.Random) -> dict:
    """Train pass by pass; returns the running average of the weights over the second half."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, betas=(0.9, 0.95), weight_decay=0.01, fused=True)
    words = sum(len(s) for run in (*lesson.trees[::2], *lesson.named) for s in run) * args.passes
    total = (words + sum(len(s) for run in lesson.silver for s in run)) / args.batch * 1.12
    scale = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _slope(step / total))
    average, step, start = None, 0, time.time()
    for number in range(args.passes):
        model.train()
        lost = 0.0
        items = list(chunks(lesson.of(number, args.passes, rng), rng))
        for batch in batches(items, args.batch, rng):
            inputs, targets = tensors(batch)
            hide = (torch.rand(inputs["mask"].shape) < 0.04) if step % 2 else None
            loss = loss_of(model, inputs, targets, hide)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            scale.step()
            step += 1
            lost += loss.item()
            if step > total * 0.5 and step % 4 == 0:
                average = _averaged(average, model.state_dict())
        kept = average or model.state_dict()
        print(number, step, f"loss {lost:.1f}", scores(model, kept, dev), f"{time.time() - start:.0f} s", flush=True)
        torch.save(kept, args.out / "reader.pt")
    return average or model.state_dict()


def _slope(share: float) -> float:
    """A short rise, then down to a twentieth along a line."""
    return min(share / 0.03, 1.0) * max(1 - share, 0.02) if share < 1 else 0.02


def _averaged(average: dict | None, state: dict, keep: float = 0.98) -> dict:
    if average is None:
        return {name: value.clone() for name, value in state.items()}
    for name, value in state.items():
        average[name].mul_(keep).add_(value, alpha=1 - keep)
    return average


def loss_of(model: Reader, inputs: dict[str, Tensor], targets: dict[str, Tensor], hide: Tensor | None) -> Tensor:
    """The weighted sum of the losses of all heads that have labels in this batch."""
    found = model(**inputs, hidden=hide)
    losses = {}
    arcs = found["arcs"].masked_fill(~together(targets["sentence"]), _FAR)
    losses["arcs"] = _loss(arcs, targets["heads"])
    known = targets["heads"] != MISSING
    if known.any():
        rows = torch.arange(known.shape[0]).unsqueeze(1).expand_as(known)[known]
        scored = model.relation_scores(found["below"][known], found["above"][rows, targets["heads"][known]])
        losses["relations"] = cross_entropy(scored, targets["relations"][known], ignore_index=MISSING)
    for name in ("tags", "lemmas", "starts", "entities"):
        losses[name] = _loss(found[name], targets[name])
    return sum((_WEIGHTS[name] * loss for name, loss in losses.items()), torch.tensor(0.0))


def together(sentence: Tensor) -> Tensor:
    """(batch, words) of sentence numbers -> which pairs of words stand in one sentence; padding with itself."""
    return sentence.unsqueeze(2) == sentence.unsqueeze(1)


def _loss(scores: Tensor, target: Tensor) -> Tensor:
    known = target != MISSING
    return cross_entropy(scores[known], target[known]) if known.any() else torch.tensor(0.0)


@torch.no_grad()
def scores(model: Reader, state: dict, dev: list) -> str:
    """Rough scores on gold tokens and sentences: UAS, LAS (no tree enforced), tags, lemmas, starts F, entities F."""
    mine = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(state)
    model.eval()
    right: dict[str, list[int]] = {}
    rng = random.Random(0)
    tally = [0, 0, 0]
    for batch in batches(list(chunks(dev, rng)), 3000, rng):
        inputs, targets = tensors(batch)
        found = model(**inputs)
        heads = found["arcs"].masked_fill(~together(targets["sentence"]), _FAR).argmax(-1)
        known = targets["heads"] != MISSING
        if known.any():
            rows = torch.arange(known.shape[0]).unsqueeze(1).expand_as(known)[known]
            relation = model.relation_scores(found["below"][known], found["above"][rows, heads[known]]).argmax(-1)
            good = heads[known] == targets["heads"][known]
            right.setdefault("UAS", []).extend(good.tolist())
            right.setdefault("LAS", []).extend((good & (relation == targets["relations"][known])).tolist())
        for name in ("tags", "lemmas", "starts"):
            known = targets[name] != MISSING
            right.setdefault(name, []).extend((found[name].argmax(-1)[known] == targets[name][known]).tolist())
        for row in _entity_rows(found["entities"].argmax(-1), targets["entities"]):
            tally = [a + b for a, b in zip(tally, row, strict=True)]
    model.load_state_dict(mine)
    figures = {name: 100 * sum(values) / max(1, len(values)) for name, values in right.items()}
    figures["ents F"] = 200 * tally[0] / max(1, tally[1] + tally[2])
    return " ".join(f"{name} {value:.2f}" for name, value in figures.items())


def _entity_rows(found: Tensor, gold: Tensor) -> Iterator[tuple[int, int, int]]:
    for mine, theirs in zip(found.tolist(), gold.tolist(), strict=True):
        if any(mark != MISSING for mark in theirs):
            known = [(m, t) for m, t in zip(mine, theirs, strict=True) if t != MISSING]
            a, b = _spans([m for m, _ in known]), _spans([t for _, t in known])
            yield len(a & b), len(a), len(b)


def _spans(marks: list[int]) -> set[tuple[int, int, int]]:
    """Spans from mark numbers: 0 is O, then B, I, E, S of each label in turn."""
    spans, start = set(), None
    for i, mark in enumerate(marks):
        place, label = ("O", -1) if mark == 0 else ("BIES"[(mark - 1) % 4], (mark - 1) // 4)
        if place == "S":
            spans.add((i, i + 1, label))
        elif place == "B":
            start = (i, label)
        elif place == "E" and start and start[1] == label:
            spans.add((start[0], i + 1, label))
        if place not in "BI":
            start = None
    return spans


if __name__ == "__main__":
    main()
