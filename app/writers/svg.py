"""SVG from the drawing itself: clean, in layers, ids and classes kept, states as fills and patterns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from app.diagram.drawing import Drawing, LayerName, Shape
from app.diagram.gradients import Gradients
from app.diagram.pathdata import number
from app.model.look import SHEETS, STATES, MuscleState
from app.paint.attachment import nearness
from app.paint.body import TURN, VEILS
from app.paint.figure import FONT, USUAL, Plan, planned
from app.paint.on_plate import on_plate
from app.paint.overlay import BRUSHED, CALM_EDGE, Ghost, at_home, ghost_fill, ghosts, hidden
from app.paint.palette import (
    CALM_TEXTURE,
    ROLE_WIDTHS,
    form_fill,
    is_flat,
    mixed,
    selection_widths,
    strong_line,
)
from app.paint.plate import RANKS, Form, Plate
from app.paint.plumb import plumb_of
from app.paint.scene import VIEW_LABELS, Place, caption_of, words_of
from app.writers.beside import caption_lines, label_lines, legend_lines, words
from app.writers.moved import posed_drawing
from app.writers.noted import note_lines
from app.writers.pain import pain_lines, path_data
from app.writers.patterns import Patterns
from app.writers.plumb_line import plumb_lines
from app.writers.signs import attachment_group, trigger_group
from app.writers.writer import Figure, Writer

LAYER_LABELS: dict[LayerName, str] = {
    "skin": "Skin", "bone": "Bone", "deep": "Deep", "intermediate": "Intermediate", "superficial": "Superficial",
    "area": "Areas of pain", "other": "Other"}
SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'


@dataclass(slots=True)
class Page:
    """The file while it is written. `pixel` is the width of one px in mm."""

    figure: Figure
    plan: Plan
    pixel: float
    patterns: Patterns
    gradients: Gradients = field(default_factory=Gradients)
    prefix: str = ""
    """Before the ids of all views but the first, since an id may be given once only."""
    lines: list[str] = field(default_factory=list)


def write(figure: Figure) -> bytes:
    """The figure as SVG; one user unit is a millimetre of the body."""
    # Words are measured with a font, and fonts live in the application; made here, it asks for no display.
    app = QGuiApplication.instance() or QGuiApplication(["plumbline"])
    assert app is not None
    size = figure.size or USUAL
    plan = planned(figure.plates, figure.marks, figure.depth, QRectF(0, 0, *size), figure.window)
    pixel = 1 / plan.scale
    page = Page(figure, plan, pixel, Patterns(figure.theme, pixel))
    through = ghosts(figure.plates, figure.marks, figure.depth)
    for index, place in enumerate(plan.scene.places):
        page.prefix = f"{name_of(place.plate)}-" if index else ""
        page.lines += _view(page, place, posed_drawing(figure.drawing(place.plate.view), place.plate), through[place.plate.view])
    page.lines += _beside(page)
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!-- Plumbline. The body is drawn from measurements of Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D, "
        "(c) The Database Center for Life Science (CC BY 4.0). Licence of this picture: CC BY-SA 4.0. -->",
        f'<svg {SPACES} viewBox="0 0 {number(size[0] * pixel)} {number(size[1] * pixel)}" width="{size[0]}" height="{size[1]}">',
        f"<title>{escape(', '.join(VIEW_LABELS[plate.view] for plate in figure.plates))}</title>",
        *page.patterns.definitions(),
        *page.gradients.definitions(),
        f'<rect id="paper" width="100%" height="100%" fill="{SHEETS[figure.theme].paper}"/>',
    ]
    return "\n".join((*head, *page.lines, "</svg>", "")).encode()


def _beside(page: Page) -> Iterator[str]:
    """What stands beside the views."""
    if page.plan.labels:
        yield '<g id="labels" inkscape:groupmode="layer" inkscape:label="Labels">'
        yield from label_lines(page.plan.labels, page.figure.theme, page.pixel)
        yield "</g>"
    yield from legend_lines(page.plan, page.patterns)
    yield from caption_lines(page.plan, page.figure.theme, page.pixel)


def name_of(plate: Plate) -> str:
    """What tells a figure from all others: its view, and of two of one view which of them it is."""
    return plate.view + plate.notes.word.replace(", ", "-")


def _view(page: Page, place: Place, drawing: Drawing, through: dict[str, Ghost]) -> Iterator[str]:
    label = caption_of(place.plate)
    yield (f'<g id="view-{name_of(place.plate)}" inkscape:groupmode="layer" inkscape:label="{label}" '
           f'transform="translate({number(place.x + page.plan.corner.x() * page.pixel)},'
           f'{number(place.y + page.plan.corner.y() * page.pixel)})">')
    layer: LayerName | None = None
    for group in _grouped(drawing):
        if group[0].layer != layer:
            if layer:
                yield "</g>"
            layer = group[0].layer
            yield _layer_tag(page, layer)
        yield from _form(page, place.plate, group)
    if layer:
        yield "</g>"
    yield from _marks(page, place.plate, through)
    yield from pain_lines(on_plate(page.figure.marks, place.plate).painted, place.plate.view, page.patterns, page.prefix)
    yield from _plumb(page, place.plate)
    yield from note_lines(place.plate.notes, page.figure.theme, page.pixel, page.prefix, page.figure.marks.labelled)
    yield from _words(page, place)
    yield "</g>"


def _grouped(drawing: Drawing) -> Iterator[list[Shape]]:
    """Each shape that stands for itself with its details, in paint order."""
    details: dict[str, list[Shape]] = {}
    for shape in drawing.shapes:
        if shape.of != shape.id:
            details.setdefault(shape.of, []).append(shape)
    for shape in drawing.shapes:
        if shape.of == shape.id:
            yield [shape, *details.get(shape.id, ())]


def _layer_tag(page: Page, layer: LayerName) -> str:
    name = "areas" if layer == "area" else layer
    peeled = RANKS.get(layer, 0) > RANKS[page.figure.depth]
    hiding = ' style="display:none"' if peeled else ""
    return (f'<g id="{page.prefix}layer-{name}" inkscape:groupmode="layer" '
            f'inkscape:label="{LAYER_LABELS[layer]}"{hiding}>')


def _form(page: Page, plate: Plate, group: list[Shape]) -> Iterator[str]:
    whole, *details = group
    if whole.part == "area":
        yield from _area(page, whole)
        return
    if whole.opacity < 1.0 and whole.id not in page.figure.marks.sight.clear:
        yield f'<g opacity="{whole.opacity:g}">'
        yield from _drawn(page, plate, whole, details)
        yield "</g>"
    else:
        yield from _drawn(page, plate, whole, details)


def _fill(page: Page, drawn: Shape, state: MuscleState | None) -> str:
    """The colour of a form in its state, lit where it has light."""
    if not drawn.fill and drawn.part == "other":
        return "none"
    marks = page.figure.marks
    fill = form_fill(drawn, state, marks.chosen, page.figure.theme, drawn.id in marks.calm)
    return page.gradients.paint(drawn.light, fill) if drawn.light and not is_flat(page.figure.theme) else fill


def _drawn(page: Page, plate: Plate, whole: Shape, details: list[Shape]) -> Iterator[str]:
    """A form as the window paints it: what is seen of it, the texture of its state, and over these its details."""
    state = page.figure.marks.states.get(whole.id)
    cut = next((detail for detail in details if detail.part == "cut"), None)
    drawn = whole
    if cut:
        drawn = replace(whole, fill=cut.fill, stroke=cut.stroke, stroke_width=cut.stroke_width, light=cut.light)
    fill = _fill(page, drawn, state)
    look, owner = _look(page, drawn, fill), f'data-of="{page.prefix}{escape(whole.id)}"'
    yield f'<path id="{page.prefix}{escape(whole.id)}" class="{whole.part}" d="{whole.data}"{_UNPAINTED if cut else look}/>'
    if cut:
        yield f'<path class="cut" {owner} d="{cut.data}"{look}/>'
    form = plate.by_id.get(whole.id)
    if state and form:
        yield from _texture(page, form, state, (cut or whole).data)
    for detail in details:
        if detail is not cut and not (is_flat(page.figure.theme) and detail.part in VEILS):
            yield f'<path class="{detail.part}" {owner} d="{detail.data}"{_detail_look(page, detail)}/>'


_UNPAINTED = ' fill="none" stroke="none"'


def _look(page: Page, shape: Shape, fill: str) -> str:
    sheet = SHEETS[page.figure.theme]
    lines = {"skin": (sheet.skin_line, 0.8, 1.0), "bone": (sheet.bone_line, 0.5, 0.8), "muscle": (sheet.muscle_line, 0.45, 0.75)}
    stroke, width, strength = lines.get(shape.part, (shape.stroke or "none", shape.stroke_width, shape.opacity))
    seen = f' stroke-opacity="{strength:g}"' if strength < 1 else ""
    if page.figure.theme == "contrast" and stroke != "none":
        return _strong_look(page, shape, fill)
    rule = ' fill-rule="evenodd"' if shape.even_odd else ""
    return f' fill="{fill}" stroke="{stroke}" stroke-width="{number(max(width, shape.stroke_width))}"{seen}{rule}'


def _strong_look(page: Page, shape: Shape, fill: str) -> str:
    """The look of a form in high contrast: as the window, one strong line at any size."""
    line, width = strong_line(shape.part, page.figure.theme)
    rule = ' fill-rule="evenodd"' if shape.even_odd else ""
    return f' fill="{fill}" stroke="{line}" stroke-width="{number(width * page.pixel)}"{rule}'


def _detail_look(page: Page, detail: Shape) -> str:
    if detail.part in ("fibre", "line"):
        return (f' fill="none" stroke="{detail.stroke or SHEETS[page.figure.theme].muscle_line}" '
                f'stroke-width="{number(detail.stroke_width)}" stroke-opacity="{detail.opacity:g}"')
    fill = SHEETS[page.figure.theme].tendon if detail.part == "tendon" else detail.fill
    if detail.light and not is_flat(page.figure.theme):
        fill = page.gradients.paint(detail.light, fill)
    return f' fill="{fill or "none"}" fill-opacity="{detail.opacity:g}"'


def _texture(page: Page, form: Form, state: MuscleState, data: str) -> Iterator[str]:
    if STATES[state].texture == "none":
        return
    turn = TURN if form.box.center().x() < 0 else -TURN
    name = page.patterns.state(state, form.grain + turn)
    faint = f' opacity="{CALM_TEXTURE}"' if form.id in page.figure.marks.calm else ""
    yield f'<path class="texture" data-of="{page.prefix}{escape(form.id)}" d="{data}" fill="url(#{name})"{faint}/>'


def _area(page: Page, shape: Shape) -> Iterator[str]:
    """An area of pain: shown where it hurts or where pain is sent, else there but not painted."""
    marks = page.figure.marks
    role = marks.washes.get(shape.id)
    red = SHEETS[page.figure.theme].referral
    look = _UNPAINTED
    if role:
        edge = f' stroke="{red}" stroke-width="{number(1.6 * page.pixel)}"' if shape.id in marks.areas else ""
        look = f' fill="url(#{page.patterns.wash(role)})"{edge}'
    elif shape.id in marks.areas:
        width, strength = (0.8, BRUSHED) if shape.id in marks.brushed else (1.6, 1.0)
        look = f' fill="none" stroke="{red}" stroke-opacity="{strength:g}" stroke-width="{number(width * page.pixel)}"'
    yield f'<path id="{page.prefix}{escape(shape.id)}" class="area" d="{shape.data}"{look}/>'


def _marks(page: Page, plate: Plate, through: dict[str, Ghost]) -> Iterator[str]:
    """What stands over the body: ghosts, red outlines, the selection, trigger points."""
    figure, marks = page.figure, page.figure.marks
    yield f'<g id="{page.prefix}marks" inkscape:groupmode="layer" inkscape:label="Marks">'
    for shape, ghost in through.items():
        yield from _ghost(page, plate.by_id[shape], ghost)
    for shape, role in marks.roles.items():
        form = plate.by_id.get(shape)
        if form and hidden(form, figure.depth) is None:
            yield _outline(page, form, SHEETS[figure.theme].referral, ROLE_WIDTHS[role])
    for shape in sorted(marks.selected):
        form = plate.by_id.get(shape)
        if form:
            yield from _selected(page, plate, form)
    yield from _signs(page, plate)
    yield "</g>"


def _signs(page: Page, plate: Plate) -> Iterator[str]:
    marks, theme = on_plate(page.figure.marks, plate), page.figure.theme
    for attachment in sorted(marks.attachments, key=nearness):
        if attachment.view == plate.view:
            yield attachment_group(attachment, theme, page.pixel)
    for trigger in marks.triggers:
        if trigger.view == plate.view:
            yield trigger_group(trigger, theme, page.pixel)


def _plumb(page: Page, plate: Plate) -> Iterator[str]:
    plumb = plumb_of(plate, on_plate(page.figure.marks, plate).plumb)
    if plumb:
        yield f'<g id="{page.prefix}plumb" inkscape:groupmode="layer" inkscape:label="Plumb line">'
        yield from plumb_lines(plumb, page.figure.theme, page.pixel)
        yield "</g>"


def _selected(page: Page, plate: Plate, form: Form) -> Iterator[str]:
    ghost = hidden(form, page.figure.depth)
    if ghost and not at_home(form, plate, page.figure.marks):
        yield from _ghost(page, form, "peeled")
        return
    if ghost:
        yield from _ghost(page, form, ghost)
    halo, line = selection_widths(page.figure.theme)
    yield _outline(page, form, SHEETS[page.figure.theme].halo, halo)
    yield _outline(page, form, SHEETS[page.figure.theme].ink, line, dashed=bool(ghost))


def _ghost(page: Page, form: Form, ghost: Ghost) -> Iterator[str]:
    figure = page.figure
    state = figure.marks.states.get(form.id)
    calm = form.id in figure.marks.calm
    fill = form_fill(form, state, figure.marks.chosen and form.id not in figure.marks.selected, figure.theme, calm)
    data = path_data(form.outline)
    if state == "involved" and form.part == "structure":
        yield _outline(page, form, SHEETS[figure.theme].halo, 2.6)
        yield f'<path class="ghost" data-of="{page.prefix}{escape(form.id)}" d="{data}" fill="{fill}" fill-opacity="0.9"/>'
        return
    if ghost == "covered":
        strength = round(ghost_fill(form, calm), 3)
        yield f'<path class="ghost" data-of="{page.prefix}{escape(form.id)}" d="{data}" fill="{fill}" fill-opacity="{strength}"/>'
        if state:
            yield from _texture(page, form, state, data)
    role = figure.marks.roles.get(form.id)
    sheet, width = SHEETS[figure.theme], CALM_EDGE if calm else ROLE_WIDTHS[role] if role else 1.2
    yield _outline(page, form, sheet.halo, width + 1.0)
    yield _outline(page, form, sheet.referral if role else mixed(fill, sheet.ink, 0.5), width, dashed=True)


def _outline(page: Page, form: Form, colour: str, width: float, dashed: bool = False) -> str:
    path = form.outline if hidden(form, page.figure.depth) else form.seen
    more = f' stroke-dasharray="{number(3.5 * width * page.pixel)} {number(2.2 * width * page.pixel)}"' if dashed else ""
    if colour == SHEETS[page.figure.theme].halo:
        more += ' stroke-opacity="0.6"'
    return (f'<path class="mark" data-of="{page.prefix}{escape(form.id)}" d="{path_data(path)}" fill="none" '
            f'stroke="{colour}" stroke-width="{number(width * page.pixel)}" stroke-linejoin="round"{more}/>')


def _words(page: Page, place: Place) -> Iterator[str]:
    ink = SHEETS[page.figure.theme].quiet_ink
    for spot, text in words_of(place.plate):
        yield words(text, spot.x(), spot.y(), FONT * page.pixel, ink, "middle")


WRITER = Writer(".svg", write)
