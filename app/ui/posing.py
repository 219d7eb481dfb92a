"""The body moves: whenever the state's posture changes it goes there, it can be tried out, and compared with the neutral body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.model.knowledge import Atlas
from app.model.posture import NEUTRAL, JointName, Posture, posture
from app.reason.posture import posture_of
from app.state.posture import free_joints, free_several, set_extent, set_joints
from app.state.state import State, Stroke
from app.ui.actions import ActionRow, Rows
from app.ui.binding import BindingAhead
from app.ui.canvas.stance import Extras, Stance
from app.ui.canvas.standing import StandingWidget
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

DURATION = 250
"""How long the body takes to another posture, ms."""
REST = 140
"""So long after the last try, ms, the body rests: names are written beside it again."""
NEUTRAL_KEY = Qt.Key.Key_N
HELD = "Neutral"
"""Stands over the body while that key is held."""


class Posing(Feature):
    """Moves the body to the posture of the state, or for a while to another one."""

    rows: ClassVar[Rows] = (
        ActionRow("neutral", "Posture", "The neutral body, while the key is held", ("N",), "show_neutral", checkable=True),
        ActionRow("beside_neutral", "Posture", "Neutral and posed side by side", ("Ctrl+N",), "show_beside", checkable=True),
        ActionRow("ghost", "Posture", "Outline of the neutral body", ("Ctrl+G",), "show_ghost", checkable=True),
        ActionRow("angles", "Posture", "Angles on the body", ("Ctrl+Shift+A",), "show_angles", checkable=True),
    )

    moved = Signal(object)
    """The posture that is shown from now on, on its way or at rest."""
    rested = Signal(object)
    """The posture in which the body has come to rest."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        bench.posing = self
        self.stance = Stance()
        self._atlas = Atlas()
        self._tried: Posture | None = None
        self._from, self._to = NEUTRAL, NEUTRAL
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(DURATION)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._step)
        self.ahead = BindingAhead(bench)
        self.ahead.done.connect(self._catch_up)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._settle)
        self.canvases: list[StandingWidget] = [bench.stage.canvas]
        """Where the body is shown."""
        bench.actions_by_id["neutral"].setAutoRepeat(False)

    @property
    def now(self) -> Posture:
        """The posture that is shown at present."""
        return self.stance.posture

    @property
    def wanted(self) -> Posture:
        """The posture of the state."""
        return posture_of(self._atlas, self.bench.session.state) if self._atlas.muscles else NEUTRAL

    @property
    def aim(self) -> Posture:
        """Where the body stands; while diagrams for it are still got ready, where it is to stand."""
        return self.now if self.moving else self._goal

    @property
    def moving(self) -> bool:
        """Whether the body is on its way."""
        # Qt tells the last value before it calls the motion ended.
        return self._motion.state() == QVariantAnimation.State.Running and self._motion.currentTime() < DURATION

    # What a posture panel or a plot asks for.

    def try_joint(self, name: JointName, value: float) -> None:
        """Show how a joint would stand at a value (degrees or mm); the state stays as it is."""
        self.try_joints({name: value})

    def try_joints(self, values: Mapping[JointName, float]) -> None:
        """Show how several joints would stand (degrees or mm); the state stays as it is."""
        self._try(set_joints(self.bench.session.state, values))

    def try_extent(self, percent: float) -> None:
        """Show how the body would stand with the patterns gone so far (a percent figure, 0..150); the state stays as it is."""
        self._try(set_extent(self.bench.session.state, percent))

    def set_joint(self, name: JointName, value: float) -> None:
        """Have a joint stand at a value (degrees or mm)."""
        self.set_joints({name: value})

    def set_joints(self, values: Mapping[JointName, float]) -> None:
        """Have several joints stand at values (degrees or mm), in one step of undo."""
        self._change(set_joints(self.bench.session.state, values))

    def set_extent(self, percent: float) -> None:
        """Have the patterns go so far, per cent."""
        self._change(set_extent(self.bench.session.state, percent))

    def free(self, *names: JointName) -> None:
        """Have some joints, or all where none is named, stand again where the patterns say."""
        state = self.bench.session.state
        self._change(free_several(state, names) if names else free_joints(state))

    def _try(self, state: State) -> None:
        self._tried = posture_of(self._atlas, state)
        if not self._can_stand(self._tried):
            return
        self._motion.stop()
        self._stand(self._tried, moving=True)
        self._rest.start()

    def _change(self, state: State) -> None:
        self._tried = None
        self.bench.session.change(state)
        self._aim()

    def make_ready(self) -> None:
        """Get the shown diagrams ready: the body will soon be moved by hand, and is to follow at once."""
        self._is_ready()

    def on_neutral(self, stroke: Stroke) -> Stroke:
        """A stroke on the body as it stands, as it would be on the neutral one, which all paint is kept on."""
        if self.now == NEUTRAL:
            return stroke
        # Imported here: until a posture is shown, numpy is not needed.
        from app.paint.posed_marks import unposed_spots
        from app.pose.kinematics import posed

        return replace(stroke, points=unposed_spots(stroke.view, stroke.points, posed(self.now)))

    # The slots of the actions.

    def show_neutral(self, neutral: bool) -> None:
        """Show the neutral body, or the posed one again; asked for by key it is shown while the key is held."""
        app = QApplication.instance()
        if neutral and app:
            app.installEventFilter(self)
        elif app:
            app.removeEventFilter(self)
        self._tell_held(neutral)
        self._aim()

    def show_beside(self, beside: bool) -> None:
        """Show the neutral body beside the posed one."""
        self._show(replace(self.stance.extras, beside=beside))

    def show_ghost(self, ghost: bool) -> None:
        """Draw the outline of the neutral body over the posed one."""
        self._show(replace(self.stance.extras, ghost=ghost))

    def show_angles(self, angles: bool) -> None:
        """Draw the angles of posture on the body."""
        self._show(replace(self.stance.extras, angles=angles))

    def _show(self, extras: Extras) -> None:
        if extras.angles:
            self._is_ready()
        self._stand_as(Stance(self.now, extras, self.stance.moving, self.ahead.knows))

    # What the window tells.

    def show_content(self, atlas: Atlas) -> None:
        """Take over the content: what its patterns say of the joints."""
        self._atlas = atlas

    def show_plates(self) -> None:
        """The diagrams are there: the body stands at once as the state has it, or as soon as they are ready for that."""
        if self._can_stand(self._goal):
            self._stand(self._goal, moving=False)

    def show_state(self, before: State, after: State) -> None:
        """Go to the posture of another state."""
        if before != after:
            self._tried = None
        if self.bench.plates:
            self._aim()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: while the neutral body is shown, its key may be let go."""
        if (event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and event.key() == NEUTRAL_KEY
                and not event.isAutoRepeat()):
            self._let_go()
        return False

    def _let_go(self) -> None:
        """The key is held no longer: the posture comes back."""
        self.bench.actions_by_id["neutral"].setChecked(False)
        self.show_neutral(False)

    def _tell_held(self, held: bool) -> None:
        """Say over the body that this is the neutral one, where it would stand otherwise."""
        from app.ui.told import drop_over, hold_over

        if held and self.wanted != NEUTRAL:
            hold_over(self.bench.stage.canvas, HELD)
        elif not held:
            drop_over(self.bench.stage.canvas, HELD)

    # The motion.

    @property
    def _goal(self) -> Posture:
        if self.bench.actions_by_id["neutral"].isChecked():
            return NEUTRAL
        return self.wanted if self._tried is None else self._tried

    def _aim(self) -> None:
        """Go to where the body is to stand, from where it is seen to stand."""
        goal = self._goal
        if (self._to if self.moving else self.now) == goal or not self._can_stand(goal):
            return
        self._motion.stop()
        self._rest.stop()
        canvas = self.bench.stage.canvas
        self._from, self._to = self.now, goal
        if canvas.animated and canvas.isVisible():
            self._motion.start()
        else:
            self._arrive()

    def _can_stand(self, goal: Posture) -> bool:
        """Whether the body can be shown so now; else it will go there when the diagrams are ready."""
        return goal == NEUTRAL or self._is_ready()

    def _is_ready(self) -> bool:
        plates = self.bench.plates
        return self.ahead.ready(plates[view] for view in self.bench.shown.views if view in plates)

    def _catch_up(self) -> None:
        """One more diagram is ready: it stands as the others do, and they go where they were to go."""
        self._stand_as(self.stance.again(self.stance.moving))
        self._aim()

    def _step(self, share: float) -> None:
        if share >= 1.0:
            self._arrive()
        elif share > 0.0:
            self._stand(between(self._from, self._to, share), moving=True)

    def _arrive(self) -> None:
        self._stand(self._to, moving=False)
        self.rested.emit(self.now)

    def _settle(self) -> None:
        """The hand rests: so does the body."""
        self._stand(self.now, moving=False)
        self.rested.emit(self.now)

    def _stand(self, shown: Posture, moving: bool) -> None:
        if shown == self.now and moving == self.stance.moving:
            return
        before = self.now
        self._stand_as(self.stance.at_rest if shown == before and not moving
                       else Stance(shown, self.stance.extras, moving, self.ahead.knows))
        if shown != before:
            self.moved.emit(shown)

    def _stand_as(self, stance: Stance) -> None:
        self.stance = stance
        # Called, and not connected: a program that ends while a window is open would end badly.
        for canvas in self.canvases:
            canvas.stand(stance)


def between(start: Posture, end: Posture, share: float) -> Posture:
    """The posture on the way from one to another, `share` 0..1 of it gone."""
    names = dict.fromkeys(name for name, _ in (*start.values, *end.values))
    return posture({name: start.of(name) + (end.of(name) - start.of(name)) * share for name in names})
