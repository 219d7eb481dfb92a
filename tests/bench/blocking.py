"""Blocking: the longest time for which each action keeps the event loop, while the whole window is used.

``python -m tests.bench.blocking [--size WxH]... [--views front,back]... [--profile ACTION]`` prints the actions, worst first.
A block is the time, of the window's thread alone, from an input to the return of its handler, or inside one turn of the event loop
with all that is painted in it. R is the full sharp repaint by the tightest loop of QPainter at that size.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pstats
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.anatomy import ViewName
from app.model.reference import Ref
from app.state.session import Session
from app.state.state import State
from app.ui.gestures import ref_of_shape
from app.ui.handing_out import HandingOut
from app.ui.handout_window import HandoutWindow
from app.ui.load import get_ready, load_into
from app.ui.settings import Remembered
from app.ui.window import MainWindow
from app.ui.workbench import Workbench
from tests.bench.painting import floor
from tests.ui.hands import spot_of

ROOT = Path(__file__).parent.parent.parent
SIZES, VIEWS = ("1280x800", "1920x1080"), ("front,back", "front,back,right,left")
MOST = 50.0
"""No block may last longer, ms."""
QUIET = 0.45
"""So long, s, after an action its motion and what it got ready are waited for."""

Action = tuple[str, Callable[[], object]]


class Watch:
    """Does actions in a window and keeps each one's longest block, ms."""

    def __init__(self, profiled: str = "") -> None:
        self.found: dict[str, float] = {}
        self._profiled = profiled

    def do(self, name: str, action: Callable[[], object]) -> None:
        """Do an action and wait until nothing moves."""
        profile = cProfile.Profile() if name == self._profiled else None
        if profile:
            profile.enable()
        longest = _taken(action)
        end = time.monotonic() + QUIET
        while time.monotonic() < end:
            longest = max(longest, _taken(_turn))
            time.sleep(0.001)
        if profile:
            profile.disable()
            pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
        self.found[name] = max(self.found.get(name, 0.0), longest)


def _taken(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def _turn() -> None:
    """One turn of the event loop, with what a loop that runs for itself does between two turns: it deletes what is done with."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(size: tuple[int, int], views: tuple[ViewName, ...]) -> MainWindow:
    """The window as it stands after a start."""
    window = MainWindow(Remembered("light"), _no_picture)
    window.resize(*size)
    bench = Workbench(Session(State(views=views)), Remembered("light"), window)
    bench.spread()
    load_into(bench)
    window.setCentralWidget(bench)
    window.show()
    window.activateWindow()
    for turn in range(30):
        QApplication.processEvents()
        time.sleep(0.02)
        if turn == 10:
            # As after a real start.
            get_ready(bench)
    gc.freeze()
    return window


def _no_picture(*_: object) -> None:
    return None


def _press(keys: str, widget: QWidget | None = None) -> Callable[[], None]:
    key = QKeySequence(keys)[0]

    def press() -> None:
        QTest.keyClick(widget or QApplication.focusWidget() or QApplication.activeWindow(), key.key(), key.keyboardModifiers())
    return press


def _trigger(bench: Workbench, action: str) -> Callable[[], None]:
    return cast(QAction, bench.actions_by_id[action]).trigger


def actions(bench: Workbench) -> Iterator[Action]:
    """What a person does, in an order in which it makes sense."""
    yield from _choosing(bench)
    yield from _searching(bench)
    yield from _looking(bench)
    yield from _rest(bench)
    yield from _posing(bench)


def _choosing(bench: Workbench) -> Iterator[Action]:
    pick, controller, stage = bench._pick, bench.controller, bench.stage
    yield "first pattern", lambda: pick("pattern", Ref("forward_tipped_pelvis"))
    yield "second pattern", lambda: pick("pattern", Ref("high_hip", "right"))
    yield "third pattern", lambda: pick("pattern", Ref("upper_crossed_syndrome"))
    yield "pattern taken back", lambda: pick("pattern", Ref("upper_crossed_syndrome"))
    yield "nothing chosen", _trigger(bench, "clear")
    yield "first pain", lambda: controller.click_area("low_back-right")
    yield "second pain", lambda: controller.click_area("lateral_hip-right")
    yield "third pain", lambda: controller.click_area("groin-right")
    for number, one in enumerate(("slump=positive", "slr=negative", "thomas=positive")):
        yield ("first answer", "second answer", "third answer")[number], lambda one=one: bench.follow(f"answer/{one}")
    for finding in list(bench.atlas.findings)[:4]:
        yield "finding answered", lambda finding=finding: bench.follow(f"answer/{finding}=positive")
    yield "cause", lambda: bench.follow("cause/piriformis_syndrome:right")
    yield "another cause", lambda: bench.follow("cause/iliopsoas_chain:right")
    yield "nothing chosen", _trigger(bench, "clear")
    for name in ("gluteus_maximus-right", "soleus-left", "trapezius-right"):
        yield "muscle clicked", lambda name=name: stage.canvas.muscle_clicked.emit(name)
    yield "muscle hidden", _trigger(bench, "hide")
    yield "all brought back", _trigger(bench, "bring_back")
    yield "back", _trigger(bench, "back")
    yield "forward", _trigger(bench, "forward")


def _searching(bench: Workbench) -> Iterator[Action]:
    field = bench.topbar.search
    yield "search begun", _press("Ctrl+K")
    yield "first letter", lambda: QTest.keyClicks(field, "p")
    for letter in "iriformis":
        yield "another letter", lambda letter=letter: QTest.keyClicks(field, letter)
    yield "hit taken", _press("Return", field)
    for key in ("Down", "Up", "Left", "Return"):
        yield f"cursor: {key}", _press(key, bench.stage.canvas)
    yield "whole body", _trigger(bench, "fit")


def _looking(bench: Workbench) -> Iterator[Action]:
    stage = bench.stage
    canvas = stage.canvas
    for name in bench.navigator.pages:
        yield f"list {name}", _trigger(bench, f"list_{name}")
    for depth in ("intermediate", "deep", "bone", "superficial"):
        yield f"depth {depth}", _trigger(bench, f"depth_{depth}")
    for _ in range(3):
        yield "fade", _trigger(bench, "fade_inwards")
    yield "depth superficial", _trigger(bench, "depth_superficial")
    yield "labels of the layer", _trigger(bench, "labels_layer")
    yield "muscle clicked with labels", lambda: canvas.muscle_clicked.emit("soleus-left")
    yield "labels off", _trigger(bench, "labels_none")
    yield "only what is chosen", _trigger(bench, "alone")
    yield "all again", _trigger(bench, "alone")
    for _ in range(4):
        yield "wheel", lambda: QApplication.sendEvent(canvas, _wheel(canvas))
    yield "whole body", _trigger(bench, "fit")
    window = bench.window()
    yield "made smaller", lambda: window.resize(window.width() - 120, window.height() - 60)
    yield "made larger", lambda: window.resize(window.width() + 120, window.height() + 60)
    before = " ".join(bench.session.state.views)
    for name in ("view_right", "view_front_back", "view_all"):
        yield f"views: {name.removeprefix('view_')}", _trigger(bench, name)
    yield "views as before", _trigger(bench, "view_all" if before.count(" ") == 3 else "view_front_back")


def _posing(bench: Workbench) -> Iterator[Action]:
    posing, pick = bench.posing, bench._pick
    yield "nothing chosen", _trigger(bench, "clear")
    yield "panel of posture opened", _trigger(bench, "posture")
    yield from _waiting("panel of posture opened")
    for number, pattern in enumerate(("forward_tipped_pelvis", "sway_back", "forward_head_and_neck")):
        yield ("pattern with the panel", "second pattern with it", "third pattern with it")[number], lambda to=pattern: pick("pattern", Ref(to))
    for angle in range(0, 20, 2):
        yield "joint tried", lambda angle=angle: posing.try_joint("pelvic_tilt", float(angle))
    yield "joint set", lambda: posing.set_joint("pelvic_tilt", 18.0)
    for percent in range(20, 150, 20):
        yield "how far tried", lambda percent=percent: posing.try_extent(percent)
    yield "how far set", lambda: posing.set_extent(140)
    yield "plots opened", _trigger(bench, "plots")
    yield from _waiting("plots opened")
    yield "joint tried with plots", lambda: posing.try_joint("pelvic_tilt", 6.0)
    yield "muscle with plots", lambda: bench.stage.canvas.muscle_clicked.emit("iliacus-right")
    yield "joint set with plots", lambda: posing.set_joint("pelvic_tilt", 9.0)
    yield "plots closed", _trigger(bench, "plots")
    yield "plots opened again", _trigger(bench, "plots")
    yield "plots closed", _trigger(bench, "plots")
    for name in ("neutral", "neutral", "beside_neutral", "beside_neutral", "ghost", "angles"):
        yield f"posture: {name}", _trigger(bench, name)
    yield "joint tried with ghost and angles", lambda: posing.try_joint("pelvic_tilt", 12.0)
    for name in ("ghost", "angles"):
        yield f"posture: {name}", _trigger(bench, name)
    before = " ".join(bench.session.state.views)
    for name in ("view_right", "view_all"):
        yield f"posed, views: {name.removeprefix('view_')}", _trigger(bench, name)
    yield "posed, views as before", _trigger(bench, "view_all" if before.count(" ") == 3 else "view_front_back")
    for depth in ("deep", "bone", "superficial"):
        yield f"posed, depth {depth}", _trigger(bench, f"depth_{depth}")
    for muscle in ("gluteus_maximus-right", "iliacus-left", "trapezius-right"):
        yield "posed, muscle clicked", lambda muscle=muscle: bench.stage.canvas.muscle_clicked.emit(muscle)
    yield "posed, labels of the layer", _trigger(bench, "labels_layer")
    yield "posed, labels off", _trigger(bench, "labels_none")
    yield "posed, undone", _trigger(bench, "undo")
    yield "posed, done again", _trigger(bench, "redo")
    yield "posed, pain", lambda: bench.controller.click_area("low_back-right")
    yield "panel of posture closed", _trigger(bench, "posture")
    yield "panel of posture opened again", _trigger(bench, "posture")
    yield "panel of posture closed", _trigger(bench, "posture")
    yield "all joints freed", posing.free
    yield "cause with steps", lambda: bench.follow("cause/iliopsoas_chain:right")
    for _ in range(4):
        yield "step", _trigger(bench, "step_next")
    yield "steps ended", _trigger(bench, "step_end")
    yield "nothing chosen", _trigger(bench, "clear")


def _rest(bench: Workbench) -> Iterator[Action]:
    for voice in ("clinical", "plain"):
        yield f"voice {voice}", lambda voice=voice: bench.sheet.speak(voice)
    for theme in ("dark", "light"):
        yield f"theme {theme}", _trigger(bench, f"theme_{theme}")
    yield "matrix opened", _trigger(bench, "matrix")
    yield "matrix closed", _trigger(bench, "matrix")
    yield "matrix opened again", _trigger(bench, "matrix")
    yield "pattern with the matrix", lambda: bench._pick("pattern", Ref("sway_back"))
    yield "matrix closed", _trigger(bench, "matrix")
    yield "picking", _trigger(bench, "pick")
    for ref in (ref_of_shape("low_back-right"), ref_of_shape("groin-left")):
        yield "area picked", lambda ref=ref: bench._pick("area", ref)
    yield "nothing chosen", _trigger(bench, "clear")
    yield "brush taken", _trigger(bench, "brush")
    canvas = bench.stage.canvas
    for name, muscle in (("first stroke", "gluteus_maximus-right"), ("another stroke", "biceps_femoris-right")):
        at = spot_of(bench, "back", muscle)
        yield f"{name} begun", lambda at=at: QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
        for step in (4, 8, 12):
            yield f"{name} drawn", lambda at=at, step=step: QTest.mouseMove(canvas, at + QPoint(0, step))
        yield f"{name} ended", lambda at=at: QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 12))
    yield "brush put down", _trigger(bench, "brush")
    yield from _handing_out(bench)


def _handing_out(bench: Workbench) -> Iterator[Action]:
    yield "nothing chosen", _trigger(bench, "clear")
    yield "first pattern", lambda: bench._pick("pattern", Ref("forward_tipped_pelvis"))
    yield "hand-out opened", _trigger(bench, "handout")
    yield from _waiting("hand-out opened")
    yield "hand-out in full", _handed(bench).side.parts["in_full"].toggle
    yield from _waiting("hand-out in full")
    yield "hand-out noted", lambda: _handed(bench).side.note.setPlainText("Ring me.")
    yield from _waiting("hand-out noted")
    yield "hand-out closed", _handed(bench).close


def _waiting(name: str) -> Iterator[Action]:
    """What was begun takes its time."""
    for _ in range(3):
        yield name, _nothing


def _nothing() -> None:
    """Do nothing."""


def _handed(bench: Workbench) -> HandoutWindow:
    window = next(one for one in bench.features if isinstance(one, HandingOut)).window
    assert window
    return window


def _wheel(canvas: QWidget) -> QWheelEvent:
    at = QPointF(canvas.rect().center())
    return QWheelEvent(at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                       Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)


def blocks(size: tuple[int, int], views: tuple[ViewName, ...], profiled: str = "") -> dict[str, float]:
    """The longest block of each action at a size (px) with some views, ms, and R."""
    app = QApplication.instance() or QApplication(["plumbline"])
    window = opened(size, views)
    bench = cast(Workbench, window.centralWidget())
    watch = Watch(profiled)
    for name, action in actions(bench):
        watch.do(name, action)
    found = watch.found | {"R": floor(bench.stage.canvas)}
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return found


def measured(size: str, views: str) -> dict[str, float]:
    """`blocks` in a fresh process."""
    out = subprocess.run([sys.executable, "-m", "tests.bench.blocking", "--alone", "--size", size, "--views", views], cwd=ROOT,
                         env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=600, check=True)
    return cast("dict[str, float]", json.loads(out.stdout.splitlines()[-1]))


def told(found: dict[str, float], head: str) -> Iterator[str]:
    """The lines that tell of the worst."""
    rest = dict(found)
    floor_ = rest.pop("R")
    over = sum(1 for took in rest.values() if took > MOST)
    yield f"{head}: R {floor_:.1f} ms, {over} of {len(rest)} actions above {MOST:.0f} ms"
    for name, took in sorted(rest.items(), key=_longest_first):
        yield f"  {name:<28}{took:7.1f} ms {took / floor_:6.2f} R {'' if took <= MOST else 'TOO LONG'}"


def _longest_first(entry: tuple[str, float]) -> float:
    return -entry[1]


def main() -> None:
    """Print the blocks for each size and set of views."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--size", action="append", help="WIDTHxHEIGHT of the window, px")
    ask.add_argument("--views", action="append", help="front,back")
    ask.add_argument("--alone", action="store_true", help="measure here and print JSON")
    ask.add_argument("--profile", default="", metavar="ACTION", help="print where the time of an action goes")
    said = ask.parse_args()
    for size in said.size or SIZES:
        for views in said.views or VIEWS:
            if said.alone or said.profile:
                width, height = map(int, size.split("x"))
                print(json.dumps(blocks((width, height), cast("tuple[ViewName, ...]", tuple(views.split(","))), said.profile)))
            else:
                print("\n".join(told(measured(size, views), f"{size}, {views.replace(',', ' ')}")), flush=True)


if __name__ == "__main__":
    main()
