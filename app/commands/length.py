"""``plumbline length``: how long each muscle is in a posture, and by how much that differs from the measured body."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping

from app.card.joint_words import joint_words
from app.commands.command import Command
from app.commands.options import add_posture_options, postured
from app.commands.whole import told_atlas
from app.model.knowledge import Atlas
from app.model.length import Change, Key, Lengths
from app.model.posture import ordered
from app.reason.posture import posture_of
from app.state.state import State

Row = tuple[Key, Change]
SIDES = ("right", "left", "midline")


def rows_of(atlas: Atlas, lengths: Lengths) -> tuple[Row, ...]:
    """Each muscle and side with its change, in the order of the content, right before left."""
    place = {muscle: number for number, muscle in enumerate(atlas.muscles)}
    known = ((key, change) for key, change in lengths.changes.items() if key[0] in place)
    return tuple(sorted(known, key=lambda row: (place[row[0][0]], SIDES.index(row[0][1]))))


def joints_of(state: State, lengths: Lengths) -> Mapping[str, float]:
    """The joints of a posture, those that were set to stand as measured too; degrees or mm."""
    return {name: round(value, 6) + 0.0 for name, value in ordered({**dict(state.joints), **dict(lengths.posture.values)})}


def as_json(joints: Mapping[str, float], rows: Iterable[Row]) -> str:
    """The joints as they are set, and one object for each muscle and side; mm and per cent."""
    muscles = [{"id": muscle, "side": side, "neutral_mm": round(change.neutral_mm, 3), "length_mm": round(change.length_mm, 3),
                "change_percent": round(change.change_percent, 4) + 0.0} for (muscle, side), change in rows]
    return json.dumps({"joints": dict(joints), "muscles": muscles}, indent=1)


def as_table(atlas: Atlas, lengths: Lengths, rows: Iterable[Row]) -> str:
    """What is set, and a line for each muscle and side: what shortens most first, what lengthens most last."""
    told = ", ".join(joint_words(atlas, name, value) for name, value in lengths.posture.values) or "the measured body"
    head = f"{'muscle':<38} {'side':<8} {'neutral mm':>10} {'now mm':>8} {'change mm':>10} {'change %':>9}"
    lines = [f"{muscle:<38} {side:<8} {change.neutral_mm:>10.1f} {change.length_mm:>8.1f} {change.change_mm + 0.0:>+10.1f} {change.change_percent + 0.0:>+9.1f}"
             for (muscle, side), change in sorted(rows, key=_change)]
    return "\n".join((f"Posture: {told}", head, *lines))


def _change(row: Row) -> float:
    return round(row[1].change_percent, 4)


def _add_arguments(parser: ArgumentParser) -> None:
    add_posture_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def _run(args: Namespace) -> int:
    atlas = told_atlas()
    state = postured(State(), args, atlas, drawn=False)
    # Imported here: the other commands need no numpy.
    from app.pose.account import lengths_of

    lengths = lengths_of(posture_of(atlas, state, drawn=False))
    rows = rows_of(atlas, lengths)
    print(as_json(joints_of(state, lengths), rows) if args.json else as_table(atlas, lengths, rows))
    return 0


COMMAND = Command("length", "say how long each muscle is in a posture, and by how much that changed", _add_arguments, _run)
