"""What undo takes back: the part of a state that was chosen, painted, felt, found, hidden or noted."""

from __future__ import annotations

from dataclasses import replace

from app.model.frozen import frozen
from app.model.posture import JointValues
from app.model.reference import Ref
from app.state.choose import explain_what_remains, without
from app.state.state import Answer, Felt, State, Stroke, Subject


@frozen
class Work:
    """The part of a state that undo and redo bring back; where one is and how one looks are not in it."""

    patterns: tuple[Ref, ...]
    pain: tuple[Ref, ...]
    felt: tuple[Felt, ...]
    painted: tuple[Stroke, ...]
    cause: Ref | None
    answers: tuple[Answer, ...]
    hidden: frozenset[Ref]
    alone: bool
    note: str
    joints: JointValues
    extent: int


@frozen
class Change:
    """One step of undo: the work before and after it."""

    before: Work
    after: Work

    @property
    def is_note(self) -> bool:
        """Whether nothing but the note was changed."""
        return with_work(State(), self.before) == replace(with_work(State(), self.after), note=self.before.note)


def work_of(state: State) -> Work:
    """The part of a state that undo brings back."""
    return Work(state.patterns, state.pain, state.felt, state.painted, state.cause, state.answers, state.hidden, state.alone, state.note,
                state.joints, state.extent)


def with_work(state: State, work: Work) -> State:
    """A state with other work in it, and nothing else changed."""
    return replace(state, patterns=work.patterns, pain=work.pain, felt=work.felt, painted=work.painted, cause=work.cause,
                   answers=work.answers, hidden=work.hidden, alone=work.alone, note=work.note, joints=work.joints, extent=work.extent)


def turned_back(state: State, work: Work) -> State:
    """A state with its work as it was: one stays where one is, unless that has gone with what was taken back."""
    gone = _chosen(work_of(state)) - _chosen(work)
    after = with_work(state, work)
    after = replace(after, also=tuple(ref for ref in after.also if not _is_hidden(after, ref)))
    if after.muscle and _is_hidden(after, after.muscle):
        after = replace(after, muscle=None, also=())
        gone |= {Subject("muscle", state.muscle)} if state.muscle else set()
    if after.subject is None:
        return explain_what_remains(after) if _chosen(work) - _chosen(work_of(state)) else after
    return explain_what_remains(after) if after.subject in gone else after


def _is_hidden(state: State, muscle: Ref) -> bool:
    return without(state.hidden, muscle) != state.hidden


def _chosen(work: Work) -> set[Subject]:
    """What of the work can be explained."""
    cause = {Subject("cause", work.cause)} if work.cause else set()
    return {*(Subject("pattern", ref) for ref in work.patterns), *(Subject("area", ref) for ref in work.pain), *cause}
