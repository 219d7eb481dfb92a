"""Opens the window in three steps: a picture of it, then the workbench with the content, then the body itself."""

from __future__ import annotations

import gc
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.model.frozen import frozen
from app.model.problem import UserError
from app.resources import folders
from app.ui.first_picture import keep_picture, picture_file, read_picture
from app.ui.kept import last_file
from app.ui.settings import Remembered, read_settings, settings_file, write_settings
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.state.state import State
    from app.ui.keeper import Keeper
    from app.ui.workbench import Workbench

SETTLED = 300
"""After this many ms the body is drawn sharply and at rest."""


@frozen
class Asked:
    """What the window is asked to show: None stands for nothing, so that the last state returns.

    `file` is the session file that the state is from; `told` is what must be told of it.
    """

    state: State | None = None
    file: Path | None = None
    told: str = ""


class Starter(QObject):
    """Builds the workbench once the first frame is out, so that nobody waits before an empty screen."""

    def __init__(self, remembered: Remembered, asked: Asked) -> None:
        super().__init__()
        self._remembered = remembered
        self._asked = asked
        last = last_file()
        # What is asked for goes before the last state.
        self._returns = asked.state is None and last is not None and last.exists()
        self._keeper: Keeper | None = None
        self._workbench: Workbench | None = None
        self._kept = False
        self._dark_desktop = QApplication.palette().window().color().lightness() < 128
        self.window = MainWindow(remembered, self._picture)
        self.window.painted.connect(self._build)
        self.window.closing.connect(self._close)

    def _picture(self, size: QSize, scale: float) -> QImage | None:
        """The kept picture; it is of the window with nothing chosen."""
        if self._asked.state is not None or self._returns:
            return None
        picture = read_picture(self._file(self._remembered, size * scale), _sources(), scale)
        self._kept = picture is not None
        return picture

    def _file(self, look: Remembered, size: QSize) -> Path | None:
        """The file of the picture for how the window looks, `size` in device px."""
        splitter = zlib.crc32(look.splitter.data()) if look.splitter else 0
        hints = QApplication.styleHints()
        # A number, not a name: Qt's namespace of constants takes long to load.
        contrast = hints.accessibility().contrastPreference().value
        desktop = f"{'dark' if self._dark_desktop else 'light'}{contrast or ''}"
        parts = "-posture" if look.posture else ""
        sheet = f"{look.labels}-{look.names}-{'-'.join(look.views)}-{'plumb' if look.plumb else 'bare'}"
        return picture_file(f"{look.theme}-{look.size}-{desktop}-{splitter:08x}-{sheet}{parts}", size)

    def _build(self) -> None:
        # Imported here: all this is read while the first frame is being looked at.
        from app.state.session import Session
        from app.ui import crash
        from app.ui.keeper import Keeper
        from app.ui.load import load_into
        from app.ui.workbench import Workbench

        handler = crash.install(crash.log_file())
        self._keeper = Keeper(last_file(), self)
        last, told = self._last(self._keeper) if self._returns else (None, "")
        session = Session(last or _first_state(self._asked.state, self._remembered))
        self._workbench = Workbench(session, self._remembered, self.window)
        self._workbench.posing.ahead.apart = True
        load_into(self._workbench)
        self.window.setCentralWidget(self._workbench)
        if not self._workbench.is_chosen:
            # So that one can type at once.
            self._workbench.topbar.search.setFocus()
        self._keeper.watch(self._workbench, self._asked.file)
        self._keeper.tell(told or self._asked.told)
        handler.save_first = self._keeper.save_now
        QTimer.singleShot(SETTLED, self._workbench, self._settle)

    def _last(self, keeper: Keeper) -> tuple[State | None, str]:
        """The last state, and what must be told of it."""
        from app.content.cache import content

        try:
            return keeper.restore(content().atlas)
        except UserError:
            # Without content there is nothing to show, and the window says so; what was kept stays as it is.
            keeper.let_go()
            return None, ""

    def _settle(self) -> None:
        from app.ui.load import get_ready

        gc.enable()
        gc.freeze()
        bench = self._workbench
        if bench:
            get_ready(bench)
        self._remember()
        if bench and bench.at_rest and bench.strip.isHidden() and not self._kept:
            size = self.window.size() * self.window.devicePixelRatioF()
            keep_picture(self._file(bench.remembered(), size), self.window.grab())

    def _remember(self) -> None:
        if self._workbench:
            write_settings(settings_file(), self._workbench.remembered())

    def _close(self) -> None:
        self._remember()
        if self._keeper:
            self._keeper.close()


def open_window(asked: Asked) -> int:
    """Open the window as it is asked for and return the exit code when it is closed."""
    # Collecting garbage while everything is being built finds none and takes long.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("plumbline")
    app.setApplicationDisplayName("Plumbline")
    starter = Starter(read_settings(settings_file()), asked)
    starter.window.open()
    code = app.exec()
    work = sys.modules.get("app.ui.work")
    if work:
        # What is still being painted needs the application, which goes with this function.
        work.wait_for_all()
    return code


def _first_state(asked: State | None, remembered: Remembered) -> State:
    """The state at a start: what was asked for goes before what is remembered."""
    from app.state.state import State

    plain = State()
    state = asked or plain
    return replace(
        state, labels=remembered.labels if state.labels == plain.labels else state.labels,
        names=remembered.names if state.names == plain.names else state.names,
        views=state.views if asked else remembered.views or plain.views,
        voice=remembered.voice if state.voice == plain.voice else state.voice, plumb=state.plumb and remembered.plumb)


def _sources() -> tuple[Path, ...]:
    """What the kept picture shows: it is stale when one of these is newer."""
    try:
        found = folders()
    except UserError:
        return ()
    return (*found.diagrams.glob("*.svg"), *found.data.glob("*/*.yaml"))
