"""What a person does with mouse and keyboard, in the words of the tests."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from app.model.anatomy import ViewName
from app.paint.marks import Marks
from app.paint.plate import PLAIN, Plate, Sight
from app.ui.nav_list import NavList, side_rects
from app.ui.nav_rows import ListName
from app.ui.work import wait_for_all
from app.ui.workbench import Workbench


def open_list(qtbot: QtBot, window: Workbench, name: ListName) -> NavList:
    """Click the tab of a list."""
    tabs = window.navigator.tabs
    place = list(window.navigator.pages).index(name)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
    # The list gets its size when it is shown.
    QApplication.processEvents()
    return window.navigator.pages[name].list


def click_line(qtbot: QtBot, window: Workbench, name: ListName, key: str, side: str = "") -> None:
    """Click a line of a list, or one of its buttons for the side."""
    view = open_list(qtbot, window, name)
    index = view.rows.index_of(key)
    assert index.isValid(), f"{key} is not listed"
    view.scrollTo(index)
    rect = view.visualRect(index)
    spot: QPoint = QPoint(rect.left() + 60, rect.center().y())
    if side:
        spot = side_rects(rect)[0 if side == "right" else 1].center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def click_body(qtbot: QtBot, window: Workbench, view: ViewName, shape: str, ctrl: bool = False) -> None:
    """Click a muscle or an area of pain where it is seen on the body."""
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(window.stage.canvas, Qt.MouseButton.LeftButton, keys, spot_of(window, view, shape))


def spot_of(window: Workbench, view: ViewName, shape: str) -> QPoint:
    """Where a muscle or an area of pain is seen on the canvas with nothing taken off, px."""
    canvas = window.stage.canvas
    place = next(one for one in canvas.scene.places if one.plate.view == view)
    # Where a hidden one was, what lay beneath it is clicked.
    x, y = seen_point(place.plate, shape, PLAIN if shape in window.marks.hidden else window.marks.sight)
    across, down = canvas.camera.to_widget(x + place.x, y + place.y)
    return QPoint(round(across), round(down))


def seen_point(plate: Plate, shape: str, sight: Sight = PLAIN) -> tuple[float, float]:
    """A point of a view (mm) at which a muscle or an area is seen, well inside it, with what is hidden taken away."""
    form = plate.by_id.get(shape) or plate.area_by_id[shape]
    seen = []
    for column in range(1, 20):
        for row in range(1, 40):
            x = form.box.left() + form.box.width() * column / 20
            y = form.box.top() + form.box.height() * row / 40
            found = plate.area_at(x, y) if form.part == "area" else plate.form_at(x, y, "superficial", sight)
            if found is form:
                seen.append((x, y))
    assert seen, f"{shape} is not seen"
    return seen[len(seen) // 2]


def marks(window: Workbench) -> Marks:
    """What is shown on the body."""
    return window.marks


def page_text(window: Workbench) -> str:
    """What the panel says."""
    return window.panel.view.toPlainText()


def chip_texts(window: Workbench) -> list[str]:
    """The labels of what is chosen."""
    return [chip.row.text for chip in window.stage.chips.chips]


def press_link(qtbot: QtBot, window: Workbench, target: str, ctrl: bool = False) -> None:
    """Scroll the panel to the first link to a target and click it."""
    # What is measured beside the window writes the page anew.
    wait_for_all()
    QApplication.processEvents()
    view = window.panel.view
    start = next((start for start, link in _links(view) if link == f"plumbline:{target}"), None)
    assert start is not None, f"no link to {target}"
    cursor = QTextCursor(view.document())
    cursor.setPosition(start + 1)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    QApplication.processEvents()
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, view.cursorRect(cursor).center())


def without_lines(view: QTextBrowser) -> list[str]:
    """The paragraphs of a page that have words and no lines: empty gaps."""
    empty, block = [], view.document().begin()
    while block.isValid():
        if block.text().strip() and not block.layout().lineCount():
            empty.append(block.text())
        block = block.next()
    return empty


def _links(view: QTextBrowser) -> Iterator[tuple[int, str]]:
    """Where each link of a page begins, and what it leads to."""
    block = view.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            yield fragment.position(), fragment.charFormat().anchorHref()
            place += 1
        block = block.next()
