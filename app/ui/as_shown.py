"""The body as the window shows it now, as a figure to be painted elsewhere, sharing nothing with the window."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from app.card.handout_told import matters, title_of
from app.diagram.drawing import Drawing
from app.model.anatomy import ViewName
from app.model.look import ThemeName
from app.paint.cache import load_drawings
from app.paint.figure import Window
from app.paint.plate import Plate, PosedPlate, outlines
from app.paint.scene import Place
from app.resources import folders
from app.state.sheet import stronger
from app.writers import png
from app.writers.table import write_figure
from app.writers.writer import Figure

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

SLACK = 2.0
"""A body of which no more than so much (mm) is cut off is shown whole."""


def title_now(bench: Workbench) -> str:
    """What is shown, in words; while nothing is chosen the body itself."""
    return title_of(bench.atlas, matters(bench.atlas, bench.session.state)) or "The body"


def figure_now(bench: Workbench, theme: ThemeName | None = None, fine: float | None = None) -> Figure:
    """What is shown, zoomed as it is, as a figure as large as on the screen; on white where another theme is named, for a printer."""
    state, canvas = bench.session.state, bench.stage.canvas
    scene, (x, y, width, height) = canvas.scene, canvas.camera.exposed()
    seen = QRectF(x, y, width, height)
    whole = seen.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(scene.box)
    plates = tuple(place.plate for place in scene.places)
    return Figure(plates, bench.marks, stronger(state.depth, state.fade), theme or bench.palette_now.name,
                  (canvas.width(), canvas.height()), partial(_drawing, folders().diagrams),
                  None if whole else Window(scene, seen), fine, theme is not None)


def paint_apart(figure: Figure) -> QImage:
    """The figure as a picture, painted from diagrams that are read anew: Qt keeps notes in those that it paints."""
    return png.picture(_apart(figure))


def write_apart(figure: Figure, path: Path) -> Path:
    """Write the figure in the format that the file's name tells, from diagrams that are read anew; returns the file.

    Raises UserError where the name has no known ending or the file cannot be written.
    """
    write_figure(_apart(figure), path)
    return path


def _apart(figure: Figure) -> Figure:
    fresh = load_drawings(plate.view for plate in figure.plates)
    plates = {plate: _again(plate, fresh[plate.view]) for plate in figure.plates}
    window = figure.window
    if window:
        places = tuple(Place(plates[one.plate], one.x, one.y) for one in window.scene.places)
        window = replace(window, scene=replace(window.scene, places=places))
    return replace(figure, plates=tuple(plates.values()), window=window)


def _again(plate: Plate, fresh: Plate) -> Plate:
    """A figure made anew of a diagram that was: in the same posture, with the same notes."""
    made = copy.copy(fresh)
    if isinstance(plate, PosedPlate):
        # Imported here: no posture has been shown yet when the window starts.
        from app.paint.posed import posed_alike

        (made,) = posed_alike((fresh,), (plate,))
    made.notes = replace(plate.notes, ghost=outlines(fresh) if plate.notes.ghost else ())
    return made


def _drawing(folder: Path, view: ViewName) -> Drawing:
    from app.diagram.svg import read_drawing

    return read_drawing(folder / f"{view}.svg")
