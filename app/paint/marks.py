"""What is to be seen on the body: the state of each muscle, what is selected, where it hurts, trigger points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from app.model.anatomy import AttachmentEnd, PlumbPoint, Referral, ViewName
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.look import MuscleState, Role
from app.model.reference import BodySide, Ref, body_sides
from app.paint.naming import Name, names_of
from app.paint.painted import PaintedPlace, area_ref, coverage, painted_places
from app.paint.plate import Plate, Sight
from app.paint.plumb import SIGNS
from app.reason.rows import MuscleRow, PainReason
from app.reason.shapes import part_shapes, structure_shapes
from app.reason.steps import ToldStep, told_step
from app.state.choose import SELECTION
from app.state.painted import felt_at, from_paint
from app.state.quiz import asks_for_muscle
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
    shape: str = ""
    """The muscle in which it is, by the id of its shape."""


@frozen
class Attachment:
    """A line along which a selected muscle is attached, on one view: points in the frame of its plate (mm).

    `behind` tells that the body lies between the line and the viewer.
    """

    view: ViewName
    end: AttachmentEnd
    points: tuple[tuple[float, float], ...]
    behind: bool
    shape: str = ""
    """The muscle, by the id of its shape."""


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
    """Where the selected muscle, or each of two that are compared, is attached, on every view."""
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
    told: frozenset[str] = frozenset()
    """While a step of a mechanism is told: on what it acts."""
    calm: frozenset[str] = frozenset()
    """On what earlier steps acted: it keeps its state, paler."""
    caption: str = ""
    """What the step says."""
    painted: tuple[PaintedPlace, ...] = ()
    """What the brush painted, and chosen areas of which is known how they feel."""
    brushed: frozenset[str] = frozenset()
    """Of the areas where it hurts, those that only the brush chose: their paint stands for them."""

    @property
    def asking(self) -> Marks:
        """The same without what answers the pain: while it is being drawn, nothing is to lie over the drawing."""
        seen = {*self.states, *self.selected}
        return replace(self, roles={}, triggers=(), homes={shape: view for shape, view in self.homes.items() if shape in seen})

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
    told = told_step(atlas, state)
    if told:
        return _telling(told, _marks(atlas, state, tuple(rows), plates), state, plates)
    return _marks(atlas, state, tuple(rows), plates)


def _telling(told: ToldStep, marks: Marks, state: State, plates: Mapping[ViewName, Plate]) -> Marks:
    """The marks of a state while a step is told: what it acts on, what earlier steps acted on, and nothing that is still to come.

    What it acts on shines through on a view that is shown, even where another would show it better.
    """
    drawn = frozenset(shape for plate in plates.values() for shape in plate.by_id)
    lit = [shape for shape in (*told.before, *told.now) if shape in drawn]
    shown = {view: plates[view] for view in state.views if view in plates} or plates
    return replace(
        marks, chosen=True, states={shape: marks.states.get(shape, _INVOLVED) for shape in lit}, roles={}, washes={}, triggers=(),
        homes={**marks.homes, **_homes(lit, shown)}, labels=tuple(name for name in marks.labels if name.at or {*name.shapes} & {*told.now}),
        told=frozenset(told.now) & drawn, calm=frozenset(told.before) & drawn, caption=told.caption)


def _marks(atlas: Atlas, state: State, rows: tuple[MuscleRow, ...], plates: Mapping[ViewName, Plate]) -> Marks:
    parts = _drawn_parts(atlas, state, plates)
    selected = frozenset(_selected(atlas, state))
    areas = _all_shapes(state.pain, atlas.areas)
    told = _told(state)
    sources_of_pain = state.muscle is not None or _asks_where_from(state)
    shown = tuple(_shown(atlas, state, told, rows)) if sources_of_pain else ()
    states, roles = parts | _states(rows), _roles(rows) if sources_of_pain else {}
    brushed = _brushed(atlas, state, plates)
    painted = (*painted_places(plates, state.painted), *_felt_places(atlas, state, plates, brushed))
    drawn = brushed | {place.area for place in painted}
    washes = {shape: role for shape, role in _washes(atlas, state, told, areas).items() if state.muscle or shape not in drawn}
    marked = {*selected, *parts, *map(_shape_of_row, rows), *(f"{referral.muscle}-{side}" for referral, side in shown)}
    named = selected if state.revealed is None or asks_for_muscle(state) else frozenset()
    return Marks(
        chosen=bool(rows or selected or areas or parts or painted), states=states, roles=roles,
        labels=names_of(atlas, state, states, roles, named, plates), labelled=state.labels != "none",
        plumb=atlas.plumb if state.plumb and SIGNS.keys() & {*state.views} else (),
        selected=selected, areas=areas, washes=washes, painted=painted, brushed=brushed, homes=_homes(marked, plates),
        triggers=tuple(_triggers(shown, plates)), attachments=tuple(line for one in told for line in _attachments(atlas, one, plates)),
        hidden=_all_shapes(state.hidden, atlas.muscles), alone=state.alone)


def _brushed(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate]) -> frozenset[str]:
    """The areas that paint chose: it lies upon them, and less than all of them hurts."""
    return _all_shapes((ref for ref in coverage(plates, state.painted) if from_paint(state, ref)), atlas.areas)


def _felt_places(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate], brushed: frozenset[str]) -> Iterator[PaintedPlace]:
    """The clicked areas of which is known how they feel, on every view that shows them."""
    for ref in state.pain if state.felt else ():
        for shape in _shape_ids(ref, atlas.areas):
            felt = felt_at(state, area_ref(shape))
            if (felt.quality is None and felt.intensity is None) or shape in brushed:
                continue
            for view, plate in plates.items():
                if form := plate.area_by_id.get(shape):
                    yield PaintedPlace(view, form.outline, felt.quality, felt.intensity, shape)


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
    """The outlines of the selected muscles; while none is selected, of the structure that is explained."""
    for muscle in (*state.also, state.muscle) if state.muscle else ():
        yield from _shape_ids(muscle, atlas.muscles)
    if not state.muscle and state.subject and state.subject.kind == "structure":
        yield from structure_shapes(atlas.structures[state.subject.ref.id], state.subject.ref.side)


def _told(state: State) -> tuple[Ref, ...]:
    """The selected muscles of which the body tells where they are attached and send pain: the one that is explained, both that
    are compared. Of several that share a page it would be more than one can read.
    """
    if state.muscle is None:
        return ()
    subject = state.subject
    if subject and subject.kind == "muscle" and subject.other:
        return state.muscle, subject.other
    return () if state.also and subject == SELECTION else (state.muscle,)


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


def _shown(atlas: Atlas, state: State, told: Iterable[Ref], rows: tuple[MuscleRow, ...]) -> Iterator[tuple[Referral, BodySide]]:
    """The referrals whose trigger points are shown: those of the muscles that are told of, else those that answer the pain."""
    if state.muscle:
        yield from _sent_by(atlas, told)
        return
    for row in rows:
        for name in dict.fromkeys(reason.referral for reason in row.because if isinstance(reason, PainReason)):
            yield atlas.referrals[name], row.side


def _sent_by(atlas: Atlas, muscles: Iterable[Ref]) -> Iterator[tuple[Referral, BodySide]]:
    """The referrals of some muscles, on the sides that are meant."""
    for muscle in muscles:
        paired = atlas.muscles[muscle.id].side == "paired"
        for referral in atlas.referrals.values():
            if referral.muscle == muscle.id:
                for side in body_sides(paired, muscle.side):
                    yield referral, side


def _washes(atlas: Atlas, state: State, told: Iterable[Ref], areas: frozenset[str]) -> dict[str, Role]:
    """Where it hurts, or where the muscles that are told of send pain."""
    washes: dict[str, Role] = {}
    if not state.muscle:
        return dict.fromkeys(areas, "refers_essential")
    for referral, side in _sent_by(atlas, told):
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
                yield Trigger(view, x, y, referral.place.basis != "read", referral.id, behind, f"{referral.muscle}-{side}")


def _attachments(atlas: Atlas, ref: Ref, plates: Iterable[ViewName]) -> Iterator[Attachment]:
    """The lines of a selected muscle on every view that shows its side; one of the midline has both halves."""
    muscle = atlas.muscles[ref.id]
    views = tuple(plates)
    for side in body_sides(True, ref.side if muscle.side == "paired" else None):
        for line in muscle.attachments:
            for view in views:
                if _shows(view, side):
                    points = tuple(projected(point, view, side == "left") for point in line.points)
                    yield Attachment(view, line.end, points, seen_as(view, side) not in line.seen, f"{ref.id}-{side}")


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
