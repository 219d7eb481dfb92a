"""``python -m tests.walk [--actions N] [--seed S]``: walks, tells of every fault, and whether memory stayed."""

from __future__ import annotations

import argparse
import faulthandler
import gc
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.walk.walker import Walker

FIRST = 2000
"""Memory is compared with what it was after so many actions."""
MORE = 0.20
"""It may grow by this share 0..1."""
PAGE = os.sysconf("SC_PAGE_SIZE") / 1e6
HARMLESS = ("propagateSizeHints", "plugin does not support raise", "grabbing the keyboard")
"""What the offscreen platform says of itself."""


class Faults:
    """Every exception and every warning of Qt, with what had just been done."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.last: Callable[[], str] = str

    def raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Python calls this with an exception that nobody caught."""
        self._note(f":\n{''.join(traceback.format_exception(kind, error, trace))}")

    def told(self, _kind: object, _context: object, text: str) -> None:
        """Qt calls this with a warning."""
        if not any(one in text for one in HARMLESS):
            self._note(f": Qt says: {text}")

    def _note(self, fault: str) -> None:
        self.found.append(f"after {self.last()}{fault}")
        # A long walk may be ended before it tells what it found.
        print(self.found[-1], file=sys.stderr, flush=True)


def memory() -> float:
    """What the process holds now, MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def walk(actions: int, seed: int, tell: Callable[[str], None] = print) -> list[str]:
    """Walk that many actions in the window, opened as at a start, and return the faults."""
    from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from app.ui.settings import read_settings, settings_file
    from app.ui.start import SETTLED, Asked, Starter
    from app.ui.workbench import Workbench
    from tests.walk.walker import Walker

    app = QApplication.instance() or QApplication(["plumbline"])
    assert app is not None
    starter = Starter(read_settings(settings_file()), Asked())
    starter.window.show()
    started_up = QEventLoop()
    QTimer.singleShot(SETTLED * 5, started_up.quit)
    started_up.exec()
    bench = starter.window.centralWidget()
    assert isinstance(bench, Workbench)
    faults = Faults()
    sys.excepthook = faults.raised
    before = qInstallMessageHandler(faults.told)
    walker = Walker(bench, seed, settings_file().parent)
    faults.last = lambda: " | ".join(walker.done[-4:])
    _take_steps(walker, actions, faults, tell)
    starter.window.close()
    starter.window.deleteLater()
    app.processEvents()
    qInstallMessageHandler(before)
    return faults.found


def _take_steps(walker: Walker, actions: int, faults: Faults, tell: Callable[[str], None]) -> None:
    """Walk inside a loop of events, as a person does: what is to be deleted later is deleted only there."""
    from PySide6.QtCore import QEventLoop, QTimer

    started, held, done = time.monotonic(), 0.0, 0
    loop, timer = QEventLoop(), QTimer()

    def step() -> None:
        nonlocal held, done
        done += 1
        if done == FIRST:
            held = _memory_at_rest(walker)
            tell(f"at rest {held:.0f} MB after {FIRST} actions")
        if done % 500 == 0:
            tell(f"{done} actions, {time.monotonic() - started:.0f} s, {memory():.0f} MB, {len(faults.found)} faults")
        if done >= actions:
            timer.stop()
            loop.quit()
        walker.act()

    timer.timeout.connect(step)
    timer.start(0)
    loop.exec()
    last = _memory_at_rest(walker)
    tell(f"at rest {last:.0f} MB at the end")
    if held and last > held * (1 + MORE):
        faults.found.append(f"memory grew from {held:.0f} MB after {FIRST} actions to {last:.0f} MB")


def _memory_at_rest(walker: Walker) -> float:
    """What the process holds when nothing but the window is open and nothing is chosen, MB."""
    from app.ui.memory import give_back

    walker.rest()
    gc.collect()
    # As the window does itself a second later, when it has kept what was chosen.
    give_back()
    return memory()


def main() -> int:
    """Read the options and walk."""
    parser = argparse.ArgumentParser(prog="python -m tests.walk")
    parser.add_argument("--actions", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        # A walker touches nothing that a person keeps.
        os.environ |= {"PLUMBLINE_SETTINGS": f"{folder}/window.ini", "PLUMBLINE_SESSION": f"{folder}/last.plumbline"}
        faults = walk(args.actions, args.seed)
    print("\n\n".join(faults) or "no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    sys.exit(main())
