"""What the window remembers between runs: its place, the widths of its parts, and what was chosen in the settings. Bad values are ignored."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.state.state import LabelChoice, NameChoice, Voice

ThemeChoice = Literal["system", "light", "dark", "contrast"]
THEME_CHOICES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
DEFAULT: ThemeChoice = "system"
LABELS: tuple[LabelChoice, ...] = get_args(LabelChoice)
NAMES: tuple[NameChoice, ...] = get_args(NameChoice)
VOICES: tuple[Voice, ...] = get_args(Voice)
SMALLEST, USUAL, LARGEST, STEP = 80, 100, 200, 10
"""Sizes of the text, per cent of the platform's own, and the step from one to the next."""
LONGEST = 80
"""So many letters at most has the name of a clinic: one line of a page."""


@frozen
class Remembered:
    """What was read; None where nothing good was stored."""

    theme: ThemeChoice = "system"
    geometry: QByteArray | None = None
    splitter: QByteArray | None = None
    motion: bool = True
    labels: LabelChoice = "none"
    names: NameChoice = "english"
    plumb: bool = True
    views: tuple[ViewName, ...] = ()
    voice: Voice = "plain"
    size: int = USUAL
    """Of the text, per cent of the platform's own."""
    clinic: str = ""
    logo: str = ""
    """The picture of the clinic, a file; it is checked by who shows it."""
    posture: bool = False
    """Whether the posture panel is open."""


def settings_file() -> Path:
    """The file; the environment variable PLUMBLINE_SETTINGS names another one."""
    named = os.environ.get("PLUMBLINE_SETTINGS")
    if named:
        return Path(named)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "plumbline" / "window.ini"


def read_settings(file: Path) -> Remembered:
    """What the file says; a missing, unreadable or damaged one says nothing."""
    if not file.is_file():
        return Remembered()
    store = QSettings(str(file), QSettings.Format.IniFormat)
    asked = store.value("theme")
    return Remembered(theme_choice(asked), _bytes(store.value("geometry")), _bytes(store.value("splitter")),
                      str(store.value("motion")).lower() != "false",
                      next((one for one in LABELS if one == store.value("labels")), "none"),
                      next((one for one in NAMES if one == store.value("names")), "english"),
                      str(store.value("plumb")).lower() != "false", _views(store.value("views")),
                      next((one for one in VOICES if one == store.value("voice")), "plain"),
                      text_size(store.value("size")), _line(store.value("clinic"))[:LONGEST], _line(store.value("logo")),
                      str(store.value("posture")).lower() == "true")


def write_settings(file: Path, values: Remembered) -> None:
    """Store all at once; Qt writes beside the file and then renames. A folder that cannot be written is no error."""
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("theme", values.theme)
    store.setValue("geometry", values.geometry)
    store.setValue("splitter", values.splitter)
    store.setValue("motion", values.motion)
    store.setValue("labels", values.labels)
    store.setValue("names", values.names)
    store.setValue("plumb", values.plumb)
    store.setValue("views", " ".join(values.views))
    store.setValue("voice", values.voice)
    store.setValue("size", values.size)
    store.setValue("clinic", values.clinic)
    store.setValue("logo", values.logo)
    store.setValue("posture", values.posture)
    store.sync()


def theme_choice(value: object) -> ThemeChoice:
    """The choice that a value names; what is none means: as the system."""
    return next((choice for choice in THEME_CHOICES if choice == value), DEFAULT)


def text_size(value: object) -> int:
    """The size that a value names, per cent; what is none means: as usual."""
    text = str(value)
    return min(max(int(text), SMALLEST), LARGEST) if text.isdecimal() and len(text) < 4 else USUAL


def _line(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _views(value: object) -> tuple[ViewName, ...]:
    named = str(value).split()
    return tuple(view for view in get_args(ViewName) if view in named)


def _bytes(value: object) -> QByteArray | None:
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None
