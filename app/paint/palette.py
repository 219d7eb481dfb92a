"""Brushes and pens for a theme, made once: the tightest loop makes no objects."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen, QTransform

from app.diagram.drawing import Shape
from app.diagram.light import Light, MovedLight, Tones, ink, tinted
from app.model.frozen import frozen
from app.model.look import SHEETS, STATES, MuscleState, Role, ThemeName
from app.paint.plate import Detail, Form
from app.paint.textures import Ink
from app.state.state import Depth

KEPT = 4096
"""So many brushes, and pens, are kept: three themes need fewer, and what fades needs ever new ones."""
NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)

TEXTURE_INKS: dict[MuscleState, Ink] = {
    "tight_short": Ink("#ffffff", 0.55), "tight_long": Ink("#5c3500", 0.75), "weak": Ink("#ffffff", 0.6)}

STRONG_INKS: dict[MuscleState, Ink] = {
    "tight_short": Ink("#ffffff", 0.95), "tight_long": Ink("#3d2300", 1.0), "weak": Ink("#ffffff", 0.95)}
"""In high contrast."""

STRONG, STRONG_BONE = 1.6, 1.0
"""Width of a contour in high contrast, px, while the body is near enough for it."""

THINNEST = 0.3
"""A line that is thinner than a pixel is drawn one pixel wide and paler, but never paler than this share 0..1."""

FAR = 4.0
"""From so many mm in a px on, the body is so small that its lines would blacken it."""

FLESHY = 135
"""Structures with a stronger colour than this saturation 0..255 fall back to grey as muscles do: flesh has 158, nerves 114."""

CALM, CALM_TEXTURE = 0.6, 0.45
"""Of what earlier steps acted on: the share 0..1 of grey in its fill, and how strong its texture is."""

ROLE_WIDTHS: dict[Role, float] = {"refers_essential": 2.4, "refers_spillover": 1.3, "takes_part": 1.6}
"""Width of the red outline of a muscle that refers pain, px."""


@frozen
class Setting:
    """How a plate is painted: `pixel` is the width of one px in mm of the plate, `ratio` device pixels in one px.

    On paper lines keep their width in mm; on a screen none is wider than one device pixel, which is much faster.
    """

    depth: Depth
    theme: ThemeName
    pixel: float
    ratio: float = 1.0
    paper: bool = False
    moving: bool = False
    """Whether the next picture follows at once: slivers, and what is drawn upon little that is seen, are left out."""


def colour(text: str, opacity: float = 1.0) -> QColor:
    """A colour from hex text with an opacity 0..1."""
    made = QColor(text)
    made.setAlphaF(opacity)
    return made


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` 0..1 of the second."""
    first, second = QColor(one), QColor(other)
    pairs = ((first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue()))
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)


def brush(text: str, opacity: float = 1.0, light: Light | None = None) -> QBrush:
    """A brush of a colour, under a light if there is one; `opacity` 0..1."""
    # The light on a body that moves is another one in every frame: to keep all these brushes would fill the memory.
    return _passing(light, _unit(text, opacity, light.tones)) if isinstance(light, MovedLight) else _kept(text, opacity, light)


@lru_cache(maxsize=KEPT)
def _kept(text: str, opacity: float, light: Light | None) -> QBrush:
    if not light:
        return QBrush(colour(text, opacity))
    return _gradient(light, _tinted_stops(text, opacity, light.tones))


@cache
def _unit(text: str, opacity: float, tones: Tones) -> QBrush:
    """A brush with a light from (0, 0) to (1, 0)."""
    return _gradient(Light(0.0, 0.0, 1.0, 0.0, tones), _tinted_stops(text, opacity, tones))


def _passing(light: Light, unit: QBrush) -> QBrush:
    x1, y1, x2, y2, _ = light
    made = QBrush(unit)
    made.setTransform(QTransform(x2 - x1, y2 - y1, y1 - y2, x2 - x1, x1, y1))
    return made


def veil(light: Light, opacity: float) -> QBrush:
    """A transparent brush that gives a light to what lies beneath; `opacity` 0..1 of all of it."""
    return _passing(light, _unit_veil(opacity, light.tones)) if isinstance(light, MovedLight) else _kept_veil(light, opacity)


@cache
def _kept_veil(light: Light, opacity: float) -> QBrush:
    return _gradient(light, _veil_stops(opacity, light.tones))


@cache
def _unit_veil(opacity: float, tones: Tones) -> QBrush:
    return _gradient(Light(0.0, 0.0, 1.0, 0.0, tones), _veil_stops(opacity, tones))


@cache
def _tinted_stops(text: str, opacity: float, tones: Tones) -> list[tuple[float, QColor]]:
    """The colours along a light: a few dozen for the hundreds of forms that share them."""
    return [(place, colour(tinted(text, tone), opacity)) for place, tone in tones]


@cache
def _veil_stops(opacity: float, tones: Tones) -> list[tuple[float, QColor]]:
    return [(place, colour(ink(tone), abs(tone) * opacity)) for place, tone in tones]


def _gradient(light: Light, stops: list[tuple[float, QColor]]) -> QBrush:
    made = QLinearGradient(*light[:4])
    made.setStops(stops)
    return QBrush(made)


@lru_cache(maxsize=KEPT)
def pen(text: str, opacity: float, width: float, cosmetic: bool) -> QPen:
    """A pen with round ends; `width` in device px when cosmetic, else in mm of the plate; `opacity` 0..1."""
    made = QPen(colour(text, opacity), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    made.setCosmetic(cosmetic)
    return made


def line_pen(text: str, opacity: float, width: float, setting: Setting) -> QPen:
    """A pen for a line of the drawing, `width` in mm: as it is on paper, one device pixel and paler on a screen."""
    if setting.paper:
        return pen(text, opacity, max(width, 0.1), False)
    floor = THINNEST if setting.pixel < FAR else 0.0
    strength = min(1.0, max(floor, width * setting.ratio / setting.pixel))
    return pen(text, round(opacity * strength, 2), 1.0, True)


def mark_pen(text: str, width: float, setting: Setting, opacity: float = 1.0) -> QPen:
    """A pen for a mark, `width` in px at any zoom."""
    return pen(text, opacity, width * setting.pixel, False)


def form_fill(form: Form | Shape, state: MuscleState | None, chosen: bool, theme: ThemeName, calm: bool = False) -> str:
    """The fill of a form; a `calm` one is nearer to the grey of what is not involved."""
    sheet = SHEETS[theme]
    if state:
        full = STATES["weak" if state == "conflict" else state].fill(theme)
        return mixed(full, STATES["neutral"].fill(theme), CALM) if calm else full
    if form.part == "muscle":
        return STATES["neutral"].fill(theme) if chosen else sheet.muscle
    if form.part in ("bone", "skin"):
        return sheet.bone if form.part == "bone" else sheet.skin
    own = form.fill or sheet.structure
    if chosen and QColor(own).saturation() > FLESHY:
        return STATES["neutral"].fill(theme)
    if theme == "contrast" and QColor(own).saturation() > FLESHY:
        return sheet.muscle
    return own if theme == "light" else mixed(own, sheet.paper, 0.35)


def texture_ink(state: MuscleState, theme: ThemeName) -> Ink:
    """In what a state's texture is drawn over its fill; a conflict is striped in both colours, with pale edges."""
    if state == "conflict":
        return Ink("#ffffff", 0.95, STATES["tight_short"].fill(theme))
    return STRONG_INKS[state] if theme == "contrast" else TEXTURE_INKS[state]


def selection_widths(theme: ThemeName) -> tuple[float, float]:
    """Widths, px, of the halo and of the line round what is selected: where every outline is black, a much thicker one."""
    return (9.0, 4.5) if theme == "contrast" else (5.0, 2.0)


def hover_width(theme: ThemeName) -> float:
    """Width, px, of the line round what is under the pointer."""
    return 3.0 if theme == "contrast" else 1.4


def is_flat(theme: ThemeName) -> bool:
    """Whether a theme leaves light and shade away: in high contrast a fill is one colour, and lines alone tell forms apart."""
    return theme == "contrast"


def contour_pen(form: Form, setting: Setting) -> QPen:
    """The pen of a form's contour."""
    sheet = SHEETS[setting.theme]
    if setting.theme == "contrast" and (form.part != "other" or form.stroke):
        return _strong_pen(*strong_line(form.part, setting.theme), setting)
    if form.part == "skin":
        return line_pen(sheet.skin_line, 1.0, max(form.width, 0.8), setting)
    if form.part == "bone":
        return line_pen(sheet.bone_line, 0.8, max(form.width, 0.5), setting)
    if form.part == "muscle":
        return line_pen(sheet.muscle_line, 0.75, max(form.width, 0.45), setting)
    if form.stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    return line_pen(form.stroke, 1.0, form.width, setting)


def strong_line(part: str, theme: ThemeName) -> tuple[str, float]:
    """The colour of a contour in high contrast and its width, px: bones are many and small, muscles are what is looked for."""
    sheet = SHEETS[theme]
    return (sheet.skin_line if part in ("skin", "bone") else sheet.muscle_line), STRONG if part in ("muscle", "skin") else STRONG_BONE


def _strong_pen(line: str, width: float, setting: Setting) -> QPen:
    """A contour that is seen at any size, thinner only where it would blacken a body that is far away."""
    if setting.paper:
        return pen(line, 1.0, width * setting.pixel, False)
    return pen(line, 1.0, width * setting.ratio * min(1.0, 2.0 / setting.pixel), True)


def detail_brush(detail: Detail, theme: ThemeName) -> QBrush:
    """The brush of a filled detail."""
    if detail.part == "tendon":
        return brush(SHEETS[theme].tendon, detail.opacity, detail.light)
    if detail.light:
        return veil(detail.light, detail.opacity)
    return brush(detail.fill or ("#000000" if detail.part == "shade" else "#ffffff"), detail.opacity)


def detail_pen(detail: Detail, setting: Setting) -> QPen:
    """The pen of a stroked detail."""
    own = detail.stroke or SHEETS[setting.theme].muscle_line
    return line_pen(own, detail.opacity, detail.width, setting)
