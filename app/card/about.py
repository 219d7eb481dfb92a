"""The pages about the product itself, and the long lists that other pages lead to."""

from __future__ import annotations

from app import __version__
from app.card.blocks import Bullets, Heading, Page, Paragraph, Row, Rows, Span, Title
from app.card.links import words
from app.card.ranked import all_causes_page
from app.card.red_flag import questions_page
from app.card.selection import selection_page
from app.card.source import bibliography
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import SELECTION
from app.state.state import State

LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0", "window and painting (Qt)"),
    ("pyqtgraph", "MIT", "plots"),
    ("numpy", "BSD-3-Clause", "numbers for the plots"),
    ("svgelements", "MIT", "reads drawings"),
    ("PyYAML", "MIT", "reads the content"),
    ("pydantic", "MIT", "checks the content"),
    ("rapidfuzz", "MIT", "search"),
    ("Jinja2", "BSD-3-Clause", "writes hand-outs"),
)
"""Name, licence and use of every library that is shipped or needed."""


def about_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """What Plumbline is; or all causes of the chosen pain, all questions, all sources, the selected muscles."""
    if ref.id == "causes":
        return all_causes_page(atlas, state)
    if ref.id == "questions":
        return questions_page(atlas, state)
    if ref == SELECTION.ref:
        return selection_page(atlas, state)
    return bibliography(atlas) if ref.id == "sources" else _product(atlas)


def _product(atlas: Atlas) -> Page:
    """What Plumbline is and is not, and whose work it stands on."""
    return Page(
        "About Plumbline",
        (
            Title("About Plumbline", f"A body you can ask about posture and muscle pain. Version {__version__}."),
            Paragraph(words("Plumbline shows which muscles a posture or a pain involves, what sources claim about it, and how "
                            "sure anyone can be.")),
            Heading("What it is not"),
            Bullets((
                words("It does not diagnose, and it does not replace someone who can examine you. Red flags come first."),
                words("It is no medical record: no name is asked for, and what you save stays in your own files."),
                words("It opens no connection to the internet."),
            )),
            Heading("Content"),
            Paragraph((
                Span(f"{len(atlas.muscles)} muscles, {len(atlas.referrals)} trigger points, {len(atlas.areas)} areas of pain, "
                     f"{len(atlas.patterns)} patterns, {len(atlas.causes)} causes, {len(atlas.tests)} tests, "
                     f"{len(atlas.remedies)} remedies, "),
                Span(f"{len(atlas.sources)} sources", "about/sources"), Span("."))),
            Paragraph((Span("Every claim has a grade of evidence: "), Span("what the grades mean", "grade/A"), Span("."))),
            Heading("Licences"),
            Rows((
                Row("Program", words("MIT, with the texts")),
                Row("Drawings", words("Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0), with the measured tables")),
                Row("Measured on", words("Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D, © The Database Center for "
                                         "Life Science (CC BY 4.0)")),
            )),
            Heading("Libraries"),
            Rows(tuple(Row(name, words(f"{licence}: {use}")) for name, licence, use in LIBRARIES)),
        ),
    )
