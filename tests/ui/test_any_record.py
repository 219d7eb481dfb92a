"""Whatever a file or a link tells of the real content, the whole window shows it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtWidgets import QApplication

from app.model.knowledge import Atlas
from app.state.link import from_link, link_of
from app.state.record import state_of
from app.ui.workbench import Workbench

SIDES = ("", "", ":right", ":left", ":both", ":midline")
VIEWS = ("front", "back", "right", "left")


def any_record(atlas: Atlas, chance: random.Random) -> dict[str, object]:
    """A record of known ids with any sides, whether or not they go together."""

    def some(ids: object, most: int = 3) -> list[str]:
        return [f"{chance.choice(sorted(ids))}{chance.choice(SIDES)}" for _ in range(chance.randrange(most + 1))]  # type: ignore[call-overload]

    kinds = {"pattern": atlas.patterns, "area": atlas.areas, "cause": atlas.causes, "muscle": atlas.muscles, "group": atlas.groups,
             "structure": atlas.structures, "test": atlas.tests, "remedy": atlas.remedies, "finding": atlas.findings,
             "dispute": atlas.disputes, "question": atlas.questions, "term": atlas.terms, "source": atlas.sources, "grade": "ABCDE",
             "joint": atlas.joints, "assumption": atlas.assumptions,
             "about": ("plumbline", "causes", "nothing")}
    kind = chance.choice(list(kinds))
    pain = some(atlas.areas)
    return {
        "patterns": some(atlas.patterns), "pain": pain, "muscle": (some(atlas.muscles) or [None])[0], "also": some(atlas.muscles),
        "cause": (some(atlas.causes) or [None])[0], "hidden": some(atlas.muscles, 30), "alone": chance.random() < 0.3,
        "felt": [{"area": area, "intensity": 4, "quality": "ache"} for area in pain],
        "answers": [{"id": chance.choice(sorted({**atlas.tests, **atlas.findings})), "result": "positive", "side": chance.choice((None, "left", "both"))}
                    for _ in range(3)],
        "subject": {"kind": kind, "ref": f"{chance.choice(sorted(kinds[kind]))}{chance.choice(SIDES)}"}, "step": chance.choice((None, 1, 3, 50)),
        "views": chance.sample(VIEWS, chance.randrange(1, 5)), "depth": chance.choice(("superficial", "deep", "bone")),
        "fade": chance.random(), "labels": chance.choice(("none", "chosen", "layer")), "voice": chance.choice(("plain", "clinical")),
        "revealed": chance.choice((None, 0, 9999)), "note": "words",
        "painted": [{"view": chance.choice(VIEWS), "radius": 20, "points": "0,900 30,950"}] * chance.randrange(3)}


@pytest.mark.parametrize("seed", range(3))
def test_the_window_shows_any_record(window: Workbench, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        state = state_of(any_record(window.atlas, chance), window.atlas).state
        window.session.change(state)
        QApplication.processEvents()
        assert from_link(link_of(state), window.atlas).state.subject == state.subject
        if chance.random() < 0.3:
            window.session.undo()
            window.session.go_back()
