"""The navigator's lists as a model of two levels: heads, and the lines under them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.nav_rows import Chosen, NavGroup, NavRow

Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole)
SIDES = ROW + 1
"""The sides that are chosen of a line, or None where the line is not chosen."""

NOWHERE = QModelIndex()


class NavModel(QAbstractItemModel):
    """Heads at the top level, lines beneath; it holds no widget state but what is chosen."""

    def __init__(self, checkable: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._groups: tuple[NavGroup, ...] = ()
        self._chosen = Chosen()

    def show_groups(self, groups: tuple[NavGroup, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def show_chosen(self, chosen: Chosen) -> None:
        """Mark other lines as chosen."""
        if chosen == self._chosen:
            return
        changed = self._chosen.sides.keys() | chosen.sides.keys()
        self._chosen = chosen
        for key in changed:
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, key: str) -> QModelIndex:
        """The place of the line with an id; invalid where it is not shown."""
        for at, group in enumerate(self._groups):
            for line, row in enumerate(group.rows):
                if row.id == key:
                    return self.createIndex(line, 0, at + 1)
        return QModelIndex()

    def first_chosen(self) -> QModelIndex:
        """The place of a chosen line; invalid where none is chosen."""
        return self.index_of(next(iter(self._chosen.sides), ""))

    def row_at(self, index: Index) -> NavRow | None:
        """The line at a place; None for a head."""
        group = index.internalId()
        if not index.isValid() or not group:
            return None
        return self._groups[group - 1].rows[index.row()]

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Qt: the place of a child; `row` and `column` count from 0."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Qt: the head of a line."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt: how many children a place has."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].rows)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Qt: always one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: heads can be read but not chosen."""
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.ItemIsEnabled
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return base | Qt.ItemFlag.ItemIsUserCheckable if self._checkable else base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what is shown at a place."""
        row = self.row_at(index)
        if row is None:
            heads = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._groups[index.row()].title if index.isValid() and role in heads else None
        return self._of_line(row, role)

    def _of_line(self, row: NavRow, role: int) -> object:
        sides = self._chosen.sides.get(row.id)
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable:
            return Qt.CheckState.Unchecked if sides is None else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, sides)
        return {int(Qt.ItemDataRole.DisplayRole): row.text, ROW: row, SIDES: sides}.get(role)

    def _spoken(self, row: NavRow, sides: frozenset[str] | None) -> str:
        parts = [row.text, row.tag]
        if sides is not None:
            parts.append(" and ".join(sorted(sides, reverse=True)) + " chosen" if sides else "chosen")
        elif row.paired:
            parts.append("has a right and a left side")
        return ", ".join(part for part in parts if part)
