"""What can be said of a muscle, trait by trait, so that several can be laid side by side: what they share, where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from app.card.blocks import Span, Text
from app.card.links import area_link, capital, joined, layer_words, link, muscle_link, words
from app.card.remedy import TYPES
from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.kin import groups_of, nerves_of, opponents

Trait = Literal["Lies", "Origin", "Insertion", "Nerve", "Roots", "Actions", "Groups", "Opposed by", "Postures", "Sends pain to", "Tests",
                "What may help"]
Traits = Mapping[Trait, Mapping[str, Text]]
"""By trait, what it holds: the key by which two muscles are found to share it, and how it is written."""

LEADS = ("helps to ", "help to ", "weakly ", "begins to ")
"""How an action may begin that is another muscle's own: "helps to flex the hip"."""
PHRASES: tuple[Trait, ...] = ("Origin", "Insertion", "Nerve", "Actions")
"""Traits that are told in phrases, with semicolons between them."""


def traits_of(atlas: Atlas, ref: Ref) -> Traits:
    """All traits of a muscle; those of which nothing is known are empty."""
    muscle = atlas.muscles[ref.id]
    return {
        "Lies": {muscle.layer: words(capital(layer_words(muscle)))},
        "Origin": _phrases(muscle.origin),
        "Insertion": _phrases(muscle.insertion),
        "Nerve": {nerve: words(nerve) for nerve in nerves_of(muscle)},
        "Roots": {root: words(root) for root in muscle.roots},
        "Actions": {action_key(action): words(action) for action in muscle.actions},
        "Groups": {group: (link("group", Ref(group), atlas.groups[group].name),) for group in groups_of(atlas, muscle.id)},
        "Opposed by": {one: (muscle_link(atlas, one),) for one in opponents(atlas, muscle.id)},
        "Postures": dict(_postures(atlas, muscle.id)),
        "Sends pain to": dict(_pains(atlas, ref)),
        "Tests": {one.id: (link("test", Ref(one.id), one.name),) for one in atlas.tests.values() if muscle.id in one.suggests},
        "What may help": dict(_remedies(atlas, muscle)),
    }


def shared(all_traits: Iterable[Traits]) -> Traits:
    """What all muscles have, trait by trait, in the order of the first."""
    first, *rest = all_traits
    return {trait: {key: shortest(text, *(other[trait][key] for other in rest)) for key, text in held.items()
                    if all(key in other[trait] for other in rest)}
            for trait, held in first.items()}


def shortest(*texts: Text) -> Text:
    """Of texts that say the same, the one without what is true of one muscle only: "extends the hip", not "long head: ..."."""
    return min(texts, key=_length)


def _length(text: Text) -> int:
    return sum(len(span.text) for span in text)


def less(traits: Traits, taken: Traits) -> Traits:
    """Traits without those that were told already."""
    return {trait: {key: text for key, text in held.items() if key not in taken[trait]} for trait, held in traits.items()}


def told(trait: Trait, held: Mapping[str, Text]) -> Text:
    """What a trait holds, as one text that begins with a capital."""
    between = "; " if trait in PHRASES else ""
    first, *rest = (span for text in held.values() for span in (_whole(text),))
    if not first.target:
        first = Span(capital(first.text))
    return joined((first, *rest), between)


def action_key(action: str) -> str:
    """What an action comes to, so that "helps to flex the hip" and "flexes the hip" are one: "flex the hip"."""
    bare = action.rpartition(": ")[2]
    if bare.startswith("with "):
        bare = bare.partition(", ")[2]
    for lead in LEADS:
        bare = bare.removeprefix(lead)
    verb, _, rest = bare.partition(", ")[0].partition(" ")
    plain = verb.removesuffix("es") if verb.endswith(("xes", "sses")) else verb.removesuffix("s")
    return f"{plain} {rest}".rstrip()


def _whole(text: Text) -> Span:
    """An item as one span: its link with what qualifies it."""
    return text[0] if len(text) == 1 else Span("".join(span.text for span in text), text[0].target, text[0].tone, text[0].hint)


def _phrases(phrases: Iterable[str]) -> dict[str, Text]:
    return {phrase: words(phrase) for phrase in phrases}


def _postures(atlas: Atlas, muscle: str) -> Iterator[tuple[str, Text]]:
    """The patterns that make a claim of a muscle, each with what it claims."""
    for pattern in atlas.patterns.values():
        for claim in pattern.claims:
            if muscle in atlas.members(claim.of):
                said = claim.tone or claim.length or ""
                yield f"{pattern.id} {said}", (link("pattern", Ref(pattern.id), f"{pattern.name} ({said})"),)


def _pains(atlas: Atlas, ref: Ref) -> Iterator[tuple[str, Text]]:
    """The areas to which a muscle sends pain, those that are usual first."""
    sent = [one for one in atlas.referrals.values() if one.muscle == ref.id]
    for area in dict.fromkeys([*(area for one in sent for area in one.essential), *(area for one in sent for area in one.spillover)]):
        yield area, (area_link(atlas, area, ref.side),)


def _remedies(atlas: Atlas, muscle: Muscle) -> Iterator[tuple[str, Text]]:
    found = [one for one in atlas.remedies.values() if muscle.id in one.muscles]
    for kind in TYPES:
        for one in found:
            if one.type == kind:
                yield one.id, (link("remedy", Ref(one.id), one.name),)
