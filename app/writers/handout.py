"""The hand-out as PDF, and its pages as pictures for the preview: both are painted from one layout.

All of it is told in steps: texts belong to one thread alone, so that of the window makes them, a few at a time.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
)

from app.card.leaflet import Handout
from app.model.steps import Steps, at_once
from app.writers.handout_pages import MARGIN, NUMBER, PADDING, Box, Head, Leaf, laid_out
from app.writers.handout_sheet import Sheet
from app.writers.handout_words import Words

DOTS = 1200
UNITS = 720
"""Dots of the PDF and units of the layout in an inch."""
INK, LINE, ALARM, PALE, QUIET = "#1a1918", "#8f8880", "#8c1d0b", "#f3f1ee", "#55504b"
ROUGH = 1.5
"""A picture that is by so much finer than the page is made smaller first."""


def get_ready(made: Handout) -> None:
    """Read what fills in the texts, and fill in some: the first time that takes longer than a page, and needs not the window."""
    Words(made)


def arranged_pages(sheet: Sheet) -> Steps[Leaf]:
    """The pages of a hand-out."""
    # The font database of Qt lives in the application; made here, it asks for no display.
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    logo = QSizeF(sheet.logo.size()) if sheet.logo else None
    return laid_out(sheet.made, Head(sheet.clinic.strip(), sheet.day, logo), sheet.paper)


def pdf_bytes(sheet: Sheet, leaf: Leaf) -> Steps[bytes]:
    """The hand-out as PDF; its text can be searched and copied."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pdf = QPdfWriter(buffer)
    pdf.setTitle(sheet.made.title)
    pdf.setCreator("Plumbline")
    pdf.setResolution(DOTS)
    pdf.setPageSize(QPageSize(leaf.size / UNITS, QPageSize.Unit.Inch, "Hand-out", QPageSize.SizeMatchPolicy.ExactMatch))
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(pdf)
    # As JPEG, white paper would turn a little grey round the body.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for number in range(len(leaf.pages)):
            if number:
                pdf.newPage()
            yield from _pdf_page(painter, sheet, leaf, number)
    finally:
        # Also where nobody waits for it any more: what is painted on must not go before its painter.
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def _pdf_page(painter: QPainter, sheet: Sheet, leaf: Leaf, number: int) -> Steps[None]:
    painter.save()
    painter.scale(DOTS / UNITS, DOTS / UNITS)
    try:
        yield from paint_page(painter, sheet, leaf, number)
    finally:
        painter.restore()


def page_pictures(sheet: Sheet, leaf: Leaf, width: int) -> Steps[tuple[QImage, ...]]:
    """The pages as pictures, `width` device px wide."""
    pictures = []
    for number in range(len(leaf.pages)):
        picture = yield from _page_picture(sheet, leaf, number, width)
        pictures.append(picture)
    return tuple(pictures)


def _page_picture(sheet: Sheet, leaf: Leaf, number: int, width: int) -> Steps[QImage]:
    scale = width / leaf.size.width()
    image = QImage(width, round(leaf.size.height() * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
                           | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    try:
        yield from paint_page(painter, sheet, leaf, number)
    finally:
        painter.end()
    return image


def paint_page(painter: QPainter, sheet: Sheet, leaf: Leaf, number: int) -> Steps[None]:
    """Paint one page in units of the layout."""
    for box in leaf.pages[number].boxes:
        painter.save()
        if box.kind == "picture" and sheet.body:
            _paint_image(painter, sheet.body, box.place)
        elif box.kind == "logo" and sheet.logo:
            _paint_image(painter, sheet.logo, box.place)
        elif box.text:
            _paint_text(painter, box)
        painter.restore()
        yield
    _paint_foot(painter, leaf, number)


def _paint_image(painter: QPainter, image: QImage, place: QRectF) -> None:
    """Paint a picture; one that is much finer than the page is made smaller with care first, else its lines would break up."""
    across = place.width() * painter.transform().m11()
    if image.width() > ROUGH * across:
        image = image.scaledToWidth(max(round(across), 1), Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(place, image)


def _paint_text(painter: QPainter, box: Box) -> None:
    assert box.text is not None
    left = 0.0
    if box.kind in ("frame", "note"):
        alarm = box.kind == "frame"
        painter.setPen(QPen(QColor(ALARM if alarm else LINE), 14 if alarm else 6))
        painter.setBrush(Qt.BrushStyle.NoBrush if alarm else QColor(PALE))
        painter.drawRoundedRect(box.place, 50, 50)
    if box.kind == "exercise":
        _paint_number(painter, box)
        left = NUMBER
    inner = PADDING if box.kind in ("frame", "note") else 0.0
    painter.translate(box.place.left() + left + inner, box.place.top() + inner)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    box.text.documentLayout().draw(painter, context)


def _paint_number(painter: QPainter, box: Box) -> None:
    """The number of an exercise in a ring at its first line."""
    assert box.text is not None
    font = QFont(box.text.defaultFont())
    size = font.pixelSize()
    font.setBold(True)
    ring = QRectF(box.place.left(), box.place.top() - 0.15 * size, 1.6 * size, 1.6 * size)
    painter.setPen(QPen(QColor(INK), 8))
    painter.drawEllipse(ring)
    painter.setFont(font)
    painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(box.number))


def _paint_foot(painter: QPainter, leaf: Leaf, number: int) -> None:
    font = QFont()
    font.setPixelSize(round(leaf.letters * 0.7))
    painter.setFont(font)
    painter.setPen(QColor(QUIET))
    line = QRectF(MARGIN, leaf.size.height() - MARGIN - leaf.letters, leaf.size.width() - 2 * MARGIN, leaf.letters)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "Made with Plumbline")
    if len(leaf.pages) > 1:
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"Page {number + 1} of {len(leaf.pages)}")


def write_handout(sheet: Sheet) -> bytes:
    """The hand-out as the bytes of a PDF file."""
    return at_once(pdf_bytes(sheet, at_once(arranged_pages(sheet))))
