"""The room between the body and the panel: what is opened there stands side by side, and the lists fold where it gets narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from app.ui.theme import grown

PLACE = 2
"""Behind navigator and body."""


class Between(QObject):
    """Gives room to parts and takes it back. It knows nothing of what they show."""

    crowded_out = Signal(QWidget)
    """There is no room for this part any more, even with the lists folded: it is to be closed."""

    def __init__(self, splitter: QSplitter, parent: QObject) -> None:
        super().__init__(parent)
        self._splitter = splitter
        self._wishes: dict[QWidget, int] = {}
        """The parts, first the one that was opened first, and how wide each must be to be used in comfort, px of usual text."""
        self._bare = QByteArray()
        self._before: list[int] = []
        """The widths of navigator, body and panel before anything was opened, px."""
        self._moved = False
        """Whether a person has given the parts other widths since."""
        splitter.installEventFilter(self)
        splitter.splitterMoved.connect(self._note_move)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a window that gets narrower may leave no room for all parts."""
        if event.type() == QEvent.Type.Resize:
            self.make_room()
        return super().eventFilter(watched, event)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return not self._wishes

    def holds(self, part: QWidget | None) -> bool:
        """Whether a part is open."""
        return part in self._wishes

    def put(self, part: QWidget, width: int, comfort: int) -> None:
        """Let a part stand before the panel, `width` px wide where there is room; below `comfort` (px of usual text) the lists fold."""
        before = dict(zip(self._widgets, self._splitter.sizes(), strict=True))
        if self.is_empty:
            self._bare, self._before, self._moved = self._splitter.saveState(), list(before.values()), False
        self._wishes[part] = comfort
        self._splitter.insertWidget(self._splitter.count() - 1, part)
        self.make_room()
        others = [one for one in self._widgets if one is not part]
        sizes = [0 if one.isHidden() else before[one] for one in others]
        room = self._splitter.width() - (len(others) - sizes.count(0)) * self._splitter.handleWidth()
        sizes[1] += room - sum(sizes)
        left = _given(sizes, [one.minimumWidth() for one in others], max(width, grown(comfort), part.minimumWidth()))
        self._splitter.setSizes([*left[:-1], room - sum(left), left[-1]])

    def swap(self, old: QWidget, new: QWidget) -> None:
        """Let a part stand where another one stood, as wide as that was."""
        self._wishes = {new if part is old else part: wish for part, wish in self._wishes.items()}
        sizes = self._splitter.sizes()
        self._splitter.replaceWidget(self._splitter.indexOf(old), new)
        old.setParent(None)
        self._splitter.setSizes(sizes)

    def take(self, part: QWidget) -> None:
        """Take a part out; what it had goes back to those that gave it."""
        around, inside = self._splitter.parentWidget(), QApplication.focusWidget()
        if around and inside and (inside is part or part.isAncestorOf(inside)):
            # Else it would go to the search field, and the next letter with it.
            around.setFocus()
        # Taken out altogether, so that the widths that are remembered are those of the other parts.
        del self._wishes[part]
        part.hide()
        part.setParent(None)
        self.make_room()
        if self.is_empty and not self._moved:
            self._give_back()

    def make_room(self) -> None:
        """Put the lists aside while the window is too narrow to show them too; the search field still finds all.

        Where that is not enough, what was opened first goes.
        """
        if not self._splitter.count():
            return
        while len(self._wishes) > 1 and self._splitter.width() < self._needed(self._widgets[1:]):
            self.crowded_out.emit(next(iter(self._wishes)))
        narrow = not self.is_empty and self._is_narrow()
        back = self._lists.isHidden() and not narrow
        self._lists.setHidden(narrow)
        if back and self.is_empty:
            self._give_back()

    def widths(self) -> QByteArray:
        """The widths of the other parts, to be kept until the next run: those before anything was opened while something is."""
        return self._splitter.saveState() if self.is_empty else self._bare

    @property
    def _widgets(self) -> list[QWidget]:
        return [one for place in range(self._splitter.count()) if (one := self._splitter.widget(place))]

    @property
    def _lists(self) -> QWidget:
        return self._widgets[0]

    def _is_narrow(self) -> bool:
        """Whether the lists find no room."""
        return self._splitter.width() < self._needed(self._widgets)

    def _needed(self, widgets: Sequence[QWidget]) -> int:
        """How much room some parts need to be used in comfort, px, with the lines between them."""
        return sum(max(one.minimumWidth(), grown(self._wishes.get(one, 0))) for one in widgets) + len(widgets)

    def _give_back(self) -> None:
        """Give lists and panel the widths that they had; the body takes the rest."""
        if len(self._before) == self._splitter.count():
            lists, _, panel = self._before
            self._splitter.setSizes([lists, self._splitter.width() - lists - panel, panel])

    def _note_move(self, _place: int, _number: int) -> None:
        self._moved = True


def _given(sizes: Sequence[int], least: Sequence[int], wanted: int) -> list[int]:
    """What is left of some widths (px) when so much was taken: of the body's first, then of the panel's, the lists', the others'."""
    left = list(sizes)
    for place in _order(len(left)):
        share = min(max(left[place] - least[place], 0), wanted)
        left[place] -= share
        wanted -= share
    return left


def _order(count: int) -> Iterable[int]:
    return (1, count - 1, 0, *range(2, count - 1))
