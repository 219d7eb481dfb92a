"""What types cannot say about one pattern, cause, test, question or term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from app.content.tree import Loc
from app.model import basic, practice
from app.model.posture import JOINTS, JointName, joint_of
from app.model.problem import Severity

Finding = tuple[Loc, Severity, str]
"""Where in the entry, how bad, and what."""

Data = Mapping[str, object]
Rule = Callable[[Data], Iterator[Finding]]

MOST_DEGREES = {"shoulder_flexion": 180, "knee_flexion": 160, "hip_flexion": 140}
"""How far, in degrees, these joints go in any body; all others go no further than `DEGREES`."""
DEGREES = 90
MILLIMETRES = 150
IN_MM = ("pelvis_forward", "head_forward", "shoulder_protraction", "scapular_elevation")
"""The movements that are measured in mm, without their sides."""

WORD = re.compile(r"\w")


def fractions(*names: str) -> Rule:
    """A rule that the fields so named lie in 0..1."""

    def rule(data: Data) -> Iterator[Finding]:
        for name in names:
            value = data.get(name)
            if isinstance(value, (int, float)) and not 0 <= value <= 1:
                yield (name,), "error", f"{value} is not a fraction; write a number from 0 to 1"

    return rule


def filled(*names: str) -> Rule:
    """A rule that the lists so named are not empty."""

    def rule(data: Data) -> Iterator[Finding]:
        for name in names:
            if data.get(name) == []:
                yield (name,), "error", "this list is empty; write at least one"

    return rule


def _accuracy(data: Data) -> Iterator[Finding]:
    yield from fractions("sensitivity", "specificity")(data)
    people = data.get("n")
    if isinstance(people, int) and people < 1:
        yield ("n",), "error", f"{people} is no number of people; write one from 1 on, or delete it"


def _claim(data: Data) -> Iterator[Finding]:
    if data.get("tone") is None and data.get("length") is None:
        yield (), "error", "the claim says nothing; give 'tone' (tight, weak) or 'length' (short, long)"


def farthest(name: JointName) -> tuple[int, str]:
    """How far a joint goes in any body, and the unit. How far it goes in the drawings is told by its card."""
    movement = joint_of(name)
    return (MILLIMETRES, "mm") if movement in IN_MM else (MOST_DEGREES.get(movement, DEGREES), "degrees")


def _joint(data: Data) -> Iterator[Finding]:
    name, value = data.get("joint"), data.get("value")
    if name not in JOINTS or not isinstance(value, (int, float)):
        return
    most, unit = farthest(name)
    if abs(value) > most:
        yield ("value",), "error", f"{value:g} {unit} is more than this joint moves; write a number from -{most} to {most}"


def _pattern(data: Data) -> Iterator[Finding]:
    yield from _repeated(data, "joints", "joint")
    if data.get("side") is None:
        yield from _sideless(data, "claims", ("same", "opposite"), "the pattern has no side to relate to; say at its 'side' what a side means")


def _step(data: Data) -> Iterator[Finding]:
    yield from _repeated(data, "joints", "joint")


def _red_flag(data: Data) -> Iterator[Finding]:
    for name in ("advice", "urgency"):
        if data.get(name) is None:
            yield (), "error", f"a red flag tells what to do; give '{name}'"


def _no_red_flag(data: Data) -> Iterator[Finding]:
    for name in ("urgency", "asked_at"):
        if data.get(name):
            yield (name,), "error", "only a red flag has this; delete it"
    if data.get("where") is None:
        yield (), "warning", "no pain brings it up; tell with 'where' in which areas it is felt"


def _cause(data: Data) -> Iterator[Finding]:
    yield from _red_flag(data) if data.get("kind") == "red flag" else _no_red_flag(data)
    yield from _repeated(data, "clues", "finding")
    if data.get("side", "midline") == "midline":
        for name in ("parts", "mechanism"):
            yield from _sideless(data, name, ("opposite",), "the cause has no side to relate to; give it 'side: paired'")


def _where(data: Data) -> Iterator[Finding]:
    usual, sometimes = data.get("usual"), data.get("sometimes", [])
    if not isinstance(usual, list) or not isinstance(sometimes, list):
        return
    if not usual and not sometimes:
        yield (), "warning", "it is felt nowhere; name an area"
    for number, area in enumerate(sometimes):
        if area in usual:
            yield ("sometimes", number), "warning", f"'{area}' is usual already; keep it in one of the two"


def _term(data: Data) -> Iterator[Finding]:
    forms = data.get("forms")
    named = [(("name",), data.get("name")), *((("forms", number), form) for number, form in enumerate(forms if isinstance(forms, list) else ()))]
    for loc, form in named:
        if not isinstance(form, str) or not form.strip():
            continue
        if not WORD.match(form):
            yield loc, "warning", f"no text is searched for '{form[:20]}'; begin it with a letter or a digit"
        elif len(form.strip()) == 1:
            yield loc, "warning", f"'{form}' would make a link of each single letter; write a longer form"


def _repeated(data: Data, name: str, key: str) -> Iterator[Finding]:
    """Values of a list that give the same `key` twice, so that one of them is lost."""
    seen: set[object] = set()
    values = data.get(name)
    for number, value in enumerate(values if isinstance(values, list) else ()):
        given = value.get(key) if isinstance(value, dict) else None
        if isinstance(given, str) and given in seen:
            yield (name, number, key), "error", f"'{given[:60]}' is given twice; keep one"
        elif isinstance(given, str):
            seen.add(given)


def _sideless(data: Data, name: str, sides: tuple[str, ...], message: str) -> Iterator[Finding]:
    """Values of a list that name a side in relation to one that there is not."""
    values = data.get(name)
    for number, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, dict) and value.get("side") in sides:
            yield (name, number, "side"), "error", message


PRACTICE_RULES: Mapping[type, Rule] = {
    practice.Accuracy: _accuracy,
    practice.Claim: _claim,
    practice.Joint: _joint,
    practice.Pattern: _pattern,
    practice.MechanismStep: _step,
    practice.Cause: _cause,
    practice.Where: _where,
    practice.Test: filled("by", "steps"),
    practice.Remedy: filled("how"),
    basic.Question: filled("answer"),
    basic.Term: _term,
}
