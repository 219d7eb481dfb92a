"""The hand-out in the window: by keys and by mouse from the start to the file, its parts, the note, the paper, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_cause, choose_pattern, clear
from app.state.state import State
from app.ui.handing_out import HandingOut
from app.ui.handout_window import HandoutWindow
from app.ui.slices import Slices
from app.ui.workbench import Workbench


@pytest.fixture
def folder(tmp_path: Path, own_settings: Path) -> Iterator[Path]:
    """The folder that file dialogs open in, which are Qt's own, so that a test can type into them."""
    store = QSettings(str(own_settings), QSettings.Format.IniFormat)
    store.setValue("folder", str(tmp_path))
    store.sync()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield tmp_path
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def opened(qtbot: QtBot, bench: Workbench) -> HandoutWindow:
    """The preview with its pages made."""
    feature = next(one for one in bench.features if isinstance(one, HandingOut))
    assert feature.window
    window = feature.window
    qtbot.waitUntil(lambda: window.resting, timeout=20000)
    return window


def text_of(made: HandoutWindow) -> str:
    assert made.made
    return " ".join(one.text for part in made.made.sheet.made.parts for one in part.told)


def dialog() -> QFileDialog:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())


def shut(qtbot: QtBot, preview: HandoutWindow) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def choose(window: Workbench) -> None:
    window.session.change(choose_cause(window.session.state, Ref("iliopsoas_chain", "right")))


def test_four_actions_with_keys_alone_make_the_pdf(qtbot: QtBot, window: Workbench, folder: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.topbar.search, "iliopsoas chain")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    feature = next(one for one in window.features if isinstance(one, HandingOut))
    assert feature.window
    # Enter at once, before the pages are there: it is not lost.
    qtbot.keyClick(feature.window.side.save, Qt.Key.Key_Return)
    preview = opened(qtbot, window)
    name = dialog().findChild(QLineEdit)
    assert name.text() == "iliopsoas-chain-right.pdf"
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil((folder / "iliopsoas-chain-right.pdf").is_file)
    assert (folder / "iliopsoas-chain-right.pdf").read_bytes().startswith(b"%PDF-")
    assert "Saved as iliopsoas-chain-right.pdf" in preview.side.status.text()
    shut(qtbot, preview)


def test_the_mouse_alone_makes_the_pdf_under_another_name(qtbot: QtBot, window: Workbench, folder: Path) -> None:
    choose(window)
    qtbot.mouseClick(window.topbar.handout, Qt.MouseButton.LeftButton)
    preview = opened(qtbot, window)
    qtbot.mouseClick(preview.side.save, Qt.MouseButton.LeftButton)
    asked = dialog()
    name = asked.findChild(QLineEdit)
    name.setText("mine")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil((folder / "mine.pdf").is_file)
    shut(qtbot, preview)


def test_a_part_that_is_not_ticked_is_not_on_the_page(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert preview.made and preview.made.sheet.body is not None and len(preview.pages) == 2
    do = preview.side.parts["do"]
    qtbot.mouseClick(do, Qt.MouseButton.LeftButton, pos=QPoint(8, do.height() // 2))
    qtbot.keyClick(preview.side.parts["picture"], Qt.Key.Key_Space)
    preview = opened(qtbot, window)
    assert preview.made.sheet.made.part("do") is None and preview.made.sheet.body is None
    assert len(preview.pages) == 1
    assert not preview.side.parts["causes"].isVisible()
    shut(qtbot, preview)


def test_the_note_is_the_states_and_on_the_page(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    qtbot.keyClicks(preview.side.note, "Ring me.")
    preview = opened(qtbot, window)
    assert window.session.state.note == "Ring me."
    assert "Ring me." in text_of(preview)
    window.session.change(choose_pattern(window.session.state, Ref("flat_back")))
    preview = opened(qtbot, window)
    assert "Flat back" in preview.made.sheet.made.title and "Ring me." in text_of(preview)
    shut(qtbot, preview)


def test_the_paper_can_be_letter(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    high = preview.pages[0].pixmap().height()
    qtbot.mouseClick(preview.side.papers["letter"], Qt.MouseButton.LeftButton)
    preview = opened(qtbot, window)
    assert preview.pages[0].pixmap().height() < high
    shut(qtbot, preview)


def test_one_page_is_enough_until_more_is_ticked_on(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(choose_pattern(State(), Ref("forward_tipped_pelvis")))
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert len(preview.pages) == 1 and not preview.side.parts["in_full"].isChecked()
    for part in ("in_full", "sources"):
        qtbot.mouseClick(preview.side.parts[part], Qt.MouseButton.LeftButton, pos=QPoint(12, 8))  # type: ignore[index]
    preview = opened(qtbot, window)
    assert len(preview.pages) == 2 and preview.made and preview.made.sheet.made.numbers
    shut(qtbot, preview)


def test_where_nothing_is_chosen_it_says_what_to_do_and_then_follows(qtbot: QtBot, window: Workbench) -> None:
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert "choose a pattern" in preview.pages[0].text()
    assert not preview.side.save.isEnabled()
    choose(window)
    preview = opened(qtbot, window)
    assert preview.side.save.isEnabled() and preview.made
    window.session.change(clear(window.session.state))
    preview = opened(qtbot, window)
    assert not preview.side.save.isEnabled()
    shut(qtbot, preview)


def test_clinic_and_a_logo_that_is_gone(qtbot: QtBot, window: Workbench) -> None:
    window.kept = replace(window.kept, clinic="Riverside", logo="/nowhere/logo.png")
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert preview.made and preview.made.sheet.clinic == "Riverside"
    assert "logo" in preview.side.status.text()
    shut(qtbot, preview)


def test_a_folder_that_cannot_be_written_is_told(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    preview.write_to("/nowhere/a.pdf")
    assert preview.side.status.text().startswith("Nothing was saved")
    shut(qtbot, preview)


def test_closing_while_pages_are_made(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    qtbot.wait(20)
    feature = next(one for one in window.features if isinstance(one, HandingOut))
    assert feature.window
    feature.window.close()
    assert feature.window is None
    qtbot.wait(20)


def test_closing_while_texts_are_set(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    feature = next(one for one in window.features if isinstance(one, HandingOut))
    assert feature.window
    begun = feature.window.findChildren
    qtbot.waitUntil(lambda: bool(begun(Slices)), timeout=20000)
    feature.window.close()
    assert feature.window is None
    qtbot.wait(50)


def test_it_can_be_used_without_eyes(qtbot: QtBot, window: Workbench) -> None:
    choose(window)
    window.actions_by_id["handout"].trigger()
    preview = opened(qtbot, window)
    assert preview.pages[0].accessibleName() == "Page 1 of 2: Iliopsoas chain, right"
    assert preview.side.note.accessibleName()
    assert preview.focusWidget() is preview.side.save
    shut(qtbot, preview)
