"""The picture of the body on a hand-out, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from app.paint.figure import paint_plan, planned
from app.paint.palette import Setting
from app.writers.handout_picture import Picture

FORM = QSize(340, 428)
"""The form of the picture, px: at this size its words are as large as on a screen."""
FINE = 3.0
"""By so much finer it is painted, which makes more than 350 dots in an inch of paper."""


def body_image(picture: Picture) -> QImage:
    """The picture painted on white, fine enough for paper."""
    # The font database of Qt lives in the application; made here, it asks for no display.
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    image = QImage(FORM * FINE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(FINE, FINE)
    page = QRectF(0, 0, FORM.width(), FORM.height())
    setting = Setting(picture.depth, "light", 1.0, FINE, paper=True)
    paint_plan(painter, planned(picture.plates, picture.marks, picture.depth, page), picture.marks, setting)
    painter.end()
    return image
