"""States of every kind for hypothesis: what the window can be in, with real ids of the rich small atlas."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from app.model.anatomy import ViewName
from app.model.practice import Quality
from app.model.reference import Ref
from app.state.record import Restored, record_of, state_of
from app.state.state import (
    DEPTHS,
    Answer,
    Felt,
    LabelChoice,
    NameChoice,
    State,
    Stroke,
    Subject,
    Voice,
)
from tests.unit.rich import rich_atlas

ATLAS = rich_atlas()
SIDES = st.sampled_from((None, "right", "left", "both", "midline"))


def refs(ids: object) -> st.SearchStrategy[Ref]:
    """References to some ids, with any side."""
    return st.builds(Ref, st.sampled_from(sorted(ids)), SIDES)  # type: ignore[call-overload]


def some(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A few of them."""
    return st.lists(one, max_size=4).map(tuple)


TENTH = st.integers(-20000, 20000).map(lambda tenths: tenths / 10)
SIZES = st.none() | st.integers(0, 100).map(lambda tenths: tenths / 10)
QUALITIES = st.none() | st.sampled_from(get_args(Quality))
STROKES = st.builds(Stroke, st.sampled_from(get_args(ViewName)), some(st.tuples(TENTH, TENTH)),
                    st.integers(1, 400).map(lambda tenths: tenths / 10), QUALITIES, SIZES, st.booleans())
SUBJECTS = st.one_of(*(st.builds(Subject, st.just(kind), refs(ids)) for kind, ids in (
    ("pattern", ATLAS.patterns), ("area", ATLAS.areas), ("cause", ATLAS.causes), ("muscle", ATLAS.muscles), ("test", ATLAS.tests),
    ("grade", "ABCD"), ("about", ("plumbline", "causes")))), st.builds(Subject, st.just("muscle"), refs(ATLAS.muscles), refs(ATLAS.muscles)))


@st.composite
def any_state(draw: st.DrawFn) -> State:
    """A state as gestures leave it; the note is any text."""
    raw = draw(st.builds(
        State, patterns=some(refs(ATLAS.patterns)), pain=some(refs(ATLAS.areas)), muscle=st.none() | refs(ATLAS.muscles),
        answers=some(st.builds(Answer, st.sampled_from(("fever", "thomas")), st.sampled_from(("positive", "negative")), SIDES)),
        subject=st.none() | SUBJECTS, depth=st.sampled_from(DEPTHS), fade=st.integers(0, 10).map(lambda tenths: tenths / 10),
        views=st.lists(st.sampled_from(get_args(ViewName)), min_size=1, unique=True).map(tuple), hidden=st.frozensets(refs(ATLAS.muscles)),
        alone=st.booleans(), labels=st.sampled_from(get_args(LabelChoice)), names=st.sampled_from(get_args(NameChoice)),
        plumb=st.booleans(), cause=st.none() | refs(ATLAS.causes), voice=st.sampled_from(get_args(Voice)), also=some(refs(ATLAS.muscles)),
        step=st.none() | st.integers(1, 4), painted=some(STROKES), note=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
        revealed=st.none() | st.integers(0, 99)))
    felt = tuple(Felt(area, draw(SIZES), draw(QUALITIES), draw(st.sampled_from((1.0, 0.25, 0.5)))) for area in raw.pain if draw(st.booleans()))
    # Read once, everything is as the window would leave it.
    restored: Restored = state_of({**record_of(raw), "felt": record_of(State(felt=felt))["felt"]}, ATLAS)
    return restored.state
