"""A picture of the whole window, for documents and for looking at it without a display."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.model.look import ThemeName
from app.state.session import Session
from app.state.state import State
from app.ui.load import load_into
from app.ui.settings import Remembered
from app.ui.work import wait_for_all
from app.ui.workbench import Workbench


def window_picture(state: State, size: tuple[int, int], theme: ThemeName) -> QImage:
    """The window in a state, `size` device px wide and high, everything loaded and at rest."""
    app = QApplication.instance() or QApplication(["plumbline"])
    window = Workbench(Session(state), Remembered(theme))
    scale = window.devicePixelRatioF()
    window.resize(round(size[0] / scale), round(size[1] / scale))
    window.spread()
    load_into(window)
    app.processEvents()
    # What is still being measured beside the window belongs to the picture.
    wait_for_all()
    app.processEvents()
    picture = window.grab().toImage()
    window.close()
    return picture
