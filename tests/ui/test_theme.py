"""Colours: every text can be read, light and dark, and the choice is kept."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.model.look import SHEETS, STATES, ThemeName
from app.state.session import Session
from app.ui.settings import Remembered, read_settings, write_settings
from app.ui.theme import CONTRASTS, PALETTES, Sizes, style_sheet, text_pairs, theme_name
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


@pytest.mark.parametrize("name", PALETTES)
def test_every_text_has_enough_contrast(name: ThemeName) -> None:
    pairs = text_pairs(PALETTES[name])
    assert [pair for pair in pairs if contrast(*pair) < CONTRASTS[name][0]] == []


@pytest.mark.parametrize("name", PALETTES)
def test_the_focus_ring_can_be_seen(name: ThemeName) -> None:
    palette = PALETTES[name]
    grounds = (palette.surface, palette.paper, palette.chosen)
    assert all(contrast(palette.focus, ground) >= CONTRASTS[name][1] for ground in grounds)


def test_high_contrast_has_strong_lines_and_a_thick_ring() -> None:
    palette = PALETTES["contrast"]
    grounds = (palette.surface, palette.paper, palette.raised, palette.chosen, palette.chip, palette.hint, palette.alarm, palette.caution)
    assert all(contrast(line, ground) >= CONTRASTS["contrast"][1] for line in (palette.line, palette.edge) for ground in grounds)
    assert palette.ring == 3


def test_high_contrast_words_on_the_sheet_can_be_read() -> None:
    sheet = SHEETS["contrast"]
    inks = (sheet.ink, sheet.quiet_ink, sheet.referral, sheet.trigger, sheet.origin, sheet.insertion)
    assert all(contrast(ink, sheet.paper) >= CONTRASTS["contrast"][0] for ink in inks)


def test_in_high_contrast_an_outline_stands_out_from_whatever_it_parts() -> None:
    sheet = SHEETS["contrast"]
    fills = (*(look.contrast for look in STATES.values()), sheet.muscle, sheet.bone, sheet.skin, sheet.tendon, sheet.structure, sheet.paper)
    assert all(contrast(line, fill) >= 3 for line in (sheet.muscle_line, sheet.skin_line) for fill in fills)


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


@pytest.mark.parametrize(("asked", "scheme", "theme"), [
    (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Dark, "contrast"), (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, "dark"),
    (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Unknown, "light")])
def test_the_systems_wish_for_high_contrast_is_followed(
        monkeypatch: pytest.MonkeyPatch, asked: Qt.ContrastPreference, scheme: Qt.ColorScheme, theme: str) -> None:
    hints = SimpleNamespace(accessibility=lambda: SimpleNamespace(contrastPreference=lambda: asked), colorScheme=lambda: scheme)
    monkeypatch.setattr("app.ui.theme.QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    assert theme_name("system") == theme
    assert theme_name("light") == "light"


def test_the_first_window_fits_a_small_display(qtbot: QtBot, own_settings: Path) -> None:
    window = MainWindow(read_settings(own_settings), no_picture)
    qtbot.addWidget(window)
    assert window.screen().availableSize().width() < FIRST_SIZE.width()
    window.open()
    assert window.isMaximized()
