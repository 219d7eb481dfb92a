"""The content as typed, frozen values. The classes are the schema of the YAML files in ``data/``.

A mapping key of a file becomes the ``id`` of the value. What all content is made of stands in `app.model.basic`, the body's
part in `app.model.anatomy`, what people do with it in `app.model.practice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from app.model.anatomy import Area, Group, Muscle, PlumbPoint, Referral, Structure
from app.model.basic import Dispute, Question, Source, Term
from app.model.frozen import frozen
from app.model.posture import Assumption, JointCard
from app.model.practice import Cause, Finding, Pattern, Remedy, Test


@frozen
class Atlas:
    """All content by kind and id, in the order of its files."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    muscles: Mapping[str, Muscle] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    structures: Mapping[str, Structure] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    referrals: Mapping[str, Referral] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    tests: Mapping[str, Test] = field(default_factory=dict)
    remedies: Mapping[str, Remedy] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    joints: Mapping[str, JointCard] = field(default_factory=dict)
    """By names without sides; see `app.model.posture.joint_of`."""
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    plumb: tuple[PlumbPoint, ...] = ()
    """From the top down; the last one bears the line. From ``data/body/plumb_line.csv``, not from YAML."""

    def members(self, target: str) -> tuple[str, ...]:
        """The muscles that an id of a muscle or a group stands for; empty for an unknown id."""
        if target in self.groups:
            return self.groups[target].members
        return (target,) if target in self.muscles else ()
