"""Muscle length against a joint: points found one at a time, the coarse ones first, and remembered. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from time import perf_counter

from app.model.frozen import frozen
from app.model.posture import JointName, Posture, posture
from app.model.reference import BodySide
from app.pose.lengths import curve

STEPS = 60
"""A curve has so many pieces."""
STRIDES = (15, 5, 1)
"""Which points are found first: it takes shape at once and is then made finer."""
NEARLY = 1e-6
"""Stands for zero: a joint that is told zero would follow the others, as the low back does the pelvis."""
REMEMBERED = 240
"""So many curves are remembered; the oldest are forgotten."""

Curve = Callable[[str, BodySide, JointName, Posture, Iterable[float]], list[float]]


@frozen
class Line:
    """A curve: of a muscle on a side against a joint, the `others` joints standing still."""

    muscle: str
    side: BodySide
    joint: JointName
    others: Posture


@frozen
class Asked:
    """Some curves over a range of their joint (degrees or mm), with their ghosts, which may wait."""

    lines: tuple[Line, ...] = ()
    ghosts: tuple[Line, ...] = ()
    low: float = 0.0
    high: float = 1.0


def others(now: Posture, joint: JointName) -> Posture:
    """A posture without one of its joints."""
    return Posture(tuple(pair for pair in now.values if pair[0] != joint))


@lru_cache(maxsize=8)
def places(low: float, high: float) -> tuple[float, ...]:
    """Where the points of a curve are, in the order in which they are found."""
    seen: dict[int, None] = {}
    for stride in STRIDES:
        seen |= dict.fromkeys(range(0, STEPS + 1, stride))
    return tuple(low + (high - low) * place / STEPS for place in seen)


class Curves:
    """Finds the points of curves in small pieces of time. Lengths are mm."""

    def __init__(self, find: Curve = curve) -> None:
        self._find = find
        self._known: dict[Line, dict[float, float]] = {}
        self._left: Iterator[tuple[Line, float]] = iter(())
        self.at_work = False

    def ask(self, asked: Asked) -> None:
        """Take on some curves, instead of those before."""
        at = places(asked.low, asked.high)
        wanted = [(line, value) for lines in (asked.lines, asked.ghosts) for value in at for line in lines]
        self._begin((line, value) for line, value in wanted if value not in self._known.get(line, {}))

    def sample(self, wanted: Iterable[tuple[Line, float]]) -> None:
        """Take on single points, instead of what was asked for before."""
        self._begin(pair for pair in tuple(wanted) if pair[1] not in self._known.get(pair[0], {}))

    def _begin(self, wanted: Iterator[tuple[Line, float]]) -> None:
        self._left = wanted
        self.at_work = True

    def work(self, seconds: float) -> bool:
        """Find points for about so long; whether there are more to find."""
        end = perf_counter() + seconds
        for line, value in self._left:
            self._keep(line)[value] = self._find(line.muscle, line.side, line.joint, line.others, (value or NEARLY,))[0]
            if perf_counter() >= end:
                return True
        self.at_work = False
        return False

    def points(self, line: Line, low: float, high: float) -> tuple[list[float], list[float]]:
        """What is known of a curve by now: values of the joint, rising, and lengths, mm."""
        known = self._known.get(line, {})
        at = sorted(value for value in places(low, high) if value in known)
        return at, [known[value] for value in at]

    def at(self, line: Line, value: float) -> float:
        """The length at a value of the joint, mm: found now where it is not known."""
        known = self._keep(line)
        if value not in known:
            return self._find(line.muscle, line.side, line.joint, line.others, (value or NEARLY,))[0]
        return known[value]

    def knows(self, line: Line, value: float) -> bool:
        """Whether a point has been found."""
        return value in self._known.get(line, {})

    def _keep(self, line: Line) -> dict[float, float]:
        if line not in self._known:
            while len(self._known) >= REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[line] = {}
        return self._known[line]


def strongest(curves: Curves, keys: Iterable[tuple[str, BodySide]], spans: Iterable[tuple[JointName, float, float]]) -> JointName | None:
    """The joint that changes some muscles most between the ends of its range; None for none. All points must have been sampled."""
    keys = tuple(keys)
    found = {joint: sum(_spread(curves, muscle, side, joint, (low, high)) for muscle, side in keys) for joint, low, high in spans}
    best = max(found, key=found.__getitem__, default=None)
    return best if best and found[best] > 0 else None


def ends(keys: Iterable[tuple[str, BodySide]], spans: Iterable[tuple[JointName, float, float]]) -> tuple[tuple[Line, float], ...]:
    """The points by which `strongest` judges."""
    keys = tuple(keys)
    return tuple((Line(muscle, side, joint, posture({})), value) for joint, low, high in spans for value in (low, 0.0, high)
                 for muscle, side in keys)


def _spread(curves: Curves, muscle: str, side: BodySide, joint: JointName, span: tuple[float, float]) -> float:
    line = Line(muscle, side, joint, posture({}))
    lengths = [curves.at(line, value) for value in (span[0], 0.0, span[1])]
    return (max(lengths) - min(lengths)) / max(lengths[1], 1.0)
