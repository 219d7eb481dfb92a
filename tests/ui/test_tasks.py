"""The tasks that people come with, each done from the start window with the mouse and with the keyboard alone.

What a person does is counted: a click, a key (with what is held down), a turn of the wheel to reach a line, and a search: the
word that is typed together with the Enter that takes what stands first. None may take more than the number beside its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.settings import read_settings
from app.ui.start import Asked, Starter
from app.ui.workbench import Workbench
from tests.ui.hands import marks, open_list, page_text, press_link, side_rects, spot_of


class Person:
    """Someone before the start window, of whom every action is counted."""

    def __init__(self, qtbot: QtBot, window: Workbench) -> None:
        self.qtbot = qtbot
        self.window = window
        self.actions = 0

    def press(self, keys: str) -> None:
        """Press a key wherever the focus is."""
        self.actions += 1
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(QApplication.focusWidget() or self.window, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def type(self, word: str) -> None:
        """Type a word wherever the focus is."""
        self.actions += 1
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, word)
        QApplication.processEvents()

    def search(self, word: str) -> None:
        """Type a word and take what stands first."""
        self.type(word)
        self.press("Return")
        self.actions -= 1

    def click(self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Click a widget."""
        self.actions += 1
        self.qtbot.mouseClick(widget, button, pos=at or widget.rect().center())
        QApplication.processEvents()

    def tab(self, name: str) -> None:
        """Click the tab of a list."""
        self.actions += 1
        open_list(self.qtbot, self.window, name)  # type: ignore[arg-type]

    def line(self, name: str, key: str, side: str = "") -> None:
        """Click a line of the list in sight, or the button for one of its sides; to scroll to it counts, too."""
        view = self.window.navigator.pages[name].list  # type: ignore[index]
        index = view.rows.index_of(key)
        if not view.viewport().rect().contains(view.visualRect(index)):
            self.actions += 1
            view.scrollTo(index)
        rect = view.visualRect(index)
        spot = side_rects(rect)[0 if side == "right" else 1].center() if side else QPoint(rect.left() + 60, rect.center().y())
        self.click(view.viewport(), spot)

    def hit(self, place: int = 0) -> None:
        """Click a result of the search."""
        results = self.window.topbar.search.results
        self.click(results.viewport(), results.visualRect(results.model().index(place, 0)).center())

    def link(self, target: str) -> None:
        """Click a link of the panel."""
        self.actions += 1
        press_link(self.qtbot, self.window, target)

    def button(self, text: str) -> None:
        """Click a button by its words."""
        found = [one for kind in (QPushButton, QToolButton) for top in QApplication.topLevelWidgets() for one in top.findChildren(kind)
                 if one.isVisible() and text in (one.text(), one.accessibleName())]
        assert found, f"no button says {text}"
        self.click(found[0])


@pytest.fixture
def window(qtbot: QtBot, own_settings: Path) -> Iterator[Workbench]:
    """The start window as a person gets it."""
    starter = Starter(read_settings(own_settings), Asked())
    qtbot.addWidget(starter.window)
    starter.window.show()
    qtbot.waitUntil(lambda: isinstance(starter.window.centralWidget(), Workbench), timeout=20000)
    qtbot.waitActive(starter.window)
    bench = starter.window.centralWidget()
    assert isinstance(bench, Workbench)
    bench.stage.canvas.animated = False
    QApplication.processEvents()
    yield bench
    starter.window.close()


@pytest.fixture
def person(qtbot: QtBot, window: Workbench) -> Person:
    """Who sits before it."""
    return Person(qtbot, window)


def shows_weak_muscles(person: Person) -> bool:
    """Whether the weak muscles of the lower crossed syndrome are on the body and in the panel."""
    states = marks(person.window).states
    return states.get("gluteus_maximus-right") == "weak" and "Weak" in page_text(person.window)


def test_weak_muscles_of_lower_crossed_syndrome_by_mouse(person: Person) -> None:
    person.line("pattern", "lower_crossed_syndrome")
    assert shows_weak_muscles(person)
    assert person.actions <= 2


def test_weak_muscles_of_lower_crossed_syndrome_by_keyboard(person: Person) -> None:
    person.search("lower crossed")
    assert shows_weak_muscles(person)
    assert person.actions <= 2


def ranks_the_hip(person: Person) -> bool:
    """Whether what sends pain to the outside of the right hip is ranked in the panel and lit on the body."""
    text = page_text(person.window)
    return (person.window.session.state.pain == (Ref("lateral_hip", "right"),) and "What fits best" in text
            and marks(person.window).roles.get("gluteus_minimus-right") is not None)


def test_what_refers_pain_to_the_right_hip_by_mouse(person: Person) -> None:
    person.type("outside of right hip")
    person.hit()
    assert ranks_the_hip(person)
    assert person.actions <= 2


def test_what_refers_pain_to_the_right_hip_by_keyboard(person: Person) -> None:
    person.search("outside of right hip")
    assert ranks_the_hip(person)
    assert person.actions <= 2


def tells_origin(person: Person) -> bool:
    """Whether the panel tells where the piriformis begins."""
    text = page_text(person.window)
    return "Piriformis" in text and "Origin" in text and "sacrum" in text


def test_origin_of_the_piriformis_by_mouse(person: Person) -> None:
    person.type("piriformis")
    person.hit()
    assert tells_origin(person)
    assert person.actions <= 2


def test_origin_of_the_piriformis_by_keyboard(person: Person) -> None:
    person.search("piriformis")
    assert tells_origin(person)
    assert person.actions <= 2


def shows_conflicts(person: Person) -> bool:
    """Whether a high right hip and a backward tipped pelvis contradict each other on the body and in the panel."""
    chosen = set(person.window.session.state.patterns)
    return (chosen == {Ref("high_hip", "right"), Ref("backward_tipped_pelvis")} and "conflict" in marks(person.window).states.values()
            and "contradict" in page_text(person.window))


def test_conflicts_of_two_patterns_by_mouse(person: Person) -> None:
    person.line("pattern", "high_hip", "right")
    person.line("pattern", "backward_tipped_pelvis")
    assert shows_conflicts(person)
    assert person.actions <= 4


def test_conflicts_of_two_patterns_by_keyboard(person: Person) -> None:
    person.search("high hip right")
    person.press("Ctrl+K")
    person.search("backward tipped pelvis")
    assert shows_conflicts(person)
    assert person.actions <= 4


def tells_why_hamstrings_last(person: Person) -> bool:
    """Whether what is in sight of the panel says why the hamstrings are not stretched first."""
    view = person.window.panel.view
    top = view.cursorForPosition(QPoint(4, 4)).position()
    end = view.cursorForPosition(QPoint(view.viewport().width() - 4, view.viewport().height() - 4)).position()
    seen = view.toPlainText()[top:end].lower()
    return "hamstring" in seen and ("last" in seen or "only then" in seen)


def test_why_not_stretch_the_hamstrings_first_by_mouse(person: Person) -> None:
    person.type("why not stretch the hamstrings first")
    person.hit()
    assert tells_why_hamstrings_last(person)
    assert person.actions <= 3


def test_why_not_stretch_the_hamstrings_first_by_keyboard(person: Person) -> None:
    person.search("hamstrings first")
    assert tells_why_hamstrings_last(person)
    assert person.actions <= 3


def hide_and_click(person: Person) -> None:
    """Whether the gluteus maximus is gone and the piriformis is explained."""
    state = person.window.session.state
    assert any(ref.id == "gluteus_maximus" for ref in state.hidden)
    assert state.muscle is not None
    assert state.muscle.id == "piriformis"
    assert person.actions <= 3


def test_hide_the_gluteus_maximus_and_click_the_piriformis_by_mouse(person: Person) -> None:
    canvas = person.window.stage.canvas
    at = spot_of(person.window, "back", "gluteus_maximus-right")
    person.actions += 1
    QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at)))
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    hide = next(action for action in menu.actions() if action.text() == "Hide")
    person.click(menu, menu.actionGeometry(hide).center())
    person.click(canvas, spot_of(person.window, "back", "piriformis-right"))
    hide_and_click(person)


def test_hide_the_gluteus_maximus_and_click_the_piriformis_by_keyboard(person: Person) -> None:
    person.type("gluteus maximus")
    person.press("Ctrl+Delete")
    person.search("piriformis")
    hide_and_click(person)


def test_step_to_the_third_step_by_mouse(person: Person) -> None:
    person.search("iliopsoas chain")
    person.link("step/3")
    assert person.window.session.state.step == 3
    assert person.actions <= 4


def test_step_to_the_third_step_by_keyboard(person: Person) -> None:
    person.search("iliopsoas chain")
    for _ in range(3):
        person.press(".")
    assert person.window.session.state.step == 3
    assert person.actions <= 4


@pytest.fixture
def folder(tmp_path: Path, own_settings: Path) -> Path:
    """Where files were saved last."""
    made = tmp_path / "papers"
    made.mkdir()
    QSettings(str(own_settings), QSettings.Format.IniFormat).setValue("folder", str(made))
    return made


def is_saved(person: Person, folder: Path) -> None:
    """Whether the hand-out is a file now."""
    file = folder / "iliopsoas-chain-right.pdf"
    person.qtbot.waitUntil(file.is_file, timeout=30000)
    assert file.read_bytes().startswith(b"%PDF-")
    assert person.actions <= 4
    for top in QApplication.topLevelWidgets():
        if top is not person.window.window():
            top.close()


def name_field() -> QLineEdit:
    """Where the desktop asks for the name of the file."""
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def asked_for_a_name() -> bool:
    """Whether the desktop asks for the name of the file."""
    return any(isinstance(one, QFileDialog) and one.isVisible() for one in QApplication.topLevelWidgets())


def test_a_hand_out_for_the_iliopsoas_chain_by_mouse(person: Person, folder: Path) -> None:
    person.search("iliopsoas chain")
    person.click(person.window.topbar.handout)
    person.button("Save as PDF…")
    person.qtbot.waitUntil(asked_for_a_name, timeout=30000)
    save = name_field().window().findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    person.click(save)
    is_saved(person, folder)


def test_a_hand_out_for_the_iliopsoas_chain_by_keyboard(person: Person, folder: Path) -> None:
    person.search("iliopsoas chain")
    person.press("Ctrl+Shift+P")
    person.press("Return")
    person.qtbot.waitUntil(asked_for_a_name, timeout=30000)
    name_field().setFocus()
    # The desktop brings its window to the front when it has time.
    person.qtbot.waitUntil(lambda: QApplication.focusWidget() is name_field(), timeout=30000)
    person.press("Return")
    is_saved(person, folder)
