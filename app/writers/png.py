"""PNG of any size; words, textures and marks grow with the picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from app.model.problem import UserError
from app.paint.figure import USUAL, paint_figure
from app.paint.palette import Setting
from app.writers.writer import Figure, Writer


def write(figure: Figure) -> bytes:
    """The figure as PNG."""
    # The font database of Qt lives in the application; made here, it asks for no display.
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    width, height = figure.size or USUAL
    image = QImage(width, height, QImage.Format.Format_RGB32)
    _check(image)
    # Words and marks have their natural size on a picture of the usual size, and grow with a larger one.
    ratio = max(min(width / USUAL[0], height / USUAL[1]), 1.0)
    painter = QPainter(image)
    painter.setClipRect(image.rect())
    painter.scale(ratio, ratio)
    setting = Setting(figure.depth, figure.theme, 1.0, ratio)
    paint_figure(painter, figure.plates, figure.marks, setting, QRectF(0, 0, width / ratio, height / ratio))
    painter.end()
    return png_bytes(image)


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
