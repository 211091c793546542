"""An exponential moving average of a net's weights and batch norm statistics: steadier than any one step."""

import copy

import torch

from .nets import FerNet


class WeightAverage:
    """`net` is the averaged copy. Early on it follows closely, later with `decay` per step."""

    def __init__(self, net: FerNet, decay: float) -> None:
        self.net = copy.deepcopy(net).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, net: FerNet, step: int) -> None:
        """Takes in the weights after step number `step`, counted from 0."""
        decay = min(self.decay, (1 + step) / (10 + step))
        for mean, new in zip(self.net.state_dict().values(), net.state_dict().values(), strict=True):
            if mean.is_floating_point():
                mean.lerp_(new, 1 - decay)
            else:
                mean.copy_(new)
