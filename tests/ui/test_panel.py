"""The panel: links lead on, both ways of pointing agree, nothing is fetched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCharFormat
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.card.blocks import (
    Chip,
    Chips,
    Heading,
    Notice,
    Option,
    Page,
    Paragraph,
    QuestionLine,
    Questions,
    Ranked,
    RankedLine,
    Span,
    Steps,
    Title,
)
from app.model.reference import Ref
from app.ui.actions import make_actions
from app.ui.panel import Panel
from app.ui.panel_html import PageWriter, urgent_first
from app.ui.theme import PALETTES, Sizes
from app.ui.workbench import Workbench
from tests.ui.hands import click_line, page_text, without_lines

WRITER = PageWriter(PALETTES["light"], Sizes(12, 13, 21))


def link_spot(window: Workbench, target: str) -> QPoint:
    """Where a link of the panel stands, px of its viewport."""
    view = window.panel.view
    for y in range(0, view.viewport().height(), 4):
        for x in range(0, view.viewport().width(), 6):
            if view.anchorAt(QPoint(x, y)) == f"plumbline:{target}":
                return QPoint(x + 2, y + 2)
    raise AssertionError(f"no link to {target} in sight")


def test_a_click_on_a_muscle_in_a_sentence_selects_it(qtbot: QtBot, window: Workbench) -> None:
    qtbot.mouseClick(window.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=link_spot(window, "muscle/psoas_major"))
    assert window.session.state.muscle and window.session.state.muscle.id == "psoas_major"
    assert "Insertion" in page_text(window)


def test_an_example_of_the_first_page_is_shown_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    spot = link_spot(window, "pattern/forward_tipped_pelvis")
    qtbot.mouseClick(window.panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert "Tight" in page_text(window)
    assert window.marks.states


def test_later_a_link_to_a_pattern_explains_it_without_choosing(window: Workbench) -> None:
    window.panel.followed.emit("muscle/psoas_major")
    window.panel.followed.emit("pattern/high_hip")
    assert "Tight" in page_text(window)
    assert not window.session.state.patterns


def test_what_is_only_explained_can_be_shown_on_the_body(window: Workbench) -> None:
    window.panel.followed.emit("muscle/psoas_major")
    window.panel.followed.emit("area/groin:left")
    assert window.panel.next.text().count("show/area/groin:left") == 1
    window.panel.followed.emit("show/area/groin:left")
    assert window.session.state.pain == (Ref("groin", "left"),)


def test_tab_reaches_a_link_and_enter_follows_it(qtbot: QtBot, window: Workbench) -> None:
    view = window.panel.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    subject = window.session.state.subject
    assert subject and subject.kind == "pattern"


def test_pointing_at_a_name_glows_on_the_body(window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    glowing: list[tuple[str, ...]] = []
    monkeypatch.setattr(window.stage.canvas, "hover", glowing.append)
    for target in ("muscle/psoas_major:left", "muscle/iliacus", "group/iliopsoas", "area/groin:right", "area/sacrum", "test/ober",
                   "structure/sacroiliac_joint:left", "term/lordosis"):
        window.panel.view.highlighted.emit(QUrl(f"plumbline:{target}"))
    window.panel.view.highlighted.emit(QUrl())
    assert glowing == [
        ("psoas_major-left",), ("iliacus-right", "iliacus-left"),
        ("psoas_major-right", "psoas_major-left", "iliacus-right", "iliacus-left"), ("groin-right",), ("sacrum-midline",),
        ("tensor_fasciae_latae-right", "tensor_fasciae_latae-left", "gluteus_maximus-right", "gluteus_maximus-left"),
        ("sacroiliac_joint-left",), (), ()]


def test_a_link_that_is_gone_glows_no_longer(window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    glowing: list[tuple[str, ...]] = []
    monkeypatch.setattr(window.stage.canvas, "hover", glowing.append)
    window.panel.view.highlighted.emit(QUrl("plumbline:muscle/iliacus:left"))
    window.panel.followed.emit("muscle/iliacus:left")
    assert glowing == [("iliacus-left",), ()]


def test_pointing_at_the_body_marks_the_name(window: Workbench) -> None:
    window.stage.canvas.hovered.emit("psoas_major-right")
    assert window.panel.view.extraSelections()
    window.stage.canvas.hovered.emit("")
    assert not window.panel.view.extraSelections()


def test_what_was_marked_on_a_page_goes_with_it(window: Workbench) -> None:
    window.follow("muscle/psoas_major")
    window.panel.view.mark_target("muscle/iliacus")
    assert window.panel.view.extraSelections()
    window.follow("pattern/high_hip:right")
    assert not window.panel.view.extraSelections(), "Qt dies when it reaches for places of a document that is gone"


def test_the_foot_says_what_to_do_next(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "pattern", "forward_tipped_pelvis")
    assert window.panel.next.isVisible()
    window.panel.next.linkActivated.emit(window.panel.next.text().split('href="')[1].split('"')[0])
    subject = window.session.state.subject
    assert subject and subject.kind == "test"


def test_the_link_to_show_where_it_hurts_turns_picking_on(window: Workbench) -> None:
    window.panel.followed.emit("pain/pick")
    assert window.stage.canvas.pick_areas
    assert window.navigator.pick.isChecked()


@pytest.mark.parametrize("target", ["muscle/no_such_thing", "nonsense", "muscle/", "source/x:sideways"])
def test_a_link_to_nothing_changes_nothing(window: Workbench, target: str) -> None:
    before = window.session.state
    window.panel.followed.emit(target)
    assert window.session.state == before


@pytest.mark.parametrize("address", ["http://example.org/a.png", "file:///etc/passwd", "swatch:none_such/none"])
def test_the_panel_fetches_nothing(window: Workbench, address: str) -> None:
    assert window.panel.view.loadResource(2, QUrl(address)) is None


def test_swatches_are_our_own_pictures(window: Workbench) -> None:
    picture = window.panel.view.loadResource(2, QUrl("swatch:weak/none"))
    assert picture is not None


def test_markup_in_the_content_stays_text() -> None:
    html = WRITER.write(Page("x", (Paragraph((Span("<img src=x> & more"),)),)))
    assert "&lt;img src=x&gt; &amp; more" in html


def test_links_keep_their_target() -> None:
    html = WRITER.text((Span("psoas", "muscle/psoas_major:right"),))
    assert 'href="plumbline:muscle/psoas_major:right"' in html


def test_red_flags_move_right_under_the_title() -> None:
    title, flag = Title("Low back"), Notice("red_flag", (Span("See a doctor"),))
    blocks = (title, Paragraph((Span("text"),)), flag)
    assert urgent_first(blocks)[:2] == [title, flag]


def test_every_block_is_written() -> None:
    html = WRITER.write(Page("x", (Heading("Check it"), Steps(((Span("one"),), (Span("two"),))),
                                   Chips((Chip("source E", "source/source_e"),)))))
    assert all(word in html for word in ("Check it", "one", "two", "source&nbsp;E"))


def test_labels_are_framed_not_highlighted(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "muscle", "psoas_major")
    view = window.panel.view
    assert view.framed_texts()
    assert all(text.strip() for text in view.framed_texts())


ASKED = Questions((QuestionLine((Span("Does it hurt at night?"),),
                                (Option("yes", "answer/night=positive", chosen=True), Option("no", "answer/night=negative"))),))
LONG = Page("Low back", (Title("Low back"), *(Paragraph((Span("A line of text."),)) for _ in range(60)), ASKED))


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Panel(make_actions(owner))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def test_answers_are_framed_and_can_be_followed(qtbot: QtBot, panel: Panel) -> None:
    panel.show_page(Page("x", (ASKED,)), (), PALETTES["light"])
    assert [text.strip() for text in panel.view.framed_texts()] == ["yes", "no"]
    spots = {panel.view.anchorAt(QPoint(x, y)): QPoint(x, y) for y in range(0, 120, 4) for x in range(0, 400, 4)}
    with qtbot.waitSignal(panel.followed) as told:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spots["plumbline:answer/night=negative"])
    assert told.args == ["answer/night=negative"]


def test_an_answer_leaves_the_page_where_it_was_read(panel: Panel) -> None:
    panel.show_page(LONG, (), PALETTES["light"])
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    down = bar.value()
    panel.show_page(LONG, (), PALETTES["light"])
    assert bar.value() == down > 0
    panel.show_page(Page("Another", LONG.blocks), (), PALETTES["light"])
    assert bar.value() == 0


def test_a_term_tells_its_plain_words_as_a_tooltip(panel: Panel) -> None:
    panel.show_page(Page("x", (Paragraph((Span("iliac crest", "term/iliac_crest", hint='The "upper" rim', found=True),)),)), (), PALETTES["light"])
    cursor = panel.view.textCursor()
    cursor.setPosition(3)
    assert cursor.charFormat().toolTip() == 'The "upper" rim'
    assert cursor.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine


def test_ranks_show_a_bar_with_words_and_reasons() -> None:
    line = RankedLine(2, (Span("Sciatica", "cause/true_sciatica"),), 0.5, "fits in part", ((Span("+0.90 buttock"),),))
    html = WRITER.write(Page("x", (Ranked((line,)),)))
    assert all(piece in html for piece in ("swatch:bar/0.50", "fits in part", "+0.90 buttock", "cause/true_sciatica"))
    assert "swatch:dim/0.50" in WRITER.write(Page("x", (Ranked((line,), dimmed=True),)))


def test_a_bar_is_as_long_as_its_share(panel: Panel) -> None:
    full, half = (panel.view.loadResource(2, QUrl(f"swatch:bar/{share}")) for share in ("1.00", "0.50"))
    assert isinstance(full, QImage)
    assert isinstance(half, QImage)
    spot = QPoint(round(full.width() * 0.75), round(full.height() * 0.66))
    assert full.pixelColor(spot) != half.pixelColor(spot)


def test_every_paragraph_of_a_long_page_is_laid_out(qtbot: QtBot, panel: Panel) -> None:
    """Without its lines a paragraph would be an empty gap."""
    part = (Heading("A heading"), Chips((Chip("source E", "source/source_e"),)), Steps(((Span("psoas", "muscle/psoas_major"),),) * 3),
            Paragraph((Span("Nothing but words."),)))
    panel.show_page(Page("x", part * 60), (), PALETTES["light"])
    qtbot.waitUntil(lambda: not without_lines(panel.view))


def test_an_answer_in_the_panel_changes_it_at_once_and_can_be_taken_back(window: Workbench) -> None:
    window.panel.followed.emit("area/low_back:left")
    window.panel.followed.emit("answer/saddle_numbness=positive")
    assert "Because you said yes" in page_text(window)
    window.panel.followed.emit("answer/saddle_numbness=positive")
    assert "Because you said yes" not in page_text(window)


@pytest.mark.parametrize(("target", "says"), [("grade/B", "The other grades"), ("about/questions", "To rule out first"),
                                              ("about/sources", "work of reference"), ("finding/fever", "Warns of")])
def test_every_kind_of_page_opens_from_a_link(window: Workbench, target: str, says: str) -> None:
    window.panel.followed.emit("muscle/psoas_major")
    window.panel.followed.emit(target)
    assert says in page_text(window)
