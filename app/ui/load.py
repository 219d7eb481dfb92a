"""Brings content and diagrams to the window; what is missing or wrong is told, and the rest goes on."""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.problem import Problem, UserError
from app.paint.cache import load_plate
from app.paint.plate import Plate
from app.resources import folders
from app.ui.workbench import Workbench

VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
ALWAYS: tuple[ViewName, ...] = ("front", "back")
"""Views that the product brings; that another one has no diagram is no fault."""
SELDOM = (5000, 20, 20)
"""So many new values, and passes over the newer ones, before garbage is looked for: a body that moves makes thousands of values a
frame and leaves no garbage.
"""


def load_into(window: Workbench) -> None:
    """Read content and diagrams and hand them to the window, with every problem on its strip."""
    try:
        loaded = content()
        diagrams = folders().diagrams
    except UserError as error:
        window.stage.show_message(f"Plumbline has nothing to show: {error}")
        return
    plates, problems = load_plates(diagrams)
    window.show_content(loaded.atlas, (*loaded.problems, *problems))
    if plates:
        window.show_plates(plates)
    else:
        reasons = "\n".join(problem.message for problem in problems)
        window.stage.show_message(f"The body cannot be drawn.\n\n{reasons}\n\nLists, search and explanations work.")


def load_plates(diagrams: Path) -> tuple[dict[ViewName, Plate], tuple[Problem, ...]]:
    """The plates of all good diagrams of a folder, and what is wrong with the others."""
    plates: dict[ViewName, Plate] = {}
    problems = []
    for view in VIEWS:
        file = diagrams / f"{view}.svg"
        if view not in ALWAYS and not file.is_file():
            continue
        try:
            plates[view] = load_plate(file, view)
        except UserError as error:
            problems.append(Problem(str(file), 0, 0, "error", str(error)))
    return plates, tuple(problems)


def get_ready(window: Workbench) -> None:
    """What can wait until the window is in use: then nothing that is done first takes longer than the next time."""
    # So that the first explanation need not wait for it.
    import_module("app.card.pages")
    import_module("app.card.next_step")
    import_module("app.ui.canvas.spoken").listen([window.stage.canvas])
    window.stage.canvas.unhurried.wanted = True
    window.searching.prepare()
    window.posing.ahead.prepare()
    gc.set_threshold(*SELDOM)
