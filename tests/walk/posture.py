"""What a person does with the posture of the body: joints set by mouse, keys and numbers, plots, the neutral body held, steps told."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.model.posture import JOINTS
from app.ui.plots.view import PlotsView
from app.ui.plotting import Plotting
from app.ui.posture.panel import PosturePanel
from app.ui.posture.scale import ScaleSlider
from app.ui.posture_panel import Adjusting
from app.ui.workbench import Workbench
from tests.walk.hand import LEFT, NONE, drag, press, write

NUMBERS = ("12", "-7.5", "\N{MINUS SIGN}3", "0", "900", "-1e9", "nan", "1e999", "", "twelve", "4,5°", "  8 ")
VALUES = ("12", "-30", "0", "1e308", "nan", "inf", "", "x", "999")
SLIDER_KEYS = ("Left", "Right", "Shift+Left", "Shift+Right", "PgUp", "PgDown", "Home", "End", "0", "Delete", "Esc", "Up", "Down")
LINE_KEYS = ("Left", "Right", "Shift+Left", "Shift+Right", "Home", "End", "0", "Up", "Down", "Return")
PAUSES = (0, 0, 0, 20, 120, 300)
"""So long, ms, it is looked on before a slider is let go, or the neutral body given up."""


class PostureHand:
    """The hand of a walker at the posture panel, the plots and the moving body. `chance` is the walker's, as is `press_safely`, which
    presses keys where the keyboard is, unless that would ask the desktop.
    """

    def __init__(self, bench: Workbench, chance: random.Random, press_safely: Callable[[str], str]) -> None:
        self.bench = bench
        self.chance = chance
        self._press_safely = press_safely
        self.acts: tuple[tuple[Callable[[], str], int], ...] = (
            (self._open, 2), (self._drag_slider, 6), (self._key_slider, 4), (self._type_number, 2), (self._free, 3), (self._fold, 2),
            (self._tab, 2), (self._drag_line, 3), (self._key_plot, 2), (self._choose_in_plots, 2), (self._take_plot, 1),
            (self._hold_neutral, 2), (self._compare, 2), (self._undo, 3), (self._step, 2), (self._link, 2), (self._joint_link, 1),
        )

    def rest(self) -> None:
        """The body as it is measured, with nothing beside it."""
        actions = self.bench.actions_by_id
        for name in ("posture", "plots", "beside_neutral", "ghost", "angles", "neutral"):
            if actions[name].isChecked():
                actions[name].trigger()
        self.bench.posing.free()

    # The panel.

    def _open(self) -> str:
        name, keys = self.chance.choice((("posture", "Ctrl+J"), ("plots", "Ctrl+Shift+L")))
        if not self.bench.actions_by_id[name].isChecked() or self.chance.random() < 0.2:
            press(self.bench, keys)
        return f"press {keys}"

    def _panel(self) -> PosturePanel | None:
        panel = next(one for one in self.bench.features if isinstance(one, Adjusting)).panel
        return panel if panel and panel.isVisible() else None

    def _slider(self) -> ScaleSlider | None:
        panel = self._panel()
        found = [one for one in panel.findChildren(ScaleSlider) if one.isVisible() and one.isEnabled()] if panel else []
        return self.chance.choice(found) if found else None

    def _drag_slider(self) -> str:
        """Drag it; while it is held, other things may happen."""
        slider = self._slider()
        if slider is None:
            return "no slider"
        QTest.mousePress(slider, LEFT, NONE, self._spot(slider))
        for _ in range(self.chance.randrange(6)):
            QTest.mouseMove(slider, self._spot(slider))
            QApplication.processEvents()
        meanwhile = self.chance.choices((self._undo, self._step, self._hold_neutral, self._compare, lambda: ""), (1, 1, 1, 1, 8))[0]()
        QTest.qWait(self.chance.choice(PAUSES))
        if self.chance.random() < 0.1:
            press(slider, "Esc")
        QTest.mouseRelease(slider, LEFT, NONE, self._spot(slider))
        return f"drag {slider.accessibleName()} {meanwhile}"

    def _key_slider(self) -> str:
        slider = self._slider()
        if slider is None:
            return "no slider"
        slider.setFocus(Qt.FocusReason.TabFocusReason)
        pressed = self.chance.choices(SLIDER_KEYS, k=self.chance.randint(1, 5))
        for keys in pressed:
            press(slider, keys)
        return f"press {' '.join(pressed)} at {slider.accessibleName()}"

    def _type_number(self) -> str:
        slider = self._slider()
        if slider is None:
            return "no slider"
        slider.setFocus(Qt.FocusReason.TabFocusReason)
        press(slider, self.chance.choice(("Return", "F2")))
        field, number = QApplication.focusWidget(), self.chance.choice(NUMBERS)
        if field is not None:
            write(field, number)
            press(field, self.chance.choices(("Return", "Esc", "Tab"), (3, 1, 1))[0])
        return f"type {number!r} for {slider.accessibleName()}"

    def _free(self) -> str:
        panel = self._panel()
        if panel is None:
            return "no panel"
        crosses = [row.cross for block in panel.blocks.values() for row in block.rows.values() if row.cross.isVisible()]
        found = [one for one in (*crosses, panel.as_said, panel.to_neutral, *(block.both for block in panel.blocks.values()))
                 if one.isVisible() and one.isEnabled()]
        if not found:
            return "nothing to free"
        button = self.chance.choice(found)
        named = button.accessibleName() or button.text()
        QTest.mouseClick(button, LEFT)
        return f"click {named}"

    def _fold(self) -> str:
        panel = self._panel()
        found = [one.button for one in panel.folds.values() if one.isVisible()] if panel else []
        if not found:
            return "no fold"
        button = self.chance.choice(found)
        QTest.mouseClick(button, LEFT)
        return f"click {button.accessibleName()}"

    # The plots.

    def _plots(self) -> PlotsView | None:
        view = next(one for one in self.bench.features if isinstance(one, Plotting)).view
        return view if view and view.isVisible() else None

    def _tab(self) -> str:
        view = self._plots()
        if view is None:
            return "no plots"
        page, unit = self.chance.choice(("bars", "curves", "curves")), self.chance.choice(("percent", "mm"))
        view.kinds.pressed.emit(page)
        view.units.pressed.emit(unit)
        return f"show {page} in {unit}"

    def _drag_line(self) -> str:
        view = self._plots()
        if view is None:
            return "no plots"
        inside = view.pages.currentWidget().findChildren(QWidget)
        plot = view.curves.plot.viewport() if view.is_of_curves else self.chance.choice([one for one in inside if one.isVisible()] or [view])
        start = self._spot(plot)
        if view.is_of_curves:
            line = view.curves.plot
            x = line.mapFromScene(line.getViewBox().mapViewToScene(QPoint(round(line.value), 0).toPointF())).x()
            start = QPoint(x, start.y())
        drag(plot, start, tuple(self._spot(plot) for _ in range(self.chance.randint(1, 6))))
        return "drag in the plots"

    def _key_plot(self) -> str:
        view = self._plots()
        if view is None:
            return "no plots"
        plot = view.curves.plot if view.is_of_curves else view.bars.plot
        plot.setFocus(Qt.FocusReason.TabFocusReason)
        pressed = self.chance.choices(LINE_KEYS, k=self.chance.randint(1, 4))
        for keys in pressed:
            press(plot, keys)
        return f"press {' '.join(pressed)} in the plots"

    def _choose_in_plots(self) -> str:
        view = self._plots()
        if view is None:
            return "no plots"
        box = view.curves.joints if view.is_of_curves else view.bars.order
        if box.count():
            place = self.chance.randrange(box.count())
            box.setCurrentIndex(place)
            box.activated.emit(place)
        view.bars.least.setValue(self.chance.randint(0, view.bars.least.maximum()))
        return f"choose {box.currentText()} in the plots"

    def _take_plot(self) -> str:
        view = self._plots()
        if view is None:
            return "no plots"
        self.chance.choice((view.copy_picture, view.copy_table, view.save_table))()
        return "copy the plot"

    # The body.

    def _hold_neutral(self) -> str:
        canvas = self.bench.stage.canvas
        canvas.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyPress(canvas, Qt.Key.Key_N)
        QTest.qWait(self.chance.choice(PAUSES))
        if self.chance.random() < 0.2:
            self.bench.topbar.search.setFocus()
        target = QApplication.focusWidget() or canvas
        QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_N, NONE, "n"))
        return "hold N"

    def _compare(self) -> str:
        keys = self.chance.choice(("Ctrl+N", "Ctrl+G", "Ctrl+Shift+A"))
        press(self.bench, keys)
        return f"press {keys}"

    def _undo(self) -> str:
        name = self.chance.choices(("undo", "redo"), (2, 1))[0]
        self.bench.actions_by_id[name].trigger()
        return name

    def _step(self) -> str:
        """Tell what happens step by step, where a pattern is open."""
        keys = self.chance.choice((".", ".", ",", "Space"))
        press(self.bench.stage.canvas, keys)
        return f"step with {keys}"

    def _link(self) -> str:
        """Open a link that holds joints, some of them damaged."""
        joints = "&".join(f"joint={self.chance.choice((*JOINTS, 'knee', ''))}={self.chance.choice(VALUES)}" for _ in range(self.chance.randint(1, 4)))
        link = (f"plumbline:?pattern=lower_crossed_syndrome&{joints}&extent={self.chance.choice((*VALUES, '70'))}"
                + ("&about=pattern/lower_crossed_syndrome&step=2" if self.chance.random() < 0.3 else ""))
        return self._opened(link)

    def _joint_link(self) -> str:
        target = self.chance.choice(("posture/open", "plots/open", f"joint/{self.chance.choice(tuple(JOINTS))}", "assumption/none"))
        self.bench.follow(target)
        return f"follow {target}"

    def _opened(self, link: str) -> str:
        self.bench.actions_by_id["open"].trigger()
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            return "no field for a link"
        field.setText(link)
        return f"open {link}: {self._press_safely('Return')}"

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1)))
