"""What plots show as comma-separated values: units in the head row, a point before decimals. No Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from app.model.look import STATES
from app.ui.plots.bars import SIGNS, Changes, Row, States
from app.ui.plots.drawing import Sheet, drawn, joined, label

BARS_HEAD = ("Muscle", "Side", "Claimed state", "Neutral length (mm)", "Length (mm)", "Length change (mm)", "Length change (%)")


def bars_table(rows: Iterable[Row], changes: Changes, states: States) -> str:
    """The bars, one line for each side, in the order in which they stand."""
    lines = []
    for row in rows:
        for side in row.sides:
            change, state = changes[row.muscle, side], STATES[states.get((row.muscle, side), "neutral")].label
            lines.append((row.name, side, state, *(f"{value:.2f}" for value in (
                change.neutral_mm, change.length_mm, change.change_mm, change.change_percent))))
    return _text(BARS_HEAD, lines)


def curves_table(sheet: Sheet, axis: str) -> str:
    """The curves, one column for each, then those from before; one line for each value of the joint on the `axis`."""
    columns = []
    for lines, when in ((sheet.lines, ""), (sheet.ghosts, ", before")):
        for (look, line), curve in zip(joined(sheet, lines), drawn(sheet, lines), strict=True):
            title = f"{label(sheet.names[line.muscle], look)}{when}: length change ({SIGNS[sheet.unit]})"
            columns.append((title, dict(zip(curve.at, curve.changes, strict=True))))
    values = sorted({value for _, points in columns for value in points})
    rows = [(f"{value:.2f}", *(f"{points[value]:.3f}" if value in points else "" for _, points in columns)) for value in values]
    return _text((axis, *(title for title, _ in columns)), rows)


def _text(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
