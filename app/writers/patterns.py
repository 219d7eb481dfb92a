"""The textures of the states and the referral wash as SVG patterns, each defined once."""

from __future__ import annotations

from collections.abc import Iterator

from app.diagram.pathdata import number
from app.model.look import SHEETS, STATES, MuscleState, Role, ThemeName
from app.model.practice import Quality
from app.paint.motifs import MOTIFS, PLAIN, QUIET, Motif, ink_of, tint_of
from app.paint.overlay import STIPPLES
from app.paint.palette import texture_ink
from app.paint.textures import EDGE, RING, WEAVES


class Patterns:
    """Collects the patterns that a file needs; `pixel` is the width of one px in mm."""

    def __init__(self, theme: ThemeName, pixel: float) -> None:
        self.theme: ThemeName = theme
        self.pixel = pixel
        self._made: dict[str, str] = {}

    def state(self, state: MuscleState, angle: float) -> str:
        """The id of the pattern of a state whose lines run at an angle, degrees."""
        turned = round(angle / 15) * 15 % 180
        texture = STATES[state].texture
        name = f"texture-{state}" if texture == "dots" else f"texture-{state}-{turned}"
        if name not in self._made:
            self._made[name] = self._dots(name, state) if texture == "dots" else self._lines(name, state, turned)
        return name

    def wash(self, role: Role) -> str:
        """The id of the pattern of the red stipple of a zone."""
        name = f"wash-{role}"
        stipple = STIPPLES[role]
        step, red = stipple.step * self.pixel, SHEETS[self.theme].referral
        dots = ((step / 2, step / 2), (0.0, step * 1.5), (step, step * 1.5))
        back = f'<rect width="{number(step)}" height="{number(2 * step)}" fill="{red}" fill-opacity="0.14"/>'
        self._made[name] = _pattern(name, (step, 2 * step), 0, (back if role == "refers_essential" else "") + "".join(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(stipple.radius * self.pixel)}" fill="{red}"/>'
            for x, y in dots))
        return name

    def feeling(self, quality: Quality | None, intensity: float | None) -> str:
        """The id of the pattern of a pain of a quality and an intensity (0..10): ground, tint and signs."""
        name = f"pain-{quality or 'unsaid'}" + ("" if intensity is None else f"-{intensity:g}".replace(".", "_"))
        sheet, ink = SHEETS[self.theme], ink_of(intensity, self.theme)
        motif = MOTIFS[quality] if quality else Motif(PLAIN.step, 2 * PLAIN.step, (), dots=tuple(
            (x * PLAIN.step, y * PLAIN.step, PLAIN.radius) for x, y in ((0.5, 0.5), (0.0, 1.5), (1.0, 1.5))))
        hue = ink.line if quality else sheet.referral
        size = motif.width * self.pixel, motif.height * self.pixel
        ground = "".join(f'<rect width="{number(size[0])}" height="{number(size[1])}" fill="{text}" fill-opacity="{opacity:g}"/>'
                         for text, opacity in ((sheet.paper, QUIET if quality else QUIET / 2), (sheet.referral, tint_of(intensity))))
        lines = "".join("M" + "L".join(f"{number(x * self.pixel)},{number(y * self.pixel)}" for x, y in line) for line in motif.lines)
        signs = (f'<path d="{lines}" fill="none" stroke="{hue}" stroke-opacity="{ink.opacity:g}" '
                 f'stroke-width="{number(motif.thick * self.pixel)}" stroke-linecap="round" stroke-linejoin="round"/>' if lines else "")
        dots = "".join(f'<circle cx="{number(x * self.pixel)}" cy="{number(y * self.pixel)}" r="{number(radius * self.pixel)}" '
                       f'fill="{hue}" fill-opacity="{ink.opacity:g}"/>' for x, y, radius in motif.dots)
        self._made[name] = _pattern(name, size, 0, ground + signs + dots)
        return name

    def definitions(self) -> Iterator[str]:
        """The ``<defs>`` of the file."""
        if self._made:
            yield "<defs>"
            yield from self._made.values()
            yield "</defs>"

    def _lines(self, name: str, state: MuscleState, angle: int) -> str:
        weave, ink = WEAVES[STATES[state].texture], texture_ink(state, self.theme)
        step, width = weave.step * self.pixel, weave.width * self.pixel
        band = f'<rect width="{number(step)}" height="{number(width)}" fill="{ink.line}" fill-opacity="{ink.opacity:g}"/>'
        if ink.band:
            inner = (weave.width - 2 * EDGE) * self.pixel
            band += f'<rect y="{number(EDGE * self.pixel)}" width="{number(step)}" height="{number(inner)}" fill="{ink.band}"/>'
        return _pattern(name, (step, step), angle, band)

    def _dots(self, name: str, state: MuscleState) -> str:
        weave, ink = WEAVES["dots"], texture_ink(state, self.theme)
        width, height = weave.step * self.pixel, weave.step * self.pixel * 1.74
        centres = ((width / 2, height / 4), (0.0, height * 0.75), (width, height * 0.75))
        rings = "".join(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(weave.width * self.pixel)}" fill="none" '
            f'stroke="{ink.line}" stroke-opacity="{ink.opacity:g}" stroke-width="{number(RING * self.pixel)}"/>'
            for x, y in centres)
        return _pattern(name, (width, height), 0, rings)


def _pattern(name: str, size: tuple[float, float], angle: int, inside: str) -> str:
    turn = f' patternTransform="rotate({angle})"' if angle else ""
    return (f'<pattern id="{name}" patternUnits="userSpaceOnUse" width="{number(size[0])}" '
            f'height="{number(size[1])}"{turn}>{inside}</pattern>')
