"""Strokes of the brush as plain values, short and readable: points are written to a tenth of a millimetre."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import get_args

from app.model.anatomy import ViewName
from app.model.practice import Quality
from app.state.checked import RecordError, flag, listed, mapping, number, one_of, shown, text
from app.state.state import Stroke

FAR = 5000.0
"""No point lies farther than this from the origin of its diagram, mm."""
WIDEST = 500.0
"""No brush has a larger radius, mm."""
MOST_POINTS = 100_000
"""Of all strokes together."""
LONGEST = 20 * MOST_POINTS


def rounded(size: float) -> float:
    """A length as it is kept, mm; there is no negative zero."""
    return round(size, 1) + 0.0


def stroke_record(stroke: Stroke) -> dict[str, object]:
    """A stroke as names with values; its points as in an SVG polyline."""
    points = _polyline(stroke.points)
    return {"view": stroke.view, "radius": rounded(stroke.radius), "quality": stroke.quality, "intensity": stroke.intensity,
            "erases": stroke.erases, "points": points}


@lru_cache(maxsize=1024)
def _polyline(points: tuple[tuple[float, float], ...]) -> str:
    """Points as those of an SVG polyline. Kept, because all strokes are written again with each change."""
    return " ".join(f"{rounded(x):g},{rounded(y):g}" for x, y in points)


def strokes_of(value: object, where: str) -> tuple[Stroke, ...]:
    """Read strokes.

    Raises RecordError for what is none.
    """
    strokes = tuple(_stroke(mapping(one, where), where) for one in listed(value, where))
    if sum(len(stroke.points) for stroke in strokes) > MOST_POINTS:
        raise RecordError(f"'{where}' holds more than {MOST_POINTS} points")
    return strokes


def _stroke(found: Mapping[str, object], where: str) -> Stroke:
    quality, intensity = found.get("quality"), found.get("intensity")
    return Stroke(
        one_of(found.get("view"), f"{where}: view", get_args(ViewName)),
        tuple(_point(pair, where) for pair in text(found.get("points"), f"{where}: points", LONGEST).split()),
        number(found.get("radius"), f"{where}: radius", 0.1, WIDEST),
        None if quality is None else one_of(quality, f"{where}: quality", get_args(Quality)),
        None if intensity is None else number(intensity, f"{where}: intensity", 0, 10),
        flag(found.get("erases", False), f"{where}: erases"),
    )


def _point(pair: str, where: str) -> tuple[float, float]:
    x, _, y = pair.partition(",")
    return coordinate(x, where), coordinate(y, where)


def coordinate(word: str, where: str) -> float:
    """Read one coordinate, mm.

    Raises RecordError for what is none.
    """
    try:
        return rounded(number(float(word[:40]), where, -FAR, FAR))
    except ValueError as error:
        raise RecordError(f"'{where}' holds a point that is none: {shown(word)}") from error
