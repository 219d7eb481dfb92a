"""The free arm in the side views: it hangs before the trunk and is drawn so faintly that the trunk is seen through it."""

from __future__ import annotations

from app.model.anatomy import ViewName

ON_IT = frozenset((
    "biceps_brachii", "brachialis", "brachioradialis", "coracobrachialis", "triceps_brachii", "wrist_extensors",
    "wrist_flexors", "pronator_teres", "anconeus", "abductor_digiti_minimi", "abductor_pollicis_brevis", "adductor_pollicis",
    "flexor_digiti_minimi", "flexor_pollicis_brevis", "interossei_of_hand", "lumbricals_of_hand", "opponens_digiti_minimi",
    "opponens_pollicis", "palmar_aponeurosis", "palmaris_longus", "extensor_retinaculum", "flexor_retinaculum", "median_nerve",
    "musculocutaneous_nerve", "radial_nerve", "ulnar_nerve"))
"""Muscles, fasciae and nerves on the free arm below the deltoid."""

BONES = frozenset(("Humerus", "Radius", "Ulna", "hand"))
"""Groups of bones."""

MUSCLE_OPACITY, BONE_OPACITY = 0.12, 0.3


def opacity(name: str, view: ViewName) -> float:
    """How opaque (0..1) a muscle, or a group of bones, is drawn in a view."""
    if view in ("front", "back"):
        return 1.0
    if name in BONES:
        return BONE_OPACITY
    return MUSCLE_OPACITY if name in ON_IT else 1.0


def faded(line: str, part: float) -> str:
    """An element of a sheet with an opacity (0..1)."""
    return line.replace("<path ", f'<path opacity="{part:.2f}" ', 1)
