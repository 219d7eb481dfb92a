"""A copy of the content with ten different faults planted: ``plumbline check`` reports all ten, each at its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.commands.check import check
from app.content.reader import read_content
from app.resources import folders
from tests.unit.content.pack import MUSCLES, change, diagram, write

UNDRAWN = MUSCLES[:MUSCLES.index("gluteus_maximus:\n")].replace("psoas_major", "planted_muscle").replace("book", "unverified")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The built-in content with a diagram of its own that draws every muscle, and one that there is not."""
    shutil.copytree(folders().data, tmp_path / "copy" / "data")
    muscles = read_content(folders().data).atlas.muscles.values()
    ids = [f"{one.id}-{side}" for one in muscles for side in (("right", "left") if one.side == "paired" else ("midline",))]
    diagram(tmp_path / "copy", "diagrams/front.svg", ids)
    return tmp_path / "copy"


def told(folder: Path) -> set[tuple[str, int, str]]:
    return {(Path(problem.file).name, problem.line, problem.message) for problem in check([folder]).problems
            if problem.severity == "error"}


def plant(copy: Path) -> dict[tuple[str, int], str]:
    """Plant ten faults; returns file and line of each with a word of its message."""
    data = copy / "data"
    front = copy / "diagrams" / "front.svg"
    drawn = front.read_text(encoding="utf-8").count("\n") + 1
    change(copy, "diagrams/front.svg", "</svg>", '<path class="muscle" id="nobody-right" d="M0,0L9,0L9,9Z"/>\n</svg>')
    write(data, "muscles/zz_planted.yaml", UNDRAWN)
    write(data, "groups/zz_planted.yaml", "\n\nhamstrings:\n  name: again\n  members: []\n  basis: x\n  sources: [project]\n")
    write(data, "findings/zz_broken.yaml", "planted:\n  name: 'not closed\n")
    write(data, "causes/zz_bomb.yaml", "planted:\n  name: &x boom\n  kind: muscle\n  sources: [*x, *x]\n")
    return {
        ("front.svg", drawn): "no muscle has the id 'nobody'",
        ("zz_planted.yaml", 1): "no diagram draws it",
        ("zz_planted.yaml", 3): "was given in groups.yaml",
        ("zz_broken.yaml", 3): "not YAML",
        ("zz_bomb.yaml", 2): "anchor or alias",
        ("high_hip.yaml", change(data, "patterns/high_hip.yaml", "  family:", "  famly:")): "did you mean 'family'?",
        ("forward_tipped_pelvis.yaml", change(data, "patterns/forward_tipped_pelvis.yaml", "tone: tight", "tone: tigth")):
            "did you mean 'tight'?",
        ("neck.yaml", change(data, "referrals/neck.yaml", "muscle: sternocleidomastoid", "muscle: sternocleidomastoit")):
            "did you mean 'sternocleidomastoid'?",
        ("abdomen.yaml", change(data, "areas/abdomen.yaml", "plain: The belly below", "plain: 12 #")): "not the number 12",
        ("hip.yaml", change(data, "referrals/hip.yaml", "along: 0.", "along: 7.")): "is not a fraction",
    }


def test_all_ten_are_told_each_at_its_line_and_nothing_else(copy: Path) -> None:
    before = told(copy)
    planted = plant(copy)
    found = told(copy) - before
    assert len(planted) == 10
    assert {(file, line) for file, line, _ in found} == set(planted)
    assert all(planted[file, line] in message for file, line, message in found)


def test_the_rest_of_the_content_is_still_read(copy: Path) -> None:
    good = read_content(copy).atlas
    plant(copy)
    atlas = read_content(copy).atlas
    assert set(atlas.muscles) == {*good.muscles, "planted_muscle"}
    assert set(good.patterns) - set(atlas.patterns) == {"high_hip", "forward_tipped_pelvis"}
    assert len(atlas.referrals) == len(good.referrals) - 2
