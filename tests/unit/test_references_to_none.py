"""PySide6 6.12.0 loses a reference to None with each call on Python 3.11 and dies after some thousand calls."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPen, QTransform
app = QGuiApplication([])
image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
painter, path, pen = QPainter(image), QPainterPath(), QPen()
calls = [lambda: path.lineTo(1.0, 2.0), lambda: painter.drawPath(path), lambda: painter.setPen(pen),
         lambda: painter.setTransform(QTransform()), lambda: image.fill(0), lambda: painter.setOpacity(1.0)]
for call in calls:
    call()
before = sys.getrefcount(None)
for call in calls:
    for _ in range(100):
        call()
lost = before - sys.getrefcount(None)
painter.end()
sys.exit(1 if lost > 50 else 0)
"""


def test_qt_calls_keep_their_references_to_none() -> None:
    assert subprocess.run([sys.executable, "-c", PROBE], timeout=60, check=False).returncode == 0
