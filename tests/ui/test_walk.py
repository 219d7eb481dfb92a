"""A user who does anything at all for 2,000 actions meets no fault; ``python -m tests.walk`` goes ten times as far."""

from __future__ import annotations

import subprocess
import sys


def test_a_random_walk_meets_no_fault() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.walk", "--actions", "2000"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
