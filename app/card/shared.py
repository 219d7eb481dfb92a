"""Sections that several pages share: facts, steps, tests, disputes, readers' questions, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Notice,
    Paragraph,
    Row,
    Rows,
    Span,
    Steps,
    Text,
)
from app.card.grades import grade_words
from app.card.links import area_link, joined, link, mark, small, source_chips
from app.card.voice import cited, said
from app.model.basic import Dispute, Evidence, Fact, Question
from app.model.knowledge import Atlas
from app.model.practice import Cause, Mistaken, Step
from app.model.reference import Ref, Side
from app.state.state import Voice

CHOICES = 3
"""Where a step offers this many remedies, the reader is told that one of them is enough."""
BEGIN = "To begin with, one exercise from each step is enough. Go on with what does you good, also on the day after."
IN_FULL = 3
"""More disputes than this on one page are told in short."""
BY = {"self": "by yourself", "helper": "with a helper", "clinician": "by a clinician"}


def facts(atlas: Atlas, head: str, given: tuple[Fact, ...], voice: Voice) -> list[Block]:
    """Points, with a head of their own if need be; one alone stands as a paragraph; nothing where nothing is known."""
    if not given:
        return []
    texts = tuple(cited(atlas, fact, voice) for fact in given)
    return [*under(head), Paragraph(texts[0]) if len(texts) == 1 else Bullets(texts)]


def under(head: str) -> list[Block]:
    """The head of a part of a section; without words there is none."""
    return [Heading(head, sub=True)] if head else []


def what_it_is(atlas: Atlas, given: tuple[Fact, ...], voice: Voice) -> list[Block]:
    """The paragraphs with which every page of a pattern or a cause begins."""
    return [Paragraph(cited(atlas, fact, voice)) for fact in given]


def mistaken_for(atlas: Atlas, cause: Cause, side: Side | None, voice: Voice) -> list[Block]:
    """What a cause on a side is taken for, or taken instead of, and how to tell."""
    points = tuple(_taken_for(atlas, one, side, voice) for one in cause.mistaken)
    return [Bullets(points)] if points else []


def _taken_for(atlas: Atlas, one: Mistaken, side: Side | None, voice: Voice) -> Text:
    """What it is taken for, on the same side where that has two, and how to tell."""
    name = Span(one.name, tone="strong")
    if one.cause:
        name = link("cause", Ref(one.cause, side if atlas.causes[one.cause].side == "paired" else None), one.name)
    return (name, Span(": "), *cited(atlas, one.tell, voice))


def checks(atlas: Atlas, tests: Iterable[str], voice: Voice) -> list[Block]:
    """The tests by which to check something, who can do them, and what they show."""
    points = tuple(_check(atlas, test, voice) for test in tests)
    return [Bullets(points)] if points else []


def _check(atlas: Atlas, test: str, voice: Voice) -> Text:
    found = atlas.tests[test]
    by = next(BY[one] for one in BY if one in found.by)
    shows = found.plain if voice == "plain" and found.plain else f"Positive: {found.positive.rstrip('.')}."
    return (link("test", Ref(test), found.name), Span(f" ({by}). ", tone="quiet"), Span(shows))


def in_order(atlas: Atlas, steps: tuple[Step, ...], voice: Voice) -> list[Block]:
    """What to do, numbered, each step with its remedies."""
    if not steps:
        return []
    many = voice == "plain" and any(len(step.remedies) >= CHOICES for step in steps)
    begin = [Paragraph((Span(BEGIN), *mark(atlas, ("project",))), "quiet")] if many else []
    return [*begin, Steps(tuple(_step(atlas, step, voice) for step in steps))]


def to_mind(atlas: Atlas, steps: tuple[Step, ...], voice: Voice, more: tuple[Fact, ...] = ()) -> list[Block]:
    """What to mind in the steps of what to do, and what more."""
    minded: dict[Fact, list[int]] = {}
    for number, step in enumerate(steps, start=1):
        if step.caution:
            minded.setdefault(step.caution, []).append(number)
    return caution_of((*((_at(numbers), *cited(atlas, fact, voice)) for fact, numbers in minded.items()),
                       *(cited(atlas, fact, voice) for fact in more if fact not in minded)))


def _at(numbers: list[int]) -> Span:
    """In which steps a caution has to be minded."""
    return Span(f"Step{'s' if len(numbers) > 1 else ''} {' and '.join(map(str, numbers))}: ", tone="strong")


def _step(atlas: Atlas, step: Step, voice: Voice) -> Text:
    remedies = joined(link("remedy", Ref(one), small(atlas.remedies[one].name), atlas.remedies[one].plain or "") for one in step.remedies)
    named = (Span(" How: ", tone="quiet"), *remedies, Span(".")) if remedies else ()
    return (Span(said(step, voice)), *named, *mark(atlas, step.sources))


def caution_of(texts: Sequence[Text]) -> list[Block]:
    """One caution, or several as points."""
    if len(texts) < 2:
        return [Notice("caution", text) for text in texts]
    return [Notice("caution", (), tuple(texts))]


def how_sure(atlas: Atlas, own: tuple[Evidence, ...], disputes: Iterable[Dispute], voice: Voice) -> Iterator[Block]:
    """The claims with their grades, first those of the entry itself, then the disputes that concern it."""
    disputed = tuple(disputes)
    for one in own:
        yield Paragraph((Span(f"“{one.claim}”", tone="strong"), *grade_words(one.grade), Span(" "), *cited(atlas, one, voice)))
    if len(disputed) > IN_FULL:
        yield Bullets(tuple(_in_short(atlas, dispute) for dispute in disputed))
        return
    for dispute in disputed:
        yield Paragraph((*_claim(atlas, dispute), *cited(atlas, dispute, voice)))


def _in_short(atlas: Atlas, dispute: Dispute) -> Text:
    """A disputed claim, who makes it, its grade, and on whose work that rests; its own page says why."""
    return (*_claim(atlas, dispute),
            Span("Disputed by" if dispute.grade == "D" else "Compared with", tone="quiet"), *mark(atlas, dispute.sources))


def _claim(atlas: Atlas, dispute: Dispute) -> Text:
    """A disputed claim with its grade right behind it, for those who read no further, and who makes it."""
    return (link("dispute", Ref(dispute.id), f"“{dispute.claim}”"), *grade_words(dispute.grade), Span(" "), *said_by(atlas, dispute))


def said_by(atlas: Atlas, dispute: Dispute) -> Text:
    """Who makes a disputed claim: the sources by name, or nobody in particular."""
    if not dispute.said_by:
        return (Span("A common belief. ", tone="quiet"),)
    named = [Span(chip.text, chip.target, "quiet") for chip in source_chips(atlas, dispute.said_by)]
    and_last = (*joined(named[:-1]), Span(" and ", tone="quiet"), named[-1]) if len(named) > 1 else tuple(named)
    return (Span("Said by ", tone="quiet"), *and_last, Span(". ", tone="quiet"))


def disputes_of(atlas: Atlas, field: str, key: str) -> tuple[Dispute, ...]:
    """The disputes that name an entry in one of their fields, such as ``patterns``."""
    return tuple(one for one in atlas.disputes.values() if key in getattr(one, field))


def questions_of(atlas: Atlas, field: str, key: str) -> list[Block]:
    """Readers' questions that name an entry in one of their fields."""
    return asked(one for one in atlas.questions.values() if key in getattr(one, field))


def asked(questions: Iterable[Question]) -> list[Block]:
    """Links to readers' questions."""
    points = tuple((link("question", Ref(one.id), one.question),) for one in questions)
    return [Bullets(points)] if points else []


def sources_of(atlas: Atlas, sources: Iterable[str]) -> list[Block]:
    """The sources of an entry, as chips."""
    chips = source_chips(atlas, sources)
    return [Chips(chips)] if chips else []


def area_links(atlas: Atlas, areas: Iterable[str], side: Side | None) -> Text:
    """Areas of pain as links, on a side where one is meant."""
    return joined(area_link(atlas, area, side) for area in areas)


def named_links(kind: str, things: Mapping[str, object], ids: Iterable[str]) -> Text:
    """Entries of a kind as links by their names."""
    return joined(link(kind, Ref(one), str(getattr(things[one], "name", one))) for one in ids)


def with_them(rows: Iterable[tuple[str, Text]]) -> list[Block]:
    """Labelled rows of links, without those that have none."""
    told = tuple(Row(label, text) for label, text in rows if text)
    return [Rows(told)] if told else []
