"""Prepares hand-outs while the window connects and disconnects as fast as it can; a test sees whether the process ends at all."""

from __future__ import annotations

import faulthandler
import time
from itertools import islice

from PySide6.QtCore import QMetaMethod, QTimer
from PySide6.QtWidgets import QApplication

from app.content.cache import content
from app.model.reference import Ref
from app.resources import folders
from app.state.choose import choose_pattern
from app.state.session import Session
from app.state.state import State
from app.ui.handing_out import HandingOut
from app.ui.handout_window import HandoutWindow
from app.ui.load import load_plates
from app.ui.settings import Remembered
from app.ui.work import wait_for_all
from app.ui.workbench import Workbench

HANDOUTS = 12
"""So many are made: each sets about a hundred texts."""
LIMIT = 120
"""A process that has not ended after so long (s) waits for ever; it ends with what each of its threads does."""
OBJECTS = 60
"""Qt guards the connections of all objects with 131 locks: these many that are in use meet others often."""


class Slow(QTimer):
    """Something to be connected with that gives other threads their turn while Qt holds the lock on its connections.

    Qt asks for the interpreter there in any case, and mostly has it at once; so the thread that would wait for ever is met each time.
    """

    def disconnectNotify(self, _signal: QMetaMethod) -> None:
        """Qt: somebody listens no more."""
        time.sleep(0.001)


def nothing() -> None:
    """Do nothing."""


def connect(timers: list[Slow], until: HandoutWindow) -> None:
    """Connect and disconnect timers, and let the window answer, until a hand-out is made."""
    while not until.resting:
        for timer in timers:
            timer.timeout.connect(nothing)
            timer.timeout.disconnect(nothing)
            QApplication.processEvents()


def main() -> None:
    """Open the window and make hand-outs one after another, each by opening the preview anew."""
    app = QApplication(["plumbline"])
    bench = Workbench(Session(State()), Remembered("light"))
    bench.show_content(content().atlas, ())
    bench.show_plates(load_plates(folders().diagrams)[0])
    bench.show()
    timers = [Slow() for _ in range(OBJECTS)]
    handing = next(one for one in bench.features if isinstance(one, HandingOut))
    for pattern in islice(bench.atlas.patterns.values(), HANDOUTS):
        bench.session.change(choose_pattern(State(), Ref(pattern.id, "right" if pattern.paired else None)))
        bench.actions_by_id["handout"].trigger()
        window = handing.window
        assert window
        connect(timers, window)
        assert window.made, "no pages"
        window.close()
    wait_for_all()
    bench.close()
    app.processEvents()


if __name__ == "__main__":
    faulthandler.dump_traceback_later(LIMIT, exit=True)
    main()
