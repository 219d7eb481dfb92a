"""``plumbline render``: the diagram in a state as SVG, PNG or PDF, with no display."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from app import preflight
from app.commands.command import Command
from app.commands.options import (
    add_label_options,
    add_state_options,
    labelled,
    size_option,
    state_from,
)
from app.commands.whole import told_atlas
from app.diagram.drawing import Drawing
from app.model.anatomy import ViewName
from app.reason.muscles import muscle_rows
from app.resources import folders


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    add_label_options(parser)
    parser.add_argument("--size", type=size_option, metavar="WxH", help="size of the picture in pixels")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", type=Path,
                        help="a file that ends in .svg, .png or .pdf")


def _run(args: Namespace) -> int:
    preflight.check(window=False)
    if "PySide6.QtGui" not in sys.modules:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Imported after the environment is set: Qt reads it when it starts.
    from app.paint.cache import load_drawings
    from app.paint.marks import build_marks
    from app.writers.table import write_figure, writer_for
    from app.writers.writer import Figure

    writer_for(args.output)
    atlas = told_atlas()
    state = state_from(args, atlas)
    state = labelled(state, args, "chosen" if state.patterns or state.pain or state.muscle else "none")
    plates = load_drawings(dict.fromkeys((*state.views, "front", "back")))
    marks = build_marks(atlas, state, muscle_rows(atlas, state), plates)
    shown = tuple(plates[view] for view in state.views)
    drawing = partial(_drawing, folders().diagrams)
    write_figure(Figure(shown, marks, state.depth, args.theme, args.size, drawing), args.output)
    return 0


def _drawing(folder: Path, view: ViewName) -> Drawing:
    from app.diagram.svg import read_drawing

    return read_drawing(folder / f"{view}.svg")


COMMAND = Command("render", "draw the diagram in a state, with no display", _add_arguments, _run)
