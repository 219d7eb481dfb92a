"""How deep a muscle lies, in one sentence."""

from __future__ import annotations

from app.card.blocks import Span, Text
from app.card.links import joined, muscle_link
from app.model.anatomy import Cover, Muscle
from app.model.knowledge import Atlas

NOTHING, BARE, EDGE, HALF = 0.05, 0.12, 0.27, 0.8
"""Up to these shares 0..1 of its outline a muscle counts as bare, nearly so, covered at an edge, and covered in part."""

FROM = {"front": "from the front", "back": "from behind", "right": "from the side", "left": "from the side"}


def depth_words(atlas: Atlas, muscle: Muscle) -> Text:
    """What lies over a muscle in the view in which least does; empty where nobody measured it."""
    if not muscle.covers:
        return ()
    least = min(muscle.covers, key=_burial)
    if least.share <= BARE or not least.by:
        what = "nothing" if least.share <= NOTHING else "hardly anything"
        return (Span(f"Superficial: {FROM[least.view]}, {what} lies over it."),)
    lead = ("Superficial: only an edge lies under " if least.share <= EDGE
            else "Partly under " if least.share <= HALF else "Deep: lies under ")
    return (Span(lead), *_names(atlas, least), Span(f", seen {FROM[least.view]}."))


def _burial(cover: Cover) -> tuple[float, float]:
    return cover.layers, cover.share


def _names(atlas: Atlas, cover: Cover) -> Text:
    """The things that hide a muscle: muscles as links, what has no card in plain words."""
    names = [muscle_link(atlas, name) if name in atlas.muscles else Span(_plain(name)) for name in cover.by]
    return joined(names, " and ") if len(names) < 3 else (*joined(names[:-1]), Span(" and "), names[-1])


def _plain(name: str) -> str:
    return name.removesuffix("_bone").replace("_", " ").replace("achilles", "Achilles")
