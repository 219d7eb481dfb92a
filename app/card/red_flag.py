"""The page of a red flag: what to do comes first; and the notices that red flags put above everything else."""

from __future__ import annotations

from app.card.answers import finding_line
from app.card.blocks import (
    Block,
    Heading,
    Notice,
    Page,
    Paragraph,
    Questions,
    Span,
    Text,
    Title,
)
from app.card.links import joined, link, mark, words
from app.card.sections import arranged
from app.card.shared import (
    area_links,
    caution_of,
    disputes_of,
    facts,
    how_sure,
    mistaken_for,
    questions_of,
    sources_of,
    what_it_is,
    with_them,
)
from app.card.voice import cited, said
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.flags import RaisedFlag, raised_flags
from app.state.state import State

URGENT = {"now": "An emergency: get help now.", "soon": "For a doctor, before you try anything else."}
FIRST = {"now": "What was reported can be an emergency. Get help now.",
         "soon": "What was reported needs a doctor first."}
RAISED_BY = "A yes to any of these raises it:"
LEAD = {"now": "Now. ", "soon": "Soon. "}
"""How urgent each raised flag is."""
GENERAL = (
    "See a doctor first with pain at night that no position eases, fever, weight loss that nothing explains, a history of "
    "cancer, a fall or accident, or weakness that grows. Numbness between the legs, or new trouble with bladder or bowel, is an "
    "emergency. "
)
ASKED_FIRST = ("night_pain", "fever", "weight_loss", "cancer_history", "recent_trauma", "progressive_leg_weakness",
               "saddle_numbness", "bladder_or_bowel_change")
"""The findings that the notice names while nothing was reported; it cites their sources."""


def red_flag_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """What to do about a red flag, then what it is, how it feels, and the questions that ask for it."""
    flag = atlas.causes[ref.id]
    before: list[Block] = [Title(flag.name, flag.plain)]
    if flag.advice:
        urgent = Span(f"{URGENT[flag.urgency]} " if flag.urgency else "", tone="strong")
        before.append(Notice("red_flag", (urgent, *cited(atlas, flag.advice, state.voice))))
    asks = [one for one in atlas.findings.values() if flag.id in one.red_flags]
    questions = (Paragraph(words(RAISED_BY), "quiet"), Questions(tuple(finding_line(atlas, state, one.id) for one in asks)))
    return Page(flag.name, arranged(before, {
        "what": what_it_is(atlas, flag.what, state.voice),
        "feels": (*facts(atlas, "", flag.feels, state.voice),
                  *with_them((("With pain at", area_links(atlas, flag.asked_at, None)),))),
        "check": questions if asks else (),
        "care": caution_of(tuple(cited(atlas, fact, state.voice) for fact in flag.cautions)),
        "mistaken": mistaken_for(atlas, flag, None, state.voice),
        "sure": how_sure(atlas, flag.evidence, disputes_of(atlas, "causes", flag.id), state.voice),
        "asked": questions_of(atlas, "causes", flag.id),
        "sources": sources_of(atlas, flag.sources)}))


def first_of_all(atlas: Atlas, state: State) -> Notice:
    """What a doctor must see first; stands wherever a person could be looking for a cause."""
    raised = raised_flags(atlas, state)
    if not raised:
        asked = (atlas.findings[one].sources for one in ASKED_FIRST if one in atlas.findings)
        sources = mark(atlas, (source for known in asked for source in known))
        return Notice("red_flag", (Span(GENERAL), Span("All questions", "about/questions"), *sources))
    head = FIRST["now" if any(flag.urgency == "now" for flag in raised) else "soon"]
    return Notice("red_flag", (Span(head, tone="strong"),), tuple(_raised(atlas, state, flag) for flag in raised))


def _raised(atlas: Atlas, state: State, flag: RaisedFlag) -> Text:
    """A raised flag: what it is, what to do, and which answer raised it, to be taken back there."""
    cause = atlas.causes[flag.id]
    advice = said(cause.advice, state.voice) if cause.advice else flag.advice
    given = joined((Span(atlas.findings[one].name, f"answer/{one}=positive") for one in flag.because if one in atlas.findings), ", ")
    because = (Span(" Because you said yes to: ", tone="quiet"), *given, Span(" (click to take it back).", tone="quiet")) if given else ()
    return (Span(LEAD[flag.urgency], tone="strong"), link("cause", Ref(flag.id), flag.name), Span(f": {advice}"), *because)


def questions_page(atlas: Atlas, state: State) -> Page:
    """Everything that a person may report, to be answered one by one; what raises a red flag comes first."""
    flags = [one for one in atlas.findings.values() if one.red_flags]
    others = [one for one in atlas.findings.values() if not one.red_flags]
    blocks: list[Block] = [Title("Questions to answer", "Your answers change the order of the causes at once. They stay on this computer."),
                           first_of_all(atlas, state)]
    for head, found in (("To rule out first", flags), ("To tell causes apart", others)):
        if found:
            blocks += [Heading(head), Questions(tuple(finding_line(atlas, state, one.id) for one in found))]
    if len(blocks) == 2:
        blocks.append(Paragraph(words("There is no question on record.")))
    return Page("Questions to answer", tuple(blocks))
