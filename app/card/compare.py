"""Two muscles or two patterns side by side: what they share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.blocks import (
    Block,
    Columns,
    Heading,
    Notice,
    Page,
    PairRow,
    Paragraph,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.joints import moves
from app.card.links import capital, in_words, joined, link, small, words
from app.card.pattern import VIEW_WORDS
from app.card.shared import named_links
from app.card.together import sided
from app.card.traits import Traits, less, shared, told, traits_of
from app.card.voice import cited
from app.model.knowledge import Atlas
from app.model.look import STATES, MuscleState
from app.model.practice import Pattern
from app.model.reference import BodySide, Ref
from app.reason.kin import opponents
from app.reason.muscles import muscle_rows
from app.state.state import State, Subject

NO_MORE: Text = (Span("only what they share", tone="quiet"),)
NOTHING: Text = (Span("nothing on record", tone="quiet"),)
"""What stands where one of the two has nothing to tell."""
NOT_SHARED = "On record here they have nothing in common."
HEADS = {"against": "Where they contradict each other", "agree": "Where they agree", "only": "Muscles of one of them only"}


def compare_page(atlas: Atlas, state: State, subject: Subject) -> Page:
    """The page of two things of one kind, as the subject names them."""
    one, other = subject.ref, subject.other or subject.ref
    return _muscles(atlas, one, other) if subject.kind == "muscle" else _patterns(atlas, state, one, other)


def _muscles(atlas: Atlas, one: Ref, other: Ref) -> Page:
    names = [in_words(ref, atlas.muscles[ref.id].name) for ref in (one, other)]
    title = capital(f"{names[0]} and {names[1]}")
    left, right = traits_of(atlas, one), traits_of(atlas, other)
    both = shared((left, right))
    blocks: list[Block] = [Title(title, "Two muscles side by side")]
    apart = {one.side, other.side} == {"right", "left"}
    if not apart and (other.id in opponents(atlas, one.id) or one.id in opponents(atlas, other.id)):
        blocks.append(Notice("hint", words("They oppose each other.")))
    rows = tuple(Row(trait, told(trait, held)) for trait, held in both.items() if held)
    blocks += [Heading("What they share"), Rows(rows) if rows else Paragraph(words(NOT_SHARED))]
    heads = (_head("muscle", one, names[0]), _head("muscle", other, names[1]))
    blocks += [Heading("Where they differ"), Columns(heads, tuple(_differences(less(left, both), less(right, both), both)))]
    return Page(title, tuple(blocks))


def _head(kind: str, ref: Ref, name: str) -> Text:
    """What a column is about; it leads to the card of that."""
    return (link(kind, ref, capital(name)),)


def _differences(left: Traits, right: Traits, both: Traits) -> Iterator[PairRow]:
    for trait in left:
        if left[trait] or right[trait]:
            nothing = NO_MORE if both[trait] else NOTHING
            cells = [told(trait, one[trait]) if one[trait] else nothing for one in (left, right)]
            yield PairRow(words(trait), cells[0], cells[1])


def _patterns(atlas: Atlas, state: State, one: Ref, other: Ref) -> Page:
    names = [in_words(ref, small(atlas.patterns[ref.id].name)) for ref in (one, other)]
    title = capital(f"{names[0]} and {names[1]}")
    heads = (_head("pattern", one, names[0]), _head("pattern", other, names[1]))
    blocks: list[Block] = [Title(title, "Two patterns side by side")]
    alike = _alike(atlas, one, other)
    for way, head in HEADS.items():
        rows = tuple(PairRow(joined(sided(atlas, muscle, sides) for muscle, sides in muscles.items()),
                             _state(left), _state(right), (left, right))
                     for (left, right), muscles in alike.items() if _way(left, right) == way)
        if rows:
            blocks += [Heading(head), Columns(heads, rows)]
    blocks += _about(atlas, state, (one, other), heads)
    return Page(title, tuple(blocks))


def _alike(atlas: Atlas, one: Ref, other: Ref) -> dict[tuple[MuscleState, MuscleState], dict[str, list[BodySide]]]:
    """The muscles of both patterns by the states that they have in each."""
    found = [{(row.muscle, row.side): row.state for row in muscle_rows(atlas, State(patterns=(ref,)))} for ref in (one, other)]
    place = {muscle: number for number, muscle in enumerate(atlas.muscles)}
    alike: dict[tuple[MuscleState, MuscleState], dict[str, list[BodySide]]] = {}
    for muscle, side in sorted({**found[0], **found[1]}, key=lambda key: (place[key[0]], key[1] == "left")):
        states = found[0].get((muscle, side), "neutral"), found[1].get((muscle, side), "neutral")
        if states != ("neutral", "neutral"):
            alike.setdefault(states, {}).setdefault(muscle, []).append(side)
    return alike


def _way(left: MuscleState, right: MuscleState) -> str:
    """How two states of one muscle stand to each other."""
    if "neutral" in (left, right):
        return "only"
    return "agree" if left == right else "against"


def _state(state: MuscleState) -> Text:
    return words(STATES[state].label) if state != "neutral" else (Span("not named", tone="quiet"),)


def _about(atlas: Atlas, state: State, refs: tuple[Ref, Ref], heads: tuple[Text, Text]) -> Iterator[Block]:
    """What can be seen, how the joints stand, and how to check it."""
    patterns = [atlas.patterns[ref.id] for ref in refs]
    seen = tuple(_seen(atlas, state, patterns))
    if seen:
        yield Heading("How to see it")
        yield Columns(heads, seen)
    stand = [_running(moves(atlas, pattern, ref)) for pattern, ref in zip(patterns, refs, strict=True)]
    if any(stand):
        yield Heading("How the joints stand")
        yield Columns(heads, (PairRow((), stand[0] or NOTHING, stand[1] or NOTHING),))
    yield from _tests(atlas, patterns, heads)


def _seen(atlas: Atlas, state: State, patterns: list[Pattern]) -> Iterator[PairRow]:
    """The signs of both, view by view."""
    left, right = ({str(sign.view): cited(atlas, sign, state.voice) for sign in pattern.signs} for pattern in patterns)
    for view, label in VIEW_WORDS.items():
        if view in {**left, **right}:
            yield PairRow(words(label), left.get(view, NOTHING), right.get(view, NOTHING))


def _tests(atlas: Atlas, patterns: list[Pattern], heads: tuple[Text, Text]) -> Iterator[Block]:
    """Tests that both have, and those that only one has."""
    both = tuple(test for test in patterns[0].checks if test in patterns[1].checks)
    if both:
        yield Heading("Tests of both")
        yield Paragraph(named_links("test", atlas.tests, both))
    apart = [named_links("test", atlas.tests, (one for one in pattern.checks if one not in both)) for pattern in patterns]
    if any(apart):
        yield Heading("Tests that tell them apart")
        yield Columns(heads, (PairRow((), apart[0] or NOTHING, apart[1] or NOTHING),))


def _running(texts: Iterable[Text]) -> Text:
    """Sentences as one text."""
    return tuple(span for text in texts for span in (*text, Span(" ")))
