"""The posture panel, as a person uses it: opened by key and button, joints dragged, keyed, typed, linked and freed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from app.card.most_changed import MOST
from app.model.knowledge import Atlas
from app.model.posture import JointName
from app.model.reference import Ref
from app.state.choose import choose_muscle
from app.state.session import Session
from app.state.sheet import show_views
from app.state.state import State, Subject
from app.ui.looks import Looks
from app.ui.posture.joint_block import SideRow
from app.ui.posture.panel import PosturePanel
from app.ui.posture.scale import PAUSE, ScaleSlider
from app.ui.posture_panel import Adjusting
from app.ui.settings import Remembered, read_settings, settings_file, write_settings
from app.ui.workbench import Workbench
from tests.ui.hands import click_line

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def part(window: Workbench) -> Adjusting:
    """The feature that opens it."""
    return next(one for one in window.features if isinstance(one, Adjusting))


def opened(qtbot: QtBot, window: Workbench, *patterns: str) -> PosturePanel:
    """The panel with some patterns chosen, opened by its key."""
    for pattern in patterns:
        click_line(qtbot, window, "pattern", pattern)
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: part(window).panel is not None)
    QApplication.processEvents()
    found = part(window).panel
    assert found and found.isVisible()
    return found


def row(panel: PosturePanel, name: JointName) -> SideRow:
    """The row of a joint, in sight."""
    found = next(rows[name] for block in panel.blocks.values() if name in (rows := block.rows))
    panel.area.ensureWidgetVisible(found)
    QApplication.processEvents()
    return found


def unfolded(qtbot: QtBot, panel: PosturePanel, region: str) -> None:
    """Open the other joints of a part of the body."""
    button = panel.folds[region].button
    panel.area.ensureWidgetVisible(button)
    qtbot.mouseClick(button, LEFT)
    QApplication.processEvents()


def spot(slider: ScaleSlider, value: float) -> QPoint:
    """Where a value stands on a slider, px."""
    return QPoint(round(slider.x_of(value)), slider.height() // 2)


def drag(qtbot: QtBot, slider: ScaleSlider, value: float, let_go: bool = True) -> None:
    """Drag the handle to a value."""
    qtbot.mousePress(slider, LEFT, pos=spot(slider, slider.at))
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(slider, spot(slider, slider.at + (value - slider.at) * share))
    if let_go:
        qtbot.mouseRelease(slider, LEFT, pos=spot(slider, value))


def by_hand(window: Workbench) -> dict[str, float]:
    """What was set by hand."""
    return dict(window.session.state.joints)


def test_its_key_opens_and_closes_it(qtbot: QtBot, window: Workbench) -> None:
    before = window.splitter.sizes()
    panel = opened(qtbot, window)
    assert window.actions_by_id["posture"].isChecked() and window.stage.width() >= 400
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    QApplication.processEvents()
    assert not panel.isVisible() and window.splitter.sizes() == before


def test_its_cross_closes_it(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window)
    qtbot.mouseClick(panel.close_button, LEFT)
    assert not panel.isVisible() and not window.actions_by_id["posture"].isChecked()


def test_the_joints_of_the_patterns_are_in_use_and_stand_as_these_say(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    tilt = row(panel, "pelvic_tilt")
    said = window.posing.wanted.of("pelvic_tilt")
    assert said and tilt.slider.at == said and tilt.number.text() == f"+{said:g}°"
    assert panel.empty.isHidden()


def test_without_a_choice_it_says_how_to_begin(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window)
    assert panel.empty.isVisible() and not panel.blocks and not panel.extent.isEnabled()


def test_a_dragged_handle_moves_the_body_at_once_and_is_one_step_of_undo(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    slider = row(panel, "pelvic_tilt").slider
    said = slider.at
    drag(qtbot, slider, -10, let_go=False)
    assert window.posing.now.of("pelvic_tilt") == slider.at == pytest.approx(-10, abs=0.5) and by_hand(window) == {}
    qtbot.mouseRelease(slider, LEFT, pos=spot(slider, -10))
    assert by_hand(window) == {"pelvic_tilt": slider.at}
    window.actions_by_id["undo"].trigger()
    assert by_hand(window) == {} and slider.at == said and window.posing.now.of("pelvic_tilt") == said


def test_escape_takes_a_handle_back_that_is_still_held(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    slider = row(panel, "pelvic_tilt").slider
    said = slider.at
    slider.setFocus()
    drag(qtbot, slider, -10, let_go=False)
    qtbot.keyClick(slider, Qt.Key.Key_Escape)
    assert slider.at == said and window.posing.now.of("pelvic_tilt") == said and by_hand(window) == {}


def test_arrows_move_by_one_and_five_and_rest_as_one_step(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    slider = row(panel, "pelvic_tilt").slider
    said = slider.at
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.keyClick(slider, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    assert slider.at == said + 1 and by_hand(window) == {}
    qtbot.wait(PAUSE + 100)
    assert by_hand(window) == {"pelvic_tilt": said + 1}
    qtbot.keyClick(slider, Qt.Key.Key_0)
    panel.close_button.setFocus()
    assert by_hand(window) == {"pelvic_tilt": 0}


def test_enter_types_a_value(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    tilt = row(panel, "pelvic_tilt")
    tilt.slider.setFocus()
    qtbot.keyClick(tilt.slider, Qt.Key.Key_Return)
    assert tilt.number.hasFocus()
    qtbot.keyClicks(tilt.number, "-7,5")
    qtbot.keyClick(tilt.number, Qt.Key.Key_Return)
    assert by_hand(window) == {"pelvic_tilt": -7.5} and tilt.slider.hasFocus() and tilt.slider.at == -7.5


@pytest.mark.parametrize(("words", "value"), [("abc", None), ("500", 25.0)])
def test_what_is_typed_wrongly_changes_nothing_and_too_much_is_brought_inside(qtbot: QtBot, window: Workbench, words: str,
                                                                              value: float | None) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    tilt = row(panel, "pelvic_tilt")
    qtbot.mouseClick(tilt.number, LEFT)
    qtbot.keyClicks(tilt.number, words)
    qtbot.keyClick(tilt.number, Qt.Key.Key_Return)
    assert by_hand(window).get("pelvic_tilt") == (None if value is None else window.atlas.joints["pelvic_tilt"].high)


def test_both_sides_move_together_until_they_are_parted(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window)
    unfolded(qtbot, panel, "hip")
    drag(qtbot, row(panel, "hip_flexion_right").slider, 20)
    found = by_hand(window)
    assert found["hip_flexion_right"] == found["hip_flexion_left"] == pytest.approx(20, abs=1)
    window.actions_by_id["undo"].trigger()
    assert by_hand(window) == {}
    qtbot.mouseClick(panel.block("hip_flexion").both, LEFT)
    drag(qtbot, row(panel, "hip_flexion_left").slider, 20)
    assert set(by_hand(window)) == {"hip_flexion_left"}


def test_a_joint_that_is_moved_stays_under_the_pointer(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window)
    unfolded(qtbot, panel, "knee")
    knee = row(panel, "knee_flexion_right")
    before = knee.mapTo(panel, QPoint())
    drag(qtbot, knee.slider, 20)
    QApplication.processEvents()
    assert panel.folds["knee"].holds(panel.block("knee_flexion")) and knee.mapTo(panel, QPoint()).x() == before.x()
    unfolded(qtbot, panel, "knee")
    assert not panel.folds["knee"].holds(panel.block("knee_flexion")) and knee.isVisible()


def test_a_joint_set_by_hand_is_marked_and_its_cross_frees_it(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    tilt = row(panel, "pelvic_tilt")
    said = tilt.slider.at
    assert tilt.cross.isHidden() and panel.block("pelvic_tilt").dot.isHidden()
    drag(qtbot, tilt.slider, -5)
    assert tilt.cross.isVisible() and panel.block("pelvic_tilt").dot.isVisible() and tilt.slider.said == said
    qtbot.mouseClick(tilt.cross, LEFT)
    assert by_hand(window) == {} and tilt.slider.at == said and tilt.cross.isHidden()


@pytest.mark.parametrize("way", ["delete", "double click"])
def test_delete_and_double_click_free_a_joint(qtbot: QtBot, window: Workbench, way: str) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    slider = row(panel, "pelvic_tilt").slider
    drag(qtbot, slider, -5)
    if way == "delete":
        slider.setFocus()
        qtbot.keyClick(slider, Qt.Key.Key_Delete)
    else:
        qtbot.mouseDClick(slider, LEFT, pos=spot(slider, slider.at))
    assert by_hand(window) == {}


def test_how_far_scales_what_the_patterns_say_and_snaps_at_all_of_it(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    said = window.posing.now.of("pelvic_tilt")
    drag(qtbot, panel.extent, 50, let_go=False)
    assert window.posing.now.of("pelvic_tilt") == pytest.approx(said / 2, rel=0.1) and window.session.state.extent == 100
    qtbot.mouseRelease(panel.extent, LEFT, pos=spot(panel.extent, 50))
    assert window.session.state.extent == round(panel.extent.at)
    drag(qtbot, panel.extent, 101)
    assert window.session.state.extent == 100


def test_reset_and_neutral(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    said = window.posing.now
    drag(qtbot, row(panel, "pelvic_tilt").slider, -5)
    qtbot.mouseClick(panel.to_neutral, LEFT)
    assert window.posing.now.values == () and panel.extent.at == 0 and window.session.state.patterns
    qtbot.mouseClick(panel.as_said, LEFT)
    assert window.posing.now == said and not panel.as_said.isEnabled()


def test_its_links_lead_to_the_joint_and_its_assumption(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    block = panel.block("pelvic_tilt")
    with qtbot.waitSignal(panel.followed) as card:
        qtbot.mouseClick(block.title, LEFT)
    assert card.args == ["joint/pelvic_tilt"]
    qtbot.mouseClick(block.why, LEFT)
    assert window.session.state.subject == Subject("joint", Ref("pelvic_tilt"))
    text, view = window.panel.view.toPlainText(), window.panel.view
    assert all(window.atlas.assumptions[one].name in text.partition("What the model says")[2] for one in block.card.assumptions)
    assert view.verticalScrollBar().value() > 0, "the section of assumptions is in sight"


def test_the_keyboard_goes_from_joint_to_joint_as_one_reads(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    tilt, stops = panel.block("pelvic_tilt"), []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[:3] == [tilt.title, tilt.why, tilt.rows["pelvic_tilt"].slider]
    assert panel.folds["pelvis"].button in stops


def test_a_figure_leads_to_what_it_rests_on(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    _selected, shorter, _longer = panel.figures.muscles.texts
    targets = re.findall(r"behind/muscle/[a-z_]+", shorter.text())
    assert len(targets) == 2 * MOST
    shorter.linkActivated.emit(targets[0])
    assert window.session.state.subject and window.session.state.subject.kind == "assumption"
    panel.figures.measures.linkActivated.emit("at/model/joint/lumbar_lordosis")
    assert window.session.state.subject == Subject("joint", Ref("lumbar_lordosis"))


def test_a_selected_muscle_is_told_of_however_little_it_changes(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    selected = panel.figures.muscles.texts[0]
    assert not selected.isVisible()
    window.session.change(choose_muscle(window.session.state, Ref("psoas_major")))
    assert selected.isVisible() and "Psoas major" in selected.text() and "Psoas major" not in "".join(
        text.text() for text in panel.figures.muscles.texts[1:])


def test_it_tells_from_where_the_posture_is_seen_best(qtbot: QtBot, window: Workbench) -> None:
    window.session.change(show_views(window.session.state, ("front", "back")))
    panel = opened(qtbot, window)
    line = panel.figures.best_view
    assert not line.isVisible()
    unfolded(qtbot, panel, "pelvis")
    drag(qtbot, row(panel, "pelvic_tilt").slider, 12, let_go=False)
    assert line.isVisible() and "from the side" in line.text(), "while it is dragged, too"
    assert window.session.state.views == ("front", "back"), "views change only when that is asked for"
    qtbot.mouseRelease(row(panel, "pelvic_tilt").slider, LEFT)
    line.linkActivated.emit("show")
    assert window.session.state.views == ("right",) and not line.isVisible()


def test_everything_is_said_to_those_who_do_not_see(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    slider = row(panel, "pelvic_tilt").slider
    drag(qtbot, slider, 12)
    card = window.atlas.joints["pelvic_tilt"]
    assert slider.accessibleName() == card.name
    assert slider.accessibleDescription() == f"{slider.at:g} degrees, {card.more}, in the usual range, set by hand" and slider.value() == round(slider.at)


def test_in_a_narrow_window_the_lists_make_room(qtbot: QtBot, window: Workbench) -> None:
    window.resize(960, 600)
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    assert window.navigator.isHidden() and window.stage.width() >= 400
    assert panel.geometry().right() < window.panel.geometry().left() and row(panel, "pelvic_tilt").slider.width() >= 80
    assert not panel.area.horizontalScrollBar().maximum()


def test_it_is_open_again_after_the_next_start(qtbot: QtBot, window: Workbench) -> None:
    opened(qtbot, window)
    kept = window.remembered()
    assert kept.posture
    write_settings(settings_file(), kept)
    assert read_settings(settings_file()).posture
    qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    assert not window.remembered().posture


def test_a_button_below_the_body_opens_it(qtbot: QtBot, window: Workbench) -> None:
    button = next(one for one in window.stage.findChildren(QToolButton) if one.accessibleName() == "Posture panel")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: part(window).panel is not None)
    assert button.isChecked() and "Ctrl+J" in button.toolTip() and button.isHidden()
    found = part(window).panel
    assert found
    qtbot.mouseClick(found.close_button, LEFT)
    assert not found.isVisible() and not button.isChecked() and button.isVisible()


def test_measures_follow_the_hand(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    before = panel.figures.measures.text()
    drag(qtbot, row(panel, "pelvic_tilt").slider, 20, let_go=False)
    after = panel.figures.measures.text()
    assert "Pelvic tilt" in after and "4.8°" in after and after != before
    assert f"{4.8 + row(panel, 'pelvic_tilt').slider.at:.1f}°" in after


def test_the_muscles_that_change_most_are_links(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window, "forward_tipped_pelvis")
    _selected, shorter, longer = panel.figures.muscles.texts
    assert "muscle/multifidus" in shorter.text() and "muscle/gluteus_maximus" in longer.text()
    before = window.stage.canvas.grab().toImage()
    shorter.linkHovered.emit("muscle/multifidus")
    QApplication.processEvents()
    assert window.stage.canvas.grab().toImage() != before
    shorter.linkActivated.emit("muscle/multifidus")
    assert window.session.state.muscle == Ref("multifidus")


def test_the_body_without_a_posture_has_no_changed_muscles(qtbot: QtBot, window: Workbench) -> None:
    panel = opened(qtbot, window)
    assert panel.figures.muscles.none.isVisible() and not any(text.text() for text in panel.figures.muscles.texts)


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(960, 600), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_at_any_size_of_text(qtbot: QtBot, window: Workbench, width: int, height: int, size: int) -> None:
    window.resize(width, height)
    looks = next(one for one in window.features if isinstance(one, Looks))
    looks.set_text(size)
    try:
        panel = opened(qtbot, window, "kyphosis_lordosis")
        unfolded(qtbot, panel, "foot")
        QApplication.processEvents()
        inside = panel.area.widget()
        assert inside and inside.width() <= panel.area.viewport().width()
        assert inside.minimumSizeHint().width() <= panel.area.viewport().width()
        below = panel.below.widget()
        assert below and below.minimumSizeHint().width() <= panel.below.viewport().width()
        assert window.stage.width() >= window.stage.minimumWidth()
    finally:
        looks.set_text(100)


def test_a_panel_that_was_open_comes_back_without_taking_the_keyboard(qtbot: QtBot, atlas: Atlas) -> None:
    bench = Workbench(Session(State()), Remembered("light", posture=True))
    qtbot.addWidget(bench)
    bench.resize(1280, 800)
    bench.show_content(atlas, ())
    assert part(bench).panel is None
    bench.show()
    qtbot.waitUntil(lambda: part(bench).panel is not None)
    found = part(bench).panel
    assert found and found.isVisible() and bench.actions_by_id["posture"].isChecked() and bench.stage.width() >= 400
    now = bench.focusWidget()
    assert now is None or not found.isAncestorOf(now)
