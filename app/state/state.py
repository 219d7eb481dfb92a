"""What the user has chosen, as one frozen value."""

from __future__ import annotations

from typing import Literal

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.posture import JointValues
from app.model.practice import Quality
from app.model.reference import Ref, Side

Depth = Literal["superficial", "intermediate", "deep", "bone"]
"""How much is peeled off: each depth shows itself and all beneath it."""

DEPTHS: tuple[Depth, ...] = ("superficial", "intermediate", "deep", "bone")

LabelChoice = Literal["none", "chosen", "layer"]
"""What has its name beside the body: nothing, what is highlighted or selected, or all that the depth lays bare."""

NameChoice = Literal["english", "latin", "both"]
"""The language of these names."""

Voice = Literal["plain", "clinical"]
"""In which words the panel explains: those for a patient, or those among clinicians."""

SubjectKind = Literal["pattern", "area", "cause", "muscle", "group", "structure", "test", "remedy", "finding", "dispute",
                      "question", "term", "joint", "assumption", "grade", "source", "about"]


@frozen
class Subject:
    """What the panel explains."""

    kind: SubjectKind
    ref: Ref
    other: Ref | None = None
    """What it is compared with, of the same kind; only muscles and patterns are compared."""


@frozen
class Answer:
    """What was found for one test or reported for one finding."""

    id: str
    result: Literal["positive", "negative"]
    side: Side | None = None


@frozen
class Felt:
    """How the pain in a chosen area feels; `share` (0..1) is how much of the area hurts, `intensity` is 0..10."""

    area: Ref
    intensity: float | None = None
    quality: Quality | None = None
    share: float = 1.0


@frozen
class Stroke:
    """One line of the brush on one view where it hurts, or of the eraser.

    `points` (mm) are in the frame of the view's diagram, `radius` is half of the brush's width (mm); `quality` and
    `intensity` (0..10) are those of the brush when it was drawn.
    """

    view: ViewName
    points: tuple[tuple[float, float], ...]
    radius: float
    quality: Quality | None = None
    intensity: float | None = None
    erases: bool = False


@frozen
class State:
    """Everything chosen: it decides what the body, the lists and the panel show.

    `patterns` and `pain` keep the order in which they were chosen. `subject` is None while nothing is explained.
    `fade` (0..1) is how strongly the next layer outside the depth still shows. `hidden` muscles, each with a side, are
    taken off the body. `cause` is shown on the body with the parts that it
    involves; `felt` tells of chosen areas how they hurt. While `alone`, all muscles but the selected one are faded, or where none is selected all but the
    highlighted ones. `plumb` shows the plumb line on the views from the side.

    `also` are muscles that are selected beside `muscle`, which is the one that is explained. `step` is the place (from 1) of
    the step of a mechanism that is played: of the cause or pattern that is the subject. `painted` is what the brush drew, oldest
    first; `pain` and `felt` follow from it where it covers enough of an area. `note` is the therapist's own text. `revealed` is
    how many names beside the body are told while they are hidden to be guessed; None while none is hidden.

    `joints` are set by hand, in the order of `JOINTS`: they stand instead of what patterns or a told step say of the same joint. `extent` is
    how far (per cent, 0..150) what patterns and steps say is gone.
    """

    patterns: tuple[Ref, ...] = ()
    pain: tuple[Ref, ...] = ()
    muscle: Ref | None = None
    answers: tuple[Answer, ...] = ()
    subject: Subject | None = None
    depth: Depth = "superficial"
    views: tuple[ViewName, ...] = ("front", "back")
    fade: float = 0.0
    hidden: frozenset[Ref] = frozenset()
    alone: bool = False
    labels: LabelChoice = "none"
    names: NameChoice = "english"
    plumb: bool = True
    cause: Ref | None = None
    felt: tuple[Felt, ...] = ()
    voice: Voice = "plain"
    also: tuple[Ref, ...] = ()
    step: int | None = None
    painted: tuple[Stroke, ...] = ()
    note: str = ""
    revealed: int | None = None
    joints: JointValues = ()
    extent: int = 100
