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

from tests.bench.startup import ROOT, start_up

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}

GOALS: dict[str, dict[str, float]] = {
    "full": {"1080p": 1.25, "4K": 1.25},
    "hover": {"1080p": 0.10, "4K": 0.10},
    "recolour": {"1080p": 0.45, "4K": 0.45},
    "fade": {"1080p": 0.25, "4K": 0.25},
    "slide": {"1080p": 0.25, "4K": 0.25},
    "zoom": {"1080p": 0.35, "4K": 0.55},
}
WORDS = {"full": "full sharp repaint / R", "hover": "hover repaint / R", "recolour": "recolour 20 / R",
         "fade": "frame of a fade / R", "slide": "frame between two layers / R", "zoom": "first zoom frame / R"}


def row(what: str, value: float, goal: float, unit: str = "") -> None:
    """Print one figure beside its goal."""
    print(f"  {what:<34}{value:8.2f}{unit:<3} goal <= {goal:<6g}{'ok' if value <= goal else 'MISSED'}")


def painting(platform: str, size: tuple[int, int]) -> dict[str, float]:
    """The figures of `tests.bench.painting` in a fresh process."""
    out = subprocess.run(
        [sys.executable, "-m", "tests.bench.painting", str(size[0]), str(size[1])],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": platform}, capture_output=True, text=True, timeout=300, check=True,
    )
    figures: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return figures


def report(platform: str, runs: int) -> None:
    """Measure on one platform and print the ratios."""
    for name, size in SIZES.items():
        print(f"{platform}, {name}")
        begun = start_up(platform, size, runs)
        drawn = painting(platform, size)
        floor = (drawn["R"] + drawn["R again"]) / 2
        print(f"  (F {begun['floor']:.0f} ms, R {floor:.1f} ms, bare window {begun['bare']:.0f} MB)")
        row("first useful frame / F", begun["first"] / begun["floor"], 1.30)
        row("fully live / F", begun["live"] / begun["floor"], 1.9)
        row("content and paths / F", drawn["load"] / begun["floor"], 0.15)
        for key, words in WORDS.items():
            row(words, drawn[key] / floor, GOALS[key][name])
        row("hit test", drawn["hit"], 10, " us")
        row("memory / bare window", begun["memory"] / begun["bare"], 3.0 if name == "1080p" else 5.0)


def main() -> None:
    """Print the ratios for the offscreen platform, and for an X display when asked."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--xcb", action="store_true", help="measure on the X display too (DISPLAY must be set)")
    ask.add_argument("--runs", type=int, default=9, help="fresh processes for each start-up figure")
    said = ask.parse_args()
    for platform in ("offscreen", "xcb") if said.xcb else ("offscreen",):
        report(platform, said.runs)


if __name__ == "__main__":
    main()
