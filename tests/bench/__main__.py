"""Speed and memory as ratios: ``python -m tests.bench [--xcb] [--runs N]``.

F is a bare main window's first frame, R the same paths drawn by the tightest loop of QPainter at that size; both are
measured in the same run. Figures in seconds depend on the machine; the ratios should not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import islice

from tests.bench import blocking
from tests.bench.pages import showing
from tests.bench.paper import on_paper
from tests.bench.posing import posing
from tests.bench.ranking import thinking
from tests.bench.startup import ROOT, start_up

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}
WORST = 8
"""Of the actions that block the window so many are told, those that do so the longest."""
PAIR, ALL = "front,back", "front,back,right,left"


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure: its name among what was measured, by which floor it is divided (none: it stands for itself), and what
    it must not exceed."""

    key: str
    words: str
    floor: str
    most: float
    most_4k: float | None = None
    unit: str = ""

    def told(self, found: dict[str, float], size: str) -> str:
        """The line that tells of it."""
        most = self.most_4k if self.most_4k is not None and size == "4K" else self.most
        value = found[self.key] / (found[self.floor] if self.floor else 1.0)
        words = f"{self.words} / {self.floor}" if self.floor else self.words
        return f"  {words:<40}{value:8.2f}{self.unit:<3} goal <= {most:<6g}{'ok' if value <= most else 'MISSED'}"


STARTING = (
    Goal("first", "first useful frame", "F", 1.30),
    Goal("live", "fully live", "F", 1.9),
    Goal("load", "content and paths", "F", 0.15),
    Goal("plates", "cache of four views", "", 15, unit=" ms"),
    Goal("memory", "memory", "bare", 3.0, 5.0),
)
PAINTING = (
    Goal("full", "full sharp repaint", "R", 1.25),
    Goal("hover", "hover repaint", "R", 0.10),
    Goal("marked", "hover with attachments", "R", 0.10),
    Goal("recolour", "recolour 20", "R", 0.45),
    Goal("fade", "frame of a fade", "R", 0.25),
    Goal("slide", "frame between two layers", "R", 0.25),
    Goal("posture", "posture frame", "R", 1.6),
    Goal("zoom", "first zoom frame", "R", 0.35, 0.55),
    Goal("labels", "labels of a layer laid out", "", 5, unit=" ms"),
    Goal("hit", "hit test", "", 10, unit=" us"),
    Goal("used", "memory after all this", "bare", 3.0, 5.0),
)
THINKING = (
    Goal("rank", "ranking after an answer", "", 16, unit=" ms"),
    Goal("rank", "ranking after an answer", "sums", 30),
    Goal("next", "ranking and next best test", "", 32, unit=" ms"),
    Goal("first", "first ranking of a content", "", 100, unit=" ms"),
)
SEARCHING = (
    Goal("key", "a key stroke in the search", "", 5, unit=" ms"),
    Goal("worst", "19 of 20 key strokes", "", 10, unit=" ms"),
    Goal("glow", "its glow on the body", "", 16, unit=" ms"),
)
POSING = (
    Goal("posed", "posed frame, all painted, one view", "R", 1.6),
    Goal("moving", "frame of a moving body, one view", "R", 1.4),
    Goal("nodes", "its pose and all nodes", "", 2, unit=" ms"),
)
READING = (
    Goal("longest", "the longest page shown", "", 50, unit=" ms"),
)
PAPER = (
    Goal("pdf", "PDF: time", "rsvg", 1.0),
    Goal("pdf size", "PDF: size", "rsvg size", 2.5),
)


def searching() -> dict[str, float]:
    """The figures of `tests.bench.searching` in a fresh process."""
    out = subprocess.run([sys.executable, "-m", "tests.bench.searching"], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                         capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return found


def painting(platform: str, size: tuple[int, int], views: str) -> dict[str, float]:
    """The figures of `tests.bench.painting` in a fresh process, with R from its beginning and its end."""
    out = subprocess.run(
        [sys.executable, "-m", "tests.bench.painting", str(size[0]), str(size[1]), views],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": platform}, capture_output=True, text=True, timeout=300, check=True,
    )
    found: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return found | {"R": (found["R"] + found["R again"]) / 2}


def report(platform: str, runs: int) -> None:
    """Measure on one platform and print the ratios."""
    for name, size in SIZES.items():
        begun = start_up(platform, size, runs)
        pair, whole = painting(platform, size, PAIR), painting(platform, size, ALL)
        print(f"{platform}, {name}: F {begun['F']:.0f} ms, bare window {begun['bare']:.0f} MB, "
              f"R {pair['R']:.1f} ms, with four views {whole['R']:.1f} ms")
        for goal in STARTING:
            print(goal.told(pair | begun, name))
        for words, found in (("two views", pair), ("four views", whole)):
            print(f" {words}")
            for goal in PAINTING:
                print(goal.told(found | {"bare": begun["bare"]}, name))


def main() -> None:
    """Print the ratios for the offscreen platform, and for an X display when asked."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--xcb", action="store_true", help="measure on the X display too (DISPLAY must be set)")
    ask.add_argument("--runs", type=int, default=9, help="fresh processes for each start-up figure")
    said = ask.parse_args()
    for platform in ("offscreen", "xcb") if said.xcb else ("offscreen",):
        report(platform, said.runs)
    for size in blocking.SIZES:
        for views in blocking.VIEWS:
            found = blocking.measured(size, views)
            print("\n".join(islice(blocking.told(found, f"blocking, {size}, {views.replace(',', ' ')}"), WORST + 1)))
    moved = posing(SIZES["1080p"])
    print("a body that moves, one view at 1080p")
    for goal in POSING:
        print(goal.told(moved, ""))
    thought = thinking()
    print("reasoning: 200 causes, 100 areas, 60 questions")
    for goal in THINKING:
        print(goal.told(thought, ""))
    sought = searching()
    print("searching, two views at 1080p")
    for goal in SEARCHING:
        print(goal.told(sought, ""))
    shown = showing()
    print("the panel: " + ", ".join(f"{name} {value:.0f} ms" for name, value in shown.items() if name != "longest"))
    for goal in READING:
        print(goal.told(shown, ""))
    paper = on_paper()
    print("on paper, the front view" if paper else "on paper: rsvg-convert is not installed")
    for goal in PAPER if paper else ():
        print(goal.told(paper, ""))


if __name__ == "__main__":
    main()
