"""A joint's value in words and signs: the change from the measured body, the whole angle, what it means; and read back from what was typed."""

from __future__ import annotations

import re

from app.card.links import source_chips
from app.model.knowledge import Atlas
from app.model.posture import JointCard, NormalRange

UNITS = {"degrees": "°", "mm": " mm"}
ONE, MANY = {"degrees": "degree", "mm": "millimetre"}, {"degrees": "degrees", "mm": "millimetres"}
MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"
NUMBER = re.compile(rf"\s*([+\-{MINUS}{DASH}]?)\s*(\d{{1,4}}(?:[.,]\d{{1,4}})?)\s*(?:°|mm|%|degrees?)?\s*", re.IGNORECASE)
"""What is read as a number: with a sign, a comma or a point, a unit behind it."""


def number(value: float) -> str:
    """A number (degrees or mm) to one tenth, without a sign; no tenth where it is zero."""
    return f"{abs(round(value, 1)):g}"


def signed(value: float) -> str:
    """A number (degrees or mm) to one tenth with its sign; zero has none."""
    rounded = round(value, 1)
    return ("+" if rounded > 0 else MINUS if rounded < 0 else "") + number(value)


def change_words(card: JointCard, value: float) -> str:
    """A change (degrees or mm): "+9°", or a minus sign before "12 mm"."""
    return signed(value) + UNITS[card.unit]


def total_words(card: JointCard, value: float) -> str:
    """The whole angle (degrees) at a change: "13.8° in all"; empty where the measured body's own is not known."""
    if card.neutral is None:
        return ""
    total = card.neutral + value
    return (MINUS if round(total, 1) < 0 else "") + f"{number(total)}{UNITS[card.unit]} in all"


def meaning(card: JointCard, value: float) -> str:
    """What a change (degrees or mm) means: "the pelvis tips forward", "neutral"."""
    rounded = round(value, 1)
    return card.more if rounded > 0 else card.less if rounded < 0 else "neutral"


def spoken(card: JointCard, value: float) -> str:
    """A value for those who do not see it: "9 degrees, the pelvis tips forward"."""
    if not round(value, 1):
        return "neutral"
    unit = (ONE if number(value) == "1" else MANY)[card.unit]
    return f"{number(value)} {unit}, {meaning(card, value)}"


def typed(text: str) -> float | None:
    """The number that was typed (degrees or mm); None for what is none."""
    found = NUMBER.fullmatch(text)
    if not found:
        return None
    size = float(found[2].replace(",", "."))
    return -size if found[1] in ("-", MINUS, DASH) else size


def as_change(card: JointCard, normal: NormalRange) -> tuple[float, float]:
    """The ends of a normal range as changes from the measured body, degrees or mm."""
    shift = card.neutral or 0.0 if normal.measure == "total" else 0.0
    return normal.low - shift, normal.high - shift


def place_words(card: JointCard, value: float) -> str:
    """Whether a change (degrees or mm) lies where people usually stand; empty where that is not known."""
    ends = [as_change(card, one) for one in card.normal]
    if not ends:
        return ""
    return "in the usual range" if any(low <= value <= high for low, high in ends) else "outside the usual range"


def usual_words(atlas: Atlas, card: JointCard) -> tuple[str, ...]:
    """A sentence for each normal range: what, of whom, after which source."""
    unit = UNITS[card.unit]
    return tuple(
        f"Usual: {_end(one.low)} to {_end(one.high)}{unit}{' in all' if one.measure == 'total' else ''}. {one.who.text} "
        f"({', '.join(chip.text for chip in source_chips(atlas, one.who.sources))})" for one in card.normal)


def _end(value: float) -> str:
    return (MINUS if value < 0 else "") + number(value)
