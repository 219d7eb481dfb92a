"""Opens the window as a person does, copies the picture and closes the window; a test sees how the process ends."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.start import Asked, Starter, open_window
from app.ui.workbench import Workbench


def _copy_and_close() -> None:
    bench = next(one for one in QApplication.allWidgets() if isinstance(one, Workbench))
    bench.actions_by_id["view_all"].trigger()
    bench.actions_by_id["labels_layer"].trigger()
    bench.actions_by_id["copy_picture"].trigger()
    QTimer.singleShot(1500, QApplication.closeAllWindows)


_close = Starter._settle


def _settle(starter: Starter) -> None:
    _close(starter)
    _copy_and_close()


if __name__ == "__main__":
    Starter._settle = _settle
    sys.exit(open_window(Asked()))
