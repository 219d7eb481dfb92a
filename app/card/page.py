"""Which page the panel shows for what is chosen, and what it proposes next.

The pages of the subjects are imported when the first one is asked for: a start shows only how to begin.
"""

from __future__ import annotations

from app.card.blocks import Bullets, Heading, Notice, Page, Paragraph, Span, Text, Title
from app.model.knowledge import Atlas
from app.state.state import State


def page(atlas: Atlas, state: State) -> Page:
    """What the panel says now: the page of the state's subject, or how to begin."""
    if state.subject is None:
        return _welcome()
    from app.card.pages import page_of

    return page_of(atlas, state, state.subject)


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
            Heading("Three ways in"),
            Bullets(
                (
                    (Span("Choose a posture on the left, such as "),
                     Span("forward tipped pelvis", "pattern/forward_tipped_pelvis"),
                     Span(". Tight and weak muscles light up.")),
                    (Span("Show where it hurts: "), Span("open Pain", "pain/pick"),
                     Span(" and click the body, or begin with the "), Span("low back", "area/low_back"), Span(".")),
                    (Span("Click any muscle, or type what you look for, such as "),
                     Span("psoas major", "muscle/psoas_major"), Span(", a test, an exercise or a word.")),
                )
            ),
            Heading("On the body"),
            Bullets(
                (
                    (Span("Click again at the same spot to reach the muscle beneath."),),
                    (Span("Keys 1 to 4 peel the layers; the wheel zooms, a drag moves, a double click fits."),),
                    (Span("N writes names beside the body, P shows or hides the plumb line; F1 lists all keys."),),
                    (Span("Plain and Clinical, above, say the same in everyday words or in the terms of the trade."),),
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
