"""Painting: each kind of frame against the floor R, the same paths drawn by the tightest loop of QPainter.

Run as a program in a fresh process: ``python -m tests.bench.painting WIDTH HEIGHT VIEWS`` (as front,back); prints medians in
ms, and memory in MB, as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.look import MuscleState
from app.model.posture import posture
from app.model.reference import Ref
from app.paint.cache import load_drawings
from app.paint.labels.drawing import ruler_for
from app.paint.labels.fitting import Fit, labels_of
from app.paint.labels.geometry import Box
from app.paint.labels.words import Letters
from app.paint.marks import Marks, build_marks
from app.paint.palette import Setting, brush, contour_pen, detail_brush, detail_pen, form_fill
from app.paint.plate import Form, Plate
from app.state.state import Depth, State
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.pointing import Target
from app.ui.canvas.stance import Stance
from app.ui.meant import shape_names, shapes_of

ROUNDS = 15
LINED = Ref("intercostals")
"""A muscle with hundreds of lines along which it is attached."""
RESTED = 2.0
"""So long, s, nothing is done before muscles are recoloured."""
STATES: tuple[MuscleState, ...] = ("tight_short", "weak", "tight_long", "conflict")


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some work, ms."""
    times = []
    for _ in range(rounds):
        # Of the process alone: on a shared machine the clock on the wall counts the others, too.
        begun = time.process_time()
        work()
        times.append((time.process_time() - begun) * 1000)
    return statistics.median(times)


def flat(plates: list[tuple[Plate, float, float]], setting: Setting) -> list[tuple[QPainterPath, QPen, QBrush]]:
    """Everything that a plain frame draws, in order, with ready pens and brushes: nothing is left to decide."""
    none = QBrush()
    out = []
    for plate, x, y in plates:
        for form in plate.forms:
            fill = brush(form_fill(form, None, False, "light"), 1.0, form.light)
            out.append((form.seen.translated(x, y), contour_pen(form, setting), fill))
            for detail in form.details:
                stroked = detail.part in ("fibre", "line")
                pen = detail_pen(detail, setting) if stroked else QPen(QColor(0, 0, 0, 0), 0)
                out.append((detail.path.translated(x, y), pen, none if stroked else detail_brush(detail, "light")))
    return out


def floor(canvas: BodyCanvas) -> float:
    """R: ms for the same paths at the same size and scale."""
    camera, ratio = canvas.camera, canvas.devicePixelRatioF()
    setting = Setting("superficial", "light", 1.0 / camera.scale, ratio)
    work = flat([(place.plate, place.x, place.y) for place in canvas.scene.places], setting)
    image = QImage(round(camera.width * ratio), round(camera.height * ratio), QImage.Format.Format_RGB32)
    zero = QPointF(*camera.to_widget(0.0, 0.0))

    def loop() -> None:
        image.fill(0xFFFAF9F6)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(image.rect()))
        painter.scale(ratio, ratio)
        painter.translate(zero)
        painter.scale(camera.scale, camera.scale)
        for path, pen, fill in work:
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawPath(path)
        painter.end()

    loop()
    return milliseconds(loop)


def marks_of(canvas: BodyCanvas, shift: int) -> Marks:
    """Twenty muscles in states that differ with `shift`."""
    ids = [form.id for place in canvas.scene.places for form in place.plate.forms if form.part == "muscle"]
    chosen = random.Random(5).sample(sorted(set(ids)), 20)
    return Marks(chosen=True, states={shape: STATES[(n + shift) % 4] for n, shape in enumerate(chosen)})


def hit_test(canvas: BodyCanvas) -> float:
    """Microseconds for the answer to "which muscle is here?", mean over points all over the body."""
    box, random_ = canvas.scene.box, random.Random(7)
    points = [(random_.uniform(0, box.width()), random_.uniform(0, box.height())) for _ in range(4000)]
    target = Target(canvas.scene, "superficial", None, areas=False)
    begun = time.process_time()
    for x, y in points:
        target.at(x, y)
    return (time.process_time() - begun) / len(points) * 1e6


def rest(app: QApplication) -> None:
    """Leave the window alone until it has got ready what it gets ready."""
    end = time.monotonic() + RESTED
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


class Frames:
    """Each kind of frame of one canvas, every time a little different from the last."""

    def __init__(self, app: QApplication, canvas: BodyCanvas, atlas: Atlas, plates: Mapping[ViewName, Plate]) -> None:
        self.app, self.canvas, self.views = app, canvas, tuple(plates)
        self.turn = 0
        self.asked = {name: build_marks(atlas, state, (), plates) for name, state in (
            ("labels", State(views=self.views, labels="layer")), ("selected", State(views=self.views, muscle=LINED)))}

    def next(self) -> int:
        """The number of the next frame."""
        self.turn += 1
        return self.turn

    def show(self, marks: Marks, depth: Depth = "superficial", fade: float = 0.0) -> None:
        """Show marks at once."""
        self.canvas.show_marks(marks, depth, self.views, fade)
        self.canvas.repaint()

    def full(self) -> None:
        """All painted sharp."""
        self.canvas.zoom_by(1.00001 if self.next() % 2 else 1 / 1.00001)
        self.canvas.sharpen()
        self.canvas.repaint()

    def zoom(self) -> None:
        """The first frame after a step of the wheel."""
        self.canvas.zoom_by(1.1 if self.next() % 2 else 1 / 1.1)
        self.canvas.repaint()

    def hover(self) -> None:
        """The pointer goes from one muscle to another."""
        self.canvas.hover((("gluteus_maximus-right", "vastus_lateralis-left")[self.next() % 2],))
        self.app.processEvents()

    def recolour(self) -> None:
        """Twenty muscles change their states."""
        self.show(marks_of(self.canvas, self.next() % 4))

    def slide(self) -> None:
        """The slider between two layers moves on."""
        self.show(Marks(), "intermediate", 0.3 + 0.01 * (self.next() % 40))

    def posture(self) -> None:
        """The body moves on, with nothing chosen."""
        step = self.next() % 40
        joints = posture({"pelvic_tilt": 0.5 * step, "lumbar_lordosis": 0.4 * step, "head_forward": 1.0 * step})
        self.canvas.stand(Stance(joints, moving=True))
        self.canvas.repaint()

    def labels(self) -> None:
        """The names of a layer are laid out for another scale."""
        camera, content = self.canvas.camera, self.canvas._content
        room = Box(16.0, 12.0, camera.width - 16.0, camera.height - 58.0)
        fit = Fit(camera.scale * (1 + 1e-4 * self.next()), *camera.to_widget(0.0, 0.0), room)
        labels_of(content.scene, content.marks, content.seen_depth, fit, Letters(ruler_for(self.canvas.font()), 13.0))


def measured(app: QApplication, canvas: BodyCanvas, frames: Frames) -> dict[str, float]:
    """All figures of one size."""
    found = {"R": floor(canvas)}
    for name in ("full", "hover", "zoom"):
        found[name] = milliseconds(getattr(frames, name))
    canvas.fit()
    canvas.repaint()
    frames.show(frames.asked["selected"])
    found["marked"] = milliseconds(frames.hover)
    frames.recolour()
    rest(app)
    found["recolour"] = milliseconds(frames.recolour)
    frames.slide()
    found["slide"] = milliseconds(frames.slide)
    canvas.animated = True
    frames.recolour()
    found["fade"] = milliseconds(canvas.repaint, 7)
    canvas.animated = False
    found["used"] = memory()
    found["hit"] = hit_test(canvas)
    found["R again"] = floor(canvas)
    frames.show(Marks())
    frames.posture()
    found["posture"] = milliseconds(frames.posture)
    canvas.stand(Stance())
    frames.show(frames.asked["labels"])
    return found | {"labels": milliseconds(frames.labels)}


def memory() -> float:
    """What the process holds in memory, MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def loaded() -> tuple[Atlas, tuple[Form, ...]]:
    """What every start reads: the content, and the forms of the views that it shows."""
    return content().atlas, unpacked(("front", "back"))


def unpacked(views: tuple[ViewName, ...]) -> tuple[Form, ...]:
    """All forms of some views, from the cache."""
    return tuple(form for plate in load_drawings(views).values() for form in plate.forms)


def four() -> tuple[Form, ...]:
    """All forms of all views, from the cache."""
    return unpacked(get_args(ViewName))


def main() -> None:
    """Measure at the size that the command line names, px."""
    width, height = int(sys.argv[1]), int(sys.argv[2])
    views: tuple[ViewName, ...] = tuple(view for view in get_args(ViewName) if view in sys.argv[3].split(","))
    app = QApplication([])
    # Once before the clock runs: a diagram that has just changed is compiled anew.
    atlas, _ = loaded()
    four()
    # As in a start, which collects no garbage.
    gc.disable()
    loads = {"load": milliseconds(loaded, 5), "plates": milliseconds(four, 5)}
    gc.enable()
    plates = load_drawings(views)
    canvas = BodyCanvas()
    canvas.animated = False
    canvas.set_names(shape_names(atlas))
    canvas.set_plates(plates)
    canvas.resize(width, height)
    canvas.show_marks(Marks(), "superficial", views)
    canvas.show()
    while not canvas.windowHandle().isExposed():
        app.processEvents()
    canvas.repaint()
    assert shapes_of(atlas, Ref("gluteus_maximus", "right"))
    print(json.dumps(measured(app, canvas, Frames(app, canvas, atlas, plates)) | loads))


if __name__ == "__main__":
    main()
