"""Writes the elements of a diagram. The same input gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from app.diagram.gradients import Gradients
from app.model.anatomy import ViewName

MUSCLE = "#bb5247"
MUSCLE_LINE = "#4a1210"
FACE_LINE = "#8a3a31"
BONE = "#efe6d0"
BONE_LINE = "#8b7a5c"
TENDON = "#ece0c8"
TENDON_LINE = "#8b7a5c"
NERVE = "#dcc47a"
NERVE_LINE = "#8a6a1c"
DISC = "#c3ced2"
DISC_LINE = "#66767d"
SKIN = "#f4e6da"
SKIN_LINE = "#c9ab97"
AREA = "#d3331f"

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Drawn by Plumbline from measurements of Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D,
     (c) The Database Center for Life Science (CC BY 4.0). Licence of this drawing: CC BY-SA 4.0. -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="{box}" width="{width}mm" height="{height}mm">
<title>{title}</title>
"""

LABELS = {"skin": "Skin", "bone": "Bones", "deep": "Deep muscles", "intermediate": "Intermediate muscles",
          "superficial": "Superficial muscles", "areas": "Areas of pain"}


@dataclass(slots=True)
class Sheet:
    """Collects the lines of one SVG file."""

    lines: list[str] = field(default_factory=list)
    gradients: Gradients = field(default_factory=Gradients)

    def path(self, data: str, **attributes: str | float | None) -> None:
        """One path; attributes with underscores become dashes, those that are None are left out."""
        if not data:
            return
        given = {"class" if name == "kind" else name.replace("_", "-"): value for name, value in attributes.items()}
        text = " ".join(f"{name}={quoteattr(_text(value))}" for name, value in given.items() if value is not None)
        self.lines.append(f'<path {text} d="{data}"/>')

    def open_layer(self, name: str) -> None:
        """Begin a layer that editors show as one."""
        kind = ' class="areas"' if name == "areas" else ""
        self.lines.append(
            f'<g id="layer-{name}"{kind} inkscape:groupmode="layer" inkscape:label="{LABELS[name]}">')

    def close_layer(self) -> None:
        """End the layer."""
        self.lines.append("</g>")

    def text(self, view: ViewName, box: tuple[float, float, float, float]) -> str:
        """The whole file; `box` is its frame: x, y, width, height (mm)."""
        frame = " ".join(_text(number) for number in box)
        head = HEAD.format(box=frame, width=_text(box[2]), height=_text(box[3]), title=f"The body from the {view}")
        return head + "\n".join([*self.gradients.definitions(), *self.lines]) + "\n</svg>\n"


def _text(value: str | float | None) -> str:
    if isinstance(value, float):
        text = f"{value:.3f}".rstrip("0").rstrip(".")
        return text.removeprefix("0") if text.startswith("0.") else text
    return str(value)
