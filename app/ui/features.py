"""All features of the window, in one list: a new one is added here and nowhere else."""

from __future__ import annotations

from app.ui.actions import ACTIONS, SECTIONS, ActionRow, Rows
from app.ui.feature import Feature
from app.ui.picking import Picking

FEATURES: tuple[type[Feature], ...] = (Picking,)


def _place(row: ActionRow) -> int:
    return SECTIONS.index(row.section)


ROWS: Rows = tuple(sorted((*ACTIONS, *(row for feature in FEATURES for row in feature.rows)), key=_place))
"""Every action of the window, section by section."""
