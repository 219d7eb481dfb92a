"""Questions that can be answered right in the panel: tests and reports, with yes and no beside them."""

from __future__ import annotations

from app.card.blocks import Option, QuestionLine, Span, Text
from app.card.links import link
from app.model.knowledge import Atlas
from app.model.reference import Ref, Side
from app.state.state import State


def finding_line(atlas: Atlas, state: State, finding: str) -> QuestionLine:
    """What a person may report, asked in plain words."""
    return QuestionLine((Span(atlas.findings[finding].question),), _options(state, finding, ("yes", "no"), None))


def test_line(atlas: Atlas, state: State, test: str) -> QuestionLine:
    """A test with its results; its name leads to how it is done."""
    return answer_line(state, test, (link("test", Ref(test), atlas.tests[test].name),))


def line_of(atlas: Atlas, state: State, key: str) -> QuestionLine:
    """The question of a test or a finding by its id."""
    return finding_line(atlas, state, key) if key in atlas.findings else test_line(atlas, state, key)


def answer_line(state: State, test: str, text: Text) -> QuestionLine:
    """A test's result, asked with a text; it is noted for the side of the pain where that has one."""
    return QuestionLine(text, _options(state, test, ("positive", "negative"), side_of(state)))


def side_of(state: State) -> Side | None:
    """The one side on which all chosen areas hurt."""
    sides = {area.side for area in state.pain}
    side = sides.pop() if len(sides) == 1 else None
    return side if side in ("right", "left") else None


def _options(state: State, key: str, labels: tuple[str, str], side: str | None) -> tuple[Option, ...]:
    """Both answers; the target of a given one repeats it, which takes it back."""
    given = next((one for one in state.answers if one.id == key), None)
    options = []
    for label, result in zip(labels, ("positive", "negative"), strict=True):
        chosen = given is not None and given.result == result
        where = given.side if given is not None and chosen else side
        options.append(Option(label, f"answer/{key}={result}" + (f":{where}" if where else ""), chosen))
    return tuple(options)
