"""What a writer is, and what it is asked to write."""

from __future__ import annotations

from collections.abc import Callable

from app.diagram.drawing import Drawing
from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.look import ThemeName
from app.paint.figure import Window
from app.paint.marks import Marks
from app.paint.plate import Plate
from app.state.state import Depth


@frozen
class Figure:
    """The views of the body in a state. `size` is the width and height wanted, px; None leaves it to the format.

    `window` is the part that is seen where the body is zoomed; None shows all of it. `fine` are the device pixels of a picture
    in one px of the size; None has words grow with the picture instead. `white` leaves the paper as it is, for a printer.
    """

    plates: tuple[Plate, ...]
    marks: Marks
    depth: Depth
    theme: ThemeName
    size: tuple[int, int] | None
    drawing: Callable[[ViewName], Drawing]
    """Reads the diagram of a view as it was drawn."""
    window: Window | None = None
    fine: float | None = None
    white: bool = False


@frozen
class Writer:
    """One format. `write` gives the bytes of the file."""

    suffix: str
    write: Callable[[Figure], bytes]
