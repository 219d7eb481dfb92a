"""Bony and skin landmarks."""

from __future__ import annotations

from functools import cache

from app.body.skin import skin_polygon
from app.body.tables import table

__all__ = ["landmarks", "skin_polygon"]


@cache
def landmarks() -> dict[str, tuple[float, float, float]]:
    """Landmarks of the right side and the midline by id: (x, y, z) in the body frame, mm."""
    return {row["id"]: (float(row["x"]), float(row["y"]), float(row["z"])) for row in table("landmarks.csv")}
