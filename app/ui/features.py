"""All features of the window, in one list: a new one is added here and nowhere else."""

from __future__ import annotations

from app.ui.actions import Rows, rows_with
from app.ui.asking import Asking
from app.ui.feature import Feature
from app.ui.handing_out import HandingOut
from app.ui.helping import Helping
from app.ui.keeping import Keeping
from app.ui.looks import Looks
from app.ui.measuring import Measuring
from app.ui.noting import Noting
from app.ui.opening import Opening
from app.ui.painting import Painting
from app.ui.picking import Picking
from app.ui.places import Places
from app.ui.plotting import Plotting
from app.ui.posing import Posing
from app.ui.posture_panel import Adjusting
from app.ui.presenting import Presenting
from app.ui.sections import Sections
from app.ui.seeking import Seeking
from app.ui.selecting import Selecting
from app.ui.stepping import Stepping
from app.ui.taking_away import TakingAway
from app.ui.undoing import Undoing

FEATURES: tuple[type[Feature], ...] = (
    Posing, Measuring, Adjusting, Plotting, Picking, Painting, Selecting, Seeking, Stepping, Sections, Places, Undoing, Opening, Keeping,
    Noting, TakingAway, HandingOut, Presenting, Asking, Looks, Helping)

ROWS: Rows = rows_with(row for feature in FEATURES for row in feature.rows)
"""Every action of the window, section by section."""
