"""Teaches an encoder French before any label: it guesses hidden words of running text (Devlin et al. 2019).

    python -m training.pretrain training/work/packed training/work/pretrained-a.pt --member a

Reads what training.pack wrote, over and over, until so many words are seen or so many seconds have passed.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from training.kinds import KINDS, rate_of, sizes_in
from training.network import Encoder, encoder_of
from training.packed import MISSING, Forms, unpacked

_HIDDEN, _SPAN, _WARM = 0.2, 80, 300
#: text is read a few times only: little to learn by heart
_DROPOUT = 0.1


def main() -> None:
    """Train and write the encoder's weights, named as in `Reader`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packed", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--member", default="a", help="one letter, the seed")
    parser.add_argument("--kind", choices=KINDS, default="small")
    parser.add_argument("--words", type=int, default=7_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop by then, the rate having fallen")
    parser.add_argument("--batch", type=int, default=32, help=f"stretches of {_SPAN} words read at once")
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args()
    if args.device == "cpu":
        torch.set_num_threads(1)
    torch.set_float32_matmul_precision("high")
    torch.manual_seed(ord(args.member))
    encoder = encoder_of(replace(sizes_in(args.packed), dropout=_DROPOUT, **KINDS[args.kind])).to(args.device)
    teach(encoder, Running.load(args.packed, args.device), args)
    torch.save({f"encoder.{name}": value.cpu() for name, value in encoder.state_dict().items()}, args.out)


class Running:
    """All running text on the device: the form and the flags of every word."""

    def __init__(self, ids: Tensor, flags: Tensor, forms: dict[str, Tensor]) -> None:
        self.ids, self.flags, self.forms = ids, flags, forms
        self.guessed = int(forms["guess"].max()) + 1

    @classmethod
    def load(cls, folder: Path, device: str) -> "Running":
        """Read running.npz and forms.npz."""
        with np.load(folder / "running.npz") as found:
            ids, flags = found["forms"], found["flags"]
        width: int = sizes_in(folder).flags
        bits = torch.from_numpy(unpacked(flags, width)).to(device)
        return cls(torch.from_numpy(ids).to(device), bits, Forms.load(folder / "forms.npz").on(device))

    def batches(self, stretches: int, rng: np.random.Generator) -> Iterator[tuple[dict[str, Tensor], Tensor]]:
        """Inputs and the numbers of the words to guess, for ever: cut anew each time the text has been read."""
        while True:
            starts = np.arange(rng.integers(_SPAN), len(self.ids) - _SPAN, _SPAN)
            rng.shuffle(starts)
            for first in range(0, len(starts) - stretches + 1, stretches):
                yield self._at(starts[first : first + stretches])

    def _at(self, starts: NDArray) -> tuple[dict[str, Tensor], Tensor]:
        device = self.ids.device
        places = torch.from_numpy(starts).to(device).unsqueeze(1) + torch.arange(_SPAN, device=device)
        words = self.ids[places].long()
        inputs = {name: self.forms[name][words] for name in ("hashed", "letters", "vectors")}
        inputs["flags"] = self.flags[places].float()
        inputs["mask"] = torch.ones(words.shape, device=device)
        return inputs, self.forms["guess"][words]


def teach(encoder: Encoder, running: Running, args: argparse.Namespace) -> None:
    """The rate rises, then falls to a thirtieth by the time that words or seconds are spent."""
    wide = encoder.sizes.width if encoder.sizes.attention else 2 * encoder.sizes.hidden
    guess = nn.Sequential(nn.Linear(wide, 256), nn.GELU(), nn.Linear(256, running.guessed)).to(args.device)
    weights = [*encoder.parameters(), *guess.parameters()]
    optimizer = torch.optim.AdamW(weights, lr=1e-3, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    highest = rate_of(args.kind, args.batch * _SPAN)
    start, lost, every = time.time(), torch.zeros((), device=args.device), 200
    quick = args.device != "cpu" and encoder.sizes.attention > 0
    for step, (inputs, target) in enumerate(running.batches(args.batch, np.random.default_rng(ord(args.member))), 1):
        share = max(step * args.batch * _SPAN / args.words, (time.time() - start) / args.seconds)
        for group in optimizer.param_groups:
            group["lr"] = highest * min(step / _WARM, max(0.03, 1 - share))
        hidden = (torch.rand(target.shape, device=args.device) < _HIDDEN) & (target != MISSING)
        with torch.autocast(args.device, torch.bfloat16, enabled=quick):
            loss = cross_entropy(guess(encoder(**inputs, hidden=hidden)[hidden]).float(), target[hidden])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 5.0)
        optimizer.step()
        lost += loss.detach()
        if step % every == 0 or share >= 1:
            told = f"{lost.item() / (step % every or every):.3f}"
            print(args.member, args.kind, step * args.batch * _SPAN, told, f"{time.time() - start:.0f} s", flush=True)
            lost.zero_()
        if share >= 1:
            return


if __name__ == "__main__":
    main()
