"""Whoever reads a page stays where they read, also when a section above comes or goes."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.ui.page_view import PageView
from app.ui.panel_html import MARK
from app.ui.reading_place import found_in, place_in, top_of
from app.ui.sections import section_places
from app.ui.theme import PALETTES


def page(*heads: str) -> str:
    """A page with sections of some lines each."""
    return "".join(f'<p><a name="{MARK}{place}"></a>{head}</p>' + f"<p>{head} line</p>" * 30 for place, head in enumerate(heads))


def top(view: PageView, head: str) -> int:
    """Where a section stands in the view, px."""
    document = view.document()
    start = next(place for place in section_places(document) if document.findBlock(place).text() == head)
    return round(top_of(document, start)) - view.verticalScrollBar().value()


def shown(qtbot: QtBot, html: str) -> PageView:
    """A view of a page."""
    view = PageView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.show_html(html, PALETTES["light"], "A page")
    return view


def test_a_section_that_comes_or_goes_above_moves_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, page("One", "Two", "Three"))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + top(view, "Two") + 40)
    before = top(view, "Two")
    view.show_html(page("One", "New", "Two", "Three"), PALETTES["light"], "A page")
    assert top(view, "Two") == before
    view.show_html(page("One", "Two", "Three"), PALETTES["light"], "A page")
    assert top(view, "Two") == before


def test_a_place_in_a_section_that_is_gone_is_none(qtbot: QtBot) -> None:
    view = shown(qtbot, page("One", "Two"))
    place = place_in(view.document(), top(view, "Two") + 5.0, 3)
    assert place.head == "Two" and found_in(view.document(), place) is not None
    view.show_html(page("One"), PALETTES["light"], "A page")
    assert found_in(view.document(), place) is None


def test_what_begins_in_the_upper_half_stays_where_a_section_comes_before_it(qtbot: QtBot) -> None:
    view = shown(qtbot, page("One", "Two", "Three"))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + top(view, "Two") - 40)
    view.show_html(page("One", "New", "Two", "Three"), PALETTES["light"], "A page")
    assert top(view, "Two") == 40


def test_whoever_has_not_begun_to_read_stays_at_the_top(qtbot: QtBot) -> None:
    view = shown(qtbot, page("One", "Two"))
    view.show_html(page("New", "One", "Two"), PALETTES["light"], "A page")
    assert view.verticalScrollBar().value() == 0
