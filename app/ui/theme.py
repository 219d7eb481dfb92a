"""The colours, sizes and the one style sheet of the window, light and dark.

Lengths are logical pixels on a grid of 4. Text has three sizes, derived from the platform's own font.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.model.frozen import frozen
from app.model.look import SHEETS, ThemeName
from app.ui.settings import USUAL, ThemeChoice


@frozen
class Palette:
    """The colours of one theme, as sRGB hex texts."""

    name: ThemeName
    surface: str
    paper: str
    raised: str
    chosen: str
    line: str
    edge: str
    ink: str
    quiet: str
    accent: str
    on_accent: str
    link: str
    focus: str
    chip: str
    alarm: str
    alarm_ink: str
    caution: str
    caution_ink: str
    hint: str
    ring: int = 2
    """How thick the frame round what has the keyboard is, px."""


PALETTES: dict[ThemeName, Palette] = {
    "light": Palette(
        "light", surface="#ffffff", paper=SHEETS["light"].paper, raised="#f4f1ec", chosen="#f7ece6", line="#e6e2db",
        edge="#8f8880", ink="#242220", quiet="#655f59", accent="#c43d20", on_accent="#ffffff", link="#1f5a9e",
        focus="#2f6fbe", chip="#fcfbf9", alarm="#fdeeea", alarm_ink="#96220e", caution="#fdf4e1",
        caution_ink="#6f4a05", hint="#eef3fa",
    ),
    "dark": Palette(
        "dark", surface="#242322", paper=SHEETS["dark"].paper, raised="#302e2c", chosen="#42302a", line="#3b3836",
        edge="#827b74", ink="#f0ece6", quiet="#b5aea6", accent="#f28b74", on_accent="#241512", link="#8fbdf3",
        focus="#7fb0ee", chip="#2a2827", alarm="#43241f", alarm_ink="#ffb5a6", caution="#3b3120",
        caution_ink="#f2cf8d", hint="#25303d",
    ),
    "contrast": Palette(
        "contrast", surface="#ffffff", paper=SHEETS["contrast"].paper, raised="#ededed", chosen="#ffe28a", line="#4d4d4d",
        edge="#000000", ink="#000000", quiet="#262626", accent="#8f1500", on_accent="#ffffff", link="#0a2f8f",
        focus="#0038c7", chip="#f7f7f7", alarm="#ffe4df", alarm_ink="#7a0c00", caution="#fff1c7", caution_ink="#4a3100",
        hint="#e6eeff", ring=3,
    ),
}
CONTRASTS: dict[ThemeName, tuple[float, float]] = {"light": (4.5, 3.0), "dark": (4.5, 3.0), "contrast": (7.0, 4.5)}
"""The contrast that each theme promises: of text to its ground, and of what is drawn (the focus; in high contrast all lines)."""


NORMAL, SMALL, TITLE = 13, 12 / 13, 8
"""The least size of the platform's text, px; the share of small text; what a title has more, px: large text needs no larger one."""
BASE = "plumbline_base"
"""The property of the application that keeps the size of the platform's own text."""


@frozen
class Sizes:
    """The three sizes of text, in logical px."""

    small: int
    normal: int
    title: int


def text_sizes(font: QFont) -> Sizes:
    """Small, normal and title size in logical px, for a font of the window."""
    normal = QFontInfo(font).pixelSize()
    return Sizes(round(normal * SMALL), normal, normal + TITLE)


def grown(length: float, font: QFont | None = None) -> int:
    """A length, px, drawn for letters of `NORMAL` px, beside a font of the window: what holds text grows with it."""
    # Not that of a widget: until it is shown it may still have the one before.
    return round(length * QFontInfo(font or QApplication.font()).pixelSize() / NORMAL)


def base_size(app: QApplication) -> int:
    """The size of the platform's own text, px, whatever size was chosen since; never below what reads well."""
    if app.property(BASE) is None:
        app.setProperty(BASE, max(NORMAL, QFontInfo(app.font()).pixelSize()))
    return int(app.property(BASE))


def text_pairs(palette: Palette) -> tuple[tuple[str, str], ...]:
    """Every pair (text, background) that the window uses; each must reach a contrast of 4.5:1."""
    grounds = (palette.surface, palette.paper, palette.raised, palette.chosen, palette.chip)
    inks = (palette.ink, palette.quiet)
    links = (palette.surface, palette.paper, palette.chip, palette.hint, palette.alarm, palette.caution)
    return (
        *((ink, ground) for ink in inks for ground in grounds),
        *((palette.link, ground) for ground in links),
        *((ink, ground) for ink in inks for ground in (palette.hint, palette.alarm, palette.caution)),
        (palette.on_accent, palette.accent),
        (palette.surface, palette.ink),
        (palette.accent, palette.surface),
        (palette.alarm_ink, palette.alarm),
        (palette.caution_ink, palette.caution),
    )


def theme_name(choice: ThemeChoice) -> ThemeName:
    """The theme that a choice stands for: a fixed one, or what the desktop asks for, light where it does not say."""
    if choice != "system":
        return choice
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(palette: Palette, size: int = USUAL) -> None:
    """Colour the whole application and give its text a size, per cent; nothing happens when it looks like that already."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    normal = round(base_size(app) * size / 100)
    font = QFont(app.font())
    font.setPixelSize(normal)
    sheet = style_sheet(palette, text_sizes(font))
    if app.styleSheet() == sheet:
        return
    if font != app.font():
        app.setFont(font)
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, palette.surface), (roles.WindowText, palette.ink), (roles.Base, palette.surface),
        (roles.AlternateBase, palette.raised), (roles.Text, palette.ink), (roles.Button, palette.surface),
        (roles.ButtonText, palette.ink), (roles.PlaceholderText, palette.quiet), (roles.Link, palette.link),
        (roles.Highlight, palette.focus), (roles.HighlightedText, palette.surface),
        (roles.ToolTipBase, palette.raised), (roles.ToolTipText, palette.ink), (roles.Mid, palette.line),
    ):
        colours.setColor(role, QColor(colour))
    colours.setColor(QPalette.ColorGroup.Disabled, roles.ButtonText, QColor(palette.edge))
    app.setPalette(colours)
    app.setStyleSheet(sheet)


def style_sheet(palette: Palette, sizes: Sizes) -> str:
    """The one style sheet.

    In it `@NAME` is a colour or a size, `~N` a length that grows with the text, and `~N-` one from which a thick border takes.
    """
    def value(match: re.Match[str]) -> str:
        name, length, less = match.groups()
        if name:
            return str(getattr(palette if hasattr(palette, name) else sizes, name))
        return str(max(round(int(length) * sizes.normal / NORMAL) - (palette.ring - 1 if less else 0), 0))

    whole = _SHEET + (_STRONG if palette.name == "contrast" else "")
    return re.sub(r"@([a-z_]+?)(?=px|;|\s)|~(\d+)(-?)", value, whole)


_SHEET = """
QWidget { font-size: @normalpx; }
QToolTip { color: @ink; background: @raised; border: 1px solid @line; padding: ~4px; }
#topbar { background: @surface; border-bottom: 1px solid @line; }
#brand { font-weight: 600; font-size: @normalpx; }
#middle, #chips, #step_bar { background: @paper; }
#middle QToolButton:checked { background: @chosen; border-color: @accent; }
#step_bar QToolButton { border-color: transparent; background: transparent; }
#step_bar QToolButton:hover { background: @raised; }
#step_bar QToolButton:focus { border: 2px solid @focus; }
#navigator, #panel { background: @surface; }
#navigator QTreeView, #panel QTextBrowser { background: @surface; border: none; }
#navigator QPushButton { padding: ~5px ~8px; }
#navigator QPushButton:focus { padding: ~5-px ~8-px; }
#next { border-top: 1px solid @line; padding: ~12px ~20px; color: @quiet; }
#next:focus { border: @ringpx solid @focus; padding: ~11px ~18px ~10px ~18px; }
#strip { background: @caution; border-top: 1px solid @line; }
#strip QLabel { color: @caution_ink; }
#posture_body { background: @surface; }
QPushButton#compact { font-size: @smallpx; padding: ~4px ~6px; }
QPushButton#compact:focus { padding: ~4-px ~6-px; }
QPushButton#compact:disabled { color: @edge; }
#links { font-size: @smallpx; border: @ringpx solid transparent; border-radius: 4px; }
#measures { border: @ringpx solid transparent; border-radius: 4px; }
#links:focus, #measures:focus { border-color: @focus; }
#part_title { font-weight: 600; }
#part_head { font-weight: 600; }
#by_hand { color: @accent; font-size: @smallpx; }
QLineEdit#number { background: transparent; border: 1px solid transparent; padding: ~2px; border-radius: 4px; }
QLineEdit#number:hover { border-color: @edge; }
QLineEdit#number:focus { border: @ringpx solid @focus; background: @paper; padding: ~2-px; }
QLineEdit#number:disabled { color: @edge; }
QToolButton#why, QToolButton#small, QToolButton#both { padding: ~2px; border-color: transparent; }
QPushButton#title { border: 1px solid transparent; background: transparent; font-weight: 600; text-align: left; padding: ~2px ~2px ~2px 0px; }
QPushButton#title:hover { color: @link; background: transparent; text-decoration: underline; }
QToolButton#why { color: @link; font-weight: 600; padding: ~2px ~6px; }
QToolButton#both { color: @quiet; font-size: @smallpx; padding: ~2px ~6px; border-color: @line; }
QToolButton#both:checked { background: @raised; color: @ink; border-color: @edge; }
QToolButton#fold { padding: ~4px ~6px ~4px 0px; border-color: transparent; }
QPushButton#title:focus { padding: ~2-px; border: @ringpx solid @focus; }
QToolButton#small:focus { padding: ~2-px; border: @ringpx solid @focus; }
QToolButton#why:focus, QToolButton#both:focus { padding: ~2-px ~6-px; border: @ringpx solid @focus; }
QToolButton#fold:focus { padding: ~4-px ~6-px; border: @ringpx solid @focus; }
#told { background: @ink; color: @surface; border-radius: 6px; padding: 8px 16px; }
#legend_note, #quiet { color: @quiet; font-size: @smallpx; }
QSplitter::handle { background: @line; }
#problem { background: @alarm; color: @alarm_ink; border-radius: 6px; padding: ~8px ~12px; }
QDialog QPlainTextEdit, QDialog QListWidget { background: @paper; border: 1px solid @line; border-radius: 6px; padding: ~4px; }
QDialog QPlainTextEdit:focus, QDialog QListWidget:focus { border: @ringpx solid @focus; padding: ~4-px; }
QDialog QListWidget::item { padding: ~5px ~8px; border-radius: 4px; color: @ink; }
QDialog QListWidget::item:hover { background: @raised; }
QDialog QListWidget::item:selected { background: @chosen; color: @ink; }
QDialog QListWidget QLineEdit { padding: ~2px ~6px; border-radius: 4px; }
QLineEdit { background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: ~5px ~8px;
    placeholder-text-color: @quiet; }
QLineEdit:focus { border: @ringpx solid @focus; padding: ~5-px ~8-px; }
QPushButton, QToolButton { background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px;
    padding: ~5px ~11px; }
QPushButton:hover, QToolButton:hover { background: @raised; }
QPushButton:default { border-color: @quiet; }
QPushButton:checked { background: @chosen; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: @ringpx solid @focus; padding: ~5-px ~11-px; }
QToolButton { padding: ~5px; }
QToolButton:focus { padding: ~5-px; }
QToolButton::menu-indicator { image: none; }
QToolButton[wide="true"] { padding: 5px 11px; }
QToolButton[wide="true"]:focus { padding: 4px 10px; }
QToolButton[wide="true"]:checked { background: @chosen; border-color: @accent; }
QToolButton[quiet="true"] { border-color: transparent; }
QToolButton[quiet="true"]:focus { border-color: @focus; }
QToolButton[segment] { border-radius: 0; border-right-width: 0; padding: ~6px ~12px; color: @quiet; }
#topbar QToolButton[segment] { padding: ~6px ~10px; }
#topbar QToolButton[segment]:focus { padding: ~6-px ~10-px; }
#handout_ground { background: @raised; border: none; }
#handout_side { background: @surface; border-left: 1px solid @line; }
#handout_side QPlainTextEdit { background: @paper; color: @ink; border: 1px solid @edge; border-radius: 6px; padding: ~4px; }
#handout_side QPlainTextEdit:focus { border: @ringpx solid @focus; padding: ~4-px; }
#handout_side QCheckBox, #handout_side QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 1px; spacing: ~8px; }
#handout_side QCheckBox:focus, #handout_side QRadioButton:focus { border-color: @focus; }
#handout_side QCheckBox::indicator, #handout_side QRadioButton::indicator { width: ~12px; height: ~12px; background: @surface;
    border: 2px solid @edge; border-radius: 4px; }
#handout_side QRadioButton::indicator { border-radius: ~7px; }
#handout_side QCheckBox::indicator:checked, #handout_side QRadioButton::indicator:checked { background: @accent; }
QToolButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }
QToolButton[segment="only"] { border-radius: 6px; border-right-width: 1px; }
QToolButton[segment]:checked { background: @raised; color: @ink; font-weight: 600; }
QToolButton[segment]:focus { border: @ringpx solid @focus; padding: ~6-px ~12-px; }
#voice QToolButton[segment] { padding: ~3px ~8px; font-size: @smallpx; }
#voice QToolButton[segment]:focus { padding: ~3-px ~8-px; }
#paintbar { background: @paper; }
#paintbar QToolButton, #paintbar QLabel { font-size: @smallpx; }
#paintbar QToolButton { padding: ~4px ~6px; }
#paintbar QToolButton:focus { padding: ~4-px ~6-px; }
#paintbar QToolButton:checked { background: @chosen; border-color: @accent; color: @ink; }
#paintbar QToolButton:disabled { color: @edge; }
#paintbar QToolButton[segment] { padding: ~4px ~7px; }
#paintbar QSlider { background: transparent; min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
#paintbar QSlider:focus { border-color: @focus; }
#paintbar QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
#paintbar QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
#paintbar QSlider::handle:horizontal { width: 12px; margin: -6px 0; background: @surface; border: 2px solid @quiet;
    border-radius: 7px; }
#paintbar QSlider::sub-page:horizontal:disabled { background: @line; }
#paintbar QToolButton[segment]:focus { padding: ~4-px ~7-px; }
QToolButton[chip] { background: @surface; padding: ~5px 0px ~5px ~6px; border-top-left-radius: ~14px;
    border-bottom-left-radius: ~14px; border-top-right-radius: 0; border-bottom-right-radius: 0; border-right: none; }
QToolButton[chip="close"] { padding: ~5px ~6px ~5px ~2px; border-radius: 0; border-top-right-radius: ~14px;
    border-bottom-right-radius: ~14px; border-left: none; border-right: 1px solid @line; color: @quiet; }
QToolButton[chip="add"] { background: transparent; color: @quiet; border: 1px dashed @edge; border-radius: ~14px;
    padding: ~5px ~12px; }
QToolButton[chip]:hover { background: @raised; }
QToolButton[chip]:focus { border: @ringpx solid @focus; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: @quiet; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: ~8px 1px ~8px 1px; margin: 0px ~4px 0px ~4px; font-size: @smallpx; }
QTabBar::tab:selected { color: @ink; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:focus { color: @focus; border-bottom: @ringpx solid @focus; }
QToolButton#lists { margin: ~6px ~8px; padding: ~5px ~8px; font-weight: 600; }
QToolButton#lists:focus { padding: ~5-px ~8-px; }
#trouble_head { font-weight: 600; }
QPlainTextEdit { background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: ~8px; }
QPlainTextEdit:focus { border: @ringpx solid @focus; padding: ~8-px; }
#values { background: @surface; border: 2px solid transparent; border-radius: 4px; }
#values > QWidget > QWidget { background: @surface; }
#values:focus { border-color: @focus; }
#least { background: transparent; min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
#least:focus { border-color: @focus; }
#least::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
#least::sub-page:horizontal { background: @edge; border-radius: 2px; }
#least::handle:horizontal { width: 12px; margin: -6px 0; background: @surface; border: 2px solid @quiet; border-radius: 7px; }
#text_size { min-height: ~24px; }
#text_size::groove:horizontal { background: @edge; height: ~4px; border-radius: ~2px; margin: 0 ~8px; }
#text_size::sub-page:horizontal { background: @accent; height: ~4px; border-radius: ~2px; margin: 0 ~8px; }
#text_size::handle:horizontal { background: @surface; border: 2px solid @ink; width: ~14px; height: ~14px; margin: -~7px -~8px;
    border-radius: ~8px; }
#text_size::handle:horizontal:focus { border: @ringpx solid @focus; }
QListWidget#chapters { background: @surface; border: none; outline: none; }
QListWidget#chapters::item { padding: ~5px ~8px; border-radius: 6px; color: @ink; }
QListWidget#chapters::item:hover { background: @raised; }
QListWidget#chapters::item:selected { background: @chosen; color: @ink; }
QListWidget#chapters::item:selected:focus { border: @ringpx solid @focus; padding: ~5-px ~8-px; }
QComboBox { background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px; padding: ~5px ~8px; }
QComboBox::drop-down { border: none; width: ~20px; }
QComboBox:hover { background: @raised; }
QComboBox:focus { border: @ringpx solid @focus; padding: ~5-px ~8-px; }
QComboBox QAbstractItemView { background: @surface; color: @ink; border: 1px solid @edge; padding: 4px; outline: none;
    selection-background-color: @raised; selection-color: @ink; }
QListView#results { background: @surface; border: 1px solid @edge; border-radius: 6px; padding: 4px; }
QMenu { background: @surface; color: @ink; border: 1px solid @line; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: ~6px ~24px ~6px ~24px; border-radius: 4px; }
QMenu::item:selected { background: @raised; }
QMenu::item:disabled { color: @quiet; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { left: ~8px; width: ~8px; height: ~8px; border-radius: ~4px; }
QMenu::indicator:checked { background: @accent; }
QScrollBar:vertical { background: transparent; width: ~10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @edge; }
QScrollBar:horizontal { background: transparent; height: ~10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::handle:horizontal:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; width: 0; height: 0; }
"""

_STRONG = """
QPushButton, QToolButton, QLineEdit { border-color: @edge; }
QToolButton[quiet="true"] { border-color: transparent; }
QToolButton[quiet="true"]:focus { border-color: @focus; }
QToolButton[segment]:checked { background: @ink; color: @surface; border-color: @ink; }
#navigator QPushButton:checked { border: 2px solid @ink; padding: ~4px ~7px; }
QToolButton[segment]:checked:focus { border-color: @focus; }
QMenu, QToolTip, QListView#results { border: 2px solid @edge; }
QMenu::item:selected { background: @ink; color: @surface; }
QMenu::item:disabled { color: @line; font-style: italic; }
QTabBar::tab:selected { border-bottom: 3px solid @ink; }
"""
"""High contrast says by black and white what the other themes say by shades of grey."""
