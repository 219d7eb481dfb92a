"""The pages about the product itself, and the long lists that other pages lead to."""

from __future__ import annotations

from app.card.blocks import Heading, Page, Paragraph, Span, Title
from app.card.links import words
from app.card.ranked import all_causes_page
from app.card.red_flag import questions_page
from app.card.source import bibliography
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import State


def about_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """What Plumbline is; or all causes of the chosen pain, all questions, all sources."""
    if ref.id == "causes":
        return all_causes_page(atlas, state)
    if ref.id == "questions":
        return questions_page(atlas, state)
    return bibliography(atlas) if ref.id == "sources" else _product(atlas)


def _product(atlas: Atlas) -> Page:
    """What Plumbline is and is not, and whose work it stands on."""
    return Page(
        "About Plumbline",
        (
            Title("About Plumbline", "A body you can ask about posture and muscle pain."),
            Paragraph(words("Plumbline shows which muscles a posture or a pain involves, what sources claim about it, and how "
                            "sure anyone can be. It does not diagnose, it holds no medical record, and it opens no connection.")),
            Heading("Licences"),
            Paragraph(words("The program: MIT licence. The drawings and the measured tables: Creative Commons "
                            "Attribution-ShareAlike 4.0.")),
            Paragraph(words("The body is drawn from measurements of Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D, "
                            "© The Database Center for Life Science (CC BY 4.0).")),
            Heading("Content"),
            Paragraph((
                Span(f"{len(atlas.muscles)} muscles, {len(atlas.referrals)} trigger points, {len(atlas.areas)} areas of pain, "
                     f"{len(atlas.patterns)} patterns, {len(atlas.causes)} causes, {len(atlas.tests)} tests, "
                     f"{len(atlas.remedies)} remedies, "),
                Span(f"{len(atlas.sources)} sources", "about/sources"), Span("."))),
            Paragraph((Span("Every claim has a grade of evidence: "), Span("what the grades mean", "grade/A"), Span("."))),
        ),
    )
