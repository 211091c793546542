"""What storing the weights costs: python -m training.storage var/training/fernet FIGURES.json.

The net with float32, float16 and uint8 weights on the public split, one view each.
"""

import argparse
import json
import os
from pathlib import Path

import torch

from .checkpoint import load_best
from .dataset import load_splits
from .export import as_stored
from .metrics import evaluate
from .tfjs_graph import STORES


def main() -> None:
    parser = argparse.ArgumentParser(prog="training.storage", description=__doc__)
    parser.add_argument("run", type=Path, help="a run's folder with best.pt, beside the decoded faces")
    parser.add_argument("out", type=Path, help="the JSON file to write")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    shared = Path(os.environ.get("MOODRING_SHARED", "../shared"))
    public = load_splits(shared / "data" / "fer2013", arguments.run.parent / "fer2013.npz").public
    net = load_best(arguments.run, torch.device("cpu"))
    nets = {"float32": net} | {store: as_stored(net, store) for store in STORES}
    figures = {store: evaluate(stored, public) for store, stored in nets.items()}
    arguments.out.write_text(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
