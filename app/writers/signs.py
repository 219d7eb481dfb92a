"""Trigger points, attachments and the samples of the legend as SVG."""

from __future__ import annotations

from html import escape

from app.diagram.pathdata import number
from app.model.look import SHEETS, STATES, ThemeName
from app.paint.attachment import BAND, DASHES, FAINT, HALO, KNOB, RING, attachment_colour, knobs
from app.paint.legend import Entry, attachment_sample, trigger_sample
from app.paint.marks import Attachment, Trigger
from app.paint.overlay import BEHIND_SIZE, BEHIND_STRENGTH
from app.paint.palette import CALM, CALM_TEXTURE, ROLE_WIDTHS, mixed
from app.paint.plumb import Plumb
from app.writers.patterns import Patterns
from app.writers.plumb_line import plumb_lines


def trigger_group(trigger: Trigger, theme: ThemeName, pixel: float) -> str:
    """A trigger point as an X (mm), dashed where its place was not read in a source, small and pale behind the body."""
    sheet = SHEETS[theme]
    arm = 5 * pixel * (BEHIND_SIZE if trigger.behind else 1.0)
    data = "".join(f"M{number(trigger.x - arm)},{number(trigger.y - rise)}L{number(trigger.x + arm)},{number(trigger.y + rise)}"
                   for rise in (arm, -arm))
    width = 1.8 if trigger.approximate else 2.4
    dash = f' stroke-dasharray="{number(2.9 * pixel)} {number(2 * pixel)}" stroke-opacity="0.85"' if trigger.approximate else ""
    kind = ("approximate" if trigger.approximate else "read") + (" behind" if trigger.behind else "")
    faint = f' opacity="{BEHIND_STRENGTH:g}"' if trigger.behind else ""
    return (f'<g class="trigger {kind}" data-referral="{escape(trigger.referral)}" fill="none"{faint}>'
            f'<path d="{data}" stroke="{sheet.halo}" stroke-opacity="0.9" stroke-width="{number(4.6 * pixel)}"/>'
            f'<path d="{data}" stroke="{sheet.trigger}" stroke-width="{number(width * pixel)}"{dash}/></g>')


def attachment_group(attachment: Attachment, theme: ThemeName, pixel: float) -> str:
    """A line of attachment (mm) as a band with filled or open ends, dashed and pale behind the body."""
    sheet = SHEETS[theme]
    hue = attachment_colour(sheet, attachment.end)
    size = FAINT if attachment.behind else 1.0
    data = "M" + "L".join(f"{number(x)},{number(y)}" for x, y in attachment.points)
    width = BAND * size * pixel
    look = f' stroke-dasharray="{number(DASHES[0] * width)} {number(DASHES[1] * width)}"' if attachment.behind else ""
    fill = hue if attachment.end == "origin" else sheet.paper
    ends = "".join(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(KNOB * size * pixel)}" fill="{fill}" '
                   f'stroke="{hue}" stroke-width="{number(RING * pixel)}"/>' for x, y in knobs(attachment, pixel))
    band = f'<path d="{data}" stroke="{hue}" stroke-width="{number(width)}"{look}/>' if len(attachment.points) > 1 else ""
    if band and not attachment.behind:
        band = f'<path d="{data}" stroke="{sheet.halo}" stroke-opacity="0.8" stroke-width="{number(width + 2 * HALO * pixel)}"/>{band}'
    behind, faint = (" behind", f' opacity="{FAINT:g}"') if attachment.behind else ("", "")
    return (f'<g class="attachment {attachment.end}{behind}" fill="none" stroke-linejoin="round" '
            f'stroke-linecap="{"butt" if attachment.behind else "round"}"{faint}>{band}{ends}</g>')


def sample(entry: Entry, patterns: Patterns, x: float, y: float) -> list[str]:
    """The sign of a line of the legend, its upper left corner at (x, y), px of the picture."""
    pixel = patterns.pixel
    if entry.trigger:
        return [trigger_group(trigger_sample(entry, (x + 13) * pixel, (y + 7) * pixel), patterns.theme, pixel)]
    if entry.attachment:
        line = attachment_sample(entry.attachment, x * pixel, (y + 7) * pixel, pixel)
        return [attachment_group(line, patterns.theme, pixel)]
    if entry.plumb:
        middle = (y + 7) * pixel
        plumb = Plumb((x + 8) * pixel, (y - 2) * pixel, (y + 16) * pixel, (("", (x + 20) * pixel, middle),))
        return list(plumb_lines(plumb, patterns.theme, pixel))
    return _swatch(entry, patterns, x, y)


def _swatch(entry: Entry, patterns: Patterns, x: float, y: float) -> list[str]:
    pixel, sheet = patterns.pixel, SHEETS[patterns.theme]
    box = (f'<rect x="{number(x * pixel)}" y="{number(y * pixel)}" width="{number(26 * pixel)}" '
           f'height="{number(14 * pixel)}" rx="{number(2.5 * pixel)}"')
    if entry.quality:
        return [f'{box} fill="url(#{patterns.feeling(entry.quality, None)})" stroke="{sheet.referral}" stroke-opacity="0.85" '
                f'stroke-width="{number(1.1 * pixel)}"/>']
    if entry.wash or entry.hurts:
        fill = f"url(#{patterns.wash(entry.wash)})" if entry.wash else "none"
        edge = f' stroke="{sheet.referral}" stroke-width="{number(1.6 * pixel)}"' if entry.hurts else ""
        return [f'{box} fill="{fill}"{edge}/>']
    edge, width = (sheet.referral, ROLE_WIDTHS[entry.role]) if entry.role else (sheet.muscle_line, 0.8)
    fill = STATES["neutral" if entry.state is None else "weak" if entry.state == "conflict" else entry.state].fill(patterns.theme)
    if entry.calm:
        fill = mixed(fill, STATES["neutral"].fill(patterns.theme), CALM)
    lines = [f'{box} fill="{fill}" stroke="{edge}" stroke-width="{number(width * pixel)}"/>']
    if entry.state and STATES[entry.state].texture != "none":
        faint = f' opacity="{CALM_TEXTURE}"' if entry.calm else ""
        lines.append(f'{box} fill="url(#{patterns.state(entry.state, 135)})"{faint}/>')
    return lines
