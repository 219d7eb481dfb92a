"""How the body is looked at, from menu, keys, slider and segments: changes of the session, and the actions that show it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction

from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import bring_back, choose_muscle, hide, speak
from app.state.select import selected
from app.state.session import Session
from app.state.sheet import (
    bared,
    label,
    lay_bare,
    name_in,
    peel,
    show_alone,
    show_plumb,
    show_views,
)
from app.state.state import DEPTHS, LabelChoice, NameChoice, State
from app.ui.gestures import ref_of_shape
from app.ui.meant import shapes_of
from app.ui.settings import LABELS, NAMES, VOICES

STEP = 0.1
"""What one press of a key fades, in layers."""


class SheetControl:
    """One method per gesture; `atlas` and `views` come when they are loaded."""

    def __init__(self, session: Session, actions: dict[str, QAction]) -> None:
        self._session = session
        self._actions = actions
        self.atlas = Atlas()
        self.views: tuple[ViewName, ...] = ()

    @property
    def _state(self) -> State:
        return self._session.state

    def show_state(self, state: State) -> None:
        """Check and enable the actions as the state has it."""
        self._actions[f"depth_{state.depth}"].setChecked(True)
        self._actions[f"labels_{state.labels}"].setChecked(True)
        self._actions[f"names_{state.names}"].setChecked(True)
        self._actions[f"voice_{state.voice}"].setChecked(True)
        self._actions["alone"].setChecked(state.alone)
        self._actions["plumb"].setChecked(state.plumb)
        self._actions["hide"].setEnabled(state.muscle is not None)
        self._actions["bring_back"].setEnabled(bool(state.hidden) or state.alone)

    # Views.

    def keep_to_diagrams(self, views: tuple[ViewName, ...]) -> None:
        """Offer the views that have a diagram, and leave out the others."""
        self.views = views
        for name, action in self._actions.items():
            if name.startswith("view_"):
                action.setEnabled(set(str(action.data()).split()) <= set(views))
        self._session.change(show_views(self._state, self._drawn(self._state.views)))

    def toggle_view(self, name: str) -> None:
        """Show or hide a view; the last one stays."""
        shown = self._state.views
        wanted = tuple(view for view in self.views if (view in shown) != (view == name))
        self._session.change(show_views(self._state, wanted or shown))

    def show_preset(self, action: QAction) -> None:
        """Show just the views that an action names."""
        names = str(action.data()).split()
        self._session.change(show_views(self._state, self._drawn(tuple(view for view in self.views if view in names))))

    def _drawn(self, wanted: tuple[ViewName, ...]) -> tuple[ViewName, ...]:
        return tuple(view for view in wanted if view in self.views) or self.views

    # Depth.

    def peel(self, name: str) -> None:
        """Show the body down to a depth."""
        self._session.change(peel(self._state, next(one for one in DEPTHS if one == name)))

    def peel_to(self, action: QAction) -> None:
        """Show the body down to the depth that an action names."""
        self.peel(str(action.data()))

    def lay_bare(self, layers: float) -> None:
        """Take off so many layers, 0 to 3, a fraction of one by fading it."""
        self._session.change(lay_bare(self._state, layers))

    def fade_inwards(self) -> None:
        """Fade a step towards the bone."""
        self.lay_bare(bared(self._state) + STEP)

    def fade_outwards(self) -> None:
        """Fade a step towards the skin."""
        self.lay_bare(bared(self._state) - STEP)

    # What is shown of it.

    def show_alone(self, alone: bool) -> None:
        """Fade all that is neither selected nor highlighted, or no longer."""
        self._session.change(show_alone(self._state, alone))

    def show_plumb(self, plumb: bool) -> None:
        """Show the plumb line, or leave it off."""
        self._session.change(show_plumb(self._state, plumb))

    def show_only(self, shape_id: str) -> None:
        """Select a muscle of the body and fade all others."""
        self.show_muscle_only(ref_of_shape(shape_id))

    def show_muscle_only(self, muscle: Ref) -> None:
        """Select a muscle and fade all others."""
        self._session.change(show_alone(choose_muscle(self._state, muscle), True))

    def hide_shape(self, shape_id: str) -> None:
        """Take a muscle of the body away, on its side."""
        self._session.change(hide(self._state, (ref_of_shape(shape_id),)))

    def hide_selected(self) -> None:
        """Take the selected muscles away, on the sides on which they are selected."""
        self.hide_all(selected(self._state))

    def hide_all(self, muscles: Iterable[Ref]) -> None:
        """Take muscles away, each on the side that is named, or else on both."""
        shapes = (shape for ref in muscles for shape in shapes_of(self.atlas, ref))
        self._session.change(hide(self._state, map(ref_of_shape, shapes)))

    def bring_back(self) -> None:
        """Show all muscles again, none faded."""
        self._session.change(bring_back(self._state))

    # Labels.

    def choose_labels(self, action: QAction) -> None:
        """Label what an action names."""
        self._label(next(one for one in LABELS if one == action.data()))

    def next_labels(self) -> None:
        """Label more, or after all nothing."""
        self._label(LABELS[(LABELS.index(self._state.labels) + 1) % len(LABELS)])

    def choose_names(self, action: QAction) -> None:
        """Write names in the language that an action names."""
        self._name_in(next(one for one in NAMES if one == action.data()))

    def next_names(self) -> None:
        """Write names in the next language."""
        self._name_in(NAMES[(NAMES.index(self._state.names) + 1) % len(NAMES)])

    # Words.

    def choose_voice(self, action: QAction) -> None:
        """Explain in the words that an action names."""
        self.speak(str(action.data()))

    def next_voice(self) -> None:
        """Explain in the other words."""
        self.speak(VOICES[(VOICES.index(self._state.voice) + 1) % len(VOICES)])

    def speak(self, voice: str) -> None:
        """Explain in plain or in clinical words."""
        self._session.change(speak(self._state, next(one for one in VOICES if one == voice)))

    def _label(self, labels: LabelChoice) -> None:
        self._session.change(label(self._state, labels))

    def _name_in(self, names: NameChoice) -> None:
        self._session.change(name_in(self._state, names))
