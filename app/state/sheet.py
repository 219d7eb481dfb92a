"""How the body is looked at, apart from what is chosen: views, depth, labels. Pure functions from state to state."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from app.model.anatomy import ViewName
from app.state.choose import without
from app.state.state import DEPTHS, Depth, LabelChoice, NameChoice, State

BARE = len(DEPTHS) - 1
"""How much can be taken off, in layers: nothing at 0, all muscles here."""


def peel(state: State, depth: Depth) -> State:
    """Show the body down to a depth, and nothing of the layer outside it."""
    return replace(state, depth=depth, fade=0.0)


def outer(depth: Depth) -> Depth:
    """The next depth outside one; the outermost has none but itself."""
    return DEPTHS[max(DEPTHS.index(depth) - 1, 0)]


def stronger(depth: Depth, fade: float) -> Depth:
    """The depth of which most is seen while the next one outside it shows with a strength of `fade`, 0..1."""
    return outer(depth) if fade > 0.5 else depth


def bared(state: State) -> float:
    """How many layers are taken off, 0 (none) to 3 (down to the bone); a fraction of one is faded."""
    return DEPTHS.index(state.depth) - state.fade


def lay_bare(state: State, layers: float) -> State:
    """Take off so many layers, 0 to 3; the fraction that is left of one is how strongly it shows."""
    layers = round(min(max(layers, 0.0), float(BARE)), 4)
    whole = ceil(layers)
    return replace(state, depth=DEPTHS[whole], fade=round(whole - layers, 4))


def show_views(state: State, views: tuple[ViewName, ...]) -> State:
    """Show these views side by side, in this order."""
    return replace(state, views=views)


def show_alone(state: State, alone: bool) -> State:
    """Fade all that is neither selected nor highlighted, or no longer."""
    return replace(state, alone=alone)


def label(state: State, labels: LabelChoice) -> State:
    """Give these things their names beside the body."""
    return replace(state, labels=labels)


def show_plumb(state: State, plumb: bool) -> State:
    """Show the plumb line on the views from the side, or leave it off."""
    return replace(state, plumb=plumb)


def name_in(state: State, names: NameChoice) -> State:
    """Write the names beside the body in this language."""
    return replace(state, names=names)


def with_sheet(state: State, present: State) -> State:
    """What is chosen in one state, looked at as in the present one; nothing that is selected is hidden."""
    hidden = present.hidden
    for muscle in (*state.also, state.muscle) if state.muscle else ():
        hidden = without(hidden, muscle)
    return replace(state, depth=present.depth, views=present.views, fade=present.fade, hidden=hidden, alone=present.alone,
                   labels=present.labels, names=present.names, plumb=present.plumb, voice=present.voice, note=present.note,
                   revealed=present.revealed)
