"""Turns what a user chooses into changes of the session. It knows no widgets."""

from __future__ import annotations

from app.card.search import Hit
from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.state.choose import choose_muscle, clear, drop_muscle, explain, toggle_pain
from app.state.session import Session
from app.state.state import State
from app.ui.chips import ChipRow, drop
from app.ui.gestures import follow, pick, ref_of_shape, take_hit
from app.ui.nav_rows import LIST_NAMES


class Controller:
    """One method per gesture; `atlas` comes when it is loaded."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.atlas = Atlas()

    @property
    def state(self) -> State:
        """What is chosen now."""
        return self._session.state

    def pick(self, name: str, ref: Ref) -> None:
        """A line of a list was picked."""
        found = next((one for one in LIST_NAMES if one == name), None)
        if found:
            self._session.change(pick(self.state, self.atlas, found, ref))

    def drop(self, chip: ChipRow) -> None:
        """A chosen thing was taken back."""
        self._session.change(drop(self.state, chip))

    def follow(self, target: str) -> None:
        """A link was followed."""
        self._session.change(follow(self.state, self.atlas, target))

    def take(self, hit: Hit) -> None:
        """A result of the search was taken."""
        self._session.change(take_hit(self.state, self.atlas, hit))

    def click_muscle(self, shape_id: str) -> None:
        """A muscle of the body was clicked."""
        ref = ref_of_shape(shape_id)
        if ref.id in self.atlas.muscles:
            self._session.change(choose_muscle(self.state, ref))

    def click_area(self, shape_id: str) -> None:
        """An area of the body was clicked: it hurts there, or no longer."""
        ref = ref_of_shape(shape_id)
        if ref.id in self.atlas.areas:
            self._session.change(toggle_pain(self.state, ref, self.atlas.areas[ref.id].side == "paired"))

    def click_nothing(self) -> None:
        """A click beside the body: no muscle is selected any more."""
        if self.state.muscle:
            self._session.change(drop_muscle(self.state))

    def go_back(self) -> None:
        """Return to the choice before."""
        self._session.go_back()

    def go_forward(self) -> None:
        """Undo going back."""
        self._session.go_forward()

    def clear_all(self) -> None:
        """Choose nothing."""
        self._session.change(clear(self.state))

    def show_about(self) -> None:
        """Explain the product itself."""
        self._session.change(explain(self.state, "about", Ref("plumbline")))
