"""Whatever someone does in whatever order, the state makes sense and the way back leads back."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.model.anatomy import ViewName
from app.model.reference import Ref
from app.state.choose import (
    bring_back,
    choose_muscle,
    choose_pain,
    choose_pattern,
    clear,
    drop_muscle,
    drop_pain,
    drop_pattern,
    explain,
    hide,
    toggle_pain,
    toggle_pattern,
)
from app.state.session import Session
from app.state.sheet import lay_bare, peel, show_alone, show_views, with_sheet
from app.state.state import DEPTHS, Depth, State

SIDES = some.sampled_from(("right", "left"))
MUSCLES = some.builds(Ref, some.sampled_from(("psoas", "soleus", "masseter")), SIDES)
PATTERNS = some.builds(Ref, some.sampled_from(("tipped", "high_hip")), SIDES)
AREAS = some.builds(Ref, some.sampled_from(("knee", "low_back")), some.sampled_from(("right", "left", "both")))
EVERY_VIEW: tuple[ViewName, ...] = ("front", "back", "right", "left")
VIEWS = some.lists(some.sampled_from(EVERY_VIEW), min_size=1, max_size=4, unique=True)


class Gestures(RuleBasedStateMachine):
    """A person at the window."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.before = State()
        self.told: list[tuple[State, State]] = []
        self.session.subscribe(self._listen)

    def _listen(self, before: State, after: State) -> None:
        self.told.append((before, after))

    def _do(self, state: State) -> None:
        self.before = self.session.state
        self.told.clear()
        self.session.change(state)
        assert self.told == ([(self.before, state)] if state != self.before else [])

    @rule(ref=MUSCLES)
    def select(self, ref: Ref) -> None:
        """Select a muscle."""
        self._do(choose_muscle(self.session.state, ref))
        assert ref not in self.session.state.hidden

    @rule(ref=PATTERNS, toggled=some.booleans())
    def stand(self, ref: Ref, toggled: bool) -> None:
        """Choose a pattern, or take it back."""
        self._do((toggle_pattern if toggled else choose_pattern)(self.session.state, ref))

    @rule(ref=AREAS, toggled=some.booleans())
    def hurt(self, ref: Ref, toggled: bool) -> None:
        """Choose an area, or take it back."""
        state = self.session.state
        self._do(toggle_pain(state, ref, True) if toggled else choose_pain(state, ref))

    @rule(number=some.integers(0, 3))
    def drop(self, number: int) -> None:
        """Take something back."""
        state = self.session.state
        if number < len(state.patterns):
            self._do(drop_pattern(state, state.patterns[number].id))
        elif number < len(state.pain):
            self._do(drop_pain(state, state.pain[number]))
        else:
            self._do(drop_muscle(state))

    @rule(refs=some.sets(MUSCLES))
    def take_off(self, refs: set[Ref]) -> None:
        """Hide muscles."""
        self._do(hide(self.session.state, refs))

    @rule(alone=some.booleans(), layers=some.floats(-1, 4), views=VIEWS)
    def look(self, alone: bool, layers: float, views: list[ViewName]) -> None:
        """Look at the body in another way, which is no step of the history."""
        could = self.session.can_go_back, self.session.can_go_forward
        state = show_views(lay_bare(show_alone(self.session.state, alone), layers), tuple(views))
        self._do(state)
        assert could == (self.session.can_go_back, self.session.can_go_forward)

    @rule(depth=some.sampled_from(DEPTHS))
    def peel_to(self, depth: Depth) -> None:
        """Press a key for a depth."""
        self._do(peel(self.session.state, depth))

    @rule()
    def read_about(self) -> None:
        """Read about a source."""
        self._do(explain(self.session.state, "source", Ref("book")))

    @rule()
    def bring(self) -> None:
        """Bring all back."""
        self._do(bring_back(self.session.state))

    @rule()
    def start_again(self) -> None:
        """Clear."""
        self._do(clear(self.session.state))
        state = self.session.state
        assert state == with_sheet(State(), state) and not state.hidden and not state.alone

    @precondition(lambda self: self.session.can_go_back)
    @rule()
    def back_and_forward(self) -> None:
        """There and back again is where one was."""
        state = self.session.state
        self.session.go_back()
        self.session.go_forward()
        assert self.session.state == with_sheet(state, self.session.state)

    @precondition(lambda self: self.session.can_go_back)
    @rule()
    def back(self) -> None:
        """Go back."""
        self.session.go_back()

    @invariant()
    def makes_sense(self) -> None:
        """What holds after anything."""
        state = self.session.state
        assert state.muscle not in state.hidden
        assert 0.0 <= state.fade < 1.0
        assert not (state.depth == "superficial" and state.fade)
        assert len({ref.id for ref in state.patterns}) == len(state.patterns)
        assert len(set(state.pain)) == len(state.pain)
        assert state.subject or not (state.patterns or state.pain or state.muscle)
        if state.subject and state.subject.kind == "muscle":
            assert state.subject.ref == state.muscle


Gestures.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestAnyGestures = Gestures.TestCase
