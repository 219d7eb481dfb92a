"""The colours, sizes and the one style sheet of the window, light and dark.

Lengths are logical pixels on a grid of 4. Text has three sizes, derived from the platform's own font.
"""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.model.frozen import frozen
from app.model.look import SHEETS, ThemeName
from app.ui.settings import ThemeChoice


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
}


@frozen
class Sizes:
    """The three sizes of text, in logical px."""

    small: int
    normal: int
    title: int


def text_sizes(font: QFont) -> Sizes:
    """Small, normal and title size in logical px, from the platform's font; never below what reads well."""
    normal = max(13, QFontInfo(font).pixelSize())
    return Sizes(normal - 1, normal, round(normal * 1.6))


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
        (palette.accent, palette.surface),
        (palette.alarm_ink, palette.alarm),
        (palette.caution_ink, palette.caution),
    )


def theme_name(choice: ThemeChoice) -> ThemeName:
    """The theme that a choice stands for: a fixed one, or what the desktop asks for, light where it does not say."""
    if choice != "system":
        return choice
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def apply_theme(palette: Palette) -> None:
    """Colour the whole application; nothing happens when it has these colours already."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    sheet = style_sheet(palette, text_sizes(app.font()))
    if app.styleSheet() == sheet:
        return
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
    """The one style sheet."""
    sheet = _SHEET
    for name in (one.name for one in fields(Palette)):
        sheet = sheet.replace(f"@{name};", f"{getattr(palette, name)};")
    for name in (one.name for one in fields(Sizes)):
        sheet = sheet.replace(f"@{name}px;", f"{getattr(sizes, name)}px;")
    return sheet


_SHEET = """
QWidget { font-size: @normalpx; }
QToolTip { color: @ink; background: @raised; border: 1px solid @line; padding: 4px; }
#topbar { background: @surface; border-bottom: 1px solid @line; }
#brand { font-weight: 600; font-size: @normalpx; }
#middle, #chips { background: @paper; }
#navigator, #panel { background: @surface; }
#navigator QTreeView, #panel QTextBrowser { background: @surface; border: none; }
#next { border-top: 1px solid @line; padding: 12px 20px; color: @quiet; }
#strip { background: @caution; border-top: 1px solid @line; }
#strip QLabel { color: @caution_ink; }
#legend_note, #quiet { color: @quiet; font-size: @smallpx; }
QSplitter::handle { background: @line; }
QLineEdit { background: @paper; color: @ink; border: 1px solid @line; border-radius: 6px; padding: 5px 8px; }
QLineEdit:focus { border: 2px solid @focus; padding: 4px 7px; }
QPushButton, QToolButton { background: @surface; color: @ink; border: 1px solid @line; border-radius: 6px;
    padding: 5px 11px; }
QPushButton:hover, QToolButton:hover { background: @raised; }
QPushButton:checked { background: @chosen; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: 4px 10px; }
QToolButton { padding: 5px; }
QToolButton:focus { padding: 4px; }
QToolButton::menu-indicator { image: none; }
QToolButton[quiet="true"] { border-color: transparent; }
QToolButton[quiet="true"]:focus { border-color: @focus; }
QToolButton[segment] { border-radius: 0; border-right-width: 0; padding: 6px 12px; color: @quiet; }
QToolButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QToolButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; border-right-width: 1px; }
QToolButton[segment="only"] { border-radius: 6px; border-right-width: 1px; }
QToolButton[segment]:checked { background: @raised; color: @ink; font-weight: 600; }
QToolButton[segment]:focus { border: 2px solid @focus; padding: 5px 11px; }
#voice QToolButton[segment] { padding: 3px 8px; font-size: @smallpx; }
#voice QToolButton[segment]:focus { padding: 2px 7px; }
QToolButton[chip] { background: @surface; padding: 5px 0px 5px 6px; border-top-left-radius: 14px;
    border-bottom-left-radius: 14px; border-top-right-radius: 0; border-bottom-right-radius: 0; border-right: none; }
QToolButton[chip="close"] { padding: 5px 6px 5px 2px; border-radius: 0; border-top-right-radius: 14px;
    border-bottom-right-radius: 14px; border-left: none; border-right: 1px solid @line; color: @quiet; }
QToolButton[chip="add"] { background: transparent; color: @quiet; border: 1px dashed @edge; border-radius: 14px;
    padding: 5px 12px; }
QToolButton[chip]:hover { background: @raised; }
QToolButton[chip]:focus { border: 2px solid @focus; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: @quiet; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 8px 1px 8px 1px; margin: 0px 4px 0px 4px; font-size: @smallpx; }
QTabBar::tab:selected { color: @ink; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:focus { color: @focus; border-bottom: 2px solid @focus; }
QListView#results { background: @surface; border: 1px solid @edge; border-radius: 6px; padding: 4px; }
QMenu { background: @surface; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: @raised; }
QMenu::item:disabled { color: @quiet; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::indicator { left: 8px; width: 8px; height: 8px; border-radius: 4px; }
QMenu::indicator:checked { background: @accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @edge; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::handle:horizontal:hover { background: @edge; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; width: 0; height: 0; }
"""
