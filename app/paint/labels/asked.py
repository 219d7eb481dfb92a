"""Which names are to be guessed, and in what order they are told: the same in every window and on every page.

They are those for which there is room on a page of a modest size, so that no window is crowded. They are numbered figure by
figure from the left, on each from head to foot: so the numbers rise down every column, on whichever side of a figure it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from operator import is_

from PySide6.QtCore import QPointF, QRectF

from app.model.anatomy import ViewName
from app.paint.figure import Plan, planned
from app.paint.labels.fitting import Label
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.state.quiz import asks_for_muscle
from app.state.sheet import stronger
from app.state.state import Depth, State

ROOM = QRectF(0.0, 0.0, 720.0, 560.0)
"""What has room on this page, px, is asked for."""
WIDE = QRectF(0.0, 0.0, 1060.0, 590.0)
"""As it stands on this page, px, where nothing is crowded, it is numbered."""
SAMPLE = "trapezius muscle"
"""Every name takes as much room as this, so that the order is the same in all languages."""


_known: deque[tuple[tuple[Marks, Depth], tuple[Plate, ...], dict[int, int]]] = deque(maxlen=2)


def asked(marks: Marks, state: State, plates: Mapping[ViewName, Plate]) -> Marks:
    """The marks with the names that are to be guessed, numbered; as many as are `revealed` are told."""
    if state.revealed is None:
        return marks
    points = tuple(name for name in marks.labels if name.at)
    names = tuple(name for name in marks.labels if not name.at)
    samples = tuple(replace(name, text=SAMPLE, beneath="", state=None, number=number) for number, name in enumerate(names))
    selected = marks.selected if asks_for_muscle(state) else frozenset()
    shown = tuple(plates[view] for view in state.views if view in plates)
    numbers = _numbers(replace(marks, labels=samples, selected=selected), stronger(state.depth, state.fade), shown)
    told = state.revealed
    # The most important stay first: a window that has not room for all of them leaves out the others.
    numbered = (replace(name, number=numbers[place], told=numbers[place] <= told) for place, name in enumerate(names) if place in numbers)
    return replace(marks, labels=(*numbered, *points))


def _numbers(marks: Marks, depth: Depth, shown: tuple[Plate, ...]) -> dict[int, int]:
    """The number, from 1, of each name that has room, by its place among the labels; the last ones are kept."""
    for known, of_plates, found in _known:
        if known == (marks, depth) and all(map(is_, of_plates, shown)) and len(of_plates) == len(shown):
            return found
    fitting = {label.number for label in planned(shown, marks, depth, ROOM).labels}
    roomy = replace(marks, labels=tuple(name for name in marks.labels if name.number in fitting))
    plan = planned(shown, roomy, depth, WIDE)
    numbers = {label.number: number for number, label in enumerate(sorted(plan.labels, key=_Reading(plan)), start=1)}
    _known.append(((marks, depth), shown, numbers))
    return numbers


class _Reading:
    """The order in which names are told: row by row of figures, there figure by figure, on each from the top."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def __call__(self, label: Label) -> tuple[float, float, float]:
        plan = self._plan
        end = (QPointF(*label.leader[2]) - plan.corner) / plan.scale
        place = plan.scene.place_at(end.x(), end.y())
        return (place.box.top(), place.box.left(), end.y()) if place else (0.0, 0.0, end.y())
