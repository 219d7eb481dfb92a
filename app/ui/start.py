"""Opens the window in three steps: a picture of it, then the workbench with the content, then the body itself."""

from __future__ import annotations

import gc
import sys
import zlib
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.model.problem import UserError
from app.resources import folders
from app.ui.first_picture import keep_picture, picture_file, read_picture
from app.ui.settings import Remembered, read_settings, settings_file, write_settings
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.state.state import State
    from app.ui.workbench import Workbench

SETTLED = 300
"""After this many ms the body is drawn sharply and at rest."""


class Starter(QObject):
    """Builds the workbench once the first frame is out, so that nobody waits before an empty screen."""

    def __init__(self, remembered: Remembered, state: State | None) -> None:
        super().__init__()
        self._remembered = remembered
        self._state = state
        self._workbench: Workbench | None = None
        self._kept = False
        self._dark_desktop = QApplication.palette().window().color().lightness() < 128
        self.window = MainWindow(remembered, self._picture)
        self.window.painted.connect(self._build)
        self.window.closing.connect(self._remember)

    def _picture(self, size: QSize, scale: float) -> QImage | None:
        """The kept picture; it is of the window with nothing chosen."""
        if self._state is not None:
            return None
        picture = read_picture(self._file(self._remembered, size * scale), _sources(), scale)
        self._kept = picture is not None
        return picture

    def _file(self, look: Remembered, size: QSize) -> Path | None:
        """The file of the picture for how the window looks, `size` in device px."""
        splitter = zlib.crc32(look.splitter.data()) if look.splitter else 0
        desktop = "dark" if self._dark_desktop else "light"
        sheet = f"{look.labels}-{look.names}-{'-'.join(look.views)}-{'plumb' if look.plumb else 'bare'}"
        return picture_file(f"{look.theme}-{desktop}-{splitter:08x}-{sheet}", size)

    def _build(self) -> None:
        # Imported here: all this is read while the first frame is being looked at.
        from app.state.session import Session
        from app.state.state import State
        from app.ui import crash
        from app.ui.load import load_into
        from app.ui.workbench import Workbench

        crash.install(crash.log_file())
        asked, plain = self._state or State(), State()
        # What was asked for goes before what is remembered.
        labels = self._remembered.labels if asked.labels == plain.labels else asked.labels
        names = self._remembered.names if asked.names == plain.names else asked.names
        views = asked.views if self._state else self._remembered.views or plain.views
        voice = self._remembered.voice if asked.voice == plain.voice else asked.voice
        session = Session(replace(asked, views=views, labels=labels, names=names, voice=voice,
                                  plumb=asked.plumb and self._remembered.plumb))
        self._workbench = Workbench(session, self._remembered, self.window)
        load_into(self._workbench)
        self.window.setCentralWidget(self._workbench)
        QTimer.singleShot(SETTLED, self._settle)

    def _settle(self) -> None:
        """What can wait until the window is in use."""
        # So that the first explanation need not wait for it.
        import_module("app.card.pages")
        import_module("app.card.next_step")
        gc.enable()
        gc.freeze()
        bench = self._workbench
        self._remember()
        if bench and bench.at_rest and not self._kept:
            size = self.window.size() * self.window.devicePixelRatioF()
            keep_picture(self._file(bench.remembered(), size), self.window.grab())

    def _remember(self) -> None:
        if self._workbench:
            write_settings(settings_file(), self._workbench.remembered())


def open_window(state: State | None) -> int:
    """Open the window in a state (None: nothing chosen) and return the exit code when it is closed."""
    # Collecting garbage while everything is being built finds none and takes long.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("plumbline")
    app.setApplicationDisplayName("Plumbline")
    starter = Starter(read_settings(settings_file()), state)
    starter.window.show()
    return app.exec()


def _sources() -> tuple[Path, ...]:
    """What the kept picture shows: it is stale when one of these is newer."""
    try:
        found = folders()
    except UserError:
        return ()
    return (*found.diagrams.glob("*.svg"), *found.data.glob("*/*.yaml"))
