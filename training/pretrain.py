"""Teaches the encoder French before any label: it guesses hidden words of running text (Devlin et al. 2019).

    python -m training.pretrain ../shared/data/text training/work/vectors/pipeline training/work/pretrained.pt

The encyclopedia whole and every third paragraph of the novels, other ones for each member; so many words.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
import torch
from spacy.language import Language
from torch import nn
from torch.nn.functional import cross_entropy

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.features import Featuriser
from training.corpus import MISSING, Sentence, batches, tensors
from training.network import Encoder, Sizes
from training.vectors import paragraphs

_GUESSED, _HIDDEN, _LONGEST, _SHARD = 12_000, 0.2, 80, 4_000
#: text is read once or twice: little to learn by heart
_DROPOUT = 0.1


def main() -> None:
    """Train and write the encoder's weights, named as in `Reader`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("text", "vectors", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--words", type=int, default=7_000_000)
    parser.add_argument("--member", default="a", help="one letter, the seed")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(ord(args.member))
    rng = random.Random(ord(args.member))
    nlp = spacy.load(args.vectors)
    texts = list(paragraphs(args.text, ord(args.member) % 3))
    rng.shuffle(texts)
    frequent = _frequent(nlp, texts)
    teach(nlp, texts, frequent, args, rng)


def teach(
    nlp: Language, texts: list[str], frequent: dict[int, int], args: argparse.Namespace, rng: random.Random
) -> None:
    """Read until `args.words` words are seen; the rate rises, then falls to a thirtieth."""
    encoder = Encoder(Sizes(1, 1, 1, 1, dropout=_DROPOUT))
    guess = nn.Sequential(nn.Linear(512, 192), nn.ReLU(), nn.Linear(192, _GUESSED))
    optimizer = torch.optim.AdamW([*encoder.parameters(), *guess.parameters()], lr=2e-3, betas=(0.9, 0.98), fused=True)
    seen, steps, start, lost = 0, 0, time.time(), []
    featuriser = Featuriser(nlp.vocab)
    while seen < args.words:
        for batch in _stream(nlp, texts, featuriser, frequent, rng):
            steps += 1
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * min(steps / 200, max(0.03, 1 - seen / args.words))
            inputs, targets = tensors(batch)
            hidden = (torch.rand(inputs["mask"].shape) < _HIDDEN) & (targets["guess"] != MISSING)
            if not hidden.any():
                continue
            loss = cross_entropy(guess(encoder(**inputs, hidden=hidden)[hidden]), targets["guess"][hidden])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 5.0)
            optimizer.step()
            seen += int(inputs["mask"].sum())
            lost.append(loss.item())
            if len(lost) == 200:
                print(seen, f"{sum(lost) / 200:.3f}", f"{time.time() - start:.0f} s", flush=True)
                lost = []
                _save(encoder, args.out)
            if seen >= args.words:
                break
    _save(encoder, args.out)


def _save(encoder: Encoder, path: Path) -> None:
    torch.save({f"encoder.{name}": value for name, value in encoder.state_dict().items()}, path)


def _frequent(nlp: Language, texts: list[str]) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for text in texts[::8]:
        counts.update(token.norm for token in nlp.make_doc(text))
    return {norm: i for i, (norm, _) in enumerate(counts.most_common(_GUESSED))}


def _stream(
    nlp: Language, texts: list[str], featuriser: Featuriser, frequent: dict[int, int], rng: random.Random
) -> Iterator[list]:
    for start in range(0, len(texts), _SHARD):
        items = []
        for text in texts[start : start + _SHARD]:
            doc = nlp.make_doc(" ".join(text.split()))
            if not len(doc):
                continue
            made = featuriser(doc)
            guess = torch.tensor([frequent.get(token.norm, MISSING) for token in doc]).numpy()
            for first in range(0, len(doc), _LONGEST):
                cut = slice(first, first + _LONGEST)
                items.append([Sentence({name: getattr(made, name)[cut] for name in vars(made)}, {"guess": guess[cut]})])
        yield from batches(items, 2500, rng)


if __name__ == "__main__":
    main()
