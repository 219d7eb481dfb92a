"""What the window remembers between runs: its place, the widths of its parts, theme, motion, labels, plumb line, views, voice. Bad values are ignored."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.state.state import LabelChoice, NameChoice, Voice

ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
DEFAULT: ThemeChoice = "system"
LABELS: tuple[LabelChoice, ...] = get_args(LabelChoice)
NAMES: tuple[NameChoice, ...] = get_args(NameChoice)
VOICES: tuple[Voice, ...] = get_args(Voice)


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
                      next((one for one in VOICES if one == store.value("voice")), "plain"))


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
    store.sync()


def theme_choice(value: object) -> ThemeChoice:
    """The choice that a value names; what is none means: as the system."""
    return next((choice for choice in THEME_CHOICES if choice == value), DEFAULT)


def _views(value: object) -> tuple[ViewName, ...]:
    named = str(value).split()
    return tuple(view for view in get_args(ViewName) if view in named)


def _bytes(value: object) -> QByteArray | None:
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None
