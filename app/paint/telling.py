"""How the body is looked at while a step is told: views and depth on which what it acts on is seen.

Both follow from the state alone, so that forwards, backwards, a link and an export give the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.posture import posture
from app.paint.plate import HIDDEN, Form, Plate
from app.reason.best_view import SEEN_FROM, Plane, planes_of
from app.reason.steps import told_step
from app.state.state import DEPTHS, Depth, State

NEAR_ENOUGH = 2.5
"""A muscle with so many more forms above it than on the view that shows it best is still shown well."""
WORTH = 0.3
"""A layer is taken off when so much more, 0..1, is then seen of what a step acts on."""
OUTERMOST: Depth = "superficial"


def as_told(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate]) -> State:
    """The state with the views and the depth that show what its step acts on; any other state as it is.

    A depth that was chosen is kept: layers are taken off only where the whole body is shown.
    """
    told = told_step(atlas, state)
    if told is None or not plates:
        return state
    views = _views(told.now, state.views, plates, _planes(atlas, state))
    if state.depth != OUTERMOST or state.fade:
        return replace(state, views=views)
    return replace(state, views=views, depth=_depth(told.now, [plates[view] for view in views if view in plates]))


def _planes(atlas: Atlas, state: State) -> tuple[Plane, ...]:
    """From where the movements of all the steps are seen: of all, for the views are not to change from step to step."""
    steps = atlas.causes[state.cause.id].mechanism if state.cause else ()
    return planes_of(posture((one.joint, one.value) for step in steps for one in step.joints))


def _views(shapes: Iterable[str], shown: tuple[ViewName, ...], plates: Mapping[ViewName, Plate], planes: Iterable[Plane]) -> tuple[ViewName, ...]:
    """The views that are shown, if each shape and each movement is seen well on one of them; else with those that it needs.

    A single view makes room for the one that is needed: side by side, each would be small.
    """
    good = [views for shape in shapes if (views := _good_views(shape, plates))]
    good += [views for plane in planes if (views := set(SEEN_FROM[plane]).intersection(plates))]
    missing = [views for views in good if views.isdisjoint(shown)]
    if not missing:
        return shown
    return _fewest(good) if len(shown) == 1 else (*shown, *_fewest(missing))


def _fewest(wanted: list[set[ViewName]]) -> tuple[ViewName, ...]:
    """Few views among which is one of each set."""
    found: list[ViewName] = []
    while wanted:
        best = max(get_args(ViewName), key=[view for views in wanted for view in views].count)
        found.append(best)
        wanted = [views for views in wanted if best not in views]
    return tuple(found)


def _good_views(shape: str, plates: Mapping[ViewName, Plate]) -> set[ViewName]:
    """The views on which a shape is seen about as well as it can be."""
    burials = {view: form.burial for view, plate in plates.items() if (form := plate.by_id.get(shape))}
    least = min(burials.values(), default=0.0)
    return {view for view, burial in burials.items() if burial <= least + NEAR_ENOUGH}


def _depth(shapes: Iterable[str], plates: Iterable[Plate]) -> Depth:
    """The outermost depth at which about as much is seen of some muscles as at any."""
    found = [[form for plate in plates if (form := plate.by_id.get(shape))] for shape in shapes]
    muscles = [forms for forms in found if forms and forms[0].part == "muscle"]
    seen = [sum(max(_seen(form, depth) for form in forms) for forms in muscles) / max(len(muscles), 1) for depth in DEPTHS[:-1]]
    return DEPTHS[next(place for place, share in enumerate(seen) if share >= max(seen) - WORTH)]


def _seen(form: Form, depth: Depth) -> float:
    return (form.exposure(depth) if form.rank <= len(DEPTHS) - 1 - DEPTHS.index(depth) else HIDDEN).seen
