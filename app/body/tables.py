"""The measured tables of ``data/body`` as arrays. Body frame: mm, x to the subject's left, y up, z forward."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from app.model.anatomy import Layer, ViewName
from app.model.basic import Pairing
from app.resources import folders

Array = NDArray[np.float64]

STATIONS = 11
FIBRES = 7
SECOND_AREA = 100
"""Attachment points numbered from here belong to a second area of the same muscle."""


@dataclass(frozen=True, slots=True)
class Part:
    """One measured piece and the muscle or structure that it belongs to, cut off below `y_min` and above `y_max` (mm)."""

    grid: str
    owner: str
    kind: Literal["muscle", "structure"]
    layer: Layer
    side: Pairing
    y_min: float
    y_max: float


@dataclass(frozen=True, slots=True)
class Bone:
    """A bone's outlines seen from the front and from the side (rings of (x, y) and of (z, y), mm), and its depths (mm).

    A paired bone is the right one.
    """

    name: str
    group: str
    paired: bool
    front: tuple[tuple[Array, ...], ...]
    side: tuple[tuple[Array, ...], ...]
    z_front: float
    x_side: float


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV table."""
    with _path(name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def grids() -> dict[tuple[str, str], Array]:
    """All fibre grids of the right side and the midline, by (muscle, part).

    Each is stations x fibres x (x, y, z, thickness), mm; stations run from origin to insertion.
    """
    found: dict[tuple[str, str], Array] = {}
    for row in table("fibregrid.csv"):
        grid = found.setdefault((row["muscle"], row["part"]), np.zeros((STATIONS, FIBRES, 4)))
        values = [float(row[name]) for name in ("x", "y", "z", "thickness_mm")]
        grid[int(row["station"]), int(row["fibre"])] = values
    return found


@cache
def described_grids() -> dict[tuple[str, str], Array]:
    """Grids like the measured ones, spread between the corners of a described patch; these go before the measured ones.

    A patch with a ``belly`` bends through it halfway between origin and insertion.
    """
    corners: dict[tuple[str, str], dict[tuple[str, str], list[float]]] = {}
    for row in table("described.csv"):
        values = [float(row[name]) for name in ("x", "y", "z", "thickness_mm")]
        corners.setdefault((row["muscle"], row["part"]), {})[row["end"], row["edge"]] = values
    return {key: _spread(patch) for key, patch in corners.items()}


def _spread(corner: dict[tuple[str, str], list[float]]) -> Array:
    along = np.linspace(0, 1, STATIONS)[:, None, None]
    across = np.linspace(0, 1, FIBRES)[None, :, None]
    rows = {end: (1 - across) * np.array(corner[end, "first"]) + across * np.array(corner[end, "last"])
            for end, edge in corner if edge == "first"}
    straight = (1 - along) * rows["origin"] + along * rows["insertion"]
    if "belly" not in rows:
        return np.asarray(straight)
    return np.asarray(straight + 4 * along * (1 - along) * (rows["belly"] - (rows["origin"] + rows["insertion"]) / 2))


@cache
def attachment_lines() -> dict[tuple[str, str, str], Array]:
    """The measured lines of attachment (points x (x, y, z), mm), by (muscle, part, ``origin`` or ``insertion``)."""
    found: dict[tuple[str, str, str], list[list[float]]] = {}
    rows = [row for row in table("attachments.csv") if row["kind"] != "via" and int(row["seq"]) < SECOND_AREA]
    for row in sorted(rows, key=lambda row: int(row["seq"])):
        found.setdefault((row["muscle"], row["part"], row["kind"]), []).append([float(row[axis]) for axis in "xyz"])
    return {key: np.array(points) for key, points in found.items()}


@cache
def tendon_shares() -> dict[str, tuple[float, float]]:
    """How much of a part's length (0..1) is tendon at its origin and at its insertion; described, not measured."""
    return {row["part"]: (float(row["origin"]), float(row["insertion"])) for row in table("tendons.csv")}


@cache
def tendon_edges() -> dict[tuple[str, str], str]:
    """Where across a part its tendon is longest (``first``, ``middle``, ``last``), by (part, end); else it is even."""
    return {(row["part"], row["end"]): row["edge"] for row in table("tendon_edges.csv")}


@cache
def clefts() -> dict[str, Array]:
    """The gaps between the heads of a part, as corners (x, y, z) in mm; described, not measured."""
    found: dict[str, list[list[float]]] = {}
    for row in table("clefts.csv"):
        found.setdefault(row["part"], []).append([float(row[axis]) for axis in "xyz"])
    return {part: np.array(points) for part, points in found.items()}


@cache
def neighbours() -> dict[str, tuple[str, float]]:
    """For parts that were not measured: beside which part they lie, and how many ranks (no unit) nearer than it."""
    return {row["part"]: (row["beside"], float(row["step"])) for row in table("beside.csv")}


@cache
def tendon_slants() -> dict[tuple[str, str], float]:
    """How much farther (fraction of the length) a tendon reaches along the last fibre than along the first, by (part, end)."""
    return {(row["part"], row["end"]): float(row["slant"]) for row in table("tendon_slants.csv")}


@cache
def slips() -> dict[str, tuple[float, Array]]:
    """The tendons to fingers and toes: the height (y, mm) at which a part divides, and where its slips insert (mm)."""
    found: dict[str, tuple[float, list[list[float]]]] = {}
    for row in table("slips.csv"):
        found.setdefault(row["part"], (float(row["cut_y"]), []))[1].append([float(row[axis]) for axis in "xyz"])
    return {part: (height, np.array(points)) for part, (height, points) in found.items()}


@cache
def parts() -> tuple[Part, ...]:
    """All pieces that are drawn, sorted by grid and owner."""
    return tuple(
        Part(row["part"], row["owner"], row["kind"], row["layer"], row["side"],  # type: ignore[arg-type]
             float(row["y_min"] or "-inf"), float(row["y_max"] or "inf"))
        for row in table("parts.csv"))


@cache
def bones() -> tuple[Bone, ...]:
    """All bones, in the order of the table."""
    shapes = _json("skeleton.json")
    group_of = {name: group for group, names in _json("bonegroups.json").items() for name in names}
    return tuple(
        Bone(name, group_of[name], name.endswith(".r"), _rings(shape["front"]), _rings(shape["side"]),
             float(shape["z_front"]), float(shape["z_side"]))
        for name, shape in sorted(shapes.items()) if name in group_of and shape["front"])


@cache
def paint_order(view: ViewName) -> tuple[str, ...]:
    """Grids and ``bone:GROUP`` as seen in a view, farthest first."""
    order = _json("order_all.json")
    return tuple(order["right" if view == "left" else view]["order"])


@cache
def body_rings(view: ViewName) -> tuple[tuple[Array, ...], ...]:
    """The body's measured outline: rings of (x, y) from the front, of (z, y) from the side (mm)."""
    return _rings(_json("body_outline.json")["front" if view in ("front", "back") else "side"])


def _rings(polygons: list[list[list[list[float]]]]) -> tuple[tuple[Array, ...], ...]:
    return tuple(tuple(np.array(ring, float) for ring in polygon) for polygon in polygons)


def _json(name: str) -> Any:
    return json.loads(_path(name).read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    return folders().data / "body" / name
