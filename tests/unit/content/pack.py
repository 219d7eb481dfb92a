"""Small content packs for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.content.reader import read_content
from app.model.problem import Problem

SOURCES = """\
unverified:
  name: Nobody has verified this
  kind: none
  standing: unverified
book:
  name: A book
  kind: textbook
  standing: sound
  url: https://example.org/book
"""
MUSCLES = """\
psoas_major:
  name: psoas major
  latin: Musculus psoas major
  region: hip
  division: front
  layer: deep
  side: paired
  origin: [vertebrae T12 to L5]
  insertion: [lesser trochanter]
  nerve: [lumbar plexus]
  actions: [hip flexion]
  antagonists: {muscles: [gluteus_maximus], basis: named, sources: [book]}
  identifiers: {ta2: '2594'}
  sources: [book]
gluteus_maximus:
  name: gluteus maximus
  latin: Musculus gluteus maximus
  region: hip
  division: back
  layer: superficial
  side: paired
  origin: [ilium]
  insertion: [femur]
  nerve: [inferior gluteal nerve]
  actions: [hip extension]
  antagonists: {muscles: [psoas_major], basis: named, sources: [book]}
  identifiers: {}
  sources: [book]
"""
AREAS = """\
low_back:
  name: low back
  body_part: trunk
  side: paired
  plain: The small of the back.
  sources: [book]
"""
REFERRALS = """\
ref_1:
  muscle: psoas_major
  name: lower part
  place: {text: near the groin, along: 0.7, across: 0.5, basis: estimated, sources: [book]}
  essential: [low_back]
  spillover: []
  sources: [book]
"""
GROUPS = """\
hip_movers:
  name: hip movers
  members: [psoas_major, gluteus_maximus]
  basis: made for a test
  sources: [book]
"""
PATTERNS = """\
swayed:
  name: Swayed
  plain: The hips stand ahead.
  family: test
  region: pelvis
  what:
    - {text: A posture., sources: [book]}
  claims:
    - of: psoas_major
      source: book
      tone: weak
      why: {text: It is stretched., sources: [book]}
    - of: hip_movers
      source: book
      length: long
      why: {text: They are stretched., sources: [book]}
  signs: []
  checks: []
  balance: []
  evidence: []
  sources: [book]
"""
FILES = {
    "sources/all.yaml": SOURCES, "muscles/hip.yaml": MUSCLES, "areas/trunk.yaml": AREAS, "referrals/hip.yaml": REFERRALS,
    "groups/all.yaml": GROUPS, "patterns/swayed.yaml": PATTERNS,
}


def write(folder: Path, name: str, text: str) -> Path:
    """Write one file of a pack."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def good_pack(folder: Path) -> Path:
    """A pack without any problem."""
    for name, text in FILES.items():
        write(folder, name, text)
    return folder


def change(folder: Path, name: str, old: str, new: str) -> int:
    """Put `new` for the first `old` in a file; returns the line (from 1) where it stands."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[:text.index(old)].count("\n") + 1


def problems(folder: Path) -> list[Problem]:
    """The problems of a pack."""
    return list(read_content(folder).problems)


def only_problem(folder: Path) -> str:
    """The one problem of a pack, as ``NAME:LINE:COLUMN: SEVERITY: MESSAGE`` without folders."""
    [problem] = problems(folder)
    return str(problem).removeprefix(problem.file.removesuffix(Path(problem.file).name))


def diagram(folder: Path, name: str, ids: Iterable[str]) -> Path:
    """Write a diagram that draws a triangle, one a line from line 2 on, for each id."""
    paths = (f'<path class="muscle" id="{one}" d="M0,0L10,0L10,10Z"/>' for one in ids)
    return write(folder, name, "\n".join(('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">', *paths, "</svg>")))
