"""Printing: the front view as PDF against what rsvg-convert makes of the same diagram."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable

os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from app.diagram.svg import read_drawing
from app.paint.cache import load_drawings
from app.paint.marks import Marks
from app.resources import folders
from app.writers.pdf import write
from app.writers.writer import Figure

ROUNDS = 5


def _timed(work: Callable[[], bytes]) -> tuple[float, float]:
    """The median ms of some work, and the size of what it makes in bytes."""
    times, made = [], b""
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        made = work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), float(len(made))


def on_paper() -> dict[str, float]:
    """ms and bytes of both; nothing where there is no rsvg-convert."""
    other = shutil.which("rsvg-convert")
    if other is None:
        return {}
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    assert app is not None
    diagrams = folders().diagrams
    figure = Figure(tuple(load_drawings(("front",)).values()), Marks(), "superficial", "light", None,
                    lambda view: read_drawing(diagrams / f"{view}.svg"))
    command = [other, "--format=pdf", str(diagrams / "front.svg")]
    ours, size = _timed(lambda: write(figure))
    its, its_size = _timed(lambda: subprocess.run(command, capture_output=True, check=True).stdout)
    return {"pdf": ours, "pdf size": size, "rsvg": its, "rsvg size": its_size}
