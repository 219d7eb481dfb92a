"""What a state shows on the body: its marks, with the names that are to be guessed."""

from __future__ import annotations

from collections.abc import Mapping

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.paint.marks import Marks, build_marks
from app.paint.plate import Plate
from app.reason.muscles import muscle_rows
from app.state.state import State


def marks_of(atlas: Atlas, state: State, plates: Mapping[ViewName, Plate]) -> Marks:
    """The marks of a state; `plates` are those of all views, shown or not.

    Names that are to be guessed are laid out to be numbered: there must be an application, which has the fonts.
    """
    marks = build_marks(atlas, state, muscle_rows(atlas, state), plates)
    if state.revealed is None:
        return marks
    # Imported here: no start has names to guess.
    from app.paint.labels.asked import asked

    return asked(marks, state, plates)
