"""A TensorFlow.js graph model, written node by node: no converter, the same bytes for the same weights."""

import base64
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Attributes = dict[str, Any]

FLOAT: Attributes = {"type": "DT_FLOAT"}
INT: Attributes = {"type": "DT_INT32"}


def text(value: str) -> Attributes:
    return {"s": _base64(value)}


def texts(values: list[str]) -> Attributes:
    return {"list": {"s": [_base64(value) for value in values]}}


def integers(values: list[int]) -> Attributes:
    return {"list": {"i": [str(value) for value in values]}}


class Graph:
    """Nodes and weights in the order they were added. Every method returns the new node's name."""

    def __init__(self, store: str) -> None:
        self.store = store
        self.nodes: list[Attributes] = []
        self.weights: list[tuple[Attributes, bytes]] = []
        self.inputs: dict[str, Attributes] = {}

    def placeholder(self, name: str, shape: list[int]) -> str:
        """An input; -1 stands for any length."""
        dims = {"dim": [{"size": str(size)} for size in shape]}
        self.inputs[name] = {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": dims}
        return self.op("Placeholder", name, [], {"dtype": FLOAT, "shape": {"shape": dims}})

    def floats(self, name: str, values: NDArray[np.float32]) -> str:
        """Weights, stored as the graph stores them; vectors in half precision at least."""
        quantisation, stored = quantise(values, self.store)
        spec = {"name": name, "shape": list(values.shape), "dtype": "float32", "quantization": quantisation}
        return self._const(name, FLOAT, spec, stored)

    def integers(self, name: str, values: list[int]) -> str:
        spec = {"name": name, "shape": [len(values)], "dtype": "int32"}
        return self._const(name, INT, spec, np.array(values, dtype="<i4"))

    def op(self, kind: str, name: str, inputs: list[str], attributes: Attributes) -> str:
        self.nodes.append({"name": name, "op": kind, "input": inputs, "attr": attributes})
        return name

    def write(self, folder: Path, outputs: dict[str, int]) -> None:
        """Writes model.json and weights.bin. `outputs` holds the names of the answers and their widths."""
        folder.mkdir(parents=True, exist_ok=True)
        model = {
            "format": "graph-model",
            "generatedBy": "Moodring, training/export.py",
            "signature": {
                "inputs": self.inputs,
                "outputs": {
                    name: {
                        "name": f"{name}:0",
                        "dtype": "DT_FLOAT",
                        "tensorShape": {"dim": [{"size": "-1"}, {"size": str(width)}]},
                    }
                    for name, width in outputs.items()
                },
            },
            "modelTopology": {"node": self.nodes, "versions": {"producer": 1}},
            "weightsManifest": [
                {"paths": ["weights.bin"], "weights": [spec for spec, _ in self.weights]},
            ],
        }
        (folder / "weights.bin").write_bytes(b"".join(stored for _, stored in self.weights))
        (folder / "model.json").write_text(json.dumps(model) + "\n")

    def _const(self, name: str, dtype: Attributes, spec: Attributes, values: NDArray[Any]) -> str:
        self.weights.append((spec, values.tobytes()))
        return self.op("Const", name, [], {"dtype": dtype})


STORES = ("float16", "uint8")
"""How weights may be stored: in half precision, or in 256 even steps from least to greatest."""


def quantise(values: NDArray[np.float32], store: str) -> tuple[Attributes, NDArray[Any]]:
    """How TensorFlow.js is told to read the weights, and what is stored. Vectors are always float16: they are
    few, and an offset of a channel stands for all of its pixels.
    """
    if store == "float16" or values.ndim == 1:
        return {"dtype": "float16"}, values.astype("<f2")
    low, high = float(values.min()), float(values.max())
    scale = (high - low) / 255 or 1.0
    return {"dtype": "uint8", "scale": scale, "min": low}, np.round((values - low) / scale).astype(np.uint8)


def restore(quantisation: Attributes, stored: NDArray[Any]) -> NDArray[np.float32]:
    """What TensorFlow.js makes of stored weights."""
    values = stored.astype(np.float32)
    return values * quantisation["scale"] + quantisation["min"] if "scale" in quantisation else values


def _base64(value: str) -> str:
    return base64.b64encode(value.encode()).decode()
