"""``plumbline handout``: the page for the patient as PDF, with no display."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from app import preflight
from app.card.handout import handout
from app.card.leaflet import OPTIONAL, USUALLY_LEFT_OUT
from app.commands.command import Command
from app.commands.options import VIEWS, add_state_options, state_from
from app.commands.whole import told_atlas
from app.model.problem import UserError
from app.resources import check_place, write_wanted

USUAL = tuple(one for one in OPTIONAL if one not in USUALLY_LEFT_OUT)


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    parser.add_argument("--without", action="append", choices=USUAL, default=[], metavar="PART",
                        help=f"leave out a part: {', '.join(USUAL)} (may be repeated); when to see a doctor always stays")
    parser.add_argument("--with", action="append", choices=USUALLY_LEFT_OUT, default=[], metavar="PART", dest="more",
                        help=f"add a part for which one page may not be enough: {', '.join(USUALLY_LEFT_OUT)} (may be repeated)")
    parser.add_argument("--note", default="", metavar="TEXT", help="what you want to say to this patient")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--clinic", default="", metavar="TEXT", help="the name of your clinic")
    parser.add_argument("--logo", metavar="FILE", help="a picture with your clinic's logo")
    parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf", type=Path)


def _run(args: Namespace) -> int:
    output: Path = args.output
    if output.suffix.lower() != ".pdf":
        raise UserError(f"{output}: a hand-out is a PDF file; name one that ends in .pdf, such as {output.stem or 'handout'}.pdf")
    check_place(output)
    preflight.check(window=False)
    atlas = told_atlas()
    state = replace(state_from(args, atlas), note=args.note)
    left_out = {*args.without, *USUALLY_LEFT_OUT} - {*args.more}
    made = handout(atlas, state, left_out)
    if "PySide6.QtGui" not in sys.modules:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Imported after the environment is set: Qt reads it when it starts.
    from app.paint.cache import load_drawings
    from app.writers.handout import write_handout
    from app.writers.handout_body import body_image
    from app.writers.handout_picture import pictured
    from app.writers.handout_sheet import Sheet, day_words
    from app.writers.logo import read_logo

    logo = read_logo(args.logo) if args.logo else None
    body = body_image(pictured(atlas, state, load_drawings(VIEWS))) if made.part("picture") else None
    write_wanted(output, write_handout(Sheet(made, body, args.clinic, logo, day_words(date.today()), args.paper)))
    return 0


COMMAND = Command("handout", "write the page for the patient as PDF", _add_arguments, _run)
