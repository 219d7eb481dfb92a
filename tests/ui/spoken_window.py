"""A program of its own for the test of what a screen reader is told: it walks all that is there, and ends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.reference import Ref
from app.state.choose import choose_pain, choose_pattern
from app.state.session import Session
from app.state.sheet import peel, show_views
from app.state.state import State
from app.ui.canvas.canvas import BodyCanvas
from app.ui.canvas.spoken import listen
from app.ui.load import load_into
from app.ui.settings import Remembered
from app.ui.workbench import Workbench

Told = QAccessible.Text


def opened() -> Workbench:
    """A window with the real content."""
    bench = Workbench(Session(State()), Remembered("light"))
    bench.stage.canvas.animated = False
    bench.resize(1280, 800)
    load_into(bench)
    listen([bench.stage.canvas])
    bench.show()
    bench.activateWindow()
    QApplication.processEvents()
    return bench


def heard(canvas: BodyCanvas) -> QAccessibleInterface:
    """The interface of the body."""
    return QAccessible.queryAccessibleInterface(canvas)


def children(body: QAccessibleInterface) -> list[QAccessibleInterface]:
    """All that it shows, each checked."""
    found = [body.child(number) for number in range(body.childCount())]
    for number, child in enumerate(found):
        assert child.isValid() and child.text(Told.Name)
        assert child.parent() is body and body.indexOfChild(child) == number
        assert child.rect().isValid() and child.childCount() == 0 and child.child(0) is None
        assert child.role() == QAccessible.Role.ListItem and child.state().focusable and child.state().selectable
    assert len({child.text(Told.Name) for child in found}) == len(found)
    assert body.child(len(found)) is None and body.child(-1) is None
    return found


def named(body: QAccessibleInterface, name: str) -> QAccessibleInterface:
    """The one of that name."""
    return next(child for child in children(body) if child.text(Told.Name) == name)


def walk(bench: Workbench) -> None:
    """Ask everything, while what is chosen and shown changes."""
    canvas, session = bench.stage.canvas, bench.session
    body = heard(canvas)
    assert body.isValid() and body.role() == QAccessible.Role.List and body.text(Told.Name) == "Body"
    assert body.text(Told.Description).startswith("front and back view")
    assert body.parent().isValid() and body.childCount() > 100
    old = children(body)
    gluteus = named(body, "Gluteus maximus, right")
    rect: QRect = gluteus.rect()
    assert QRect(canvas.mapToGlobal(QPoint()), canvas.size()).contains(rect)
    assert body.childAt(rect.center().x(), rect.center().y()) is gluteus
    session.change(choose_pattern(session.state, Ref("forward_tipped_pelvis")))
    assert "weak" in gluteus.text(Told.Description)
    assert any("tight" in child.text(Told.Description) for child in children(body))
    session.change(choose_pain(session.state, Ref("lateral_hip", "right")))
    hip = bench.atlas.areas["lateral_hip"].name
    assert any(f"refers pain to the {hip.lower()}, right" in child.text(Told.Description) for child in children(body))
    actions = gluteus.actionInterface()
    assert QAccessibleActionInterface.pressAction() in actions.actionNames()
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert session.state.muscle == Ref("gluteus_maximus", "right") and gluteus.state().selected
    actions.doAction(QAccessibleActionInterface.setFocusAction())
    assert canvas.hasFocus() and gluteus.state().focused and body.focusChild() is gluteus
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert not gluteus.state().focused
    session.change(show_views(peel(session.state, "bone"), ("left",)))
    children(body)
    assert [child.text(Told.Name) for child in old if not child.isValid()]
    assert all(child.state().invalid for child in old if not child.isValid())
    session.change(show_views(peel(session.state, "deep"), ("front", "back", "right", "left")))
    children(body)
    bench.actions_by_id["pick"].trigger()
    assert named(body, f"{hip[:1].upper()}{hip[1:]}, right").state().selected


def main() -> None:
    """Walk through two windows, one after the other."""
    app = QApplication(["plumbline"])
    QAccessible.setActive(True)
    for _ in range(2):
        bench = opened()
        walk(bench)
        bench.close()
        bench.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = opened()
    walk(left)
    app.processEvents()


if __name__ == "__main__":
    main()
    print("walked")
