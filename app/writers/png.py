"""PNG of any size; words, textures and marks grow with the picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from app.model.problem import UserError
from app.paint.figure import USUAL, paint_figure, paint_plan, planned
from app.paint.palette import Setting
from app.writers.writer import Figure, Writer


def write(figure: Figure) -> bytes:
    """The figure as PNG."""
    return png_bytes(picture(figure))


def picture(figure: Figure) -> QImage:
    """The figure as a picture.

    Raises UserError when the machine has no memory for it.
    """
    # The font database of Qt lives in the application; made here, it asks for no display.
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    width, height = figure.size or USUAL
    # Words and marks have their natural size on a picture of the usual size, and grow with a larger one.
    ratio = figure.fine or max(min(width / USUAL[0], height / USUAL[1]), 1.0)
    width, height = (round(width * figure.fine), round(height * figure.fine)) if figure.fine else (width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    _check(image)
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    setting = Setting(figure.depth, figure.theme, 1.0, ratio)
    page = QRectF(0, 0, width / ratio, height / ratio)
    plan = planned(figure.plates, figure.marks, figure.depth, page, figure.window)
    if figure.white:
        image.fill(QColor("white"))
        paint_plan(painter, plan, figure.marks, setting)
    else:
        paint_figure(painter, plan, figure.marks, setting, page)
    painter.end()
    return image


def png_bytes(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file.

    Raises UserError when the machine had no memory for it.
    """
    _check(image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _check(image: QImage) -> None:
    if image.isNull():
        raise UserError("a picture of so many pixels is too large for this machine; ask for a smaller --size")


WRITER = Writer(".png", write)
