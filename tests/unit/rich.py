"""A small atlas in which every kind has an entry with all its parts, for the pages that show them."""

from __future__ import annotations

from dataclasses import replace

from app.model.anatomy import Structure
from app.model.basic import Dispute, Evidence, Fact, Question, Term
from app.model.knowledge import Atlas
from app.model.posture import Assumption, JointCard, NormalRange
from app.model.practice import (
    Accuracy,
    Cause,
    Clue,
    Finding,
    Joint,
    MechanismStep,
    Mistaken,
    Part,
    Pattern,
    Remedy,
    Step,
    Test,
    Where,
)
from tests.unit.small import small_atlas

BOOK = ("book",)


def fact(text: str, plain: str | None = None, *sources: str) -> Fact:
    """A fact of the book, in one voice or two."""
    return Fact(text, sources or BOOK, plain)


DISPUTE = Dispute(
    "psoas_always_on", "The psoas works all day long", "D", "Fine-wire EMG shows task-specific activity in 24 subjects.",
    "Thin needles showed that it works for some tasks and rests in between.", BOOK, ("source_e",), patterns=("tipped",),
    causes=("psoas_chain",), tests=("thomas",), remedies=("psoas_release",), muscles=("psoas",), limits=("during sitting: C",))
QUESTION = Question(
    "why_me", "Why does my back hurt on one side?", (fact("Several causes act on one side.", "One side may work more."),),
    ("one sided back ache",), ("source_e",), patterns=("tipped",), causes=("psoas_chain",), tests=("thomas",),
    remedies=("psoas_release",))
STRUCTURE = Structure("femoral_nerve", "Femoral nerve", "nerve", "paired", "The nerve of the front of the thigh.",
                      (fact("It arises from L2 to L4.", "It comes from the low back."),), BOOK, "Nervus femoralis")
TERM = Term("iliac_crest", "iliac crest", "The upper rim of the hip bone.", BOOK, ("iliac crests",))

RANGE = fact("Measured in 40 people.", "Measured.")
TILT = JointCard(
    "pelvic_tilt", "Pelvic tilt", "The pelvis tips forward or back.", "the pelvis tips forward", "the pelvis tips backward", "degrees", -20, 25,
    RANGE, "pelvis", neutral=4.8, normal=(NormalRange(7, 15, fact("Men without pain."), mean=11), NormalRange(-5, 5, fact("Women."), "change")),
    assumptions=("trunk_upright",), sources=BOOK)
BACK = JointCard("lumbar_lordosis", "Lumbar lordosis", "The hollow of the low back.", "the hollow deepens", "the hollow flattens", "degrees",
                 -30, 30, RANGE, "spine", assumptions=("trunk_upright",), sources=BOOK)
HIP = JointCard("hip_flexion", "Hip flexion", "The hip bends.", "the hip bends", "the hip straightens", "degrees", -20, 60, RANGE, "hip",
                paired=True, sources=BOOK)
UPRIGHT = Assumption("trunk_upright", "The trunk stays upright", (fact("The lumbar spine extends by the same angle.", "The low back arches as far."),),
                     BOOK, ("pelvic_tilt", "lumbar_lordosis"))
LINES = Assumption("straight_lines", "Muscles run in straight lines", (fact("From bone to bone."),), BOOK)

CAUSE = Cause(
    "psoas_chain", "Psoas chain", "muscle", BOOK, "A tight hip flexor pulls on the low back.", "paired", ("guitar string back",),
    what=(fact("Hypertonic psoas loads the iliac crest.", "The hip flexor (psoas) pulls on the rim of the hip."),),
    parts=(Part("psoas", fact("It shortens in sitting."), "tight", "short"), Part("femoral_nerve", fact("It runs through it.")),
           Part("gluteus", fact("It is inhibited."), "weak", side="opposite")),
    mechanism=(MechanismStep("The psoas shortens.", ("psoas",), BOOK, "Sitting shortens the muscle."),
               MechanismStep("The nerve is irritated.", ("femoral_nerve", "hip_flexors"), BOOK)),
    feels=(fact("Deep ache beside the spine."),), qualities=("ache", "burning"), where=Where(("low_back",), BOOK, ("flank",)),
    worse=(fact("Prolonged sitting.", "Sitting long."),), better=(fact("Walking."),),
    clues=(Clue("fever", ("unverified",), "against"),),
    mistaken=(Mistaken("Kidney stone", fact("Colic does not change with posture.")),), tests=("thomas",),
    relief=(Step("Release it first.", ("psoas_release",), BOOK, caution=fact("Not in pregnancy.")),),
    cautions=(fact("Never bounce."),),
    evidence=(Evidence("A tight psoas hurts the back.", "C", "No trial.", BOOK, "Nobody has tested it."),),
    muscles=("psoas",), patterns=("tipped",))

FLAG = Cause(
    "red_flag_infection", "Possible infection", "red flag", BOOK, "Germs in the spine.", what=(fact("Spondylodiscitis."),),
    advice=fact("See a doctor today."), urgency="soon", asked_at=("low_back",))
URGENT = Cause("red_flag_heart", "Possible heart cause", "red flag", BOOK, urgency="now", advice=fact("Call an ambulance."))

TEST = Test(
    "thomas", "Thomas test", ("self", "clinician"), ("Lie down.", "Hold one knee."), "the thigh lifts", BOOK, ("psoas",), ("tipped",),
    ("psoas_chain",), "Shows whether the hip flexor is short.", (), fact("A short psoas."), fact("A psoas of normal length."),
    fact("The thigh lies flat."), fact("ICC 0.52."),
    Accuracy("a short psoas", 0.318, 0.571, "people with back pain", BOOK, 42, ("psoas_chain",), "measured on this form"),
    fact("Not with a new hip."))
REMEDY = Remedy(
    "psoas_release", "Psoas release", "release", ("Lie down.", "Breathe."), (*BOOK, "unverified"), "Lets the muscle go.", (),
    ("psoas",), ("tipped",), ("psoas_chain",), True, ("a soft ball",), caution=fact("Not on a pulsing belly."), evidence=fact("One small trial."))


def rich_atlas() -> Atlas:
    """The small atlas, and with it one whole entry of every kind."""
    small = small_atlas()
    tipped = replace(
        small.patterns["tipped"], mirror=(fact("Look from the side."),), contradicts=(fact("Bone shape alone tips it."),),
        joints=(Joint("pelvic_tilt", 12.0, BOOK), Joint("hip_flexion_right", 12.0, BOOK), Joint("hip_flexion_left", 12.0, BOOK)))
    high: Pattern = replace(small.patterns["high"], joints=(Joint("pelvic_obliquity", 4.0, BOOK),
                                                            Joint("hip_abduction_right", -4.0, BOOK)))
    return replace(
        small, structures={STRUCTURE.id: STRUCTURE}, patterns={"tipped": tipped, "high": high}, tests={TEST.id: TEST},
        remedies={REMEDY.id: REMEDY}, causes={one.id: one for one in (CAUSE, FLAG, URGENT)},
        findings={"fever": Finding("fever", "Fever", "Do you have a fever?", BOOK, "You feel hot.", (fact("It may be an infection."),),
                                   fact("See a doctor today."), ("red_flag_infection",)),
                  "chest_pressure": Finding("chest_pressure", "Pressure in the chest", "Does your chest feel tight?", BOOK,
                                            red_flags=("red_flag_heart",))},
        disputes={DISPUTE.id: DISPUTE}, questions={QUESTION.id: QUESTION}, terms={TERM.id: TERM},
        joints={one.id: one for one in (TILT, BACK, HIP)}, assumptions={one.id: one for one in (UPRIGHT, LINES)})
