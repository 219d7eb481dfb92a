"""``plumbline LINK`` and ``plumbline FILE.plumbline``: opened, or refused in one line with exit code 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.table import run
from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.state.state import State
from app.ui import start
from app.ui.start import Asked
from app.writers.session import write_session

HIGH = choose_pattern(State(), Ref("high_hip", "left"))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What the window was asked to show, instead of a window."""
    asked: list[Asked] = []
    monkeypatch.setattr(start, "open_window", lambda one: asked.append(one) or 0)
    monkeypatch.setattr("app.preflight.check", lambda **_: None)
    return asked


def test_a_link_is_opened(opened: list[Asked]) -> None:
    assert run(["plumbline:?pattern=high_hip:left&show=pattern/high_hip:left"]) == 0
    assert opened == [Asked(HIGH)]


def test_a_session_file_is_opened_and_known_by_its_name(opened: list[Asked], tmp_path: Path) -> None:
    file = tmp_path / "a.plumbline"
    write_session(file, HIGH)
    assert run([str(file)]) == 0
    assert opened == [Asked(HIGH, file)]


def test_without_words_the_last_state_is_asked_for(opened: list[Asked]) -> None:
    run([])
    assert opened == [Asked()]


@pytest.mark.parametrize(("words", "said"), [
    (["plumbline:?colour=red"], "'colour=red' is no part of a link"),
    (["plumbline:?pattern=gone"], "No pattern has the id 'gone'"),
    (["/nowhere/a.plumbline"], "/nowhere/a.plumbline cannot be opened (No such file or directory)"),
    (["plumbline:?", "--view", "front"], "give it alone"),
])
@pytest.mark.usefixtures("opened")
def test_what_is_wrong_is_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1 and said in lines[0] and lines[0].startswith("plumbline: ")


def test_a_damaged_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.plumbline"
    file.write_text('{"plumbline": 1,\n]')
    assert run([str(file)]) == 1
    assert "was not opened: it is damaged at line 2, column 1" in capsys.readouterr().err
