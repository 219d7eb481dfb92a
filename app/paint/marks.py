"""What is to be seen on the body: the state of each muscle, what is selected, where it hurts, trigger points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from app.model.anatomy import AttachmentEnd, PlumbPoint, Referral, ViewName
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import MuscleState, Role
from app.model.reference import BodySide, Ref, body_sides
from app.paint.naming import Name, names_of
from app.paint.plate import Plate, Sight
from app.paint.plumb import SIGNS
from app.reason.rows import MuscleRow, PainReason
from app.reason.shapes import part_shapes, structure_shapes
from app.state.state import State

_INVOLVED: MuscleState = "involved"

STATURE = 1750.0
"""Height of the body, mm: ``y_svg = STATURE - y``."""


@frozen
class Trigger:
    """A trigger point on one view, in the frame of its plate (mm); `approximate` where no source was read for it.

    `behind` tells that the body lies between the point and the viewer.
    """

    view: ViewName
    x: float
    y: float
    approximate: bool
    referral: str
    behind: bool = False


@frozen
class Attachment:
    """A line along which a selected muscle is attached, on one view: points in the frame of its plate (mm).

    `behind` tells that the body lies between the line and the viewer.
    """

    view: ViewName
    end: AttachmentEnd
    points: tuple[tuple[float, float], ...]
    behind: bool


@frozen
class Marks:
    """Everything that is shown on the body, by the ids of shapes (``psoas_major-right``, ``low_back-left``)."""

    chosen: bool = False
    """Whether anything is chosen, so that all that has no state of its own falls back to grey."""
    states: Mapping[str, MuscleState] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    selected: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    """Areas where it hurts, as the user chose them."""
    washes: Mapping[str, Role] = field(default_factory=dict)
    """Areas to which the shown trigger points send pain: essential dense, spillover sparse."""
    triggers: tuple[Trigger, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    """Where the selected muscle is attached, on every view."""
    hidden: frozenset[str] = frozenset()
    """Muscles that are taken off the body."""
    alone: bool = False
    """Whether what is `clear` is shown alone, all else faded."""
    homes: Mapping[str, ViewName] = field(default_factory=dict)
    """For shapes that are marked, the view on which they lie nearest to the viewer."""
    labels: tuple[Name, ...] = ()
    """What is named beside the body, the most important first."""
    labelled: bool = False
    """Whether the views leave room for names."""
    plumb: tuple[PlumbPoint, ...] = ()
    """What stands on the plumb line in the ideal posture; empty while no view is shown from the side."""
    show_areas: bool = False
    """Whether all areas are outlined, so that one can be picked."""

    @property
    def highlighted(self) -> tuple[str, ...]:
        """The shapes that must be seen, whatever lies over them."""
        return tuple(shape for shape in dict.fromkeys((*self.states, *self.roles)) if shape not in self.hidden)

    @property
    def sight(self) -> Sight:
        """What of the plates is to be seen: shown alone is what is selected, or else what is highlighted."""
        highlighted = frozenset(self.highlighted)
        clear = (self.selected or highlighted) if self.alone else self.selected | highlighted
        return Sight(self.hidden, clear, self.alone and bool(clear))


def build_marks(atlas: Atlas, state: State, rows: Iterable[MuscleRow], plates: Mapping[ViewName, Plate]) -> Marks:
    """The marks for a state and its rows; `plates` are those of all views, shown or not."""
    rows = tuple(rows)
    parts = _drawn_parts(atlas, state, plates)
    selected = frozenset(_selected(atlas, state))
    areas = _all_shapes(state.pain, atlas.areas)
    sources_of_pain = state.muscle is not None or _asks_where_from(state)
    shown = tuple(_shown(atlas, state, rows)) if sources_of_pain else ()
    states, roles = parts | _states(rows), _roles(rows) if sources_of_pain else {}
    marked = {*selected, *parts, *map(_shape_of_row, rows), *(f"{referral.muscle}-{side}" for referral, side in shown)}
    return Marks(
        chosen=bool(rows or selected or areas or parts), states=states, roles=roles,
        labels=names_of(atlas, state, states, roles, selected, plates), labelled=state.labels != "none",
        plumb=atlas.plumb if state.plumb and SIGNS.keys() & {*state.views} else (),
        selected=selected, areas=areas, washes=_washes(atlas, state, areas), homes=_homes(marked, plates),
        triggers=tuple(_triggers(shown, plates)), attachments=tuple(_attachments(atlas, state.muscle, plates)),
        hidden=_all_shapes(state.hidden, atlas.muscles), alone=state.alone)


def _drawn_parts(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate]) -> dict[str, MuscleState]:
    """The outlines of the chosen cause's parts as far as any view draws them."""
    drawn = frozenset(shape for plate in plates.values() for shape in plate.by_id)
    return dict.fromkeys((shape for shape in _parts(atlas, state) if shape in drawn), _INVOLVED)


def _all_shapes(refs: Iterable[Ref], among: Mapping[str, object]) -> frozenset[str]:
    return frozenset(shape for ref in refs for shape in _shape_ids(ref, among))


def _states(rows: Iterable[MuscleRow]) -> dict[str, MuscleState]:
    return {row.shape_id: row.state for row in rows if row.state != "neutral"}


def _roles(rows: Iterable[MuscleRow]) -> dict[str, Role]:
    """Which muscles refer pain; that one takes part in a cause is told by its fill."""
    return {row.shape_id: row.role for row in rows if row.role and row.role != "takes_part"}


def _shape_of_row(row: MuscleRow) -> str:
    return row.shape_id


def _homes(marked: Iterable[str], plates: Mapping[ViewName, Plate]) -> dict[str, ViewName]:
    return {shape: view for shape in marked if (view := _home(shape, plates))}


def _selected(atlas: Atlas, state: State) -> Iterator[str]:
    """The outlines of the selected muscle; while none is selected, of the structure that is explained."""
    if state.muscle:
        yield from _shape_ids(state.muscle, atlas.muscles)
    elif state.subject and state.subject.kind == "structure":
        yield from structure_shapes(atlas.structures[state.subject.ref.id], state.subject.ref.side)


def _asks_where_from(state: State) -> bool:
    """Whether the body shows all that can refer the pain: while one cause is looked at, that would hide what takes part in it."""
    return state.cause is None or (state.subject is not None and state.subject.kind == "area")


def _parts(atlas: Atlas, state: State) -> Iterator[str]:
    """The outlines of all that takes part in the chosen cause."""
    if state.cause:
        for part in atlas.causes[state.cause.id].parts:
            yield from part_shapes(atlas, part.of, part.side, state.cause.side)


def _shape_ids(ref: Ref, among: Mapping[str, object]) -> Iterator[str]:
    """The ids of the shapes that a reference stands for."""
    paired = getattr(among.get(ref.id), "side", "midline") == "paired"
    return (f"{ref.id}-{side}" for side in body_sides(paired, ref.side))


def _shown(atlas: Atlas, state: State, rows: tuple[MuscleRow, ...]) -> Iterator[tuple[Referral, BodySide]]:
    """The referrals whose trigger points are shown: those of the selected muscle, else those that answer the pain."""
    if state.muscle:
        paired = atlas.muscles[state.muscle.id].side == "paired"
        for referral in atlas.referrals.values():
            if referral.muscle == state.muscle.id:
                for side in body_sides(paired, state.muscle.side):
                    yield referral, side
        return
    for row in rows:
        for name in dict.fromkeys(reason.referral for reason in row.because if isinstance(reason, PainReason)):
            yield atlas.referrals[name], row.side


def _washes(atlas: Atlas, state: State, areas: frozenset[str]) -> dict[str, Role]:
    """Where it hurts, or where the selected muscle sends pain."""
    washes: dict[str, Role] = {}
    if not state.muscle:
        return dict.fromkeys(areas, "refers_essential")
    paired = atlas.muscles[state.muscle.id].side == "paired"
    for referral in atlas.referrals.values():
        if referral.muscle == state.muscle.id:
            for side in body_sides(paired, state.muscle.side):
                washes |= dict.fromkeys(_areas(atlas, referral.spillover, side, washes), "refers_spillover")
                washes |= dict.fromkeys(_areas(atlas, referral.essential, side, {}), "refers_essential")
    return washes


def _areas(atlas: Atlas, ids: Iterable[str], side: BodySide, known: Mapping[str, Role]) -> Iterator[str]:
    for area in ids:
        paired = atlas.areas[area].side == "paired"
        for shape in _shape_ids(Ref(area, side if paired and side != "midline" else None), atlas.areas):
            if shape not in known:
                yield shape


def _home(shape: str, plates: Mapping[ViewName, Plate]) -> ViewName | None:
    """The view with the least above a shape."""
    burials = [(form.burial, view) for view, plate in plates.items() if (form := plate.by_id.get(shape))]
    return min(burials)[1] if burials else None


def _triggers(shown: Iterable[tuple[Referral, BodySide]], plates: Mapping[ViewName, Plate]) -> Iterator[Trigger]:
    """The points on every view that shows their muscle; none where the content gives them no place."""
    for referral, side in shown:
        for view, plate in plates.items():
            if referral.position and f"{referral.muscle}-{side}" in plate.by_id and _shows(view, side):
                x, y = projected(referral.position, view, side == "left")
                behind = seen_as(view, side) not in referral.seen
                yield Trigger(view, x, y, referral.place.basis != "read", referral.id, behind)


def _attachments(atlas: Atlas, ref: Ref | None, plates: Iterable[ViewName]) -> Iterator[Attachment]:
    """The lines of a selected muscle on every view that shows its side; one of the midline has both halves."""
    if ref is None:
        return
    muscle = atlas.muscles[ref.id]
    views = tuple(plates)
    for side in body_sides(True, ref.side if muscle.side == "paired" else None):
        for line in muscle.attachments:
            for view in views:
                if _shows(view, side):
                    points = tuple(projected(point, view, side == "left") for point in line.points)
                    yield Attachment(view, line.end, points, seen_as(view, side) not in line.seen)


def _shows(view: ViewName, side: BodySide) -> bool:
    """Whether a view shows a side of the body: those from the side show the near one and the midline."""
    return view in ("front", "back") or side in (view, "midline")


def seen_as(view: ViewName, side: BodySide) -> ViewName:
    """The view that shows the right side as `view` shows `side`."""
    return "right" if view == "left" and side != "right" else view


def projected(point: tuple[float, float, float], view: ViewName, mirrored: bool) -> tuple[float, float]:
    """A point of the right side (body frame, mm), or its mirror on the left, in the frame of a view's plate (mm)."""
    x, y, z = point
    if mirrored:
        x = -x
    return {"front": x, "back": -x, "right": z, "left": -z}[view], STATURE - y
