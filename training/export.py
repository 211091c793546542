"""Turns a finished run into the net that ships: python -m training.export var/training/fernet models/fernet.

Batch norm is folded into the convolutions, weights are stored in half precision, and the graph runs on every
backend of TensorFlow.js: faces [N, 48, 48, 1] of mean 0 and deviation 1 in, one tensor of logits a head out.
Beside it stands answer.json, what PyTorch says of a test pattern, for engines to be held against.
"""

import argparse
import copy
import json
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .augment import standardise
from .checkpoint import load_best
from .dataset import SIDE
from .nets import FerNet, Gate, ResidualBlock
from .tfjs_graph import FLOAT, STORES, Attributes, Graph, integers, quantise, restore, text, texts

INPUT = "face"


def export(trunk: nn.Module, heads: dict[str, nn.Linear], folder: Path, store: str = "float16") -> None:
    """Writes model.json, weights.bin and answer.json: a trunk, global average pooling, and dense heads.

    The trunk is built of convolutions of stride 1 with batch norm, relu, max pooling, and nets.py's blocks.
    Raises TypeError for any other layer, ValueError for a convolution of another kind.
    """
    trunk, heads = as_stored(trunk, store), {name: as_stored(head, store) for name, head in heads.items()}
    graph = Graph(store)
    face = graph.placeholder(INPUT, [-1, SIDE, SIDE, 1])
    features = _mean(graph, _emit(graph, trunk, face, "trunk"), "features", keep=False)
    for name, head in heads.items():
        _dense(graph, head, features, name)
    graph.write(folder, {name: head.out_features for name, head in heads.items()})
    with torch.no_grad():
        features = trunk(standardise(pattern())).mean((2, 3))
        answer = {name: head(features)[0].tolist() for name, head in heads.items()}
    (folder / "answer.json").write_text(json.dumps(answer) + "\n")


def pattern() -> Tensor:
    """Waves across and down [1, 1, 48, 48]; src/vision/core/self-test.ts draws the same."""
    place = torch.arange(SIDE, dtype=torch.float64)
    waves = 128 + 100 * torch.sin(place / 5)[None, :] * torch.cos(place / 7)[:, None]
    return waves[None, None].float()


def as_stored(module: nn.Module, store: str) -> nn.Module:
    """A copy without batch norm whose weights are what is read back from the file."""
    folded = fold(copy.deepcopy(module).cpu().float().eval())
    for weights in folded.parameters():
        rounded = restore(*quantise(weights.detach().numpy(), store))
        weights.data = torch.from_numpy(rounded)
    return folded.requires_grad_(False)


def fold(module: nn.Module) -> nn.Module:
    """Takes each batch norm into the convolution before it, in place."""
    layers = list(module.named_children())
    for (name, layer), (after, norm) in pairwise(layers):
        if isinstance(layer, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            setattr(module, name, fuse_conv_bn_eval(layer, norm))
            setattr(module, after, nn.Identity())
    for child in module.children():
        fold(child)
    return module


def _emit(graph: Graph, module: nn.Module, x: str, name: str) -> str:
    """Adds a module's nodes and returns the name of what comes out."""
    match module:
        case nn.Identity() | nn.Dropout():
            return x
        case nn.Sequential():
            for key, layer in module.named_children():
                x = _emit(graph, layer, x, f"{name}/{key}")
            return x
        case nn.Conv2d():
            return _conv(graph, module, x, name)
        case nn.ReLU():
            return _relu(graph, x, name)
        case nn.MaxPool2d():
            return _max_pool(graph, module, x, name)
        case Gate():
            return _gate(graph, module, x, name)
        case ResidualBlock():
            branch = _emit(graph, module.branch, x, f"{name}/branch")
            shortcut = _emit(graph, module.shortcut, x, f"{name}/shortcut")
            total = graph.op("AddV2", f"{name}/add", [branch, shortcut], {"T": FLOAT})
            return _relu(graph, total, f"{name}/relu")
        case _:
            raise TypeError(f"{name}: no rule to export {type(module).__name__}")


def _conv(graph: Graph, conv: nn.Conv2d, x: str, name: str) -> str:
    kernel = conv.kernel_size[0]
    plain = (conv.stride, conv.dilation, conv.groups, conv.padding) == ((1, 1), (1, 1), 1, (kernel // 2,) * 2)
    if not plain or conv.kernel_size != (kernel, kernel) or kernel % 2 == 0:
        raise ValueError(f"{name}: only convolutions that keep the size can be exported")
    # From [out, in, height, width].
    return _fused_conv(graph, x, name, conv.weight.permute(2, 3, 1, 0), conv.bias)


def _fused_conv(graph: Graph, x: str, name: str, weights: Tensor, bias: Tensor | None) -> str:
    """A convolution with weights [height, width, in, out]."""
    bias = torch.zeros(weights.shape[3]) if bias is None else bias
    inputs = [
        x,
        graph.floats(f"{name}/weights", weights.contiguous().numpy()),
        graph.floats(f"{name}/bias", bias.numpy()),
    ]
    attributes = {
        **_windows([1, 1, 1, 1], "SAME"),
        "dilations": integers([1, 1, 1, 1]),
        **_fused("BiasAdd"),
    }
    return graph.op("_FusedConv2D", name, inputs, attributes)


def _relu(graph: Graph, x: str, name: str) -> str:
    """A relu; one that follows a convolution is computed along with it."""
    last = graph.nodes[-1]
    if last["name"] == x and last["op"] == "_FusedConv2D":
        last["attr"] |= _fused("BiasAdd", "Relu")
        return x
    return graph.op("Relu", name, [x], {"T": FLOAT})


def _max_pool(graph: Graph, pool: nn.MaxPool2d, x: str, name: str) -> str:
    if pool.padding != 0 or pool.dilation != 1 or pool.ceil_mode:
        raise ValueError(f"{name}: only pools without padding can be exported")
    size, stride = int(pool.kernel_size), int(pool.stride)
    attributes = {"ksize": integers([1, size, size, 1]), **_windows([1, stride, stride, 1], "VALID")}
    return graph.op("MaxPool", name, [x], attributes)


def _gate(graph: Graph, gate: Gate, x: str, name: str) -> str:
    """The two dense layers become convolutions of one pixel, so that nothing has to be reshaped."""
    weights = _mean(graph, x, f"{name}/mean", keep=True)
    for key, dense in (("squeeze", gate.squeeze), ("excite", gate.excite)):
        weights = _fused_conv(graph, weights, f"{name}/{key}", dense.weight.T[None, None], dense.bias)
        if key == "squeeze":
            weights = _relu(graph, weights, f"{name}/relu")
    weights = graph.op("Sigmoid", f"{name}/sigmoid", [weights], {"T": FLOAT})
    return graph.op("Mul", f"{name}/scaled", [x, weights], {"T": FLOAT})


def _mean(graph: Graph, x: str, name: str, keep: bool) -> str:
    """The mean of each channel: [N, C], or [N, 1, 1, C]."""
    axes = graph.integers(f"{name}/axes", [1, 2])
    return graph.op("Mean", name, [x, axes], {"T": FLOAT, "keep_dims": {"b": keep}})


def _dense(graph: Graph, dense: nn.Linear, x: str, name: str) -> str:
    inputs = [
        x,
        graph.floats(f"{name}/weights", dense.weight.T.contiguous().numpy()),
        graph.floats(f"{name}/bias", dense.bias.numpy()),
    ]
    turned = {"transpose_a": {"b": False}, "transpose_b": {"b": False}}
    return graph.op("_FusedMatMul", name, inputs, {**turned, **_fused("BiasAdd")})


def _windows(strides: list[int], padding: str) -> Attributes:
    return {
        "T": FLOAT,
        "strides": integers(strides),
        "padding": text(padding),
        "data_format": text("NHWC"),
    }


def _fused(*steps: str) -> Attributes:
    return {"T": FLOAT, "fused_ops": texts(list(steps)), "num_args": {"i": "1"}, "epsilon": {"f": 0.0}}


def main() -> None:
    parser = argparse.ArgumentParser(prog="training.export", description=__doc__)
    parser.add_argument("run", type=Path, help="a run's folder with best.pt")
    parser.add_argument("out", type=Path, help="where model.json and weights.bin go")
    parser.add_argument("--store", choices=STORES, default="float16", help="how weights are stored")
    arguments = parser.parse_args()
    net: FerNet = load_best(arguments.run, torch.device("cpu"))
    export(net.trunk, {"labels": net.labels, "votes": net.votes}, arguments.out, arguments.store)
    print(f"{(arguments.out / 'weights.bin').stat().st_size:,} bytes of weights in {arguments.out}")


if __name__ == "__main__":
    main()
