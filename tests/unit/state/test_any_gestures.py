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
    without,
)
from app.state.select import (
    add_all,
    compare_muscles,
    compare_patterns,
    deselect,
    explain_selected,
    select_all,
    select_side,
    selected,
    toggle_selected,
)
from app.state.session import Session
from app.state.sheet import lay_bare, peel, show_alone, show_views, with_sheet
from app.state.state import DEPTHS, Depth, State

SIDES = some.sampled_from(("right", "left"))
MUSCLES = some.builds(Ref, some.sampled_from(("psoas", "soleus", "masseter")), SIDES)
SIDED = some.builds(Ref, some.sampled_from(("psoas", "soleus", "masseter")), some.sampled_from(("right", "left", None)))
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

    @rule(ref=SIDED)
    def select_too(self, ref: Ref) -> None:
        """Click a muscle with Ctrl; twice changes nothing of what is selected but its order."""
        self._do(toggle_selected(self.session.state, ref))

    @rule(refs=some.lists(SIDED), taken=some.lists(SIDED))
    def select_many(self, refs: list[Ref], taken: list[Ref]) -> None:
        """Select several muscles, and take some of them away."""
        self._do(select_all(self.session.state, refs))
        assert {one.id for one in selected(self.session.state)} == {ref.id for ref in refs}
        self._do(deselect(self.session.state, taken))

    @rule(refs=some.lists(SIDED), side=SIDED)
    def select_group(self, refs: list[Ref], side: Ref) -> None:
        """Add a group to what is selected, then see one muscle on one side."""
        self._do(add_all(self.session.state, refs))
        others = {ref.id for ref in selected(self.session.state)}
        self._do(select_side(self.session.state, side))
        assert side in selected(self.session.state)
        assert side.id not in others or {ref.id for ref in selected(self.session.state)} == others

    @rule(ref=MUSCLES)
    def read_card(self, ref: Ref) -> None:
        """Read the card of one of the selected muscles."""
        before = set(selected(self.session.state))
        self._do(explain_selected(self.session.state, ref.id))
        assert set(selected(self.session.state)) == before

    @rule(one=SIDED, other=SIDED, first=PATTERNS, second=PATTERNS, muscles=some.booleans())
    def compare(self, one: Ref, other: Ref, first: Ref, second: Ref, muscles: bool) -> None:
        """Compare two muscles or two patterns."""
        state = self.session.state
        self._do(compare_muscles(state, one, other) if muscles else compare_patterns(state, first, second))

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
        chosen = selected(state)
        assert all(without(state.hidden, ref) == state.hidden for ref in chosen)
        assert len({ref.id for ref in chosen}) == len(chosen)
        assert state.muscle or not state.also
        assert 0.0 <= state.fade < 1.0
        assert not (state.depth == "superficial" and state.fade)
        assert len({ref.id for ref in state.patterns}) == len(state.patterns)
        assert len(set(state.pain)) == len(state.pain)
        assert state.subject or not (state.patterns or state.pain or state.muscle)
        if state.subject and state.subject.kind == "muscle":
            assert state.subject.ref == state.muscle
            assert state.subject.other is None or state.subject.other in state.also


Gestures.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestAnyGestures = Gestures.TestCase
