"""Work beside the window."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.work import Work


class Part(QObject):
    """A thing of the window that is garbage as soon as nobody knows it: it knows itself."""

    def __init__(self) -> None:
        super().__init__()
        self.own = self
        weakref.finalize(self, _note)


ENDED_IN: list[str] = []


def _note() -> None:
    ENDED_IN.append(threading.current_thread().name)


def test_what_the_window_leaves_is_never_ended_by_another_thread(qtbot: QtBot) -> None:
    ENDED_IN.clear()

    def litter() -> int:
        return len([[one] for one in range(200_000)])

    Part()
    work = Work(litter)
    with qtbot.waitSignal(work.ended):
        work.begin()
    assert work.result
    gc.collect()
    assert [threading.main_thread().name] == ENDED_IN and gc.isenabled()


def test_the_program_ends_cleanly_after_a_picture_was_copied() -> None:
    ended = subprocess.run([sys.executable, "-m", "tests.ui.closed_window"], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
