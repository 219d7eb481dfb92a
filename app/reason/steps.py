"""What one step of a cause's mechanism says, and on which outlines of the body it acts."""

from __future__ import annotations

import re

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import MechanismStep
from app.model.reference import Ref
from app.reason.shapes import part_shapes
from app.state.state import State
from app.state.steps import steps_of

SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
"""Between two sentences."""
GLANCE = 100
"""So many letters are read while one looks at the body."""


@frozen
class ToldStep:
    """The step that is told, `number` of `count`. `now` are the outlines on which it acts, `before` those of earlier steps only."""

    number: int
    count: int
    text: str
    now: tuple[str, ...]
    before: tuple[str, ...]

    @property
    def caption(self) -> str:
        """What it says in so many whole sentences as can be read at a glance, with its place."""
        first, *more = SENTENCE.split(self.text)
        for sentence in more:
            if len(first) + len(sentence) >= GLANCE:
                break
            first = f"{first} {sentence}"
        return f"{self.place}: {first}"

    @property
    def place(self) -> str:
        """"Step 3 of 9"."""
        return f"Step {self.number} of {self.count}"


def told_step(atlas: Atlas, state: State) -> ToldStep | None:
    """The step that a state tells; None while all is shown."""
    steps = steps_of(atlas, state)
    if state.step is None or state.cause is None or not 1 <= state.step <= len(steps):
        return None
    step = steps[state.step - 1]
    now = _shapes(atlas, step, state.cause)
    before = dict.fromkeys(shape for one in steps[:state.step - 1] for shape in _shapes(atlas, one, state.cause))
    text = step.plain if state.voice == "plain" and step.plain else step.text
    return ToldStep(state.step, len(steps), text, now, tuple(shape for shape in before if shape not in now))


def _shapes(atlas: Atlas, step: MechanismStep, ref: Ref) -> tuple[str, ...]:
    """The outlines on which a step acts; a cause with sides that was given none stands on the right."""
    side = (ref.side or "right") if atlas.causes[ref.id].side == "paired" else None
    return tuple(dict.fromkeys(shape for part in step.acts_on for shape in part_shapes(atlas, part, step.side, side)))
