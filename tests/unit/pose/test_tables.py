"""Damaged tables of the body are told in one sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from app.model.problem import UserError
from app.pose import skeleton, spine
from app.pose.tables import of_tables
from app.resources import folders


@pytest.mark.parametrize("content", [None, b"", b"joint,bend\n", b"\xff\xfe\x00", b"joint,bend,kyphosis,side_bend,rotation\nl5,x,1,1,1\n"])
def test_shares_that_cannot_be_read(content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _lay(spine, "spine_shares.csv", content, tmp_path, monkeypatch)
    with pytest.raises(UserError, match="missing or damaged, so it cannot be moved; install Plumbline again"):
        spine.shares.__wrapped__()


def test_landmarks_that_are_not_all_there(monkeypatch: pytest.MonkeyPatch) -> None:
    few = dict(list(skeleton.landmarks().items())[:4])
    monkeypatch.setattr(skeleton, "landmarks", lambda: few)
    with pytest.raises(UserError, match="missing or damaged"):
        skeleton.joint_centres.__wrapped__()


def test_what_is_told_already_is_not_told_in_other_words() -> None:
    def make() -> None:
        raise UserError("the content folder is missing")

    with pytest.raises(UserError, match=r"^the content folder is missing$"):
        of_tables(make)()


def _lay(module: ModuleType, name: str, content: bytes | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a module find a table with some content, or none."""
    place = folder / "body" / name
    place.parent.mkdir()
    if content is not None:
        place.write_bytes(content)
    there = replace(folders(), data=folder)
    monkeypatch.setattr(module, "folders", lambda: there)
