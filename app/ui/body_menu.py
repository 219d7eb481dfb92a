"""The menu on the body: what can be done with the muscle under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class BodyMenu(QMenu):
    """A menu for one muscle, or for the body where there is none; it goes when it is closed."""

    only_wanted = Signal(str)
    """Show only this shape."""
    hide_wanted = Signal(str)
    """Take this shape away."""

    def __init__(self, shape_id: str, name: str, bring_back: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name or "Body")
        self._shape = shape_id
        if shape_id:
            # A section's title would not be shown by every style.
            self.addAction(name.replace("&", "&&")).setEnabled(False)
            self.addSeparator()
            self.only = self.addAction("Show only this")
            self.hide_it = self.addAction("Hide")
            self.only.triggered.connect(self._tell_only)
            self.hide_it.triggered.connect(self._tell_hide)
        self.addAction(bring_back)

    def _tell_only(self) -> None:
        self.only_wanted.emit(self._shape)

    def _tell_hide(self) -> None:
        self.hide_wanted.emit(self._shape)
