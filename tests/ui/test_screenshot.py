"""The command that draws the whole window without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.commands.table import run
from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.state.state import State
from app.ui.picture import window_picture

pytestmark = pytest.mark.usefixtures("qapp")
TIPPED = choose_pattern(State(), Ref("forward_tipped_pelvis"))


def test_the_picture_has_the_asked_size() -> None:
    assert window_picture(TIPPED, (1280, 800), "light").size().toTuple() == (1280, 800)


def test_the_same_state_gives_the_same_picture() -> None:
    assert window_picture(TIPPED, (1100, 700), "dark") == window_picture(TIPPED, (1100, 700), "dark")


def test_states_and_themes_can_be_told_apart() -> None:
    pictures = [window_picture(state, (1000, 640), "light") for state in (TIPPED, State())]
    pictures.append(window_picture(TIPPED, (1000, 640), "dark"))
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]


def test_the_command_writes_a_file_at_a_scale(tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    words = ["screenshot", "--pattern", "high_hip:left", "--size", "2000x1300", "--scale", "2", "-o", str(file)]
    done = subprocess.run([sys.executable, "-m", "app", *words], capture_output=True, text=True, env=os.environ, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert QImage(str(file)).size().toTuple() == (2000, 1300)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-o", "window.jpg"], "window.png"),
        (["--pattern", "hihg_hip", "-o", "a.png"], "high_hip"),
        (["-o", "/no/such/folder/a.png"], "cannot be written"),
        (["-o", ""], ".png"),
        (["-o", "/"], ".png"),
        (["-o", f"{'x' * 300}.png"], "too long"),
    ],
)
def test_a_wrong_question_is_one_line(capsys: pytest.CaptureFixture[str], words: list[str], told: str) -> None:
    assert run(["screenshot", *words]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("words", [["--scale", "9"], ["--scale", "x"], ["--size", "big"], ["--theme", "pink"]])
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["screenshot", *words, "-o", "a.png"])
    assert ended.value.code == 2
