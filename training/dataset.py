"""FER-2013 with its FER+ votes, from sheets of faces to arrays."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

EMOTIONS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")
"""The order of every vector of seven."""

SIDE = 48
"""Width and height of a face in pixels."""

VOTES = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
OTHER_VOTES = ("contempt", "unknown", "nf")


@dataclass(frozen=True)
class Faces:
    """N faces: grey `images` uint8 [N, 1, 48, 48]; `labels` int64 [N], an index into EMOTIONS; `votes`
    float32 [N, 7], each emotion's share of all FER+ votes (the sum lacks what contempt, "unknown" and
    "no face" got); `majority` int64 [N], the emotion with more votes than any other answer, or -1.
    """

    images: Tensor
    labels: Tensor
    votes: Tensor
    majority: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def to(self, device: torch.device) -> "Faces":
        return Faces(*(tensor.to(device) for tensor in (self.images, self.labels, self.votes, self.majority)))


@dataclass(frozen=True)
class Splits:
    """What is trained on, free of twins of any test face, and what checkpoints are chosen on."""

    train: Faces
    public: Faces


def load_splits(sheets: Path, cache: Path) -> Splits:
    """Reads a folder of sheets and labels.csv; the decoded faces are kept in `cache`, an .npz file.

    Training faces with a pixel-identical twin in the public or private test are left out.
    """
    if not cache.exists():
        _write_cache(sheets, cache)
    with np.load(cache) as arrays:
        split, leaks = arrays["split"], arrays["leaks"]
        return Splits(_select(arrays, (split == "train") & ~leaks), _select(arrays, split == "public"))


def random_splits(count: int, seed: int = 0) -> Splits:
    """Noise in the shape of faces, for trying the recipe where the data is not at hand."""
    random = torch.Generator().manual_seed(seed)
    images = torch.randint(0, 256, (count, 1, SIDE, SIDE), dtype=torch.uint8, generator=random)
    labels = torch.arange(count) % len(EMOTIONS)
    votes = torch.nn.functional.one_hot(labels, len(EMOTIONS)).float()
    faces = Faces(images, labels, votes, labels)
    return Splits(faces, faces)


def _select(arrays: np.lib.npyio.NpzFile, rows: np.ndarray) -> Faces:
    counts = torch.from_numpy(arrays["counts"][rows]).float()
    emotions = counts[:, : len(VOTES)]
    best = counts.max(1, keepdim=True).values
    clear = (counts == best).sum(1) == 1
    majority = torch.where(clear & (emotions.max(1).values == best[:, 0]), emotions.argmax(1), -1)
    return Faces(
        images=torch.from_numpy(arrays["images"][rows])[:, None],
        labels=torch.from_numpy(arrays["labels"][rows]),
        votes=emotions / counts.sum(1, keepdim=True).clamp(min=1),
        majority=majority,
    )


def _write_cache(sheets: Path, cache: Path) -> None:
    with (sheets / "labels.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["sheet"] for row in rows}
    pictures = {name: np.asarray(Image.open(sheets / name).convert("L")) for name in names}
    cache.parent.mkdir(parents=True, exist_ok=True)
    part = cache.with_suffix(".part.npz")
    np.savez(
        part,
        images=np.stack([_cut(pictures[r["sheet"]], int(r["column"]), int(r["line"])) for r in rows]),
        labels=np.array([EMOTIONS.index(r["emotion"]) for r in rows], dtype=np.int64),
        counts=np.array([[int(r[f"votes_{v}"]) for v in VOTES + OTHER_VOTES] for r in rows], dtype=np.uint8),
        split=np.array([r["split"] for r in rows]),
        leaks=np.array([r["twin_in_public"] != "0" or r["twin_in_private"] != "0" for r in rows]),
    )
    part.replace(cache)


def _cut(sheet: np.ndarray, column: int, line: int) -> np.ndarray:
    return sheet[line * SIDE : (line + 1) * SIDE, column * SIDE : (column + 1) * SIDE]
