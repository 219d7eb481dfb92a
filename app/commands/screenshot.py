"""``plumbline screenshot``: the whole window as a picture, with no display."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import get_args

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
from app.model.look import ThemeName
from app.model.problem import UserError
from app.resources import check_place, write_wanted


def _scale_option(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise ArgumentTypeError(f"'{text}' is not a scale; write a number from 0.5 to 4")
    return scale


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    add_label_options(parser)
    parser.add_argument("--size", type=size_option, default=(1920, 1080), metavar="WxH", help="size of the picture in pixels")
    parser.add_argument("--scale", type=_scale_option, default=1.0, metavar="S",
                        help="pixels of the picture per pixel of the window; 2 is a fine display")
    parser.add_argument("--theme", choices=get_args(ThemeName), default="light")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.png", type=Path)


def _run(args: Namespace) -> int:
    output: Path = args.output
    if output.suffix.lower() != ".png":
        raise UserError(f"{output}: a screenshot is a PNG file; name one that ends in .png, such as {output.stem or 'window'}.png")
    check_place(output)
    preflight.check(window=False)
    state = labelled(state_from(args, told_atlas()), args, "none")
    if "PySide6.QtGui" not in sys.modules:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(args.scale)
    # Imported after the environment is set: Qt reads it when it starts.
    from app.ui.picture import window_picture
    from app.writers.png import png_bytes

    write_wanted(output, png_bytes(window_picture(state, args.size, args.theme)))
    return 0


COMMAND = Command("screenshot", "draw the whole window in a state, with no display", _add_arguments, _run)
