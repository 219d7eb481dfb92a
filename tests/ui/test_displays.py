"""On which display the presentation goes."""

from __future__ import annotations

from app.ui.displays import display_after_loss, display_for


def test_it_goes_where_the_window_is_not() -> None:
    assert display_for(["laptop", "projector"], "laptop") == "projector"
    assert display_for(["laptop", "projector"], "projector") == "laptop"
    assert display_for(["laptop"], "laptop") == "laptop"


def test_a_wanted_display_is_taken_while_it_is_there() -> None:
    assert display_for(["laptop", "projector", "wall"], "laptop", "wall") == "wall"
    assert display_for(["laptop", "projector"], "laptop", "laptop") == "laptop"
    assert display_for(["laptop", "projector"], "laptop", "wall") == "projector"


def test_a_display_that_is_lost_does_not_bring_the_presentation_before_the_window() -> None:
    assert display_after_loss(["laptop"], "laptop", "projector") is None
    assert display_after_loss(["laptop", "projector"], "laptop", "projector") is None
    assert display_after_loss(["laptop", "wall"], "laptop", "projector") == "wall"
