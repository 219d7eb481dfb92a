"""``plumbline explain``: what the panel would say, as text or as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace

from app.card.area import points_page
from app.card.blocks import Page
from app.card.depth import depth_words
from app.card.page import page
from app.card.text import to_text
from app.commands.command import Command
from app.commands.options import add_state_options, state_from
from app.commands.whole import told_atlas
from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.model.problem import UserError
from app.model.reference import Ref
from app.reason.deciding import deciding_test
from app.reason.flags import flags_to_ask, raised_flags
from app.reason.muscles import muscle_rows, structure_rows
from app.reason.next_test import next_test
from app.reason.posture import posture_of
from app.reason.ranking import ranked_causes
from app.reason.rows import MuscleRow, PainReason, PartReason, Reason, StructureRow
from app.state.state import Answer, State, Subject, SubjectKind

FLAGGED = {"now": "Emergency", "soon": "See a doctor first"}


def answer(atlas: Atlas, state: State) -> dict[str, object]:
    """The answer to a question in the form that other programs rely on."""
    following = next_test(atlas, state)
    return {
        "state": _state(state),
        "muscles": [_muscle(atlas, row) for row in muscle_rows(atlas, state)],
        "structures": [_structure(row) for row in structure_rows(atlas, state)],
        "causes": [asdict(cause) for cause in ranked_causes(atlas, state)],
        "next_test": asdict(following) if following else None,
        "red_flags": [asdict(flag) for flag in raised_flags(atlas, state)],
        "ask": list(flags_to_ask(atlas, state)),
        "card": _card(atlas, atlas.muscles[state.muscle.id]) if state.muscle else None,
    }


def _state(state: State) -> dict[str, object]:
    return {
        "patterns": [str(ref) for ref in state.patterns],
        "pain": [str(ref) for ref in state.pain],
        "felt": [{"area": str(felt.area), "intensity": felt.intensity, "quality": felt.quality, "share": felt.share}
                 for felt in state.felt],
        "muscle": str(state.muscle) if state.muscle else None,
        "cause": str(state.cause) if state.cause else None,
        "step": state.step,
        "findings": [_answer_text(one) for one in state.answers],
        "joints": dict(state.joints),
        "extent": state.extent,
    }


def _card(atlas: Atlas, muscle: Muscle) -> dict[str, object]:
    """All that the content knows of a muscle, and the sentence on its depth."""
    return {**asdict(muscle), "depth": "".join(span.text for span in depth_words(atlas, muscle)) or None}


def _answer_text(one: Answer) -> str:
    return f"{one.id}={one.result}" + (f":{one.side}" if one.side else "")


def _muscle(atlas: Atlas, row: MuscleRow) -> dict[str, object]:
    told: dict[str, object] = {
        "id": row.muscle,
        "side": row.side,
        "state": row.state,
        "role": row.role,
        "agreeing": row.agreeing,
        "because": [_because(reason) for reason in row.because],
    }
    return told | {"decided_by": deciding_test(atlas, row)} if row.state == "conflict" else told


def _structure(row: StructureRow) -> dict[str, object]:
    return {"id": row.structure, "side": row.side, "because": [_because(reason) for reason in row.because]}


def _because(reason: Reason) -> dict[str, object]:
    if isinstance(reason, PainReason):
        return {"area": reason.area.partition(":")[0], "referral": reason.referral, "role": reason.role,
                "source": reason.sources[0], "sources": list(reason.sources)}
    if isinstance(reason, PartReason):
        return {"cause": reason.cause, "length": reason.length, "tone": reason.tone, "source": reason.sources[0],
                "sources": list(reason.sources), "text": reason.text}
    return {"pattern": reason.pattern, "length": reason.length, "tone": reason.tone, "source": reason.source,
            "text": reason.text}


def _pages(atlas: Atlas, state: State) -> list[Page]:
    """A page for each thing that was asked about; the ranking holds for all areas of pain and stands with the first."""
    subjects = [Subject("pattern", ref) for ref in state.patterns]
    subjects += [Subject("area", ref) for ref in state.pain[:1]]
    lengths = _lengths(atlas, state)
    told = [page(atlas, replace(state, subject=subject), lengths) for subject in subjects]
    told += [points_page(atlas, ref) for ref in state.pain[1:]]
    others: tuple[tuple[SubjectKind, Ref | None], ...] = (("muscle", state.muscle), ("cause", state.cause))
    return told + [page(atlas, replace(state, subject=Subject(kind, ref)), lengths) for kind, ref in others if ref]


def _lengths(atlas: Atlas, state: State) -> Lengths | None:
    """The lengths of the muscles in the state's posture; none where it is that of the measured body."""
    posture = posture_of(atlas, state)
    if not posture.values:
        return None
    # Imported here: most questions are answered without numpy.
    from app.pose.account import lengths_of

    return lengths_of(posture)


def _add_arguments(parser: ArgumentParser) -> None:
    add_state_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _run(args: Namespace) -> int:
    atlas = told_atlas()
    state = state_from(args, atlas)
    if args.json:
        print(json.dumps(answer(atlas, state), indent=1))
        return 0
    if not any((state.patterns, state.pain, state.muscle, state.cause, state.answers)):
        raise UserError("nothing to explain; add --pattern, --pain, --muscle, --cause or --finding (of joints alone, plumbline length tells)")
    # Red flags stand above all else, as they do in the window.
    texts = [f"{FLAGGED[flag.urgency]}: {flag.name}. {flag.advice}" for flag in raised_flags(atlas, state)]
    texts += [to_text(one) for one in _pages(atlas, state)] or _ranking(atlas, state)
    print("\n\n".join(texts) or "What was answered speaks for no cause and raises no red flag.")
    return 0


def _ranking(atlas: Atlas, state: State) -> list[str]:
    """What answers alone speak for, where no page tells of it."""
    return [f"{cause.rank}. {cause.name}: {cause.words}\n" + "\n".join(f"   {one.weight:+.2f} {one.text}" for one in cause.because)
            for cause in ranked_causes(atlas, state)]


COMMAND = Command("explain", "say what the panel would say about patterns, pain or a muscle", _add_arguments, _run)
