"""Scores the cases: ``python -m tests.cases [--all]``. Exit code 1 when a goal is missed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from app.content.cache import content
from tests.cases.case import Outcome, outcome, read_cases, unknown_ids

FIRST_FIVE, FIRST_THREE = 0.90, 0.75
"""The goals: the shares of cases in which an expected id comes within the first five and the first three."""


HELD_OUT = "second_"
"""How the ids of the second set begin: its authors knew neither the tables and weights nor the first set."""


def shares(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """The shares 0..1 within the first three and within the first five, of those that expect a cause."""
    asked = [one for one in outcomes if one.case.expect]
    if not asked:
        return 1.0, 1.0
    return sum(one.within(3) for one in asked) / len(asked), sum(one.within(5) for one in asked) / len(asked)


def report(outcomes: Sequence[Outcome], everything: bool) -> bool:
    """Print the scores and what was missed; whether all goals are met."""
    asked = [one for one in outcomes if one.case.expect]
    flagged = [one for one in outcomes if one.case.flags]
    three, five = shares(outcomes)
    unflagged = [one for one in flagged if one.missing_flags]
    print(f"{len(outcomes)} cases, {len(asked)} expect a cause, {len(flagged)} a red flag")
    print(f"within the first three {three:6.1%}   goal {FIRST_THREE:.0%}")
    print(f"within the first five  {five:6.1%}   goal {FIRST_FIVE:.0%}")
    print(f"red flags raised       {len(flagged) - len(unflagged)} of {len(flagged)}")
    for one in outcomes:
        if one.missing_flags:
            print(f"\n{one.case.id}: not flagged: {', '.join(one.missing_flags)}")
        if one.case.expect and (everything or not one.within(3)):
            place = f"{one.best} at {one.place}" if one.place else "none of what it expects is ranked"
            print(f"\n{one.case.id}: {place}; expected {', '.join(one.case.expect)}")
            print("\n".join(f"    {leader}" for leader in one.leaders))
    return three >= FIRST_THREE and five >= FIRST_FIVE and not unflagged


def main() -> int:
    """Score all cases."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--all", action="store_true", help="show the leaders of every case, not only of those beyond the third place")
    said = ask.parse_args()
    atlas, cases = content().atlas, read_cases()
    unknown = {case.id: ids for case in cases if (ids := unknown_ids(atlas, case))}
    for case, ids in unknown.items():
        print(f"{case}: the content does not have {', '.join(ids)}", file=sys.stderr)
    outcomes = [outcome(atlas, case) for case in cases if case.id not in unknown]
    print("First set:")
    good = report([one for one in outcomes if not one.case.id.startswith(HELD_OUT)], said.all)
    print("\nSecond set, held out:")
    held_out = report([one for one in outcomes if one.case.id.startswith(HELD_OUT)], said.all)
    return 0 if good and held_out and not unknown else 1


if __name__ == "__main__":
    sys.exit(main())
