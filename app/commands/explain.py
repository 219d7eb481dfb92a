"""``plumbline explain``: what the panel would say, as text or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from app.card.depth import depth_words
from app.card.page import page
from app.card.text import to_text
from app.commands.command import Command
from app.commands.options import add_state_options, state_from
from app.commands.whole import told_atlas
from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.problem import UserError
from app.reason.causes import raised_flags, ranked_causes
from app.reason.muscles import muscle_rows
from app.reason.rows import MuscleRow, PainReason, PatternReason
from app.state.state import Answer, State, Subject


def answer(atlas: Atlas, state: State) -> dict[str, object]:
    """The answer to a question in the form that other programs rely on."""
    return {
        "state": {
            "patterns": [str(ref) for ref in state.patterns],
            "pain": [str(ref) for ref in state.pain],
            "muscle": str(state.muscle) if state.muscle else None,
            "findings": [_answer_text(one) for one in state.answers],
        },
        "muscles": [_muscle(row) for row in muscle_rows(atlas, state)],
        "causes": [asdict(cause) for cause in ranked_causes(atlas, state)],
        "next_test": None,
        "red_flags": [
            {"id": flag.id, "because": list(flag.because), "advice": flag.advice} for flag in raised_flags(atlas, state)
        ],
        "card": _card(atlas, atlas.muscles[state.muscle.id]) if state.muscle else None,
    }


def _card(atlas: Atlas, muscle: Muscle) -> dict[str, object]:
    """All that the content knows of a muscle, and the sentence on its depth."""
    return {**asdict(muscle), "depth": "".join(span.text for span in depth_words(atlas, muscle)) or None}


def _answer_text(one: Answer) -> str:
    return f"{one.id}={one.result}" + (f":{one.side}" if one.side else "")


def _muscle(row: MuscleRow) -> dict[str, object]:
    return {
        "id": row.muscle,
        "side": row.side,
        "state": row.state,
        "role": row.role,
        "because": [_because(reason) for reason in row.because],
    }


def _because(reason: PatternReason | PainReason) -> dict[str, object]:
    if isinstance(reason, PatternReason):
        return {"pattern": reason.pattern, "length": reason.length, "tone": reason.tone, "source": reason.source,
                "text": reason.text}
    return {"area": reason.area.partition(":")[0], "referral": reason.referral, "role": reason.role, "source": reason.sources[0],
            "sources": list(reason.sources)}


def _pages(state: State) -> list[State]:
    """The state once for each thing that was asked about, so that the text tells of all of them."""
    subjects = [Subject("pattern", ref) for ref in state.patterns]
    subjects += [Subject("area", ref) for ref in state.pain]
    if state.muscle:
        subjects.append(Subject("muscle", state.muscle))
    return [State(state.patterns, state.pain, state.muscle, state.answers, subject) for subject in subjects]


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _run(args: Namespace) -> int:
    atlas = told_atlas()
    state = state_from(args, atlas)
    if args.json:
        print(json.dumps(answer(atlas, state), indent=1))
        return 0
    if not (state.patterns or state.pain or state.muscle or state.answers):
        raise UserError("nothing to explain; add --pattern, --pain, --muscle or --finding")
    texts = [to_text(page(atlas, one)) for one in _pages(state)]
    texts += [f"{flag.name}: {flag.advice}" for flag in raised_flags(atlas, state)]
    print("\n\n".join(texts))
    return 0


COMMAND = Command("explain", "say what the panel would say about patterns, pain or a muscle", _add_arguments, _run)
