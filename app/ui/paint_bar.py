"""The tool bar of painting: tool, size, side, how it feels, how strong, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from app.model.look import QUALITY_LOOKS, ThemeName
from app.model.practice import Quality
from app.paint.legend import Entry, paint_sample
from app.paint.palette import Setting
from app.state.strokes import PaintSide
from app.ui.flow import FlowLayout
from app.ui.icons import icon, icon_size
from app.ui.segments import Segments
from app.ui.theme import Palette, grown

TOOLS = (("pick", "Click areas"), ("brush", "Brush"), ("eraser", "Eraser"))
SIZES = (("small", "Small", 10.0), ("medium", "Medium", 20.0), ("large", "Large", 40.0))
"""Each with the radius of the brush, mm."""
SIDES: tuple[tuple[PaintSide, str, str], ...] = (
    ("drawn", "As drawn", "The stroke appears where it is drawn"), ("right", "Right", "The stroke appears on the right side of the body"),
    ("left", "Left", "The stroke appears on the left side of the body"), ("mirrored", "Mirrored", "The stroke appears on both sides (M)"))
QUALITIES: tuple[Quality, ...] = get_args(Quality)
UNSAID = -1
"""The slider's place that says nothing of the intensity."""
UNKNOWN = "\N{EN DASH}"
"""Stands for an intensity that was not said."""
SWATCH = QSize(20, 14)
SLIDER = 88
"""Width of the slider, px."""
SHORT_WORDS = {"drawn": "Drawn", "right": "R", "left": "L", "mirrored": "Both"}
CRAMPED, WORDY, ROOMY, MARGINS = 270, 280, 600, 36
"""On a bar narrower than this, px, it has no sizes, sides, undo and redo; tools are pictures and sides short; qualities have no words but their
tips; all grow with the text."""
LARGEST = 1.5
"""The samples of the qualities grow so far with the text."""
TOOL_ICONS = {"pick": "target", "brush": "brush", "eraser": "eraser"}


class IntensitySlider(QSlider):
    """From not said to 10; a digit sets it, 1 and then 0 mean 10."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(UNSAID, 10)
        self.setValue(UNSAID)
        self.setPageStep(2)
        self.setFixedWidth(SLIDER)
        self.setAccessibleName("Intensity, 0 to 10")
        self.setToolTip("How strong the pain is, 0 to 10; at the left end, not said")

    def event(self, event: QEvent) -> bool:
        """Qt: digits are numbers here, not keys of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.text().isdigit():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a digit sets the intensity."""
        if event.text().isdigit():
            ten = event.text() == "0" and self.value() == 1
            self.setValue(10 if ten else int(event.text()))
        else:
            super().keyPressEvent(event)


class PaintBar(QWidget):
    """Shows what it is told and reports what is pressed."""

    tool_pressed = Signal(str)
    size_pressed = Signal(float)
    side_pressed = Signal(str)
    quality_pressed = Signal(str)
    """The quality; empty when it was pressed again, which takes it back."""
    intensity_moved = Signal(int)
    """0 to 10, or -1 for not said."""
    cleared = Signal()
    done = Signal()

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("paintbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Painting")
        self._actions = actions
        self.tools, self.sides = Segments("Tool"), Segments("Side", SHORT_WORDS)
        self.sizes = Segments("Size of the brush")
        self.qualities: dict[Quality, QToolButton] = {}
        self.slider = IntensitySlider()
        self.number = QLabel()
        self.number.setObjectName("quiet")
        self.number.setFixedWidth(20)
        self.back = {name: _button("", name) for name in ("undo", "redo") if name in actions}
        self.clear = _button("Clear", "Clear all paint")
        self.end = _button("Done", "End painting (Esc)")
        self._brush_only: list[QWidget] = []
        self._tool = ""
        self._flow = FlowLayout(self, gap=8)
        self._flow.setContentsMargins(20, 4, MARGINS - 20, 8)
        self._fill()
        self._wire()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, in its order."""
        segments = (*self.tools.buttons, *self.sizes.buttons, *self.sides.buttons)
        return (*segments, *self.qualities.values(), self.slider, *self.back.values(), self.clear, self.end)

    def show_tool(self, tool: str) -> None:
        """Press the tool that is used; what only the brush needs shows with it."""
        self.tools.show_chosen((tool,))
        self._tool = tool
        for part in self._brush_only:
            part.setEnabled(tool != "pick")
        for part in (*self.qualities.values(), self.slider, self.number):
            part.setEnabled(tool == "brush")
        self._squeeze()

    def show_size(self, radius: float) -> None:
        """Press the size that the brush has (radius in mm), or none between them."""
        self.sizes.show_chosen(value for value, _, known in SIZES if abs(known - radius) < 0.5)

    def show_side(self, side: PaintSide) -> None:
        """Press the side on which strokes appear."""
        self.sides.show_chosen((side,))

    def show_feeling(self, quality: Quality | None, intensity: float | None) -> None:
        """Show the quality and the intensity (0..10, a scale without unit) of the brush."""
        for one, button in self.qualities.items():
            button.setChecked(one == quality)
        self.slider.blockSignals(True)
        self.slider.setValue(UNSAID if intensity is None else round(intensity))
        self.slider.blockSignals(False)
        self.number.setText(UNKNOWN if intensity is None else f"{intensity:g}")

    def show_theme(self, palette: Palette) -> None:
        """Draw in other colours."""
        for quality, button in self.qualities.items():
            button.setIcon(swatch(quality, palette.name))
            button.setIconSize(SWATCH * min(grown(100) / 100, LARGEST))
        for name, button in self.back.items():
            button.setIcon(icon(name, palette.ink))
            button.setIconSize(icon_size())
        for button in self.tools.buttons:
            button.setIcon(icon(TOOL_ICONS[button.value], palette.ink))
            button.setIconSize(icon_size())
        self._squeeze()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room it says less."""
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if self.width() >= grown(ROOMY) else styles.ToolButtonIconOnly
        for button in self.qualities.values():
            button.setToolButtonStyle(style)
        tight = self.width() < grown(WORDY) + MARGINS
        self.sides.squeeze(tight)
        for button in self.tools.buttons:
            button.setToolButtonStyle(styles.ToolButtonIconOnly if tight else styles.ToolButtonTextOnly)
        # Keys and wheel do what these do; the body does not get by without its room.
        cramped = self.width() < grown(CRAMPED)
        for part in self._brush_only:
            part.setVisible(self._tool != "pick" and not (cramped and part in (self.sizes, self.sides)))
        self._backs.setHidden(cramped)
        # What is hidden takes no room.
        self._flow.invalidate()
        self.updateGeometry()

    def _fill(self) -> None:
        self.tools.show_values((value, text, self._actions.get(value)) for value, text in TOOLS)
        self.sizes.show_values((value, text[0], None) for value, text, _ in SIZES)
        self.sides.show_values((value, text, None) for value, text, _ in SIDES)
        for button, (_, name, _) in zip(self.sizes.buttons, SIZES, strict=True):
            button.setAccessibleName(f"Size of the brush: {name.lower()}")
            button.setToolTip(f"{name} brush (Ctrl+wheel for any size)")
        for button, (_, _, tip) in zip(self.sides.buttons, SIDES, strict=True):
            button.setToolTip(tip)
        for quality in QUALITIES:
            look = QUALITY_LOOKS[quality]
            made = self.qualities[quality] = _button(f" {look.label.capitalize()}", f"It feels like {look.label}; again takes it back")
            made.setCheckable(True)
            made.setProperty("quality", quality)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        feelings = _row(self.qualities.values(), 4)
        strong = _row((QLabel("Intensity"), self.slider, self.number), 6)
        self._brush_only = [self.sizes, self.sides, feelings, strong]
        self._backs = backs = _row(self.back.values(), 4)
        ends = _row((self.clear, self.end), 4)
        for part in (self.tools, self.sizes, self.sides, feelings, strong, backs, ends):
            self._flow.addWidget(part)

    def _wire(self) -> None:
        self.tools.pressed.connect(self.tool_pressed)
        self.sizes.pressed.connect(self._size)
        self.sides.pressed.connect(self.side_pressed)
        for button in self.qualities.values():
            button.clicked.connect(self._quality)
        self.slider.valueChanged.connect(self.intensity_moved)
        self.clear.clicked.connect(self.cleared)
        self.end.clicked.connect(self.done)
        for name, button in self.back.items():
            action = self._actions[name]
            button.setAccessibleName(action.text())
            button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
            button.clicked.connect(action.trigger)
            action.changed.connect(self._follow_actions)
        self._follow_actions()

    def _follow_actions(self) -> None:
        for name, button in self.back.items():
            button.setEnabled(self._actions[name].isEnabled())

    def _size(self, value: str) -> None:
        self.size_pressed.emit(next(radius for name, _, radius in SIZES if name == value))

    def _quality(self, checked: bool) -> None:
        self.quality_pressed.emit(self.sender().property("quality") if checked else "")


def swatch(quality: Quality, theme: ThemeName) -> QIcon:
    """The picture of a quality, as it is painted on the body."""
    scale = 3
    picture = QPixmap(SWATCH * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    box = QRectF(0.75, 0.75, SWATCH.width() - 1.5, SWATCH.height() - 1.5)
    paint_sample(painter, box, Entry("", quality=quality), Setting("superficial", theme, 1.0, scale))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return QIcon(picture)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(tip.partition(";")[0].partition(" (")[0])
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(parts: Iterable[QWidget], gap: int) -> QWidget:
    """Widgets in one row, `gap` px apart, that stay together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    return holder
