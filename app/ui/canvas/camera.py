"""What part of the scene the canvas shows, as pure arithmetic between mm of the scene and px of the widget. No Qt."""

from __future__ import annotations

import math
from dataclasses import replace

from app.model.frozen import frozen

CLOSEST = 24.0
"""The largest scale, as a multiple of the one that fits the whole body."""

Box = tuple[float, float, float, float]
"""x, y, width, height."""


@frozen
class Camera:
    """`x`, `y` (mm) of the scene lie in the middle of the widget; `scale` is px per mm; `width`, `height` in px."""

    x: float
    y: float
    scale: float
    width: float
    height: float

    def to_scene(self, x: float, y: float) -> tuple[float, float]:
        """The point of the scene (mm) at a place of the widget (px)."""
        return self.x + (x - self.width / 2) / self.scale, self.y + (y - self.height / 2) / self.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """The place on the widget (px) of a point of the scene (mm)."""
        return (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2

    def exposed(self) -> Box:
        """The part of the scene that is shown, mm."""
        x, y = self.to_scene(0.0, 0.0)
        return x, y, self.width / self.scale, self.height / self.scale

    def zoomed(self, factor: float, at: tuple[float, float], limits: tuple[float, float]) -> Camera:
        """Closer by a factor, the scene's point under `at` (px) staying there; `limits` bound the scale (px per mm)."""
        scale = min(max(self.scale * factor, limits[0]), limits[1])
        x, y = self.to_scene(*at)
        return replace(self, scale=scale, x=x - (at[0] - self.width / 2) / scale, y=y - (at[1] - self.height / 2) / scale)

    def panned(self, across: float, down: float) -> Camera:
        """The picture moved by some px."""
        return replace(self, x=self.x - across / self.scale, y=self.y - down / self.scale)

    def kept_on(self, box: Box) -> Camera:
        """Moved so that its middle lies on a box of the scene (mm): the body cannot be lost."""
        x, y, width, height = box
        return replace(self, x=min(max(self.x, x), x + width), y=min(max(self.y, y), y + height))

    def between(self, other: Camera, share: float) -> Camera:
        """On the way to another camera of the same size, `share` 0..1 of it gone; the zoom feels even."""
        scale = math.exp(math.log(self.scale) * (1 - share) + math.log(other.scale) * share)
        # Where the scale changes, the middle moves as fast as the picture grows, else one would swing past the goal.
        moved = share if math.isclose(self.scale, other.scale) else (1 / self.scale - 1 / scale) / (1 / self.scale - 1 / other.scale)
        return replace(self, scale=scale, x=self.x + (other.x - self.x) * moved, y=self.y + (other.y - self.y) * moved)


def fitted(box: Box, size: tuple[float, float], margins: Box) -> Camera:
    """The camera that shows a box of the scene (mm) as large as it goes, inside margins (px: left, top, right, bottom)."""
    left, top, right, bottom = margins
    wide, high = max(size[0] - left - right, 1.0), max(size[1] - top - bottom, 1.0)
    scale = min(wide / max(box[2], 1.0), high / max(box[3], 1.0))
    x = box[0] + box[2] / 2 - (left - right) / 2 / scale
    y = box[1] + box[3] / 2 - (top - bottom) / 2 / scale
    return Camera(x, y, scale, size[0], size[1])
