"""From where a posture is seen best: a tilt from the side, a bend to the side from the front or the back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from app.model.anatomy import ViewName
from app.model.posture import Posture, joint_of

Plane = Literal["side", "front"]

FROM_THE_SIDE = frozenset({
    "pelvic_tilt", "pelvic_torsion", "pelvis_forward", "lumbar_lordosis", "thoracic_kyphosis", "head_forward", "neck_extension",
    "shoulder_flexion", "hip_flexion", "knee_flexion", "ankle_dorsiflexion"})
"""What moves forward and backward is seen from the side; all else, also what turns, from the front or the back."""
SEEN_FROM: dict[Plane, tuple[ViewName, ...]] = {"side": ("right", "left"), "front": ("front", "back")}
LEAST = 1.0
"""A joint that moves by less (degrees or mm) need not be seen."""


def planes_of(posture: Posture) -> tuple[Plane, ...]:
    """The planes in which joints have moved, the one with the joint that moved most first."""
    most: dict[Plane, float] = {}
    for name, value in posture.values:
        if abs(value) >= LEAST:
            plane: Plane = "side" if joint_of(name) in FROM_THE_SIDE else "front"
            most[plane] = max(most.get(plane, 0.0), abs(value))
    return tuple(sorted(most, key=most.__getitem__, reverse=True))


def unseen(posture: Posture, shown: Iterable[ViewName]) -> Plane | None:
    """The plane of a movement that no shown view shows; None where all that moves is seen."""
    views = set(shown)
    return next((plane for plane in planes_of(posture) if views.isdisjoint(SEEN_FROM[plane])), None)


def views_to_see(posture: Posture, shown: tuple[ViewName, ...], drawn: Iterable[ViewName]) -> tuple[ViewName, ...]:
    """The views that show all that moves: what is shown as far as it is still of use, and one of what is `drawn` for the rest."""
    plane, known = unseen(posture, shown), tuple(drawn)
    wanted = next((view for view in SEEN_FROM[plane] if view in known), None) if plane else None
    if wanted is None:
        return shown
    others = {view for one in planes_of(posture) if one != plane for view in SEEN_FROM[one]}
    kept = next(((view,) for view in shown if view in others), ())
    return tuple(view for view in known if view in (*kept, wanted))
