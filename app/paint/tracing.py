"""The outline of a scribble: drawn small and traced, since joining hundreds of overlapping pieces as paths would take seconds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QPolygonF

from app.state.state import Stroke
from app.state.strokes import Point, box, simplified

FINE = 14.0
"""A narrower brush, radius in mm, is drawn with two pixels a millimetre, a wider one with one."""
ROUGH = 0.6
"""How far, px, the traced line may lie beside the edge of the pixels."""

Step = tuple[int, int]
SOUTH: Step = (0, 1)
AHEAD: dict[Step, tuple[Step, Step]] = {(0, 1): ((0, 0), (-1, 0)), (1, 0): ((0, -1), (0, 0)), (0, -1): ((-1, -1), (0, -1)),
                                        (-1, 0): ((-1, 0), (-1, -1))}
"""For each direction from a corner the two pixels ahead: the one on the left hand, the one on the right."""


def traced(stroke: Stroke) -> QPainterPath:
    """What a stroke covers, mm, as one path with holes."""
    scale = 2.0 if stroke.radius < FINE else 1.0
    left, top, right, bottom = box(stroke)
    image = QImage(int((right - left) * scale) + 5, int((bottom - top) * scale) + 5, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(2.0, 2.0)
    painter.scale(scale, scale)
    painter.translate(-left, -top)
    painter.setPen(QPen(Qt.GlobalColor.white, 2 * stroke.radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke.points]))
    painter.end()
    path = QPainterPath()
    for loop in _loops(image):
        corners = simplified(loop, ROUGH)
        path.addPolygon(QPolygonF([QPointF((x - 2.0) / scale + left, (y - 2.0) / scale + top) for x, y in corners]))
        path.closeSubpath()
    return path


def _loops(image: QImage) -> Iterator[list[Point]]:
    """Each edge between white and black as a closed line through the middles of the pixels' sides, px."""
    rows, stride = bytes(image.constBits()), image.bytesPerLine()
    seen: set[Step] = set()
    for y in range(image.height()):
        row, x = rows[y * stride:y * stride + image.width()], -1
        while (x := row.find(b"\xff", x + 1)) >= 0:
            if (x, y) not in seen:
                yield _followed(rows, stride, (x, y), seen)
            # On to where the white ends, and from there to the next.
            x = row.find(b"\x00", x)


def _followed(rows: bytes, stride: int, start: Step, seen: set[Step]) -> list[Point]:
    """The edge that begins at the left side of a pixel, with white always on the left hand."""
    at, way, line = start, SOUTH, []
    while True:
        if way == SOUTH:
            seen.add(at)
        line.append((at[0] + way[0] / 2, at[1] + way[1] / 2))
        at = at[0] + way[0], at[1] + way[1]
        on_left, on_right = (rows[(at[1] + y) * stride + at[0] + x] for x, y in AHEAD[way])
        if on_right:
            way = -way[1], way[0]
        elif not on_left:
            way = way[1], -way[0]
        if at == start and way == SOUTH:
            return [*line, line[0]]
