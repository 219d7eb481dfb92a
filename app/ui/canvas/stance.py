"""How the body stands on a canvas: each diagram in the posture that is shown, with what is drawn over it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace

from app.model.frozen import frozen
from app.model.posture import NEUTRAL, Posture
from app.paint.notes import Notes
from app.paint.plate import Plate, outlines
from app.paint.scene import Scene


@frozen
class Extras:
    """What is shown besides: the outline of the neutral body, the angles, the neutral body beside the posed one."""

    ghost: bool = False
    angles: bool = False
    beside: bool = False


class Stance:
    """A posture and how it is shown. Diagrams are posed when they are first asked for, each once; one that is not `ready` to be
    posed at once stays neutral.
    """

    def __init__(self, posture: Posture = NEUTRAL, extras: Extras | None = None, moving: bool = False,
                 ready: Callable[[Plate], bool] | None = None) -> None:
        self.posture, self.extras = posture, extras or Extras()
        self._ready = ready
        self.moving = moving
        """Whether the next posture follows at once: then nothing is laid out or got ready."""
        self._made: dict[Plate, tuple[Plate, ...]] = {}

    def of(self, plate: Plate) -> tuple[Plate, ...]:
        """A diagram as it stands: one, or beside it the neutral one."""
        if plate not in self._made:
            if self._is_plain or (self._ready and not self._ready(plate)):
                return (plate,)
            self._made[plate] = self._stood(plate)
        return self._made[plate]

    @property
    def _is_plain(self) -> bool:
        return self.posture == NEUTRAL and not self.extras.angles

    @property
    def at_rest(self) -> Stance:
        """The same, at rest; what was posed stays."""
        return self.again(moving=False)

    def again(self, moving: bool) -> Stance:
        """The same once more: what was posed stays, and what was not ready may be by now."""
        made = Stance(self.posture, self.extras, moving, self._ready)
        made._made = self._made
        return made

    def restood(self, scene: Scene, plates: tuple[Plate, ...]) -> Scene:
        """A scene with other plates in the same places."""
        return replace(scene, places=tuple(replace(place, plate=plate) for place, plate in zip(scene.places, plates, strict=True)))

    def _stood(self, plate: Plate) -> tuple[Plate, ...]:
        leaves = self.posture != NEUTRAL
        posed = self._noted(plate, self.posture, ", posed" if self.extras.beside else "")
        if not (leaves and self.extras.beside):
            return (posed,)
        return self._noted(plate, NEUTRAL, ", neutral"), posed

    def _noted(self, plate: Plate, posture: Posture, word: str) -> Plate:
        """A diagram in a posture, with what is to be noted on it."""
        # Imported here: until a posture is shown, numpy is not needed.
        from app.paint.angles import angles_of
        from app.paint.posed import posed_plate
        from app.pose.kinematics import posed

        pose = posed(posture)
        made = copy.copy(plate) if posture == NEUTRAL else posed_plate(plate, pose)
        ghost = outlines(plate) if self.extras.ghost and posture != NEUTRAL else ()
        made.notes = Notes(ghost, angles_of(plate.view, pose, ghost) if self.extras.angles else (), word)
        return made
