"""One line at the foot of the panel: what to do next. Its target may be ``show/KIND/REF``: choose it, not only explain."""

from __future__ import annotations

from app.card.blocks import Span, Text
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.state import State, Subject


def next_step(atlas: Atlas, state: State) -> Text:
    """What helps next for what is explained now; empty where the page itself says how to begin."""
    subject = state.subject
    if subject is None:
        return ()
    if not _is_shown(state, subject):
        return (Span("Show it on the body", f"show/{subject.kind}/{subject.ref}"),)
    if subject.kind == "pattern":
        return _check_pattern(atlas, subject.ref)
    if subject.kind == "area":
        return _press_point(atlas, subject.ref)
    if subject.kind == "muscle":
        return _test_muscle(atlas, subject.ref)
    return _return(atlas, state)


def _is_shown(state: State, subject: Subject) -> bool:
    """Whether the body shows what is explained, or nothing of it could be shown."""
    if subject.kind == "pattern":
        return any(ref.id == subject.ref.id for ref in state.patterns)
    return subject.kind != "area" or any(ref.id == subject.ref.id for ref in state.pain)


def _check_pattern(atlas: Atlas, ref: Ref) -> Text:
    tests = [atlas.tests[one] for one in atlas.patterns[ref.id].checks if one in atlas.tests]
    if not tests:
        return ()
    own = next((test for test in tests if "self" in test.by), tests[0])
    return Span("Next: check it. "), Span(own.name, f"test/{own.id}")


def _press_point(atlas: Atlas, ref: Ref) -> Text:
    found = next((one for one in atlas.referrals.values() if ref.id in one.essential), None)
    if found is None:
        return ()
    side = f":{ref.side}" if ref.side in ("right", "left") and atlas.muscles[found.muscle].side == "paired" else ""
    return Span("Next: look at "), Span(atlas.muscles[found.muscle].name, f"muscle/{found.muscle}{side}"), Span(" on the body.")


def _test_muscle(atlas: Atlas, ref: Ref) -> Text:
    test = next((one for one in atlas.tests.values() if ref.id in one.suggests), None)
    if test:
        return Span("Next: test it. "), Span(test.name, f"test/{test.id}")
    pattern = next((one for one in atlas.patterns.values() if any(ref.id in atlas.members(c.of) for c in one.claims)), None)
    if pattern:
        return Span("Next: see it in "), Span(pattern.name.lower(), f"pattern/{pattern.id}")
    return ()


def _return(atlas: Atlas, state: State) -> Text:
    if state.patterns:
        ref = state.patterns[-1]
        return Span("Back to "), Span(atlas.patterns[ref.id].name.lower(), f"pattern/{ref}")
    if state.pain:
        area = state.pain[-1]
        return Span("Back to "), Span(atlas.areas[area.id].name.lower(), f"area/{area}")
    return ()
