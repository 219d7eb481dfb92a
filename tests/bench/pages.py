"""How long the longest pages of the panel keep the window busy, in time of the processor: page, HTML, document, first paint."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time

from PySide6.QtWidgets import QApplication, QWidget

from app.card.page import hint, page
from app.content.cache import content
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import (
    answer,
    choose_cause,
    choose_muscle,
    choose_pain,
    choose_pattern,
    explain,
)
from app.state.state import Answer, State
from app.ui.actions import make_actions
from app.ui.features import ROWS
from app.ui.panel import Panel
from app.ui.theme import PALETTES, apply_theme
from tests.bench.startup import ROOT

ROUNDS = 9
SIZE = (352, 700)
"""Of the panel, px: at its narrowest a page is longest."""


def showing() -> dict[str, float]:
    """The figures, in ms, of a fresh process: each of the long pages and the `longest`."""
    out = subprocess.run([sys.executable, "-m", "tests.bench.pages"], cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                         capture_output=True, text=True, timeout=300, check=True)
    found: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return found | {"longest": max(found.values())}


def long_pages(atlas: Atlas) -> dict[str, State]:
    """What is chosen where the longest pages are shown."""
    low_back = choose_pain(State(), Ref("low_back", "right"))
    for finding in list(atlas.findings)[:6]:
        low_back = answer(low_back, Answer(finding, "negative"))
    three = State()
    for ref in (Ref("forward_tipped_pelvis"), Ref("backward_tipped_pelvis"), Ref("high_hip", "right")):
        three = choose_pattern(three, ref)
    return {"low back": low_back, "iliopsoas chain": choose_cause(State(), Ref("iliopsoas_chain", "right")), "three patterns": three,
            "piriformis": choose_muscle(State(), Ref("piriformis")), "all causes": explain(low_back, "about", Ref("causes")),
            "all sources": explain(State(), "about", Ref("sources")), "all questions": explain(low_back, "about", Ref("questions"))}


def main() -> None:
    """Show each of the pages again and again, and print the medians as JSON."""
    app = QApplication([])
    apply_theme(PALETTES["light"])
    atlas, window = content().atlas, QWidget()
    panel = Panel(make_actions(window, ROWS))
    panel.resize(*SIZE)
    panel.show()
    states = long_pages(atlas)
    taken: dict[str, list[float]] = {name: [] for name in states}
    for _ in range(ROUNDS):
        for name, state in states.items():
            begin = time.process_time()
            panel.show_page(page(atlas, state), hint(atlas, state), PALETTES["light"])
            app.processEvents()
            taken[name].append(1e3 * (time.process_time() - begin))
    print(json.dumps({name: statistics.median(times) for name, times in taken.items()}))


if __name__ == "__main__":
    main()
