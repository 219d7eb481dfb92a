"""The left view is the mirror of the right one; only the light does not turn with it."""

from __future__ import annotations

import re
from dataclasses import replace

from shapely.geometry.base import BaseGeometry

from app.body.edges import dark_edges
from app.body.frame import over
from app.body.ridge import Field
from app.body.shading import light_field

RIGHT = re.compile(r'\b(id|data-of)="([^"]*)-right"')
DATA = re.compile(r' d="([^"]*)"')
ENDS = re.compile(r' (x[12])="([^"]*)"')
ACROSS = re.compile(r"-?[\d.]+(?=,)")


def mirrored_text(text: str) -> str:
    """Elements of a sheet with the names of the other side, their paths and gradients turned over the midline."""
    named = RIGHT.sub(r'\1="\2-left"', text)
    lit = ENDS.sub(lambda match: f' {match[1]}="{_negative(match[2])}"', named)
    return DATA.sub(lambda match: f' d="{mirrored_data(match[1])}"', lit)


def mirrored_data(data: str) -> str:
    """Path data turned over the midline."""
    return ACROSS.sub(lambda match: _negative(match[0]), data)


def _negative(text: str) -> str:
    if text == "0":
        return text
    return text[1:] if text.startswith("-") else f"-{text}"


def turned_field(area: BaseGeometry, seen: BaseGeometry, thickness: float) -> Field:
    """The tones (see `light_field`, mm) of an area of the right view, as they fall once the sheet is mirrored."""
    field = light_field(over(area), over(seen), thickness, "left")
    return replace(field, x=-field.x)


def turned_edges(data: str, along: BaseGeometry, reach: float) -> str:
    """The dark edges (see `dark_edges`, mm) that path data of the right view has once the sheet is mirrored."""
    return mirrored_data(dark_edges(mirrored_data(data), over(along), reach))
