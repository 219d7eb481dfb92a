"""The rule of work beside the window: it leaves alone what tells others with signals, since both would wait for ever."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import BuiltinFunctionType, FrameType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.ui.measuring import Measuring
from app.ui.taking_away import TakingAway
from app.ui.work import Work
from app.ui.workbench import Workbench
from tests.ui.test_handout_window import opened, shut

ROOT = Path(__file__).parent.parent.parent
HARMLESS = {"QBuffer", "QPdfWriter"}
"""Kinds of objects that could be listened to, but are made, used and ended with nobody listening, and listen to nobody."""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'


class Watch:
    """Notes which kinds of Qt's objects are used beside the window: the interpreter tells each call of a method while it is profiled."""

    def __init__(self) -> None:
        self.done = 0
        self.used: set[str] = set()

    def over(self, do: Callable[[], object]) -> Callable[[], object]:
        """The same under watch."""
        def watched() -> object:
            self.done += 1
            sys.setprofile(self._note)
            try:
                return do()
            finally:
                sys.setprofile(None)
        return watched

    def _note(self, _frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and isinstance(called, BuiltinFunctionType) and isinstance(called.__self__, QObject):
            self.used.add(type(called.__self__).__name__)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Watches all work that is begun."""
    watch, begin = Watch(), Work.begin

    def begin_watched(work: Work[object]) -> None:
        work._do = watch.over(work._do)
        begin(work)
    monkeypatch.setattr(Work, "begin", begin_watched)
    return watch


def test_the_watch_sees_what_is_forbidden(qtbot: QtBot, watch: Watch) -> None:
    # Nobody else connects anything meanwhile.
    work = Work(lambda: QTextDocument().setPlainText("a"))
    work.begin()
    work.wait()
    qtbot.waitUntil(work.isFinished)
    assert watch.used == {"QTextDocument"}


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", None])
def test_pictures_are_taken_away(qtbot: QtBot, window: Workbench, watch: Watch, tmp_path: Path, kind: str | None) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    taking = next(one for one in window.features if isinstance(one, TakingAway))
    taking.export_to(str(tmp_path / f"a.{kind}")) if kind else taking.copy_picture()
    qtbot.waitUntil(lambda: not taking.busy, timeout=30000)
    assert watch.done and watch.used <= HARMLESS


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_hand_out_with_a_logo(qtbot: QtBot, window: Workbench, watch: Watch, tmp_path: Path, kind: str) -> None:
    logo = tmp_path / f"logo.{kind}"
    logo.write_text(LOGO) if kind == "svg" else QImage(40, 20, QImage.Format.Format_RGB32).save(str(logo))
    window.kept = replace(window.kept, logo=str(logo))
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert preview.made and preview.made.sheet.body and preview.made.sheet.logo and not preview.made.missing
    assert watch.done and watch.used <= HARMLESS
    shut(qtbot, preview)


def test_the_body_is_bound_and_measured(qtbot: QtBot, window: Workbench, watch: Watch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # What is kept from before would not be bound anew.
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path))
    window.posing.ahead.apart = True
    measuring = next(one for one in window.features if isinstance(one, Measuring))
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    qtbot.waitUntil(lambda: window.posing.now == window.posing.wanted and not measuring.is_measuring, timeout=60000)
    assert watch.done >= 2 and watch.used <= HARMLESS


@pytest.mark.parametrize("kind", ["app.ui.beside.KIND", "app.ui.posture_panel.KIND", "app.ui.plotting.KIND"])
def test_what_a_part_beside_the_body_is_made_with_is_only_read(kind: str) -> None:
    module, _, name = kind.rpartition(".")
    probe = ("from PySide6.QtWidgets import QApplication; app = QApplication([]); from tests.ui.test_work_rule import Watch; "
             f"from importlib import import_module; from functools import partial; from {module} import {name}; watch = Watch(); "
             f"[watch.over(partial(import_module, one))() for one in {name}.modules]; "
             "import sys; assert 'numpy' in sys.modules; print(sorted(watch.used))")
    ended = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout.strip() == "[]", ended.stderr


def test_the_window_and_the_work_never_wait_for_each_other() -> None:
    ended = subprocess.run([sys.executable, "-m", "tests.ui.busy_handout"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
