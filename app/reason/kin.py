"""Which muscles belong together: those of a group, those of one nerve, those that oppose each other."""

from __future__ import annotations

from collections.abc import Iterable

from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.reference import Ref, Side


def nerves_of(muscle: Muscle) -> tuple[str, ...]:
    """The nerves of a muscle by their bare names, without what they branch into or which segments they come from."""
    return tuple(dict.fromkeys(nerve.partition(" (")[0].partition(", ")[0] for nerve in muscle.nerve))


def of_nerve(atlas: Atlas, nerve: str) -> tuple[str, ...]:
    """The muscles that a nerve (by its bare name) feeds, in the order of the content."""
    return tuple(one.id for one in atlas.muscles.values() if nerve in nerves_of(one))


def groups_of(atlas: Atlas, muscle: str) -> tuple[str, ...]:
    """The groups to which a muscle belongs."""
    return tuple(group.id for group in atlas.groups.values() if muscle in group.members)


def opponents(atlas: Atlas, muscle: str) -> tuple[str, ...]:
    """The muscles that oppose one, as far as they have a card."""
    return tuple(one for one in atlas.muscles[muscle].antagonists.muscles if one in atlas.muscles)


def on_side(atlas: Atlas, muscles: Iterable[str], side: Side | None) -> tuple[Ref, ...]:
    """References to muscles on a side; those of the midline, and all without a side, as a whole."""
    one = side if side in ("right", "left") else None
    return tuple(Ref(muscle, one if atlas.muscles[muscle].side == "paired" else None) for muscle in muscles)
