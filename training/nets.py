"""The families of nets: a grey face in, one feature vector, two heads of seven logits out.

Only convolution, batch norm, relu, add, pooling, dense and a sigmoid gate are used, so that a net can be
rebuilt layer by layer in tfjs.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from .config import NetConfig
from .dataset import EMOTIONS


class Heads(NamedTuple):
    """Logits [B, 7] in the order of EMOTIONS: what the FER-2013 label says, and how FER+ voters spread."""

    labels: Tensor
    votes: Tensor


class ConvUnit(nn.Sequential):
    """Convolution without bias, batch norm, and a relu unless told otherwise."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, relu: bool = True) -> None:
        conv = nn.Conv2d(inputs, outputs, kernel, padding=kernel // 2, bias=False)
        layers: list[nn.Module] = [conv, nn.BatchNorm2d(outputs)]
        if relu:
            layers.append(nn.ReLU(inplace=True))
        super().__init__(*layers)


class Gate(nn.Module):
    """Squeeze and excitation (Hu et al. 2018): each channel is scaled by what the whole picture holds."""

    def __init__(self, channels: int, reduction: int = 8) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, channels // reduction)
        self.excite = nn.Linear(channels // reduction, channels)
        # Gates that start half shut halve the branches too, and the first epochs teach nothing.
        nn.init.constant_(self.excite.bias, 2.0)

    def forward(self, x: Tensor) -> Tensor:
        weights = torch.sigmoid(self.excite(torch.relu(self.squeeze(x.mean((2, 3))))))
        return x * weights[:, :, None, None]


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions and a gate, added to a shortcut."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.branch = nn.Sequential(
            ConvUnit(inputs, outputs), ConvUnit(outputs, outputs, relu=False), Gate(outputs)
        )
        self.shortcut = nn.Identity() if inputs == outputs else ConvUnit(inputs, outputs, 1, relu=False)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.branch(x) + self.shortcut(x))


BLOCKS: dict[str, type[nn.Module]] = {"se-resnet": ResidualBlock, "vgg": ConvUnit}
"""A family is what its stages are built of: made with the channels that come in and go out."""


def trunk(config: NetConfig) -> nn.Sequential:
    """A stem at full size, then stages of blocks; a pooled stage begins by halving the size."""
    layers: list[nn.Module] = [ConvUnit(1, config.stem)]
    inputs = config.stem
    for width, depth, pooled in zip(config.widths, config.blocks, config.pooled, strict=True):
        if pooled:
            layers.append(nn.MaxPool2d(2))
        for _ in range(depth):
            layers.append(BLOCKS[config.family](inputs, width))
            inputs = width
    return nn.Sequential(*layers)


class FerNet(nn.Module):
    """A trunk, global average pooling, and the two heads."""

    def __init__(self, config: NetConfig) -> None:
        super().__init__()
        self.trunk = trunk(config)
        self.dropout = nn.Dropout(config.dropout)
        self.labels = nn.Linear(config.widths[-1], len(EMOTIONS))
        self.votes = nn.Linear(config.widths[-1], len(EMOTIONS))
        self.apply(_initialise)

    def forward(self, x: Tensor) -> Heads:
        """Standardised faces [B, 1, S, S] to logits; S is 48 in use and may be smaller while training."""
        features = self.dropout(self.trunk(x).mean((2, 3)))
        return Heads(self.labels(features), self.votes(features))


def _initialise(module: nn.Module) -> None:
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
