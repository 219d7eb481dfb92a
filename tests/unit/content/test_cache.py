"""The compiled content: the same as read afresh, rebuilt when stale or damaged, and never needed."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from app.content import cache
from app.content.cache import content
from app.content.compiled import Unpickler, packed
from app.content.reader import read_content
from app.resources import folders
from tests.unit.content.pack import change, good_pack, write


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLUMBLINE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return good_pack(tmp_path / "pack")


def compiled(store: Path) -> Path:
    [file] = store.iterdir()
    return file


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> cache.Compiled:
        raise AssertionError(f"{folder} was read afresh")

    monkeypatch.setattr(cache, "_read", refuse)


def test_the_built_in_content_comes_back_as_it_was_read(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = read_content(folders().data)
    content()
    forbid_reading(monkeypatch)
    loaded = content()
    assert compiled(store).stat().st_size > 0
    assert (loaded.atlas, loaded.problems) == (fresh.atlas, fresh.problems)


def test_problems_come_back_with_paths_as_seen_from_here(store: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(pack, "referrals/hip.yaml", "0.7", "7")
    assert content(pack).problems[0].file == str(pack / "referrals" / "hip.yaml")
    monkeypatch.chdir(pack)
    assert content(pack).problems[0].file == str(Path("referrals", "hip.yaml"))
    assert compiled(store).exists()


@pytest.mark.usefixtures("store")
def test_a_changed_file_is_read_again(pack: Path) -> None:
    assert content(pack).atlas.groups["hip_movers"].name == "hip movers"
    change(pack, "groups/all.yaml", "hip movers", "movers of the hip")
    assert content(pack).atlas.groups["hip_movers"].name == "movers of the hip"


@pytest.mark.usefixtures("store")
def test_new_and_deleted_files_are_noticed(pack: Path) -> None:
    content(pack)
    write(pack, "sources/more.yaml", "more: {name: more, kind: study, standing: sound, url: https://example.org/more}\n")
    assert "more" in content(pack).atlas.sources
    (pack / "sources" / "more.yaml").unlink()
    assert "more" not in content(pack).atlas.sources


@pytest.mark.parametrize("what", ["__version__", "MAGIC"])
def test_another_version_is_compiled_anew(store: Path, pack: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content(pack)
    before = compiled(store).read_bytes()
    monkeypatch.setattr(cache, what, "9" if what == "__version__" else b"another\n")
    content(pack)
    assert compiled(store).read_bytes() != before


@pytest.mark.parametrize("keep", [0, 5, 25, 200, -1])
def test_a_file_cut_short_is_rebuilt(store: Path, pack: Path, keep: int) -> None:
    whole = content(pack)
    good = compiled(store).read_bytes()
    compiled(store).write_bytes(good[:keep])
    assert (content(pack), compiled(store).read_bytes()) == (whole, good)


def test_a_damaged_byte_is_noticed(store: Path, pack: Path) -> None:
    whole = content(pack)
    good = compiled(store).read_bytes()
    for at in range(0, len(good), len(good) // 40):
        compiled(store).write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1:])
        assert (content(pack), compiled(store).read_bytes()) == (whole, good)


def test_a_forged_file_runs_nothing(tmp_path: Path) -> None:
    class Forged:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    with pytest.raises(pickle.UnpicklingError):
        Unpickler(BytesIO(pickle.dumps(Forged()))).load()
    assert not (tmp_path / "made").exists()


def test_a_folder_that_cannot_be_written(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                         capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PLUMBLINE_CACHE", str(write(tmp_path, "file", "") / "cache"))
    assert content(pack).atlas == content(pack).atlas == read_content(pack).atlas
    assert capsys.readouterr().err.count("cannot be written") == 1


def test_a_full_disk_only_costs_time(store: Path, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, f"no space for {len(data)} bytes", str(path))

    monkeypatch.setattr(cache, "write_atomically", full)
    assert content(pack).atlas == read_content(pack).atlas
    assert not list(store.iterdir())


@pytest.mark.usefixtures("store")
def test_a_compiled_start_loads_no_reader() -> None:
    content()
    code = ("import sys; from app.content.cache import content; content()\n"
            "print(*{'yaml', 'pydantic', 'rapidfuzz', 'app.content.reader'} & set(sys.modules))")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folders().data.parent)
    assert out.stdout.split() == []


def test_what_is_unpacked_later_is_read_afresh_where_it_cannot_be(pack: Path) -> None:
    atlas = read_content(pack).atlas
    later = cache.Later(memoryview(packed(atlas.sources)[:40]), lambda: atlas.sources)
    assert later == atlas.sources


@pytest.mark.usefixtures("store")
def test_only_what_a_window_shows_is_unpacked_at_once() -> None:
    content()
    atlas = content().atlas
    assert isinstance(atlas.muscles, dict)
    assert isinstance(atlas.sources, cache.Later)
    assert len(atlas.sources) == len([*atlas.sources.values()]) == len([*atlas.sources])
    assert "project" in atlas.sources
