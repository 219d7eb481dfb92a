"""A state as plain names with values, and back; what comes from outside is checked against the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Literal, cast, get_args

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.posture import JOINTS, ORDER, JointName, JointValues, ordered
from app.model.practice import Quality
from app.model.reference import Ref, Side, body_sides
from app.state.brush import stroke_record, strokes_of
from app.state.checked import (
    RecordError,
    flag,
    listed,
    mapping,
    number,
    one_of,
    reference,
    shown,
    text,
    whole,
)
from app.state.choose import without
from app.state.known import exists, fitting, spoken_of
from app.state.posture import FARTHEST
from app.state.state import (
    DEPTHS,
    Answer,
    Felt,
    LabelChoice,
    NameChoice,
    State,
    Subject,
    SubjectKind,
    Voice,
)

LONGEST_NOTE = 100_000
"""Letters."""
MOST_STEPS, MOST_NAMES = 50, 10_000
MOST = 180
"""No joint goes farther, degrees or mm."""
RESULTS: tuple[Literal["positive", "negative"], ...] = ("positive", "negative")
PLAIN = State()


@frozen
class Restored:
    """A state that was read, and one sentence for each thing that this content does not have."""

    state: State
    missing: tuple[str, ...] = ()


def record_of(state: State) -> dict[str, object]:
    """All of a state as texts, numbers, lists and names with values."""
    return {
        "patterns": _texts(state.patterns),
        "pain": _texts(state.pain),
        "felt": [{"area": str(one.area), "intensity": one.intensity, "quality": one.quality, "share": one.share}
                 for one in state.felt],
        "painted": [stroke_record(stroke) for stroke in state.painted],
        "muscle": _text(state.muscle),
        "also": _texts(state.also),
        "cause": _text(state.cause),
        "answers": [{"id": one.id, "result": one.result, "side": one.side} for one in state.answers],
        "subject": _subject_record(state.subject),
        "step": state.step,
        "views": list(state.views),
        "depth": state.depth,
        "fade": state.fade,
        "hidden": _texts(sorted(state.hidden, key=str)),
        "alone": state.alone,
        "labels": state.labels,
        "names": state.names,
        "plumb": state.plumb,
        "voice": state.voice,
        "revealed": state.revealed,
        "note": state.note,
        "joints": dict(state.joints),
        "extent": state.extent,
    }


def state_of(record: Mapping[str, object], atlas: Atlas) -> Restored:
    """The state that a record tells of; what is not told is as at the start.

    Raises RecordError naming the first part that is damaged.
    """
    reader = _Reader(record, atlas)
    unknown = sorted(set(record) - {one.name for one in fields(State)})
    reader.missing += [f"{shown(name)} is not known here and was left out." for name in unknown]
    return Restored(_consistent(atlas, reader.state()), tuple(dict.fromkeys(reader.missing)))


class _Reader:
    """Reads one record; gathers what the content does not have."""

    def __init__(self, record: Mapping[str, object], atlas: Atlas) -> None:
        self._record = record
        self._atlas = atlas
        self.missing: list[str] = []

    def state(self) -> State:
        """The state as it is told, each part for itself."""
        return State(
            patterns=_each_once(self._refs("patterns", "pattern")), pain=tuple(dict.fromkeys(self._refs("pain", "area"))),
            felt=self._felt(), painted=strokes_of(self._of("painted", []), "painted"), muscle=self._ref("muscle", "muscle"),
            also=tuple(dict.fromkeys(self._refs("also", "muscle"))), cause=self._ref("cause", "cause"), answers=self._answers(),
            subject=self._subject(), step=self._maybe("step", 1, MOST_STEPS), views=self._views(),
            depth=one_of(self._of("depth", PLAIN.depth), "depth", DEPTHS), fade=number(self._of("fade", 0.0), "fade", 0, 1),
            hidden=self._hidden(), alone=flag(self._of("alone", False), "alone"),
            labels=one_of(self._of("labels", PLAIN.labels), "labels", get_args(LabelChoice)),
            names=one_of(self._of("names", PLAIN.names), "names", get_args(NameChoice)),
            plumb=flag(self._of("plumb", PLAIN.plumb), "plumb"), voice=one_of(self._of("voice", PLAIN.voice), "voice", get_args(Voice)),
            revealed=self._maybe("revealed", 0, MOST_NAMES), note=text(self._of("note", ""), "note", LONGEST_NOTE),
            joints=self._joints(), extent=whole(self._of("extent", PLAIN.extent), "extent", 0, FARTHEST),
        )

    def _of(self, name: str, usual: object) -> object:
        return self._record.get(name, usual)

    def _maybe(self, name: str, low: int, high: int) -> int | None:
        value = self._of(name, None)
        return None if value is None else whole(value, name, low, high)

    def _known(self, kind: SubjectKind, ref: Ref) -> bool:
        if exists(self._atlas, kind, ref.id):
            return True
        self.missing.append(f"No {kind} has the id '{ref.id}' here; it was left out.")
        return False

    def _refs(self, name: str, kind: SubjectKind) -> tuple[Ref, ...]:
        found = [reference(one, name) for one in listed(self._of(name, []), name)]
        return tuple(fitting(self._atlas, kind, ref) for ref in found if self._known(kind, ref))

    def _ref(self, name: str, kind: SubjectKind) -> Ref | None:
        value = self._of(name, None)
        ref = None if value is None else reference(value, name)
        return fitting(self._atlas, kind, ref) if ref and self._known(kind, ref) else None

    def _hidden(self) -> frozenset[Ref]:
        """The hidden muscles, each with its side."""
        refs = self._refs("hidden", "muscle")
        paired = {ref.id: self._atlas.muscles[ref.id].side == "paired" for ref in refs}
        return frozenset(Ref(ref.id, side if paired[ref.id] else None) for ref in refs for side in body_sides(paired[ref.id], ref.side))

    def _views(self) -> tuple[ViewName, ...]:
        found = [one_of(one, "views", get_args(ViewName)) for one in listed(self._of("views", list(PLAIN.views)), "views")]
        return tuple(dict.fromkeys(found)) or PLAIN.views

    def _felt(self) -> tuple[Felt, ...]:
        felt = []
        for one in listed(self._of("felt", []), "felt"):
            told = mapping(one, "felt")
            area = reference(told.get("area"), "felt: area")
            intensity, quality = told.get("intensity"), told.get("quality")
            size = None if intensity is None else number(intensity, "felt: intensity", 0, 10)
            how = None if quality is None else one_of(quality, "felt: quality", get_args(Quality))
            share = number(told.get("share", 1.0), "felt: share", 0, 1)
            if self._known("area", area):
                felt.append(Felt(fitting(self._atlas, "area", area), size, how, share))
        return tuple(felt)

    def _answers(self) -> tuple[Answer, ...]:
        answers: dict[tuple[str, Side | None], Answer] = {}
        for one in listed(self._of("answers", []), "answers"):
            told = mapping(one, "answers")
            key = reference(told.get("id"), "answers: id").id
            result = one_of(told.get("result"), "answers: result", RESULTS)
            side = told.get("side")
            where = None if side is None else one_of(side, "answers: side", get_args(Side))
            if key in self._atlas.tests or key in self._atlas.findings:
                answers[key, where] = Answer(key, result, where)
            else:
                self.missing.append(f"No test or finding has the id '{key}' here; it was left out.")
        return tuple(answers.values())

    def _joints(self) -> JointValues:
        told = mapping(self._of("joints", {}), "joints")
        return ordered({_joint(name): number(value, f"joints: {name}", -MOST, MOST)
                        for name, value in told.items()})

    def _subject(self) -> Subject | None:
        value = self._of("subject", None)
        if value is None:
            return None
        told = mapping(value, "subject")
        kind = one_of(told.get("kind"), "subject: kind", get_args(SubjectKind))
        ref = reference(told.get("ref"), "subject: ref")
        beside = told.get("other")
        other = None if beside is None else reference(beside, "subject: other")
        if not self._known(kind, ref):
            return None
        compared = other and kind in ("muscle", "pattern") and self._known(kind, other)
        return Subject(kind, spoken_of(self._atlas, kind, ref), spoken_of(self._atlas, kind, other) if other and compared else None)


def _joint(name: str) -> JointName:
    if name not in ORDER:
        raise RecordError(f"'joints' holds {shown(name)}, which is no joint; there are such as {JOINTS[0]}")
    return cast("JointName", name)


def _consistent(atlas: Atlas, state: State) -> State:
    """The state with its parts in accord, as every gesture leaves them."""
    felt = {one.area: one for one in state.felt if one != Felt(one.area)}
    cause = state.cause if state.cause and atlas.causes[state.cause.id].kind != "red flag" else None
    return replace(
        state, felt=tuple(felt[area] for area in state.pain if area in felt), cause=cause, also=tuple(ref for ref in state.also if state.muscle and ref != state.muscle),
        fade=0.0 if state.depth == DEPTHS[0] else state.fade, hidden=_hidden(state), step=_step(atlas, state),
    )


def _hidden(state: State) -> frozenset[Ref]:
    hidden = state.hidden
    for ref in (state.muscle, *state.also):
        hidden = without(hidden, ref) if ref else hidden
    return hidden


def _step(atlas: Atlas, state: State) -> int | None:
    """The step that is played, if there is one of that number."""
    subject = state.subject
    if state.step is None or subject is None or subject.kind not in ("pattern", "cause"):
        return None
    if subject.kind == "cause" and state.step > len(atlas.causes[subject.ref.id].mechanism):
        return None
    return state.step


def _each_once(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Of one pattern only one side can be chosen: the last that is told."""
    return tuple({ref.id: ref for ref in refs}.values())


def _text(ref: Ref | None) -> str | None:
    return str(ref) if ref else None


def _texts(refs: Iterable[Ref]) -> list[str]:
    return [str(ref) for ref in refs]


def _subject_record(subject: Subject | None) -> dict[str, object] | None:
    if subject is None:
        return None
    return {"kind": subject.kind, "ref": str(subject.ref), **({"other": str(subject.other)} if subject.other else {})}
