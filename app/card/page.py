"""Which page the panel shows for what is chosen."""

from __future__ import annotations

from app.card.area import area_page
from app.card.blocks import Bullets, Heading, Notice, Page, Paragraph, Span, Title
from app.card.muscle import group_page, muscle_page
from app.card.other import about_page, remedy_page, source_page, test_page
from app.card.pattern import pattern_page
from app.model.knowledge import Atlas
from app.state.state import State

PAGES = {
    "pattern": pattern_page,
    "area": area_page,
    "muscle": muscle_page,
    "group": group_page,
    "test": test_page,
    "remedy": remedy_page,
    "source": source_page,
    "about": about_page,
}
"""One page maker per kind of subject; each takes the atlas, the state and the subject's reference."""


def page(atlas: Atlas, state: State) -> Page:
    """What the panel says now: the page of the state's subject, or how to begin."""
    if state.subject is None:
        return _welcome()
    return PAGES[state.subject.kind](atlas, state, state.subject.ref)


def _welcome() -> Page:
    return Page(
        "How to begin",
        (
            Title("How to begin", "Which muscles does a posture or a pain involve, and why?"),
            Heading("Three ways in"),
            Bullets(
                (
                    (Span("Choose a posture on the left, such as "),
                     Span("forward tipped pelvis", "pattern/forward_tipped_pelvis"),
                     Span(". Tight and weak muscles light up.")),
                    (Span("Show where it hurts: "), Span("open Pain", "pain/pick"),
                     Span(" and click the body, or begin with the "), Span("low back", "area/low_back"), Span(".")),
                    (Span("Click any muscle, or type part of its name, such as "),
                     Span("psoas major", "muscle/psoas_major"), Span(".")),
                )
            ),
            Heading("On the body"),
            Bullets(
                (
                    (Span("Click again at the same spot to reach the muscle beneath."),),
                    (Span("Keys 1 to 4 peel the layers; the wheel zooms, a drag moves, a double click fits."),),
                    (Span("N writes names beside the body, P shows or hides the plumb line; F1 lists all keys."),),
                    (Span("Right and left are always those of the person you look at."),),
                )
            ),
            Notice(
                "hint",
                (Span("Plumbline explains what sources claim and how sure they are. It does not diagnose. "),
                 Span("About Plumbline", "about/plumbline")),
            ),
            Paragraph((Span("It keeps no records and opens no connection."),), "quiet"),
        ),
    )
