"""Painting: each kind of frame against the floor R, the same paths drawn by the tightest loop of QPainter.

Run as a program in a fresh process: ``python -m tests.bench.painting WIDTH HEIGHT``; prints medians in ms as JSON.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from app.content.cache import content
from app.model.knowledge import Atlas, ViewName
from app.model.look import MuscleState
from app.model.reference import Ref
from app.paint.cache import load_drawings
from app.paint.marks import Marks
from app.paint.palette import Setting, brush, contour_pen, detail_brush, detail_pen, form_fill
from app.paint.plate import Plate
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.pointing import Target
from app.ui.gestures import shape_names, shapes_of

ROUNDS = 15
STATES: tuple[MuscleState, ...] = ("tight_short", "weak", "tight_long", "conflict")


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some work, ms."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
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
    begun = time.perf_counter()
    for x, y in points:
        target.at(x, y)
    return (time.perf_counter() - begun) / len(points) * 1e6


def measured(app: QApplication, canvas: BodyCanvas) -> dict[str, float]:
    """All figures of one size."""
    found = {"R": floor(canvas)}
    turn = [0]

    def full() -> None:
        turn[0] += 1
        canvas.zoom_by(1.00001 if turn[0] % 2 else 1 / 1.00001)
        canvas.sharpen()
        canvas.repaint()

    def zoom() -> None:
        turn[0] += 1
        canvas.zoom_by(1.1 if turn[0] % 2 else 1 / 1.1)
        canvas.repaint()

    def hover() -> None:
        turn[0] += 1
        canvas.hover((("gluteus_maximus-right", "vastus_lateralis-left")[turn[0] % 2],))
        app.processEvents()

    def recolour() -> None:
        turn[0] += 1
        canvas.show_marks(marks_of(canvas, turn[0] % 4), "superficial", ("front", "back"))
        canvas.repaint()

    def slide() -> None:
        turn[0] += 1
        canvas.show_marks(Marks(), "intermediate", ("front", "back"), 0.3 + 0.01 * (turn[0] % 40))
        canvas.repaint()

    found["full"] = milliseconds(full)
    found["hover"] = milliseconds(hover)
    found["zoom"] = milliseconds(zoom)
    canvas.fit()
    canvas.repaint()
    found["recolour"] = milliseconds(recolour)
    slide()
    found["slide"] = milliseconds(slide)
    canvas.animated = True
    recolour()
    found["fade"] = milliseconds(canvas.repaint, 7)
    found["hit"] = hit_test(canvas)
    return found | {"R again": floor(canvas)}


def loaded() -> tuple[Atlas, dict[ViewName, Plate]]:
    """What every start reads."""
    return content().atlas, load_drawings(("front", "back"))


def main() -> None:
    """Measure at the size that the command line names, px."""
    width, height = int(sys.argv[1]), int(sys.argv[2])
    app = QApplication([])
    # Once before the clock runs: a diagram that has just changed is compiled anew.
    atlas, plates = loaded()
    load = milliseconds(loaded, 5)
    canvas = BodyCanvas()
    canvas.animated = False
    canvas.set_names(shape_names(atlas))
    canvas.set_plates(plates)
    canvas.resize(width, height)
    canvas.show_marks(Marks(), "superficial", ("front", "back"))
    canvas.show()
    while not canvas.windowHandle().isExposed():
        app.processEvents()
    canvas.repaint()
    assert shapes_of(atlas, Ref("gluteus_maximus", "right"))
    print(json.dumps(measured(app, canvas) | {"load": load}))


if __name__ == "__main__":
    main()
