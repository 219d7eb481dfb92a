"""Letters are keys of the window, but not where a person types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, open_list


@pytest.fixture
def with_soleus(qtbot: QtBot, window: Workbench) -> Workbench:
    """The window with a muscle selected."""
    click_line(qtbot, window, "muscle", "soleus")
    return window


def test_letters_typed_into_the_search_stay_there(qtbot: QtBot, with_soleus: Workbench) -> None:
    qtbot.keyClick(with_soleus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    before = with_soleus.session.state
    qtbot.keyClicks(with_soleus.topbar.search, "honH[]1")
    assert with_soleus.topbar.search.text() == "honH[]1"
    assert with_soleus.session.state == before


def test_letters_typed_into_a_filter_stay_there(qtbot: QtBot, with_soleus: Workbench) -> None:
    field = with_soleus.navigator.pages["muscle"].filter
    field.setFocus()
    before = with_soleus.session.state
    qtbot.keyClicks(field, "honN")
    assert field.text() == "honN"
    assert with_soleus.session.state == before


def test_letters_typed_in_a_list_find_its_lines(qtbot: QtBot, with_soleus: Workbench) -> None:
    view = open_list(qtbot, with_soleus, "muscle")
    view.setFocus()
    before = with_soleus.session.state
    qtbot.keyClicks(view, "ob")
    assert with_soleus.session.state == before
    row = view.rows.row_at(view.currentIndex())
    assert row and row.text.lower().startswith("ob")


@pytest.mark.parametrize("part", ["canvas", "page", "window"])
def test_elsewhere_a_letter_does_what_the_list_of_keys_says(qtbot: QtBot, with_soleus: Workbench, part: str) -> None:
    widget = {"canvas": with_soleus.stage.canvas, "page": with_soleus.panel.view, "window": with_soleus}[part]
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_H)
    assert with_soleus.session.state.hidden == {Ref("soleus", "right"), Ref("soleus", "left")}
