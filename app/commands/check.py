"""``plumbline check``: what is wrong with the content and the diagrams, one line for each problem."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.command import Command
from app.content.files import content_root, is_folder
from app.content.loaded import told_from_here
from app.model.frozen import frozen
from app.model.problem import Problem, UserError
from app.resources import folders

if TYPE_CHECKING:
    from app.content.drawn import Outline

PLACE = re.compile(r"(?P<file>.*?)(?::(?P<line>\d+))?: (?P<message>.*)", re.DOTALL)
"""How the reader of diagrams tells a fault: file, line where there is one, message."""

OUTLINES = ("muscle", "structure", "area", "bone")
ALWAYS = ("front.svg", "back.svg")
"""The diagrams that are never missing."""
DIAGRAM_FOLDERS = ("diagrams", "assets/diagrams")
"""Where a pack may hold diagrams; one of the same name stands in for the built-in one."""


@frozen
class Report:
    """What checking found, and how much was checked."""

    problems: tuple[Problem, ...]
    entries: int
    diagrams: int

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    def summary(self) -> str:
        """One line with the counts."""
        warnings = len(self.problems) - self.errors
        return (f"{_count(self.entries, 'entry', 'entries')} and {_count(self.diagrams, 'diagram')} checked: "
                f"{_count(self.errors, 'error')}, {_count(warnings, 'warning')}")


def check(packs: Sequence[Path]) -> Report:
    """Check the packs, or the built-in content when there are none.

    Packs are checked on top of the built-in content and diagrams, so that they may refer to these.
    Raises UserError when a pack is no folder.
    """
    # Imported here: every use of the command line loads this module, and few need the reader.
    from app.content.drawn import check_diagrams
    from app.content.reader import read_content

    for pack in packs:
        if not is_folder(pack):
            raise UserError(f"{pack} is no folder; name one that holds content, with folders such as 'muscles' or 'patterns'")
    loaded = read_content(folders().data, *(pack for pack in packs if content_root(pack) or not any(_drawn_in(pack))))
    diagrams = _diagrams(packs)
    outlines, problems_of_diagrams = _outlines(diagrams)
    problems = [*problems_of_diagrams, *loaded.problems]
    if outlines:
        # What an unreadable diagram would have drawn is not missing.
        problems += check_diagrams(loaded, outlines, complete=not problems_of_diagrams)
    owners = packs or (folders().data, folders().assets)
    own = (problem for problem in problems if _inside(problem.file, owners))
    return Report(tuple(sorted(told_from_here(tuple(own)))),
                  sum(_inside(file, owners) for file, _, _ in loaded.places.values()),
                  sum(_inside(str(path), owners) for path in diagrams))


def _diagrams(packs: Sequence[Path]) -> list[Path]:
    """The diagrams to compare with, one for each file name."""
    found = (*sorted(folders().diagrams.glob("*.svg")), *(path for pack in packs for path in _drawn_in(pack)))
    return list({path.name: path for path in found}.values())


def _drawn_in(pack: Path) -> Iterator[Path]:
    """The diagrams of a pack."""
    for place in (pack / name for name in DIAGRAM_FOLDERS):
        if is_folder(place):
            yield from sorted(place.glob("*.svg"))


def _outlines(diagrams: Sequence[Path]) -> tuple[list[Outline], list[Problem]]:
    """What the diagrams draw, and what makes one unreadable."""
    from app.content.drawn import Outline
    from app.diagram.svg import read_drawing

    outlines: list[Outline] = []
    names = {path.name for path in diagrams}
    problems = [Problem(str(folders().diagrams / name), 0, 0, "error", "the diagram is missing; install Plumbline again")
                for name in ALWAYS if name not in names]
    for path in diagrams:
        try:
            shapes = read_drawing(path).shapes
        except UserError as error:
            problems.append(_told(path, str(error)))
            continue
        outlines += (Outline(shape.id, shape.part, str(path.absolute()), shape.line)
                     for shape in shapes if shape.part in OUTLINES)
    return outlines, problems


def _told(path: Path, text: str) -> Problem:
    match = PLACE.fullmatch(text)
    line, message = (int(match["line"] or 1), match["message"]) if match else (1, text)
    return Problem(str(path.absolute()), line, 1, "error", message)


def _inside(file: str, owners: Sequence[Path]) -> bool:
    path = Path(file).absolute()
    return any(path.is_relative_to(owner.absolute()) for owner in owners)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER",
                        help="a folder with content of your own; the built-in content without it")
    parser.add_argument("--stats", action="store_true",
                        help="print also how many claims have a source, how evidence is graded, and how sources stand")


def told_stats(packs: Sequence[Path]) -> str:
    """What the claims of the built-in content, with the packs on top, rest on."""
    from app.content.reader import read_content
    from app.content.stats import lines, stats

    held = (pack for pack in packs if content_root(pack) or not any(_drawn_in(pack)))
    return "\n".join(lines(stats(read_content(folders().data, *held).atlas)))


def _run(args: Namespace) -> int:
    report = check(args.folders)
    for problem in report.problems:
        print(problem)
    if args.stats:
        print(told_stats(args.folders))
    if report.errors:
        print(f"plumbline: {report.summary()}", file=sys.stderr)
        return 1
    print(report.summary())
    return 0


COMMAND = Command("check", "check the content and the diagrams, built-in or your own", _add_arguments, _run)
