"""The search field and the list of results beneath it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.card.search import KIND_WORDS, Hit
from app.ui.icons import icon
from app.ui.nav_model import NOWHERE, Index
from app.ui.theme import PALETTES, Palette, grown, text_sizes

HIT = int(Qt.ItemDataRole.UserRole)
LINE = 36
PAD = 12
NARROWEST, WIDEST = 160, 420
"""Of the field, px; the widest grows with the text, as do the results."""
ADDED = ("muscle", "group", "pattern", "area")
"""The kinds of hits of which several can be chosen."""
HIDDEN = ("muscle", "group")
"""The kinds of hits that can be hidden on the body."""
NOTHING = "Nothing found. Try one word, in English or Latin."
PLACEHOLDER, SHORTER = "Search muscles, pain, tests, anything", "Search everything"
"""What the field is for, and where it has no room for all of that."""
BESIDE = 56
"""The room that icon and frame take from its words, px."""


class ResultModel(QAbstractListModel):
    """The hits of the last query, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit | None, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits; one line says so when there is none."""
        self.beginResetModel()
        self._hits = hits or (None,)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt: how many hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: a hit's name, or the hit itself."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if hit is None:
            return NOTHING if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.name}, {KIND_WORDS[hit.kind]}"
        return hit.name if role == Qt.ItemDataRole.DisplayRole else None


class ResultDelegate(QStyledItemDelegate):
    """Paints a hit: its name, the other name that matched, its kind at the right."""

    palette: Palette = PALETTES["light"]

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt: the height of a line in px."""
        return QSize(0, grown(LINE, option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one hit."""
        hit: Hit | None = index.data(HIT)
        rect = option.rect
        font = option.font
        text = rect.adjusted(PAD, 0, -PAD, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Imported here: its many constants take 10 ms to load, and no start needs them.
        from PySide6.QtWidgets import QStyle

        if hit and option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        if hit is None:
            self._write(painter, text, font, self.palette.quiet, NOTHING)
        else:
            self._paint_hit(painter, text, font, hit)
        painter.restore()

    def _paint_hit(self, painter: QPainter, text: QRect, font: QFont, hit: Hit) -> None:
        small = QFont(font)
        small.setPixelSize(text_sizes(font).small)
        painter.setFont(small)
        painter.setPen(QColor(self.palette.quiet))
        kind = KIND_WORDS[hit.kind]
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, kind)
        text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(kind) - PAD)
        text.setLeft(text.left() + self._write(painter, text, font, self.palette.ink, hit.name) + PAD)
        if hit.also:
            self._write(painter, text, small, self.palette.quiet, hit.also)

    def _write(self, painter: QPainter, rect: QRect, font: QFont, colour: str, text: str) -> int:
        """Write a line into a rectangle, shortened where it must be; returns its width in px."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


class SearchField(QLineEdit):
    """Type to search; Up, Down and Enter take a result, with Shift to add more; Escape gives up. The window answers `asked`."""

    asked = Signal(str)
    taken = Signal(object)
    added = Signal(object)
    """A hit was taken with Ctrl: one more. The field stays open."""
    hidden = Signal(object)
    """A hit is to be hidden on the body, or what is selected where none is marked."""
    pointed = Signal(object)
    """The hit that is marked; None when the list closes."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(PLACEHOLDER)
        self.setAccessibleName(PLACEHOLDER)
        self.setMinimumWidth(NARROWEST)
        self._icon = self.addAction(icon("search", "#808080"), QLineEdit.ActionPosition.LeadingPosition)
        self._hint = QLabel("Ctrl+K", self)
        self._hint.setObjectName("quiet")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._model = ResultModel(self)
        self._list: QListView | None = None
        self.by_keyboard = False
        """Whether the last hit was taken with the keyboard."""
        self._palette = PALETTES["light"]
        self.goes_on = False
        """Whether the keyboard stays here when a result is taken: Shift was held, as something is to be added."""
        self.textEdited.connect(self._ask)

    @property
    def results(self) -> QListView:
        """The list beneath the field; made when it is first needed, as a child of the window."""
        if self._list is None:
            self._list = self._make_list(self.window())
        return self._list

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found for the text, the best one marked."""
        self._model.show_hits(hits)
        if not self.text().strip():
            self._shut()
            return
        view = self.results
        view.setCurrentIndex(self._model.index(0))
        below = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        room = self.window().rect().adjusted(0, 0, -4, -4)
        size = QSize(max(self.width(), grown(WIDEST)), grown(LINE) * self._model.rowCount() + 10)
        view.setGeometry(QRect(below, size).intersected(room))
        view.show()
        view.raise_()

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.setMaximumWidth(grown(WIDEST))
        self._icon.setIcon(icon("search", palette.quiet))
        self._place_hint()
        if self._list:
            cast(ResultDelegate, self._list.itemDelegate()).palette = palette

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the hint stays at the right."""
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        # Where there is little room the field says rather what it is for.
        roomy = self.width() >= grown(NARROWEST)
        self._hint.setVisible(roomy and not self.text() and not self.hasFocus())
        self.setTextMargins(0, 0, self._hint.width() + 4 if roomy else 0, 0)
        hinted = self._hint.width() if roomy else 0
        whole = self.fontMetrics().horizontalAdvance(PLACEHOLDER) + grown(BESIDE) + hinted <= self.width()
        self.setPlaceholderText(PLACEHOLDER if whole else SHORTER)
        self._hint.move(self.width() - self._hint.width() - 10, (self.height() - self._hint.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the list, while the field keeps the focus."""
        keys, keys_of = Qt.Key, Qt.KeyboardModifier
        shown = self._list is not None and self._list.isVisible()
        if event.key() in (keys.Key_Up, keys.Key_Down) and shown:
            self._move(1 if event.key() == keys.Key_Down else -1)
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            self.goes_on = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if shown:
                self.by_keyboard = True
                self._take(self.results.currentIndex(), event.modifiers())
        elif event.key() == keys.Key_Delete and event.modifiers() & keys_of.ControlModifier:
            self._hide(shown)
        elif event.key() == keys.Key_Escape:
            self._close(shown)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: coming back shows the results again."""
        super().focusInEvent(event)
        self._hint.hide()
        if self.text():
            self.asked.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: a click elsewhere closes the list."""
        super().focusOutEvent(event)
        self._place_hint()
        self._shut()

    def _make_list(self, window: QWidget) -> QListView:
        view = QListView(window)
        view.setObjectName("results")
        view.setAccessibleName("Results")
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setModel(self._model)
        delegate = ResultDelegate(view)
        delegate.palette = self._palette
        view.setItemDelegate(delegate)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.entered.connect(view.setCurrentIndex)
        view.clicked.connect(self._click)
        view.selectionModel().currentChanged.connect(self._point)
        return view

    def _ask(self, text: str) -> None:
        self.asked.emit(text)

    def _move(self, by: int) -> None:
        row = (self.results.currentIndex().row() + by) % self._model.rowCount()
        self.results.setCurrentIndex(self._model.index(row))

    def _click(self, index: QModelIndex) -> None:
        self.by_keyboard = False
        self._take(index, QApplication.keyboardModifiers())

    def _take(self, index: QModelIndex, keys: Qt.KeyboardModifier) -> None:
        hit = index.data(HIT)
        if hit is None:
            return
        if keys & Qt.KeyboardModifier.ControlModifier and hit.kind in ADDED:
            self.added.emit(hit)
            return
        self.clear()
        self._shut()
        goes_on, self.goes_on = self.goes_on, False
        if not goes_on:
            self.clearFocus()
        self.taken.emit(hit)

    def _hide(self, shown: bool) -> None:
        """Hide the marked hit, and be ready for the next word."""
        hit = self.results.currentIndex().data(HIT) if shown else None
        if shown and (hit is None or hit.kind not in HIDDEN):
            return
        if shown:
            self.clear()
            self._shut()
        self.hidden.emit(hit)

    def _shut(self) -> None:
        if self._list and self._list.isVisible():
            self._list.hide()
            self.pointed.emit(None)

    def _point(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(HIT))

    def _close(self, shown: bool) -> None:
        if shown:
            self._shut()
        elif self.text():
            self.clear()
        else:
            self.clearFocus()


