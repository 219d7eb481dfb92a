"""Everything that can be done from the keyboard or the menu, as rows; shortcuts, menu and the list of keys follow."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.model.frozen import frozen


@frozen
class ActionRow:
    """One thing to do: `slot` names a method of one of the parts; with `argument`, it is given the action."""

    id: str
    section: str
    text: str
    keys: tuple[str, ...]
    slot: str
    argument: str = ""
    checkable: bool = False


Rows = tuple[ActionRow, ...]

ACTIONS: Rows = (
    ActionRow("search", "Go", "Search", ("Ctrl+K", "Ctrl+F"), "start_search"),
    ActionRow("back", "Go", "Back", ("Alt+Left",), "go_back"),
    ActionRow("forward", "Go", "Forward", ("Alt+Right",), "go_forward"),
    ActionRow("clear", "Go", "Start again with nothing chosen", ("Ctrl+Backspace",), "clear_all"),
    ActionRow("matrix", "Go", "Muscles by patterns", ("Ctrl+M",), "show_matrix", checkable=True),
    ActionRow("list_pattern", "Lists", "Patterns", ("Ctrl+1",), "show_list", "pattern"),
    ActionRow("list_area", "Lists", "Pain", ("Ctrl+2",), "show_list", "area"),
    ActionRow("list_muscle", "Lists", "Muscles", ("Ctrl+3",), "show_list", "muscle"),
    ActionRow("list_cause", "Lists", "Causes", ("Ctrl+4",), "show_list", "cause"),
    ActionRow("list_test", "Lists", "Tests", ("Ctrl+5",), "show_list", "test"),
    ActionRow("view_front", "Views", "Front", ("Alt+1",), "show_preset", "front"),
    ActionRow("view_back", "Views", "Back", ("Alt+2",), "show_preset", "back"),
    ActionRow("view_right", "Views", "Right side", ("Alt+3",), "show_preset", "right"),
    ActionRow("view_left", "Views", "Left side", ("Alt+4",), "show_preset", "left"),
    ActionRow("view_front_back", "Views", "Front and back", ("Alt+5",), "show_preset", "front back"),
    ActionRow("view_sides", "Views", "Both sides", ("Alt+6",), "show_preset", "right left"),
    ActionRow("view_all", "Views", "All four", ("Alt+7",), "show_preset", "front back right left"),
    ActionRow("depth_superficial", "Depth", "Superficial", ("1",), "peel_to", "superficial", checkable=True),
    ActionRow("depth_intermediate", "Depth", "Intermediate", ("2",), "peel_to", "intermediate", checkable=True),
    ActionRow("depth_deep", "Depth", "Deep", ("3",), "peel_to", "deep", checkable=True),
    ActionRow("depth_bone", "Depth", "Bone", ("4",), "peel_to", "bone", checkable=True),
    ActionRow("fade_inwards", "Depth", "Fade towards the bone", ("]",), "fade_inwards"),
    ActionRow("fade_outwards", "Depth", "Fade towards the skin", ("[",), "fade_outwards"),
    ActionRow("alone", "Body", "Show only what is chosen", ("O",), "show_alone", checkable=True),
    ActionRow("hide", "Body", "Hide what is selected", ("H", "Ctrl+Delete"), "hide_selected"),
    ActionRow("bring_back", "Body", "Bring all back", ("Shift+H",), "bring_back"),
    ActionRow("fit", "Body", "Fit the whole body", ("Ctrl+0",), "fit_body"),
    ActionRow("zoom_in", "Body", "Zoom in", ("Ctrl++", "Ctrl+="), "zoom_in"),
    ActionRow("zoom_out", "Body", "Zoom out", ("Ctrl+-",), "zoom_out"),
    ActionRow("plumb", "Body", "Plumb line", ("P",), "show_plumb", checkable=True),
    ActionRow("motion", "Body", "Motion", (), "let_move", checkable=True),
    ActionRow("labels_none", "Labels", "No labels", (), "choose_labels", "none", checkable=True),
    ActionRow("labels_chosen", "Labels", "What is chosen", (), "choose_labels", "chosen", checkable=True),
    ActionRow("labels_layer", "Labels", "The whole layer", (), "choose_labels", "layer", checkable=True),
    ActionRow("next_labels", "Labels", "More labels, then none", ("L",), "next_labels"),
    ActionRow("names_english", "Names", "English", (), "choose_names", "english", checkable=True),
    ActionRow("names_latin", "Names", "Latin", (), "choose_names", "latin", checkable=True),
    ActionRow("names_both", "Names", "Both", (), "choose_names", "both", checkable=True),
    ActionRow("next_names", "Names", "The next language", ("Shift+N",), "next_names"),
    ActionRow("voice_plain", "Words", "In plain words", (), "choose_voice", "plain", checkable=True),
    ActionRow("voice_clinical", "Words", "In clinical words", (), "choose_voice", "clinical", checkable=True),
    ActionRow("next_voice", "Words", "Plain or clinical words", ("V",), "next_voice"),
    ActionRow("theme_system", "Colours", "System", (), "choose_theme", "system", checkable=True),
    ActionRow("theme_light", "Colours", "Light", (), "choose_theme", "light", checkable=True),
    ActionRow("theme_dark", "Colours", "Dark", (), "choose_theme", "dark", checkable=True),
    ActionRow("theme_contrast", "Colours", "High contrast", (), "choose_theme", "contrast", checkable=True),
    ActionRow("quit", "Help", "Quit", ("Ctrl+Q",), "leave"),
)

POINTER_KEYS = (
    ("Space or Enter", "Choose the line of a list"),
    ("Right, Left", "Choose the side, in a list of things with sides"),
    ("Tab, Enter", "Reach and follow a link of the explanation"),
    ("Delete", "Take a chosen thing back, on its label"),
    ("Arrows, Shift+arrows, on a slider of posture", "Move the joint by 1 or 5"),
    ("0, Delete, Enter, there", "Neutral; as the patterns say; type a value"),
    ("Wheel, drag, double click", "Zoom at the pointer, move, fit the body"),
    ("Click again at one spot", "Reach the muscle beneath"),
    ("Ctrl+click", "Select a muscle also, or take it away: on the body, in the list, on a link, among the results"),
    ("Ctrl+Enter", "The same for the line of a list or of the results"),
    ("Shift+Enter, in the search", "Choose, and go on searching"),
    ("Arrows, on the body", "To the nearest muscle, or area, in that direction"),
    ("Enter, on the body", "Choose it; with Shift, the muscle beneath"),
    ("Home, End, on the body", "To the head, the feet; with Ctrl, to the first or last view"),
    ("Alt+Shift+arrows, + and -", "Move the picture, zoom"),
    ("Right click, menu key", "What can be done with a muscle, an area or a pattern"),
    ("Mouse buttons back and forward", "Back and forward"),
    ("Arrows, Space or Enter", "With the brush: move it, paint a dab; Shift with the arrows draws a line"),
    ("Ctrl with the wheel", "The size of the brush"),
    ("Space, Shift+Space", "While names are hidden: tell the next one, hide the last one again"),
    ("PageDown, PageUp", "In the presentation: the next step, the next name, or forward, and back"),
    ("S, Shift+wheel", "In the presentation: spotlight at the pointer, its size"),
    ("Esc", "Close the results, leave the cursor on the body, then drop the muscle; stop clicking or painting; end the presentation"),
)
"""What is not a shortcut but belongs on the same list."""

LAST = "quit"
"""One leaves at the end of a section, whatever is added to it."""
SECTIONS = ("Go", "Change", "Session", "Take away", "Teach", "Pain", "Steps", "Posture", "Lists", "Views", "Depth", "Body", "Labels", "Names",
            "Words", "Colours", "Text", "Help")
"""The order of the sections in the menu and in the list of keys."""

SUBMENUS = ("Lists", "Views", "Depth", "Body", "Labels", "Names", "Words", "Colours", "Text", "Session", "Pain", "Steps", "Posture", "Take away", "Teach")
"""Sections of the menu that open beside it."""


def make_actions(window: QWidget, rows: Rows = ACTIONS) -> dict[str, QAction]:
    """Give the window all actions; returns them by id."""
    actions: dict[str, QAction] = {}
    for row in rows:
        action = QAction(row.text, window)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setShortcutVisibleInContextMenu(True)
        action.setCheckable(row.checkable)
        action.setData(row.argument)
        action.setProperty("section", row.section)
        actions[row.id] = action
    window.addActions(list(actions.values()))
    return actions


def bind_actions(actions: dict[str, QAction], rows: Rows, owners: tuple[object, ...], parent: QObject) -> None:
    """Bind each action to its owner's method: that of the owner whose row it is, or else the first that has it.

    Of actions with one slot only one can be checked.
    """
    groups: dict[str, QActionGroup] = {}
    for row in rows:
        own = [owner for owner in owners if row in getattr(owner, "rows", ())]
        slot = next(getattr(owner, row.slot) for owner in (*own, *owners) if hasattr(owner, row.slot))
        if not row.argument:
            actions[row.id].triggered.connect(slot)
            continue
        if row.slot not in groups:
            groups[row.slot] = QActionGroup(parent)
            groups[row.slot].triggered.connect(slot)
        groups[row.slot].addAction(actions[row.id])


def fill_menu(menu: QMenu, actions: dict[str, QAction], rows: Rows) -> None:
    """The menu: one part per section, or a menu of its own where a section is mostly choices."""
    for section, of_section in groupby(rows, attrgetter("section")):
        part = menu.addMenu(section) if section in SUBMENUS else menu
        if part is menu and not menu.isEmpty():
            menu.addSeparator()
        part.addActions([actions[row.id] for row in of_section])


def rows_with(added: Iterable[ActionRow]) -> Rows:
    """Every action of the window with those that are added to its own, section by section."""
    return tuple(sorted((*ACTIONS, *added), key=_place))


def _place(row: ActionRow) -> tuple[int, bool]:
    return SECTIONS.index(row.section), row.id == LAST


def key_rows(rows: Rows) -> tuple[tuple[str, str, str], ...]:
    """The list of keys for a reader: (section, keys, what they do)."""
    named = [(row.section, " or ".join(row.keys[:1]), row.text) for row in rows if row.keys]
    return (*named, *(("With the mouse and in lists", keys, text) for keys, text in POINTER_KEYS))
