"""The cards of a joint, and of an assumption by which the model completes a posture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.card.amounts import assumptions_behind, joint_link
from app.card.blocks import (
    Act,
    Acts,
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.joint_words import MINUS, NARROW, joint_value
from app.card.links import capital, joined, link, mark, muscle_link, small, words
from app.card.sections import arranged
from app.card.shared import sources_of, with_them
from app.card.voice import cited
from app.model.knowledge import Atlas
from app.model.posture import JOINTS, JointCard, JointName, NormalRange, completed, joint_of
from app.model.practice import Joint
from app.model.reference import Ref
from app.reason.posture import posture_of
from app.state.state import State, Voice

MOVE = "posture/open"
"""The target that opens the posture panel, where joints are moved."""
OUTSIDE = "People without pain differ widely: to stand outside such a range says nothing by itself."
HAND, PATTERNS, LED = "set by hand", "as the patterns say", "it follows the pelvis"


def joint_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """What a joint is, how it stands now, how far it goes, how people without pain stand, what moves it, what the model assumes of it."""
    joint = atlas.joints[ref.id]
    patterns = tuple(_patterns(atlas, joint))
    steps = tuple(_steps(atlas, joint))
    part: list[Block] = [Heading("Postures", sub=True), Bullets(patterns)] if patterns else []
    part += [Heading("Causes", sub=True), Paragraph(joined(steps))] if steps else []
    return Page(joint.name, arranged((Title(joint.name, joint.plain), Paragraph(words(_kind(joint)), "quiet")), {
        "chosen": (Heading("In what is chosen"), Rows(tuple(_now(atlas, state, joint))), Acts("", (Act("Move it by hand", MOVE),))),
        "what": (Rows(tuple(_range(atlas, joint, state.voice))), *_normal(atlas, joint, state.voice)),
        "model": _assumed(atlas, joint, state.voice),
        "part of": part,
        "sources": sources_of(atlas, joint.sources)}))


def _kind(joint: JointCard) -> str:
    unit = "degrees" if joint.unit == "degrees" else "millimetres"
    sides = ", right and left apart" if joint.paired else ""
    return f"{capital(joint.region)} · told in {unit}{sides}, as the change from the measured body"


def names_of(joint: JointCard) -> tuple[JointName, ...]:
    """The names under which a joint moves: one, or one for each side."""
    return tuple(name for name in JOINTS if joint_of(name) == joint.id)


def _now(atlas: Atlas, state: State, joint: JointCard) -> Iterator[Row]:
    """How each side of it stands, and why."""
    posture = posture_of(atlas, state)
    whole, hand = completed(posture), dict(state.joints)
    for name in names_of(joint):
        label = capital(name.removeprefix(joint.id).strip("_")) or "Value now"
        value = whole.of(name)
        if not value and name not in hand:
            yield Row(label, words("as in the measured body"))
            continue
        why = HAND if name in hand else PATTERNS if posture.has(name) else LED
        way = f": {joint.more if value > 0 else joint.less}" if value else ""
        yield Row(label, (Span(joint_value(atlas, joint.id, value), tone="strong"), Span(f"{way}. {_total(joint, value)}"),
                          Span(f"{capital(why)}.", tone="quiet")))


def _total(joint: JointCard, value: float) -> str:
    return "" if joint.neutral is None else f"In all {_size(joint, joint.neutral + value)}. "


def _size(joint: JointCard, value: float) -> str:
    told = f"{MINUS if value < 0 else ''}{abs(round(value, 1)):g}"
    return f"{told}°" if joint.unit == "degrees" else f"{told}{NARROW}mm"


def _range(atlas: Atlas, joint: JointCard, voice: Voice) -> Iterator[Row]:
    yield Row("More", words(f"{capital(joint.more)}."))
    yield Row("Less", words(f"{capital(joint.less)}."))
    if joint.neutral is not None:
        yield Row("Neutral", words(f"{_size(joint, joint.neutral)} in the measured body."))
    ends = f"{joint_value(atlas, joint.id, joint.low)} to {joint_value(atlas, joint.id, joint.high)}. "
    yield Row("Range", (Span(ends), *cited(atlas, joint.limits, voice)))


def _normal(atlas: Atlas, joint: JointCard, voice: Voice) -> Iterator[Block]:
    """Where people without pain stand, each range with whose it is."""
    if joint.normal:
        yield Heading("People without pain", sub=True)
        yield Bullets(tuple(_people(atlas, joint, one, voice) for one in joint.normal))
        yield Paragraph(words(OUTSIDE), "quiet")


def _people(atlas: Atlas, joint: JointCard, one: NormalRange, voice: Voice) -> Text:
    told = _size if one.measure == "total" else _change
    ends = f"{told(joint, one.low)} to {told(joint, one.high)}"
    mean = f", on average {told(joint, one.mean)}" if one.mean is not None else ""
    what = " in all" if one.measure == "total" else " from the measured body"
    return (Span(f"{ends}{what}{mean}: ", tone="strong"), *cited(atlas, one.who, voice))


def _change(joint: JointCard, value: float) -> str:
    return f"{'+' if value > 0 else ''}{_size(joint, value)}"


def _assumed(atlas: Atlas, joint: JointCard, voice: Voice) -> list[Block]:
    """The assumptions behind how the model moves it, each with its text."""
    found = assumptions_behind(atlas, (joint.id,))
    points = tuple((link("assumption", Ref(one.id), one.name), Span(": "), *(span for fact in one.text for span in (*cited(atlas, fact, voice), Span(" ")))) for one in found)
    return [Bullets(points)] if points else []


def _patterns(atlas: Atlas, joint: JointCard) -> Iterator[Text]:
    """The patterns that move it and how far, for their right form where they have sides."""
    for pattern in atlas.patterns.values():
        told = {one.joint: one for one in pattern.joints if joint_of(one.joint) == joint.id}
        if not told:
            continue
        form = " (its right form)" if pattern.paired else ""
        yield (link("pattern", Ref(pattern.id), pattern.name, pattern.plain), Span(f"{form}: {_how_far(atlas, joint, told)}"),
               *mark(atlas, tuple(dict.fromkeys(source for one in told.values() for source in one.sources))))


def _how_far(atlas: Atlas, joint: JointCard, told: Mapping[JointName, Joint]) -> str:
    """How far a pattern moves a joint: once where both sides agree, else side by side."""
    values = {one.value for one in told.values()}
    if len(values) == 1 and (len(told) == 2 or not joint.paired):
        return joint_value(atlas, joint.id, values.pop())
    return ", ".join(f"{name.removeprefix(joint.id).strip('_')} {joint_value(atlas, joint.id, one.value)}" for name, one in told.items())


def _steps(atlas: Atlas, joint: JointCard) -> Iterator[Span]:
    """The causes with a step that moves it."""
    for cause in atlas.causes.values():
        if any(joint_of(one.joint) == joint.id for step in cause.mechanism for one in step.joints):
            yield link("cause", Ref(cause.id), small(cause.name))


def assumption_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """A rule by which the model completes a posture or leaves something out: what it says, and which joints or muscles it is about."""
    found = atlas.assumptions[ref.id]
    about = tuple(joint for joint in atlas.joints.values() if joint.id in found.joints or found.id in joint.assumptions)
    joints = joined(joint_link(atlas, joint.id) for joint in about) if about else words("all of them")
    muscles = joined(muscle_link(atlas, muscle) for muscle in found.muscles)
    return Page(found.name, arranged((Title(found.name, "An assumption of the model"),), {
        "what": [Paragraph(cited(atlas, fact, state.voice)) for fact in found.text],
        "with": with_them((("Muscles", muscles) if found.muscles else ("Joints", joints),)),
        "sources": sources_of(atlas, found.sources)}))
