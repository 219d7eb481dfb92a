"""A link: one line of text that reproduces a state. It holds what differs from the start, and never the note, which is private.

``plumbline:?pattern=high_hip:right&pain=low_back:right=6,ache&view=front&layer=deep``. The names are those of the command line;
a stroke of the brush is ``paint=VIEW,RADIUS,QUALITY,INTENSITY[,erase]:X,Y,DX,DY,...`` in tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote, unquote

from app.model.knowledge import Atlas
from app.state.checked import RecordError, shown
from app.state.record import PLAIN, Restored, state_of
from app.state.state import Answer, Felt, State, Stroke, Subject

START = "plumbline:"
LONGEST = 50_000
"""Longer links are neither made nor read, letters."""
SAFE = ":/,=-"
"""What stands in a value as it is, beside letters and digits."""
TENTHS = 10
"""Of a millimetre."""

Record = dict[str, object]


class LinkError(ValueError):
    """A text is no link, or a state too long for one; the message is one sentence for a user."""


def is_link(text: str) -> bool:
    """Whether a text wants to be a link."""
    return text.strip()[:len(START)].lower() == START


def link_of(state: State) -> str:
    """The link to a state.

    Raises LinkError where too much is painted for one.
    """
    link = f"{START}?{'&'.join(f'{name}={quote(value, safe=SAFE)}' for name, value in _parts(state))}"
    if len(link) > LONGEST:
        raise LinkError("Too much is painted for a link. Save a session file instead.")
    return link


def from_link(link: str, atlas: Atlas) -> Restored:
    """The state that a link tells of.

    Raises LinkError naming the part that is wrong.
    """
    link = link.strip()
    if not is_link(link):
        raise LinkError(f"{shown(link)} is no link of Plumbline; one begins with {START}?")
    if len(link) > LONGEST:
        raise LinkError(f"The link is longer than {LONGEST} letters; it cannot be one of Plumbline.")
    try:
        found = state_of(_record(link[len(START):].lstrip("?/")), atlas)
    except RecordError as error:
        raise LinkError(f"The link is wrong: {error}.") from error
    if found.missing and found.state == PLAIN:
        raise LinkError(" ".join(("The link leads nowhere.", *found.missing[:3])))
    return found


# From a state to the parts of its link.

def _parts(state: State) -> Iterator[tuple[str, str]]:
    yield from _chosen(state)
    yield from (("finding", _answer(one)) for one in state.answers)
    if state.subject:
        yield from _subject_parts(state.subject)
    yield from _looks(state)
    yield from (("joint", f"{name}={value:.6g}") for name, value in state.joints)
    if state.extent != PLAIN.extent:
        yield "extent", str(state.extent)
    yield from (("hide", str(ref)) for ref in sorted(state.hidden, key=str))
    yield from (("paint", _stroke(one)) for one in state.painted)


def _chosen(state: State) -> Iterator[tuple[str, str]]:
    """Patterns, areas, muscles and a cause."""
    felt = {one.area: one for one in state.felt}
    yield from (("pattern", str(ref)) for ref in state.patterns)
    yield from (("pain", f"{ref}{_felt(felt[ref]) if ref in felt else ''}") for ref in state.pain)
    yield from (("muscle", str(ref)) for ref in (state.muscle,) if ref)
    yield from (("also", str(ref)) for ref in state.also)
    yield from (("cause", str(ref)) for ref in (state.cause,) if ref)


def _subject_parts(subject: Subject) -> Iterator[tuple[str, str]]:
    yield "show", f"{subject.kind}/{subject.ref}"
    if subject.other:
        yield "with", str(subject.other)


def _looks(state: State) -> Iterator[tuple[str, str]]:
    if state.step is not None:
        yield "step", str(state.step)
    if state.views != PLAIN.views:
        yield from (("view", view) for view in state.views)
    for name, value, usual in (("layer", state.depth, PLAIN.depth), ("labels", state.labels, PLAIN.labels),
                               ("names", state.names, PLAIN.names), ("voice", state.voice, PLAIN.voice)):
        if value != usual:
            yield name, value
    if state.fade:
        yield "fade", f"{state.fade:.4g}"
    yield from (("alone", "yes") for _ in range(state.alone))
    yield from (("plumb", "no") for _ in range(not state.plumb))
    if state.revealed is not None:
        yield "told", str(state.revealed)


def _felt(one: Felt) -> str:
    """How it hurts: ``=INTENSITY,QUALITY,SHARE``, each left out from the end where it is not told."""
    size = "" if one.intensity is None else f"={one.intensity:.4g}"
    share = "" if one.share == 1.0 else f",{one.share:.4g}"
    return f"{size}{f',{one.quality or str()}' if one.quality or share else ''}{share}"


def _answer(one: Answer) -> str:
    return f"{one.id}={one.result}{f':{one.side}' if one.side else ''}"


def _stroke(stroke: Stroke) -> str:
    """The stroke with each point told from the one before."""
    size = "" if stroke.intensity is None else f"{stroke.intensity:.4g}"
    head = [stroke.view, f"{round(stroke.radius, 1):g}", stroke.quality or "", size, *(["erase"] if stroke.erases else [])]
    steps: list[str] = []
    before = (0, 0)
    for x, y in stroke.points:
        now = (round(x * TENTHS), round(y * TENTHS))
        steps += (str(now[0] - before[0]), str(now[1] - before[1]))
        before = now
    return f"{','.join(head)}:{','.join(steps)}"


# From the parts of a link to a record.

def _record(query: str) -> Record:
    """What a link tells, as `app.state.record` reads it."""
    record: Record = {}
    for part in filter(None, query.split("&")):
        name, equals, value = part.partition("=")
        reader = PARTS.get(name)
        if reader is None or not equals:
            raise RecordError(f"{shown(unquote(part))} is no part of a link; parts are {', '.join(PARTS)}")
        reader(record, unquote(value))
    return record


def _gathers(field: str) -> Callable[[Record, str], None]:
    def read(record: Record, value: str) -> None:
        _add(record, field, value)

    return read


def _sets(field: str) -> Callable[[Record, str], None]:
    def read(record: Record, value: str) -> None:
        record[field] = value

    return read


def _counts(field: str) -> Callable[[Record, str], None]:
    def read(record: Record, value: str) -> None:
        record[field] = _size(value, field)

    return read


def _says(field: str) -> Callable[[Record, str], None]:
    def read(record: Record, value: str) -> None:
        if value not in ("yes", "no"):
            raise RecordError(f"'{field}' is yes or no, not {shown(value)}")
        record[field] = value == "yes"

    return read


def _add(record: Record, field: str, value: object) -> None:
    known = record.setdefault(field, [])
    assert isinstance(known, list)
    known.append(value)


def _size(value: str, field: str) -> float:
    try:
        return float(value[:40])
    except ValueError as error:
        raise RecordError(f"'{field}' must be a number, not {shown(value)}") from error


def _read_pain(record: Record, value: str) -> None:
    rest, comma, told = value.partition(",")
    area, equals, size = rest.partition("=")
    quality, _, share = told.partition(",")
    _add(record, "pain", area)
    if comma or equals:
        _add(record, "felt", {"area": area, "intensity": _size(size, "pain") if equals else None, "quality": quality or None,
                              "share": _size(share, "pain") if share else 1.0})


def _read_finding(record: Record, value: str) -> None:
    key, _, said = value.partition("=")
    result, _, side = said.partition(":")
    _add(record, "answers", {"id": key, "result": result, "side": side or None})


def _read_joint(record: Record, value: str) -> None:
    name, _, size = value.partition("=")
    known = record.setdefault("joints", {})
    assert isinstance(known, dict)
    known[name] = _size(size, "joint")


def _read_subject(record: Record, value: str) -> None:
    kind, _, ref = value.partition("/")
    record["subject"] = {"kind": kind, "ref": ref}


def _read_other(record: Record, value: str) -> None:
    subject = record.get("subject")
    if not isinstance(subject, dict):
        raise RecordError("'with' stands behind 'show'")
    subject["other"] = value


def _read_stroke(record: Record, value: str) -> None:
    head, _, tail = value.partition(":")
    view, radius, quality, size, *erases = (*head.split(","), "", "", "")[:max(4, head.count(",") + 1)]
    if erases not in ([], ["erase"]):
        raise RecordError(f"'paint' cannot be read: {shown(head)}")
    _add(record, "painted", {"view": view, "radius": _size(radius, "paint"), "quality": quality or None,
                             "intensity": _size(size, "paint") if size else None, "erases": bool(erases), "points": _points(tail)})


def _points(tail: str) -> str:
    """Points told each from the one before, in tenths of a millimetre, as those of an SVG polyline."""
    try:
        steps = [int(word[:20]) for word in filter(None, tail.split(","))]
    except ValueError as error:
        raise RecordError("'paint' holds a point that is none") from error
    if len(steps) % 2:
        raise RecordError("'paint' holds half a point")
    points, x, y = [], 0, 0
    for right, down in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + down
        points.append(f"{x / TENTHS:g},{y / TENTHS:g}")
    return " ".join(points)


PARTS: dict[str, Callable[[Record, str], None]] = {
    "pattern": _gathers("patterns"), "pain": _read_pain, "muscle": _sets("muscle"), "also": _gathers("also"), "cause": _sets("cause"),
    "finding": _read_finding, "show": _read_subject, "with": _read_other, "step": _counts("step"), "view": _gathers("views"),
    "layer": _sets("depth"), "fade": _counts("fade"), "hide": _gathers("hidden"), "alone": _says("alone"), "labels": _sets("labels"),
    "names": _sets("names"), "plumb": _says("plumb"), "voice": _sets("voice"), "told": _counts("revealed"), "paint": _read_stroke,
    "joint": _read_joint, "extent": _counts("extent"),
}
"""Every part that a link may have, and what reads it into a record."""
