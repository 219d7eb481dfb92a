"""The window itself. At first it shows a picture of how it looked at rest; then the workbench takes its place.

Little is imported here, and nothing of Qt that takes long to load (its namespace of constants, events, fonts): the
picture stands before the rest of the program is read.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from app.ui.settings import Remembered

FIRST_SIZE = QSize(1280, 800)
"""Size of the very first window, logical px."""
FRAME = QSize(16, 48)
"""What a system may set round a window, logical px: a display with no room for it is filled."""


FindPicture = Callable[[QSize, float], QImage | None]
"""Finds a picture for a size in logical px and a scale in device px per logical px."""


class MainWindow(QMainWindow):
    """Holds the workbench; `painted` tells that the first frame is out."""

    painted = Signal()
    closing = Signal()

    def __init__(self, remembered: Remembered, find_picture: FindPicture) -> None:
        super().__init__()
        self.setWindowTitle("Plumbline")
        self._find_picture = find_picture
        self._is_painted = False
        self._is_first = remembered.geometry is None or not self.restoreGeometry(remembered.geometry)
        if self._is_first:
            self.resize(FIRST_SIZE)

    def open(self) -> None:
        """Show the window. The very first one fills a small display: its foot would be below the edge."""
        needed, room = FIRST_SIZE + FRAME, self.screen().availableSize()
        if self._is_first and (room.width() < needed.width() or room.height() < needed.height()):
            self.showMaximized()
        else:
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the picture for the size that the window really got, while there is nothing else."""
        super().paintEvent(event)
        picture = None if self.centralWidget() else self._find_picture(self.size(), self.devicePixelRatioF())
        if picture:
            painter = QPainter(self)
            painter.drawImage(0, 0, picture)
            painter.end()
        if not self._is_painted:
            # After the paint the frame goes to the screen, and then the rest may begin.
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: what is worth keeping must be read while the window is still there."""
        self.closing.emit()
        super().closeEvent(event)
