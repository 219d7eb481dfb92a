"""How a person's hand does things: keys, letters, the wheel, menus, dragged files. Each function lets the window take it as real."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QTextFragment,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextBrowser, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, keys: str) -> None:
    """Press keys such as "Ctrl+K"."""
    pressed = QKeySequence(keys)[0]
    QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers())


def write(widget: QWidget, text: str) -> None:
    """Type letter by letter; QTest knows no letters beyond ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, letter))


def drag(widget: QWidget, start: QPoint, way: tuple[QPoint, ...]) -> None:
    """Press the left button at a place, move from place to place, and let go at the last."""
    QTest.mousePress(widget, LEFT, NONE, start)
    for place in way:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, LEFT, NONE, way[-1])


def turn_wheel(widget: QWidget, at: QPoint, by: int, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel by eighths of a degree."""
    event = QWheelEvent(QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, modifier,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)


def ask_menu(widget: QWidget, at: QPoint) -> None:
    """Click with the right button."""
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))


def drop(widget: QWidget, file: Path) -> None:
    """Drag a file into a window and let it go there, if the window will have it."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    at, action = widget.rect().center(), Qt.DropAction.CopyAction
    entering = QDragEnterEvent(at, action, held, LEFT, NONE)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(at), action, held, LEFT, NONE))


def leaves(menu: QMenu) -> list[QAction]:
    """The entries of a menu and of those beside it."""
    found: list[QAction] = []
    for action in menu.actions():
        part = action.menu()
        if isinstance(part, QMenu):
            found += leaves(part)
        elif not action.isSeparator():
            found.append(action)
    return found


def links(view: QTextBrowser) -> list[str]:
    """Where the links of a page lead."""
    found = [fragment.charFormat().anchorHref() for fragment in _fragments(view)]
    return [one for one in dict.fromkeys(found) if one]


def _fragments(view: QTextBrowser) -> list[QTextFragment]:
    found = []
    block = view.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            found.append(place.fragment())
            place += 1
        block = block.next()
    return found
