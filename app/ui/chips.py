"""The chosen things as a row of labels: a press explains one, its cross takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.card.joint_words import joint_words
from app.card.links import capital, small
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import QUALITY_LOOKS
from app.model.posture import joint_of
from app.model.reference import Ref
from app.state.choose import (
    SELECTION,
    drop_all_pain,
    drop_cause,
    drop_muscle,
    drop_pain,
    drop_pattern,
)
from app.state.painted import felt_at
from app.state.select import deselect, selected
from app.state.state import Answer, State
from app.ui.cut import SIDE_WORDS, cut, fair
from app.ui.flow import FlowLayout
from app.ui.icons import icon, icon_size
from app.ui.theme import PALETTES, Palette, grown

ChipKind = Literal["pattern", "area", "cause", "muscle", "test", "finding", "about", "pains", "joint", "extent"]
ADD = "Add a pattern or a pain"
MANY, MANY_AREAS, MANY_ANSWERS, MANY_PAINTED = 2, 4, 1, 1
"""More muscles, areas of pain, answers, or areas of which some were painted, than this share one label: they must not take the room
of the body, least of all under a brush that is about to go on."""
NARROWEST, WIDEST, BESIDE, MARGINS = 80, 280, 50, 28
"""The words of a label take so much room, px, and less where the bar is narrow: beside them stand the cross and margins. A tool
tip tells what is cut off."""
WHOLE = 100
"""A posture that goes as far as its patterns say, per cent."""
READABLE, GAP = 104, 8
"""Words may be cut to so many px for all labels to stand in one row, so many px apart; where that is not enough, they take several."""


MEANT: Mapping[ChipKind, str] = {"pains": "area", "extent": "pattern"}
"""What the panel explains for labels that are no thing of the content themselves."""


@frozen
class ChipRow:
    """One chosen thing."""

    kind: ChipKind
    ref: Ref
    text: str
    whole: str = ""
    """All of the name, where the label says it shortly."""

    @property
    def target(self) -> str:
        """What the panel explains at a press."""
        return f"{MEANT.get(self.kind, self.kind)}/{self.ref}"


def chips_of(atlas: Atlas, state: State) -> tuple[ChipRow, ...]:
    """One label per pattern, area of pain, cause, answer and selected muscle, in the order in which they were chosen."""
    chips = [ChipRow("pattern", ref, _named(atlas.patterns[ref.id].name, ref)) for ref in state.patterns]
    chips += _pain_chips(atlas, state)
    if state.cause:
        chips.append(_cause_chip(atlas.causes[state.cause.id].name, state.cause))
    chips += _posture_chips(atlas, state)
    answers = [_answer_chip(atlas, one) for one in state.answers]
    if len(answers) > MANY_ANSWERS:
        answers = [ChipRow("about", Ref("questions"), f"{len(answers)} answers", "\n".join(one.text for one in answers))]
    chips += answers
    return (*chips, *_muscle_chips(atlas, state))


def _posture_chips(atlas: Atlas, state: State) -> Iterator[ChipRow]:
    """That joints were set by hand, and how far the patterns go where that is not all the way: one label, as it is one posture."""
    far = f"{state.extent}\u00a0%" if state.extent != WHOLE else ""
    going = f"The posture goes {far} of what the patterns say" if far else ""
    if state.joints:
        told = "; ".join(joint_words(atlas, name, value) for name, value in state.joints)
        yield ChipRow("joint", Ref(joint_of(state.joints[0][0])), "Posture by hand" + (far and f", {far}"), "\n".join(filter(None, (told, going))))
    elif far:
        yield ChipRow("extent", state.patterns[-1] if state.patterns else Ref(""), f"Posture {far}", going)


def _muscle_chips(atlas: Atlas, state: State) -> tuple[ChipRow, ...]:
    """The selected muscles; many share one label. Two that are compared stand as their columns do."""
    chosen, subject = selected(state), state.subject
    if subject and subject.kind == "muscle" and subject.other and len(chosen) == MANY:
        chosen = (subject.ref, subject.other)
    named = tuple(_named(capital(atlas.muscles[ref.id].name), ref) for ref in chosen)
    if len(named) > MANY:
        return (ChipRow("about", SELECTION.ref, f"{len(named)} muscles", "; ".join(named)),)
    return tuple(ChipRow("muscle", ref, name) for ref, name in zip(chosen, named, strict=True))


def _pain_chips(atlas: Atlas, state: State) -> list[ChipRow]:
    """One label for each area of pain, or one for all where there are many; the last one is explained at a press."""
    named = [(ref, _named(small(atlas.areas[ref.id].name), ref) + _feeling(state, ref)) for ref in state.pain]
    if len(named) <= (MANY_PAINTED if state.painted else MANY_AREAS):
        return [ChipRow("area", ref, f"Pain: {name}") for ref, name in named]
    return [ChipRow("pains", state.pain[-1], f"Pain: {len(named)} areas", "\n".join(name for _, name in named))]


def _feeling(state: State, ref: Ref) -> str:
    """How a chosen area hurts, shortly: " · 6, ache"."""
    felt = felt_at(state, ref)
    told = ([f"{felt.intensity:g}"] if felt.intensity is not None else []) + ([QUALITY_LOOKS[felt.quality].label] if felt.quality else [])
    return " · " + ", ".join(told) if told else ""


def drop(state: State, chip: ChipRow) -> State:
    """Take a chosen thing back."""
    if chip.kind in ("joint", "extent"):
        return replace(state, joints=(), extent=WHOLE)
    if chip.kind == "pattern":
        return drop_pattern(state, chip.ref.id)
    if chip.kind == "about" and chip.ref == SELECTION.ref:
        return drop_muscle(state)
    if chip.kind == "about":
        return replace(state, answers=())
    if chip.kind == "pains":
        return drop_all_pain(state)
    if chip.kind in ("test", "finding"):
        return replace(state, answers=tuple(one for one in state.answers if one.id != chip.ref.id))
    if chip.kind == "cause":
        return drop_cause(state)
    return drop_pain(state, chip.ref) if chip.kind == "area" else deselect(state, (chip.ref,))


def _cause_chip(name: str, ref: Ref) -> ChipRow:
    """The chosen cause, without what its name explains in brackets."""
    short = name.partition(" (")[0]
    return ChipRow("cause", ref, "Cause: " + _named(small(short), ref), name if short != name else "")


def _answer_chip(atlas: Atlas, one: Answer) -> ChipRow:
    """What was found for a test, or reported for a finding."""
    if one.id in atlas.tests:
        return ChipRow("test", Ref(one.id, one.side), f"{_named(atlas.tests[one.id].name, Ref(one.id, one.side))}: {one.result}")
    said = "yes" if one.result == "positive" else "no"
    return ChipRow("finding", Ref(one.id), f"{atlas.findings[one.id].name}: {said}")


class ChipWidget(QWidget):
    """A label and its cross."""

    pressed = Signal(str)
    dropped = Signal(object)

    def __init__(self, row: ChipRow, palette: Palette) -> None:
        super().__init__()
        self.row = row
        self.label = QToolButton()
        self.label.setProperty("chip", "label")
        self.squeeze(WIDEST)
        self.label.setAccessibleName(f"{row.text}, chosen. Delete takes it back.")
        self.cross = QToolButton()
        self.show_theme(palette)
        self.cross.setProperty("chip", "close")
        self.cross.setAccessibleName(f"Take back {row.text}")
        self.cross.setToolTip("Take back (Delete)")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for part in (self.label, self.cross):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            line.addWidget(part)
        self.label.clicked.connect(self._press)
        self.cross.clicked.connect(self._drop)

    def show_theme(self, palette: Palette) -> None:
        """Draw the cross in other colours, as large as the text."""
        self.cross.setIcon(icon("close", palette.quiet))
        self.cross.setIconSize(icon_size())

    @property
    def needs(self) -> float:
        """How wide the words are, px, with nothing cut off."""
        return QFontMetricsF(self.label.font()).horizontalAdvance(self.row.text)

    def squeeze(self, width: int) -> None:
        """Cut the words short where they would take more than a width, px; then the tool tip tells them whole."""
        text = cut(self.row.text, self.label.font(), max(width, grown(NARROWEST)))
        # Of a name such as "back & hip" Qt would make a key of the window.
        shown = text.replace("&", "&&")
        if shown != self.label.text():
            self.label.setText(shown)
            self.label.setToolTip(self.row.whole or (self.row.text if text != self.row.text else ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete and Backspace take the thing back."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.matches(QKeySequence.StandardKey.Backspace):
            self._drop()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        self.pressed.emit(self.row.target)

    def _drop(self) -> None:
        self.dropped.emit(self.row)


class ChipBar(QWidget):
    """All chosen things, and how to add one."""

    explained = Signal(str)
    dropped = Signal(object)
    add_pressed = Signal()
    changed = Signal()
    """Its one row may need more room, or less."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.setAccessibleName("Chosen")
        self._palette = PALETTES["light"]
        self._rows: tuple[ChipRow, ...] = ()
        self._widgets: list[ChipWidget] = []
        self._before: QWidget | None = None
        self._flow = FlowLayout(self, gap=GAP)
        self._flow.setContentsMargins(20, 12, MARGINS - 20, 4)
        self.add = QToolButton()
        self.add.setText(ADD)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.add.setAccessibleName(ADD)
        self.add.setToolTip(f"{ADD} (Ctrl+K)")
        self.add.setProperty("chip", "add")
        self.add.clicked.connect(self.add_pressed)
        self._note = QLabel("Click where it hurts. Esc ends it.")
        self._note.setObjectName("quiet")
        self._note.hide()
        self._flow.addWidget(self.add)
        self._flow.addWidget(self._note)
        self._ways_back: dict[QAction, QToolButton] = {}

    @property
    def chips(self) -> tuple[ChipWidget, ...]:
        """The labels, left to right."""
        return tuple(self._widgets)

    def show_chips(self, rows: tuple[ChipRow, ...]) -> None:
        """Show other labels; those that stay keep their focus."""
        if rows == self._rows:
            return
        self._rows = rows
        styles = Qt.ToolButtonStyle
        self.add.setToolButtonStyle(styles.ToolButtonIconOnly if rows else styles.ToolButtonTextOnly)
        for widget in self._widgets:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        tail = (self.add, self._note, *self._ways_back.values())
        for part in tail:
            self._flow.removeWidget(part)
        for row in rows:
            widget = ChipWidget(row, self._palette)
            widget.pressed.connect(self.explained)
            widget.dropped.connect(self.dropped)
            self._flow.addWidget(widget)
            self._widgets.append(widget)
        for part in tail:
            self._flow.addWidget(part)
        self._rearrange()
        self._order_focus()

    def follow_in_focus(self, before: QWidget) -> None:
        """Have Tab reach the labels, from left to right, and then the button that adds one, after another widget."""
        self._before = before
        self._order_focus()

    def _order_focus(self) -> None:
        before = self._before
        labels = (part for widget in self._widgets for part in (widget.label, widget.cross))
        for part in (*labels, self.add, *self._ways_back.values()):
            if before:
                QWidget.setTabOrder(before, part)
            before = part

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: labels never reach beyond the bar."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        """Cut the words of the labels so far that all stand in one row, if they can be read then, and always within the bar."""
        share = fair([widget.needs for widget in self._widgets], self.width() - self._beside)
        widest = min(grown(WIDEST), self.width() - grown(BESIDE) - MARGINS)
        for widget in self._widgets:
            widget.squeeze(min(widest, round(share)) if share >= grown(READABLE) else widest)

    @property
    def needs(self) -> float:
        """How wide the bar would have to be, px, for one row of labels with nothing cut off."""
        return sum(widget.needs for widget in self._widgets) + self._beside

    @property
    def _beside(self) -> int:
        """The room that all takes which is no word of a label, px."""
        tail = [part.sizeHint().width() + GAP for part in (self.add, self._note, *self._ways_back.values()) if not part.isHidden()]
        return MARGINS + sum(tail) + len(self._widgets) * (grown(BESIDE) + GAP) - GAP

    def show_picking(self, picking: bool) -> None:
        """Tell that clicks on the body now mean pain."""
        self._note.setVisible(picking)
        self._rearrange()

    def _rearrange(self) -> None:
        self._squeeze()
        self.changed.emit()

    def show_drawing(self, drawing: bool) -> None:
        """While pain is drawn one adds with the brush: no first area must begin a line and so move the body."""
        self.setMinimumHeight(self.height() if drawing else 0)
        self.add.setVisible(not drawing)

    def show_way_back(self, action: QAction, text: str) -> None:
        """Say that something is not shown, on a button whose action brings it back; without a text it goes."""
        button = self._ways_back.get(action)
        if button is None and text:
            button = self._ways_back[action] = QToolButton()
            button.setProperty("chip", "add")
            button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
            button.clicked.connect(action.trigger)
            self._flow.addWidget(button)
            self._order_focus()
        if button:
            button.setText(text)
            button.setVisible(bool(text))
            self._rearrange()

    @property
    def ways_back(self) -> tuple[QToolButton, ...]:
        """The buttons that bring something back."""
        return tuple(button for button in self._ways_back.values() if button.text())

    def show_theme(self, palette: Palette) -> None:
        """Draw the crosses in other colours."""
        self._palette = palette
        self.add.setIcon(icon("plus", palette.quiet))
        self.add.setIconSize(icon_size())
        for widget in self._widgets:
            widget.show_theme(palette)
        self._squeeze()


def _named(name: str, ref: Ref) -> str:
    return name + SIDE_WORDS.get(ref.side or "", "")
