"""``plumbline render``: the diagram in a state as SVG, PNG or PDF, with no display."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from app import preflight
from app.commands.command import Command
from app.commands.options import (
    VIEWS,
    add_label_options,
    add_state_options,
    labelled,
    size_option,
    state_from,
)
from app.commands.whole import told_atlas
from app.diagram.drawing import Drawing
from app.model.anatomy import ViewName
from app.model.look import ThemeName
from app.model.posture import NEUTRAL, Posture
from app.reason.posture import posture_of
from app.resources import folders
from app.state.quiz import hide_names, tell

if TYPE_CHECKING:
    from app.paint.plate import Plate


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    add_label_options(parser)
    parser.add_argument("--size", type=size_option, metavar="WxH", help="size of the picture in pixels")
    parser.add_argument("--theme", choices=get_args(ThemeName), default="light")
    parser.add_argument("--hidden-names", type=_names_option, nargs="?", const=0, metavar="N",
                        help="number the names and leave blanks in their place; of N of them, say them")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", type=Path,
                        help="a file that ends in .svg, .png or .pdf")


def _names_option(text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise ArgumentTypeError(f"'{text}' is not a number of names; write one such as 3")
    return int(text)


def _run(args: Namespace) -> int:
    preflight.check(window=False)
    if "PySide6.QtGui" not in sys.modules:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Imported after the environment is set: Qt reads it when it starts.
    from PySide6.QtGui import QGuiApplication

    from app.paint.cache import load_drawings
    from app.paint.shown import marks_of
    from app.paint.telling import as_told
    from app.writers.table import write_figure, writer_for
    from app.writers.writer import Figure

    writer_for(args.output)
    atlas = told_atlas()
    state = state_from(args, atlas)
    state = labelled(state, args, "chosen" if state.patterns or state.pain or state.muscle else "none")
    if args.hidden_names is not None:
        state = tell(hide_names(state), args.hidden_names, args.hidden_names)
    # A step is shown on the views that show it best, whichever these are.
    plates = load_drawings(dict.fromkeys(VIEWS if state.step else (*state.views, "front", "back")))
    state = as_told(atlas, state, plates)
    # Names that are hidden are laid out to be numbered, which takes fonts.
    _qt = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    marks = marks_of(atlas, state, plates)
    shown = _standing(tuple(plates[view] for view in state.views), posture_of(atlas, state))
    drawing = partial(_drawing, folders().diagrams)
    write_figure(Figure(shown, marks, state.depth, args.theme, args.size, drawing), args.output)
    return 0


def _standing(plates: tuple[Plate, ...], posture: Posture) -> tuple[Plate, ...]:
    """The plates in a posture."""
    if posture == NEUTRAL:
        return plates
    # Imported here: most pictures are of the body as it was measured.
    from app.paint.posed import posed_plate
    from app.pose.kinematics import posed

    pose = posed(posture)
    return tuple(posed_plate(plate, pose) for plate in plates)


def _drawing(folder: Path, view: ViewName) -> Drawing:
    from app.diagram.svg import read_drawing

    return read_drawing(folder / f"{view}.svg")


COMMAND = Command("render", "draw the diagram in a state, with no display", _add_arguments, _run)
