"""The panel tells the lengths of the posture that the body has come to, and every number leads to what it rests on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_muscle, choose_pattern
from app.state.posture import set_extent, set_joint
from app.ui.measuring import Measuring
from app.ui.work import wait_for_all
from app.ui.workbench import Workbench

SECTION = "What the model says"


def rest(window: Workbench, qtbot: QtBot) -> None:
    """Wait until the body stands and what it does to the muscles has been measured."""
    [measuring] = [one for one in window.features if isinstance(one, Measuring)]
    qtbot.waitUntil(lambda: not window.posing.moving and window.posing.now == window.posing.wanted)
    wait_for_all()
    qtbot.waitUntil(lambda: not measuring.is_measuring)


def said(window: Workbench) -> str:
    return window.panel.view.toPlainText().replace("\u2212", "-").replace("\u00a0", " ")


def change_of(window: Workbench, muscle: str) -> float:
    lengths = window.lengths_in(window.session.state)
    assert lengths
    return lengths.changes[muscle, "right"].change_mm


def test_the_panel_tells_lengths_when_the_body_has_come_to_rest(window: Workbench, qtbot: QtBot) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    rest(window, qtbot)
    text = said(window).partition(SECTION)[2]
    assert "Source E calls them tight" in text
    assert "iliacus" in text
    before = change_of(window, "iliacus")
    window.session.change(set_extent(window.session.state, 150))
    assert change_of(window, "iliacus") < before < 0
    assert f"{change_of(window, 'iliacus'):.1f} mm" in said(window), "where the body is going is told before it is there"


def test_a_body_that_moved_before_ones_eyes_is_measured_too(window: Workbench, qtbot: QtBot) -> None:
    window.stage.canvas.animated = True
    window.posing.free()
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    assert window.posing.moving
    rest(window, qtbot)
    assert change_of(window, "iliacus") < 0
    assert SECTION in said(window)


def test_a_number_leads_to_what_it_rests_on(window: Workbench, qtbot: QtBot) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    rest(window, qtbot)
    html = window.panel.view.toHtml()
    target = html.partition("plumbline:assumption/")[2].partition('"')[0]
    assert target in window.atlas.assumptions
    window.follow(f"assumption/{target}")
    assert window.atlas.assumptions[target].name in said(window)
    assert "An assumption of the model" in said(window)
    window.follow("joint/pelvic_tilt")
    assert "As the patterns say" in said(window)


def test_a_muscle_that_is_clicked_in_a_posture_tells_its_length_at_once(window: Workbench, qtbot: QtBot) -> None:
    window.session.change(set_joint(window.session.state, "pelvic_tilt", 15))
    rest(window, qtbot)
    window.session.change(choose_muscle(window.session.state, Ref("iliacus")))
    rest(window, qtbot)
    window.session.change(choose_muscle(window.session.state, Ref("psoas_major")))
    assert "mm in the measured body, now" in said(window)


def test_what_was_tried_until_the_body_rested_is_measured_when_it_is_let_go(window: Workbench, qtbot: QtBot) -> None:
    window.posing.try_joint("pelvic_tilt", 15)
    with qtbot.waitSignal(window.posing.rested):
        pass
    window.posing.set_joint("pelvic_tilt", 15)
    window.session.change(choose_muscle(window.session.state, Ref("psoas_major")))
    rest(window, qtbot)
    assert "mm in the measured body, now" in said(window)


def test_the_reader_stays_where_they_were(window: Workbench, qtbot: QtBot) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    rest(window, qtbot)
    bar = window.panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    place = bar.value()
    window.session.change(set_extent(window.session.state, 90))
    rest(window, qtbot)
    assert bar.value() == place


def test_a_posture_by_hand_has_a_chip_that_takes_it_back(window: Workbench) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    window.session.change(set_extent(set_joint(window.session.state, "pelvic_tilt", 15), 120))
    _, hand = window.stage.chips.chips
    assert hand.row.text.replace("\u00a0", " ") == "Posture by hand, 120 %"
    assert hand.row.whole.startswith("Pelvic tilt +15°\nThe posture goes 120")
    hand.label.click()
    assert "Set by hand" in said(window)
    hand.cross.click()
    assert window.session.state.joints == ()
    assert window.session.state.extent == 100
    window.session.undo()
    assert window.session.state.joints and window.session.state.extent == 120


def test_how_far_a_posture_goes_has_a_chip_too(window: Workbench) -> None:
    window.session.change(choose_pattern(window.session.state, Ref("forward_tipped_pelvis")))
    window.session.change(set_extent(window.session.state, 120))
    pattern, far = window.stage.chips.chips
    assert far.row.text.replace("\u00a0", " ") == "Posture 120 %"
    far.label.click()
    assert "Forward tipped pelvis" in said(window)
    window.stage.chips.chips[1].cross.click()
    assert window.session.state.extent == 100
    assert window.session.state.patterns == (pattern.row.ref,)
    window.session.undo()
    assert window.session.state.extent == 120
