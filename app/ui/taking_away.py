"""Take away what is shown: copy the picture, export it as a file, print it. The work is done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication, QImage

from app.ui.actions import ActionRow, Rows
from app.ui.feature import Feature

if TYPE_CHECKING:
    from app.model.look import ThemeName
    from app.ui.work import Work
    from app.ui.workbench import Workbench

FINE = 2.0
"""Device pixels of a copied picture in a px of the window, at least."""
ON_PAPER = 3508.0
"""Device pixels across a printed picture: 300 dots in an inch of A4 across."""
KINDS = ("PNG picture (*.png)", "SVG drawing (*.svg)", "PDF page (*.pdf)")


class TakingAway(Feature):
    """Copies, exports and prints the body as it is shown."""

    rows: ClassVar[Rows] = (
        ActionRow("copy_picture", "Take away", "Copy the picture", ("Ctrl+Shift+X",), "copy_picture"),
        ActionRow("export", "Take away", "Export the picture", ("Ctrl+E",), "export_picture"),
        ActionRow("print", "Take away", "Print the picture", ("Ctrl+P",), "print_picture"),
    )

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._work: Work[QImage] | Work[Path] | None = None
        self._title = ""

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._work is not None

    def copy_picture(self) -> None:
        """Put what is shown on the clipboard, as a picture and as the words of its title."""
        fine = max(FINE, self.bench.devicePixelRatioF())
        self._paint(None, fine, self._copied)

    def export_picture(self) -> None:
        """Ask for a file, and write what is shown in the format that its name tells."""
        if self._free():
            # Imported here: most runs of the program export nothing.
            from app.ui.as_shown import title_now
            from app.ui.ask_file import AskFile, file_name

            ask = AskFile("Export the picture", f"{file_name(title_now(self.bench))}.png", KINDS, self.bench)
            ask.chosen.connect(self.export_to)

    def print_picture(self) -> None:
        """Show what is shown on paper, in the light colours, to be printed from there."""
        self._paint("light", ON_PAPER / max(self.bench.stage.canvas.width(), 1), self._print)

    def _free(self) -> bool:
        """Whether there is a body, and nothing else is being made of it."""
        return self._work is None and self.bench.stage.shows_body() and bool(self.bench.stage.canvas.scene.places)

    def _paint(self, theme: ThemeName | None, fine: float, then: Callable[[], None]) -> None:
        if not self._free():
            return
        from app.ui.as_shown import figure_now, paint_apart, title_now
        from app.ui.work import Work

        self._title = title_now(self.bench)
        self._work = Work(partial(paint_apart, figure_now(self.bench, theme, fine)))
        self._work.ended.connect(then)
        self._work.begin()

    def export_to(self, file: str) -> None:
        """Write what is shown into a file; what came of it is told."""
        if not self._free():
            return
        from app.ui.as_shown import figure_now, write_apart
        from app.ui.work import Work

        self._work = Work(partial(write_apart, figure_now(self.bench, None, FINE), Path(file)))
        self._work.ended.connect(self._exported)
        self._work.begin()

    def _ended(self) -> QImage | Path | None:
        """What came of the work; that nothing did is told."""
        work, self._work = self._work, None
        if work is None:
            return None
        if work.failure:
            self.bench.tell(f"Nothing was written: {work.failure}")
        return work.result

    def _copied(self) -> None:
        picture = self._ended()
        if isinstance(picture, QImage):
            # Qt makes what holds it: made here, it would be ended twice when the program leaves.
            clipboard = QGuiApplication.clipboard()
            clipboard.setImage(picture)
            clipboard.mimeData().setText(self._title)
            self.bench.tell("The picture is on the clipboard.")

    def _exported(self) -> None:
        file = self._ended()
        if isinstance(file, Path):
            self.bench.tell(f"Saved as {file.name} in {file.parent}.")

    def _print(self) -> None:
        picture = self._ended()
        if isinstance(picture, QImage):
            # Imported here: it is large, and few runs of the program print.
            from app.ui.printing import PrintPicture

            PrintPicture(picture, self._title, self.bench)
