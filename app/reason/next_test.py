"""The question whose answer would tell the leading causes apart best.

The leaders' scores make a distribution by softmax: p(c) = exp(score(c)) / sum. It serves to compare questions and is never
shown. For each unanswered test and report, P(yes | c) = q * exp(w(c)), where w(c) is what a yes would add to the score of c,
dampened as it would be, and q = (1 - LR-) / (LR+ - LR-) is the share of yeses among those whom the question does not concern.
The expected information, in bits, is the entropy of p less the mean entropy after a yes and after a no (Lindley 1956, Annals
of Mathematical Statistics 27:986). Of questions that tell about as much, the easier one is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log2
from typing import Literal

from app.model.frozen import frozen
from app.model.knowledge import Atlas
from app.reason.candidates import Candidate
from app.reason.effects import Effect
from app.reason.fit import answered
from app.reason.kept import Kept
from app.reason.ranking import Standing, standings
from app.state.state import Answer, State

LEADERS = 8
"""So many candidates are told apart."""

LEAST_BITS = 0.005
"""A question that tells less is not worth asking."""

POINT = "trigger point in "
NAMED = 2
"""So many causes a sentence names before it counts the rest."""

MOST = 0.95
"""No answer is taken for surer than this."""

Kind = Literal["test", "finding"]
Result = Literal["positive", "negative"]


@frozen
class NextTest:
    """A test or a report that is worth asking for next, why, and what each answer would do to the ranks.

    `bits` is the information that is to be expected of it.
    """

    id: str
    kind: Kind
    name: str
    why: str
    if_positive: str
    if_negative: str
    bits: float = 0.0


def next_test(atlas: Atlas, state: State) -> NextTest | None:
    """The most informative question; none where no cause is ranked, or nothing is left to ask."""
    return _kept(atlas, state)


def _next_test(atlas: Atlas, state: State) -> NextTest | None:
    found = standings(atlas, state)
    if not found:
        return None
    leaders = found[:LEADERS]
    asked = dict.fromkeys(question for one in leaders for question in one.candidate.effects)
    answers = {one.id for one in state.answers}
    bits = {question: round(_bits(leaders, question, state.answers), 3) for question in asked if question not in answers}
    best = max(bits, key=lambda question: (bits[question], _ease(atlas, question)), default=None)
    if best is None or bits[best] < LEAST_BITS:
        return None
    return _told(atlas, state, found, (best, bits[best]))


_kept = Kept(_next_test)


def _ease(atlas: Atlas, question: str) -> int:
    """A report is easier to get than a test that one can do alone, and that than one by a clinician."""
    test = atlas.tests.get(question)
    if test is None:
        return 2
    return 1 if "self" in test.by else 0


def _bits(leaders: Sequence[Standing], question: str, answers: tuple[Answer, ...]) -> float:
    """The expected information of a question, bits."""
    now = _softmax([one.score for one in leaders])
    yes = [min(_share_of_yes(leaders, question) * exp(_change(one, question, "positive", answers)), MOST) for one in leaders]
    total = sum(p * y for p, y in zip(now, yes, strict=True))
    after_yes = [p * y / total for p, y in zip(now, yes, strict=True)]
    after_no = [p * (1.0 - y) / (1.0 - total) for p, y in zip(now, yes, strict=True)]
    return _entropy(now) - total * _entropy(after_yes) - (1.0 - total) * _entropy(after_no)


def _share_of_yes(leaders: Sequence[Standing], question: str) -> float:
    """How many of those whom a question does not concern answer yes, 0..1: by the effect that is strongest."""
    effects = [one.candidate.effects[question] for one in leaders if question in one.candidate.effects]
    strongest = max(effects, key=lambda effect: abs(effect.positive) + abs(effect.negative))
    return false_yes(strongest)


def false_yes(effect: Effect) -> float:
    """The share of yeses, 0..1, that goes with an effect's two likelihood ratios."""
    yes, no = exp(effect.positive), exp(effect.negative)
    share = (1.0 - no) / (yes - no) if abs(yes - no) > 1e-9 else 0.5
    return min(max(share, 1.0 - MOST), MOST)


def _change(one: Standing, question: str, result: Result, answers: tuple[Answer, ...]) -> float:
    """What an answer would add to a score, natural log-odds."""
    if question not in one.candidate.effects:
        return 0.0
    side = one.fit.side
    return answered(one.candidate, side, (*answers, Answer(question, result))) - answered(one.candidate, side, answers)


def _softmax(scores: Sequence[float]) -> list[float]:
    parts = [exp(score - max(scores)) for score in scores]
    return [part / sum(parts) for part in parts]


def _entropy(shares: Sequence[float]) -> float:
    return -sum(share * log2(share) for share in shares if share > 0.0)


def _told(atlas: Atlas, state: State, found: list[Standing], question: tuple[str, float]) -> NextTest:
    id_, bits = question
    kind: Kind = "test" if id_ in atlas.tests else "finding"
    name = atlas.tests[id_].name if kind == "test" else atlas.findings[id_].name
    return NextTest(id_, kind, name, _why(found[:LEADERS], id_), _outcome(state, found, id_, "positive"), _outcome(state, found, id_, "negative"), bits)


def _why(leaders: list[Standing], question: str) -> str:
    """Which of the leading causes a question sets apart, in one short sentence."""
    concerned = [one.candidate for one in leaders if question in one.candidate.effects]
    others = [one.candidate for one in leaders if question not in one.candidate.effects]
    if not others:
        return "It weighs differently on each of the leading causes."
    if len(others) < len(concerned) and len(others) <= NAMED:
        return f"It bears on every leading cause but {_named(others)}."
    if len(concerned) <= NAMED:
        return f"It sets {_named(concerned)} apart from the other leading causes."
    return f"It sets {_named(concerned[:NAMED])}, and {len(concerned) - NAMED} more, apart from the other leading causes."


def _named(candidates: list[Candidate]) -> str:
    """The names of some candidates in a sentence; trigger points share the word."""
    causes = [_short(one) for one in candidates if not one.trigger_point]
    points = [_short(one).removeprefix(POINT) for one in candidates if one.trigger_point]
    if points:
        causes.append(f"{'a trigger point' if len(points) == 1 else 'trigger points'} in {_and(points)}")
    return _and(causes)


def _outcome(state: State, found: list[Standing], question: str, result: Result) -> str:
    """What an answer would do: the greatest change among the first places."""
    changes = [_change(one, question, result, state.answers) for one in found]
    before = _ranks([one.score for one in found])
    after = _ranks([one.score + change for one, change in zip(found, changes, strict=True)])
    lifted = [place for place in range(len(found)) if after[place] < before[place] and after[place] <= LEADERS]
    leader = min(range(len(found)), key=lambda place: after[place])
    if after[0] > 1:
        new = _the(found[leader].candidate)
        return f"would lift {new} from {ordinal(before[leader])} to 1st, above {_the(found[0].candidate)}"
    if changes[0] > 0.0:
        return f"would put {_the(found[0].candidate)} further ahead"
    if lifted:
        best = min(lifted, key=lambda place: (after[place], before[place]))
        return f"would lift {_the(found[best].candidate)} from {ordinal(before[best])} to {ordinal(after[best])}"
    if changes[0] < 0.0:
        return f"would bring the others nearer to {_the(found[0].candidate)}, which stays 1st"
    return f"would leave the order as it is, with {_the(found[0].candidate)} 1st"


def _ranks(scores: Sequence[float]) -> list[int]:
    """Equals share a rank: 1, 1, 3."""
    rounded = [round(score, 2) for score in scores]
    order = sorted(rounded, reverse=True)
    return [order.index(score) + 1 for score in rounded]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _short(candidate: Candidate) -> str:
    """A name within a sentence: without what its own page adds in brackets, and not with a capital."""
    name = candidate.name.partition(" (")[0]
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _the(candidate: Candidate) -> str:
    """A name within a sentence, with an article where it is that of a thing."""
    return f"the {_short(candidate)}" if candidate.trigger_point else _short(candidate)


def _and(names: list[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
