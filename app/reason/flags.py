"""Red flags come before every rank: those that answers raise, and the questions that the pain makes worth asking."""

from __future__ import annotations

from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.state.state import State

Urgency = Literal["now", "soon"]


@frozen
class RaisedFlag:
    """A red flag, the findings that raise it, what to do, and whether that is an emergency."""

    id: str
    name: str
    because: tuple[str, ...]
    advice: str
    urgency: Urgency


def raised_flags(atlas: Atlas, state: State) -> tuple[RaisedFlag, ...]:
    """The red flags of all findings that were answered with yes: emergencies first, then in the order of the content."""
    yes = [one.id for one in state.answers if one.result == "positive" and one.id in atlas.findings]
    flags = []
    for cause in atlas.causes.values():
        if cause.kind != "red flag":
            continue
        because = tuple(finding for finding in yes if cause.id in atlas.findings[finding].red_flags)
        if because:
            advice = cause.advice.text if cause.advice else ""
            flags.append(RaisedFlag(cause.id, cause.name, because, advice, cause.urgency or "soon"))
    return tuple(sorted(flags, key=lambda flag: flag.urgency != "now"))


def flags_to_ask(atlas: Atlas, state: State) -> tuple[str, ...]:
    """The unanswered findings of those red flags that pain in the chosen areas makes thinkable, emergencies first."""
    painful = {ref.id for ref in state.pain}
    answered = {one.id for one in state.answers}
    flags = [cause for cause in atlas.causes.values() if painful & {*cause.asked_at}]
    flags.sort(key=lambda cause: cause.urgency != "now")
    asked = [finding.id for flag in flags for finding in atlas.findings.values()
             if flag.id in finding.red_flags and finding.id not in answered]
    return tuple(dict.fromkeys(asked))
