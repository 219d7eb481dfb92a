"""An atlas for tests of the ranking: five muscles, six causes of all sorts, tests with figures and without, clues."""

from __future__ import annotations

from dataclasses import replace

from app.model.anatomy import Area
from app.model.basic import Evidence
from app.model.knowledge import Atlas
from app.model.practice import Accuracy, Cause, Clue, Finding, Test, Where
from tests.unit.small import muscle, referral, small_atlas

BOOK = ("book",)


def area(id_: str, near: tuple[str, ...] = (), side: str = "paired") -> Area:
    return Area(id_, id_.replace("_", " ").capitalize(), "leg", side, "Here.", BOOK, near=near)  # type: ignore[arg-type]


def cause(id_: str, kind: str, usual: tuple[str, ...], sometimes: tuple[str, ...] = (), **more: object) -> Cause:
    fields = {"side": "paired", "where": Where(usual, BOOK, sometimes), "evidence": (Evidence("It hurts.", "B", "So.", BOOK),)} | more
    return Cause(id_, id_.replace("_", " ").capitalize(), kind, BOOK, **fields)  # type: ignore[arg-type]


def test_of(id_: str, causes: tuple[str, ...] = (), suggests: tuple[str, ...] = (), accuracy: Accuracy | None = None) -> Test:
    return Test(id_, id_.capitalize(), ("clinician",), ("Do it.",), "It hurts.", BOOK, suggests=suggests, causes=causes,
                accuracy=accuracy)


test_of.__test__ = False  # type: ignore[attr-defined]


def finding(id_: str) -> Finding:
    return Finding(id_, id_.replace("_", " ").capitalize(), "Is it so?", BOOK)


def thinking_atlas() -> Atlas:
    """Small enough to reckon by hand."""
    small = small_atlas()
    areas = (area("low_back", ("buttock", "sacrum")), area("buttock", ("low_back", "thigh")), area("thigh", ("buttock", "calf")),
             area("calf", ("thigh",)), area("sole"), area("sacrum", ("low_back",), "midline"))
    muscles = (*small.muscles.values(), muscle("piriformis"), muscle("soleus"))
    referrals = (referral("r1", "psoas", ("low_back",), ("thigh",)), referral("r2", "gluteus", ("buttock",), ("thigh", "calf")),
                 referral("r3", "gluteus", ("thigh",)), referral("r4", "piriformis", ("buttock", "sacrum"), ("thigh",)),
                 referral("r5", "soleus", ("calf", "sole")), referral("r6", "diaphragm", ("low_back",)))
    causes = (
        cause("disc", "disc", ("buttock", "thigh", "calf"), ("low_back", "sole"),
              clues=(Clue("numbness", BOOK), Clue("still", BOOK, "against"))),
        cause("joint", "joint", ("buttock", "sacrum"), ("thigh",), clues=(Clue("rising", BOOK), Clue("numbness", BOOK, "against"))),
        cause("caught_nerve", "nerve", ("buttock",), ("thigh", "calf"), clues=(Clue("sitting", BOOK),), qualities=("burning",)),
        cause("tight_psoas", "muscle", ("low_back",), muscles=("psoas",), clues=(Clue("rising", BOOK), Clue("sitting", BOOK))),
        cause("stress", "habit", ("low_back",), ("sacrum", "thigh"), side="midline", clues=(Clue("worried", BOOK),)),
        Cause("no_place", "No place", "control", BOOK), *small.causes.values())
    tests = (
        test_of("leg_raise", ("disc",), accuracy=Accuracy("disc", 0.92, 0.28, "pooled", ("review",), causes=("disc",))),
        test_of("slump", ("disc",), accuracy=Accuracy("disc", 0.8, 0.75, "pilot", ("pilot",), n=25, causes=("disc",))),
        test_of("cluster", ("joint",), accuracy=Accuracy("a tear", 0.9, 0.9, None, BOOK)),
        test_of("seated", ("caught_nerve",), ("piriformis",)), test_of("press", suggests=("gluteus", "piriformis", "soleus", "psoas")))
    findings = tuple(finding(one) for one in ("numbness", "rising", "sitting", "worried", "still"))
    return replace(small, areas={one.id: one for one in areas}, muscles={one.id: one for one in muscles},
                   referrals={one.id: one for one in referrals}, causes={one.id: one for one in causes},
                   tests={one.id: one for one in tests}, findings={one.id: one for one in findings} | dict(small.findings),
                   patterns={}, groups={})
