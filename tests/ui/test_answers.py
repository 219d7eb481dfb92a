"""Answering in the panel: what was reported or tested counts at once, and red flags stand above all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.reason.flags import flags_to_ask
from app.reason.ranking import ranked_causes
from app.state.state import Answer
from app.ui.workbench import Workbench
from tests.ui.hands import chip_texts, click_line, marks, page_text, press_link


def test_a_yes_to_a_red_flag_stands_above_all(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    press_link(qtbot, window, "answer/swollen_warm_calf=positive")
    text = page_text(window)
    assert window.session.state.answers == (Answer("swollen_warm_calf", "positive"),)
    assert text.index("deep vein thrombosis") < text.index("What fits best")


def test_the_same_answer_again_takes_it_back(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    for _ in range(2):
        press_link(qtbot, window, "answer/swollen_warm_calf=positive")
    assert window.session.state.answers == ()


def test_the_keyboard_answers_too(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    view = window.panel.view
    view.setFocus()
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        if view.textCursor().charFormat().anchorHref().startswith("plumbline:answer/swollen_warm_calf=negative"):
            break
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.session.state.answers == (Answer("swollen_warm_calf", "negative"),)


def test_an_answer_is_a_chip_that_can_be_taken_back(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    press_link(qtbot, window, "answer/swollen_warm_calf=positive")
    assert any(text.endswith(": yes") for text in chip_texts(window))
    qtbot.mouseClick(window.stage.chips.chips[-1].cross, Qt.MouseButton.LeftButton)
    assert window.session.state.answers == ()


def test_the_panel_stays_where_it_was_read(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    bar = window.panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    window.controller.follow("answer/worse_standing=negative")
    assert bar.value() == before


def test_a_cause_of_the_list_shows_its_parts_on_the_body(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "cause", "iliopsoas_chain")
    assert window.session.state.cause == Ref("iliopsoas_chain", "right")
    assert marks(window).states["psoas_major-right"] == "tight_short"
    assert marks(window).states["sciatic_nerve-right"] == "involved"


def test_its_other_side_can_be_chosen_and_it_can_be_taken_back(qtbot: QtBot, window: Workbench) -> None:
    for side in ("left", "left"):
        click_line(qtbot, window, "cause", "iliopsoas_chain", side)
    assert window.session.state.cause is None
    assert not marks(window).states


def test_a_key_changes_between_plain_and_clinical_words(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "cause", "iliopsoas_chain")
    plain = page_text(window)
    window.stage.canvas.setFocus()
    qtbot.keyClick(window.stage.canvas, Qt.Key.Key_V)
    assert window.session.state.voice == "clinical"
    assert page_text(window) != plain


def test_many_answers_share_a_label_that_takes_all_back(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    for finding in ("worse_standing", "worse_sitting", "fever"):
        window.controller.follow(f"answer/{finding}=negative")
    assert chip_texts(window)[-1] == "3 answers"
    chip = window.stage.chips.chips[-1]
    qtbot.mouseClick(chip.label, Qt.MouseButton.LeftButton)
    assert page_text(window).startswith("Questions to answer")
    qtbot.mouseClick(window.stage.chips.chips[-1].cross, Qt.MouseButton.LeftButton)
    assert window.session.state.answers == ()


def test_no_label_reaches_beyond_the_bar(window: Workbench) -> None:
    window.resize(960, 600)
    window.controller.follow("show/area/calf:right")
    window.controller.follow("cause/lower_back_and_hip_pain:right")
    window.controller.follow("answer/slr=positive:right")
    QApplication.processEvents()
    bar = window.stage.chips
    assert all(chip.geometry().right() <= bar.width() for chip in bar.chips)
    cut = next(chip for chip in bar.chips if "…" in chip.label.text())
    assert cut.label.toolTip() in (cut.row.text, cut.row.whole)


def test_a_label_cut_short_still_tells_the_side(window: Workbench) -> None:
    window.resize(960, 600)
    window.controller.follow("cause/nerve_compression_and_entrapment:left")
    QApplication.processEvents()
    assert window.stage.chips.chips[0].label.text().endswith("…, left")


def test_an_answer_is_given_anywhere_in_its_frame(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    view = window.panel.view
    frame = next(iter(view.answer_rects()))
    assert frame.height() >= 24
    assert frame.width() >= 24
    edge = frame.topLeft() + QPointF(4, 3) - QPointF(0, view.verticalScrollBar().value())
    assert not view.anchorAt(edge.toPoint())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=edge.toPoint())
    assert len(window.session.state.answers) == 1


def test_a_double_click_answers_one_question(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    view = window.panel.view
    frame = next(iter(view.answer_rects())).translated(0, -view.verticalScrollBar().value())
    at = frame.center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(window.session.state.answers) == 1
    assert not view.textCursor().hasSelection()


def test_reasons_open_in_place_and_fold_away_again(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "calf", "right")
    causes = ranked_causes(window.atlas, window.session.state)
    first, second = (f"why/{one.id}:{one.side}" for one in causes[:2])
    calm = page_text(window)
    press_link(qtbot, window, second)
    both = page_text(window)
    assert len(both) > len(calm)
    press_link(qtbot, window, first)
    assert len(page_text(window)) < len(both)
    assert window.session.state.subject
    press_link(qtbot, window, first)
    press_link(qtbot, window, second)
    assert page_text(window) == calm


def test_more_questions_about_red_flags_open_in_place(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    asked = flags_to_ask(window.atlas, window.session.state)
    assert page_text(window).count("yes") < len(asked)
    press_link(qtbot, window, "why/flags")
    assert all(window.atlas.findings[one].question in page_text(window) for one in asked)
    assert "fewer questions" in page_text(window)


def test_an_answered_question_makes_room_for_the_next(qtbot: QtBot, window: Workbench) -> None:
    click_line(qtbot, window, "area", "low_back", "right")
    asked = flags_to_ask(window.atlas, window.session.state)
    third = window.atlas.findings[asked[2]].question
    assert third not in page_text(window)
    press_link(qtbot, window, f"answer/{asked[0]}=negative")
    assert third in page_text(window)
