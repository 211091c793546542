"""A run is one TOML file; this is its schema, and the only place where a default stands."""

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self


class Table:
    """A frozen dataclass read from a TOML table; a name that the schema does not know is an error."""

    @classmethod
    def read(cls, table: dict[str, Any]) -> Self:
        known = {entry.name: entry.type for entry in fields(cls)}  # type: ignore[arg-type]
        if unknown := table.keys() - known.keys():
            raise ValueError(f"{cls.__name__} does not know {', '.join(sorted(unknown))}")
        return cls(**{name: _read(known[name], value) for name, value in table.items()})


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401
    return kind.read(value) if isinstance(value, dict) else value


@dataclass(frozen=True)
class NetConfig(Table):
    """A net's family (see nets.py), and each stage's channels, blocks, and whether a pool comes first."""

    family: str
    stem: int
    widths: list[int]
    blocks: list[int]
    pooled: list[bool]
    dropout: float = 0.3


@dataclass(frozen=True)
class OptimiserConfig(Table):
    """SGD with Nesterov momentum, a linear warm-up, then half a cosine down to zero."""

    learning_rate: float = 0.1
    momentum: float = 0.9
    weight_decay: float = 5e-4
    warmup_epochs: float = 2.0
    ema_decay: float = 0.999


@dataclass(frozen=True)
class LossConfig(Table):
    """What the heads learn. `class_balance` 0 counts every face alike, 1 every class alike.

    Faces are mixed up in `mixup_share` of the batches until `mixup_until` of the run is done: the end is for
    whole faces.
    """

    smoothing: float = 0.1
    votes_weight: float = 0.5
    mixup_share: float = 0.5
    mixup_alpha: float = 0.4
    mixup_until: float = 1.0
    class_balance: float = 0.0


@dataclass(frozen=True)
class DistillConfig(Table):
    """Finished runs beside this one, whose averaged answers are learned.

    With `weight` of the loss, at `temperature`: what they say of the very pictures that the net sees. With
    `clean_weight` of the targets: what they say of the unspoiled faces, which costs nothing once it is known.
    """

    teachers: list[str] = field(default_factory=list)
    weight: float = 0.8
    temperature: float = 2.0
    clean_weight: float = 0.0


@dataclass(frozen=True)
class AugmentConfig(Table):
    """How far a face is moved and spoiled; `*_share` is the share of faces that it happens to."""

    rotation: float = 0.2  # radians either way
    scale: float = 0.15  # size of the face, 1 ± this
    stretch: float = 0.08  # width against height, 1 ± this
    shift: float = 0.08  # of the picture's side, either way
    gamma: float = 0.35  # exponent, e to the ± this
    shade: float = 0.3  # light that grows from one side to the other
    noise: float = 0.04  # standard deviation at most, of the range of brightness
    erase_share: float = 0.3
    spoil_share: float = 0.12  # each of blur, low resolution, JPEG, noise


@dataclass(frozen=True)
class RunConfig(Table):
    """One training run. `sizes` holds [share of the run done, side in pixels, a multiple of 8].

    `start` names a finished run of the same net beside this one, whose weights it begins with.
    """

    net: NetConfig
    epochs: int
    start: str = ""
    seed: int = 1
    batch: int = 128
    sizes: list[list[float]] = field(default_factory=lambda: [[0.0, 48]])
    evaluate_every: int = 2
    optimiser: OptimiserConfig = OptimiserConfig()
    loss: LossConfig = LossConfig()
    distill: DistillConfig = DistillConfig()
    augment: AugmentConfig = AugmentConfig()


def read_config(path: Path) -> RunConfig:
    """Reads a run's TOML file. Raises ValueError for an unknown name, TypeError for a missing one."""
    return RunConfig.read(tomllib.loads(path.read_text()))
