"""The diagrams as they are shipped: ids, classes and layers of the contract, every muscle, and their size."""

from __future__ import annotations

import re
from functools import cache
from xml.etree import ElementTree

import pytest

from app.body.frame import BOXES
from app.body.tables import parts
from app.content.reader import read_content
from app.model.anatomy import ViewName
from app.resources import folders

SVG = "{http://www.w3.org/2000/svg}"
VIEWS: tuple[ViewName, ...] = ("front", "back", "right", "left")
LAYERS = ["layer-skin", "layer-bone", "layer-deep", "layer-intermediate", "layer-superficial", "layer-areas"]
MOST_BYTES = 1_000_000
MOST_NODES = 25_000
MOST_AREA_NODES = 3_000
NODE = re.compile("[LC]")


@cache
def root(view: ViewName) -> ElementTree.Element:
    return ElementTree.parse(folders().diagrams / f"{view}.svg").getroot()


def paths(view: ViewName, layer: str | None = None) -> list[ElementTree.Element]:
    groups = [group for group in root(view).iter(f"{SVG}g") if layer in (None, group.get("id"))]
    return [path for group in groups for path in group.iter(f"{SVG}path")]


def nodes(shapes: list[ElementTree.Element]) -> int:
    """How many segments the paths have, subpaths not counted."""
    return sum(len(NODE.findall(str(path.get("d")))) for path in shapes)


@pytest.mark.parametrize("view", VIEWS)
def test_layers_stand_in_the_agreed_order(view: ViewName) -> None:
    assert [group.get("id") for group in root(view).iter(f"{SVG}g")] == LAYERS


@pytest.mark.parametrize("view", VIEWS)
def test_the_frame_is_that_of_the_view(view: ViewName) -> None:
    assert [float(text) for text in str(root(view).get("viewBox")).split()] == list(BOXES[view])


@pytest.mark.parametrize("view", VIEWS)
def test_each_outline_stands_in_the_layer_of_its_muscle(view: ViewName) -> None:
    layers = {part.owner: part.layer for part in parts()}
    for layer in ("deep", "intermediate", "superficial"):
        names = {str(path.get("id")).rpartition("-")[0] for path in paths(view, f"layer-{layer}")
                 if path.get("class") == "muscle"}
        assert names
        assert {layers[name] for name in names} == {layer}


def test_the_parts_lie_in_the_layers_that_the_content_tells() -> None:
    muscles = read_content(folders().data).atlas.muscles
    drawn = {(part.owner, part.layer) for part in parts() if part.kind == "muscle"}
    assert drawn == {(name, muscles[name].layer) for name, _ in drawn}


def test_every_part_is_drawn_in_at_least_one_view() -> None:
    drawn = {path.get("id") for view in VIEWS for path in paths(view)}
    wanted = {f"{part.owner}-{side}" for part in parts()
              for side in (("midline",) if part.side == "midline" else ("right", "left"))}
    assert wanted <= drawn


@pytest.mark.parametrize("view", VIEWS)
def test_details_follow_the_shape_that_they_belong_to(view: ViewName) -> None:
    current = None
    for path in paths(view):
        current = path.get("id") or current
        assert path.get("data-of") in (None, current)


@pytest.mark.parametrize("view", VIEWS)
def test_a_muscle_with_a_cut_leaves_its_outline_unpainted(view: ViewName) -> None:
    cut = {path.get("data-of") for path in paths(view) if path.get("class") == "cut"}
    for path in paths(view):
        if path.get("class") == "muscle":
            painted = path.get("fill") != "none"
            assert painted == (path.get("id") not in cut and path.get("data-seen") != "none")


@pytest.mark.parametrize("view", VIEWS)
def test_outlines_are_closed(view: ViewName) -> None:
    for path in paths(view):
        if path.get("class") in ("muscle", "bone", "structure", "skin", "cut"):
            data = str(path.get("d"))
            assert data.count("M") == data.count("Z") > 0


@pytest.mark.parametrize("view", VIEWS)
def test_a_diagram_is_small_enough_to_repaint(view: ViewName) -> None:
    assert (folders().diagrams / f"{view}.svg").stat().st_size <= MOST_BYTES
    assert nodes(paths(view)) <= MOST_NODES
    assert nodes(paths(view, "layer-areas")) <= MOST_AREA_NODES


@pytest.mark.parametrize("view", VIEWS)
def test_ids_are_unique(view: ViewName) -> None:
    ids = [path.get("id") for path in paths(view) if path.get("id")]
    assert len(ids) == len(set(ids))
