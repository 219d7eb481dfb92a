"""Names hidden and told one by one, by keys in both windows, and on pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.commands.table import run
from app.paint.naming import Name
from app.ui.canvas.pointing import UNTOLD, told_name
from app.ui.presenting import Presenting
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, spot_of


def press(widget: QWidget, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, with_key)
    QApplication.processEvents()


def guessed(window: Workbench) -> tuple[Name, ...]:
    return tuple(sorted((name for name in window.marks.labels if name.number), key=lambda name: name.number))


def told(window: Workbench) -> int:
    return sum(name.told for name in guessed(window))


def line(window: Workbench) -> str:
    return next((button.text() for button in window.stage.chips.ways_back if "ames" in button.text()), "")


def test_keys_hide_tell_and_hide_again(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "lower_crossed_syndrome")
    canvas = window.stage.canvas
    canvas.setFocus()
    press(canvas, Qt.Key.Key_Q)
    names = guessed(window)
    assert [name.number for name in names] == list(range(1, len(names) + 1))
    assert told(window) == 0
    assert line(window) == f"{len(names)} names hidden · end"
    press(canvas, Qt.Key.Key_Space)
    press(canvas, Qt.Key.Key_Space)
    assert [name.number for name in guessed(window) if name.told] == [1, 2]
    press(canvas, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert told(window) == 1
    for _ in names:
        press(canvas, Qt.Key.Key_Space)
    assert line(window) == "All names are told · end"
    press(canvas, Qt.Key.Key_Q)
    assert guessed(window) == ()
    assert window.marks.labels, "the labels stay"
    assert line(window) == ""


def test_without_labels_the_layer_is_asked_for(window: Workbench) -> None:
    window.stage.canvas.setFocus()
    press(window.stage.canvas, Qt.Key.Key_Q)
    assert window.session.state.labels == "layer"
    assert len(guessed(window)) > 20


def test_labels_stay_where_they_are_when_told(window: Workbench) -> None:
    press(window.stage.canvas, Qt.Key.Key_Q)
    window.stage.canvas.grab()
    before = [(label.box, label.leader) for label in window.stage.canvas._sheet._beside._labels]  # type: ignore[union-attr]
    press(window.stage.canvas, Qt.Key.Key_Space)
    window.stage.canvas.grab()
    assert before == [(label.box, label.leader) for label in window.stage.canvas._sheet._beside._labels]  # type: ignore[union-attr]


def test_blanks_are_alike_whatever_the_name(window: Workbench) -> None:
    press(window.stage.canvas, Qt.Key.Key_Q)
    window.stage.canvas.grab()
    labels = window.stage.canvas._sheet._beside._labels  # type: ignore[union-attr]
    by_column = {(round(label.leader[0][0]), label.side): set[tuple[float, float]]() for label in labels}
    for label in labels:
        by_column[round(label.leader[0][0]), label.side].add((label.blank, label.letters))
    assert all(len(found) == 1 for found in by_column.values())


def test_the_pointer_tells_no_name_that_is_hidden(qtbot: QtBot, window: Workbench) -> None:
    canvas = window.stage.canvas
    spot = spot_of(window, "front", "rectus_femoris-right")
    press(canvas, Qt.Key.Key_Q)
    qtbot.mouseMove(canvas, spot)
    assert canvas._pointer.name in ("", UNTOLD)
    names = {"rectus_femoris-right": "Rectus femoris, right"}
    assert told_name(window.marks, names, "rectus_femoris-right") == UNTOLD
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert "ectus femoris" not in canvas.accessibleDescription()
    for _ in guessed(window):
        press(canvas, Qt.Key.Key_Space)
    assert told_name(window.marks, names, "rectus_femoris-right") == "Rectus femoris, right"


def test_space_still_belongs_to_buttons_and_lists(window: Workbench) -> None:
    press(window.stage.canvas, Qt.Key.Key_Q)
    button = window.topbar.present
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    assert told(window) == 0
    feature = next(one for one in window.features if isinstance(one, Presenting))
    assert feature.window is not None
    feature.end()
    window.navigator.pages["pattern"].list.setFocus()
    press(window.navigator.pages["pattern"].list, Qt.Key.Key_Space)
    assert told(window) == 0
    assert chip_texts(window) is not None


def test_the_presentation_asks_as_the_window_does(qtbot: QtBot, window: Workbench) -> None:
    press(window, Qt.Key.Key_F11)
    feature = next(one for one in window.features if isinstance(one, Presenting))
    large = feature.window
    assert large is not None
    with qtbot.waitActive(large):
        large.activateWindow()
    press(large.canvas, Qt.Key.Key_Q)
    press(large.canvas, Qt.Key.Key_Space)
    press(large.canvas, Qt.Key.Key_PageDown)
    assert told(window) == 2
    assert "2 of" in large.foot.text
    press(large.canvas, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    press(large.canvas, Qt.Key.Key_PageUp)
    assert told(window) == 0
    click_line(qtbot, window, "muscle", "piriformis", "right")
    assert "iriformis" not in large.foot.text
    feature.end()


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_sheet_with_blanks_is_written(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"sheet.{ending}"
    assert run(["render", "--pattern", "lower_crossed_syndrome", "--hidden-names", "2", "-o", str(file)]) == 0
    assert file.stat().st_size > 1000
    if ending == "svg":
        text = file.read_text(encoding="utf-8")
        assert text.count('class="blank"') == text.count('<g class="label">') - 2


def test_a_bad_number_of_names_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["render", "--hidden-names", "many", "-o", str(tmp_path / "sheet.svg")])
    assert ended.value.code == 2
    assert "is not a number of names" in capsys.readouterr().err
