"""Length against angle: the joint that is chosen, the curves of the selected muscles, and what they say."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from app.model.knowledge import Atlas
from app.model.posture import JOINTS, NEUTRAL, JointName, Posture, joint_of
from app.model.reference import BodySide, Ref, body_sides
from app.pose.lengths import value_of
from app.ui.plots.bars import Changes, Key, Unit
from app.ui.plots.curve_look import MOST
from app.ui.plots.curve_plot import CurvePlot, Span
from app.ui.plots.curves import Asked, Curves, Line, ends, others, strongest
from app.ui.plots.drawing import Sheet, drawn, heading, said
from app.ui.plots.joints import Range, joint_title, ranges, span_of
from app.ui.plots.parts import Choice
from app.ui.plots.readout import Readout, Said, Values
from app.ui.theme import Palette, grown

SLICE = 0.006
"""Points are looked for during so many seconds at a time: less than a frame."""
LEAST_HEIGHT = 120
"""The plot is at least so high, px; where there is little room the values are scrolled."""
PAUSE = 0.08
"""While points are found the curves are drawn anew after so many seconds."""
COARSE = 5
"""A curve is drawn as soon as so many of its points are known."""
MEASURES: dict[Unit, str] = {"percent": "Length change (%)", "mm": "Length change (mm)"}
HINT = "Drag the line, or move it with the arrow keys: the body follows."
GHOSTS = " Thin curves: before the other joints last moved."
EMPTY = "Click a muscle on the body to see how its length follows a joint. With Ctrl, several together."


class CurveView(QWidget):
    """Shows what it is told, and finds the points of its curves a few at a time."""

    tried = Signal(str, float)
    """A joint is being moved to a value, degrees or mm."""
    settled = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self.curves = Curves()
        self.joint: JointName | None = None
        self._atlas = Atlas()
        self._keys: tuple[Key, ...] = ()
        self._changes: Changes = {}
        self._now = NEUTRAL
        self._rest: tuple[Posture, Posture | None] = NEUTRAL, None
        """The other joints as they rest, and as they rested before."""
        self._asked = Asked()
        self._finding: tuple[Range, ...] = ()
        self._unit: Unit = "percent"
        self._read: float | None = None
        self._moving = False
        self._drawn = 0.0
        self.joints = Choice("Joint", "The joint on the axis; at first the one that changes the muscle most")
        self.plot, self.readout = CurvePlot(), Readout()
        self.values = Values(self.readout)
        self.empty, self.note = QLabel(EMPTY), QLabel(HINT)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)
        self._arrange()
        self.joints.activated.connect(self._choose)
        self.plot.tried.connect(self._try)
        self.plot.settled.connect(self._settle)
        self.plot.read.connect(self._read_at)

    def _arrange(self) -> None:
        for quiet in (self.empty, self.note):
            quiet.setObjectName("quiet")
            quiet.setWordWrap(True)
        self.note.setContentsMargins(12, 0, 12, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(24, 24, 24, 24)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.values)
        column.addWidget(self.note)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)

    # What it is told.

    def show_content(self, atlas: Atlas) -> None:
        """Take over the joints."""
        self._atlas = atlas
        self.joints.clear()
        region = ""
        for joint, _, _ in ranges(self._atlas, JOINTS):
            card = atlas.joints[joint_of(joint)]
            if region and card.region != region:
                self.joints.insertSeparator(self.joints.count())
            region = card.region
            self.joints.addItem(joint_title(self._atlas, joint), joint)

    def show_muscles(self, refs: tuple[Ref, ...]) -> None:
        """Draw the curves of these muscles, the last ones where they are too many."""
        keys = tuple((ref.id, side) for ref in refs[-MOST:] for side in self._sides(ref))
        if keys == self._keys:
            return
        self._keys = keys
        self._stack.setCurrentIndex(1 if keys else 0)
        if keys:
            self._find_joint()

    def show_changes(self, now: Posture, changes: Changes, moving: bool) -> None:
        """Stand the line where the posture is, or passes while it moves."""
        self._now, self._changes, self._moving = now, changes, moving
        if self.joint and not self._finding:
            self._note_rest(self.joint)
            self._ask(self.joint)
        self._draw()

    def show_unit(self, unit: Unit) -> None:
        """Measure in per cent or mm."""
        self._unit = unit
        self._show_span()
        self._draw()

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.plot.setMinimumHeight(grown(LEAST_HEIGHT))
        self.joints.show_theme(palette)
        self.plot.show_theme(palette)
        self.readout.show_theme(palette)
        self._draw()

    @property
    def has_curves(self) -> bool:
        """Whether there is anything to see, or to copy."""
        return bool(self._keys and self.joint)

    @property
    def sheet(self) -> Sheet:
        """What is shown now."""
        lines = tuple(line for line in self._asked.lines if len(self._points(line)[0]) >= COARSE)
        ghosts = tuple(line for line in self._asked.ghosts if len(self._points(line)[0]) >= COARSE)
        order = tuple(dict.fromkeys(muscle for muscle, _ in self._keys))
        points = {line: self._points(line) for line in (*lines, *ghosts)}
        names = {muscle: self._atlas.muscles[muscle].name for muscle in order}
        return Sheet(lines, ghosts, order, names, points, self._changes, self._unit)

    @property
    def span(self) -> Span:
        """The joint on the axis."""
        return span_of(self._atlas, self.joint) if self.joint else Span("", "", -1.0, 1.0)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: what was asked for meanwhile is found now."""
        super().showEvent(event)
        if self.curves.at_work:
            self._timer.start()
        self._draw()

    # The joint.

    def _find_joint(self) -> None:
        """Look for the joint that changes the muscles most: of those that have moved, or else of all."""
        self._look_among(ranges(self._atlas, (joint for joint, _ in self._now.values)) or ranges(self._atlas, JOINTS))

    def _look_among(self, spans: tuple[Range, ...]) -> None:
        self._finding = spans
        self.curves.sample(ends(self._keys, spans))
        self._timer.start()

    def _found(self) -> None:
        best, spans, self._finding = strongest(self.curves, self._keys, self._finding), self._finding, ()
        everything = ranges(self._atlas, JOINTS)
        if best is None and spans != everything:
            self._look_among(everything)
        else:
            self.show_joint(best or self.joint or (everything[0][0] if everything else None))

    def show_joint(self, joint: JointName | None) -> None:
        """Draw the curves against this joint."""
        if joint is None:
            return
        self._finding = ()
        if joint != self.joint:
            self.joint, self._rest = joint, (others(self._now, joint), None)
        self.joints.setCurrentIndex(self.joints.findData(joint))
        self._show_span()
        self._ask(joint)
        self._draw()

    def _choose(self, _place: int) -> None:
        self.show_joint(self.joints.currentData())

    def _show_span(self) -> None:
        self.plot.show_span(self.span, MEASURES[self._unit])

    # Points.

    def _note_rest(self, joint: JointName) -> None:
        rest = others(self._now, joint)
        if not self._moving and rest != self._rest[0]:
            self._rest = rest, self._rest[0]

    def _ask(self, joint: JointName) -> None:
        """Ask for the curves in the present posture. While it moves, those that are begun take shape first."""
        rest = others(self._now, joint)
        lines = tuple(Line(muscle, side, joint, rest) for muscle, side in self._keys)
        ghosts = tuple(Line(muscle, side, joint, self._rest[1]) for muscle, side in self._keys) if self._rest[1] is not None else ()
        asked = Asked(lines, ghosts, self.span.low, self.span.high)
        is_bare = any(len(self._points(line)[0]) < COARSE for line in self._asked.lines)
        if asked == self._asked or (self._moving and self.curves.at_work and is_bare):
            return
        self._asked = asked
        self.curves.ask(asked)
        self._timer.start()

    def work(self) -> None:
        """Find some more points, while they are to be seen."""
        if not self.isVisible():
            self._timer.stop()
            return
        more = self.curves.work(SLICE)
        if not more:
            self._timer.stop()
            if self._finding:
                self._found()
                return
        if not self._finding and (not more or perf_counter() - self._drawn > PAUSE):
            self._draw()

    def _points(self, line: Line) -> tuple[list[float], list[float]]:
        return self.curves.points(line, self._asked.low, self._asked.high)

    # What is seen.

    def _draw(self) -> None:
        if not (self.isVisible() and self.has_curves and self._changes) or self._finding:
            return
        sheet = self.sheet
        if sheet.lines:
            self.plot.show_curves(drawn(sheet, sheet.lines), drawn(sheet, sheet.ghosts))
            self.plot.fit(only_grow=self._moving or self.curves.at_work)
        self._say(sheet)
        self._drawn = perf_counter()

    def _say(self, sheet: Sheet) -> None:
        value = value_of(self._now, self.joint) if self.joint else 0.0
        here = said(sheet, None)
        self.plot.show_now(value, [(one.look, one.shown) for one in here])
        at = self._read
        pointed = here if at is None else said(sheet, at)
        head = heading(joint_title(self._atlas, self.joint) if self.joint else "", self.span.text(value if at is None else at), at is None)
        self.readout.show_values(head, [Said(one.look, one.name, one.length, one.change) for one in pointed])
        self.note.setText(HINT + (GHOSTS if sheet.ghosts else ""))
        self.plot.setAccessibleDescription(self.readout.text)

    def _read_at(self, value: float | None) -> None:
        self._read = value
        if self.has_curves and self._changes:
            self._say(self.sheet)

    def _try(self, value: float) -> None:
        if self.joint:
            self.tried.emit(self.joint, value)

    def _settle(self, value: float) -> None:
        if self.joint:
            self.settled.emit(self.joint, value)

    # Names.

    def _sides(self, ref: Ref) -> tuple[BodySide, ...]:
        muscle = self._atlas.muscles.get(ref.id)
        sides = body_sides(muscle.side == "paired", ref.side) if muscle else ()
        return tuple(side for side in sides if not self._changes or (ref.id, side) in self._changes)
