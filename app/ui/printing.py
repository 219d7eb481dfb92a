"""Printing: the hand-out to a printer that is asked for, the body with a preview. Read in only when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from app.model.steps import at_once
from app.writers.handout import paint_page
from app.writers.handout_pages import Leaf
from app.writers.handout_sheet import Sheet

SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class PrintHandout(QObject):
    """Asks for a printer, then prints the pages of a hand-out."""

    def __init__(self, sheet: Sheet, leaf: Leaf, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet, self._leaf = sheet, leaf
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageSize(QPageSize(SIZES[sheet.paper]))
        self.printer.setFullPage(True)
        self.printer.setDocName(sheet.made.title)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.accepted.connect(self.print)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.setModal(True)
        self.dialog.show()

    def print(self) -> None:
        """Print; letters are sent as letters."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        leaf = self._leaf
        painter = QPainter(self.printer)
        for number in range(len(leaf.pages)):
            if number:
                self.printer.newPage()
            painter.save()
            scale = self.printer.paperRect(QPrinter.Unit.DevicePixel).width() / leaf.size.width()
            painter.scale(scale, scale)
            at_once(paint_page(painter, self._sheet, leaf, number))
            painter.restore()
        painter.end()
        QGuiApplication.restoreOverrideCursor()


class PrintPicture(QObject):
    """Previews a picture on a page across, and prints it from there."""

    def __init__(self, picture: QImage, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setPageOrientation(QPageLayout.Orientation.Landscape if picture.width() >= picture.height()
                                        else QPageLayout.Orientation.Portrait)
        self.printer.setDocName(title)
        self.dialog = QPrintPreviewDialog(self.printer, parent)
        self.dialog.setWindowTitle(f"Print: {title}")
        self.dialog.resize(960, 720)
        self.dialog.paintRequested.connect(self.paint)
        # Not sooner: the dialog goes on using the printer until it is gone.
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.show()

    def paint(self, printer: QPrinter) -> None:
        """Paint the picture as large as the page lets it be."""
        painter = QPainter(printer)
        page = QRectF(painter.viewport())
        size = QSizeF(self._picture.size()).scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(page.center().x() - size.width() / 2, page.center().y() - size.height() / 2, size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)
        painter.end()
