"""How each state looks: one table for the window, the exports and the legend. Never by hue alone.

Colours are sRGB hex texts. A texture is drawn over the fill, inside the outline.
"""

from __future__ import annotations

from typing import Literal

from app.model.frozen import frozen
from app.model.practice import Quality

MuscleState = Literal["tight_short", "tight_long", "weak", "conflict", "involved", "neutral"]
"""`involved` is only a look: of what takes part in a chosen cause without being tight or weak."""

Role = Literal["refers_essential", "refers_spillover", "takes_part"]
Texture = Literal["none", "hatch_together", "hatch_apart", "dots", "stripes"]
ThemeName = Literal["light", "dark", "contrast"]


@frozen
class StateLook:
    """What one state is called, its texture, its symbol, and its fill in each theme."""

    label: str
    texture: Texture
    symbol: str
    light: str
    dark: str
    contrast: str

    def fill(self, theme: ThemeName) -> str:
        """The fill colour in a theme."""
        return {"light": self.light, "dark": self.dark, "contrast": self.contrast}[theme]


STATES: dict[MuscleState, StateLook] = {
    "tight_short": StateLook("tight, short", "hatch_together", "▸◂", "#d9482b", "#f0654a", "#f0482a"),
    "tight_long": StateLook("tight, long", "hatch_apart", "◂▸", "#e39a1f", "#f0b145", "#ffb020"),
    "weak": StateLook("weak", "dots", "▿", "#2f6fbe", "#5b97e0", "#2f7fe0"),
    "conflict": StateLook("conflict", "stripes", "⇄", "#8a4f9e", "#b47cc7", "#b060cc"),
    "involved": StateLook("takes part", "none", "•", "#1f8a76", "#3fb59c", "#12a089"),
    "neutral": StateLook("neutral", "none", "", "#cbbfb3", "#6a635d", "#e4e2de"),
}

ROLE_LABELS: dict[Role, str] = {
    "refers_essential": "refers pain here",
    "refers_spillover": "refers here sometimes",
    "takes_part": "takes part",
}


@frozen
class QualityLook:
    """What one quality of pain is called, and its symbol where there is no picture of it."""

    label: str
    symbol: str


QUALITY_LOOKS: dict[Quality, QualityLook] = {
    "ache": QualityLook("ache", "^"),
    "burning": QualityLook("burning", "≈"),
    "pins_and_needles": QualityLook("pins and needles", "¡"),
    "numbness": QualityLook("numbness", "="),
    "stabbing": QualityLook("stabbing", "↙"),
}


@frozen
class Sheet:
    """The colours of the sheet on which the body stands."""

    paper: str
    skin: str
    skin_line: str
    bone: str
    bone_line: str
    muscle: str
    muscle_line: str
    tendon: str
    structure: str
    ink: str
    quiet_ink: str
    referral: str
    trigger: str
    origin: str
    insertion: str
    halo: str


SHEETS: dict[ThemeName, Sheet] = {
    "light": Sheet("#faf9f6", "#f4e6da", "#c9ab97", "#efe6d0", "#8b7a5c", "#bb5247", "#4a1210", "#ece0c8", "#d8c9a6",
                   "#242220", "#6b6660", "#d3331f", "#a8160a", "#c2281c", "#1f5fae", "#ffffff"),
    "dark": Sheet("#1d1c1b", "#3a322d", "#7d6a5e", "#cfc5ae", "#3b3427", "#a8483f", "#220806", "#d5c8ae", "#a59a80",
                  "#f0ece6", "#aaa39b", "#ff6a55", "#ffc0b0", "#ff8f80", "#77aef2", "#000000"),
    "contrast": Sheet("#ffffff", "#f6f0ea", "#1a1a1a", "#fbf6e8", "#1a1a1a", "#e08a80", "#000000", "#fffaf0", "#e6dcc0",
                      "#000000", "#262626", "#b00000", "#7a0000", "#a30000", "#003d9e", "#ffffff"),
}
"""Paper, skin, bone, muscle with nothing chosen (natural muted red), tendon, ink and marks, for each theme.

High contrast stands on white: a projector cannot make its black darker than the room, and black lines keep every form apart,
whatever its fill. Its fills are light enough for a contrast of 3:1 to those lines; who is dazzled by white has the dark theme."""
