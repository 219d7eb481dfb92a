"""The flesh beneath a posed body: what a drawing leaves out, as something lay over it, may come to light where two muscles part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from app.paint.cache import Shelf
from app.paint.plate import RANKS, Exposure, Form, Lazy

GROUND = "ground"
"""No shape of a drawing has this id."""
COLOUR = "#7c302a"
"""That of muscle in the shade."""
LITTLE = 0.02
"""A muscle of which a share of no more than this is seen is not painted while the body moves."""


class Ground:
    """The whole outlines of all muscles that are drawn only in part, as one path.

    `whole` are the first unit of each form's outline and the one behind its last, in the units of `app.paint.posed`.
    """

    def __init__(self, forms: Sequence[Form], whole: Sequence[tuple[int, int]], units: NDArray[Any]) -> None:
        pieces = [np.arange(*pair) for form, pair in zip(forms, whole, strict=True) if _parts(form)]
        self._places = np.concatenate(pieces) if pieces else np.zeros(0, np.intp)
        self._types = units["type"][self._places]

    def form(self, at: NDArray[np.float64], box: QRectF) -> tuple[Form, ...]:
        """It as a form, with all units where they are now (mm); none if no muscle is drawn in part."""
        if not len(self._places):
            return ()
        path = Lazy(self._path, at)
        return (Form(GROUND, "other", "superficial", box, path, path, Lazy(tuple), COLOUR,
                     exposures=(Exposure(0.0, 9.0),) * RANKS["superficial"] + (Exposure(1.0, 0.0),)),)

    def _path(self, at: NDArray[np.float64]) -> QPainterPath:
        units = np.zeros(len(self._places), [("type", "<i4"), ("at", "<f8", (2,))])
        units["type"], units["at"] = self._types, at[self._places]
        return Shelf(np.array([len(units)], "<i4").tobytes() + units.tobytes() + np.array([0, 1], "<i4").tobytes()).path(0)


def _parts(form: Form) -> bool:
    """Whether a muscle is drawn only in part, or hidden by others."""
    if form.part != "muscle" or form.opacity < 1.0:
        return False
    return form.lazy_seen is not form.lazy_outline or form.exposure("superficial").seen < LITTLE
