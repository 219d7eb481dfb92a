"""What a step of undo is called."""

from __future__ import annotations

from app.card.joint_words import joint_name
from app.card.links import in_words, small
from app.model.knowledge import Atlas
from app.model.posture import JointValues
from app.model.reference import Ref
from app.state.change import Change, Work, work_of
from app.state.known import name_of
from app.state.state import State, SubjectKind

NOTHING = work_of(State())


def change_words(atlas: Atlas, change: Change) -> str:
    """What changed, in a few words: "high hip", "pain in the right low back", "note"."""
    before, after = change.before, change.after
    if after == NOTHING and _parts(change) > 1:
        return "start again"
    if before.painted != after.painted:
        return "eraser" if after.painted and after.painted[-1].erases else "brush"
    if before.patterns != after.patterns:
        return _name(atlas, "pattern", before.patterns, after.patterns)
    if before.pain != after.pain:
        return f"pain, {_name(atlas, 'area', before.pain, after.pain)}"
    return _rest(atlas, before, after)


def _rest(atlas: Atlas, before: Work, after: Work) -> str:
    if before.cause != after.cause:
        return _name(atlas, "cause", (before.cause,) if before.cause else (), (after.cause,) if after.cause else ())
    if before.answers != after.answers:
        one = next(iter((*set(after.answers) - set(before.answers), *set(before.answers) - set(after.answers))))
        return small(name_of(atlas, "test" if one.id in atlas.tests else "finding", Ref(one.id)))
    if before.hidden != after.hidden:
        return _hidden(atlas, before, after)
    if before.felt != after.felt:
        return "how it hurts"
    if before.joints != after.joints:
        return _joints(atlas, before.joints, after.joints)
    if before.extent != after.extent:
        return "how far the posture goes"
    return "show only what is chosen" if before.alone != after.alone else "note"


def _joints(atlas: Atlas, before: JointValues, after: JointValues) -> str:
    """The joint that was set or freed; of several, the posture."""
    changed = {name for name, _ in set(before) ^ set(after)}
    return small(joint_name(atlas, changed.pop())) if len(changed) == 1 else "posture"


def _hidden(atlas: Atlas, before: Work, after: Work) -> str:
    """What was hidden or brought back: one muscle by its name."""
    changed = before.hidden ^ after.hidden
    verb = "hide" if len(after.hidden) > len(before.hidden) else "show"
    one = next(iter(changed))
    return f"{verb} {name_of(atlas, 'muscle', one)}" if len({ref.id for ref in changed}) == 1 else f"{verb} {len(changed)} muscles"


def _name(atlas: Atlas, kind: SubjectKind, before: tuple[Ref, ...], after: tuple[Ref, ...]) -> str:
    """The newest of what was chosen, or else of what was taken back."""
    changed = [ref for ref in reversed(after) if ref not in before] or [ref for ref in before if ref not in after]
    return in_words(changed[0], small(name_of(atlas, kind, changed[0]))) if changed else "order"


def _parts(change: Change) -> int:
    """How many kinds of things changed."""
    one, other = change.before, change.after
    return sum((one.patterns != other.patterns, one.pain != other.pain, one.painted != other.painted, one.cause != other.cause,
                one.answers != other.answers, one.hidden != other.hidden, one.note != other.note))
