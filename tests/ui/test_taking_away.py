"""Copy, export and print what is shown: zoomed, in its theme, from the keyboard and with the mouse."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.ui.as_shown import figure_now, paint_apart
from app.ui.taking_away import TakingAway
from app.ui.told import Told
from app.ui.workbench import Workbench
from tests.ui.test_handout_window import dialog, folder

__all__ = ["folder"]

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def feature(window: Workbench) -> TakingAway:
    return next(one for one in window.features if isinstance(one, TakingAway))


def done(qtbot: QtBot, window: Workbench) -> str:
    """What was said when the work was done."""
    qtbot.waitUntil(lambda: not feature(window).busy, timeout=30000)
    note = window.findChild(Told)
    return note.text() if note else ""


def test_the_picture_is_copied_twice_as_fine_with_its_title(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("high_hip", "right")))
    QApplication.processEvents()
    size = window.stage.canvas.size()
    qtbot.keyClick(window, Qt.Key.Key_X, CTRL | SHIFT)
    assert "clipboard" in done(qtbot, window)
    held = QGuiApplication.clipboard().mimeData()
    picture = QImage(held.imageData())
    assert picture.size() == 2 * size
    assert held.text() == "High hip, right"


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_export_writes_the_format_that_the_name_tells(qtbot: QtBot, window: Workbench, folder: Path, kind: str) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    window.stage.zoom_in()
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    name = dialog().findChild(QLineEdit)
    assert name.text() == "flat-back.png"
    name.setText(f"mine.{kind}")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: feature(window).busy)
    assert f"mine.{kind}" in done(qtbot, window)
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF-"}[kind]
    assert (folder / f"mine.{kind}").read_bytes().startswith(begins)


def test_an_unknown_ending_is_told(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    feature(window).export_to(str(tmp_path / "mine.tiff"))
    assert "no diagram is written in this format" in done(qtbot, window)
    assert not (tmp_path / "mine.tiff").exists()


def test_a_zoomed_body_exports_what_is_seen(qtbot: QtBot, window: Workbench, tmp_path: Path) -> None:
    assert figure_now(window).window is None
    for _ in range(4):
        window.stage.zoom_in()
    figure = figure_now(window)
    canvas = window.stage.canvas
    assert figure.window and figure.size == (canvas.width(), canvas.height())
    assert figure.window.part == QRectF(*canvas.camera.exposed())
    zoomed, whole = paint_apart(figure), paint_apart(figure_now(window).__class__(
        figure.plates, figure.marks, figure.depth, figure.theme, figure.size, figure.drawing, None, figure.fine))
    assert zoomed.size() == whole.size() and zoomed != whole
    seen = window.stage.canvas.grab().toImage()
    middle = seen.rect().center()
    assert zoomed.width() >= seen.width()
    assert abs(zoomed.pixelColor(middle).lightness() - seen.pixelColor(middle).lightness()) < 60
    feature(window).export_to(str(tmp_path / "a.svg"))
    done(qtbot, window)
    root = ElementTree.parse(tmp_path / "a.svg").getroot()
    width = float(root.get("viewBox", "").split()[2])
    assert width == pytest.approx(figure.window.part.width(), rel=0.01)


def test_print_shows_a_preview_in_light_colours(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["theme_dark"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    done(qtbot, window)
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle().startswith("Print: ")]
    assert len(shown) == 1
    qtbot.keyClick(shown[0], Qt.Key.Key_Escape)
    assert not shown[0].isVisible()
    window.actions_by_id["theme_light"].trigger()


def test_one_thing_at_a_time(qtbot: QtBot, window: Workbench) -> None:
    for _ in range(3):
        window.actions_by_id["copy_picture"].trigger()
    assert "clipboard" in done(qtbot, window)


def test_a_window_that_closes_sooner_does_no_harm(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["copy_picture"].trigger()
    window.actions_by_id["handout"].trigger()
    qtbot.wait(30)
    window.close()
