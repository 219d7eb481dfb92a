"""What a clinic's pack may get wrong in causes, structures, tests, terms and questions: each fault is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.drawn import Outline, check_diagrams
from app.content.reader import MANY, read_content
from tests.unit.content.pack import change, good_pack, only_problem, problems, write

END = "  sources: [book]\n"
CAUSE = "ache:\n  name: ache\n  kind: joint\n  side: midline\n  where: {usual: [low_back], sources: [book]}\n" + END
FLAG = "ache:\n  name: ache\n  kind: red flag\n  urgency: now\n  advice: {text: Go., sources: [book]}\n" + END
FINDING = "fever:\n  name: fever\n  question: Is it so?\n  red_flags: [ache]\n" + END
STRUCTURE = "disc:\n  name: disc\n  kind: disc\n  side: midline\n  plain: A cushion.\n  what: []\n" + END
TEST = ("press:\n  name: press\n  by: [self]\n  steps: [Press.]\n  positive: it hurts\n"
        "  accuracy: {target: ache, sensitivity: 0.5, specificity: 0.5, population: null, n: 20, sources: [book]}\n" + END)
TERM = "tilt:\n  name: tilt\n  plain: A slope.\n  forms: [tilts]\n" + END
QUESTION = "why:\n  question: Why?\n  answer: [{text: So., sources: [book]}]\n  asks: [why]\n  asked_by: [book]\n"
REMEDY = "rest:\n  name: rest\n  type: habit\n  how: [Rest.]\n  home: true\n" + END
GOOD = {"causes": CAUSE, "structures": STRUCTURE, "tests": TEST, "terms": TERM, "questions": QUESTION, "remedies": REMEDY}
PATTERN_END = "  evidence: []\n"
PART = "  parts: [{of: psoas_major, side: opposite, why: {text: So., sources: [book]}}]\n"

WRONG = [
    ("causes", "  where: {usual: [low_back], sources: [book]}\n", "",
     "2:3: warning: ache: no pain brings it up; tell with 'where' in which areas it is felt"),
    ("causes", "[low_back]", "[]", "5:10: warning: ache.where: it is felt nowhere; name an area"),
    ("causes", "[low_back]", "[low_back], sometimes: [low_back]",
     "5:42: warning: ache.where.sometimes[0]: 'low_back' is usual already; keep it in one of the two"),
    ("causes", END, PART + END, "6:35: error: ache.parts[0].side: the cause has no side to relate to; give it 'side: paired'"),
    ("causes", END, "  mistaken: [{name: x, cause: ache, tell: {text: So., sources: [book]}}]\n" + END,
     "1:1: warning: ache: it is mistaken for itself; delete it there"),
    ("causes", "name: ache", r'name: "a\u202eche"', "2:9: error: ache.name: this holds the character U+202E, which nobody sees; delete it"),
    ("causes", "name: ache", "name: " + "x" * 201, "2:9: error: ache.name: this has 201 characters; write no more than 200"),
    ("causes", CAUSE, FLAG, "1:1: warning: ache: no answer raises it; name it at the red_flags of a finding"),
    ("tests", "0.5,", "92,", "6:41: error: press.accuracy.sensitivity: 92 is not a fraction; write a number from 0 to 1"),
    ("tests", "n: 20", "n: -25", "6:85: error: press.accuracy.n: -25 is no number of people; write one from 1 on, or delete it"),
    ("tests", "[Press.]", "[]", "4:10: error: press.steps: this list is empty; write at least one"),
    ("terms", "[tilts]", "['[x]']", "4:11: warning: tilt.forms[0]: no text is searched for '[x]'; begin it with a letter or a digit"),
    ("terms", "[tilts]", "[t]", "4:11: warning: tilt.forms[0]: 't' would make a link of each single letter; write a longer form"),
    ("terms", TERM, TERM + TERM.replace("tilt:", "slope:").replace("name: tilt", "name: slope").replace("tilts", "Tilt"),
     "6:1: warning: slope: 'Tilt' leads to the term 'tilt' already; keep it in one of the two"),
    ("questions", "[{text: So., sources: [book]}]", "[]", "3:11: error: why.answer: this list is empty; write at least one"),
    ("remedies", "home: true", "home: maybe", "5:9: error: rest.home: this should be true or false, not text"),
    ("structures", "disc:", "psoas_major:",
     "1:1: error: psoas_major: a muscle has the same id, and a part could mean either; rename the structure"),
    ("structures", "disc:", "hip_movers:",
     "1:1: error: hip_movers: a group has the same id, and a part could mean either; rename the structure"),
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with a good entry of each kind that people do something with."""
    good_pack(tmp_path)
    for kind, text in GOOD.items():
        write(tmp_path, f"{kind}/one.yaml", text)
    return tmp_path


def test_the_good_pack_has_no_problem(pack: Path) -> None:
    assert problems(pack) == []


@pytest.mark.parametrize(("kind", "old", "new", "told"), WRONG, ids=[told[:50] for *_, told in WRONG])
def test_one_fault_is_one_line(pack: Path, kind: str, old: str, new: str, told: str) -> None:
    change(pack, f"{kind}/one.yaml", old, new)
    assert only_problem(pack) == f"one.yaml:{told}"


@pytest.mark.parametrize(("joints", "told"), [
    ("[{joint: pelvic_tilt, value: 1000, sources: [book]}]",
     "joints[0].value: 1000 degrees is more than this joint moves; write a number from -90 to 90"),
    ("[{joint: head_forward, value: -151, sources: [book]}]",
     "joints[0].value: -151 mm is more than this joint moves; write a number from -150 to 150"),
    ("[{joint: pelvic_tilt, value: 1, sources: [book]}, {joint: pelvic_tilt, value: 2, sources: [book]}]",
     "joints[1].joint: 'pelvic_tilt' is given twice; keep one")])
def test_joints_that_no_body_has(pack: Path, joints: str, told: str) -> None:
    change(pack, "patterns/swayed.yaml", PATTERN_END, f"{PATTERN_END}  joints: {joints}\n")
    assert only_problem(pack).endswith(f"error: swayed.{told}")


def test_what_a_finding_raises_is_a_red_flag(pack: Path) -> None:
    write(pack, "findings/one.yaml", FINDING)
    assert only_problem(pack) == ("one.yaml:1:1: error: fever: the cause 'ache' is no red flag; "
                                  "name one at red_flags, or delete it there")


@pytest.mark.parametrize(("year", "told"), [("20222", "20222 is no year"), ("2022\n  doi: https://x.org/10.1", "is no DOI")])
def test_a_source_that_nobody_finds(pack: Path, year: str, told: str) -> None:
    change(pack, "sources/all.yaml", "  url:", f"  year: {year}\n  url:")
    assert told in only_problem(pack)


def test_links_into_the_void_are_not_told_without_end(pack: Path) -> None:
    one = CAUSE.replace("[low_back]", "[nowhere]")
    write(pack, "causes/many.yaml", "".join(one.replace("ache:", f"ache_{number}:") for number in range(2 * MANY)))
    told = problems(pack)
    assert len(told) == MANY + 1
    assert "no more links were checked" in told[-1].message


def test_a_shape_that_no_diagram_has(pack: Path) -> None:
    change(pack, "structures/one.yaml", "  what: []\n", "  what: []\n  shapes: [disc_l5, dics_l4]\n")
    ids = ("psoas_major-right", "psoas_major-left", "gluteus_maximus-right", "gluteus_maximus-left")
    outlines = [*(Outline(one, "muscle", "a.svg", 1) for one in ids), Outline("low_back-right", "area", "a.svg", 1),
                Outline("low_back-left", "area", "a.svg", 1), Outline("disc_l5-midline", "structure", "a.svg", 1),
                Outline("disc_l4-midline", "structure", "a.svg", 1)]
    [problem] = check_diagrams(read_content(pack), outlines)
    assert (problem.severity, problem.message) == ("warning", "disc: no diagram draws the shape 'dics_l4'; did you mean 'disc_l4'?")
