"""One training run of the reading network.

    python -m training.fit_reader training/work/packed training/work/first-a --member a [--from pretrained-a.pt]
        [--silver 0,1] [--teachers c,t] [--seconds 100] [--device cuda]

Reads what training.pack wrote; writes reader.pt, labels.json, kind.json into the second folder. Members differ by
their seeds. On one thread of a processor the same seed gives the same weights. Without teachers the silver texts'
own labels are learnt; with teachers (folders of earlier runs), what those think of the silver texts, all chances
and not the best guess only (Hinton et al. 2015).
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, log_softmax, softmax

from training.kinds import KINDS, sizes_in
from training.network import Reader
from training.packed import MISSING, Forms, Runs, batches, chunks, load_runs, tensors

_WEIGHTS = {"arcs": 1.0, "relations": 1.0, "tags": 0.5, "lemmas": 0.3, "starts": 0.5, "entities": 1.0}
_FAR = -1e9
#: names' silver labels were settled over whole paragraphs, which teachers do not see: they count as one more teacher
_SETTLED = 0.5
Tensors = dict[str, Tensor]
#: inputs, labels, and what teachers think
Batch = tuple[Tensors, Tensors, Tensors | None]


def main() -> None:
    """Train and write the averaged weights."""
    args = _arguments()
    if args.device == "cpu":
        torch.set_num_threads(1)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(ord(args.member))
    rng = random.Random(ord(args.member))
    forms = Forms.load(args.packed / "forms.npz").on(args.device)
    model = Reader(replace(sizes_in(args.packed), **KINDS[args.kind], dropout=args.dropout)).to(args.device)
    if args.start:
        model.load_state_dict(torch.load(args.start), strict=False)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "labels.json").write_bytes((args.packed / "labels.json").read_bytes())
    (args.out / "kind.json").write_text(json.dumps(args.kind), encoding="utf8")
    silver = [run for number in args.silver for run in load_runs(args.packed / f"silver-{number}.npz")]
    lesson = Lesson(load_runs(args.packed / "gold.npz"), load_runs(args.packed / "named.npz"), silver, forms)
    teachers = [teacher(folder, args) for folder in args.teachers]
    dev = [tensors(batch, forms) for batch in batches(list(chunks(load_runs(args.packed / "dev.npz"), rng)), 3000, rng)]
    print(sum(p.numel() for p in model.parameters()) / 1e6, "M weights", flush=True)
    average = fit(model, lesson, teachers, dev, args, rng)
    torch.save({name: value.cpu() for name, value in average.items()}, args.out / "reader.pt")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packed", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--member", default="a", help="one letter")
    parser.add_argument("--kind", choices=KINDS, default="small")
    parser.add_argument("--passes", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop by then, the rate having fallen")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--slow", type=float, default=1.0, help="the encoder's rate as a share of the heads'")
    parser.add_argument("--batch", type=int, default=1000, help="words of a batch, padding included")
    parser.add_argument("--from", dest="start", type=Path)
    parser.add_argument("--silver", type=lambda value: value.split(","), default=[])
    parser.add_argument("--teachers", type=Path, nargs="*", default=[])
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--device", default="cpu")
    return parser.parse_args()


def teacher(folder: Path, args: argparse.Namespace) -> Reader:
    """A network that an earlier run left in `folder`."""
    kind = json.loads((folder / "kind.json").read_text(encoding="utf8"))
    model = Reader(replace(sizes_in(args.packed), **KINDS[kind])).to(args.device)
    model.load_state_dict(torch.load(folder / "reader.pt"))
    return model.eval()


@dataclass(frozen=True)
class Lesson:
    """What a run learns from: treebank documents, documents with entities, documents read by other networks."""

    trees: Runs
    named: Runs
    silver: Runs
    forms: Tensors

    def of(self, number: int, passes: int, rng: random.Random) -> tuple[Runs, Runs]:
        """The documents of one pass: half of the treebanks and all entities; the next slice of the silver ones."""
        size = len(self.silver) // max(passes - 2, 1)
        return [*rng.sample(self.trees, len(self.trees) // 2), *self.named], self.silver[number * size :][:size]

    def words(self, passes: int) -> int:
        """How many words `passes` passes read."""
        each = sum(len(s) for run in (*self.trees[::2], *self.named) for s in run)
        return each * passes + sum(len(s) for run in self.silver for s in run)

    def batches(
        self, number: int, passes: int, size: int, teachers: list[Reader], rng: random.Random
    ) -> Iterator[Batch]:
        """The batches of one pass, those that teachers label among the others."""
        gold, silver = self.of(number, passes, rng)
        if not teachers:
            gold, silver = gold + silver, []
        made = [(batch, False) for batch in batches(list(chunks(gold, rng)), size, rng)]
        made += [(batch, True) for batch in batches(list(chunks(silver, rng)), size, rng)]
        rng.shuffle(made)
        for batch, thought in made:
            inputs, labels = tensors(batch, self.forms)
            yield inputs, labels, thoughts(teachers, inputs, labels) if thought and teachers else None


def fit(model: Reader, lesson: Lesson, teachers: list[Reader], dev: list, args: argparse.Namespace,
        rng: random.Random) -> Tensors:  # fmt: skip
    """Train pass by pass; returns the running average of the weights over the second half."""
    groups = [{"params": list(model.encoder.parameters()), "share": args.slow},
              {"params": [p for name, p in model.named_parameters() if not name.startswith("encoder.")], "share": 1.0}]
    optimizer = torch.optim.AdamW(groups, lr=args.rate, betas=(0.9, 0.95), weight_decay=0.01, fused=True)
    total = lesson.words(args.passes) / args.batch * 1.12
    average: Tensors = {}
    step, start = 0, time.time()
    for number in range(args.passes):
        model.train()
        lost = torch.zeros((), device=args.device)
        for inputs, labels, thought in lesson.batches(number, args.passes, args.batch, teachers, rng):
            share = max(step / total, (time.time() - start) / args.seconds)
            for group in optimizer.param_groups:
                group["lr"] = args.rate * group["share"] * _slope(share)
            hide = (torch.rand(inputs["mask"].shape, device=args.device) < 0.04) if step % 2 else None
            loss = loss_of(model, inputs, labels, thought, hide)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            step += 1
            lost += loss.detach()
            if share > 0.5 and step % 4 == 0:
                _average(average, model.state_dict())
            if share >= 1:
                break
        kept = average or model.state_dict()
        told = f"{args.member} pass {number}, {step} steps, loss {lost.item():.1f}"
        print(told, scores(model, kept, dev), f"{time.time() - start:.0f} s", flush=True)
        torch.save(kept, args.out / "reader.pt")
        if share >= 1:
            break
    return kept


def _slope(share: float) -> float:
    """A short rise, then down to a fiftieth along a line."""
    return min(share / 0.03, 1.0) * max(1 - share, 0.02) if share < 1 else 0.02


def _average(average: Tensors, state: Tensors, keep: float = 0.98) -> None:
    if not average:
        average |= {name: value.clone() for name, value in state.items()}
    else:
        torch._foreach_lerp_(list(average.values()), [state[name] for name in average], 1 - keep)


def loss_of(model: Reader, inputs: Tensors, labels: Tensors, thought: Tensors | None, hide: Tensor | None) -> Tensor:
    """The weighted sum of the losses of all heads that have labels in this batch."""
    found = model(**inputs, hidden=hide)
    arcs = found["arcs"].masked_fill(~together(labels["sentence"]), _FAR)
    if thought is not None:
        return _loss_against(model, found | {"arcs": arcs}, thought)
    losses = {"arcs": _loss(arcs, labels["heads"])}
    known = labels["heads"] != MISSING
    if known.any():
        scored = relations_at(model, found, known, labels["heads"])
        losses["relations"] = cross_entropy(scored, labels["relations"][known], ignore_index=MISSING)
    for name in ("tags", "lemmas", "starts", "entities"):
        losses[name] = _loss(found[name], labels[name])
    return sum((_WEIGHTS[name] * loss for name, loss in losses.items()), torch.zeros((), device=arcs.device))


def relations_at(model: Reader, found: Tensors, known: Tensor, heads: Tensor) -> Tensor:
    """(known words, labels): the scores of relations to `heads`."""
    rows = torch.arange(known.shape[0], device=known.device).unsqueeze(1).expand_as(known)[known]
    return model.relation_scores(found["below"][known], found["above"][rows, heads[known]])


@torch.no_grad()
def thoughts(teachers: list[Reader], inputs: Tensors, labels: Tensors) -> Tensors:
    """What teachers think on average, of the words of a batch: chances of heads (words, length) and of all labels."""
    read = [model(**inputs) for model in teachers]
    apart = ~together(labels["sentence"])
    known = inputs["mask"] > 0
    chances = [softmax(found["arcs"].masked_fill(apart, _FAR), -1) for found in read]
    arcs = sum(chances) / len(read)
    heads = arcs.argmax(-1)  # type: ignore[union-attr]
    mean = {name: sum(softmax(found[name][known], -1) for found in read) / len(read)
            for name in ("tags", "lemmas", "starts", "entities")}
    relations = [softmax(relations_at(model, found, known, heads), -1)
                 for model, found in zip(teachers, read, strict=True)]
    settled = torch.nn.functional.one_hot(labels["entities"][known].clamp(min=0), mean["entities"].shape[-1])
    mean["entities"] = (1 - _SETTLED) * mean["entities"] + _SETTLED * settled
    return mean | {"known": known, "heads": heads, "arcs": arcs[known], "relations": sum(relations) / len(read)}


def _loss_against(model: Reader, found: Tensors, thought: Tensors) -> Tensor:
    """The weighted sum of cross-entropies against what teachers think."""
    known = thought["known"]
    mine = {name: found[name][known] for name in _WEIGHTS if name != "relations"}
    mine["relations"] = relations_at(model, found, known, thought["heads"])
    missed = {name: -(thought[name] * log_softmax(mine[name], -1)).sum(-1).mean() for name in _WEIGHTS}
    return torch.stack([weight * missed[name] for name, weight in _WEIGHTS.items()]).sum()


def together(sentence: Tensor) -> Tensor:
    """(batch, words) of sentence numbers -> which pairs of words stand in one sentence; padding with itself."""
    return sentence.unsqueeze(2) == sentence.unsqueeze(1)


def _loss(scores: Tensor, target: Tensor) -> Tensor:
    known = target != MISSING
    return cross_entropy(scores[known], target[known]) if known.any() else torch.zeros((), device=scores.device)


@torch.no_grad()
def scores(model: Reader, state: Tensors, dev: list[tuple[Tensors, Tensors]]) -> str:
    """Rough scores on gold tokens and sentences: UAS, LAS (no tree enforced), tags, lemmas, starts F, entities F."""
    mine = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(state)
    model.eval()
    right: dict[str, list[int]] = {}
    tally = [0, 0, 0]
    for inputs, labels in dev:
        found = model(**inputs)
        heads = found["arcs"].masked_fill(~together(labels["sentence"]), _FAR).argmax(-1)
        known = labels["heads"] != MISSING
        if known.any():
            relation = relations_at(model, found, known, heads).argmax(-1)
            good = heads[known] == labels["heads"][known]
            right.setdefault("UAS", []).extend(good.tolist())
            right.setdefault("LAS", []).extend((good & (relation == labels["relations"][known])).tolist())
        for name in ("tags", "lemmas", "starts"):
            known = labels[name] != MISSING
            right.setdefault(name, []).extend((found[name].argmax(-1)[known] == labels[name][known]).tolist())
        for row in _entity_rows(found["entities"].argmax(-1), labels["entities"]):
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
