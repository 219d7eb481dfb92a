"""Candidate causes of a pain with their reasons, and the test that would tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.card.answers import line_of
from app.card.blocks import (
    Block,
    Heading,
    Page,
    Paragraph,
    Questions,
    Ranked,
    RankedLine,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.links import capital, mark, muscle_link, small, words
from app.card.red_flag import first_of_all
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.flags import flags_to_ask, raised_flags
from app.reason.next_test import NextTest, next_test
from app.reason.ranking import RankedCause, RankReason, ranked_causes
from app.state.state import State

MINUS = "\N{MINUS SIGN}"
FIRST = 8
"""So many causes stand on the page of an area; a link leads to the rest."""

AT_ONCE = 24
"""So many stand on the page of all causes, until more are asked for."""

LEADING = 5
"""The reports that would tell these first causes apart are asked on the page."""
ASKED = 5
"""So many more questions at most."""
ASKED_AT_ONCE = 2
"""So many questions about red flags stand open, those of emergencies first: the ranking must not sink out of sight. As each
is answered, the next one comes up."""
HOW = ("The order follows from what hurts and what was answered: each reason adds its weight. It tells what to look at "
       "first, not how likely a cause is. ≈ marks a weight that this project estimated.")


@frozen
class Reckoned:
    """What the reasoning says of a state, asked once for all sections of a page."""

    state: State
    causes: tuple[RankedCause, ...]
    best: NextTest | None
    flags: tuple[str, ...]


def reckoned(atlas: Atlas, state: State, ref: Ref) -> Reckoned:
    """What the page of an area asks the reasoning: an area that is only explained counts as the one that hurts."""
    chosen = any(area.id == ref.id for area in state.pain)
    asked = state if chosen else replace(state, pain=(ref,), felt=())
    return Reckoned(asked, ranked_causes(atlas, asked), next_test(atlas, asked), flags_to_ask(atlas, asked))


def ranked_section(atlas: Atlas, known: Reckoned) -> Iterator[Block]:
    """The causes that fit best, why, and a link to the rest."""
    found = known.causes
    if not found:
        return
    yield _ranked(atlas, known.state, found[:FIRST])
    if len(found) > FIRST:
        yield Paragraph((Span(f"And {len(found) - FIRST} more: "), Span("all causes in their order", "about/causes"), Span(".")))
    yield Paragraph(words(HOW), "quiet")


def all_causes_page(atlas: Atlas, state: State) -> Page:
    """Every cause that the chosen areas of pain make thinkable, in its place."""
    title = Title("All causes in their order", "What may lie behind the pain that was shown, best supported first.")
    found = ranked_causes(atlas, state)
    if not found:
        return Page(title.text, (title, Paragraph((Span("Show first where it hurts: "), Span("open Pain", "pain/pick"), Span(".")))))
    ranked = replace(_ranked(atlas, state, found), key="ranked", shown=AT_ONCE)
    return Page(title.text, (title, first_of_all(atlas, state), ranked, Paragraph(words(HOW), "quiet")))


def next_section(atlas: Atlas, known: Reckoned) -> Iterator[Block]:
    """The test that tells most, with its answers right there, and what each would do."""
    best = known.best
    if best is None:
        return
    yield Heading("Next best test" if best.kind == "test" else "Next best question", sub=True)
    yield Questions((line_of(atlas, known.state, best.id),))
    yes, no = ("Positive", "Negative") if best.kind == "test" else ("Yes", "No")
    yield Paragraph(words(_sentence(best.why)), "quiet")
    yield Rows((Row(yes, words(_sentence(best.if_positive))), Row(no, words(_sentence(best.if_negative)))))


def questions_section(atlas: Atlas, known: Reckoned) -> Iterator[Block]:
    """What was answered, to be changed there, and what else would tell the leading causes apart."""
    given = [one.id for one in known.state.answers if one.id in atlas.findings or one.id in atlas.tests]
    for head, asked in (("Your answers", given), ("Tell more", _more(atlas, known))):
        if asked:
            yield Heading(head, sub=True)
            yield Questions(tuple(line_of(atlas, known.state, one) for one in asked))
    yield Paragraph((Span("All questions", "about/questions"), Span(" · your answers stay on this computer", tone="quiet")))


def flag_questions(atlas: Atlas, known: Reckoned) -> list[Block]:
    """The questions about red flags that the place of the pain makes thinkable."""
    lines = tuple(line_of(atlas, known.state, one) for one in known.flags)
    return [Questions(lines, "flags", ASKED_AT_ONCE)] if lines else []


def _sentence(text: str) -> str:
    """A text as a sentence of its own."""
    return f"{capital(text).rstrip('.')}."


def _more(atlas: Atlas, known: Reckoned) -> list[str]:
    """Reports that speak for or against the leading causes and were not asked yet."""
    not_again = {*known.flags, *(one.id for one in known.state.answers), *((known.best.id,) if known.best else ())}
    leading = [atlas.causes[one.id] for one in known.causes[:LEADING] if one.id in atlas.causes]
    found = dict.fromkeys(clue.finding for cause in leading for clue in cause.clues if clue.finding not in not_again)
    return list(found)[:ASKED]


def _ranked(atlas: Atlas, state: State, found: tuple[RankedCause, ...]) -> Ranked:
    return Ranked(tuple(_line(atlas, one) for one in found), bool(raised_flags(atlas, state)))


def _line(atlas: Atlas, one: RankedCause) -> RankedLine:
    side = one.side if one.side in ("right", "left") else None
    where: Text = (Span(f", {side}", tone="quiet"),) if side else ()
    name: Text
    if one.id in atlas.causes:
        paired = side if atlas.causes[one.id].side == "paired" else None
        name = (Span(one.name, f"cause/{one.id}:{paired}" if paired else f"cause/{one.id}"), *where)
    else:
        muscle = muscle_link(atlas, one.muscles[0], side)
        name = (Span("Trigger point in "), Span(small(muscle.text), muscle.target), *where)
    reasons = tuple(_reason(atlas, reason) for reason in one.because)
    return RankedLine(one.rank, name, one.share, one.words, reasons, f"{one.id}:{one.side}")


def _reason(atlas: Atlas, reason: RankReason) -> Text:
    """"+0.9 buttock", a true minus sign, and the source; what was estimated says so."""
    sign = "+" if reason.weight >= 0 else MINUS
    about = "≈ " if reason.estimate else ""
    return (Span(f"{about}{sign}{abs(reason.weight):.2f} ", tone="strong"), Span(capital(reason.text)), *mark(atlas, (reason.source,)))
