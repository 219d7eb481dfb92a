"""Which page the panel shows for what is chosen, and what it proposes next.

The pages of the subjects are imported when the first one is asked for: a start shows only how to begin.
"""

from __future__ import annotations

from app.card.blocks import Heading, Notice, Page, Paragraph, Span, Text, Title
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.state.state import State


def page(atlas: Atlas, state: State, lengths: Lengths | None = None) -> Page:
    """What the panel says now: the page of the state's subject, or how to begin.

    `lengths` are those of the muscles in a posture; they are told where it is the state's own.
    """
    if state.subject is None:
        return _welcome()
    from app.card.pages import page_of
    from app.reason.posture import posture_of

    if lengths and lengths.posture != posture_of(atlas, state):
        lengths = None
    return page_of(atlas, state, state.subject, lengths)


def hint(atlas: Atlas, state: State) -> Text:
    """What helps next for what is explained now; empty where the page itself says how to begin."""
    if state.subject is None:
        return ()
    from app.card.next_step import next_step

    return next_step(atlas, state)


def _welcome() -> Page:
    return Page(
        "How to begin",
        (
            Title("How to begin", "Which muscles does a posture or a pain involve, and why?"),
            Heading("A posture"),
            Paragraph((Span("Choose how someone stands in the list on the left: what is tight and what is weak lights up. Try "),
                       Span("forward tipped pelvis", "pattern/forward_tipped_pelvis"), Span("."))),
            Heading("A pain"),
            Paragraph((Span("Click where it hurts", "pain/pick"),
                       Span(" on the body: you see what can send pain there, most likely first. Try the "),
                       Span("low back", "area/low_back"), Span("."))),
            Heading("A muscle"),
            Paragraph((Span("Click it on the body, or type part of its name: where it runs, what it does, how to test and treat it. Try "),
                       Span("psoas major", "muscle/psoas_major"), Span("."))),
            Notice(
                "hint",
                (Span("Right and left are always those of the person you look at. Plumbline explains what sources claim and how "
                      "sure they are; it does not diagnose. "), Span("About Plumbline", "about/plumbline")),
            ),
            Paragraph((Span("F1", "about/help"), Span(" opens the help, ", tone="quiet"), Span("?", "about/keys"),
                       Span(" shows all keys, Ctrl+K searches everything. What you choose stays on this computer.", tone="quiet"))),
        ),
    )
