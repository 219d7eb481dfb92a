"""A frame of a moving body: the pose, all nodes, the paths that are painted and the painting, against R for the same view.

Run as a program in a fresh process: ``python -m tests.bench.posing WIDTH HEIGHT VIEW``; prints medians in ms as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.model.anatomy import ViewName
from app.model.posture import posture
from app.paint.body import paint_body
from app.paint.cache import load_drawings
from app.paint.marks import Marks
from app.paint.palette import Setting
from app.paint.plate import Plate
from app.paint.posed import model_of, posed_plate
from app.pose.kinematics import Pose, posed
from tests.bench.painting import flat, milliseconds

MARGIN = 40.0
"""mm around the body."""


class Frames:
    """Frames of one view on a picture, each in a posture of its own."""

    def __init__(self, plate: Plate, width: int, height: int) -> None:
        self.plate = plate
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.box = plate.box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        self.scale = min(width / self.box.width(), height / self.box.height())
        self.turn = 0
        self.setting = Setting("superficial", "light", 1.0 / self.scale)
        self.work = flat([(plate, 0.0, 0.0)], self.setting)

    def painter(self) -> QPainter:
        """A painter in mm."""
        self.image.fill(0xFFFAF9F6)
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(self.image.rect()))
        painter.scale(self.scale, self.scale)
        painter.translate(-self.box.topLeft())
        return painter

    def floor(self) -> None:
        """The same paths by the tightest loop."""
        painter = self.painter()
        for path, pen, fill in self.work:
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawPath(path)
        painter.end()

    def pose(self) -> Pose:
        """A posture that moves all of the body, another each time."""
        self.turn += 1
        step = self.turn * 0.1
        return posed(posture({"pelvic_tilt": 5.0 + step, "thoracic_kyphosis": 8.0 - step, "head_forward": 10.0 + step,
                              "shoulder_protraction_right": 5.0 + step, "shoulder_protraction_left": 5.0 + step}))

    def nodes(self) -> None:
        """Where all nodes go."""
        model_of(self.plate).binding.shift(self.pose().drawn)

    def frame(self) -> None:
        """A whole frame."""
        painter = self.painter()
        paint_body(painter, posed_plate(self.plate, self.pose()), Marks(), self.setting, self.box)
        painter.end()

    def moving(self) -> None:
        """A whole frame as the window paints it while the body moves."""
        painter = self.painter()
        paint_body(painter, posed_plate(self.plate, self.pose()), Marks(), replace(self.setting, moving=True), self.box)
        painter.end()

    def still(self) -> None:
        """A whole frame of the body as it was measured."""
        painter = self.painter()
        paint_body(painter, self.plate, Marks(), self.setting, self.box)
        painter.end()


def posing(size: tuple[int, int], view: str = "front") -> dict[str, float]:
    """The figures in a fresh process."""
    out = subprocess.run([sys.executable, "-m", "tests.bench.posing", str(size[0]), str(size[1]), view], capture_output=True, text=True,
                         env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                         timeout=300, check=True)
    found: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure at the size and view that the command line names."""
    view: ViewName = next(one for one in get_args(ViewName) if one == sys.argv[3])
    app = QApplication([])
    frames = Frames(load_drawings([view])[view], int(sys.argv[1]), int(sys.argv[2]))
    # As in the window, which has settled what it keeps by now.
    gc.collect()
    gc.freeze()
    for work in (frames.floor, frames.frame, frames.still):
        work()
    found = {"R": milliseconds(frames.floor), "posed": milliseconds(frames.frame), "still": milliseconds(frames.still),
             "moving": milliseconds(frames.moving), "nodes": milliseconds(frames.nodes)}
    app.quit()
    print(json.dumps(found | {"R": (found["R"] + milliseconds(frames.floor)) / 2}))


if __name__ == "__main__":
    main()
