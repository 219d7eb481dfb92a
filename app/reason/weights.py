"""The figures of the ranking and why they are what they are. All weights are natural log-odds.

The score of a candidate is a sum, as in naive Bayes::

    score = prior
          + sum over painful areas   s * ln( P(area | candidate) / P(area) )
          + sum over silent areas    SILENT * ln( (1 - P(area | candidate)) / (1 - P(area)) )     dampened
          + sum over qualities       QUALITY[kind][quality]
          + sum over tests           ln LR                                                        dampened
          + sum over reports         +- REPORT                                                    dampened

P(area) is the mean of P(area | candidate) over all candidates of the content: so pain where many things hurt says less than
pain where few do. LR+ = sensitivity / (1 - specificity) and LR- = (1 - sensitivity) / specificity (Deeks and Altman 2004,
BMJ 329:168). Naive Bayes takes findings for independent; those of one family are not, so each further one that says the same
counts `DAMPING` times as much as the one before.

No figure here but the likelihood ratios of the tests was measured on patients: the others are this project's estimates,
chosen once for the reasons given, none of them to make a single case come out, and shown as estimates wherever they count.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, sqrt
from typing import Literal

from app.model.practice import Quality

Level = Literal["usual", "sometimes", "near_usual", "near_sometimes"]
"""How a candidate reaches an area: felt there usually or sometimes, or in an area that touches such a one."""

REACH: dict[Level, float] = {"usual": 0.75, "sometimes": 0.3, "near_usual": 0.2, "near_sometimes": 0.1}
"""P(area hurts | candidate). "Essential" zones are those that hurt in nearly every person in whom the maps' authors found the
point, "spillover" those of some. Neighbours get a part because people point imprecisely, and pain has no sharp edge."""

ELSEWHERE = 0.04
"""P(area hurts | candidate) where it does not reach at all: a person may hurt in two places for two reasons."""

LEAST_COMMON = 0.05
"""No area counts as rarer than this: the content lists few candidates for some areas because few were described."""

SILENT = 0.35
"""How much the silence of an area counts: people paint where it hurts most and leave out the rest."""

SILENT_BESIDE_PAIN = 0.5
"""A silent area that touches a painful one counts half: perhaps it was meant as well."""

SILENT_DAMPING = 0.75
"""That several areas of one zone are silent is partly one fact: the zone hurts only in part."""

ANOTHER_POINT = -0.5
"""Each further trigger point of a muscle that must be active to explain the pain; one is the simpler story."""

BOTH_SIDES = -0.3
"""Both sides at once, for something that has a right and a left form: pain on both sides is common, two causes are less so."""

SECOND_SIDE = 0.6
"""An area painted on both sides counts 2 * 0.6, not 2: the sides are not independent."""

FAINT = 0.4
"""Strength of the faintest painted area. It grows in proportion to intensity (0..10) and to the share that hurts, up to 1."""

TEST_FOR, TEST_AGAINST = 0.6, -0.4
"""A test without figures for this very condition: LR+ 1.8 and LR- 0.67, a little less than where even a small change
begins (LR+ 2, LR- 0.5; Jaeschke, Guyatt and Sackett 1994, JAMA 271:703)."""

REPORT_FOR, REPORT_AGAINST = 0.5, -0.3
"""A report that a cause's content names as a clue: less than a test, since most complaints share such clues."""

INHERITED = 0.5
"""Part of the weight that a trigger point takes over from what speaks for its muscle's causes."""

DAMPING = {"test": 0.6, "finding": 0.75}
"""For each further test, or report, that says the same of a candidate (straight leg raise, slump, crossed leg raise)."""

SMALL_STUDY = 25
"""Figures of a study of n people count n / (n + 25) times; pooled figures, which name no n, count fully."""

CLOSEST = 0.02
"""Sensitivity and specificity are taken as no nearer to 0 or 1 than this: no test is perfect."""

PRIORS: dict[str, float] = {"trigger_point": 0.0, "muscle": 0.0, "joint": 0.0, "nerve": -0.2, "disc": -0.2, "fascia": -0.2,
                            "control": -0.4, "habit": -0.4, "systemic": -0.4}
"""Before anything is known. That nerve roots and discs explain the smaller part of back pain is this project's estimate; no
cause is known of most of it (Maher 2017, Lancet 389:736). Control, habits, the whole body and fascia at large say why something
comes to hurt rather than what hurts here: where one of them and a muscle or a joint explain the same pain, what hurts here comes
first."""

OFTEN_FOUND = 0.25
"""For a muscle in which studies found an active point in a third or more of those with pain there (`Referral.often`): less
than one useful report, as such studies were small and not blinded. No such study was read for most regions, so that a muscle
without it has neither more nor less."""

QUALITIES: dict[str, dict[Quality, float]] = {
    "muscle": {"ache": 0.3, "burning": 0.0, "stabbing": -0.1, "pins_and_needles": -0.6, "numbness": -0.7},
    "joint": {"ache": 0.2, "burning": -0.2, "stabbing": 0.2, "pins_and_needles": -0.6, "numbness": -0.7},
    "nerve": {"ache": -0.3, "burning": 0.5, "stabbing": 0.3, "pins_and_needles": 0.9, "numbness": 0.9},
    "other": {"ache": 0.1, "burning": 0.0, "stabbing": -0.1, "pins_and_needles": -0.3, "numbness": -0.3},
}
"""How a pain feels, by what hurts: pain from nerves burns, tingles or goes with numbness (items of the questionnaires DN4 and
painDETECT; that it stabs is our own addition), pain from muscles aches (Travell and Simons), pain from joints aches or catches."""

FAMILY = {"trigger_point": "muscle", "muscle": "muscle", "joint": "joint", "nerve": "nerve", "disc": "nerve"}
"""Which row of `QUALITIES` a kind of cause reads; all others read "other"."""

NAMED_QUALITY = 0.4
"""Instead of the table's figure, where a cause's own content names the quality; half of it against where it names others."""

SHARED_MAP = 0.1
"""A zone that several sources draw alike is surer: this much for each doubling of their number, at most twice."""

BAR = 5.0
"""A candidate so far below the leader has no bar."""


def strength(intensity: float | None, share: float) -> float:
    """How much a painful area counts, `FAINT`..1: by intensity (0..10, taken as full where unknown) and share (0..1)."""
    of_intensity = 1.0 if intensity is None else min(max(intensity, 0.0), 10.0) / 10.0
    return FAINT + (1.0 - FAINT) * of_intensity * min(max(share, 0.0), 1.0)


def likelihoods(sensitivity: float, specificity: float, n: int | None) -> tuple[float, float]:
    """ln LR+ and ln LR- from fractions 0..1, pulled towards 0 for a small study."""
    sens = min(max(sensitivity, CLOSEST), 1.0 - CLOSEST)
    spec = min(max(specificity, CLOSEST), 1.0 - CLOSEST)
    pull = trust(n)
    return log(sens / (1.0 - spec)) * pull, log((1.0 - sens) / spec) * pull


def trust(n: int | None) -> float:
    """How far figures of a study of `n` people count, 0..1."""
    return 1.0 if n is None else n / (n + SMALL_STUDY)


def suggested(muscles: int) -> float:
    """The weight of a positive test for each of the `muscles` that it suggests: any one of them would make it positive."""
    return TEST_FOR / sqrt(max(muscles, 1))


def dampened(weights: Sequence[float], factor: float) -> list[float]:
    """The weights in their order, the largest in full and each further one `factor` times as much as the one before.

    Those for and those against are dampened apart, so that one more never turns the sum the other way.
    """
    counted, parts = list(weights), [1.0, 1.0]
    if len(counted) < 2:
        return counted
    for place in sorted(range(len(counted)), key=[-abs(weight) for weight in weights].__getitem__):
        sign = counted[place] > 0.0
        counted[place] *= parts[sign]
        parts[sign] *= factor
    return counted
