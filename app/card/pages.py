"""The pages by kind of subject."""

from __future__ import annotations

from app.card.about import about_page
from app.card.area import area_page
from app.card.blocks import Notice, Page
from app.card.cause import cause_page
from app.card.check import test_page
from app.card.compare import compare_page
from app.card.glossary import with_terms
from app.card.grades import grade_page
from app.card.joint import assumption_page, joint_page
from app.card.muscle import group_page, muscle_page
from app.card.pattern import pattern_page
from app.card.red_flag import first_of_all
from app.card.remedy import remedy_page
from app.card.small import dispute_page, finding_page, question_page, structure_page, term_page
from app.card.source import source_page
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.reason.flags import raised_flags
from app.state.state import State, Subject

PAGES = {
    "area": area_page,
    "group": group_page,
    "structure": structure_page,
    "test": test_page,
    "remedy": remedy_page,
    "finding": finding_page,
    "dispute": dispute_page,
    "question": question_page,
    "term": term_page,
    "joint": joint_page,
    "assumption": assumption_page,
    "grade": grade_page,
    "source": source_page,
    "about": about_page,
}
"""One page maker per kind of subject; each takes the atlas, the state and the subject's reference."""
MEASURED = {"pattern": pattern_page, "cause": cause_page, "muscle": muscle_page}
"""Those that also tell of the lengths of muscles in the posture that is shown."""


def page_of(atlas: Atlas, state: State, subject: Subject, lengths: Lengths | None = None) -> Page:
    """The page of a subject, with its terms explained; `lengths` are those of the posture that is shown, where they are known."""
    if subject.other is not None and subject.kind in ("muscle", "pattern"):
        made = compare_page(atlas, state, subject)
    elif subject.kind in MEASURED:
        made = MEASURED[subject.kind](atlas, state, subject.ref, lengths)
    else:
        made = PAGES[subject.kind](atlas, state, subject.ref)
    return with_terms(atlas, _flagged(atlas, state, made), f"{subject.kind}/{subject.ref.id}")


def _flagged(atlas: Atlas, state: State, made: Page) -> Page:
    """The page with what needs a doctor above it, wherever it was reported."""
    told = any(isinstance(block, Notice) and block.kind == "red_flag" for block in made.blocks)
    if told or not raised_flags(atlas, state):
        return made
    return Page(made.title, (made.blocks[0], first_of_all(atlas, state), *made.blocks[1:]))
