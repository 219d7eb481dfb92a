"""The grades of evidence: what each one means, the chips that name it, and the page that explains all five."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from app.card.blocks import (
    Block,
    Bullets,
    Chip,
    Heading,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.links import capital, joined, link, words
from app.model.basic import Grade
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import State

GRADES: dict[str, str] = {
    "A": "supported",
    "B": "mixed, or association only",
    "C": "weak, or practitioners' opinion",
    "D": "contradicted",
    "N": "no evidence found",
}
"""What each grade of evidence means, in the words of the panel."""

LONG: dict[str, str] = {
    "A": "Sound sources agree with the claim: reviews, trials or works of reference. New studies may still refine it.",
    "B": "Studies disagree, or they show only that two things occur together. Which one brings about the other stays open.",
    "C": "People who treat such patients say so, often from long experience. No good study has tested it, or only weak ones.",
    "D": "Studies were done, and they speak against the claim.",
    "N": "The search for this project found no study. The claim may be right or wrong.",
}
"""The same at length, on the page of the grades."""


def grade_chip(grade: Grade) -> Chip:
    """A chip that names a grade; one click explains it."""
    return Chip(f"evidence {grade}: {GRADES[grade]}", f"grade/{grade}", "grade")


def grades_chip(grades: Iterable[Grade]) -> tuple[Chip, ...]:
    """One chip for all claims of an entry: a single grade would say of the whole what holds for one claim only."""
    found = [one for one in GRADES if one in set(grades)]
    claims = "its claims" if len(found) > 1 else "its claim"
    return (Chip(f"{claims}: evidence {', '.join(found)}", f"grade/{found[-1]}", "grade"),) if found else ()


def grade_words(grade: str) -> Text:
    """A grade in quiet words behind a claim; one click explains it. Several grades ("B/D") each get a link."""
    named = joined((Span(f"evidence {one}" if place == 0 else one, f"grade/{one}", "quiet")
                    for place, one in enumerate(one for one in grade if one in GRADES)), "/")
    if not named:
        return ()
    first = Span(capital(named[0].text), named[0].target, "quiet")
    meaning = f": {GRADES[grade]}." if grade in GRADES else "."
    return (Span(" "), first, *named[1:], Span(meaning, tone="quiet"))


def grade_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """What the asked grade means, what the others mean beside it, and which claims have it."""
    grades: tuple[Grade, ...] = get_args(Grade)
    name = f"Evidence {ref.id}: {GRADES.get(ref.id, '')}"
    blocks: list[Block] = [
        Title(name, LONG.get(ref.id, "")),
        Paragraph(words("A grade tells how well one claim is supported. It says nothing about a person, and it may change with "
                        "the next good study.")),
        Heading("The other grades"),
        Rows(tuple(Row(f"Evidence {one}", (Span(f"{capital(GRADES[one])}. ", tone="strong"), Span(LONG[one])))
                   for one in grades if one != ref.id)),
    ]
    claims = _claims(atlas, ref.id)
    if claims:
        blocks += [Heading(f"Claims with evidence {ref.id}"), Bullets(claims)]
    return Page(name, tuple(blocks))


def _claims(atlas: Atlas, grade: str) -> tuple[Text, ...]:
    """The disputed claims of a grade, then those of single patterns and causes."""
    found: list[Text] = [(link("dispute", Ref(one.id), one.claim),) for one in atlas.disputes.values() if one.grade == grade]
    for kind, things in (("pattern", atlas.patterns), ("cause", atlas.causes)):
        found += [(link(kind, Ref(one.id), one.name), Span(f": {claim.claim}"))
                  for one in things.values() for claim in one.evidence if claim.grade == grade]
    return tuple(found)
