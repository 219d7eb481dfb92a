"""The product's folders, the cache folder, and writing files whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import resources
from app.model.problem import UserError
from app.resources import cache_folder, folders, write_atomically, write_wanted


def test_the_checkout_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("app", "data", "assets"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    assert folders().data == Path(resources.__file__).parent.parent / "data"
    assert folders().diagrams.parent == folders().assets


def test_the_wheels_own_copy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "app")
    (tmp_path / "data").mkdir()
    assert folders().data == tmp_path / "data"
    (tmp_path / "app" / "_bundle" / "data").mkdir(parents=True)
    assert folders().data == tmp_path / "app" / "_bundle" / "data"


def test_a_missing_data_folder_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "app")
    with pytest.raises(UserError, match=r"^the content folder is missing .*; install Plumbline again$"):
        folders()


def test_plumbline_cache_names_the_cache_folder_which_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path / "a" / "b"))
    assert cache_folder() == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize(("platform", "variable", "below"), [
    ("linux", "XDG_CACHE_HOME", ""), ("linux", "HOME", ".cache"), ("win32", "LOCALAPPDATA", ""), ("darwin", "HOME", "Library/Caches")])
def test_each_system_has_its_place(tmp_path: Path, platform: str, variable: str, below: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert resources._user_cache(platform) == tmp_path / below


def test_a_cache_folder_that_cannot_be_made_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path / "file" / "cache"))
    assert (cache_folder(), cache_folder()) == (None, None)
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "PLUMBLINE_CACHE" in told[0]


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"old and long")
    write_atomically(tmp_path / "file", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"new")]


def test_writing_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path, target: Path) -> Path:
        raise PermissionError(13, "not now", str(target))

    write_atomically(tmp_path / "file", b"old")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / ("x" * 255), b"whole")
    assert (tmp_path / ("x" * 255)).read_bytes() == b"whole"


@pytest.mark.parametrize(("name", "said"), [(".", "is a folder"), ("none/a", "make it first"), ("x" * 256, "too long")])
def test_a_place_that_takes_no_file_is_told(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        write_wanted(tmp_path / name, b"")


def test_a_lasting_file_is_on_the_disk_before_it_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    seen = []
    monkeypatch.setattr(resources.os, "fsync", lambda _: seen.append(file.read_text()))
    write_wanted(file, b"new")
    assert (seen, file.read_text()) == (["old"], "new")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_write_left_is_swept_away_but_not_what_is_being_written(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in ("a[1].svg.12-34.tmp", "a[1].svg.56-78.tmp", "b.12-34.tmp"))
    for one in (old, new, other):
        one.touch()
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    write_wanted(tmp_path / "a[1].svg", b"whole")
    assert (old.exists(), new.exists(), other.exists()) == (False, True, True)
