"""Selection everywhere: several muscles, all of a group, one side or both, comparison, and the menus of things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication

from app.card.search import Hit
from app.model.reference import Ref
from app.reason.kin import on_side
from app.reason.muscles import with_default_side
from app.state.choose import toggle_pain, toggle_pattern
from app.state.known import exists
from app.state.select import (
    add_all,
    compare_muscles,
    compare_patterns,
    select_all,
    select_side,
    selected,
    toggle_selected,
)
from app.state.state import State
from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature
from app.ui.gestures import ref_of_shape, target_of
from app.ui.menus import (
    Asked,
    all_of,
    area_menu,
    muscle_link_text,
    muscle_menu,
    name_of,
    pain_here,
    pattern_menu,
)

if TYPE_CHECKING:
    from app.ui.workbench import Workbench


class Selecting(Feature):
    """Adds to the selection wherever a muscle is named, opens the menus, and follows what they and the panel ask for."""

    rows: ClassVar[Rows] = (
        ActionRow("compare", "Body", "Compare what is selected", ("Ctrl+Shift+C",), "compare_selected"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._does: dict[str, Callable[[str], None]] = {
            "select": self._select, "add": self.add, "only": self._only, "hide": self._hide, "compare": self._compare,
            "copy": self._copy, "hurts": self._hurts, "tick": self._tick,
        }
        bench.stage.canvas.muscle_added.connect(self._add_shape)
        bench.stage.canvas.menu_asked.connect(self._body_menu)
        bench.navigator.added.connect(self._add_line)
        bench.navigator.menu_asked.connect(self._line_menu)
        bench.panel.view.added.connect(self.add)
        bench.panel.view.menu_for = self.open_menu
        bench.topbar.search.added.connect(self._add_hit)

    @property
    def _state(self) -> State:
        return self.bench.session.state

    def show_state(self, _before: State, after: State) -> None:
        """Offer to compare while there is something to compare."""
        self.bench.actions_by_id["compare"].setEnabled(self._pair(after) is not None)

    def follow(self, target: str) -> bool:
        """Follow a link that does something with muscles, areas or patterns."""
        verb, _, rest = target.partition("/")
        if verb not in self._does:
            return False
        self._does[verb](rest)
        return True

    def compare_selected(self) -> None:
        """Lay the last two selected muscles, or else the last two chosen patterns, side by side."""
        pair = self._pair(self._state)
        if pair:
            compared = compare_muscles if pair[0] == "muscle" else compare_patterns
            self._change(compared(self._state, pair[1], pair[2]))

    def add(self, target: str) -> None:
        """Add to what is chosen, or take away, what a link leads to; a link to anything else is followed."""
        found = target_of(target)
        kind, ref = found or ("about", Ref(""))
        if found is None or kind not in ("muscle", "group", "pattern", "area") or not self._known(kind, ref):
            self.bench.follow(target)
        elif kind == "group":
            self._change(add_all(self._state, on_side(self.bench.atlas, self.bench.atlas.members(ref.id), ref.side)))
        elif kind == "muscle":
            self._change(toggle_selected(self._state, on_side(self.bench.atlas, (ref.id,), ref.side)[0]))
        elif kind == "pattern":
            self._tick(target)
        else:
            self._hurts(target)

    # Where it was asked for.

    def _add_shape(self, shape: str) -> None:
        ref = ref_of_shape(shape)
        if ref.id in self.bench.atlas.muscles:
            self._change(toggle_selected(self._state, ref))

    def _add_line(self, name: str, ref: Ref) -> None:
        if name == "muscle":
            self.add(f"muscle/{ref}")
        else:
            self.bench.controller.pick(name, ref)

    def _add_hit(self, hit: Hit) -> None:
        self.add(f"{hit.kind}/{Ref(hit.id, hit.side)}")

    def _line_menu(self, name: str, ref: Ref, at: QPoint) -> None:
        self.open_menu(f"{name}/{ref}", at)

    def _body_menu(self, shape: str, at: QPoint) -> None:
        """The menu for a shape of the body: an area while clicks mean pain, else a muscle; without a shape, for the body."""
        canvas = self.bench.stage.canvas
        asked = self._asked(f"{'area' if canvas.pick_areas else 'muscle'}/{ref_of_shape(shape)}") if shape else None
        x, y = canvas.measure.of(QPointF(canvas.mapFromGlobal(at))).toTuple()
        here = None if canvas.pick_areas else replace(canvas.target(), areas=True).at(*canvas.camera.to_scene(x, y))
        self._open(asked, at, here)

    def open_menu(self, target: str, at: QPoint) -> bool:
        """Open the menu of what a target leads to, at a place of the screen; whether it has one."""
        asked = self._asked(target)
        if asked:
            self._open(asked, at)
        return asked is not None

    def _asked(self, target: str) -> Asked | None:
        """What the menu of a target says; None where it has none."""
        found = target_of(target)
        made = {"muscle": muscle_menu, "area": area_menu, "pattern": pattern_menu}
        if found is None or found[0] not in made or not self._known(*found):
            return None
        kind, ref = found
        ref = with_default_side(self.bench.atlas, ref) if kind == "pattern" else ref
        return made[kind](self.bench.atlas, self._state, ref)

    def _open(self, asked: Asked | None, at: QPoint, here: str | None = None) -> None:
        """Open a menu: of a thing, or of the body; `here` is the area of pain in which it was asked for."""
        # Imported here: no start needs it.
        from app.ui.body_menu import BodyMenu

        actions = self.bench.actions_by_id
        pain = pain_here(self.bench.atlas, self._state, ref_of_shape(here)) if here else ()
        menu = BodyMenu(asked, pain, (actions["bring_back"],), self.bench)
        if asked is None:
            menu.addAction(actions["fit"])
            menu.addSeparator()
            menu.addMenu("Views").addActions([action for name, action in actions.items() if name.startswith("view_")])
        menu.followed.connect(self.bench.follow)
        menu.popup(at)

    # What a menu or a link asks for; the text is a target without its verb.

    def _select(self, text: str) -> None:
        refs = all_of(self.bench.atlas, text)
        if refs:
            one = text.startswith("muscle/")
            self._change(select_side(self._state, refs[0]) if one else select_all(self._state, refs))

    def _only(self, text: str) -> None:
        refs = all_of(self.bench.atlas, text)
        if refs:
            self.bench.sheet.show_muscle_only(refs[0])

    def _hide(self, text: str) -> None:
        self.bench.sheet.hide_all(all_of(self.bench.atlas, text))

    def _compare(self, text: str) -> None:
        kind, *rest = text.split("/")
        found = [target_of(f"{kind}/{one}") for one in rest]
        known = [one for one in found if one and self._known(*one)]
        if len(known) != 2 or kind not in ("muscle", "pattern"):
            return
        (_, one), (_, other) = known
        if kind == "muscle":
            self._change(compare_muscles(self._state, one, other))
        else:
            sided = [with_default_side(self.bench.atlas, ref) for ref in (one, other)]
            self._change(compare_patterns(self._state, *sided))

    def _copy(self, text: str) -> None:
        what, _, rest = text.partition("/")
        kind = what if what in ("area", "pattern") else "muscle"
        found = target_of(f"{kind}/{rest}")
        if found and self._known(kind, found[1]):
            words = muscle_link_text(found[1]) if what == "link" else name_of(self.bench.atlas, kind, found[1])
            QGuiApplication.clipboard().setText(words)

    def _hurts(self, text: str) -> None:
        found = target_of(text)
        if found and self._known("area", found[1]):
            paired = self.bench.atlas.areas[found[1].id].side == "paired"
            self._change(toggle_pain(self._state, found[1] if paired else Ref(found[1].id), paired))

    def _tick(self, text: str) -> None:
        found = target_of(text)
        if found and self._known("pattern", found[1]):
            now = next((one for one in self._state.patterns if one.id == found[1].id and not found[1].side), None)
            self._change(toggle_pattern(self._state, now or with_default_side(self.bench.atlas, found[1])))

    def _known(self, kind: str, ref: Ref) -> bool:
        found = target_of(f"{kind}/{ref}")
        return found is not None and exists(self.bench.atlas, found[0], ref.id)

    def _pair(self, state: State) -> tuple[str, Ref, Ref] | None:
        """What can be compared: its kind, and the two that were chosen last."""
        chosen = selected(state)
        if len(chosen) > 1:
            return "muscle", chosen[-2], chosen[-1]
        return ("pattern", state.patterns[-2], state.patterns[-1]) if len(state.patterns) > 1 else None

    def _change(self, state: State) -> None:
        self.bench.session.change(state)
