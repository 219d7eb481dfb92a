"""The last answer is kept for the same pain and answers of the same content, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

from app.model.knowledge import Atlas
from app.model.reference import Ref
from app.reason.kept import Kept
from app.state.state import Answer, Felt, State


def test_it_is_found_again_only_when_what_it_rests_on_changed() -> None:
    asked: list[tuple[Atlas, State]] = []
    kept = Kept(lambda atlas, state: asked.append((atlas, state)) or len(asked))  # type: ignore[func-returns-value]
    atlas, state = Atlas(), State(pain=(Ref("low_back", "right"),))
    assert [kept(atlas, state), kept(atlas, replace(state, depth="deep", voice="clinical"))] == [1, 1]
    changed = (replace(state, answers=(Answer("slump", "positive"),)), replace(state, felt=(Felt(state.pain[0], 3.0),)),
               replace(state, pain=()))
    assert [kept(atlas, one) for one in changed] == [2, 3, 4]
    assert kept(Atlas(), changed[-1]) == 5
