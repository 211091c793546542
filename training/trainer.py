"""One run: steps, checkpoints, figures. Stopped at any moment, it goes on from its last checkpoint."""

import json
import math
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from .augment import augment
from .average import WeightAverage
from .checkpoint import BEST, FINISHED, LAST, load_best, random_state, restore_random_state, write_atomically
from .config import RunConfig
from .dataset import Splits
from .losses import Targets, class_weights, distilled, mixup, supervised, targets_of, taught
from .metrics import evaluate, predict
from .nets import FerNet, Heads

CHECKPOINT_SECONDS = 180


class Trainer:
    """Trains the net of `config` on `splits.train` and keeps the best averaged weights by `splits.public`.

    The folder `out` receives `last.pt` (everything needed to go on), `best.pt` (averaged weights),
    `metrics.jsonl` and, at the end, `finished.json`.
    """

    def __init__(self, config: RunConfig, splits: Splits, out: Path, device: torch.device) -> None:
        torch.manual_seed(config.seed)
        self.config, self.out, self.device = config, out, device
        self.train, self.public = splits.train.to(device), splits.public.to(device)
        self.net = FerNet(config.net).to(device, memory_format=torch.channels_last)
        if config.start:
            self.net.load_state_dict(load_best(out.parent / config.start, device).state_dict())
        self.average = WeightAverage(self.net, config.optimiser.ema_decay)
        self.optimiser = torch.optim.SGD(
            _with_decay(self.net, config.optimiser.weight_decay),
            momentum=config.optimiser.momentum,
            nesterov=True,
        )
        self.weights = class_weights(self.train.labels, config.loss.class_balance)
        self.answers = self._clean_answers() if config.distill.clean_weight > 0 else None
        self.teachers = self._load_teachers()
        self.steps_per_epoch = max(1, len(self.train) // config.batch)
        self.steps = config.epochs * self.steps_per_epoch
        self.step, self.best, self.seconds = 0, -1.0, 0.0
        self.loss = torch.zeros((), device=device)

    def run(self, stop: Callable[[], bool]) -> bool:
        """Trains to the end, or to the step after which `stop` says so. True when the run is finished."""
        self.out.mkdir(parents=True, exist_ok=True)
        self.net.train()
        saved = time.monotonic()
        order = self._order()
        while self.step < self.steps and not stop():
            started = time.monotonic()
            place = self.step % self.steps_per_epoch
            self._learn(order[place * self.config.batch :][: self.config.batch])
            self.step += 1
            self.seconds += time.monotonic() - started
            if self.step % self.steps_per_epoch == 0:
                self._end_epoch()
                # A teacher may still be learning beside this run: each epoch asks the best it has become.
                self.teachers = self._load_teachers()
                order = self._order()
            if time.monotonic() - saved > CHECKPOINT_SECONDS:
                self.save()
                saved = time.monotonic()
        self.save()
        return self.step >= self.steps

    def save(self) -> None:
        """Writes `last.pt`."""
        state = {
            "config": asdict(self.config),
            "net": self.net.state_dict(),
            "average": self.average.net.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "random": random_state(),
            "step": self.step,
            "best": self.best,
            "seconds": self.seconds,
            "loss": self.loss,
        }
        write_atomically(self.out / LAST, state)

    def resume(self) -> bool:
        """Goes back to `last.pt`; False when there is none. Raises ValueError when the config is another."""
        path = self.out / LAST
        if not path.exists():
            return False
        # Random states must stay where they were made, so nothing is moved while loading.
        state = torch.load(path, map_location="cpu", weights_only=True)
        if state["config"] != asdict(self.config):
            raise ValueError(f"{path} was trained with another config")
        self.net.load_state_dict(state["net"])
        self.average.net.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.best, self.seconds = state["step"], state["best"], state["seconds"]
        self.loss = state["loss"].to(self.device)
        restore_random_state(state["random"])
        return True

    def _clean_answers(self) -> Targets:
        """What the teachers say of the unspoiled faces and their mirror images, on average."""
        views = (self.train.images, self.train.images.flip(3))
        said: list[Heads] = []
        for name in self.config.distill.teachers:
            teacher = load_best(self.out.parent / name, self.device)
            with torch.autocast(self.device.type, torch.bfloat16):
                said += [predict(teacher, images) for images in views]
        return Targets(*(torch.stack([heads[i].softmax(1) for heads in said]).mean(0) for i in range(2)))

    def _load_teachers(self) -> list[FerNet]:
        if self.config.distill.weight == 0:
            return []
        return [load_best(self.out.parent / name, self.device) for name in self.config.distill.teachers]

    def _learn(self, rows: Tensor) -> None:
        config = self.config
        targets = targets_of(self.train, rows, config.loss, self.weights)
        if self.answers:
            answers = Targets(self.answers.labels[rows], self.answers.votes[rows])
            targets = taught(targets, answers, config.distill.clean_weight)
        images = augment(self.train.images[rows], self._side(), config.augment)
        mixing = self.step < config.loss.mixup_until * self.steps
        if mixing and float(torch.rand(())) < config.loss.mixup_share:
            images, targets = mixup(images, targets, config.loss.mixup_alpha)
        images = images.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16):
            heads = self.net(images)
            with torch.no_grad():
                said = [teacher(images) for teacher in self.teachers]
        loss = supervised(heads, targets, config.loss)
        if said:
            imitation = distilled(heads, said, config.distill)
            loss = (1 - config.distill.weight) * loss + config.distill.weight * imitation
        for group in self.optimiser.param_groups:
            group["lr"] = self._learning_rate()
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self.average.update(self.net, self.step)
        self.loss += loss.detach()

    def _end_epoch(self) -> None:
        epoch = self.step // self.steps_per_epoch
        figures: dict[str, float] = {}
        if epoch % self.config.evaluate_every == 0 or self.step == self.steps:
            with torch.autocast(self.device.type, torch.bfloat16):
                figures = evaluate(self.average.net, self.public)
        line = {
            "epoch": epoch,
            "side": self._side(),
            "learning_rate": round(self._learning_rate(), 5),
            "loss": round(float(self.loss) / self.steps_per_epoch, 4),
            "minutes": round(self.seconds / 60, 1),
            "images_per_second": round(self.step * self.config.batch / self.seconds),
        }
        print(json.dumps(line | figures), flush=True)
        with (self.out / "metrics.jsonl").open("a") as file:
            file.write(json.dumps(line | figures) + "\n")
        self.loss.zero_()
        if figures.get("flip_accuracy", -1.0) > self.best:
            self.best = figures["flip_accuracy"]
            best = {
                "net": asdict(self.config.net),
                "weights": self.average.net.state_dict(),
                "public": figures,
            }
            write_atomically(self.out / BEST, best)
        if self.step == self.steps:
            (self.out / FINISHED).write_text(json.dumps(line | figures | {"best": self.best}) + "\n")

    def _order(self) -> Tensor:
        """The epoch's shuffle, which depends on the seed and the epoch alone."""
        epoch = self.step // self.steps_per_epoch
        random = torch.Generator().manual_seed(self.config.seed * 100_003 + epoch)
        return torch.randperm(len(self.train), generator=random).to(self.device)

    def _side(self) -> int:
        progress = self.step / self.steps
        return int([side for start, side in self.config.sizes if progress >= start][-1])

    def _learning_rate(self) -> float:
        optimiser = self.config.optimiser
        warmup = (self.step + 1) / max(1.0, optimiser.warmup_epochs * self.steps_per_epoch)
        cosine = 0.5 * (1 + math.cos(math.pi * self.step / self.steps))
        return optimiser.learning_rate * min(1.0, warmup) * cosine


def _with_decay(net: nn.Module, decay: float) -> list[dict[str, object]]:
    """Weight decay for kernels alone: scales and offsets have nothing to gain from being small."""
    kernels = [weights for weights in net.parameters() if weights.ndim > 1]
    offsets = [weights for weights in net.parameters() if weights.ndim <= 1]
    return [
        {"params": kernels, "weight_decay": decay, "lr": 0.0},
        {"params": offsets, "weight_decay": 0.0, "lr": 0.0},
    ]
