"""The plumb line's table is what the landmarks give."""

from __future__ import annotations

from app.body.plumb import plumb_points
from app.body.tables import table


def test_the_table_is_up_to_date() -> None:
    kept = [(row["id"], row["name"], float(row["y"]), float(row["z"]), row["basis"], row["source"]) for row in table("plumb_line.csv")]
    assert kept == plumb_points()


def test_the_points_stand_over_each_other_within_a_hands_breadth() -> None:
    points = plumb_points()
    heights, depths = [point[2] for point in points], [point[3] for point in points]
    assert heights == sorted(heights, reverse=True) and max(depths) - min(depths) < 60
