"""What one hand-out is: what it says, for whom it stands, and on which paper. Little is imported here: the window asks for it first."""

from __future__ import annotations

from datetime import date
from typing import Literal

from PySide6.QtGui import QImage

from app.card.leaflet import Handout
from app.model.frozen import frozen

Paper = Literal["a4", "letter"]
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@frozen
class Sheet:
    """A hand-out for one person: what it says, the picture of the body, who hands it out and when, and on which paper."""

    made: Handout
    body: QImage | None
    clinic: str = ""
    logo: QImage | None = None
    day: str = ""
    paper: Paper = "a4"


def day_words(day: date) -> str:
    """A date as it is written: 20 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
