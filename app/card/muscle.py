"""The card of a muscle, and the page of a group of muscles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    MuscleLine,
    MuscleList,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Text,
    Title,
)
from app.card.depth import depth_words
from app.card.links import (
    capital,
    in_words,
    joined,
    layer_words,
    link,
    mark,
    muscle_link,
    source_chip,
    source_chips,
)
from app.model.anatomy import Muscle, Referral
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.look import STATES
from app.model.practice import Claim, Pattern
from app.model.reference import Ref
from app.reason.muscles import muscle_rows, state_of
from app.reason.rows import MuscleRow, PatternReason
from app.state.state import State

REMEDY_HEADS = (("release", "Release"), ("stretch", "Stretch"), ("strengthen", "Strengthen"), ("mobility", "Mobility"),
                ("habit", "Habit"))


def muscle_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """Everything the content knows of one muscle, and its part in what is chosen."""
    muscle = atlas.muscles[ref.id]
    name = capital(in_words(ref, muscle.name))
    blocks: list[Block] = [Title(name, muscle.plain or ""), Paragraph(_latin(muscle), "quiet")]
    depth = depth_words(atlas, muscle)
    if depth:
        blocks.append(Paragraph(depth))
    blocks += _part_in_state(atlas, state, ref)
    blocks.append(Rows(tuple(_anatomy(atlas, muscle))))
    if muscle.note:
        blocks.append(Paragraph((Span(muscle.note),), "quiet"))
    blocks += _patterns(atlas, muscle) + _referrals(atlas, muscle, ref)
    blocks += _tests(atlas, muscle) + _remedies(atlas, muscle)
    blocks += [Heading("Sources"), Chips(source_chips(atlas, muscle.sources))]
    return Page(name, tuple(blocks))


def group_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """The members of a group, each with its state in what is chosen."""
    group = atlas.groups[ref.id]
    states = {row.muscle: row.state for row in muscle_rows(atlas, state)}
    lines = tuple(
        MuscleLine(states.get(muscle, "neutral"), None, (muscle_link(atlas, muscle),),
                   (Span(atlas.muscles[muscle].plain or ""),))
        for muscle in group.members
    )
    name = capital(group.name)
    basis = (Span(capital(group.basis).rstrip(".") + "."), *mark(atlas, group.sources))
    return Page(name, (Title(name, "A group of muscles"), MuscleList(lines), Paragraph(basis, "quiet")))


def _latin(muscle: Muscle) -> Text:
    parts = [muscle.latin, layer_words(muscle)]
    if muscle.identifiers.ta2:
        parts.append(f"TA2 {muscle.identifiers.ta2}")
    return (Span(" · ".join(part for part in parts if part)),)


def _part_in_state(atlas: Atlas, state: State, ref: Ref) -> Iterator[Block]:
    """What the chosen patterns say of the muscle; both sides in one line where they agree."""
    rows = [row for row in muscle_rows(atlas, state) if row.muscle == ref.id and _claims(row)]
    if ref.side in ("right", "left"):
        rows = [row for row in rows if row.side == ref.side]
    if len(rows) == 2 and (rows[0].state, rows[0].because) == (rows[1].state, rows[1].because):
        yield Heading("In what is chosen")
        yield MuscleList((_chosen_line(atlas, state, rows[0], " on both sides"),))
    elif rows:
        yield Heading("In what is chosen")
        yield MuscleList(tuple(_chosen_line(atlas, state, row, _on(row.side)) for row in rows))


def _claims(row: MuscleRow) -> list[PatternReason]:
    return [reason for reason in row.because if isinstance(reason, PatternReason)]


def _on(side: str) -> str:
    return f" on the {side}" if side != "midline" else ""


def _chosen_line(atlas: Atlas, state: State, row: MuscleRow, where: str) -> MuscleLine:
    """What is said of a muscle; where several patterns speak, each with its own words."""
    said: dict[str, list[PatternReason]] = {}
    for reason in _claims(row):
        said.setdefault(reason.pattern, []).append(reason)
    names = [link("pattern", _chosen(state, one), atlas.patterns[one].name.lower()) for one in said]
    head = (Span(f"{capital(STATES[row.state].label)}{where} in "), *joined(names, " and "))
    why: list[Span] = []
    for pattern, reasons in said.items():
        if len(said) > 1:
            tones = dict.fromkeys(reason.tone or reason.length or "" for reason in reasons)
            lead = f"{atlas.patterns[pattern].name}, {' and '.join(tones)}: "
            why.append(Span(f" {lead}" if why else lead, tone="strong"))
        why.append(Span(" ".join(dict.fromkeys(reason.text for reason in reasons))))
    return MuscleLine(row.state, row.role, head, tuple(why))


def _chosen(state: State, pattern: str) -> Ref:
    return next((ref for ref in state.patterns if ref.id == pattern), Ref(pattern))


def _anatomy(atlas: Atlas, muscle: Muscle) -> Iterator[Row]:
    yield from _row(atlas, muscle, "Origin", "origin", muscle.origin)
    yield from _row(atlas, muscle, "Insertion", "insertion", muscle.insertion)
    if muscle.nerve:
        roots = f" ({spans_of(muscle.roots)})" if muscle.roots else ""
        doubt = _doubt(atlas, muscle, "nerve") or _doubt(atlas, muscle, "roots")
        yield Row("Nerve", (Span(f"{capital('; '.join(muscle.nerve))}{roots}"), *doubt))
    yield from _row(atlas, muscle, "Actions", "actions", muscle.actions)
    opposing = muscle.antagonists
    if opposing.muscles:
        names = joined(muscle_link(atlas, one) for one in opposing.muscles)
        basis = "" if opposing.basis == "named" else f" ({opposing.basis})"
        yield Row("Opposed by", (*names, Span(basis, tone="quiet"), *mark(atlas, opposing.sources)))
    groups = [group for group in atlas.groups.values() if muscle.id in group.members]
    if groups:
        yield Row("Belongs to", joined(link("group", Ref(group.id), group.name) for group in groups))


def spans_of(roots: tuple[str, ...]) -> str:
    """Nerve roots with runs of three or more drawn together: "T1 to T12", "C5, C6"."""
    runs: list[list[str]] = []
    for root in roots:
        if runs and root[:1] == runs[-1][-1][:1] and root[1:].isdigit() and runs[-1][-1][1:] == str(int(root[1:]) - 1):
            runs[-1].append(root)
        else:
            runs.append([root])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _row(atlas: Atlas, muscle: Muscle, label: str, field: str, parts: tuple[str, ...]) -> Iterator[Row]:
    if parts:
        yield Row(label, (Span(capital("; ".join(parts))), *_doubt(atlas, muscle, field)))


def _doubt(atlas: Atlas, muscle: Muscle, field: str) -> Text:
    return mark(atlas, (UNVERIFIED,)) if field in muscle.unverified else ()


def _patterns(atlas: Atlas, muscle: Muscle) -> list[Block]:
    lines = tuple(
        _pattern_line(atlas, pattern, claim)
        for pattern in atlas.patterns.values()
        for claim in pattern.claims
        if muscle.id in atlas.members(claim.of)
    )
    return [Heading("Takes part in"), MuscleList(lines)] if lines else []


def _pattern_line(atlas: Atlas, pattern: Pattern, claim: Claim) -> MuscleLine:
    state = state_of((claim.tone,), (claim.length,))
    name = (link("pattern", Ref(pattern.id), pattern.name), Span(f", {claim.tone or claim.length}", tone="quiet"))
    return MuscleLine(state, None, name, (), (source_chip(atlas, claim.source),))


def _referrals(atlas: Atlas, muscle: Muscle, ref: Ref) -> list[Block]:
    found = [one for one in atlas.referrals.values() if one.muscle == muscle.id]
    if not found:
        return [Heading("Sends pain to"), Paragraph((Span("No trigger point of this muscle is on record here."),), "quiet")]
    return [Heading("Sends pain to"), Bullets(tuple(_referral(atlas, one, ref) for one in found))]


def _referral(atlas: Atlas, referral: Referral, ref: Ref) -> Text:
    text: list[Span] = [Span(f"{capital(referral.name)}: ", tone="strong"), *_areas(atlas, referral.essential, ref)]
    if referral.spillover:
        text += [Span("; sometimes ", tone="quiet"), *_areas(atlas, referral.spillover, ref)]
    approximate = " (place approximate)" if UNVERIFIED in referral.place.sources else ""
    text.append(Span(f". {capital(referral.place.text)}{approximate}.", tone="quiet"))
    return (*text, *mark(atlas, referral.sources))


def _areas(atlas: Atlas, areas: Iterable[str], ref: Ref) -> Text:
    spans = []
    for area in areas:
        found = atlas.areas[area]
        side = ref.side if found.side == "paired" and ref.side in ("right", "left") else None
        spans.append(link("area", Ref(area, side), found.name[:1].lower() + found.name[1:]))
    return joined(spans)


def _tests(atlas: Atlas, muscle: Muscle) -> list[Block]:
    found = [test for test in atlas.tests.values() if muscle.id in test.suggests]
    if not found:
        return []
    return [Heading("Tests"), Paragraph(joined(link("test", Ref(test.id), test.name) for test in found))]


def _remedies(atlas: Atlas, muscle: Muscle) -> list[Block]:
    rows = []
    for kind, head in REMEDY_HEADS:
        found = [one for one in atlas.remedies.values() if one.type == kind and muscle.id in one.muscles]
        if found:
            rows.append(Row(head, joined((link("remedy", Ref(one.id), one.name) for one in found), "; ")))
    return [Heading("What may help"), Rows(tuple(rows))] if rows else []
