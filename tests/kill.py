"""Kills a process again and again while it saves: the file is each time whole, the one state or the other.

``python -m tests.kill [TIMES]``; a test does it 20 times.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.model.reference import Ref
from app.state.session_file import read_record
from app.state.state import State, Stroke

STATES = (State(note="first", hidden=frozenset((Ref("psoas", "right"),))),
          State(note="second " * 500, painted=(Stroke("front", tuple((n / 10, n / 5) for n in range(20_000)), 12.0),)))
"""A short one and a long one, so that a half written file could not pass for the other."""

SAVE = """
import sys
from itertools import cycle
from pathlib import Path
from app.writers.session import write_session
from tests.kill import STATES
file = Path(sys.argv[1])
print("ready", flush=True)
for state in cycle(STATES):
    write_session(file, state)
"""


def notes_after_kills(folder: Path, times: int, seed: int = 1) -> list[str]:
    """The notes that were read after each kill; a file that is not whole raises an error."""
    file = folder / "killed.plumbline"
    chance = random.Random(seed)
    notes = []
    for _ in range(times):
        with subprocess.Popen([sys.executable, "-c", SAVE, str(file)], stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.15))
            process.kill()
        if file.exists():
            record = read_record(file.read_bytes())
            notes.append(str(record["note"]))
    return notes


def main() -> int:
    """Do it as often as asked, and say what was found."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        notes = notes_after_kills(Path(folder), times, seed=times)
    known = {state.note for state in STATES}
    print(f"{times} kills, {len(notes)} files read, {sum(note in known for note in notes)} whole, "
          f"{sum(note == STATES[0].note for note in notes)} of them the first")
    return 0 if set(notes) <= known and notes else 1


if __name__ == "__main__":
    sys.exit(main())
