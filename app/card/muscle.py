"""The card of a muscle, and the page of a group of muscles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.card.blocks import (
    Act,
    Acts,
    Block,
    Bullets,
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
from app.card.check import checks_of
from app.card.chosen import in_what_is_chosen
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
    words,
)
from app.card.muscle_length import length_section
from app.card.remedy import remedy_rows
from app.card.sections import WHAT_TO_DO, arranged
from app.card.selection import other_selected
from app.card.shared import disputes_of, how_sure, named_links, sources_of
from app.card.small import part_in_causes
from app.model.anatomy import Muscle, Referral
from app.model.basic import UNVERIFIED
from app.model.knowledge import Atlas
from app.model.length import Lengths
from app.model.practice import Claim, Pattern
from app.model.reference import Ref
from app.reason.kin import groups_of
from app.reason.muscles import muscle_rows, state_of
from app.state.state import State, Voice

WHAT_HELPS = Heading(WHAT_TO_DO)
NO_REMEDY = "No release, stretch or exercise for this muscle is on record here."


def muscle_page(atlas: Atlas, state: State, ref: Ref, lengths: Lengths | None = None) -> Page:
    """Everything the content knows of one muscle, its part in what is chosen, and its length in the posture that is shown."""
    muscle = atlas.muscles[ref.id]
    name = capital(in_words(ref, muscle.name))
    depth = depth_words(atlas, muscle)
    before: list[Block] = [Title(name, muscle.plain or ""), Paragraph(_latin(muscle), "quiet"), *other_selected(state, ref), *_sides(muscle, ref)]
    note: list[Block] = [Paragraph((Span(muscle.note),), "quiet")] if muscle.note else []
    remedies = remedy_rows(atlas, "muscles", muscle.id)
    return Page(name, arranged([*before, *([Paragraph(depth)] if depth else ())], {
        "chosen": in_what_is_chosen(atlas, state, ref),
        "body": (Rows(tuple(_anatomy(atlas, muscle))), *note),
        "model": length_section(atlas, state, ref, lengths),
        "part of": (*_patterns(atlas, muscle), *_causes(atlas, muscle, state)),
        "feels": _referrals(atlas, muscle, ref),
        "check": _tests(atlas, muscle, state.voice),
        "do": (WHAT_HELPS, Rows(remedies) if remedies else Paragraph(words(NO_REMEDY), "quiet")),
        "sure": how_sure(atlas, (), disputes_of(atlas, "muscles", muscle.id), state.voice),
        "sources": sources_of(atlas, muscle.sources)}))


def group_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """The members of a group, each with its state in what is chosen, and what is said of the group as one."""
    group = atlas.groups[ref.id]
    states = {row.muscle: row.state for row in muscle_rows(atlas, state)}
    lines = tuple(
        MuscleLine(states.get(muscle, "neutral"), None, (muscle_link(atlas, muscle),),
                   (Span(atlas.muscles[muscle].plain or ""),))
        for muscle in group.members
    )
    name = capital(group.name)
    basis = (Span(capital(group.basis).rstrip(".") + "."), *mark(atlas, group.sources))
    helps = remedy_rows(atlas, "muscles", *group.members)
    return Page(name, arranged((Title(name, "A group of muscles"), _all_of(atlas, ref.id, group.members)), {
        "body": (MuscleList(lines), Paragraph(basis, "quiet")),
        "part of": (*_postures_of(atlas, (ref.id,)), *part_in_causes(atlas, (ref.id,), state)),
        "do": (WHAT_HELPS, Rows(helps)) if helps else ()}))


def _sides(muscle: Muscle, ref: Ref) -> list[Block]:
    """A switch for the sides on which the muscle is selected."""
    if muscle.side != "paired":
        return []
    one = ref.side if ref.side in ("right", "left") else None
    choices = (("both sides", None), ("right", "right"), ("left", "left"))
    return [Acts("Selected:", tuple(Act(label, f"select/muscle/{muscle.id}" + (f":{side}" if side else ""), side == one)
                                    for label, side in choices))]


def _all_of(atlas: Atlas, group: str, members: tuple[str, ...]) -> Acts:
    """Select all members of a group: on both sides, or on one where they have two."""
    paired = any(atlas.muscles[muscle].side == "paired" for muscle in members)
    choices = (("both sides", ""), ("right", ":right"), ("left", ":left")) if paired else (("all", ""),)
    return Acts(f"Select all {len(members)}:", tuple(Act(label, f"select/group/{group}{side}") for label, side in choices))


def _latin(muscle: Muscle) -> Text:
    parts = [muscle.latin, layer_words(muscle)]
    if muscle.identifiers.ta2:
        parts.append(f"TA2 {muscle.identifiers.ta2}")
    return (Span(" · ".join(part for part in parts if part)),)


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
    groups = groups_of(atlas, muscle.id)
    if groups:
        yield Row("Belongs to", joined((link("group", Ref(group), atlas.groups[group].name) for group in groups), ", "))


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
    return _postures_of(atlas, (muscle.id, *groups_of(atlas, muscle.id)))


def _postures_of(atlas: Atlas, parts: Iterable[str]) -> list[Block]:
    """The patterns that make a claim of a muscle or a group, each with what it claims and who says so."""
    wanted = set(parts)
    lines = tuple(_pattern_line(atlas, pattern, claim) for pattern in atlas.patterns.values() for claim in pattern.claims
                  if claim.of in wanted)
    return [Heading("Postures", sub=True), MuscleList(lines)] if lines else []


def _pattern_line(atlas: Atlas, pattern: Pattern, claim: Claim) -> MuscleLine:
    state = state_of((claim.tone,), (claim.length,))
    name = (link("pattern", Ref(pattern.id), pattern.name), Span(f", {claim.tone or claim.length}", tone="quiet"))
    return MuscleLine(state, None, name, (), (source_chip(atlas, claim.source),))


def _referrals(atlas: Atlas, muscle: Muscle, ref: Ref) -> list[Block]:
    found = [one for one in atlas.referrals.values() if one.muscle == muscle.id]
    if not found:
        return [Paragraph((Span("No trigger point of this muscle is on record here."),), "quiet")]
    return [Heading("Sends pain to", sub=True), Bullets(tuple(_referral(atlas, one, ref) for one in found))]


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


def _tests(atlas: Atlas, muscle: Muscle, voice: Voice) -> list[Block]:
    found = checks_of(atlas, muscle.id, voice)
    return [Paragraph(named_links("test", atlas.tests, found))] if found else []


def _causes(atlas: Atlas, muscle: Muscle, state: State) -> list[Block]:
    """The causes in which the muscle, or a group that holds it, takes part."""
    return part_in_causes(atlas, (muscle.id, *groups_of(atlas, muscle.id)), state)
