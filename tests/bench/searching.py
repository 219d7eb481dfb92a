"""A key stroke in the search, in the whole window: from the key to the hits, and their glow on the body.

Run as a program in a fresh process: ``python -m tests.bench.searching``; prints ms as JSON: `key` is the median, `worst` all but
the slowest twentieth, `glow` what the body then repaints.
"""

from __future__ import annotations

import json
import os
import statistics
import time

os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.content.cache import content
from app.resources import folders
from app.state.session import Session
from app.ui.load import load_plates
from app.ui.settings import Remembered
from app.ui.workbench import Workbench

WORDS = ("hip flexor", "slipped disc", "back of thigh", "psaos major", "gluteus maximus", "forward head", "sciatica left", "low back pain",
         "piriformis syndrome", "stairs", "kendall", "thomas test")
ROUNDS = 3


def window() -> Workbench:
    """The whole window with its content, 1920 by 1080 px."""
    made = Workbench(Session(), Remembered("light"))
    made.resize(QSize(1920, 1080))
    made.stage.canvas.animated = False
    made.show_content(content().atlas, ())
    made.show_plates(load_plates(folders().diagrams)[0])
    made.show()
    made.topbar.start_search()
    QApplication.processEvents()
    return made


def typed() -> dict[str, float]:
    """How long a key takes, ms, the first ones apart: they make the index."""
    bench = window()
    field = bench.topbar.search
    keys: list[float] = []
    glows: list[float] = []
    QTest.keyClicks(field, "warm")
    for word in WORDS * ROUNDS:
        field.clear()
        QApplication.processEvents()
        for letter in word:
            begun = time.process_time()
            QTest.keyClick(field, letter)
            done = time.process_time()
            QTest.qWait(1)
            keys.append((done - begun) * 1000)
            glows.append((time.process_time() - done) * 1000)
    return {"key": statistics.median(keys), "worst": statistics.quantiles(keys, n=20)[-1], "glow": statistics.median(glows)}


if __name__ == "__main__":
    application = QApplication([])
    print(json.dumps(typed()))
