"""Path data: from any form that SVG allows to absolute M, L, C and Z, in user units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import svgelements

PLAIN = re.compile(r"[MLCZ0-9eE+\-.,\s]*")
COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
ARITY = {"M": 2, "L": 2, "C": 6}
REACH = 100_000.0
"""No point and no frame of a diagram reaches further than this, in user units: to paint it would take minutes."""


def commands(data: str) -> list[tuple[str, list[float]]]:
    """The commands M, L, C and Z of plain path data, each with the 2, 2, 6 or 0 numbers (user units) that it takes.

    Raises ValueError when a command has too few or too many numbers.
    """
    found: list[tuple[str, list[float]]] = []
    for letter, body in COMMAND.findall(data):
        if letter == "Z":
            found.append(("Z", []))
            continue
        numbers = [float(text) for text in NUMBER.findall(body)]
        size = ARITY[letter]
        if not numbers or len(numbers) % size:
            raise ValueError(f"{letter} takes {size} numbers, not {len(numbers)}")
        found.append((letter, numbers[:size]))
        follower = "L" if letter == "M" else letter
        found.extend((follower, numbers[at:at + size]) for at in range(size, len(numbers), size))
    return found


def plain_data(data: str) -> str | None:
    """Path data that is absolute M, L, C and Z already, one letter for each command; None when it is anything else.

    Raises ValueError when it makes no sense.
    """
    if not PLAIN.fullmatch(data):
        return None
    return "".join(letter + ",".join(map(_coordinate, numbers)) for letter, numbers in commands(data))


def simplified_data(shape: svgelements.Shape) -> str:
    """The outline of any shape of svgelements as absolute M, L, C and Z, in user units with two decimals.

    Raises ValueError when a point of it is nowhere on a sheet.
    """
    import svgelements as svg

    path = svg.Path(shape)
    path.approximate_arcs_with_cubics()
    words: list[str] = []
    for segment in path:
        if isinstance(segment, svg.Close):
            words.append("Z")
        elif segment.end is None:
            continue
        elif isinstance(segment, svg.Move):
            words.append(f"M{_points(segment.end)}")
        elif isinstance(segment, svg.CubicBezier):
            words.append(f"C{_points(segment.control1, segment.control2, segment.end)}")
        elif isinstance(segment, svg.QuadraticBezier):
            first, second = (end + (segment.control - end) * (2 / 3) for end in (segment.start, segment.end))
            words.append(f"C{_points(first, second, segment.end)}")
        else:
            words.append(f"L{_points(segment.end)}")
    return "".join(words)


def number(value: float) -> str:
    """A number of path data (user units) with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _points(*points: Any) -> str:
    return ",".join(f"{_coordinate(point.x)},{_coordinate(point.y)}" for point in points)


def _coordinate(value: float) -> str:
    # Written so that what is not a number is refused too.
    if not abs(value) <= REACH:
        raise ValueError(f"{value:g} lies beyond {REACH:.0f}")
    return number(value)
