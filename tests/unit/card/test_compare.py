"""What several muscles share, and two muscles or two patterns side by side."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from app.card.blocks import Acts, Block, Columns, Heading, Page, Rows
from app.card.page import hint, page
from app.card.text import to_text
from app.card.traits import action_key, less, shared, traits_of
from app.content.cache import content
from app.model.reference import Ref
from app.reason.kin import nerves_of, of_nerve, on_side, opponents
from app.reason.muscles import with_default_side
from app.state.choose import SELECTION
from app.state.select import compare_muscles, compare_patterns, select_all
from app.state.state import State
from tests.unit.small import small_atlas

ATLAS = content().atlas
PSOAS, ILIACUS, GLUTEUS = Ref("psoas_major"), Ref("iliacus"), Ref("gluteus_maximus")


def beneath(made: Page, head: str) -> list[Block]:
    """The blocks under a heading."""
    places = [place for place, block in enumerate(made.blocks) if isinstance(block, Heading)] + [len(made.blocks)]
    return next(([*made.blocks[start + 1:end]] for start, end in pairwise(places) if made.blocks[start] == Heading(head)), [])


def labels(made: Page, head: str) -> list[str]:
    return [row.label for block in beneath(made, head) if isinstance(block, Rows) for row in block.rows]


@pytest.mark.parametrize(("action", "key"), [
    ("flexes the hip", "flex the hip"), ("helps to flex the hip", "flex the hip"), ("weakly flexes the knee", "flex the knee"),
    ("long head: extends the hip", "extend the hip"), ("with the knee bent, rotates the leg inward", "rotate the leg inward"),
    ("bends the elbow, most strongly with the thumb up", "bend the elbow"), ("presses the belly in", "press the belly in"),
])
def test_an_action_is_known_in_other_words(action: str, key: str) -> None:
    assert action_key(action) == key


def test_what_is_shared_is_told_once() -> None:
    one, other = traits_of(ATLAS, PSOAS), traits_of(ATLAS, ILIACUS)
    both = shared((one, other))
    assert "flex the hip" in both["Actions"] and "hip_flexors" in both["Groups"]
    rest = less(one, both)
    assert not any(rest[trait].keys() & both[trait].keys() for trait in both)
    assert all(rest[trait].keys() | both[trait].keys() == one[trait].keys() for trait in one)


def test_two_muscles_stand_side_by_side() -> None:
    made = page(ATLAS, compare_muscles(State(), PSOAS, ILIACUS))
    assert "Actions" in labels(made, "What they share")
    columns = next(block for block in beneath(made, "Where they differ") if isinstance(block, Columns))
    assert [head[0].target for head in columns.heads] == ["muscle/psoas_major", "muscle/iliacus"]
    assert {"Origin", "Nerve"} <= {row.label[0].text for row in columns.rows}


def test_opponents_are_called_so() -> None:
    assert "They oppose each other." in to_text(page(ATLAS, compare_muscles(State(), PSOAS, GLUTEUS)))


def test_contradictions_of_two_patterns_come_first() -> None:
    state = compare_patterns(State(), Ref("forward_tipped_pelvis"), Ref("backward_tipped_pelvis"))
    heads = [block.text for block in page(ATLAS, state).blocks if isinstance(block, Heading)]
    assert heads[0] == "Where they contradict each other"
    text = to_text(page(ATLAS, state))
    assert "Forward tipped pelvis: tight, short" in text and "Backward tipped pelvis: weak" in text


def test_a_side_is_named_where_only_one_is_meant() -> None:
    text = to_text(page(ATLAS, compare_patterns(State(), Ref("high_hip", "left"), Ref("flat_back"))))
    assert text.startswith("Left high hip and flat back") and "left quadratus lumborum" in text


@pytest.mark.parametrize("kind", ["muscle", "pattern"])
def test_any_two_can_be_compared(kind: str) -> None:
    things = list(ATLAS.muscles if kind == "muscle" else ATLAS.patterns)[::3]
    for one, other in combinations(things, 2):
        if kind == "muscle":
            state = compare_muscles(State(), Ref(one), Ref(other))
        else:
            state = compare_patterns(State(), *(with_default_side(ATLAS, Ref(each)) for each in (one, other)))
        made = page(ATLAS, state)
        assert any(isinstance(block, Columns) and block.rows for block in made.blocks)
        assert not any(isinstance(a, Heading) and isinstance(b, Heading) for a, b in pairwise(made.blocks))
        assert to_text(made) and isinstance(hint(ATLAS, state), tuple)


def test_several_muscles_tell_what_most_of_them_share() -> None:
    state = select_all(State(), on_side(ATLAS, ATLAS.members("quadriceps"), "right"))
    text = to_text(page(ATLAS, state))
    assert text.startswith("4 muscles selected")
    assert "Femoral nerve" in text and "Extends the knee" in text


def test_muscles_with_nothing_in_common_say_so() -> None:
    atlas = small_atlas()
    atlas = replace(atlas, muscles={key: replace(one, origin=(key,), insertion=(key,), nerve=(key,), actions=(key,), layer=layer)
                                    for (key, one), layer in zip(atlas.muscles.items(), ("deep", "superficial", "intermediate"), strict=True)},
                    groups={}, patterns={}, referrals={}, tests={})
    assert "they have nothing in common" in to_text(page(atlas, select_all(State(), (Ref("psoas"), Ref("gluteus")))))


@pytest.mark.parametrize("refs", [(), (Ref("psoas"),)])
def test_the_page_of_a_selection_that_is_gone_says_how_to_begin(refs: tuple[Ref, ...]) -> None:
    state = replace(select_all(State(), refs), subject=SELECTION)
    assert "Hold Ctrl" in to_text(page(small_atlas(), state)) or "hold Ctrl" in to_text(page(small_atlas(), state))


def test_what_can_be_pressed_is_not_printed() -> None:
    state = select_all(State(), (Ref("psoas_major"),))
    made = page(ATLAS, state)
    assert any(isinstance(block, Acts) for block in made.blocks)
    assert "both sides" not in to_text(made).partition("Origin")[0]


def test_nerves_are_known_by_their_bare_names() -> None:
    atlas = ATLAS
    assert nerves_of(atlas.muscles["biceps_femoris"]) == ("tibial part of the sciatic nerve", "common fibular part of the sciatic nerve")
    assert "semitendinosus" in of_nerve(atlas, "tibial part of the sciatic nerve")
    assert all(one in atlas.muscles for one in opponents(atlas, "psoas_major"))
    assert on_side(atlas, ("diaphragm", "psoas_major"), "left") == (Ref("diaphragm"), Ref("psoas_major", "left"))
