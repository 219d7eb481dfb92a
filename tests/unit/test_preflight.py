"""The check before Qt: libraries, display, font."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import preflight
from app.model.problem import UserError

ROOT = Path(__file__).parent.parent.parent


def only(name: str) -> preflight.Loader:
    def load(library: str) -> object:
        if library != name:
            raise OSError(library)
        return object()

    return load


def test_missing_libraries_are_named_by_package() -> None:
    wanted = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
    assert preflight.missing_packages(wanted, only("libGL.so.1")) == ["libegl1"]


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "GUI_LIBRARIES", {"libnothing-at-all.so.9": "libnothing9"})
    with pytest.raises(UserError, match="apt-get install libnothing9"):
        preflight.check(window=False)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True),
     ({"QT_QPA_PLATFORM": "offscreen"}, True), ({"QT_QPA_PLATFORM": "xcb"}, False)],
)
def test_display(environment: dict[str, str], expected: bool) -> None:
    assert preflight.has_display(environment) is expected


def test_a_display_that_does_not_answer() -> None:
    assert not preflight.x_answers(":4711")
    assert preflight.x_answers("far.example:0")


def test_without_a_display_the_libraries_for_one_are_named_too() -> None:
    assert preflight.uses_x({})
    assert not preflight.uses_x({"WAYLAND_DISPLAY": "wayland-0"})
    assert not preflight.uses_x({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"})


def test_a_machine_without_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "FONT_FOLDERS", (str(tmp_path),))
    with pytest.raises(UserError, match="fonts-dejavu-core"):
        preflight.check(window=False)


def test_without_a_display_the_window_says_so_and_leaves_with_one() -> None:
    bare = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    out = subprocess.run([sys.executable, "-m", "app"], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=60,
                         check=False)
    assert out.returncode == 1
    assert "no display" in out.stderr
    assert "Traceback" not in out.stderr


@pytest.mark.parametrize(("environment", "told"), [
    ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM asks for 'nonsense'"),
    ({"WAYLAND_DISPLAY": "wayland-none", "XDG_RUNTIME_DIR": "/tmp"}, "'wayland-none' does not answer"),
    ({"DISPLAY": "nonsense"}, "'nonsense' does not answer"),
])
def test_what_would_end_the_process_is_told(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], told: str) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(preflight, "missing_packages", lambda *_: [])
    with pytest.raises(UserError, match=told):
        preflight.check(window=True)


def test_a_user_without_a_home_has_no_fonts_there() -> None:
    assert not preflight.has_font([Path("~nobody_of_this_name/.fonts")])
