"""A user jumps from section to section of a long explanation, with the mouse and without it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_cause, choose_pain, choose_pattern
from app.state.state import State
from app.ui.sections import section_places
from app.ui.workbench import Workbench
from tests.ui.hands import page_text, press_link, without_lines

CONTROL = Qt.KeyboardModifier.ControlModifier


def show(window: Workbench, state: State) -> None:
    window.session.change(state)
    QApplication.processEvents()



def head(window: Workbench, number: int) -> str:
    document = window.panel.view.document()
    return document.findBlock(section_places(document)[number - 1]).text()


def top(window: Workbench, number: int) -> float:
    """Where the head of a section stands, px from the top of the panel."""
    view = window.panel.view
    place = view.document().documentLayout().blockBoundingRect(view.document().findBlock(section_places(view.document())[number - 1]))
    return place.top() - view.verticalScrollBar().value()


@pytest.fixture
def chain(window: Workbench) -> Workbench:
    show(window, choose_cause(State(), Ref("iliopsoas_chain", "right")))
    return window


def test_the_index_leads_to_the_caution_about_the_hamstrings(qtbot: QtBot, chain: Workbench) -> None:
    document = chain.panel.view.document()
    heads = [document.findBlock(place).text() for place in section_places(document)]
    press_link(qtbot, chain, f"section/{heads.index('Take care') + 1}")
    assert 0 <= top(chain, heads.index("Take care") + 1) < 60
    view = chain.panel.view
    seen = page_text(chain)[view.cursorForPosition(view.viewport().rect().topLeft()).position():
                            view.cursorForPosition(view.viewport().rect().bottomRight()).position()]
    assert "stretched too early" in seen


def test_keys_go_through_all_sections_and_back(qtbot: QtBot, chain: Workbench) -> None:
    view = chain.panel.view
    count = len(section_places(view.document()))
    for number in range(1, count + 1):
        qtbot.keyClick(chain, Qt.Key.Key_Down, CONTROL)
        assert 0 <= top(chain, number) < view.viewport().height(), head(chain, number)
    for number in range(count - 1, 0, -1):
        qtbot.keyClick(chain, Qt.Key.Key_Up, CONTROL)
        assert 0 <= top(chain, number) < view.viewport().height(), head(chain, number)
    qtbot.keyClick(chain, Qt.Key.Key_Up, CONTROL)
    assert view.verticalScrollBar().value() == 0


def test_the_first_answer_of_a_pain_is_two_keys_away(qtbot: QtBot, window: Workbench) -> None:
    show(window, choose_pain(State(), Ref("low_back", "right")))
    qtbot.keyClick(window, Qt.Key.Key_Down, CONTROL)
    assert window.panel.view.hasFocus()
    qtbot.keyClick(window.panel.view, Qt.Key.Key_Return)
    assert len(window.session.state.answers) == 1


def test_a_short_page_has_no_index(window: Workbench) -> None:
    show(window, State())
    assert "section/" not in window.panel.view.toHtml()


@pytest.mark.parametrize("pattern", ["lumbar_lordosis", "overpronation", "upper_crossed_syndrome", "high_hip"])
def test_every_paragraph_of_a_page_with_an_index_is_laid_out(qtbot: QtBot, window: Workbench, pattern: str) -> None:
    paired = window.atlas.patterns[pattern].paired
    show(window, choose_pattern(State(), Ref(pattern, "right" if paired else None)))
    qtbot.waitUntil(lambda: not without_lines(window.panel.view))
