"""The body's content: muscles, groups, structures, areas of pain, trigger points, the plumb line."""

from __future__ import annotations

from typing import Literal

from app.model.basic import AreaId, Fact, MuscleId, Pairing, SourceId
from app.model.frozen import frozen

Layer = Literal["superficial", "intermediate", "deep"]
PlumbBasis = Literal["measured", "described"]
ViewName = Literal["front", "back", "right", "left"]
AttachmentEnd = Literal["origin", "insertion"]


@frozen
class Identifiers:
    """Ids of public anatomical vocabularies: Terminologia Anatomica 2, FMA, UBERON."""

    ta2: str | None = None
    fma: str | None = None
    uberon: str | None = None
    note: str | None = None


@frozen
class Antagonists:
    """Muscles that oppose; `basis` tells whether a source names them or they follow from opposite movements."""

    muscles: tuple[MuscleId, ...]
    basis: Literal["named", "partly named", "opposite movement", "unverified"]
    sources: tuple[SourceId, ...]


@frozen
class AttachmentLine:
    """A line along which one end of a muscle is attached: points (x, y, z) in the body frame, mm, right side (x <= 0).

    A single point is a small area. `seen` are the views in which it lies on the near side of the body.
    """

    end: AttachmentEnd
    points: tuple[tuple[float, float, float], ...]
    seen: tuple[ViewName, ...]


@frozen
class Cover:
    """How a muscle is hidden in a view: the share 0..1 of its outline that lies under others, how many lie over it on
    average, and the ids of those that hide most of it (muscles, fasciae or bones), the greatest first.
    """

    view: ViewName
    share: float
    layers: float
    by: tuple[str, ...]


@frozen
class Muscle:
    """A muscle (or the iliotibial band) as the panel shows it. `unverified` names fields that no source was read for."""

    id: str
    name: str
    latin: str
    region: str
    division: str
    layer: Layer
    side: Pairing
    origin: tuple[str, ...]
    insertion: tuple[str, ...]
    nerve: tuple[str, ...]
    actions: tuple[str, ...]
    antagonists: Antagonists
    identifiers: Identifiers
    sources: tuple[SourceId, ...]
    roots: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    plain: str | None = None
    kind: Literal["muscle", "fascia"] = "muscle"
    note: str | None = None
    unverified: tuple[str, ...] = ()
    attachments: tuple[AttachmentLine, ...] = ()
    """From ``data/body/attachment_lines.csv``, not from YAML."""
    covers: tuple[Cover, ...] = ()
    """One for each view that draws it; from ``data/body/covers.csv``, not from YAML."""


@frozen
class Group:
    """A name that stands for its members."""

    id: str
    name: str
    members: tuple[MuscleId, ...]
    basis: str
    sources: tuple[SourceId, ...]
    synonyms: tuple[str, ...] = ()


@frozen
class Structure:
    """A joint, nerve, disc, fascia or ligament that takes part in a cause.

    `shapes` are its outlines in the diagrams, without their side; absent where its own id is the only one.
    """

    id: str
    name: str
    kind: Literal["joint", "nerve", "disc", "fascia", "ligament", "bone", "tendon"]
    side: Pairing
    plain: str
    what: tuple[Fact, ...]
    sources: tuple[SourceId, ...]
    latin: str | None = None
    synonyms: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()


@frozen
class Area:
    """A region of the skin where pain is felt. ``data/body/areas.yaml`` tells in which views it is drawn and what bounds it."""

    id: str
    name: str
    body_part: str
    side: Pairing
    plain: str
    sources: tuple[SourceId, ...]
    synonyms: tuple[str, ...] = ()
    near: tuple[AreaId, ...] = ()
    """The areas that touch or overlap it on the diagrams, to which a person who points at it may mean to point as well."""


@frozen
class Place:
    """Where on its muscle a trigger point lies: fractions 0..1 from origin to insertion and from edge to edge."""

    text: str
    along: float
    across: float
    basis: Literal["read", "estimated"]
    sources: tuple[SourceId, ...]


@frozen
class Referral:
    """A trigger point and the areas to which it sends pain; `spillover` only in some people."""

    id: str
    muscle: MuscleId
    name: str
    place: Place
    essential: tuple[AreaId, ...]
    spillover: tuple[AreaId, ...]
    sources: tuple[SourceId, ...]
    note: Fact | None = None
    often: Fact | None = None
    """Of a muscle's first point: that in studies a third or more of those who hurt there had an active one in the muscle."""
    position: tuple[float, float, float] | None = None
    """Body frame, mm, right side (x <= 0); from ``data/body/trigger_points.csv``, not from YAML."""
    seen: tuple[ViewName, ...] = ()
    """The views in which the point of the right side lies on the near side of the body; from the same table."""


@frozen
class PlumbPoint:
    """A point of the body that the ideal posture has on the plumb line: its height and depth in the body frame, mm."""

    id: str
    name: str
    y: float
    z: float
    basis: PlumbBasis
    source: SourceId
