"""What the content holds: whether there is a thing of a kind, and how a reference to it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from app.model.basic import Grade
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import SubjectKind


def exists(atlas: Atlas, kind: SubjectKind, key: str) -> bool:
    """Whether the content holds a thing of that kind."""
    if kind == "about":
        return True
    if kind == "grade":
        return key in get_args(Grade)
    return key in _things(atlas)[kind]


def name_of(atlas: Atlas, kind: SubjectKind, ref: Ref) -> str:
    """What a thing is called, without its side; its id where it has no name."""
    if kind in ("about", "grade"):
        return {"about": "About Plumbline", "grade": f"Grade {ref.id}"}[kind]
    found = _things(atlas)[kind].get(ref.id)
    named = (getattr(found, field, None) for field in ("name", "claim", "question"))
    return next((str(name) for name in named if name), ref.id)


def fitting(atlas: Atlas, kind: SubjectKind, ref: Ref) -> Ref:
    """A reference to a known thing as it is chosen: a side only where the thing has one.

    A pattern and a cause stand on one side, the right one unless told; an area of pain hurts on both unless told.
    """
    plain = spoken_of(atlas, kind, ref)
    if kind in ("pattern", "cause"):
        return Ref(ref.id, plain.side or "right") if _paired(atlas, kind, ref.id) else plain
    return Ref(ref.id, plain.side or "both") if kind == "area" and _paired(atlas, kind, ref.id) else plain


def spoken_of(atlas: Atlas, kind: SubjectKind, ref: Ref) -> Ref:
    """A reference to a known thing as it is explained: without a side that the thing cannot have."""
    sides = ("right", "left") if kind in ("pattern", "cause") else ("right", "left", "both")
    return ref if _paired(atlas, kind, ref.id) and ref.side in sides else Ref(ref.id)


def _paired(atlas: Atlas, kind: SubjectKind, key: str) -> bool:
    if kind == "pattern":
        return atlas.patterns[key].paired
    return kind in ("area", "muscle", "structure", "cause") and getattr(_things(atlas)[kind][key], "side", None) == "paired"


def _things(atlas: Atlas) -> dict[str, Mapping[str, object]]:
    return {
        "pattern": atlas.patterns, "area": atlas.areas, "cause": atlas.causes, "muscle": atlas.muscles, "group": atlas.groups,
        "structure": atlas.structures, "test": atlas.tests, "remedy": atlas.remedies, "finding": atlas.findings,
        "dispute": atlas.disputes, "question": atlas.questions, "term": atlas.terms, "source": atlas.sources,
        "joint": atlas.joints, "assumption": atlas.assumptions,
    }
