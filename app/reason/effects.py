"""What the answers to tests and questions say for or against each candidate, by figures where they hold, else by default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from app.model.basic import UNVERIFIED
from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.model.practice import Accuracy, Cause, Test
from app.reason.weights import (
    INHERITED,
    REPORT_AGAINST,
    REPORT_FOR,
    TEST_AGAINST,
    TEST_FOR,
    likelihoods,
    suggested,
    trust,
)

TRIGGER_POINTS = "myofascial_trigger_points"
"""The cause of which every muscle with a trigger point is a case: its tests and clues speak for them all."""

Kind = Literal["test", "finding"]


@frozen
class Effect:
    """What one test or report says of one candidate: weights of its two answers in natural log-odds, and what they rest on.

    `source` is the one that it rests on; `figures` are the published ones in words, empty for an estimate.
    """

    kind: Kind
    positive: float
    negative: float
    source: str
    figures: str = ""

    @property
    def estimate(self) -> bool:
        """Whether no study measured it."""
        return not self.figures


def best_source(sources: Sequence[str]) -> str:
    """The first source that is one, or else what is said instead."""
    return next((one for one in sources if one not in (UNVERIFIED, "project")), sources[0] if sources else "project")


def cause_effects(atlas: Atlas, cause: Cause) -> Mapping[str, Effect]:
    """The tests that name the cause and the reports that are clues of it."""
    effects = dict(_clues(cause, 1.0))
    for test in atlas.tests.values():
        effect = _test_effect(test, cause.id)
        if effect is not None:
            effects[test.id] = effect
    return effects


def _inherited(atlas: Atlas, muscle: str) -> dict[str, Effect]:
    """Of the clues of a muscle's causes, for each finding the strongest."""
    effects: dict[str, Effect] = {}
    for cause in atlas.causes.values():
        if cause.id == TRIGGER_POINTS or (cause.kind == "muscle" and muscle in cause.muscles):
            for finding, effect in _clues(cause, INHERITED):
                if finding not in effects or abs(effect.positive) > abs(effects[finding].positive):
                    effects[finding] = effect
    return effects


def trigger_effects(atlas: Atlas, muscle: str) -> Mapping[str, Effect]:
    """The tests that suggest the muscle or find trigger points, and the clues of the muscle's causes, in part."""
    effects = _inherited(atlas, muscle)
    for test in atlas.tests.values():
        if muscle in test.suggests:
            effects[test.id] = Effect("test", suggested(len(test.suggests)), TEST_AGAINST, best_source(test.sources))
        elif TRIGGER_POINTS in test.causes:
            effects[test.id] = Effect("test", TEST_FOR * INHERITED, TEST_AGAINST * INHERITED, best_source(test.sources))
    return effects


def _clues(cause: Cause, part: float) -> Iterator[tuple[str, Effect]]:
    for clue in cause.clues:
        sign = part if clue.speaks == "for" else -part
        yield clue.finding, Effect("finding", sign * REPORT_FOR, sign * REPORT_AGAINST, best_source(clue.sources))


def _test_effect(test: Test, cause: str) -> Effect | None:
    measured = test.accuracy
    if measured is not None and cause in measured.causes:
        effect = _measured(measured)
        if effect is not None:
            return effect
    return Effect("test", TEST_FOR, TEST_AGAINST, best_source(test.sources)) if cause in test.causes else None


def _measured(accuracy: Accuracy) -> Effect | None:
    """The likelihood ratios of figures that were measured on this very cause; none where one of the two is missing."""
    if accuracy.sensitivity is None or accuracy.specificity is None:
        return None
    positive, negative = likelihoods(accuracy.sensitivity, accuracy.specificity, accuracy.n)
    figures = f"sens. {accuracy.sensitivity:g}, spec. {accuracy.specificity:g}"
    if accuracy.n is not None:
        figures += f", {accuracy.n} people, so weighed {trust(accuracy.n):.2f} times"
    return Effect("test", positive, negative, best_source(accuracy.sources), figures)
