"""A small atlas for tests of the core: three muscles, two patterns, three areas."""

from __future__ import annotations

from app.model.anatomy import Antagonists, Area, Group, Identifiers, Muscle, Place, Referral
from app.model.basic import Fact, Source
from app.model.knowledge import Atlas
from app.model.practice import Cause, Claim, Finding, Pattern, Test

WHY = Fact("Because of how one stands.", ("source_e",))


def muscle(id_: str, side: str = "paired") -> Muscle:
    return Muscle(
        id_, id_.replace("_", " "), f"Musculus {id_}", "hip", "hip", "deep", side,  # type: ignore[arg-type]
        ("bone",), ("other bone",), ("a nerve",), ("moves it",), Antagonists((), "unverified", ("unverified",)),
        Identifiers(), ("book",), plain="A muscle.",
    )


def referral(id_: str, of: str, essential: tuple[str, ...], spillover: tuple[str, ...] = ()) -> Referral:
    return Referral(id_, of, "trigger point 1", Place("in the belly", 0.5, 0.5, "read", ("book",)), essential, spillover,
                    ("book",), position=(-50.0, 1000.0, 0.0))


def pattern(id_: str, claims: tuple[Claim, ...], side: Fact | None = None) -> Pattern:
    return Pattern(id_, id_.capitalize(), "It stands so.", "source E", (WHY,), claims, (), (), (), (), ("source_e",), "pelvis",
                   side=side)


def small_atlas() -> Atlas:
    sources = (
        Source("source_e", "An article", "article", "opinion", letter="E"),
        Source("book", "A book", "textbook", "sound"),
        Source("project", "This project", "project", "project"),
        Source("unverified", "Not verified", "none", "unverified"),
    )
    tipped = (Claim("hip_flexors", "source_e", WHY, "tight"), Claim("gluteus", "source_e", WHY, "weak"))
    high = (Claim("gluteus", "source_e", WHY, "tight", side="same"),
            Claim("psoas", "source_e", WHY, "tight", side="opposite"))
    areas = (
        Area("low_back", "Low back", "back", "paired", "The small of the back.", ("project",)),
        Area("flank", "Flank", "abdomen", "paired", "The side.", ("project",)),
        Area("sacrum", "Sacrum", "pelvis", "midline", "The base of the spine.", ("project",)),
    )
    referrals = (referral("ref_1", "psoas", ("low_back", "sacrum")), referral("ref_2", "gluteus", (), ("low_back",)),
                 referral("ref_3", "diaphragm", ("flank",)))
    patterns = (pattern("tipped", tipped), pattern("high", high, WHY))
    return Atlas(
        sources={one.id: one for one in sources},
        muscles={one.id: one for one in (muscle("psoas"), muscle("gluteus"), muscle("diaphragm", "midline"))},
        groups={"hip_flexors": Group("hip_flexors", "hip flexors", ("psoas",), "ours", ("project",))},
        areas={one.id: one for one in areas},
        referrals={one.id: one for one in referrals},
        patterns={one.id: one for one in patterns},
        tests={"thomas": Test("thomas", "Thomas test", ("clinician",), ("Lie down.",), "the thigh lifts", ("book",),
                              suggests=("psoas",))},
        causes={"red_flag_infection": Cause("red_flag_infection", "Possible infection", "red flag", ("book",),
                                            urgency="soon", advice=Fact("See a doctor today.", ("book",)))},
        findings={"fever": Finding("fever", "Fever", "Do you have a fever?", ("book",), red_flags=("red_flag_infection",))},
    )
