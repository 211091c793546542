"""What happens to a face between the sheet and the net, a whole batch at a time.

A camera gives worse faces than FER-2013 does: tilted, off-centre, dark on one side, small, blurred, packed as
JPEG, behind a hand. All is drawn from torch's global random state, so that a resumed run is the same run.
"""

import math
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from .config import AugmentConfig
from .dataset import SIDE

LUMINANCE = torch.tensor(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ]
)
"""JPEG's usual quantisation of brightness at quality 50 (ITU-T T.81, table K.1)."""


def standardise(images: Tensor) -> Tensor:
    """Faces [B, 1, S, S] of any range to mean 0 and deviation 1 each: what every net here takes."""
    images = images.float()
    centred = images - images.mean((2, 3), keepdim=True)
    # A face of one flat colour has no deviation to divide by.
    return centred / centred.square().mean((2, 3), keepdim=True).sqrt().clamp(min=1e-3)


def augment(images: Tensor, side: int, config: AugmentConfig) -> Tensor:
    """Bytes [B, 1, 48, 48] to moved, spoiled, standardised faces [B, 1, side, side]."""
    faces = _move(images.float() / 255, side, config)
    faces = _some(faces, config.spoil_share, _shrink)
    faces = _some(faces, config.spoil_share, _blur)
    faces = _light(faces, config)
    faces = _some(faces, config.spoil_share, lambda some: _grain(some, config.noise))
    faces = _some(faces, config.spoil_share, _jpeg)
    return _some(standardise(faces), config.erase_share, _erase)


def _rand(like: Tensor, low: float = 0.0, high: float = 1.0) -> Tensor:
    """One even random number for each face, shaped [B, 1, 1, 1]."""
    return torch.rand(len(like), 1, 1, 1, device=like.device) * (high - low) + low


def _some(faces: Tensor, share: float, change: Callable[[Tensor], Tensor]) -> Tensor:
    """Changes about `share` of the faces."""
    chosen = (torch.rand(len(faces)) < share).nonzero()[:, 0].to(faces.device)
    return faces.index_copy(0, chosen, change(faces[chosen])) if len(chosen) else faces


def _move(faces: Tensor, side: int, config: AugmentConfig) -> Tensor:
    """Flip, turn, zoom, stretch and shift in one resampling; the border's pixels go on beyond it."""
    count, device = len(faces), faces.device
    angle, scale, stretch, across, down = (torch.rand(5, count, device=device) * 2 - 1).unbind()
    angle = angle * config.rotation
    zoom = 1 / (1 + scale * config.scale)
    wide = zoom * (1 + stretch * config.stretch) * (torch.randint(0, 2, (count,), device=device) * 2 - 1)
    high = zoom / (1 + stretch * config.stretch)
    rows = [
        torch.stack([wide * angle.cos(), -high * angle.sin(), 2 * config.shift * across], 1),
        torch.stack([wide * angle.sin(), high * angle.cos(), 2 * config.shift * down], 1),
    ]
    grid = F.affine_grid(torch.stack(rows, 1), [count, 1, side, side], align_corners=False)
    return F.grid_sample(faces, grid, padding_mode="border", align_corners=False)


def _light(faces: Tensor, config: AugmentConfig) -> Tensor:
    """Gamma, shade across the face, and too much or too little exposure, which clips."""
    side = faces.shape[-1]
    ramp = torch.linspace(-1, 1, side, device=faces.device)
    angle = _rand(faces, 0, 2 * math.pi)
    slope = angle.cos() * ramp[None, None, None, :] + angle.sin() * ramp[None, None, :, None]
    lit = faces.clamp(0, 1) ** (_rand(faces, -1, 1) * config.gamma).exp()
    lit = lit * (1 + slope * _rand(faces) * config.shade)
    return ((lit - 0.5) * _rand(faces, 0.7, 1.3) + 0.5 + _rand(faces, -0.15, 0.15)).clamp(0, 1)


def _shrink(faces: Tensor) -> Tensor:
    """As if the face had been 0.45 to 0.85 times as large; one size for the batch."""
    side = faces.shape[-1]
    small = max(8, round(side * float(torch.empty(()).uniform_(0.45, 0.85))))
    low = F.interpolate(faces, size=(small, small), mode="area")
    return F.interpolate(low, size=(side, side), mode="bilinear", align_corners=False)


def _blur(faces: Tensor) -> Tensor:
    """Out of focus by 0.4 to 1 pixel of 48; one strength for the batch."""
    sigma = float(torch.empty(()).uniform_(0.4, 1.0)) * faces.shape[-1] / SIDE
    taps = torch.exp(-0.5 * (torch.arange(-3, 4, device=faces.device) / sigma) ** 2)
    taps = taps / taps.sum()
    padded = F.pad(faces, (3, 3, 3, 3), mode="replicate")
    return F.conv2d(F.conv2d(padded, taps.view(1, 1, 1, 7)), taps.view(1, 1, 7, 1))


def _grain(faces: Tensor, most: float) -> Tensor:
    """The noise of a sensor in poor light."""
    return faces + torch.randn_like(faces) * _rand(faces, 0, most)


def _jpeg(faces: Tensor) -> Tensor:
    """What JPEG loses at quality 15 to 75: the cosine transform of each 8×8 block is rounded."""
    count, side = len(faces), faces.shape[-1]
    frequency = torch.arange(8, device=faces.device)
    cosine = torch.cos((2 * frequency[None, :] + 1) * frequency[:, None] * math.pi / 16) / 2
    cosine[0] /= math.sqrt(2)
    quality = _rand(faces, 15, 75)
    factor = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
    steps = (LUMINANCE.to(faces.device) * factor).clamp(min=1).view(count, 1, 1, 8, 8)
    blocks = (faces * 255 - 128).view(count, side // 8, 8, side // 8, 8).transpose(2, 3)
    coded = torch.round(cosine @ blocks @ cosine.T / steps) * steps
    decoded = (cosine.T @ coded @ cosine).transpose(2, 3).reshape(faces.shape)
    return ((decoded + 128) / 255).clamp(0, 1)


def _erase(faces: Tensor) -> Tensor:
    """A rectangle of 2 to 20 % of the face becomes one grey with grain: a hand, a cup, a lock of hair."""
    side = faces.shape[-1]
    area, aspect = _rand(faces, 0.02, 0.2), _rand(faces, -1.1, 1.1).exp()
    high, wide = (area * aspect).sqrt(), (area / aspect).sqrt()
    place = (torch.arange(side, device=faces.device) + 0.5) / side
    row = (place[None, None, :, None] - _rand(faces)).abs() < high / 2
    column = (place[None, None, None, :] - _rand(faces)).abs() < wide / 2
    grey = torch.randn_like(_rand(faces)) + 0.3 * torch.randn_like(faces)
    return torch.where(row & column, grey, faces)
