"""What the two heads are asked for. A target is a distribution, so mixing and distilling are one sum."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from .config import DistillConfig, LossConfig
from .dataset import EMOTIONS, Faces
from .nets import Heads


@dataclass(frozen=True)
class Targets:
    """Distributions [B, 7] for each head, or less than one in sum where a face counts for less."""

    labels: Tensor
    votes: Tensor


def targets_of(faces: Faces, rows: Tensor, config: LossConfig, weights: Tensor) -> Targets:
    """Smoothed one-hot labels weighted by class, and the votes as they fell."""
    labels = faces.labels[rows]
    one_hot = F.one_hot(labels, len(EMOTIONS)).float()
    smooth = one_hot * (1 - config.smoothing) + config.smoothing / len(EMOTIONS)
    return Targets(smooth * weights[labels, None], faces.votes[rows])


def taught(targets: Targets, answers: Targets, weight: float) -> Targets:
    """Targets that hold `weight` of what teachers answered."""
    return Targets(targets.labels.lerp(answers.labels, weight), targets.votes.lerp(answers.votes, weight))


def class_weights(labels: Tensor, balance: float) -> Tensor:
    """Weights [7], one on average over the faces; `balance` is the power of a class's rarity."""
    counts = torch.bincount(labels, minlength=len(EMOTIONS)).float()
    weights = counts.clamp(min=1) ** -balance
    return weights * counts.sum() / (weights * counts).sum()


def mixup(images: Tensor, targets: Targets, alpha: float) -> tuple[Tensor, Targets]:
    """Blends each face and its targets with another's (Zhang et al. 2018); one share for the batch."""
    gamma = torch._standard_gamma(torch.full((2,), alpha))
    share = float(gamma[0] / gamma.sum().clamp(min=1e-12))
    other = torch.randperm(len(images)).to(images.device)

    def blend(x: Tensor) -> Tensor:
        return share * x + (1 - share) * x[other]

    return blend(images), Targets(blend(targets.labels), blend(targets.votes))


def supervised(heads: Heads, targets: Targets, config: LossConfig) -> Tensor:
    """Cross-entropy of both heads."""
    votes = _cross_entropy(heads.votes, targets.votes)
    return _cross_entropy(heads.labels, targets.labels) + config.votes_weight * votes


def distilled(heads: Heads, teachers: list[Heads], config: DistillConfig) -> Tensor:
    """Cross-entropy against the teachers' averaged, softened answers (Hinton et al. 2015)."""
    total = heads.labels.new_zeros(())
    for index, logits in enumerate(heads):
        answers = [(teacher[index].float() / config.temperature).softmax(1) for teacher in teachers]
        total = total + _cross_entropy(logits / config.temperature, torch.stack(answers).mean(0))
    return total * config.temperature**2


def _cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    return -(target * logits.float().log_softmax(1)).sum(1).mean()
