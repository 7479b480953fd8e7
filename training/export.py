"""Trained reading networks -> one ONNX file each, which quizgen/french/reader.py runs without PyTorch.

python -m training.export training/work/reader-a training/work/reader-b --out quizgen/french/model/reader
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from quizgen.french.features import FIRST, FLAGS, LAST, LETTER_ROWS, ROWS
from training.kinds import KINDS
from training.network import Reader, Sizes
from training.packed import Labels

_INPUTS = ("hashed", "letters", "vectors", "flags", "mask")
_OUTPUTS = ("arcs", "below", "above", "starts", "tags", "lemmas", "entities")


class _Whole(nn.Module):
    """A reader that returns a tuple, as ONNX wants it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, hashed: Tensor, letters: Tensor, vectors: Tensor, flags: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        found = self.reader(hashed, letters, vectors, flags, mask)
        return tuple(found[name] for name in _OUTPUTS)


def main() -> None:
    """Write member-0.onnx, member-1.onnx …, their relation weights and labels.json into `out`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    shutil.rmtree(args.out, ignore_errors=True)
    args.out.mkdir(parents=True)
    labels = Labels.load(args.readers[0] / "labels.json")
    labels.save(args.out / "labels.json")
    for number, folder in enumerate(args.readers):
        kind = json.loads((folder / "kind.json").read_text(encoding="utf8"))
        counts = {name: len(values) for name, values in vars(labels).items()}
        reader = Reader(Sizes(ROWS, LETTER_ROWS, FLAGS, **counts | KINDS[kind]))
        reader.load_state_dict(torch.load(folder / "reader.pt"))
        reader.eval()
        write(reader, args.out / f"member-{number}.onnx")
        weights = reader.relations.weight.detach().numpy().astype(np.float16)
        np.save(args.out / f"relations-{number}.npy", weights)


def write(reader: Reader, path: Path) -> None:
    """Export `reader`, its large tables stored at half precision."""
    words = 7
    sample = (
        torch.zeros(2, words, len(ROWS), dtype=torch.int64), torch.zeros(2, words, FIRST + LAST, dtype=torch.int64),
        torch.zeros(2, words, reader.sizes.vectors), torch.zeros(2, words, FLAGS), torch.ones(2, words),
    )  # fmt: skip
    axes = {name: {0: "texts", 1: "words"} for name in (*_INPUTS, *_OUTPUTS)}
    axes["arcs"][2] = "words"
    torch.onnx.export(
        _Whole(reader), sample, str(path), input_names=list(_INPUTS), output_names=list(_OUTPUTS),
        dynamic_axes=axes, dynamo=False, opset_version=17,
    )  # fmt: skip
    onnx.save(_halved(onnx.load(str(path))), str(path))


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store float tables of over 10,000 numbers as float16, cast back when the session is made."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        value = numpy_helper.to_array(tensor)
        if value.dtype != np.float32 or value.size < 10_000:
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(value.astype(np.float16), f"{name}.half"))
        casts.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


if __name__ == "__main__":
    main()
