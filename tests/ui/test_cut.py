"""A name that is cut short still tells its side."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from app.ui.cut import cut


@pytest.mark.usefixtures("qapp")
def test_the_name_is_cut_and_not_the_side() -> None:
    font = QFont()
    width = QFontMetricsF(font).horizontalAdvance("Quadratum lumbor")
    short = cut("Quadratum lumborum, right", font, width)
    assert short.endswith("…, right")
    assert QFontMetricsF(font).horizontalAdvance(short) <= width
    assert cut("Iliacus, left", font, width) == "Iliacus, left"


@pytest.mark.usefixtures("qapp")
def test_nor_which_part_of_a_muscle_it_is_where_there_is_room() -> None:
    font = QFont()
    width = QFontMetricsF(font).horizontalAdvance("Rectus abdominis, upper")
    parts = {cut(f"Rectus abdominis, {which} part", font, width) for which in ("upper", "lower")}
    assert len(parts) == 2 and all(part.endswith(" part") for part in parts)
    assert cut("Rectus abdominis, upper part", font, width / 3).endswith("…")
