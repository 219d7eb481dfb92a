"""What Qt needs from the machine, checked before Qt is loaded.

A missing system library ends the import of QtGui with a loader error, and a missing display or xcb library ends the
whole process inside Qt, where nothing can catch it. So both are looked for first, with ctypes. Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from app.model.problem import UserError

GUI_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}
"""Shared libraries that QtGui loads on Linux, and the Debian packages that hold them."""

XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What the window on an X display needs besides."""

PLATFORMS = frozenset(("", "xcb", "wayland", "offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"))
"""What the wheel of Qt can open a window on; asked for another, it ends the process."""

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".pfb", ".pcf", ".gz"})

Loader = Callable[[str], object]


def check(window: bool) -> None:
    """Raise UserError with the packages to install when Qt could not start here; `window` asks for a display too.

    Only Linux is checked: elsewhere the wheels of Qt bring what they need.
    """
    if not sys.platform.startswith("linux"):
        return
    if window and platform(os.environ).partition(";")[0].partition("-")[0] not in PLATFORMS:
        raise UserError(f"QT_QPA_PLATFORM asks for '{platform(os.environ)}', which Qt does not have; unset it")
    on_x = window and uses_x(os.environ)
    missing = missing_packages(GUI_LIBRARIES | XCB_LIBRARIES if on_x else GUI_LIBRARIES, ctypes.CDLL)
    if missing:
        raise UserError(f"Qt needs system libraries that are missing; run: sudo apt-get install {' '.join(missing)}")
    if window:
        _check_display(on_x)
    if not has_font(Path(folder) for folder in FONT_FOLDERS):
        raise UserError(f"this machine has no font to write with; run: sudo apt-get install {FONT_PACKAGE}")


def _check_display(on_x: bool) -> None:
    if not has_display(os.environ):
        raise UserError(
            "there is no display to open a window on; start Plumbline from a desktop, or use 'plumbline screenshot' and "
            "'plumbline render', which need none"
        )
    if on_x and not x_answers(os.environ.get("DISPLAY", "")):
        raise UserError(f"the display '{os.environ.get('DISPLAY', '')}' does not answer; is the X server running?")
    if not on_x and platform(os.environ) in ("", "wayland") and not wayland_answers(os.environ):
        raise UserError(f"the display '{os.environ.get('WAYLAND_DISPLAY', '')}' does not answer; is the desktop running?")


def missing_packages(libraries: dict[str, str], load: Loader) -> list[str]:
    """The Debian packages whose library `load` cannot open, in the order of the table."""
    missing = []
    for library, package in libraries.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    return missing


def platform(environment: os._Environ[str] | dict[str, str]) -> str:
    """The Qt platform that the environment asks for; empty where Qt chooses."""
    return environment.get("QT_QPA_PLATFORM", "").partition(":")[0]


def uses_x(environment: os._Environ[str] | dict[str, str]) -> bool:
    """Whether Qt will want an X display for its window; without any display too, so that all it lacks is named at once."""
    asked = platform(environment)
    return asked == "xcb" or (not asked and not environment.get("WAYLAND_DISPLAY"))


def has_display(environment: os._Environ[str] | dict[str, str]) -> bool:
    """Whether there is anything to open a window on."""
    if platform(environment) not in ("", "xcb", "wayland"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def x_answers(display: str) -> bool:
    """Whether the X server of a local display takes connections; a display elsewhere is taken at its word."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host not in ("", "unix"):
        return True
    return any(map(_opens, (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}")))


def wayland_answers(environment: os._Environ[str] | dict[str, str]) -> bool:
    """Whether the Wayland desktop that the environment names takes connections."""
    name = environment.get("WAYLAND_DISPLAY") or "wayland-0"
    return "WAYLAND_SOCKET" in environment or _opens(str(Path(environment.get("XDG_RUNTIME_DIR", ""), name)))


def _opens(address: str) -> bool:
    # Imported here: the first frame waits for it, and only a display that is asked needs it.
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(1.0)
        try:
            door.connect(address)
        except OSError:
            return False
    return True


def has_font(folders: Iterable[Path]) -> bool:
    """Whether any of the folders holds a font file."""
    return any(map(_holds_font, folders))


def _holds_font(folder: Path) -> bool:
    try:
        home = folder.expanduser()
        return home.is_dir() and any(file.suffix.lower() in FONT_SUFFIXES for file in home.rglob("*.*"))
    except (OSError, RuntimeError):
        # A user may have no home, or one that is closed to him.
        return False
