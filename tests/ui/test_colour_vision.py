"""Whether the states can be told apart by people who see colours otherwise, and without colours at all.

The visions are computed by the library: Brettel 1997 for tritanopia, Viénot 1999 for the others, luminance for greyscale.
"""

from __future__ import annotations

import itertools

import pytest
from coloraide import Color

from app.model.look import SHEETS, STATES, MuscleState, ThemeName
from app.paint.palette import texture_ink

VISIONS = ("normal", "deutan", "protan", "tritan", "grey")
THEMES: tuple[ThemeName, ...] = ("light", "dark")
APART = 12.0
"""The least difference (CIEDE2000) that two fills must have which share a texture."""
PAIRS = list(itertools.combinations(STATES, 2))


def as_seen(text: str, vision: str) -> Color:
    """A colour as a person with a kind of vision sees it."""
    seen = Color(text)
    if vision == "grey":
        return seen.filter("grayscale")
    return seen if vision == "normal" else seen.filter(vision)


def difference(one: str, other: str, vision: str) -> float:
    """How far two colours lie apart in a kind of vision (CIEDE2000)."""
    return float(as_seen(one, vision).delta_e(as_seen(other, vision), method="2000"))


def ground(state: MuscleState, theme: ThemeName) -> str:
    """What the texture of a state is drawn on."""
    return STATES["weak" if state == "conflict" else state].fill(theme)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_states_differ_in_texture_or_clearly_in_colour(one: MuscleState, other: MuscleState, theme: ThemeName, vision: str) -> None:
    apart = difference(ground(one, theme), ground(other, theme), vision)
    assert STATES[one].texture != STATES[other].texture or apart >= APART


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", [state for state, look in STATES.items() if look.texture != "none"])
def test_a_texture_can_be_seen_on_its_fill(state: MuscleState, theme: ThemeName, vision: str) -> None:
    ink = texture_ink(state, theme)
    line = Color(ground(state, theme)).mix(ink.line, ink.opacity, space="srgb").to_string(hex=True)
    assert max(difference(line, ground(state, theme), vision),
               difference(ink.band or line, ground(state, theme), vision)) >= APART


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", [state for state in STATES if state != "neutral"])
def test_a_state_stands_out_from_the_grey_around_it(state: MuscleState, theme: ThemeName, vision: str) -> None:
    line = ground(state, theme) if STATES[state].texture == "none" else texture_ink(state, theme).line
    neutral = STATES["neutral"].fill(theme)
    assert max(difference(ground(state, theme), neutral, vision), difference(line, neutral, vision)) >= APART


@pytest.mark.parametrize("vision", [vision for vision in VISIONS if vision != "grey"])
@pytest.mark.parametrize("theme", THEMES)
def test_red_and_blue_marks_can_be_told_apart(theme: ThemeName, vision: str) -> None:
    sheet = SHEETS[theme]
    assert difference(sheet.origin, sheet.insertion, vision) >= APART
