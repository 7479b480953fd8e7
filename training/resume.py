"""Shipped ONNX members -> reader.pt, so that training goes on from them without the hours before.

    python -m training.resume quizgen/french/model training/work

Writes shipped-a/reader.pt, shipped-b/reader.pt … and vectors/pipeline (the shipped vectors in a blank pipeline) into
the work folder. New input flags begin at weight 0; large tables come back at half precision.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import spacy
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

import quizgen.french.components  # noqa: F401  registers fr_quizgen
from quizgen.french.features import FLAGS
from training.packed import Labels

Arrays = dict[str, NDArray]
#: ONNX keeps the gates of an LSTM as input, output, forget, cell; PyTorch as input, forget, cell, output
_GATES = (0, 2, 3, 1)


def main() -> None:
    """Write the weights of every member of the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("work", type=Path)
    args = parser.parse_args()
    shipped = args.model / "reader"
    for letter, path in zip("abcdef", sorted(shipped.glob("member-*.onnx")), strict=False):
        out = args.work / f"shipped-{letter}"
        out.mkdir(parents=True, exist_ok=True)
        state = weights(onnx.load(str(path)))
        relations = np.load(path.with_name(path.name.replace("member", "relations")).with_suffix(".npy"))
        state["relations.weight"] = relations.astype(np.float32)
        # what stands for a hidden word: only training needs it, and the network as shipped lacks it
        state["encoder.masked"] = np.zeros_like(state["encoder.norm.bias"])
        torch.save({name: torch.from_numpy(value.copy()) for name, value in state.items()}, out / "reader.pt")
        Labels.load(shipped / "labels.json").save(out / "labels.json")
        kind = "narrow" if any("blocks." in name for name in state) else "small"
        (out / "kind.json").write_text(json.dumps(kind), encoding="utf8")
    blank = spacy.blank("fr_quizgen")
    blank.vocab.vectors = spacy.load(args.model).vocab.vectors
    vectors = args.work / "vectors"
    vectors.mkdir(exist_ok=True)
    blank.to_disk(vectors / "pipeline")


def weights(model: onnx.ModelProto) -> Arrays:
    """The weights under the names that `Reader` gives them."""
    found = {
        t.name.removesuffix(".half"): numpy_helper.to_array(t).astype(np.float32) for t in model.graph.initializer
    }
    state = {
        name.removeprefix("reader."): value for name, value in found.items() if name.startswith("reader.")
    }
    for node in model.graph.node:
        layer = node.output[0].strip("/").split("/")[:-1]
        if node.op_type == "LSTM":
            state |= _lstm(f"encoder.{layer[-1]}", [found[name] for name in node.input[1:4]])
        elif node.op_type == "MatMul" and node.input[1] in found:
            state |= _product(layer, found[node.input[1]])
    wider = np.pad(state["encoder.mix.weight"], ((0, 0), (0, _missing(state))))
    return state | {"encoder.mix.weight": wider}


def _missing(state: Arrays) -> int:
    """How many input flags are new since the model was trained."""
    embedded = sum(state[f"encoder.tables.{i}.weight"].shape[1] for i in range(4))
    known = embedded + len(state["encoder.convolution.bias"]) + len(state["encoder.vectors.bias"])
    return known + FLAGS - state["encoder.mix.weight"].shape[1]


def _lstm(name: str, arrays: list[NDArray]) -> Arrays:
    inputs, hidden, bias = (array[0] for array in arrays)
    ours, theirs = np.split(bias, 2)
    columns = {"weight_ih_l0": inputs, "weight_hh_l0": hidden, "bias_ih_l0": ours, "bias_hh_l0": theirs}
    return {f"{name}.{key}": _reordered(value) for key, value in columns.items()}


def _reordered(value: NDArray) -> NDArray:
    gates = np.split(value, 4)
    return np.concatenate([gates[i] for i in _GATES])


def _product(layer: list[str], value: NDArray) -> Arrays:
    """A linear layer's weight, turned; the arcs' own product stands under no layer."""
    if layer == ["reader"]:
        return {"arcs.weight": value[np.newaxis]}
    name = layer[-1]
    block = next((part for part in layer if part.startswith("blocks.")), None)
    if block is not None:
        return {f"encoder.{block}.{name}.weight": value.T}
    if name.endswith("_1"):
        return {f"relations.{name.removesuffix('_1')}.weight": value.T}
    sides = name.startswith(("dependent", "head"))
    return {f"{'arcs.' if sides else 'encoder.' if name in ('vectors', 'mix') else ''}{name}.weight": value.T}


if __name__ == "__main__":
    main()
