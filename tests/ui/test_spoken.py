"""What a screen reader is told of the body, asked in a program of its own that must end cleanly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_whole_tree_can_be_walked_and_the_program_ends_cleanly() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.ui.spoken_window"], cwd=ROOT, capture_output=True, text=True, timeout=180,
                          env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False)
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, said, done.stdout) == (0, [], "walked\n")
