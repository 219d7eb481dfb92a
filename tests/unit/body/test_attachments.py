"""Lines of attachment: every muscle has both ends, on its bone, on the right side."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from app.body.attachments import ADDITIONS, DROPS, Line, attachment_lines_of
from app.body.bones import bone_areas
from app.body.frame import project
from app.body.nearness import FACES, near_views, views_of
from app.body.tables import parts, table
from app.content.cache import content
from app.model.anatomy import AttachmentEnd, ViewName

ON_FASCIA = ("external_oblique", "internal_oblique", "transversus_abdominis", "tensor_fasciae_latae", "upper_trapezius",
             "diaphragm", "intercostals", "latissimus_dorsi", "pelvic_floor")
"""Muscles of which an end is no bone: linea alba, ligaments, fascia, central tendon, the spaces between ribs."""


@cache
def bones_from(view: ViewName) -> BaseGeometry:
    """All bones of the right side and the midline on a sheet, mm."""
    return shapely.union_all([area for name, _, area in bone_areas(view) if not name.endswith("-left")])


def lines(muscle: str, end: AttachmentEnd) -> list[Line]:
    """The lines of one end of a muscle."""
    return [line for line in attachment_lines_of(muscle) if line.end == end]


def off_bone(line: Line, view: ViewName) -> float:
    """How far (mm) the middle of a line lies from any bone in a view."""
    x, y, _ = project(line.points[len(line.points) // 2], view)
    return bones_from(view).distance(shapely.Point(x, y))


def test_every_muscle_has_an_origin_and_an_insertion_on_the_right() -> None:
    for muscle in content().atlas.muscles.values():
        assert {line.end for line in muscle.attachments} == {"origin", "insertion"}, muscle.id
        assert all(point[0] <= 0 for line in muscle.attachments for point in line.points)


@pytest.mark.parametrize("view", ["front", "right"])
def test_attachments_lie_on_bone(view: ViewName) -> None:
    muscles = [muscle for muscle in content().atlas.muscles if muscle not in ON_FASCIA]
    far = {(line.muscle, line.end): off_bone(line, view) for muscle in muscles for line in attachment_lines_of(muscle)}
    assert not {key: distance for key, distance in far.items() if distance > 9}


def test_psoas_comes_from_each_vertebra_by_itself() -> None:
    assert len(lines("psoas_major", "origin")) == 6


def test_the_hiatus_divides_adductor_magnus() -> None:
    lower, _ = sorted(lines("adductor_magnus", "insertion"), key=lambda line: float(line.points[:, 1].mean()))
    assert np.allclose(lower.points, [-47, 489, -26], atol=2)


def test_a_tendon_ends_on_the_toes_and_not_at_the_ankle() -> None:
    ends = lines("extensor_digitorum_longus", "insertion")
    assert len(ends) == 4 and all(line.points[0][2] > 80 for line in ends)


def test_intercostals_are_attached_to_the_rib_above_and_the_rib_below() -> None:
    upper, lower = lines("intercostals", "origin")[0], lines("intercostals", "insertion")[0]
    assert upper.points[:, 1].mean() > lower.points[:, 1].mean()


@pytest.mark.parametrize(("point", "views"), [
    ((-90, 620, -45), ("back",)), ((-110, 620, 30), ("front", "right")), ((-30, 1200, 110), ("front", "right")),
    ((-230, 1000, 20), ("front",))])
def test_a_point_is_near_to_the_side_of_the_bone_on_which_it_lies(point: tuple[float, float, float],
                                                                 views: tuple[ViewName, ...]) -> None:
    assert set(views) <= set(near_views(point)) and not {"front", "back"} <= set(near_views(point))


def test_bone_lies_between_the_iliac_fossa_and_the_back() -> None:
    line = lines("iliacus", "origin")[0]
    assert views_of("iliacus", "origin", line.points) == ("front",)


def test_what_the_tables_mend_exists() -> None:
    owned = {part.grid for part in parts()}
    muscles = set(content().atlas.muscles)
    assert {row["part"] for row in table(DROPS)} <= owned and all(row["why"] for row in table(DROPS))
    assert {row["muscle"] for row in (*table(ADDITIONS), *table(FACES))} <= muscles


def test_the_table_is_what_the_build_gives() -> None:
    written = {(row["muscle"], row["end"], row["line"]) for row in table("attachment_lines.csv")}
    assert len(written) == sum(len(attachment_lines_of(muscle)) for muscle in content().atlas.muscles)
