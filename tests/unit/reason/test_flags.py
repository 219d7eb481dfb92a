"""Red flags: raised by a yes, asked for where the pain makes them thinkable."""

from __future__ import annotations

from dataclasses import replace

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.flags import flags_to_ask, raised_flags
from app.state.state import Answer, State
from tests.unit.small import small_atlas


def asking_atlas() -> Atlas:
    """Two red flags that pain in the flank makes thinkable, the emergency written last."""
    atlas = small_atlas()
    infection = replace(atlas.causes["red_flag_infection"], asked_at=("flank",))
    artery = replace(infection, id="red_flag_artery", name="Possible widened artery", urgency="now", advice=None)
    fever = atlas.findings["fever"]
    throb = replace(fever, id="throb", name="A throbbing belly", red_flags=("red_flag_artery",))
    return replace(atlas, causes={one.id: one for one in (infection, artery)}, findings={"fever": fever, "throb": throb})


def test_only_a_yes_raises_a_red_flag() -> None:
    atlas = small_atlas()
    assert raised_flags(atlas, State(answers=(Answer("fever", "negative"),))) == ()
    [flag] = raised_flags(atlas, State(answers=(Answer("fever", "positive"),)))
    assert (flag.id, flag.because, flag.urgency) == ("red_flag_infection", ("fever",), "soon")


def test_an_emergency_stands_first() -> None:
    both = State(answers=(Answer("fever", "positive"), Answer("throb", "positive")))
    assert [flag.urgency for flag in raised_flags(asking_atlas(), both)] == ["now", "soon"]


def test_flags_are_asked_where_it_hurts_until_answered() -> None:
    atlas, pain = asking_atlas(), (Ref("flank", "left"),)
    assert flags_to_ask(atlas, State(pain=(Ref("low_back"),))) == ()
    assert flags_to_ask(atlas, State(pain=pain)) == ("throb", "fever")
    assert flags_to_ask(atlas, State(pain=pain, answers=(Answer("throb", "negative"),))) == ("fever",)
