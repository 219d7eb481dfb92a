"""The brush over the body: it turns mouse and keys into strokes and shows them at once, over the picture that is there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.model.look import SHEETS, ThemeName
from app.paint.palette import NO_BRUSH, colour
from app.paint.scene import Place
from app.state.state import Stroke
from app.state.strokes import PaintSide, mirrored, sided, simplified
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.frame import scene_transform

SMALLEST, LARGEST = 3.0, 60.0
"""Radius of the brush, mm."""
GROWTH = 1.15
"""What one notch of the wheel with Ctrl multiplies the radius by."""
STEP = 10.0
"""How far an arrow key moves the brush, px."""
NEAR = 1.0
"""A point nearer to the last one than this, px, adds nothing."""
ROOM = 4
"""Repainted beyond a stroke, px."""
ARROWS = {Qt.Key.Key_Left: (-STEP, 0.0), Qt.Key.Key_Right: (STEP, 0.0), Qt.Key.Key_Up: (0.0, -STEP), Qt.Key.Key_Down: (0.0, STEP)}
DABS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class Brush(QWidget):
    """Lies over the canvas, lets the mouse through, and is asked first what it means while it is on."""

    drawn = Signal(object)
    """A stroke is done: its points are mm of the view's frame."""
    resized = Signal(float)
    """The brush has another radius, mm."""

    def __init__(self, canvas: BodyCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Brush")
        self.kind = Stroke("front", (), 20.0)
        """A stroke without points that tells how the next one is: radius, quality, intensity, whether it erases."""
        self.side: PaintSide = "drawn"
        self.theme: ThemeName = "light"
        self._at: QPointF | None = None
        self._place: Place | None = None
        self._line: list[tuple[float, float]] = []
        self.hide()

    @property
    def on(self) -> bool:
        """Whether it paints."""
        return self.isVisibleTo(self._canvas)

    @property
    def at(self) -> QPointF | None:
        """Where it is, px of the canvas; None before it was anywhere."""
        return self._at

    def start(self) -> None:
        """Paint from now on."""
        if self.on:
            return
        self.setGeometry(self._canvas.rect())
        self._canvas.hover(())
        self._canvas.installEventFilter(self)
        self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        self.show()

    def stop(self) -> None:
        """Paint no longer; what was begun is done."""
        self._finish()
        self._canvas.removeEventFilter(self)
        self._canvas.unsetCursor()
        self._at = None
        self.hide()

    def grow(self, factor: float) -> None:
        """Make the brush larger by a factor (a ratio of radii), within its limits."""
        self._touch()
        radius = min(max(self.kind.radius * factor, SMALLEST), LARGEST)
        self.kind = replace(self.kind, radius=radius)
        self.resized.emit(radius)
        self._touch()

    # What is asked of it.

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: take what means painting; all else goes on to the canvas."""
        if isinstance(event, QMouseEvent) and event.type() in MOUSE:
            return self._mouse(event)
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.grow(GROWTH ** (event.angleDelta().y() / 120))
            return True
        if isinstance(event, QKeyEvent):
            return self._key(event) if event.type() == QEvent.Type.KeyPress else self._key_up(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._finish()
        elif event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        elif event.type() == QEvent.Type.Leave and not self._line:
            self._move_to(None)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            if event.buttons() & Qt.MouseButton.MiddleButton:
                return False
            self._move_to(event.position())
            if self._line:
                self._draw_to(event.position())
        elif not left:
            return event.button() != Qt.MouseButton.MiddleButton
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._finish()
        else:
            self._move_to(event.position())
            self._begin(event.position())
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in ARROWS:
            self._step(QPointF(*ARROWS[key]), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in DABS:
            at = self._at or self._middle()
            self._move_to(at)
            self._begin(at)
            self._finish()
        else:
            return False
        return True

    def _key_up(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Shift:
            self._finish()
        return False

    def _step(self, by: QPointF, draws: bool) -> None:
        """Move by some px, drawing a line or not; the first key shows where the brush is."""
        start = self._at or self._middle()
        if not draws:
            self._finish()
        elif not self._line:
            self._begin(start)
        room = self._canvas.rect()
        goal = start + by
        goal = QPointF(min(max(goal.x(), 0.0), room.width() - 1.0), min(max(goal.y(), 0.0), room.height() - 1.0))
        self._move_to(goal if self._at or draws else start)
        if draws:
            self._draw_to(goal)

    def _middle(self) -> QPointF:
        """The middle of the view nearest to the middle of the canvas, px."""
        centre = QPointF(self._canvas.rect().center())
        spots = [QPointF(*self._canvas.camera.to_widget(place.box.center().x(), place.box.center().y()))
                 for place in self._canvas.scene.places]
        near = [spot for spot in spots if QRectF(self._canvas.rect()).contains(spot)]
        return min(near, key=lambda spot: (spot - centre).manhattanLength()) if near else centre

    # A stroke.

    def _begin(self, at: QPointF) -> None:
        x, y = self._canvas.camera.to_scene(at.x(), at.y())
        self._place = self._canvas.scene.place_at(x, y)
        if self._place:
            self._line = [(x - self._place.x, y - self._place.y)]
            self._touch_line(at, at)

    def _draw_to(self, at: QPointF) -> None:
        if not self._place:
            return
        camera = self._canvas.camera
        x, y = camera.to_scene(at.x(), at.y())
        last = QPointF(*camera.to_widget(self._line[-1][0] + self._place.x, self._line[-1][1] + self._place.y))
        if (at - last).manhattanLength() >= NEAR:
            self._line.append((x - self._place.x, y - self._place.y))
            self._touch_line(last, at)

    def _finish(self) -> None:
        line, place = self._line, self._place
        self._line, self._place = [], None
        if line and place:
            self.update()
            self.drawn.emit(replace(self.kind, view=place.plate.view, points=simplified(line)))

    # What is seen.

    def _move_to(self, at: QPointF | None) -> None:
        self._touch()
        self._at = at
        self._touch()

    def _touch(self) -> None:
        """Repaint the circle."""
        if self._at is not None:
            self.update(self._round(self._at, self._at))

    def _touch_line(self, start: QPointF, end: QPointF) -> None:
        """Repaint a piece of the stroke, on each side on which it appears."""
        if self.side in ("left", "right") or not self._place:
            self.update()
            return
        self.update(self._round(start, end))
        if self.side == "mirrored":
            points = tuple((x - self._place.x, y - self._place.y) for x, y in
                           (self._canvas.camera.to_scene(at.x(), at.y()) for at in (start, end)))
            other = mirrored(replace(self.kind, view=self._place.plate.view, points=points))
            there = next((one for one in self._canvas.scene.places if one.plate.view == other.view), None)
            if there:
                spots = [QPointF(*self._canvas.camera.to_widget(x + there.x, y + there.y)) for x, y in other.points]
                self.update(self._round(spots[0], spots[1]))

    def _round(self, start: QPointF, end: QPointF) -> QRect:
        reach = int(self.kind.radius * self._canvas.camera.scale) + ROOM
        return QRectF(start, QSizeF(0.1, 0.1)).united(QRectF(end, QSizeF(0.1, 0.1))).toAlignedRect().adjusted(-reach, -reach, reach, reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the stroke that is being drawn, and the circle of the brush."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet, camera = SHEETS[self.theme], self._canvas.camera
        if self._line and self._place:
            painter.save()
            painter.setTransform(scene_transform(camera), True)
            text, opacity = (sheet.paper, 0.7) if self.kind.erases else (sheet.referral, 0.5)
            painter.setPen(QPen(colour(text, opacity), 2 * self.kind.radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                                Qt.PenJoinStyle.RoundJoin))
            for stroke in sided(replace(self.kind, view=self._place.plate.view, points=tuple(self._line)), self.side):
                self._draw(painter, stroke)
            painter.restore()
        if self._at is not None:
            painter.setBrush(NO_BRUSH)
            reach = self.kind.radius * camera.scale
            for text, width in ((sheet.paper, 3.0), (sheet.ink, 1.2)):
                pen = QPen(colour(text, 0.9), width, Qt.PenStyle.DashLine if self.kind.erases and width < 2 else Qt.PenStyle.SolidLine)
                painter.setPen(pen)
                painter.drawEllipse(self._at, reach, reach)
        painter.end()

    def _draw(self, painter: QPainter, stroke: Stroke) -> None:
        place = next((one for one in self._canvas.scene.places if one.plate.view == stroke.view), None)
        if place:
            points = [QPointF(x + place.x, y + place.y) for x, y in stroke.points]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else points * 2))
