"""One line at the foot of the panel: what to do next. Its target may be ``show/KIND/REF``: choose it, not only explain."""

from __future__ import annotations

from collections.abc import Iterable

from app.card.blocks import Span, Text
from app.card.check import checks_of
from app.card.links import in_words, small
from app.model.knowledge import Atlas
from app.model.practice import Cause, Test
from app.model.reference import Ref
from app.reason.flags import raised_flags
from app.reason.next_test import next_test
from app.state.state import State, Subject, Voice

FIRST = {"now": "First: get help now. ", "soon": "First: see a doctor. "}
"""What comes before every other step while a red flag is raised."""
ASKED = {"test": "test", "finding": "question"}


def next_step(atlas: Atlas, state: State) -> Text:
    """What helps next for what is explained now; empty where the page itself says how to begin."""
    subject = state.subject
    if subject is None:
        return ()
    warned = _first(atlas, state, subject)
    if warned:
        return warned
    if not _is_shown(atlas, state, subject):
        return (Span("Show it on the body", f"show/{subject.kind}/{subject.ref}"),)
    return _go_on(atlas, state, subject)


def _first(atlas: Atlas, state: State, subject: Subject) -> Text:
    """The most urgent red flag; empty where none is raised, or one of them is explained already."""
    flags = raised_flags(atlas, state)
    if not flags or any(subject == Subject("cause", Ref(flag.id)) for flag in flags):
        return ()
    return Span(FIRST[flags[0].urgency]), Span(flags[0].name.partition(" (")[0], f"cause/{flags[0].id}")


def _go_on(atlas: Atlas, state: State, subject: Subject) -> Text:
    """What follows on what is explained and shown."""
    if subject.other:
        return _after_comparison(atlas, state, subject)
    if subject.kind == "pattern":
        return _check_by(atlas, state, atlas.patterns[subject.ref.id].checks)
    if subject.kind == "cause" and atlas.causes[subject.ref.id].kind != "red flag":
        return _check_by(atlas, state, atlas.causes[subject.ref.id].tests) or _ask_next(atlas, state)
    if subject.kind == "area":
        return _ask_next(atlas, state) or _press_point(atlas, subject.ref)
    if subject.kind == "muscle":
        return _test_muscle(atlas, subject.ref, state.voice)
    return _return(atlas, state) or _lead_on(atlas, subject)


def _after_comparison(atlas: Atlas, state: State, subject: Subject) -> Text:
    """From two things side by side to a test that tells two patterns apart, or to all that two muscles share."""
    if subject.kind == "pattern" and subject.other:
        others = atlas.patterns[subject.other.id].checks
        return _check_by(atlas, state, (one for one in atlas.patterns[subject.ref.id].checks if one not in others))
    return Span("Back to "), Span("the selected muscles", "about/selection")


def _is_shown(atlas: Atlas, state: State, subject: Subject) -> bool:
    """Whether the body shows what is explained, or nothing of it could be shown."""
    if subject.kind == "cause":
        return not atlas.causes[subject.ref.id].parts or (state.cause is not None and state.cause.id == subject.ref.id)
    if subject.kind == "pattern":
        return any(ref.id == subject.ref.id for ref in state.patterns)
    return subject.kind != "area" or any(ref.id == subject.ref.id for ref in state.pain)


def _ask_next(atlas: Atlas, state: State) -> Text:
    """The test or the question that tells most about the chosen pain."""
    best = next_test(atlas, state)
    return (Span(f"Next best {ASKED[best.kind]}: "), Span(best.name, f"{best.kind}/{best.id}")) if best else ()


def _check_by(atlas: Atlas, state: State, ids: Iterable[str]) -> Text:
    """In plain words the test among these that a person can do alone, else the first; none that was done."""
    done = {one.id for one in state.answers}
    tests = [atlas.tests[one] for one in ids if one in atlas.tests and one not in done]
    if not tests:
        return ()
    own = next((test for test in tests if "self" in test.by and state.voice == "plain"), tests[0])
    return Span("Next: check it. "), Span(own.name, f"test/{own.id}")


def _press_point(atlas: Atlas, ref: Ref) -> Text:
    found = next((one for one in atlas.referrals.values() if ref.id in one.essential), None)
    if found is None:
        return ()
    side = f":{ref.side}" if ref.side in ("right", "left") and atlas.muscles[found.muscle].side == "paired" else ""
    return Span("Next: look at "), Span(atlas.muscles[found.muscle].name, f"muscle/{found.muscle}{side}"), Span(" on the body.")


def _test_muscle(atlas: Atlas, ref: Ref, voice: Voice) -> Text:
    tests = checks_of(atlas, ref.id, voice)
    if tests:
        return Span("Next: test it. "), Span(atlas.tests[tests[0]].name, f"test/{tests[0]}")
    pattern = next((one for one in atlas.patterns.values() if any(ref.id in atlas.members(c.of) for c in one.claims)), None)
    if pattern:
        return Span("Next: see it in "), Span(pattern.name.lower(), f"pattern/{pattern.id}")
    return ()


def _reach(test: Test) -> tuple[int, bool]:
    return len(test.suggests), "self" not in test.by


def _parts(cause: Cause) -> int:
    return len(cause.parts)


def _lead_on(atlas: Atlas, subject: Subject) -> Text:
    """From what was looked up to a cause that it has a part in; from something to report to all questions."""
    key = subject.ref.id
    if subject.kind == "finding":
        return Span("Next: "), Span("all questions", "about/questions")
    if subject.kind in ("structure", "group", "test"):
        meant = atlas.tests[key].causes if subject.kind == "test" else ()
        found = (one for one in atlas.causes.values() if one.id in meant or any(part.of == key for part in one.parts))
        # Of few parts, each matters more.
        cause = min(found, key=_parts, default=None)
        if cause:
            return Span("Next: see it in "), Span(small(cause.name.partition(" (")[0]), f"cause/{cause.id}")
    return ()


def _return(atlas: Atlas, state: State) -> Text:
    if state.cause:
        return Span("Back to "), Span(small(atlas.causes[state.cause.id].name), f"cause/{state.cause}")
    if state.patterns:
        ref = state.patterns[-1]
        return Span("Back to "), Span(atlas.patterns[ref.id].name.lower(), f"pattern/{ref}")
    if state.pain:
        area = state.pain[-1]
        return Span("Back to "), Span(in_words(area, small(atlas.areas[area.id].name)), f"area/{area}")
    return ()
