"""Whether the states can be told apart by people who see colours otherwise, and without colours at all.

The visions are computed by the library: Brettel 1997 for tritanopia, Viénot 1999 for the others, luminance for greyscale.
"""

from __future__ import annotations

import itertools

import pytest
from coloraide import Color
from PySide6.QtGui import QImage, QPainter

from app.model.look import QUALITY_LOOKS, SHEETS, STATES, MuscleState, ThemeName
from app.model.practice import Quality
from app.paint.motifs import MOTIFS, QUIET, ink_of, motif_brush, tint_of
from app.paint.palette import texture_ink
from app.paint.textures import Ink

VISIONS = ("normal", "deutan", "protan", "tritan", "grey")
THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")
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


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("quality", QUALITY_LOOKS)
@pytest.mark.parametrize("intensity", [None, 0.0, 10.0])
def test_the_signs_of_a_quality_can_be_seen_on_any_muscle(quality: Quality, theme: ThemeName, vision: str, intensity: float | None) -> None:
    assert MOTIFS[quality].lines
    for beneath in (SHEETS[theme].muscle, *(ground(state, theme) for state in STATES)):
        veiled = Color(beneath).mix(SHEETS[theme].paper, QUIET, space="srgb")
        tinted = veiled.mix(SHEETS[theme].referral, tint_of(intensity), space="srgb")
        ink = ink_of(intensity, theme)
        line = tinted.mix(ink.line, ink.opacity, space="srgb").to_string(hex=True)
        assert difference(line, tinted.to_string(hex=True), vision) >= APART


def inked(quality: Quality) -> set[tuple[int, int]]:
    """The pixels that the signs of a quality cover on a ground of 60 x 60."""
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.fillRect(image.rect(), motif_brush(quality, Ink("#000000", 1.0), 1.0, 1.0))
    painter.end()
    return {(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).alpha() > 127}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(QUALITY_LOOKS, 2)))
def test_two_qualities_differ_in_their_signs_wherever_they_are_laid(one: Quality, other: Quality) -> None:
    first, second = inked(one), inked(other)
    shared = [len(first & {((x + across) % 60, (y + down) % 60) for x, y in second}) / len(first | second)
              for across in range(0, 12, 2) for down in range(0, 12, 2)]
    assert max(shared) < 0.5
    assert QUALITY_LOOKS[one].symbol != QUALITY_LOOKS[other].symbol
