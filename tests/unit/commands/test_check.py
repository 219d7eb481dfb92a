"""``plumbline check``: one line for each problem, and the exit code."""

from __future__ import annotations

import os
import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from app.commands.check import COMMAND, check
from app.content.reader import read_content
from app.model.problem import UserError
from app.resources import Folders, folders
from tests.unit.content.pack import diagram, write

GROUP = "mine:\n  name: mine\n  members: [psoas_major]\n  basis: made for a test\n  sources: [unverified]\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one group of built-in muscles, and a diagram that draws them all."""
    muscles = read_content(folders().data).atlas.muscles.values()
    diagram(tmp_path, "diagrams/front.svg", [f"{one.id}-{side}" for one in muscles
                                             for side in (("right", "left") if one.side == "paired" else ("midline",))])
    write(tmp_path, "groups/mine.yaml", GROUP)
    return tmp_path


def run(*words: object) -> int:
    parser = ArgumentParser()
    COMMAND.add_arguments(parser)
    return COMMAND.run(parser.parse_args([str(word) for word in words]))


def test_a_good_pack(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(pack) == 0
    assert capsys.readouterr().out == "1 entry and 1 diagram checked: 0 errors, 0 warnings\n"


def test_a_bad_pack(pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack)
    write(pack, "groups/mine.yaml", GROUP.replace("psoas_major", "psoas_mayor"))
    assert run(".") == 1
    told = capsys.readouterr()
    assert told.out == ("groups/mine.yaml:3:13: error: mine.members[0]: no muscle has the id 'psoas_mayor'; "
                        "did you mean 'psoas_major'?\n")
    assert told.err == "plumbline: 1 entry and 1 diagram checked: 1 error, 0 warnings\n"


def test_a_pack_may_hold_diagrams_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "diagrams").mkdir()
    for view in ("left", "right"):
        shutil.copy(folders().diagrams / f"{view}.svg", tmp_path / "diagrams")
    assert run(tmp_path) == 0
    assert capsys.readouterr().out == "0 entries and 2 diagrams checked: 0 errors, 0 warnings\n"


def test_a_broken_diagram_is_told_with_its_line(pack: Path) -> None:
    write(pack, "diagrams/back.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<path d="M0,0"\n</svg>')
    [problem] = check([pack]).problems
    assert (Path(problem.file).name, problem.line) == ("back.svg", 3)


def test_an_outline_without_a_muscle(pack: Path) -> None:
    diagram(pack, "assets/diagrams/mine.svg", ["psoas_mayor-left"])
    [problem] = check([pack]).problems
    assert (Path(problem.file).name, problem.line) == ("mine.svg", 2)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is no folder"):
        run(tmp_path / "nothing")


def test_a_name_that_no_folder_can_have() -> None:
    with pytest.raises(UserError, match="is no folder"):
        run("x" * 5000)


def test_a_missing_diagram_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(folders().diagrams, tmp_path / "diagrams")
    (tmp_path / "diagrams" / "front.svg").unlink()
    monkeypatch.setattr("app.commands.check.folders", lambda: Folders(folders().data, tmp_path))
    [problem] = (one for one in check([]).problems if one.severity == "error")
    assert "front.svg" in problem.file
    assert "is missing" in problem.message


def test_a_pipe_in_the_place_of_the_trigger_points_is_not_waited_for(pack: Path) -> None:
    (pack / "body").mkdir()
    os.mkfifo(pack / "body" / "trigger_points.csv")
    [problem] = check([pack]).problems
    assert problem.message.startswith("the file cannot be read")


def test_the_built_in_content_has_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0, capsys.readouterr().out


def test_the_statistics_are_printed_on_demand(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(pack, "--stats") == 0
    told = capsys.readouterr().out
    assert "unverified" in told
    assert told.splitlines()[-1].endswith("0 errors, 0 warnings")
