"""Faces and what is none, as grey squares of 48 × 48 pixels, cut as the bot cuts them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ..dataset import SIDE

DRAWINGS = Path(__file__).with_name("drawings.txt")
"""The web photos that show drawn, painted and moulded faces alone, found by eye."""

PEOPLE = Path(__file__).with_name("people.txt")
"""Photos among those without a face in which there are people after all."""

HELD_OUT = 5
"""Every fifth photo is not trained on."""


@dataclass(frozen=True)
class Crops:
    """Grey `images` uint8 [N, 1, 48, 48], and BlazeFace's `scores` [N] of them (0: nobody proposed it)."""

    images: Tensor
    scores: Tensor

    def __len__(self) -> int:
        return len(self.images)

    def __getitem__(self, rows: Tensor) -> "Crops":
        return Crops(self.images[rows], self.scores[rows])


@dataclass(frozen=True)
class Examples:
    """What is trained on (faces of FER-2013, of web photos, and no faces) and what is held out."""

    fer: Crops
    web: Crops
    none: Crops
    held_web: Crops
    held_none: Crops


def load_examples(cuts: Path, fer: Path) -> Examples:
    """Reads what cut.ts wrote, and the cache of FER-2013 that dataset.py writes."""
    with np.load(fer) as arrays:
        train = (arrays["split"] == "train") & ~arrays["leaks"]
        no_face = arrays["counts"][:, 9]
        images = torch.from_numpy(arrays["images"])[:, None]
        face = images[torch.from_numpy(train & (no_face <= 1))]
        # Half of ten voters saw no face: grey nothing, drawings, words.
        voted_out = images[torch.from_numpy(train & (no_face >= 5))]
    drawings, people = (set(path.read_text().split("\n")) for path in (DRAWINGS, PEOPLE))
    web, web_held = _read(cuts / "web", lambda cut: _is_face(cut) and _name(cut) not in drawings)
    drawn, drawn_held = _read(cuts / "web", lambda cut: _name(cut) in drawings)
    none, none_held = _read(cuts / "none", lambda cut: _name(cut) not in people)
    return Examples(
        fer=Crops(face, torch.ones(len(face))),
        web=web[~web_held],
        none=_joined(none[~none_held], drawn[~drawn_held], Crops(voted_out, torch.ones(len(voted_out)))),
        held_web=web[web_held],
        held_none=_joined(none[none_held], drawn[drawn_held]),
    )


def random_examples(count: int, seed: int = 0) -> Examples:
    """Noise in the shape of examples, for trying the recipe where the data is not at hand."""
    random = torch.Generator().manual_seed(seed)
    images = torch.randint(0, 256, (count, 1, SIDE, SIDE), dtype=torch.uint8, generator=random)
    crops = Crops(images, torch.rand(count, generator=random))
    return Examples(crops, crops, crops, crops, crops)


def _read(path: Path, take: Callable[[dict[str, Any]], bool]) -> tuple[Crops, Tensor]:
    """The crops that are taken, and which of them stand in a photo that is held out."""
    cuts = json.loads(path.with_suffix(".json").read_text())
    images = np.fromfile(path.with_suffix(".bin"), dtype=np.uint8).reshape(-1, 1, SIDE, SIDE)
    rows = [row for row, cut in enumerate(cuts) if take(cut)]
    photos = {photo: index for index, photo in enumerate(sorted({cut["photo"] for cut in cuts}))}
    held = torch.tensor([photos[cuts[row]["photo"]] % HELD_OUT == 0 for row in rows])
    scores = torch.tensor([float(cuts[row]["blazeface"]) for row in rows])
    return Crops(torch.from_numpy(images[rows]), scores), held


def _name(cut: dict[str, Any]) -> str:
    return "/".join(Path(cut["photo"]).parts[-2:])


def _is_face(cut: dict[str, Any]) -> bool:
    """Two detectors agree, and there are pixels enough to see it."""
    return cut["ssd"] >= 0.6 and cut["blazeface"] >= 0.4 and cut["crop"]["side"] >= 20


def _joined(*parts: Crops) -> Crops:
    return Crops(torch.cat([part.images for part in parts]), torch.cat([part.scores for part in parts]))
