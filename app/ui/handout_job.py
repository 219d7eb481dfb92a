"""Makes the pages of a hand-out while the window answers: pictures beside it, texts in its own thread in slices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.problem import UserError
from app.model.steps import Steps
from app.paint.plate import Plate, PosedPlate
from app.ui.slices import Slices
from app.ui.work import Work
from app.writers.handout_picture import Picture
from app.writers.handout_sheet import Sheet

if TYPE_CHECKING:
    from app.writers.handout_pages import Leaf


@frozen
class Wanted:
    """What is to be made: a sheet without its pictures, how the body is shown, the logo's file, and the width of a page, device px."""

    sheet: Sheet
    picture: Picture | None
    logo: str
    width: int


@frozen
class Made:
    """A sheet with its pictures, how it stands on its pages, these as pictures, and all of it as PDF."""

    sheet: Sheet
    leaf: Leaf
    pages: tuple[QImage, ...]
    pdf: bytes
    missing: str = ""
    """Why there is no logo, where there should be one."""


@frozen
class Pictures:
    """The body and the logo, or why there is no logo: a patient need not wait for it."""

    body: QImage | None
    logo: QImage | None = None
    missing: str = ""


class Maker(QObject):
    """Makes one hand-out at a time. When it has `ended`, `made` is what came of it, or `failure` says why nothing did."""

    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.made: Made | None = None
        self.failure = ""
        self._shelf = Shelf()
        self._wanted: Wanted | None = None
        self._reading: Work[Pictures] | None = None
        self._setting: Slices[Made] | None = None

    @property
    def busy(self) -> bool:
        """Whether one is being made."""
        return self._wanted is not None

    def make(self, wanted: Wanted) -> None:
        """Begin to make one."""
        self._wanted, self.made, self.failure = wanted, None, ""
        self._reading = Work(partial(self._shelf.pictures, wanted))
        self._reading.ended.connect(self._set)
        self._reading.begin()

    def cancel(self) -> None:
        """Make it no further; nothing is told."""
        if self._reading:
            self._reading.ended.disconnect(self._set)
        if self._setting:
            self._setting.cancel()
        self._wanted = self._reading = self._setting = None

    def _set(self) -> None:
        """The pictures are there: set the texts."""
        reading, self._reading = self._reading, None
        if reading is None or self._wanted is None:
            return
        if reading.result is None:
            self.failure = reading.failure
            self._end()
            return
        self._setting = Slices(self._shelf.made(self._wanted, reading.result), self)
        self._setting.ended.connect(self._set_out)
        self._setting.begin()

    def _set_out(self) -> None:
        if self._setting:
            self.made, self.failure = self._setting.result, self._setting.failure
        self._end()

    def _end(self) -> None:
        self._wanted = self._setting = None
        self.ended.emit()


@dataclass(slots=True)
class Shelf:
    """Keeps between two hand-outs what seldom changes: its own diagrams, the body, the logo. Used by one thread at a time."""

    _plates: dict[ViewName, Plate] = field(default_factory=dict)
    _body_of: tuple[Picture, QImage] | None = None
    _logos: dict[str, QImage] = field(default_factory=dict)

    def pictures(self, wanted: Wanted) -> Pictures:
        """What can be painted beside the window, from diagrams that are read anew, so that two threads never share one.

        Raises UserError where a diagram cannot be read.
        """
        # Imported here, beside the window: reading the writers takes as long as one page does.
        from app.writers.handout import get_ready
        from app.writers.logo import is_drawn

        get_ready(wanted.sheet.made)
        body = self._body(wanted.picture) if wanted.picture else None
        return Pictures(body) if is_drawn(wanted.logo) else self._with_logo(Pictures(body), wanted.logo)

    def made(self, wanted: Wanted, pictures: Pictures) -> Steps[Made]:
        """The pages with their texts; this is for the window's thread."""
        from app.writers.handout import arranged_pages, page_pictures, pdf_bytes
        from app.writers.logo import is_drawn

        if is_drawn(wanted.logo):
            pictures = self._with_logo(pictures, wanted.logo)
            yield
        sheet = replace(wanted.sheet, body=pictures.body, logo=pictures.logo)
        leaf = yield from arranged_pages(sheet)
        pages = yield from page_pictures(sheet, leaf, wanted.width)
        pdf = yield from pdf_bytes(sheet, leaf)
        return Made(sheet, leaf, pages, pdf, pictures.missing)

    def _body(self, picture: Picture) -> QImage:
        if self._body_of and self._body_of[0] == picture:
            return self._body_of[1]
        from app.paint.cache import load_drawings
        from app.writers.handout_body import body_image

        views = [plate.view for plate in picture.plates]
        self._plates |= load_drawings(view for view in views if view not in self._plates)
        plates = tuple(self._plates[view] for view in views)
        if any(isinstance(plate, PosedPlate) for plate in picture.plates):
            # Imported here: most hand-outs show the body as it was measured.
            from app.paint.posed import posed_alike

            plates = posed_alike(plates, picture.plates)
        image = body_image(replace(picture, plates=plates))
        self._body_of = (picture, image)
        return image

    def _with_logo(self, pictures: Pictures, file: str) -> Pictures:
        from app.writers.logo import read_logo

        if not file:
            return pictures
        if file not in self._logos:
            try:
                self._logos = {file: read_logo(file)}
            except UserError as error:
                return replace(pictures, missing=str(error))
        return replace(pictures, logo=self._logos[file])
