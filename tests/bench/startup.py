"""Start-up: how long until a person sees the window, and until everything in it lives.

Each run is a fresh process with compiled modules and its own settings and cache, kept from run to run. `first` is the
first painted frame of the window, `live` the first one with content and body. What is told is the time of the process,
from the spawn on: it waits for nothing, and on a shared machine the clock on the wall counts the others, too.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.finish)

    def finish(self):
        # As for the product: after the frame has gone to the screen.
        print("first", time.process_time(), flush=True)
        with open("/proc/self/statm") as file:
            print("pages", file.read().split()[1], flush=True)
        QApplication.exit(0)

app = QApplication([])
window = Bare()
window.resize({width}, {height})
window.show()
sys.exit(app.exec())
"""
"""The floor F: a bare main window."""

PRODUCT = """
import os, sys, time
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
from app.__main__ import main
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication
import app.ui.start
import app.ui.window
app.ui.window.FIRST_SIZE = QSize({width}, {height})
told = set()

def tell(word):
    if word not in told:
        told.add(word)
        print(word, time.process_time(), flush=True)

def first():
    tell("first")

def live():
    tell("live")
    QTimer.singleShot(400, finish)

def finish():
    with open("/proc/self/statm") as file:
        print("pages", file.read().split()[1], flush=True)
    QApplication.exit(0)

def watch(kind, then):
    paint = kind.paintEvent
    def watched(self, event):
        # Its turn comes after the frame has gone to the screen, and before what the paint itself sets going.
        QTimer.singleShot(0, then)
        paint(self, event)
    kind.paintEvent = watched

class Watched(app.ui.start.Starter):
    def _build(self):
        super()._build()
        watch(sys.modules["app.ui.canvas.canvas"].BodyCanvas, live)

watch(app.ui.window.MainWindow, first)
app.ui.start.Starter = Watched
sys.argv[0] = "plumbline"
sys.exit(main([]))
"""
"""The product, started as ``plumbline`` starts it. Watched are the two paint events alone: a filter of all events would take
more time than much of what is measured."""


def surroundings(platform: str, size: tuple[int, int], folder: Path) -> dict[str, str]:
    """The environment of the runs: a screen at least `size` px large, all that is kept in a folder of their own."""
    # An interpreter that is told to keep no compiled modules would measure its own compiler.
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if platform == "offscreen":
        screen = {"name": "", "x": 0, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        screens = folder / "screens.json"
        screens.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        platform = f"offscreen:configfile={screens}"
    return told | {"QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
                   "PLUMBLINE_CACHE": str(folder / "cache"), "PLUMBLINE_SETTINGS": str(folder / "window.ini"),
                   "PLUMBLINE_SESSION": str(folder / "last.plumbline")}


def one_run(code: str, environment: dict[str, str]) -> dict[str, float]:
    """Milliseconds of the process from the spawn to each milestone, and memory in MB, of one fresh process."""
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60,
                         check=False)
    found: dict[str, float] = {}
    for line in out.stdout.splitlines():
        word, _, number = line.partition(" ")
        found.setdefault(word, float(number))
    if "first" not in found:
        raise RuntimeError(out.stderr or "no frame was painted")
    megabytes = found.pop("pages") * os.sysconf("SC_PAGE_SIZE") / 1e6
    return {word: moment * 1000 for word, moment in found.items()} | {"memory": megabytes}


def start_up(platform: str, size: tuple[int, int], runs: int = 9) -> dict[str, float]:
    """Medians over interleaved runs: ``F``, ``first`` and ``live`` in ms, ``bare`` and ``memory`` in MB."""
    bare, product = (code.replace("{width}", str(size[0])).replace("{height}", str(size[1])) for code in (BARE, PRODUCT))
    floors, products = [], []
    with tempfile.TemporaryDirectory() as folder:
        environment = surroundings(platform, size, Path(folder))
        one_run(bare, environment)
        for _ in range(3):
            # The first start compiles and remembers, the second keeps the picture of the remembered window.
            one_run(product, environment)
        for _ in range(runs):
            floors.append(one_run(bare, environment))
            products.append(one_run(product, environment))
    return {
        "F": statistics.median(run["first"] for run in floors),
        "first": statistics.median(run["first"] for run in products),
        "live": statistics.median(run["live"] for run in products),
        "bare": statistics.median(run["memory"] for run in floors),
        "memory": statistics.median(run["memory"] for run in products),
    }
