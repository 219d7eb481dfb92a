"""PDF as vectors: lines keep their width in millimetres of the body, textures are lines and rings."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from app.paint.figure import paint_figure, planned
from app.paint.palette import Setting
from app.writers.writer import Figure, Writer

PAGE = (1123, 794)
"""A4 across in px of 1/96 inch: the page where no size is asked for."""
DOTS = 1200
PX = 96
"""Dots and px in an inch."""


def write(figure: Figure) -> bytes:
    """The figure as PDF, on a page as large as the size in px of 1/96 inch."""
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    width, height = figure.size or PAGE
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = QPdfWriter(buffer)
    pdf.setTitle("Plumbline")
    pdf.setCreator("Plumbline")
    pdf.setResolution(DOTS)
    pdf.setPageSize(QPageSize(QSizeF(width / PX, height / PX), QPageSize.Unit.Inch, "Figure",
                              QPageSize.SizeMatchPolicy.ExactMatch))
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(pdf)
    painter.scale(DOTS / PX, DOTS / PX)
    setting = Setting(figure.depth, figure.theme, 1.0, paper=True)
    page = QRectF(0, 0, width, height)
    plan = planned(figure.plates, figure.marks, figure.depth, page, figure.window)
    paint_figure(painter, plan, figure.marks, setting, page)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


WRITER = Writer(".pdf", write)
