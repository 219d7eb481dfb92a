"""The preview of a hand-out: the pages as they will be, what is on them, and where they go. It blocks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.card.handout import handout
from app.card.handout_told import matters
from app.model.problem import UserError
from app.resources import write_wanted
from app.state.note import write_note
from app.state.state import State
from app.ui.ask_file import AskFile, file_name
from app.ui.handout_job import Made, Maker, Wanted
from app.ui.handout_side import HandoutSide
from app.ui.theme import grown
from app.writers.handout_picture import pictured
from app.writers.handout_sheet import Sheet, day_words

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

PAGE = 620
"""Width of a page in the preview, px."""
TYPING = 250
"""So long after the last letter of the note the pages are made anew, ms."""
KINDS = ("PDF page (*.pdf)",)


class HandoutWindow(QDialog):
    """Shows the pages for what is chosen, and follows it; while the pages are made it answers."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.setWindowTitle("Hand-out")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.made: Made | None = None
        self._bench = bench
        self._maker = Maker(self)
        self._stale = False
        self._save_then = False
        self._after = QTimer(self, singleShot=True)
        self._after.timeout.connect(self._make)
        self.side = HandoutSide(bench.session.state.note)
        self.resize(PAGE + 44 + grown(16) + self.side.width(), min(grown(900), bench.window().height()))
        self.pages: list[QLabel] = []
        self._column = QVBoxLayout()
        self._arrange()
        self._maker.ended.connect(self._end)
        self.side.changed.connect(self._renew)
        self.side.noted.connect(self._renew_soon)
        self.side.save.clicked.connect(self.save)
        self.side.print.clicked.connect(self.print)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print)
        self.side.save.setDefault(True)
        self.side.save.setFocus()
        self._renew()

    def show_state(self, before: State, after: State) -> None:
        """Follow what is chosen; how the body is looked at does not matter, and what was written here is there already."""
        atlas = self._bench.atlas
        if after.note != before.note and after.note != self.side.note.toPlainText():
            self.side.note.setPlainText(after.note)
        elif matters(atlas, replace(before, note=after.note)) != matters(atlas, after):
            self._renew()

    @property
    def resting(self) -> bool:
        """Whether it shows what is chosen now, and nothing is being made."""
        return bool(self.pages) and not self._maker.busy and not self._after.isActive()

    def save(self) -> None:
        """Ask for a file and write the pages into it; while they are being made, as soon as they are there."""
        self._save_then = self.made is None
        if self.made and not any(one.isVisible() for one in self.findChildren(QFileDialog)):
            ask = AskFile("Save the hand-out", f"{file_name(self.made.sheet.made.title)}.pdf", KINDS, self)
            ask.chosen.connect(self.write_to)

    def print(self) -> None:
        """Ask for a printer and print the pages."""
        if self.made:
            # Imported here: it is large, and most hand-outs are saved.
            from app.ui.printing import PrintHandout

            PrintHandout(self.made.sheet, self.made.leaf, self)

    def write_to(self, file: str) -> None:
        """Write the pages into a file; what came of it is told beside them."""
        path = Path(file)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        if self.made is None:
            return
        try:
            write_wanted(path, self.made.pdf)
        except UserError as error:
            self.side.say(f"Nothing was saved: {error}.")
            return
        self.side.say(f"Saved as {path.name} in {path.parent}.")

    # Making the pages.

    def _renew(self) -> None:
        self._after.start(0)

    def _renew_soon(self) -> None:
        self._after.start(TYPING)

    def _make(self) -> None:
        """Make the pages for what is chosen now; while others are being made, right after these."""
        if self._maker.busy:
            self._stale = True
            return
        session = self._bench.session
        session.change(write_note(session.state, self.side.note.toPlainText()))
        self._after.stop()
        try:
            wanted = self._wanted(session.state)
        except UserError as error:
            self._show_nothing(str(error))
            return
        self.side.say("Making the pages…")
        self._maker.make(wanted)

    def _wanted(self, state: State) -> Wanted:
        made = handout(self._bench.atlas, state, self.side.without)
        self.side.offer(made.offered)
        kept = self._bench.kept
        plates = self._bench.plates
        picture = pictured(self._bench.atlas, state, plates) if made.part("picture") and plates else None
        sheet = Sheet(made, None, kept.clinic, None, day_words(date.today()), self.side.paper)
        return Wanted(sheet, picture, self._bench.kept.logo, round(PAGE * self.devicePixelRatioF()))

    def _end(self) -> None:
        if self._stale:
            self._stale = False
            self._make()
        elif self._maker.made:
            self._show_pages(self._maker.made)
        else:
            self._show_nothing(self._maker.failure)

    # Showing them.

    def _show_pages(self, made: Made) -> None:
        self.made = made
        self._clear()
        for number, image in enumerate(made.pages, start=1):
            page = QLabel()
            picture = QPixmap.fromImage(image)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(picture)
            page.setAccessibleName(f"Page {number} of {len(made.pages)}: {made.sheet.made.title}")
            self._add(page)
        count = len(made.pages)
        told = "One page." if count == 1 else f"{count} pages: print them on both sides of one sheet."
        self.side.say(f"{told} No logo: {made.missing}." if made.missing else told)
        self._allow(True)
        if self._save_then:
            self.save()

    def _show_nothing(self, why: str) -> None:
        self.made, self._save_then = None, False
        self._clear()
        message = QLabel(f"{why[:1].upper()}{why[1:]}.")
        message.setWordWrap(True)
        message.setFixedWidth(PAGE)
        message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add(message)
        self.side.say("")
        self._allow(False)

    def _allow(self, allowed: bool) -> None:
        for button in (self.side.save, self.side.print):
            button.setEnabled(allowed)
        if allowed and self.focusWidget() is None:
            self.side.save.setFocus()

    def _clear(self) -> None:
        for page in self.pages:
            page.deleteLater()
        self.pages.clear()

    def _add(self, page: QLabel) -> None:
        self.pages.append(page)
        self._column.addWidget(page)

    def _arrange(self) -> None:
        ground = QWidget()
        ground.setObjectName("handout_ground")
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        ground.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setObjectName("handout_ground")
        scroll.setWidgetResizable(True)
        scroll.setWidget(ground)
        scroll.setMinimumWidth(320)
        scroll.setAccessibleName("The pages as they will be")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll, 1)
        row.addWidget(self.side)

    def done(self, result: int) -> None:
        """Qt: closed; what is still being made is of no use any more."""
        self._after.stop()
        self._maker.cancel()
        super().done(result)
