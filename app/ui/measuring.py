"""How long the muscles are in the posture of a state, for the panel; and which assumption is behind a muscle's number."""

from __future__ import annotations

from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from app.card.amounts import assumptions_behind, moving
from app.model.length import Lengths
from app.model.posture import NEUTRAL, Posture
from app.model.reference import BodySide, body_sides
from app.reason.posture import posture_of
from app.state.state import State
from app.ui.feature import Feature
from app.ui.gestures import target_of
from app.ui.work import Work

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

TOLD_OF = ("pattern", "cause", "muscle")
"""The kinds of page that tell of lengths."""
BEHIND = "behind/"
"""A target with this before it leads to the assumption behind a muscle's number: ``behind/muscle/iliacus:right``."""


class Measuring(Feature):
    """Tells the lengths of a state at once; only the first have to wait until what it takes has been read beside the window."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._account: ModuleType | None = None
        self._work: Work[ModuleType] | None = None
        self._failed = False
        bench.lengths_in = self.lengths_in

    @property
    def is_measuring(self) -> bool:
        """Whether what it takes is still being read."""
        return self._work is not None

    def lengths_in(self, state: State) -> Lengths | None:
        """The lengths (mm) in the posture of a state, where its page tells of them; None as long as they cannot be taken."""
        told = state.subject is not None and state.subject.kind in TOLD_OF
        return self._lengths(posture_of(self.bench.atlas, state)) if told else None

    def follow(self, target: str) -> bool:
        """Follow the link of a muscle's number to the assumption that matters most to it."""
        ref = target_of(target.removeprefix(BEHIND)) if target.startswith(BEHIND) else None
        if ref:
            lengths = self._lengths(posture_of(self.bench.atlas, self.bench.session.state))
            parts = lengths.parts if lengths else {}
            sides: tuple[BodySide, ...] = (*body_sides(True, ref[1].side), "midline")
            known = next((some for side in sides if (some := parts.get((ref[1].id, side)))), ())
            found = assumptions_behind(self.bench.atlas, moving(known))
            if found:
                self.bench.follow(f"assumption/{found[0].id}")
        return target.startswith(BEHIND)

    def _lengths(self, posture: Posture) -> Lengths | None:
        if posture == NEUTRAL:
            return Lengths(posture, {}, {})
        if self._account is None:
            self._read(posture)
            return None
        lengths: Lengths = self._account.lengths_of(posture)
        return lengths

    def _read(self, posture: Posture) -> None:
        if self._work is None and not self._failed:
            self._work = Work(partial(_measured, posture))
            self._work.ended.connect(self._end)
            self._work.begin()

    def _end(self) -> None:
        work, self._work = self._work, None
        if work is None or work.result is None:
            self._failed = True
            return
        self._account = work.result
        self.bench.show_page(self.bench.session.state)


def _measured(posture: Posture) -> ModuleType:
    """Read what measures, and measure a posture with it: the first takes longest."""
    # Imported here: the window starts without numpy.
    from app.pose import account

    account.lengths_of(posture)
    return account
