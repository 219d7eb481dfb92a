"""The way in: what happens to the output when it cannot go where it should."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUMBLINE = f"{sys.executable} -m app"


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=ROOT, env=os.environ | environment,
                          capture_output=True, text=True, encoding=environment.get("PYTHONIOENCODING", "utf-8"), check=False)


@pytest.mark.parametrize("command", ["list muscles", "list muscles --json", "list patterns", "--version"])
def test_a_reader_that_goes_away_is_no_fault(command: str) -> None:
    done = shell(f"{PLUMBLINE} {command} | true")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_told() -> None:
    done = shell(f"{PLUMBLINE} list muscles > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "plumbline: the answer cannot be written (No space left on device)\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_the_letters_gets_escapes(encoding: str) -> None:
    done = shell(f"{PLUMBLINE} explain --pattern forward_tipped_pelvis", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")


def test_json_is_json_in_any_locale() -> None:
    done = shell(f"{PLUMBLINE} explain --pattern forward_tipped_pelvis --json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)["muscles"]


def test_a_wrong_word_is_one_line_of_a_bearable_length() -> None:
    done = shell(f"{PLUMBLINE} explain --muscle {'x' * 5000}")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 500


def test_options_before_the_command_are_not_ignored() -> None:
    done = shell(f"{PLUMBLINE} --pattern high_hip explain")
    assert done.returncode == 2
    assert "plumbline explain" in done.stderr


def test_a_folder_that_was_deleted_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = shell(f"cd {gone}; rmdir {gone}; PYTHONPATH={ROOT} {sys.executable} -P -m app render -o a.png")
    assert (done.returncode, done.stderr) == (1, "plumbline: the current folder is not there any more; change to another one\n")


def test_qt_says_nothing_about_the_locale(tmp_path: Path) -> None:
    done = shell(f"{PLUMBLINE} render --size 90x90 -o {tmp_path}/a.png", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
