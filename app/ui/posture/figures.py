"""What a posture does, in figures: the muscles that change most, and the angles by which posture is measured."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from app.card.links import capital
from app.card.most_changed import ChangedMuscle, changed_of, most_changed
from app.card.posture_words import MINUS
from app.model.knowledge import Atlas
from app.model.posture import Posture
from app.model.problem import UserError
from app.reason.best_view import Plane
from app.ui.posture.joint_block import Stands
from app.ui.theme import PALETTES, Palette, grown

if TYPE_CHECKING:
    from app.pose.measures import Measure

Lists = tuple[tuple[ChangedMuscle, ...], ...]
"""What is selected, what gets shorter, and what gets longer."""
HEADS = ("Selected", "Shorter", "Longer")

BETWEEN = 60
"""The figures follow a body that moves so often, ms: faster nobody reads."""
ROOMY = 240
"""In so much room, px, a name and its numbers stand in one line; it grows with the text."""
CELL, ARROW = 48, 20
"""Widths of a number's column and of the arrow's, px; they grow with the text."""
OBLIQUITY = "pelvic_obliquity"
MEASURED = ("pelvic_tilt", OBLIQUITY, "lumbar_lordosis", "thoracic_kyphosis", "craniovertebral_angle")
"""The measures that are shown, where the model takes them; the obliquity only where there is one."""
JOINT_BEHIND = {"craniovertebral_angle": "head_forward"}
"""The joint by which a measure mostly changes, where it has another name."""
NOTE = ("By the model, from attachments measured on one body. It says nothing of tone or strength, and proves no claim. "
        "Each number leads to what it rests on.")
SEEN_BEST: dict[Plane, str] = {"side": "Seen best from the side", "front": "Seen best from the front"}


class MuscleList(QWidget):
    """The muscles that get shorter, and those that get longer, each a link."""

    followed = Signal(str)
    pointed = Signal(str)
    plots_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.texts = tuple(self._text(name) for name in ("Selected muscles", "Muscles that get shorter", "Muscles that get longer"))
        self.more = QToolButton()
        self.more.setText("All as plots")
        self.more.setObjectName("both")
        self.more.setToolTip("The length of every muscle as bars and curves")
        head = QLabel("Muscles that change most")
        head.setObjectName("part_head")
        head.setIndent(0)
        head.setWordWrap(True)
        note = QLabel(NOTE)
        note.setObjectName("quiet")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        self.none = QLabel("None: the body stands as it was measured.")
        self.none.setObjectName("quiet")
        self.none.setWordWrap(True)
        # What was asked for stands first.
        for part in (self.texts[0], head, self.none, *self.texts[1:], note):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self.plots_asked)

    def show_muscles(self, atlas: Atlas, lists: Lists, palette: Palette, narrow: bool) -> None:
        """Show the selected muscles, those that get shorter and those that get longer, in two lines each where there is little room."""
        self.none.setVisible(not any(lists[1:]))
        for label, word, found in zip(self.texts, HEADS, lists, strict=True):
            label.setVisible(bool(found))
            _write(label, muscle_table(atlas, word, found, palette, narrow) if found else "")

    def _text(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName("links")
        label.setAccessibleName(name)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setIndent(0)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        label.linkActivated.connect(self.followed)
        label.linkHovered.connect(self.pointed)
        return label


class MeasureList(QLabel):
    """The angles by which posture is measured: in the measured body, and now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("measures")
        self.setAccessibleName("Measures of posture")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setIndent(0)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)

    def show_posture(self, posture: Posture, palette: Palette, narrow: bool) -> None:
        """Show the measures of a posture, in two lines each where there is little room."""
        from app.pose.kinematics import posed
        from app.pose.measures import measures

        try:
            known = {one.id: one for one in measures(posed(posture))}
        except UserError as error:
            self.setText(escape(f"{capital(str(error))}."))
            return
        found = [known[key] for key in MEASURED if key in known and (key != OBLIQUITY or _differs(known[key]))]
        _write(self, measure_table(found, palette, narrow))
        tip = "\n".join(f"{capital(one.name)}: {one.how}" for one in found)
        if self.toolTip() != tip:
            self.setToolTip(tip)


class Figures(QWidget):
    """Keeps both lists in step with the body: measures at every frame, muscles as often as one can read."""

    def __init__(self) -> None:
        super().__init__()
        self.muscles, self.measures = MuscleList(), MeasureList()
        self._atlas = Atlas()
        self._palette = PALETTES["light"]
        self.best_view = QLabel()
        self.best_view.setObjectName("links")
        self.best_view.setIndent(0)
        self.best_view.setWordWrap(True)
        self.best_view.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        self.best_view.setAccessibleName("From where the posture is seen best")
        self.best_view.setToolTip("Show the body from there")
        self.best_view.hide()
        self._stands = Stands()
        self._is_narrow = False
        self._timer = QTimer(self, singleShot=True, interval=BETWEEN)
        self._timer.timeout.connect(self._show_muscles)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.best_view)
        column.addWidget(self.measures)
        column.addWidget(self.muscles)
        column.addStretch(1)

    def show_atlas(self, atlas: Atlas) -> None:
        """Take over what muscles are called."""
        self._atlas = atlas

    def show_stands(self, stands: Stands, at_once: bool = False) -> None:
        """Show the figures of a posture, and from where it would be seen better."""
        self._stands = stands
        self._show_best_view()
        self.measures.show_posture(stands.shown, self._palette, self._is_narrow)
        if at_once:
            self._timer.stop()
            self._show_muscles()
        elif not self._timer.isActive():
            self._timer.start()

    def _show_best_view(self) -> None:
        plane = self._stands.unseen
        self.best_view.setVisible(plane is not None)
        if plane:
            link = f"<a href='show' style='color:{self._palette.link}'>show</a>"
            _write(self.best_view, f"<span style='color:{self._palette.quiet}'>{SEEN_BEST[plane]} · </span>{link}")

    def show_theme(self, palette: Palette) -> None:
        """Write in other colours."""
        self._palette = palette
        if self._atlas.muscles:
            self.show_stands(self._stands, at_once=True)

    def fit(self, room: int) -> None:
        """Let names and numbers stand below each other where there is little room, px."""
        was, self._is_narrow = self._is_narrow, room < grown(ROOMY)
        if was != self._is_narrow and self._atlas.muscles:
            self.show_stands(self._stands)

    def _show_muscles(self) -> None:
        from app.pose.kinematics import posed
        from app.pose.lengths import changes

        stands = self._stands
        try:
            found = changes(posed(stands.shown)) if stands.shown.values else {}
        except UserError:
            # Why there are none is told by the plots and the command line; the body moves all the same.
            found = {}
        lists = (changed_of(stands.selected, found.items()), *most_changed(found.items()))
        self.muscles.show_muscles(self._atlas, lists, self._palette, self._is_narrow)


def muscle_table(atlas: Atlas, word: str, found: Iterable[ChangedMuscle], palette: Palette, narrow: bool = False) -> str:
    """Rows as rich text: a muscle as a link, its change in mm and per cent, below it where there is little room."""
    def row(one: ChangedMuscle) -> str:
        known = atlas.muscles.get(one.muscle)
        target = f"muscle/{one.muscle}" + (f":{one.side}" if one.side else "")
        name = escape(capital(known.name if known else one.muscle)) + (f", {one.side}" if one.side else "")
        link = _link(palette, target, name)
        mm, percent = (_link(palette, f"behind/{target}", _tenths(value)) for value in (one.mm, one.percent))
        if narrow:
            return f"<tr><td>{link}<br>{mm}&nbsp;mm {percent}&nbsp;%</td></tr>"
        return f"<tr><td>{link}</td>{_cell(mm)}{_cell(percent)}</tr>"

    units = "" if narrow else _cell("mm") + _cell("%")
    head = f"<tr style='color:{palette.quiet}'><td>{word}</td>{units}</tr>"
    return f"<table width='100%' cellspacing='0' cellpadding='2'>{head}{''.join(map(row, found))}</table>"


def measure_table(found: Iterable[Measure], palette: Palette, narrow: bool = False) -> str:
    """Rows as rich text: an angle of the measured body, and what it is now, which leads to what is assumed; below its name where there is little room."""
    def row(one: Measure) -> str:
        name, before = escape(capital(one.name)), _angle(one.neutral)
        target = f"at/model/joint/{JOINT_BEHIND.get(one.id, one.id)}"
        now = f"<b>{_link(palette, target, _angle(one.value))}</b>" if _differs(one) else ""
        if narrow:
            return f"<tr><td>{name}<br>{before}{' → ' if now else ''}{now}</td></tr>"
        return f"<tr><td>{name}</td>{_cell(before)}<td width='{grown(ARROW)}' align='right'>{'→' if now else ''}</td>{_cell(now)}</tr>"

    return f"<table width='100%' cellspacing='0' cellpadding='{4 if narrow else 1}'>{''.join(map(row, found))}</table>"


def _link(palette: Palette, target: str, text: str) -> str:
    return f"<a href='{target}' style='color:{palette.link}; text-decoration:none'>{text}</a>"


def _cell(text: str) -> str:
    return f"<td align='right' width='{grown(CELL)}'>{text}</td>"


def _differs(one: Measure) -> bool:
    return round(one.value - one.neutral, 1) != 0


def _tenths(value: float) -> str:
    return f"{value:+.1f}".replace("-", MINUS)


def _angle(value: float) -> str:
    return f"{value:.1f}°".replace("-", MINUS)


def _write(label: QLabel, text: str) -> None:
    """Write anew only what changed: a link that has the keyboard would lose it."""
    if label.text() != text:
        label.setText(text)
