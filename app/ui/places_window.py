"""The list of places: where one was on the left, bookmarks on the right. It blocks nothing and goes when a place is taken."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.state.bookmarks import LONGEST_NAME, Bookmark
from app.ui.theme import grown

SIZE = (640, 380)
LINK = Qt.ItemDataRole.UserRole


class PlacesWindow(QDialog):
    """Two lists; arrows and Enter, or a double click, go there."""

    visited = Signal(int)
    """So many steps back lies the place that was taken."""
    opened = Signal(str)
    """The link of the bookmark that was taken."""
    ordered = Signal(tuple)
    """All bookmarks, after one was renamed, moved or deleted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Places")
        self.resize(QSize(grown(SIZE[0]), grown(SIZE[1])).boundedTo(parent.window().size()))
        self.been = _list("Where you were, the newest first", "Enter or a double click goes back there")
        self.marks = _list("Bookmarks", "Enter opens · F2 renames · Delete removes · Alt+Up and Alt+Down move")
        self.marks.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.marks.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.add = _button("Bookmark this", "Bookmark what is shown (Ctrl+D)")
        self.rename = _button("Rename", "Give the bookmark another name (F2)")
        self.remove = _button("Delete", "Delete the bookmark (Delete)")
        self.up = _button("Up", "Move the bookmark up (Alt+Up)")
        self.down = _button("Down", "Move the bookmark down (Alt+Down)")
        self.none = QLabel("No bookmarks yet. Ctrl+D keeps what is shown.")
        self.none.setObjectName("quiet")
        self._arrange()
        self._wire()

    def show_visited(self, names: Iterable[str], now: str) -> None:
        """List where one was; what is shown now stands first, and leads nowhere."""
        self.been.clear()
        self.been.addItems([f"{now} (here)", *names])
        self.been.setCurrentRow(min(1, self.been.count() - 1))

    def show_bookmarks(self, bookmarks: Iterable[Bookmark]) -> None:
        """List the bookmarks; the selected place stays."""
        row = self.marks.currentRow()
        self.marks.blockSignals(True)
        self.marks.clear()
        for one in bookmarks:
            item = QListWidgetItem(one.name, self.marks)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(LINK, one.link)
            item.setToolTip(one.name)
        self.marks.blockSignals(False)
        self.marks.setCurrentRow(min(max(row, 0), self.marks.count() - 1))
        self._look()

    def open_at(self, corner: QPoint) -> None:
        """Show the window with its upper right corner there (px of the screen), and give the first list the keyboard."""
        if not self.isVisible():
            self.move(corner.x() - self.width(), corner.y())
        self.show()
        self.raise_()
        self.activateWindow()
        (self.been if self.been.count() > 1 or not self.marks.count() else self.marks).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Delete, Alt+Up and Alt+Down on the bookmarks."""
        if watched is not self.marks or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        done = {(Qt.Key.Key_Delete, False): self._remove, (Qt.Key.Key_Up, True): self._move_up, (Qt.Key.Key_Down, True): self._move_down}
        slot = done.get((Qt.Key(event.key()), alt))
        if slot:
            slot()
        return slot is not None

    def _arrange(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 12, 16, 16)
        columns.setSpacing(16)
        for name, view in (("Where you were", self.been), ("Bookmarks", self.marks)):
            column = QVBoxLayout()
            column.setSpacing(8)
            head = QLabel(name)
            head.setObjectName("quiet")
            head.setBuddy(view)
            column.addWidget(head)
            column.addWidget(view, 1)
            if view is self.marks:
                column.addWidget(self.none)
                for widgets in ((self.add, self.rename), (self.remove, self.up, self.down)):
                    row = QHBoxLayout()
                    row.setSpacing(8)
                    for widget in widgets:
                        row.addWidget(widget)
                    column.addLayout(row)
            columns.addLayout(column, 1)

    def _wire(self) -> None:
        self.been.itemActivated.connect(self._go_back)
        self.marks.itemActivated.connect(self._open)
        self.marks.itemChanged.connect(self._tell)
        self.marks.currentRowChanged.connect(self._look)
        self.marks.model().rowsMoved.connect(self._tell)
        self.marks.installEventFilter(self)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    def _go_back(self, _item: QListWidgetItem) -> None:
        steps = self.been.currentRow()
        self.close()
        if steps:
            self.visited.emit(steps)

    def _open(self, item: QListWidgetItem) -> None:
        link = str(item.data(LINK))
        self.close()
        self.opened.emit(link)

    def _rename(self) -> None:
        self.marks.setFocus()
        self.marks.editItem(self.marks.currentItem())

    def _remove(self) -> None:
        if self.marks.currentItem():
            self.marks.takeItem(self.marks.currentRow())
            self._tell()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.marks.currentRow()
        if row >= 0 and 0 <= row + by < self.marks.count():
            self.marks.insertItem(row + by, self.marks.takeItem(row))
            self.marks.setCurrentRow(row + by)
            self._tell()

    def _tell(self) -> None:
        items = (self.marks.item(row) for row in range(self.marks.count()))
        self.ordered.emit(tuple(Bookmark(_name(item.text()), str(item.data(LINK))) for item in items))
        self._look()

    def _look(self) -> None:
        row, count = self.marks.currentRow(), self.marks.count()
        self.none.setVisible(not count)
        self.rename.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)


def _name(text: str) -> str:
    """The name of a bookmark as it was typed; an empty one gets a name all the same."""
    return text.strip()[:LONGEST_NAME].encode("utf-8", "replace").decode() or "Bookmark"


def _list(name: str, tip: str) -> QListWidget:
    view = QListWidget()
    view.setAccessibleName(name)
    view.setAccessibleDescription(tip)
    view.setToolTip(tip)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
