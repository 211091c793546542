"""Trains and exports the net that tells a face from what only looks like one to the detector.

python -m training.face_or_not.train, after `node training/face_or_not/cut.ts`.
"""

import argparse
import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..augment import augment, standardise
from ..average import WeightAverage
from ..config import AugmentConfig
from ..export import export
from ..nets import ConvUnit
from .data import Crops, Examples, load_examples, random_examples

STEPS, SMOKE_STEPS = 2500, 2
SEED = 1

BATCH = {"fer": 40, "web": 16, "none": 56, "spoiled": 16}
"""How many of each kind make a batch; the spoiled are faces cut wrongly."""

MINE_EVERY = 500
"""Steps between looks at all that is no face: what fools the net is shown more often from then on."""

AUGMENT = AugmentConfig(rotation=0.25, scale=0.15, shift=0.06, erase_share=0.25, spoil_share=0.2)


class FaceOrNot(nn.Module):
    """Standardised crops [B, 1, 48, 48] to one logit each [B, 1]; above 0 it is rather a face."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = nn.Sequential(
            ConvUnit(1, 12),
            nn.MaxPool2d(2),
            ConvUnit(12, 24),
            nn.MaxPool2d(2),
            ConvUnit(24, 48),
            ConvUnit(48, 48),
            nn.MaxPool2d(2),
            ConvUnit(48, 96),
            ConvUnit(96, 96),
        )
        self.dropout = nn.Dropout(0.2)
        self.logit = nn.Linear(96, 1)

    def forward(self, x: Tensor) -> Tensor:
        return self.logit(self.dropout(self.trunk(x).mean((2, 3))))


def train(examples: Examples, steps: int) -> FaceOrNot:
    """The averaged net after `steps`; the same one for the same seed and machine."""
    torch.manual_seed(SEED)
    net = FaceOrNot().to(memory_format=torch.channels_last)
    average = WeightAverage(net, 0.998)
    optimiser = torch.optim.AdamW(net.parameters(), weight_decay=0.02)
    chances = torch.ones(len(examples.none))
    for step in range(steps):
        if step % MINE_EVERY == 0 and step > 0:
            chances = 0.05 + answers(average.net, examples.none.images).sigmoid()
            print(json.dumps({"step": step} | figures(average.net, examples)), flush=True)
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * step / steps))
        images, truth = batch(examples, chances)
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(images.contiguous(memory_format=torch.channels_last))[:, 0]
        loss = F.binary_cross_entropy_with_logits(logits.float(), 0.01 + 0.98 * truth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        average.update(net, step)
    return average.net


def batch(examples: Examples, chances: Tensor) -> tuple[Tensor, Tensor]:
    """Faces first, then what is none: images as the net takes them, and 1 or 0 for each."""
    faces = torch.cat([_some(examples.fer, BATCH["fer"]), _some(examples.web, BATCH["web"])])
    none = examples.none.images[torch.multinomial(chances, BATCH["none"], replacement=True)]
    half = BATCH["spoiled"] // 2
    spoiled = wrongly_cut(torch.cat([_some(examples.fer, half), _some(examples.web, half)]))
    images = augment(torch.cat([faces, none, spoiled]), faces.shape[-1], AUGMENT)
    return images, (torch.arange(len(images)) < len(faces)).float()


def _some(crops: Crops, count: int) -> Tensor:
    return crops.images[torch.randint(len(crops), (count,))]


def wrongly_cut(faces: Tensor) -> Tensor:
    """Half of a face, a part of one, or a face on its head: what no box around a face holds."""
    count = len(faces)
    kind = torch.randint(0, 3, (count,))
    turn = torch.where(kind == 2, math.pi, 0.0) + (torch.rand(count) - 0.5)
    zoom = torch.where(kind == 1, torch.empty(count).uniform_(0.25, 0.45), torch.ones(count))
    way = torch.rand(count) * 2 * math.pi
    # In halves of the side, as affine_grid counts.
    far = torch.where(kind == 0, torch.empty(count).uniform_(0.9, 1.6), torch.where(kind == 1, 0.5, 0.0))
    rows = [
        torch.stack([zoom * turn.cos(), -zoom * turn.sin(), far * way.cos()], 1),
        torch.stack([zoom * turn.sin(), zoom * turn.cos(), far * way.sin()], 1),
    ]
    grid = F.affine_grid(torch.stack(rows, 1), list(faces.shape), align_corners=False)
    moved = F.grid_sample(faces.float(), grid, padding_mode="border", align_corners=False)
    return moved.round().to(torch.uint8)


@torch.no_grad()
def answers(net: FaceOrNot, images: Tensor) -> Tensor:
    """Logits [N] for bytes [N, 1, 48, 48]."""
    return torch.cat([net(standardise(part))[:, 0] for part in images.split(256)])


def figures(net: FaceOrNot, examples: Examples) -> dict[str, float]:
    """On held-out photos: the share of faces kept where 1 % of the proposals without a face gets through."""
    proposed = examples.held_none.images[examples.held_none.scores >= 0.3]
    none, web = answers(net, proposed), answers(net, examples.held_web.images)
    threshold = none.quantile(0.99)
    return {
        "threshold": round(float(threshold), 3),
        "web_kept": round(100 * float((web > threshold).float().mean()), 2),
        "web_at_0": round(100 * float((web > 0).float().mean()), 2),
        "none_at_0": round(100 * float((none > 0).float().mean()), 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="training.face_or_not.train", description=__doc__)
    parser.add_argument("--runs", type=Path, default=Path("var/training"), help="where the data lies")
    parser.add_argument("--out", type=Path, default=Path("models/face-or-not"), help="where the net goes")
    parser.add_argument("--smoke", action="store_true", help="two steps on noise: does the recipe still run?")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    data = arguments.runs
    examples = (
        random_examples(16) if arguments.smoke else load_examples(data / "face_or_not", data / "fer2013.npz")
    )
    net = train(examples, SMOKE_STEPS if arguments.smoke else STEPS)
    print(json.dumps(figures(net, examples)), flush=True)
    export(net.trunk, {"logit": net.logit}, arguments.out)


if __name__ == "__main__":
    main()
