"""The blocks of which a page of the panel is made; the window, the terminal and the exports each write them down.

A target is ``KIND/REF``: ``muscle/psoas_major:right``, ``pattern/high_hip``, ``area/low_back:left``, ``test/ober``,
``remedy/rem_042``, ``source/source_e``, ``group/hip_flexors``, ``joint/pelvic_tilt``, ``grade/B``, ``about/plumbline``. An answer is one too:
``answer/fever=positive``, ``answer/slump=negative:left``. So is what can be done with muscles: ``select/muscle/soleus:left``,
``select/group/hip_flexors:right``, ``compare/muscle/psoas_major/iliacus``, ``compare/pattern/high_hip:right/flat_back``.
"""

from __future__ import annotations

from typing import Literal

from app.model.frozen import frozen
from app.model.look import MuscleState, Role


@frozen
class Span:
    """A run of text; with a target it is a link. `hint` explains it while the pointer rests on it.

    A name that was `found` in running text is a link too, but one that leaves the text calm.
    """

    text: str
    target: str | None = None
    tone: Literal["normal", "strong", "quiet"] = "normal"
    hint: str = ""
    found: bool = False


Text = tuple[Span, ...]


@frozen
class Title:
    """What the page is about, and one plain line beneath."""

    text: str
    plain: str = ""


@frozen
class Option:
    """One answer to a question, or something to do there; the answer that was given is `chosen`. `hint` says more of it."""

    label: str
    target: str
    chosen: bool = False
    hint: str = ""


@frozen
class Heading:
    """The head of a section and what can be done with it, or of a part of one."""

    text: str
    options: tuple[Option, ...] = ()
    sub: bool = False


@frozen
class Paragraph:
    """Running text; ``quiet`` for what stands behind the rest."""

    text: Text
    tone: Literal["normal", "quiet"] = "normal"


@frozen
class Chip:
    """A small label in a frame: a source, a grade, "unverified"."""

    text: str
    target: str | None = None
    kind: Literal["source", "grade", "unverified", "note"] = "note"


@frozen
class Chips:
    """A row of chips."""

    chips: tuple[Chip, ...]


@frozen
class MuscleLine:
    """One muscle, or several that share a state and a reason, with the swatch of the state and why it is so."""

    state: MuscleState
    role: Role | None
    name: Text
    why: Text
    chips: tuple[Chip, ...] = ()


@frozen
class MuscleList:
    """Lines of muscles under one heading, such as "Tight"."""

    lines: tuple[MuscleLine, ...]


@frozen
class Steps:
    """Numbered steps, in their order. With a `target` each number leads to it, ``step/`` and the number, say; `current` is told now."""

    steps: tuple[Text, ...]
    target: str = ""
    current: int | None = None


@frozen
class Bullets:
    """Points without an order; with a `key`, all beyond the first `shown` are folded until they are asked for."""

    points: tuple[Text, ...]
    key: str = ""
    shown: int = 0


@frozen
class Row:
    """A label and what it says: "Nerve", "femoral nerve (L2-L4)"."""

    label: str
    text: Text


@frozen
class Rows:
    """Labelled rows, as on a muscle's card."""

    rows: tuple[Row, ...]


@frozen
class Notice:
    """Something to see before the rest: red flags, a caution, a hint."""

    kind: Literal["red_flag", "caution", "hint"]
    text: Text
    points: tuple[Text, ...] = ()


@frozen
class RankedLine:
    """A candidate cause: its place, its name with a link, how well it fits in words and as a bar (`share` 0..1), and why.

    A reason may begin with its weight as a strong span. By its `key` a reader can fold the reasons away and open them.
    """

    rank: int
    name: Text
    share: float
    words: str
    reasons: tuple[Text, ...]
    key: str = ""


@frozen
class Ranked:
    """Candidate causes, best first; `dimmed` while something else comes before them.

    With a `key`, all beyond the first `shown` are folded until they are asked for.
    """

    lines: tuple[RankedLine, ...]
    dimmed: bool = False
    key: str = ""
    shown: int = 0


@frozen
class QuestionLine:
    """A question with the answers that can be given to it right there."""

    text: Text
    options: tuple[Option, ...]


@frozen
class Questions:
    """Questions to answer, one below the other; with a `key`, all beyond the first `shown` are folded until they are asked for."""

    lines: tuple[QuestionLine, ...]
    key: str = ""
    shown: int = 0


@frozen
class Act:
    """Something to do right here: its words, its target, and whether that is how it stands already."""

    label: str
    target: str
    chosen: bool = False


@frozen
class Acts:
    """Things to do with what the page is about, behind a word that leads to them; nothing for paper or the terminal."""

    lead: str
    acts: tuple[Act, ...]


@frozen
class PairRow:
    """What two things have to say on one matter. `states` are those of the muscles of the label in each of them, if any."""

    label: Text
    left: Text
    right: Text
    states: tuple[MuscleState, MuscleState] | None = None


@frozen
class Columns:
    """Two named columns, row by row."""

    heads: tuple[Text, Text]
    rows: tuple[PairRow, ...]


@frozen
class LengthLine:
    """A muscle by its name, and by how much its length changed: mm, and per cent of what it was."""

    name: Text
    mm: Span
    percent: Span


@frozen
class LengthList:
    """Lines of muscles with their changes of length in columns."""

    lines: tuple[LengthLine, ...]


Block = (Title | Heading | Paragraph | Chips | MuscleList | Steps | Bullets | Rows | Notice | Ranked | Questions | Acts | Columns
         | LengthList)


@frozen
class Page:
    """What the panel says, top to bottom."""

    title: str
    blocks: tuple[Block, ...]
