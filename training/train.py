"""Trains one net: python -m training.train --config training/configs/X.toml --out var/training/X --resume."""

import argparse
import dataclasses
import os
import signal
import sys
from pathlib import Path

import torch

from .config import read_config
from .dataset import Splits, load_splits, random_splits
from .trainer import Trainer

SMOKE_STEPS = 2


def main() -> int:
    """Exit status 0 when the run is finished, 75 (try again) when it was stopped before."""
    arguments = _parser().parse_args()
    config = read_config(arguments.config)
    if arguments.smoke:
        config = dataclasses.replace(config, epochs=SMOKE_STEPS, batch=8, evaluate_every=1)
    torch.set_num_threads(arguments.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    splits = random_splits(config.batch) if arguments.smoke else _splits(arguments.out.parent)
    trainer = Trainer(config, splits, arguments.out, device)
    if arguments.resume and trainer.resume():
        print(f"goes on at step {trainer.step} of {trainer.steps}", flush=True)

    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop)
    return 0 if trainer.run(lambda: stopped) else os.EX_TEMPFAIL


def _splits(runs: Path) -> Splits:
    shared = Path(os.environ.get("MOODRING_SHARED", "../shared"))
    return load_splits(shared / "data" / "fer2013", runs / "fer2013.npz")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="training.train", description=__doc__)
    parser.add_argument("--config", type=Path, required=True, help="a file of training/configs")
    parser.add_argument(
        "--out", type=Path, required=True, help="the run's folder; teachers are looked up beside it"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on from the last checkpoint, if there is one"
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--smoke", action="store_true", help="two steps on noise: does the recipe still run?")
    return parser


if __name__ == "__main__":
    sys.exit(main())
