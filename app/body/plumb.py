"""The plumb line of a view from the side, and how the measured body stands to it.

In the ideal posture all these points stand over each other, on the line that rises just ahead of the lateral malleolus.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from app.body.landmarks import landmarks
from app.resources import folders, write_atomically


@dataclass(frozen=True, slots=True)
class Reference:
    """A point of the body: the mean of some landmarks, moved forward by some mm; `basis` tells how it came about."""

    id: str
    name: str
    landmarks: tuple[str, ...]
    forward: float
    basis: str


REFERENCES = (
    # The lobe hangs just ahead of the mastoid process; the ear itself was not measured.
    Reference("ear_lobe", "ear lobe", ("mastoid",), 9.0, "described"),
    Reference("shoulder", "shoulder", ("acromion",), 0.0, "measured"),
    # The acromion. Then slightly behind the axis of the hip, slightly ahead of that of the knee, just ahead of the malleolus.
    Reference("hip", "hip", ("femoral_head",), -10.0, "described"),
    Reference("knee", "knee", ("lateral_epicondyle_femur", "medial_epicondyle_femur"), 10.0, "described"),
    Reference("ankle", "ankle", ("lateral_malleolus",), 25.0, "described"),
)


def plumb_points() -> list[tuple[str, str, float, float, str, str]]:
    """Id, name, height y and depth z (body frame, mm), basis and source of each point; the last one bears the line."""
    known = landmarks()
    found = []
    for reference in REFERENCES:
        points = [known[name] for name in reference.landmarks]
        y, z = (sum(point[axis] for point in points) / len(points) for axis in (1, 2))
        found.append((reference.id, reference.name, round(y, 1), round(z + reference.forward, 1), reference.basis, "unverified"))
    return found


def write_table() -> None:
    """Write ``data/body/plumb_line.csv``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", "name", "y", "z", "basis", "source"])
    writer.writerows(plumb_points())
    write_atomically(folders().data / "body" / "plumb_line.csv", text.getvalue().encode())
