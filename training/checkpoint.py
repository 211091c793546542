"""A run's state on disk: what resumes it exactly, and the averaged weights that are its result."""

import os
from pathlib import Path
from typing import Any

import torch

from .config import NetConfig
from .nets import FerNet

LAST, BEST, FINISHED = "last.pt", "best.pt", "finished.json"


def write_atomically(path: Path, value: dict[str, Any]) -> None:
    """Saves with torch so that a reader finds the old file or the new one, and never half of one."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        torch.save(value, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def random_state() -> dict[str, Any]:
    """Every random state that training draws from."""
    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []
    return {"cpu": torch.get_rng_state(), "cuda": cuda}


def restore_random_state(state: dict[str, Any]) -> None:
    """Goes on drawing where the checkpoint stopped; exactly, unless the run moves between CPU and GPU."""
    torch.set_rng_state(state["cpu"])
    if state["cuda"] and torch.cuda.is_available():
        torch.cuda.set_rng_state_all(state["cuda"])


def load_best(run: Path, device: torch.device) -> FerNet:
    """The finished net of a run, ready to answer. Raises FileNotFoundError while the run has none."""
    saved = torch.load(run / BEST, map_location=device, weights_only=True)
    net = FerNet(NetConfig.read(saved["net"])).to(device, memory_format=torch.channels_last)
    net.load_state_dict(saved["weights"])
    return net.eval().requires_grad_(False)
