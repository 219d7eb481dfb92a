"""Gets the diagrams ready for a posture beside the window, so that the body moves as soon as it is asked to."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.anatomy import ViewName
from app.model.posture import JOINTS, posture
from app.paint.cache import load_drawings
from app.paint.plate import Plate
from app.resources import cache_folder
from app.ui.memory import give_back

if TYPE_CHECKING:
    from app.paint.posed import Bound
    from app.ui.work import Work
    from app.ui.workbench import Workbench

AHEAD = 1200
"""So long, ms, after a start nothing is got ready unless it is asked for."""
SOON = 30
"""What is shown meanwhile is painted first, ms."""


class BindingAhead(QObject):
    """Binds diagrams to the skeleton: the first time ever that takes seconds, later a moment for each view."""

    done = Signal()
    """One more diagram is ready."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.apart = False
        """Whether it is done beside the window: where there is no loop of events, such as in a screenshot, nobody waits."""
        self._bench = bench
        self._known: set[Plate] = set()
        self._view: ViewName = "front"
        self._work: Work[Bound] | None = None
        self._failed = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._begin)
        self._look = QTimer(self, singleShot=True, interval=AHEAD)
        self._look.timeout.connect(self._look_ahead)

    def prepare(self) -> None:
        """In a while, get ready what takes seconds: only the first time ever, as it needs much room."""
        self.apart = True
        self._look.start()

    def knows(self, plate: Plate) -> bool:
        """Whether a diagram can be posed at once."""
        return not self.apart or plate in self._known

    def ready(self, plates: Iterable[Plate]) -> bool:
        """Whether these can be posed at once; else they are got ready, and `done` will tell."""
        if all(map(self.knows, plates)):
            return True
        if self._work is None and not self._failed:
            self._next.start(SOON)
        return False

    def _look_ahead(self) -> None:
        kept = cache_folder()
        if kept and not all(any(kept.glob(f"binding-{view}-*")) for view in self._bench.plates):
            self._begin()

    def _begin(self) -> None:
        """Bind one diagram more, those that are shown first."""
        plates = self._bench.plates
        missing = [view for view in dict.fromkeys((*self._bench.shown.views, *plates))
                   if view in plates and plates[view] not in self._known]
        if self._work or not missing:
            if self._work is None:
                self._clear()
            return
        # Imported here: it is not needed before.
        from app.ui.work import Work

        self._view, marks = missing[0], self._bench.marks
        # What is shown should not wait for what is drawn on it later.
        marked = bool(self._view not in self._bench.shown.views or marks.triggers or marks.attachments or marks.painted)
        self._work = Work(partial(bind_apart, self._view, marked))
        self._work.ended.connect(self._take)
        self._work.begin()

    def _clear(self) -> None:
        """Nothing more is to be got ready."""
        from app.pose.flesh import forget

        forget()
        give_back()
        # What was read for postures stays: to look through it for garbage would hold up a body that moves.
        gc.freeze()

    def _take(self) -> None:
        work, self._work = self._work, None
        if work and work.failure:
            # The window goes on with the neutral body.
            self._failed = True
            self._bench.tell(f"{work.failure[:1].upper()}{work.failure[1:]}.")
            return
        plate = self._bench.plates.get(self._view)
        if plate is None:
            return
        if work and work.result:
            from app.paint.posed import take_over

            take_over(plate, work.result)
        self._known.add(plate)
        self.done.emit()
        self._next.start(0)


def bind_apart(view: ViewName, marked: bool) -> Bound:
    """Bind a diagram that is read anew, as a thread may not share that of the window; what is found is kept in the cache.

    If it is `marked`, what the marks on it go with is worked out as well.
    """
    import app.paint.angles  # noqa: F401
    from app.paint.posed import bound_drawing, warm
    from app.pose.kinematics import posed
    from app.pose.measures import measures

    # What the tables lack is found here, and not while the body moves.
    measures(posed(posture(dict.fromkeys(JOINTS, 1.0))))
    made = bound_drawing(load_drawings([view])[view])
    if marked:
        warm(view)
    return made
