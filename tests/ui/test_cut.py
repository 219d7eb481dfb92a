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
