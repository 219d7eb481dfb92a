"""The manual is searched as one types and names no key that there is not; the sheet of keys lists all; About names all libraries."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app import __version__
from app.card.about import LIBRARIES
from app.model.look import STATES
from app.model.reference import parse_ref
from app.ui.actions import POINTER_KEYS
from app.ui.features import ROWS
from app.ui.helping import Helping
from app.ui.keys_window import KeysWindow, columns_of, groups
from app.ui.manual_window import ManualWindow, manual_text
from app.ui.workbench import Workbench
from tests.ui.hands import page_text, press_link

HANDS = {"Ctrl", "Shift", "Enter", "Shift+Enter", "Esc", "Delete", "Tab", "Space", "Shift+Space", "Page Down", "Page Up", "S"}
"""Keys that belong to a field, a list, the body or the presentation and are no actions of the window."""
PROGRAM = "plumbline"


def helping(window: Workbench) -> Helping:
    """The feature that helps."""
    return next(one for one in window.features if isinstance(one, Helping))


@pytest.fixture
def manual(qtbot: QtBot, window: Workbench) -> ManualWindow:
    """The manual, opened with F1."""
    qtbot.keyClick(window, Qt.Key.Key_F1)
    made = helping(window).manual
    assert made
    return made


def test_the_manual_names_only_keys_that_there_are() -> None:
    named = {word for word in re.findall(r"`([^`]+)`", manual_text()) if not word.startswith((PROGRAM, "--")) and "-right" not in word}
    there = {QKeySequence(key) for row in ROWS for key in row.keys}
    assert {word for word in named - HANDS if QKeySequence(word) not in there} == set()


def test_the_manual_has_a_chapter_for_everything() -> None:
    text = manual_text()
    titles = re.findall(r"^# (.+)$", text, re.M)
    assert len(titles) == len(set(titles)) >= 10
    for word in ("diagnose", "pattern", "brush", "eraser", "mirrored", "how strong", "ranked",
                 "Next best test", "layer", "Labels", "Several at once", "Compare", "step", "Places", "link", "session", "presents", "spotlight", "Hand-out",
                 "Export", "Print", "Settings", "grade", "disputed", "unverified", "plumbline check", "posture panel", "assumption"):
        assert word in text, word
    assert all(look.symbol in text for state, look in STATES.items() if state not in ("involved", "neutral"))
    assert 1000 < len(text.split()) < 2500


def test_every_link_of_the_manual_leads_somewhere(window: Workbench) -> None:
    for kind, ref in re.findall(r"\(plumbline:(\w+)/([\w:]+)\)", manual_text()):
        if kind not in ("grade", "about"):
            things = {"pattern": window.atlas.patterns, "area": window.atlas.areas, "muscle": window.atlas.muscles, "cause": window.atlas.causes,
                      "joint": window.atlas.joints, "assumption": window.atlas.assumptions}
            assert parse_ref(ref).id in things[kind]


def test_typing_marks_what_is_found(qtbot: QtBot, manual: ManualWindow) -> None:
    qtbot.keyClicks(manual.field, "trigger")
    assert manual.view.extraSelections()
    assert re.fullmatch(r"1 of \d+", manual.found.text())
    assert manual.chapters.currentItem().text() == "Pain: click or paint"


def test_enter_goes_on_and_shift_enter_back(qtbot: QtBot, manual: ManualWindow) -> None:
    qtbot.keyClicks(manual.field, "source")
    told = []
    for key, modifier in ((Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
                          (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(manual.field, key, modifier)
        told.append(manual.found.text().split()[0])
    assert told == ["2", "3", "2", "1"]


def test_what_is_not_there_is_said(qtbot: QtBot, manual: ManualWindow) -> None:
    qtbot.keyClicks(manual.field, "xyzzy")
    assert "Nothing found" in manual.found.text() and not manual.view.extraSelections()


def test_a_chapter_is_scrolled_to(manual: ManualWindow) -> None:
    manual.chapters.setCurrentRow(8)
    assert manual.view.verticalScrollBar().value() > 0


def test_a_link_of_the_manual_does_what_it_names(window: Workbench, manual: ManualWindow) -> None:
    manual.view.anchorClicked.emit("plumbline:pattern/high_hip:right")
    assert "Right high hip" in page_text(window)


def test_escape_closes_the_manual_and_f1_opens_it_again(qtbot: QtBot, window: Workbench, manual: ManualWindow) -> None:
    qtbot.keyClick(manual.field, Qt.Key.Key_Escape)
    assert helping(window).manual is None
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert helping(window).manual


def test_the_sheet_of_keys_lists_all(qtbot: QtBot, window: Workbench) -> None:
    qtbot.keyClick(window, "?")
    sheet = window.findChild(KeysWindow)
    text = sheet.view.toPlainText()
    for row in ROWS:
        if row.keys:
            assert row.text in text and row.section in text
    assert all(said in text for _, said in POINTER_KEYS)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_columns_hold_every_group_once(number: int) -> None:
    columns = columns_of(groups(ROWS), number)
    assert len(columns) == number
    assert [group for column in columns for group in column] == list(groups(ROWS))


def test_first_steps_are_links(qtbot: QtBot, window: Workbench) -> None:
    press_link(qtbot, window, "about/keys")
    press_link(qtbot, window, "about/help")
    assert helping(window).keys and helping(window).manual
    press_link(qtbot, window, "pattern/forward_tipped_pelvis")
    assert "Tight" in page_text(window)


def test_about_tells_version_sources_and_libraries(window: Workbench) -> None:
    window.actions_by_id["about"].trigger()
    text = page_text(window)
    assert __version__ in text and f"{len(window.atlas.sources)} sources" in text
    assert all(name in text and licence in text for name, licence, _ in LIBRARIES)


def test_about_names_every_library_that_is_needed() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[<>=~!\[ ]", one)[0].lower() for one in project["dependencies"]}
    assert needed <= {name.lower() for name, _, _ in LIBRARIES}


@pytest.mark.parametrize(("name", "licence"), [(name, licence) for name, licence, _ in LIBRARIES if name != "Jinja2"])
def test_licences_are_those_that_the_libraries_name(name: str, licence: str) -> None:
    told = metadata(name)
    classifiers = [one for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    assert licence.partition("-")[0] in " ".join((told.get("License-Expression") or "", told.get("License") or "", *classifiers))
