"""How well a net reads faces it never saw."""

import torch
from torch import Tensor

from .augment import standardise
from .dataset import EMOTIONS, Faces
from .nets import FerNet, Heads

HAPPY, SAD = EMOTIONS.index("happy"), EMOTIONS.index("sad")


@torch.no_grad()
def predict(net: FerNet, images: Tensor, batch: int = 256) -> Heads:
    """Logits for bytes [N, 1, 48, 48], one view each."""
    parts = [net(standardise(part)) for part in images.split(batch)]
    return Heads(*(torch.cat(list(logits)).float() for logits in zip(*parts, strict=True)))


def evaluate(net: FerNet, faces: Faces) -> dict[str, float]:
    """Figures in percent (`nll` in nats), single view and averaged with the mirrored view (`flip_*`).

    `ferplus` counts the faces on which one of the seven has more votes than any other answer. `happy_sad`
    counts the faces labelled happy or sad, and takes the likelier of the two.
    """
    was_training = net.training
    net.eval()
    plain = predict(net, faces.images)
    mirrored = predict(net, faces.images.flip(3))
    net.train(was_training)
    single = Heads(*(logits.softmax(1) for logits in plain))
    both = Heads(*((a + b.softmax(1)) / 2 for a, b in zip(single, mirrored, strict=True)))
    flipped = {f"flip_{name}": value for name, value in _figures(both, faces).items()}
    return {name: round(value, 3) for name, value in (_figures(single, faces) | flipped).items()}


def _figures(heads: Heads, faces: Faces) -> dict[str, float]:
    clear = faces.majority >= 0
    pair = (faces.labels == HAPPY) | (faces.labels == SAD)
    happier = heads.labels[:, HAPPY] > heads.labels[:, SAD]
    return {
        "accuracy": _percent(heads.labels.argmax(1) == faces.labels),
        "macro_f1": _macro_f1(heads.labels.argmax(1), faces.labels),
        "happy_sad": _percent((happier == (faces.labels == HAPPY))[pair]),
        "ece": calibration_error(heads.labels, faces.labels),
        "nll": float(-heads.labels.gather(1, faces.labels[:, None]).clamp(min=1e-9).log().mean()),
        "ferplus": _percent((heads.votes.argmax(1) == faces.majority)[clear]),
        "ferplus_ece": calibration_error(heads.votes[clear], faces.majority[clear]),
    }


def calibration_error(probabilities: Tensor, truth: Tensor, bins: int = 15) -> float:
    """Expected calibration error in percent, over bins of equal width."""
    sure, answer = probabilities.max(1)
    right = (answer == truth).float()
    where = (sure * bins).long().clamp(max=bins - 1)
    gaps = torch.zeros(bins, device=sure.device).index_add(0, where, right - sure)
    return 100 * float(gaps.abs().sum()) / len(truth)


def _percent(right: Tensor) -> float:
    return 100 * float(right.float().mean())


def _macro_f1(answers: Tensor, truth: Tensor) -> float:
    scores = []
    for emotion in range(len(EMOTIONS)):
        said, meant = answers == emotion, truth == emotion
        both = 2 * (said & meant).sum()
        scores.append(float(both) / max(1, int(said.sum() + meant.sum())))
    return 100 * sum(scores) / len(scores)
