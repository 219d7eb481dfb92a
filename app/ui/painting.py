"""Paint where it hurts: brush, eraser and their tool bar, and how each place feels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from PySide6.QtCore import Qt

from app.model.practice import Quality
from app.model.reference import BadReferenceError, Ref, body_sides, parse_ref
from app.paint.painted import coverage
from app.state.painted import feel, felt_at, with_paint
from app.state.state import Felt, State, Stroke
from app.state.strokes import PaintSide, sided, tidy
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.theme import Palette

if TYPE_CHECKING:
    from app.ui.canvas.brush import Brush
    from app.ui.paint_bar import PaintBar
    from app.ui.workbench import Workbench

PAINT = "pain/paint"
"""The target that means: paint where it hurts."""
FELT = "felt/"
"""A target with this before it says how an area hurts: ``felt/low_back:right=6``, ``felt/low_back:right=ache``."""

Tool = Literal["", "pick", "brush", "eraser"]


class Painting(Feature):
    """Turns brush and eraser on and off, and makes strokes of one change each."""

    rows: ClassVar[Rows] = (
        ActionRow("brush", "Pain", "Paint where it hurts", ("B",), "toggle_brush", checkable=True),
        ActionRow("eraser", "Pain", "Erase paint", ("E",), "toggle_eraser", checkable=True),
        ActionRow("mirrored", "Pain", "Paint both sides at once", ("M",), "toggle_mirrored", checkable=True),
        ActionRow("clear_paint", "Pain", "Clear all paint", (), "clear_paint"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.tool: Tool = ""
        self.brush: Brush | None = None
        self.bar: PaintBar | None = None
        bench.escaped.connect(self.end)
        bench.navigator.paint.clicked.connect(self._press)
        bench.actions_by_id["pick"].toggled.connect(self._picking)

    def show_theme(self, palette: Palette) -> None:
        """Paint in other colours."""
        if self.brush and self.bar:
            self.brush.theme = palette.name
            self.bar.show_theme(palette)

    def follow(self, target: str) -> bool:
        """Follow the link that asks to paint, or an answer that says how an area hurts."""
        if target == PAINT:
            self.use("brush")
        elif target.startswith(FELT):
            self._feel(target.removeprefix(FELT))
        return target == PAINT or target.startswith(FELT)

    # The slots of the actions.

    def toggle_brush(self, wanted: bool) -> None:
        """Paint, or no longer."""
        self.use("brush" if wanted else "")

    def toggle_eraser(self, wanted: bool) -> None:
        """Erase, or no longer."""
        self.use("eraser" if wanted else "")

    def toggle_mirrored(self, wanted: bool) -> None:
        """Paint both sides at once, or only where it is drawn."""
        self._made()
        self._choose_side("mirrored" if wanted else "drawn")

    def clear_paint(self) -> None:
        """Take all paint away, with the areas that were chosen by it."""
        self._repaint(())

    def end(self) -> None:
        """Clicks choose muscles again."""
        self.use("")

    def use(self, tool: Tool) -> None:
        """Take up a tool, or lay it down."""
        if tool == self.tool or (tool and not self.bench.stage.shows_body()):
            self._show()
            return
        self.tool = tool
        self.bench.navigator.show_picking(tool == "pick")
        if tool:
            brush, _ = self._made()
            brush.kind = replace(brush.kind, erases=tool == "eraser")
        if self.brush and tool in ("brush", "eraser"):
            self.brush.start()
            self.bench.navigator.turn_to("area")
            self.bench.stage.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.brush and self.brush.on:
            self.brush.stop()
        self.bench.stage.let_draw(tool in ("brush", "eraser"), self.bench.session.state)
        self._show()

    def _show(self) -> None:
        painting = self.tool in ("brush", "eraser")
        for name in ("brush", "eraser"):
            self.bench.actions_by_id[name].setChecked(self.tool == name)
        self.bench.navigator.show_painting(painting)
        if self.bar and self.brush:
            self.bar.setVisible(bool(self.tool))
            self.bar.show_tool(self.tool)
            self.bar.show_size(self.brush.kind.radius)
            self.bar.show_side(self.brush.side)
            self.bar.show_feeling(self.brush.kind.quality, self.brush.kind.intensity)
            self.brush.update()

    def _made(self) -> tuple[Brush, PaintBar]:
        """Brush and bar, made when they are first needed."""
        if self.brush is None or self.bar is None:
            from app.ui.canvas.brush import Brush
            from app.ui.paint_bar import PaintBar

            self.brush, self.bar = Brush(self.bench.stage.canvas), PaintBar(self.bench.actions_by_id)
            self.bar.hide()
            self.bench.stage.show_bar(self.bar, self.bar.parts)
            self.brush.drawn.connect(self._add)
            self.brush.resized.connect(self.bar.show_size)
            self.bar.tool_pressed.connect(self._press_tool)
            self.bar.size_pressed.connect(self._resize)
            self.bar.side_pressed.connect(self._press_side)
            self.bar.quality_pressed.connect(self._press_quality)
            self.bar.intensity_moved.connect(self._move_intensity)
            self.bar.cleared.connect(self.clear_paint)
            self.bar.done.connect(self.end)
            self.show_theme(self.bench.palette_now)
        return self.brush, self.bar

    # What the bar and the buttons report.

    def _press(self, wanted: bool) -> None:
        self.use("brush" if wanted else "")

    def _press_tool(self, value: str) -> None:
        self.use(next(tool for tool in get_args(Tool) if tool == value))

    def _picking(self, picking: bool) -> None:
        """Clicking was turned on or off elsewhere."""
        if picking:
            self.use("pick")
        elif self.tool == "pick":
            self.use("")

    def _resize(self, radius: float) -> None:
        brush, bar = self._made()
        brush.kind = replace(brush.kind, radius=radius)
        bar.show_size(radius)

    def _press_side(self, value: str) -> None:
        self._choose_side(next(side for side in get_args(PaintSide) if side == value))

    def _choose_side(self, side: PaintSide) -> None:
        brush, bar = self._made()
        brush.side = side
        bar.show_side(side)
        self.bench.actions_by_id["mirrored"].setChecked(side == "mirrored")

    def _press_quality(self, value: str) -> None:
        self._set_feeling(next((quality for quality in get_args(Quality) if quality == value), None), self._made()[0].kind.intensity)

    def _move_intensity(self, value: int) -> None:
        self._set_feeling(self._made()[0].kind.quality, float(value) if value >= 0 else None)

    def _set_feeling(self, quality: Quality | None, intensity: float | None) -> None:
        brush, bar = self._made()
        brush.kind = replace(brush.kind, quality=quality, intensity=intensity)
        bar.show_feeling(quality, intensity)

    # What becomes of the state.

    def _add(self, stroke: Stroke) -> None:
        """Take over a stroke; one that erases nothing changes nothing."""
        side: PaintSide = self.brush.side if self.brush else "drawn"
        old = self.bench.session.state.painted
        new = (*old, *sided(self.bench.posing.on_neutral(stroke), side))
        self._repaint(tidy(new) if stroke.erases else new)

    def _repaint(self, painted: tuple[Stroke, ...]) -> None:
        state, plates = self.bench.session.state, self.bench.plates
        if painted != state.painted:
            self.bench.session.change(with_paint(state, painted, coverage(plates, state.painted), coverage(plates, painted)))

    def _feel(self, text: str) -> None:
        """Say how a chosen area hurts; the same again takes it back."""
        name, _, value = text.rpartition("=")
        try:
            ref = parse_ref(name)
        except BadReferenceError:
            return
        if ref.id in self.bench.atlas.areas:
            self.bench.session.change(self._felt(self.bench.session.state, ref, value))

    def _felt(self, state: State, ref: Ref, value: str) -> State:
        known = _said(felt_at(state, ref), value)
        within = coverage(self.bench.plates, state.painted)
        paired = self.bench.atlas.areas[ref.id].side == "paired"
        refs = [Ref(ref.id, side) if paired else Ref(ref.id) for side in body_sides(paired, ref.side)]
        return feel(state, ref, known, frozenset(n for one in refs if one in within for n in within[one].strokes))


def _said(known: Felt, value: str) -> Felt:
    """How a place hurts, with a quality or an intensity (0..10) that was said of it; the same said again takes it back."""
    quality = next((one for one in get_args(Quality) if one == value), None)
    if quality:
        return replace(known, quality=None if known.quality == quality else quality)
    if value.isdigit() and int(value) <= 10:
        return replace(known, intensity=None if known.intensity == int(value) else float(value))
    return known
