"""Does anything that a person can do in the window, one seeded action after another, and remembers what it did."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from app.model.problem import UserError
from app.ui.canvas.canvas import BodyCanvas
from app.ui.features import ROWS
from app.ui.keeping import Keeping
from app.ui.presentation import Presentation
from app.ui.workbench import Workbench
from app.writers.session import write_session
from tests.walk.hand import (
    LEFT,
    NONE,
    ask_menu,
    drag,
    drop,
    leaves,
    links,
    press,
    turn_wheel,
    write,
)
from tests.walk.posture import PostureHand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = ("psoas", "hip flexor", "slipped disc", "back of thigh", "glutaeus maximsu", "lower crossed", "ober", "x", "  ", "rückn",
         "right buttock", "hide", "sole of left foot", "plumbline:?pattern=high_hip:left", "<b>&amp;", "9" * 40)
LINKS = ("plumbline:?pattern=high_hip:left&pain=low_back:right=6,ache", "plumbline:?muscle=psoas_major", "plumbline:?", "plumbline:?x=%00",
         "plumbline:?muscle=nobody", "plumbline:?pattern=pelvic_torsion:right&about=pattern/pelvic_torsion:right&step=3", "/no/such.plumbline")
KEYS = ("Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Return", "Shift+Return", "Space", "Esc", "Home", "End", "PgUp", "PgDown",
        "Delete", "Backspace", "Menu", "Ctrl+A", "Shift+F10", "F2", "Alt+Up", "Alt+Down")
ON_BODY = ("Up", "Down", "Left", "Right", "Return", "Shift+Return", "Space", "Home", "End", "Ctrl+Home", "Alt+Shift+Left", "+", "-", "0",
           "Ctrl+Return", "Menu", "Esc", "Shift+Right", "Shift+Down")
PRESENTED = ("PgDown", "PgUp", "Space", "Shift+Space", "S", "Ctrl+K", "Ctrl+0", ".", ",", "Q", "O", "L", "3", "1", "Return", "Esc")
LEFT_OUT = {"quit"}
"""What would end the walk."""
OUTSIDE = {"save", "save_as", "export", "print"}
"""What asks the desktop for the name of a file or a printer."""
SLOW = {"theme_system", "theme_light", "theme_dark", "theme_contrast", "text_larger", "text_smaller", "text_usual", "handout",
        "copy_picture"}
"""What styles or paints everything anew; of those that chance finds, few are done."""
SELDOM = 0.15
SIZES = ((960, 600), (1280, 800), (1920, 1080), (1100, 1400))
SETTLED = 3
"""So many windows beside the first one stand at once; then the oldest is closed."""


class Walker:
    """Acts on whatever of the window is visible. `folder` is for the session files that it drags into the window."""

    def __init__(self, bench: Workbench, seed: int, folder: Path) -> None:
        self.bench = bench
        self.chance = random.Random(seed)
        self.done: list[str] = []
        self._folder = folder
        self._rows = [row for row in ROWS if row.id not in LEFT_OUT | OUTSIDE]
        self._posture = PostureHand(bench, self.chance, self._press)
        self._acts: tuple[tuple[Callable[[], str], int], ...] = (
            *self._posture.acts,
            (self._shortcut, 5), (self._action, 6), (self._key, 4), (self._body_key, 5), (self._click_body, 8), (self._drag_body, 3),
            (self._paint, 5), (self._wheel, 2), (self._click_widget, 8), (self._list_line, 5), (self._follow_link, 6),
            (self._search, 3), (self._ask_menu, 4), (self._menu, 3), (self._present, 3), (self._resize, 1), (self._close_window, 3),
            (self._type, 2), (self._open_link, 1), (self._save, 1), (self._drop, 1), (self._listen, 1),
        )

    def act(self) -> None:
        """Do one thing, and let the window answer."""
        acts, weights = zip(*self._acts, strict=True)
        self.done = [*self.done[-9:], self.chance.choices(acts, weights)[0]()]
        QApplication.processEvents()
        self._tidy()

    def rest(self) -> None:
        """Close what else is open and look at the whole body with nothing chosen, so that two rests can be compared."""
        for top in self._windows():
            if top is not self.bench.window():
                _close(top)
        self.bench.window().resize(*SIZES[1])
        self._posture.rest()
        for name in ("clear", "view_front_back", "depth_superficial", "labels_none", "fit"):
            self.bench.actions_by_id[name].trigger()
        QApplication.processEvents()

    # What a person does.

    def _shortcut(self) -> str:
        row = self.chance.choice([row for row in self._rows if row.keys])
        keys = self.chance.choice(row.keys)
        if self._spares(row.id):
            return f"spare {keys}"
        return self._press(keys)

    def _action(self) -> str:
        row = self.chance.choice(self._rows)
        action = self.bench.actions_by_id[row.id]
        if action.isEnabled() and not self._spares(row.id):
            action.trigger()
        return f"trigger {row.id}"

    def _key(self) -> str:
        return self._press(self.chance.choice(KEYS))

    def _body_key(self) -> str:
        canvas = self._canvas()
        canvas.setFocus(Qt.FocusReason.TabFocusReason)
        keys = self.chance.choice(ON_BODY)
        press(canvas, keys)
        return f"press {keys} on the body"

    def _click_body(self) -> str:
        canvas = self._canvas()
        at = self._spot(canvas)
        modifier = self.chance.choices((NONE, CTRL), (3, 1))[0]
        QTest.mouseMove(canvas, at)
        (QTest.mouseDClick if self.chance.random() < 0.1 else QTest.mouseClick)(canvas, LEFT, modifier, at)
        return f"click the body at {at.x()}, {at.y()}"

    def _drag_body(self) -> str:
        canvas = self._canvas()
        start = self._spot(canvas)
        way = (*(start + QPoint(self.chance.randint(-60, 60), self.chance.randint(-60, 60)) for _ in range(4)), self._spot(canvas))
        drag(canvas, start, way)
        return f"drag on the body from {start.x()}, {start.y()}"

    def _paint(self) -> str:
        actions = self.bench.actions_by_id
        name = self.chance.choices(("brush", "eraser"), (3, 1))[0]
        if not actions[name].isEnabled():
            return f"no {name}"
        if not actions[name].isChecked():
            actions[name].trigger()
        if self.chance.random() < 0.3:
            return f"{self._body_key()} with the {name}"
        return f"{self._drag_body()} with the {name}"

    def _wheel(self) -> str:
        canvas = self._canvas()
        by = self.chance.choice((-120, 120, 240))
        turn_wheel(canvas, self._spot(canvas), by, self.chance.choice((NONE, CTRL, SHIFT)))
        return f"turn the wheel by {by}"

    def _click_widget(self) -> str:
        widget = self._one_of((QAbstractButton, QTabBar, QLineEdit, QAbstractSlider))
        if widget is None or _asks_desktop(widget):
            return "no button"
        named = widget.accessibleName() or widget.objectName() or type(widget).__name__
        menu = getattr(widget, "menu", None)
        held = menu() if callable(menu) else None
        if isinstance(held, QMenu):
            # An open menu would wait for an answer of its own.
            return self._pick_of(held)
        if widget.objectName() == "text_size" and self.chance.random() > SELDOM:
            return f"spare {named}"
        QTest.mouseClick(widget, LEFT, NONE, self._spot(widget))
        return f"click {named}"

    def _list_line(self) -> str:
        view = self._one_of((QAbstractItemView,))
        if not isinstance(view, QAbstractItemView) or not view.model() or not view.model().rowCount():
            return "no list"
        QTest.mouseClick(view.viewport(), LEFT, self.chance.choices((NONE, CTRL), (3, 1))[0], self._spot(view.viewport()))
        return f"click a line of {view.accessibleName() or type(view).__name__}"

    def _follow_link(self) -> str:
        view = self._one_of((QTextBrowser,))
        found = links(view) if isinstance(view, QTextBrowser) else []
        if not isinstance(view, QTextBrowser) or not found:
            return "no link"
        target = self.chance.choice([one for one in found if one.startswith("plumbline:")] or ["plumbline:about/keys"])
        view.anchorClicked.emit(QUrl(target))
        return f"follow {target}"

    def _search(self) -> str:
        field = self.bench.topbar.search
        word = self.chance.choice(WORDS)
        self.bench.activateWindow()
        field.setFocus()
        field.clear()
        write(field, word)
        for _ in range(self.chance.randrange(3)):
            QTest.keyClick(field, Qt.Key.Key_Down)
        press(field, self.chance.choice(("Return", "Return", "Ctrl+Return", "Shift+Return", "Ctrl+Delete", "Esc")))
        return f"search {word[:20]}"

    def _ask_menu(self) -> str:
        asked = self.chance.choice((self._canvas(), self._canvas(), self._one_of((QAbstractItemView,)), self._one_of((QTextBrowser,))))
        if asked is None:
            return "nothing to ask"
        view = asked.viewport() if isinstance(asked, (QAbstractItemView, QTextBrowser)) else asked
        ask_menu(view, self._spot(view))
        return f"ask for the menu of {asked.accessibleName() or type(asked).__name__}"

    def _menu(self) -> str:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            told = self._pick_of(popup)
            popup.close()
            return told
        return self._pick_of(self.bench.topbar.menu)

    def _present(self) -> str:
        window = next((one for one in self._windows() if isinstance(one, Presentation)), None)
        if window is None:
            return "no presentation"
        keys = self.chance.choice(PRESENTED)
        window.activateWindow()
        window.canvas.setFocus()
        press(window.canvas, keys)
        return f"press {keys} in the presentation"

    def _resize(self) -> str:
        width, height = self.chance.choice(SIZES)
        self.bench.window().resize(width, height)
        return f"resize to {width} x {height}"

    def _close_window(self) -> str:
        tops = [one for one in self._windows() if one is not self.bench.window()]
        return _close(self.chance.choice(tops)) if tops else "no other window"

    def _type(self) -> str:
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit)):
            write(focus, self.chance.choice(WORDS))
            return f"type into {focus.accessibleName()}"
        return "nothing to type into"

    def _open_link(self) -> str:
        actions, held = self.bench.actions_by_id, self.chance.choice((*LINKS, "", ""))
        if not held:
            actions["copy_link"].trigger()
        actions["open"].trigger()
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            return "no field for a link"
        if held:
            field.setText(held)
        return f"open {held or 'the copied link'}: {self._press('Return')}"

    def _save(self) -> str:
        keeping = next(one for one in self.bench.features if isinstance(one, Keeping))
        if keeping.file:
            self.bench.actions_by_id["save"].trigger()
        return f"save {keeping.file}"

    def _drop(self) -> str:
        file = self._folder / self.chance.choice(("one.plumbline", "two.plumbline", "broken.plumbline", "words.txt", "no.plumbline"))
        if file.stem in ("one", "two") and self.chance.random() < 0.7:
            try:
                write_session(file, self.bench.session.state)
            except UserError as error:
                return f"not saved: {error}"
        elif file.stem in ("broken", "words"):
            file.write_bytes(self.chance.randbytes(200))
        drop(self.chance.choice((self.bench, self.bench.topbar.search)), file)
        return f"drop {file.name}"

    def _listen(self) -> str:
        spoken = QAccessible.queryAccessibleInterface(self._canvas())
        for index in range(0, spoken.childCount(), 7):
            child = spoken.child(index)
            assert child and child.text(QAccessible.Text.Name), "a muscle without a name"
            child.text(QAccessible.Text.Description)
        return "listen to the body"

    # How.

    def _press(self, keys: str) -> str:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.bench
        if keys in ("Return", "Space", "Shift+Return") and (_asks_desktop(target) or any(
                button.isDefault() and _asks_desktop(button) for button in target.window().findChildren(QPushButton))):
            return f"spare {keys}"
        press(target, keys)
        return f"press {keys}"

    def _pick_of(self, menu: QMenu) -> str:
        found = [one for one in leaves(menu) if one.isEnabled() and self._harmless(one)]
        if not found:
            return "no entry"
        action = self.chance.choice(found)
        text = action.text()
        action.trigger()
        return f"choose {text}"

    def _harmless(self, action: QAction) -> bool:
        actions = self.bench.actions_by_id
        return all(actions.get(one) is not action for one in LEFT_OUT | OUTSIDE | SLOW)

    def _spares(self, row: str) -> bool:
        return row in SLOW and self.chance.random() > SELDOM

    def _tidy(self) -> None:
        """Close what asks the desktop after all, and windows that pile up."""
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QFileDialog) and top.isVisible():
                top.reject()
        tops = [one for one in self._windows() if one is not self.bench.window()]
        for top in tops[:-SETTLED]:
            _close(top)

    def _canvas(self) -> BodyCanvas:
        """The body of the window, or that of the presentation."""
        shown = [one.canvas for one in self._windows() if isinstance(one, Presentation)]
        return self.chance.choice((self.bench.stage.canvas, self.bench.stage.canvas, *shown))

    def _one_of(self, kinds: tuple[type[QWidget], ...]) -> QWidget | None:
        found = [one for top in self._windows() for one in top.findChildren(QWidget)
                 if isinstance(one, kinds) and one.isVisible() and one.isEnabled()]
        return self.chance.choice(found) if found else None

    def _windows(self) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and not isinstance(one, (QMenu, QListView))]

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1)))


def _asks_desktop(widget: QWidget) -> bool:
    """Whether a button leads to a dialog of files or printers."""
    text = getattr(widget, "text", None)
    words = str(text()) if isinstance(widget, QAbstractButton) and callable(text) else ""
    return "…" in words or words.startswith(("Print", "Choose a"))


def _close(top: QWidget) -> str:
    name = top.windowTitle() or type(top).__name__
    QTest.keyClick(top, Qt.Key.Key_Escape)
    if shiboken6.isValid(top) and top.isVisible():
        top.close()
    return f"close {name}"
