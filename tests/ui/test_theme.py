"""Colours: every text can be read, light and dark, and the choice is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.model.look import ThemeName
from app.state.session import Session
from app.ui.settings import Remembered, read_settings, write_settings
from app.ui.theme import PALETTES, Sizes, style_sheet, text_pairs
from app.ui.window import FIRST_SIZE, MainWindow
from app.ui.workbench import Workbench


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of an sRGB colour."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1..21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_text_has_enough_contrast(name: ThemeName) -> None:
    pairs = text_pairs(PALETTES[name])
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_focus_ring_can_be_seen(name: ThemeName) -> None:
    palette = PALETTES[name]
    assert all(contrast(palette.focus, ground) >= 3 for ground in (palette.surface, palette.paper, palette.chosen))


def test_the_style_sheet_has_no_colour_left_out() -> None:
    assert "@" not in style_sheet(PALETTES["dark"], Sizes(12, 13, 21))


def test_a_fixed_theme_wins_over_the_system(window: Workbench) -> None:
    window.actions_by_id["theme_dark"].trigger()
    assert window.palette_now.name == "dark"
    assert window.remembered().theme == "dark"
    window.actions_by_id["theme_light"].trigger()
    assert window.palette_now.name == "light"


def test_the_theme_is_remembered(qtbot: QtBot, window: Workbench, own_settings: Path) -> None:
    window.actions_by_id["theme_dark"].trigger()
    write_settings(own_settings, window.remembered())
    window.actions_by_id["theme_light"].trigger()
    other = Workbench(Session(), read_settings(own_settings))
    qtbot.addWidget(other)
    assert other.palette_now.name == "dark"


def no_picture(_size: QSize, _scale: float) -> None:
    """There is none."""


@pytest.mark.parametrize(
    "text", ["", "\x00\xff not a file of settings", "[General]\ntheme=purple\ngeometry=@ByteArray(junk)\nsplitter=7", "theme"]
)
def test_damaged_settings_are_ignored(qtbot: QtBot, own_settings: Path, text: str) -> None:
    own_settings.write_text(text, encoding="latin-1")
    window = MainWindow(read_settings(own_settings), no_picture)
    bench = Workbench(Session(), read_settings(own_settings), window)
    qtbot.addWidget(window)
    assert window.size() == FIRST_SIZE
    assert bench.palette_now.name == "light"
    assert read_settings(own_settings).theme == "system"


def test_missing_settings_say_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.ini") == Remembered()
