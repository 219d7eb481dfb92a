"""What the brush does to the state: pain and how it feels follow the paint. How much an area is covered is told from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.model.frozen import frozen
from app.model.practice import Quality
from app.model.reference import Ref, Side
from app.state.choose import choose_pain, drop_pain
from app.state.state import Felt, State, Stroke

ENOUGH = 0.12
"""From this share 0..1 of an area on, paint on it means that it hurts."""
FULLEST = 0.99
"""The share of an area that only the brush chose is at most this: one that was clicked hurts as a whole, which is 1."""


@frozen
class Covered:
    """What the paint says of one area (with its side): the `share` (0..1) under it; intensity (0..10) and quality there.

    `strokes` are the places, among all that is painted, of the small strokes whose middle lies in it.
    """

    area: Ref
    share: float
    intensity: float | None = None
    quality: Quality | None = None
    strokes: tuple[int, ...] = ()

    @property
    def hurts(self) -> bool:
        """Whether that is enough to choose the area: a good part of it, or all of a small stroke."""
        return self.share >= ENOUGH or bool(self.strokes)


Coverage = Mapping[Ref, Covered]


def with_paint(state: State, painted: tuple[Stroke, ...], before: Coverage, after: Coverage) -> State:
    """The state with other paint, and what follows from it; `before` and `after` tell what the old and the new paint cover.

    Areas that were clicked stay chosen. An area that only the brush chose goes with its paint. One that was taken back stays so
    until more of it is painted.
    """
    for ref, old in before.items():
        if old.hurts and not (ref in after and after[ref].hurts) and from_paint(state, ref):
            state = _dropped(state, ref)
    new = [one for one in sorted(after.values(), key=_share) if one.hurts and one != before.get(one.area)]
    for one in new:
        state = _taken(state, one, before.get(one.area))
    return replace(state, painted=painted)


def from_paint(state: State, ref: Ref) -> bool:
    """Whether the brush alone chose an area: then less than all of it hurts."""
    return any(felt.area == ref and felt.share < 1.0 for felt in state.felt)


def feel(state: State, ref: Ref, felt: Felt, strokes: frozenset[int] = frozenset()) -> State:
    """Say how a chosen area hurts; what was painted there (places among all strokes) feels the same."""
    others = tuple(one for one in state.felt if one.area.id != ref.id or not _within(one.area, ref))
    painted = tuple(replace(one, intensity=felt.intensity, quality=felt.quality) if n in strokes else one
                    for n, one in enumerate(state.painted))
    return replace(state, felt=(*others, felt), painted=painted)


def felt_at(state: State, ref: Ref) -> Felt:
    """How an area hurts as far as that is known."""
    fitting = (one for one in state.felt if one.area == ref)
    wider = (one for one in state.felt if _within(ref, one.area) or _within(one.area, ref))
    found = next(fitting, None) or next(wider, None)
    return replace(found, area=ref) if found else Felt(ref)


def _taken(state: State, one: Covered, old: Covered | None) -> State:
    """The state after more or other paint on an area."""
    known = felt_at(state, one.area)
    if _chosen(state, one.area):
        share = min(one.share, FULLEST) if from_paint(state, one.area) else 1.0
    elif old is None or one.share > old.share or len(one.strokes) > len(old.strokes):
        known = Felt(one.area)
        state, share = choose_pain(state, one.area), min(one.share, FULLEST)
    else:
        return state
    intensity = known.intensity if one.intensity is None else one.intensity
    felt = Felt(one.area, intensity, one.quality or known.quality, share)
    others = tuple(other for other in state.felt if other.area != one.area)
    # What is said of one side counts before what is said of both.
    place = next((n for n, other in enumerate(others) if _within(one.area, other.area)), len(others))
    return replace(state, felt=(*others[:place], felt, *others[place:]))


def _dropped(state: State, ref: Ref) -> State:
    """The state without an area; of one that hurts on both sides, the other one stays."""
    state = replace(state, felt=tuple(one for one in state.felt if one.area != ref))
    if ref in state.pain:
        return drop_pain(state, ref)
    other: Side = "left" if ref.side == "right" else "right"
    return replace(state, pain=tuple(Ref(ref.id, other) if one.id == ref.id and one.side in (None, "both") else one for one in state.pain))


def _chosen(state: State, ref: Ref) -> bool:
    return any(_within(ref, one) for one in state.pain)


def _within(ref: Ref, other: Ref) -> bool:
    """Whether a reference is another or one side of it."""
    return ref.id == other.id and (other.side in (None, "both") or ref.side == other.side)


def _share(one: Covered) -> float:
    return one.share
