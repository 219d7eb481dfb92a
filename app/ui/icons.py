"""Icons of one family: round 1.5-px strokes on a grid of 16, in the colour of the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

GRID = 16

Points = tuple[tuple[float, float], ...]

LINES: dict[str, tuple[Points, ...]] = {
    "back": (((10, 3), (5, 8), (10, 13)),),
    "forward": (((6, 3), (11, 8), (6, 13)),),
    "down": (((4.5, 6.5), (8, 10), (11.5, 6.5)),),
    "menu": (((3, 4.5), (13, 4.5)), ((3, 8), (13, 8)), ((3, 11.5), (13, 11.5))),
    "close": (((5, 5), (11, 11)), ((11, 5), (5, 11))),
    "plus": (((8, 3.5), (8, 12.5)), ((3.5, 8), (12.5, 8))),
    "minus": (((3.5, 8), (12.5, 8)),),
    "search": (((10.4, 10.4), (13.5, 13.5)),),
    "target": (((8, 1.5), (8, 4.5)), ((8, 11.5), (8, 14.5)), ((1.5, 8), (4.5, 8)), ((11.5, 8), (14.5, 8))),
    "fit": (((2.5, 6), (2.5, 2.5), (6, 2.5)), ((10, 2.5), (13.5, 2.5), (13.5, 6)),
            ((13.5, 10), (13.5, 13.5), (10, 13.5)), ((6, 13.5), (2.5, 13.5), (2.5, 10))),
    "theme": (((8, 2.5), (8, 13.5)),),
}
"""Open polylines in units of the grid."""

CIRCLES: dict[str, tuple[float, float, float]] = {"search": (7, 7, 4.5), "target": (8, 8, 4.5), "theme": (8, 8, 5.5)}
"""Centre x, centre y and radius in units of the grid."""


def icon(name: str, colour: str, size: int = GRID) -> QIcon:
    """An icon of `size` logical px in a colour, sharp up to a scale of 3."""
    scale = 3
    picture = QPixmap(size * scale, size * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size * scale / GRID, size * scale / GRID)
    painter.setPen(QPen(QColor(colour), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for line in LINES[name]:
        painter.drawPolyline([QPointF(x, y) for x, y in line])
    if name in CIRCLES:
        x, y, radius = CIRCLES[name]
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if name == "theme":
            painter.setBrush(QColor(colour))
            painter.drawPie(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return QIcon(picture)
