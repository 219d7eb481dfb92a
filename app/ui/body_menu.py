"""The menu of a thing, as Qt shows it: its name as head, what can be done with it beneath."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.menus import Asked, Entry


class BodyMenu(QMenu):
    """A menu for one thing, or for the body where there is none; it goes when it is closed."""

    followed = Signal(str)
    """The target of the entry that was taken."""

    def __init__(self, asked: Asked | None, more: tuple[Entry, ...], actions: tuple[QAction, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(asked.title if asked else "Body")
        if asked:
            # A section's title would not be shown by every style.
            self.addAction(_shown(asked.title)).setEnabled(False)
            self.addSeparator()
            _fill(self, asked.entries)
            self.addSeparator()
        _fill(self, more)
        self.addActions(actions)
        self.triggered.connect(self._tell)

    def line(self, text: str) -> QAction:
        """The entry that begins with a text, also in a menu beside this one."""
        menus = (self, *(action.menu() for action in self.actions() if action.menu()))
        return next(action for menu in menus if isinstance(menu, QMenu) for action in menu.actions() if action.text().startswith(text))

    def _tell(self, action: QAction) -> None:
        if isinstance(action.data(), str) and "/" in action.data():
            self.followed.emit(action.data())


def _fill(menu: QMenu, entries: Iterable[Entry]) -> None:
    sides = QActionGroup(menu)
    for entry in entries:
        if entry.more:
            _fill(menu.addMenu(_shown(entry.text)), entry.more)
        elif entry.text:
            # What stands behind a tab is written at the right, where keys stand.
            action = menu.addAction(_shown(entry.text) + (f"\t{entry.keys}" if entry.keys else ""))
            action.setData(entry.target)
            if entry.checked is not None:
                action.setCheckable(True)
                action.setChecked(entry.checked)
                sides.addAction(action)
        else:
            menu.addSeparator()


def _shown(text: str) -> str:
    """Of a name such as "back & hip" Qt would make a key of the menu."""
    return text.replace("&", "&&")
