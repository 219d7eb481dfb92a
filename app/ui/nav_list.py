"""A list of the navigator: a tree view whose lines are painted and understood by a delegate of our own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from app.model.reference import Ref, Side
from app.ui.nav_model import ROW, SIDES, Index, NavModel
from app.ui.nav_rows import Chosen, ListName, NavGroup, NavRow, side_for
from app.ui.side_buttons import SIDE_BUTTONS
from app.ui.theme import PALETTES, Palette, grown, text_sizes

LINE = 32
HEAD = 36
PAD = 12
BOX = 16
PILL, HIGH = 26, 24
BAR = 10
"""Height of a line and of a head, what is left free at its ends, the check box, width and height of a side, the scroll bar, px: all grow
with the text."""
PICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The keys that pick a line."""


WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


def side_rects(rect: QRect) -> tuple[QRect, QRect]:
    """Where the buttons for right and left stand in a line's rectangle, in px of the list."""
    width, height = grown(PILL), grown(HIGH)
    top = rect.center().y() - height // 2 + 1
    left = QRect(rect.right() - PAD - width, top, width, height)
    return QRect(left.left() - width, top, width, height), left


class NavDelegate(QStyledItemDelegate):
    """Paints heads and lines: check box, name, tag, and the two sides where a thing has them."""

    def __init__(self, checkable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._checkable = checkable
        self.palette: Palette = PALETTES["light"]
        self.by_keyboard = False
        """Whether the line with the focus is ringed: a pointer shows by itself where it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the height of a line in px."""
        row = index.data(ROW)
        usual = grown(LINE if row else HEAD)
        if row is None or usual <= LINE:
            return QSize(0, usual)
        # Large text is not cut short but goes on in a second line.
        text = self._name_rect(QRect(0, 0, self._view.width() - grown(BAR), usual), row)
        needed = option.fontMetrics.boundingRect(text, WRAPPED, row.text).height()
        return QSize(0, max(usual, needed + usual - option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one head or line."""
        painter.save()
        rect = option.rect
        font = option.font
        row = index.data(ROW)
        if row is None:
            self._paint_head(painter, rect, font, str(index.data()))
        else:
            self._paint_line(painter, option, row, index.data(SIDES))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
        painter.setFont(_sized(font, text_sizes(font).small))
        painter.setPen(QColor(self.palette.quiet))
        painter.drawText(rect.adjusted(PAD, 0, -PAD, -6), Qt.AlignmentFlag.AlignBottom, text)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, row: NavRow, sides: frozenset[str] | None) -> None:
        rect, font = option.rect, option.font
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect.adjusted(4, 1, -4, -1), sides is not None, _lights(self._view, option))
        text = self._name_rect(rect, row)
        if self._checkable:
            box = grown(BOX)
            self._paint_box(painter, QRect(rect.left() + PAD, rect.center().y() - box // 2, box, box), sides is not None)
        if row.paired:
            for name, place in zip(("right", "left"), side_rects(rect), strict=True):
                self._paint_side(painter, place, font, name, name in (sides or ()))
        if row.tag:
            text.setRight(self._paint_tag(painter, text, font, row))
        painter.setFont(font)
        painter.setPen(QColor(self.palette.ink))
        if rect.height() > grown(LINE):
            painter.drawText(text, WRAPPED, row.text)
            return
        shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Qt: a name that is cut short tells itself whole."""
        row = index.data(ROW)
        if row and (row.whole or option.fontMetrics.horizontalAdvance(row.text) > self._name_rect(option.rect, row).width()):
            QToolTip.showText(event.globalPos(), row.whole or row.text, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _name_rect(self, rect: QRect, row: NavRow) -> QRect:
        """Where the name, and after it the tag, of a line stands, in px of the list."""
        right = side_rects(rect)[0].left() - 8 if row.paired else rect.right() - PAD
        return rect.adjusted(PAD + (grown(BOX) + 10 if self._checkable else 0), 0, right - rect.right(), 0)

    def _paint_ground(self, painter: QPainter, rect: QRect, chosen: bool, lights: tuple[bool, bool]) -> None:
        pointed, focused = lights
        if chosen or pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.palette.chosen if chosen else self.palette.raised))
            painter.drawRoundedRect(rect, 6, 6)
        if self.by_keyboard and focused:
            painter.setPen(QPen(QColor(self.palette.focus), self.palette.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)

    def _paint_box(self, painter: QPainter, rect: QRect, checked: bool) -> None:
        painter.setPen(QPen(QColor(self.palette.accent if checked else self.palette.edge), 1))
        painter.setBrush(QColor(self.palette.accent) if checked else QColor(self.palette.surface))
        painter.drawRoundedRect(rect, 4, 4)
        if checked:
            unit = rect.width() / BOX
            painter.setPen(QPen(QColor(self.palette.on_accent), 2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            tick = ((4.5, 8.5), (7.2, 11.2), (12.0, 5.5))
            painter.drawPolyline(QPolygonF([QPointF(rect.left() + x * unit, rect.top() + y * unit) for x, y in tick]))

    def _paint_side(self, painter: QPainter, rect: QRect, font: QFont, name: str, chosen: bool) -> None:
        painter.setPen(QPen(QColor(self.palette.accent if chosen else self.palette.line), 1))
        painter.setBrush(QColor(self.palette.accent) if chosen else QColor(self.palette.surface))
        painter.drawRoundedRect(rect.adjusted(1, 0, -1, 0), 5, 5)
        painter.setFont(_sized(font, text_sizes(font).small))
        painter.setPen(QColor(self.palette.on_accent if chosen else self.palette.quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name[0].upper())

    def _paint_tag(self, painter: QPainter, rect: QRect, font: QFont, row: NavRow) -> int:
        """Paint the tag at the right where it leaves the name whole; returns where the name must end, px."""
        painter.setFont(font)
        name = painter.fontMetrics().horizontalAdvance(row.text)
        painter.setFont(_sized(font, text_sizes(font).small))
        width = painter.fontMetrics().horizontalAdvance(row.tag)
        if name + width + 12 > rect.width():
            return rect.right()
        painter.setPen(QColor(self.palette.quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.tag)
        return rect.right() - width - 12


class NavList(QTreeView):
    """One list: a click, Space or Enter chooses a line; R and L (or the arrows Right and Left) choose its side."""

    picked = Signal(str, object)
    """The list's name and the reference that was picked."""
    added = Signal(str, object)
    """The same for a line that was picked with Ctrl: one more."""
    menu_asked = Signal(str, object, QPoint)
    """A menu is wanted for a line, at a place of the screen."""

    def __init__(self, name: ListName, title: str, checkable: bool) -> None:
        super().__init__()
        self.name: ListName = name
        self._known: frozenset[str] = frozenset()
        self._stale = False
        """Whether its lines must be laid out anew as soon as it is in sight."""
        self.rows = NavModel(checkable, self)
        self._delegate = NavDelegate(checkable, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(title)
        self.setHeaderHidden(True)
        # Of its one column a hidden head has nothing to tell; at each new style it would have all lines laid out at once.
        self.header().blockSignals(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_groups(self, groups: tuple[NavGroup, ...]) -> None:
        """Show other lines, all of them open."""
        self.rows.show_groups(groups)
        self.expandAll()

    def show_chosen(self, chosen: Chosen) -> None:
        """Mark what is chosen and bring a newly chosen line into sight."""
        self.rows.show_chosen(chosen)
        new = [key for key in chosen.sides if key not in self._known]
        self._known = frozenset(chosen.sides)
        if len(new) == 1 and not self.hasFocus():
            index = self.rows.index_of(new[0])
            if index.isValid():
                self.scrollTo(index)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        if palette != self._delegate.palette:
            self._delegate.palette = palette
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: how high a line is may depend on how wide it is."""
        super().resizeEvent(event)
        if grown(LINE) > LINE and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: lines grow with their text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what has changed while it was out of sight is made up for."""
        super().showEvent(event)
        if self._stale:
            self._lay_out()

    def _lay_out(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.scheduleDelayedItemsLayout()

    def event(self, event: QEvent) -> bool:
        """Qt: a typed letter looks for a line that begins with it, before it is a key of the window."""
        if event.type() == QEvent.Type.StyleChange:
            # The list's own class would lay out all lines at once, and those of lists out of sight, too.
            return QAbstractScrollArea.event(self, event)
        letter = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isalpha()
        # Who came with the pointer goes on with the keys of the window.
        if letter and self._delegate.by_keyboard:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer takes over from the keyboard; the side buttons mean back and forward in all the window."""
        self._delegate.by_keyboard = False
        if event.button() in SIDE_BUTTONS:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click picks the line, or the side under the pointer."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.rows.row_at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._add(index)
            return
        if row.paired:
            right, left = side_rects(self.visualRect(index))
            if right.contains(point) or left.contains(point):
                self._pick(index, "right" if right.contains(point) else "left")
                return
        self._pick(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space and Enter pick the line, the arrows Right and Left its side."""
        self._delegate.by_keyboard = True
        self.viewport().update()
        index = self.currentIndex()
        row = self.rows.row_at(index)
        keys = Qt.Key
        if row and event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in PICKS:
            self._add(index)
        elif row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in PICKS:
            self._pick(index)
        elif event.key() in (keys.Key_Right, keys.Key_Left):
            # Qt would go from a line without sides to its heading, where nothing can be picked.
            if row.paired:
                self._pick(index, "right" if event.key() == keys.Key_Right else "left")
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, keys: Qt.KeyboardModifier) -> QModelIndex:
        """Qt: the keys go from line to line; heads, where nothing can be picked, are passed over, but come into sight."""
        index = super().moveCursor(action, keys)
        # Without a line to start from, Qt asks when the list gets the focus: then it must not move under the pointer.
        if not index.isValid() or self.rows.row_at(index) or not self.currentIndex().isValid():
            return index
        self.scrollTo(index)
        up = action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp)
        line = self.indexAbove(index) if up else self.indexBelow(index)
        return line if self.rows.row_at(line) else self.currentIndex()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: with the keyboard, begin at what is chosen, else at the first line."""
        super().focusInEvent(event)
        self._delegate.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            # The list must not move under the pointer.
            return
        if self.rows.row_at(self.currentIndex()) is None and self.rows.rowCount():
            first = self.rows.index(0, 0, self.rows.index(0, 0))
            chosen = self.rows.first_chosen()
            self.setCurrentIndex(chosen if chosen.isValid() else first)
            if not chosen.isValid():
                self.scrollToTop()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: a menu for the line under the pointer, or from the keyboard for the one with the focus."""
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        row = self.rows.row_at(index)
        if row:
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(PAD, 0)) if by_keyboard else event.globalPos()
            self.menu_asked.emit(self.name, self._ref(index, row), at)
        event.accept()

    def _add(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row:
            self.added.emit(self.name, self._ref(index, row))

    def _ref(self, index: QModelIndex, row: NavRow, side: Side | None = None) -> Ref:
        return Ref(row.id, side or side_for(row, index.data(SIDES) or frozenset(), self.name))

    def _pick(self, index: QModelIndex, side: Side | None = None) -> None:
        row = self.rows.row_at(index)
        if row:
            self.picked.emit(self.name, self._ref(index, row, side))


def _lights(view: QWidget, option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether a line is pointed at, and whether it has the focus."""
    if not (view.underMouse() or view.hasFocus()):
        return False, False
    # Imported here: its many constants take 10 ms to load, and no start needs them.

    flags = QStyle.StateFlag
    return bool(option.state & flags.State_MouseOver), bool(option.state & flags.State_HasFocus)


def _sized(font: QFont, pixels: int) -> QFont:
    copy = QFont(font)
    copy.setPixelSize(pixels)
    return copy
