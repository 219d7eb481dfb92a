"""Icons of one family: round 1.5-px strokes on a grid of 16, in the colour of the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QIcon, QPainter, QPen, QPixmap

GRID = 16
LETTERS = 13
"""An icon of the grid's own size stands beside letters of so many px."""
SHARP = 6
"""Device px in one px of the grid: sharp at text twice as large on a screen three times as fine."""

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
    "brush": (((13.5, 2.5), (7.5, 8.5)), ((5.5, 9), (3, 11), (2.5, 13.5), (5.5, 13), (7.5, 10.8), (5.5, 9))),
    "eraser": (((6, 13.5), (2.5, 10), (9.5, 3), (13.5, 7), (7, 13.5), (6, 13.5)), ((6, 6.5), (10, 10.5)), ((7, 13.5), (13.5, 13.5))),
    "undo": (((6, 3), (3, 6), (6, 9)), ((3, 6), (10, 6), (12.5, 8), (12.5, 10.5), (10, 12.5), (7, 12.5))),
    "redo": (((10, 3), (13, 6), (10, 9)), ((13, 6), (6, 6), (3.5, 8), (3.5, 10.5), (6, 12.5), (9, 12.5))),
    "theme": (((8, 2.5), (8, 13.5)),),
    "play": (((5, 3), (12.5, 8), (5, 13), (5, 3)),),
    "pause": (((5.5, 3.5), (5.5, 12.5)), ((10.5, 3.5), (10.5, 12.5))),
    "first": (((4, 3.5), (4, 12.5)), ((12, 3.5), (7, 8), (12, 12.5))),
    "posture": (((2.5, 4), (13.5, 4)), ((2.5, 8), (13.5, 8)), ((2.5, 12), (13.5, 12)), ((6, 2.5), (6, 5.5)), ((10.5, 6.5), (10.5, 9.5)),
                ((4.5, 10.5), (4.5, 13.5))),
    "handout": (((3.5, 2), (9.5, 2), (12.5, 5), (12.5, 14), (3.5, 14), (3.5, 2)), ((6, 7), (10, 7)), ((6, 9.5), (10, 9.5)), ((6, 12), (8.5, 12))),
    "present": (((2, 3), (14, 3)), ((3, 3), (3, 10.5), (13, 10.5), (13, 3)), ((8, 10.5), (8, 12)), ((5.5, 14), (8, 12), (10.5, 14))),
}
"""Open polylines in units of the grid."""

CIRCLES: dict[str, tuple[float, float, float]] = {"search": (7, 7, 4.5), "target": (8, 8, 4.5), "theme": (8, 8, 5.5)}
"""Centre x, centre y and radius in units of the grid."""


def icon_size() -> QSize:
    """The size of an icon beside the text of the window, px."""
    return QSize(GRID, GRID) * (QFontInfo(QGuiApplication.font()).pixelSize() / LETTERS)


def icon(name: str, colour: str, size: int = GRID) -> QIcon:
    """An icon of `size` logical px in a colour, sharp at any size in which it is shown."""
    scale = SHARP
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
