"""One joint of the posture panel: its name, a slider for each side, and what its value means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.card.links import capital
from app.card.posture_words import (
    as_change,
    change_words,
    meaning,
    place_words,
    spoken,
    total_words,
    usual_words,
)
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.posture import JOINTS, JointCard, JointName, Posture, joint_of
from app.reason.best_view import Plane
from app.ui.icons import icon, icon_size
from app.ui.posture.number_field import NumberField
from app.ui.posture.one_line import OneLine
from app.ui.posture.scale import Scale, ScaleSlider
from app.ui.theme import Palette, grown

SIDE = 16
"""Room for the letter of a side, px; it grows with the text."""

KEYS = "Arrows: 1, with Shift 5 · 0: neutral · Delete: as the patterns say · Enter: type a value"
ROOMY = 190
"""In so much room, px, a slider and its number stand in one line; it grows with the text."""
PAD = 8
"""Beside the letters of a title, px."""


@frozen
class Stands:
    """Where the joints stand: as they are seen, what the patterns or the told step say of them, and what was set by hand."""

    shown: Posture = Posture()
    said: tuple[tuple[JointName, float], ...] = ()
    by_hand: tuple[JointName, ...] = ()
    selected: tuple[str, ...] = ()
    """The ids of the selected muscles."""
    unseen: Plane | None = None
    """From where something that moves would be seen, while no view is shown from there."""


class SideRow(QWidget):
    """A slider with its number, and a cross that frees it."""

    tried = Signal(str, float)
    chosen = Signal(str, float)
    freed = Signal(str)
    given_up = Signal()

    def __init__(self, name: JointName, card: JointCard) -> None:
        super().__init__()
        side = name.rpartition("_")[2] if card.paired else ""
        called = f"{card.name}, {side}" if side else card.name
        self.joint = name
        self._card = card
        self.side = QLabel(side[:1].upper())
        self.side.setToolTip(capital(side))
        self.side.setAccessibleName(capital(side))
        self.side.setObjectName("quiet")
        if not side:
            self.side.hide()
        self.slider = ScaleSlider(called, scale_of(card))
        self.number = NumberField(called)
        self.cross = QToolButton()
        self.cross.setProperty("quiet", True)
        self.cross.setObjectName("small")
        self.cross.setAccessibleName(f"As the patterns say: {called}")
        self.cross.setToolTip("As the patterns say (Delete on the slider)")
        policy = self.cross.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.cross.setSizePolicy(policy)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.side, 0, 0)
        self._in_two: bool | None = None
        self._arrange(False)
        self.slider.tried.connect(self._try)
        self.slider.chosen.connect(self._choose)
        self.slider.freed.connect(self._free)
        self.slider.given_up.connect(self.given_up)
        self.slider.typing.connect(self.number.begin)
        self.number.typed.connect(self._choose)
        self.number.left.connect(self.slider.setFocus)
        self.cross.clicked.connect(self._free)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room the number stands below its slider."""
        super().resizeEvent(event)
        self._arrange(self.width() < grown(ROOMY))

    def _arrange(self, in_two: bool) -> None:
        if in_two != self._in_two:
            self._in_two = in_two
            self._grid.addWidget(self.slider, 0, 1, 1, 3 if in_two else 1)
            self._grid.addWidget(self.number, int(in_two), 2)
            self._grid.addWidget(self.cross, int(in_two), 3)

    def show_stands(self, stands: Stands) -> None:
        """Show where the joint stands."""
        by_hand = self.joint in stands.by_hand
        self.slider.show_at(stands.shown.of(self.joint))
        self.slider.show_origin(dict(stands.said).get(self.joint) if by_hand else None, by_hand)
        if self.cross.hasFocus() and not by_hand:
            # What goes must not take the keyboard with it.
            self.slider.setFocus()
        self.cross.setVisible(by_hand)
        self.show_value()

    def show_value(self) -> None:
        """Write the value at which the slider stands."""
        value = self.slider.at
        self.number.show_text(change_words(self._card, value))
        parts = [spoken(self._card, value), place_words(self._card, value), "set by hand" if self.slider.by_hand else ""]
        self.slider.setAccessibleDescription(", ".join(filter(None, parts)))

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.slider.show_theme(palette)
        self.number.show_theme()
        self.side.setFixedWidth(grown(SIDE))
        self.cross.setIcon(icon("close", palette.ink))
        self.cross.setIconSize(icon_size())

    def _try(self, value: float) -> None:
        self.show_value()
        self.tried.emit(self.joint, value)

    def _choose(self, value: float) -> None:
        value = min(max(value, self.slider.scale.low), self.slider.scale.high)
        self.chosen.emit(self.joint, value)

    def _free(self) -> None:
        self.freed.emit(self.joint)


class TitleButton(QPushButton):
    """The name of a joint; where it has no room, it is shortened rather than cut off."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._whole = text
        self.setObjectName("title")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: room for all of the name, px."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + PAD, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt: room for its beginning, px."""
        return QSize(PAD, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: write as much as there is room for."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - PAD // 2))


class JointBlock(QWidget):
    """One joint, or a pair of joints, right and left together or each for itself."""

    tried = Signal(object)
    """Values by joint, for the time being."""
    chosen = Signal(object)
    freed = Signal(object)
    """The names of joints that are to stand where the patterns say."""
    followed = Signal(str)

    def __init__(self, card: JointCard, atlas: Atlas) -> None:
        super().__init__()
        self.card = card
        self._atlas = atlas
        self._seen = False
        self.names = names_of(card)
        self.rows = {name: SideRow(name, card) for name in self.names}
        self.title = TitleButton(card.name)
        self.title.setToolTip(f"{card.plain} Open its card.")
        self.title.setAccessibleName(f"{card.name}: open its card")
        self.dot = QLabel("●")
        self.dot.setObjectName("by_hand")
        self.dot.setToolTip("Set by hand")
        self.dot.setAccessibleName("Set by hand")
        self.both = _text_button("Both", "Move right and left together")
        self.both.setObjectName("both")
        self.both.setCheckable(True)
        self.both.setChecked(True)
        self.both.setAccessibleName(f"{card.name}: move both sides together")
        if not card.paired:
            self.both.hide()
        self.words = OneLine()
        self._arrange()
        for row in self.rows.values():
            row.tried.connect(self._try)
            row.chosen.connect(self._choose)
            row.freed.connect(self._free)
            row.given_up.connect(self._give_up)
            row.slider.setToolTip(_tip(*usual_words(atlas, card), KEYS))
        self.title.clicked.connect(self._open_card)

    @cached_property
    def why(self) -> QToolButton:
        """The button that leads to the assumptions behind the joint."""
        button = _text_button("i", "")
        button.setObjectName("why")
        known = [self._atlas.assumptions[one] for one in self.card.assumptions if one in self._atlas.assumptions]
        if not known:
            button.hide()
        button.setAccessibleName(f"{self.card.name}: what the model assumes")
        button.setToolTip("What the model assumes: " + "; ".join(one.name.lower() for one in known))
        button.clicked.connect(self._open_assumptions)
        return button

    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, as one reads."""
        rows = (one for row in self.rows.values() for one in (row.slider, row.number, row.cross))
        return (self.title, self.why, *rows, self.both)

    def show_stands(self, stands: Stands) -> None:
        """Show where the joint stands. Sides that differ when they are first seen are moved each for itself."""
        if not self._seen:
            self._seen = True
            self.both.setChecked(len({stands.shown.of(name) for name in self.names}) == 1)
        for row in self.rows.values():
            row.show_stands(stands)
        self.dot.setVisible(any(name in stands.by_hand for name in self.names))
        self._write()

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        for row in self.rows.values():
            row.show_theme(palette)

    def _write(self) -> None:
        """Say what the value means; of two sides that differ, each for itself."""
        values = [row.slider.at for row in self.rows.values()]
        if len(set(values)) == 1:
            parts = [total_words(self.card, values[0]), meaning(self.card, values[0])]
            self.words.say(capital(" · ".join(filter(None, parts))))
        else:
            told = (f"{capital(name.rpartition('_')[2])}: {meaning(self.card, value)}" for name, value in zip(self.names, values, strict=True))
            self.words.say(" · ".join(told))

    def _together(self, name: str, value: float) -> Mapping[str, float]:
        """The values that follow from one: for both sides where they are moved together."""
        return dict.fromkeys(self.names if self.both.isChecked() else (name,), value)

    def _try(self, name: str, value: float) -> None:
        self.tried.emit(self._together(name, value))
        self._write()

    def _choose(self, name: str, value: float) -> None:
        self.chosen.emit(self._together(name, value))

    def _give_up(self) -> None:
        """What was tried is not chosen: no joint gets another value."""
        self.chosen.emit({})

    def _free(self, name: str) -> None:
        self.freed.emit(tuple(self._together(name, 0.0)))

    def _open_card(self) -> None:
        self.followed.emit(f"joint/{self.card.id}")

    def _open_assumptions(self) -> None:
        self.followed.emit(f"at/model/joint/{self.card.id}")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.why)
        head.addWidget(self.dot)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.both, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        for row in self.rows.values():
            column.addWidget(row)
        column.addLayout(foot)


def names_of(card: JointCard) -> tuple[JointName, ...]:
    """The joints of a card: one, or right and left."""
    return tuple(name for name in JOINTS if (joint_of(name) if card.paired else name) == card.id)


def scale_of(card: JointCard) -> Scale:
    """What the slider of a joint measures."""
    return Scale(card.low, card.high, fine=0.5 if card.unit == "degrees" else 1.0, usual=tuple(_usual(card)))


def _usual(card: JointCard) -> Iterator[tuple[float, float]]:
    """The usual ranges of a joint as far as its slider reaches."""
    for one in card.normal:
        low, high = as_change(card, one)
        if low < card.high and high > card.low:
            yield max(low, card.low), min(high, card.high)


def _tip(*lines: str) -> str:
    """A tool tip in paragraphs, which is broken into lines where it is long."""
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _text_button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setProperty("quiet", True)
    return button
