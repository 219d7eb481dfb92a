"""Makes the pages of a hand-out beside the window: it reads the diagrams for itself, so that two threads never share one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QImage

from app.model.anatomy import ViewName
from app.model.frozen import frozen
from app.model.problem import UserError
from app.paint.plate import Plate
from app.writers.handout_picture import Picture
from app.writers.handout_sheet import Sheet


@frozen
class Wanted:
    """What is to be made: a sheet without its pictures, how the body is shown, the logo's file, and the width of a page, device px."""

    sheet: Sheet
    picture: Picture | None
    logo: str
    width: int


@frozen
class Made:
    """A sheet with its pictures, its pages as pictures, and all of it as PDF."""

    sheet: Sheet
    pages: tuple[QImage, ...]
    pdf: bytes
    missing: str = ""
    """Why there is no logo, where there should be one."""


@dataclass(slots=True)
class Maker:
    """Keeps between two hand-outs what seldom changes: its own diagrams, the body, the logo. Used by one thread at a time."""

    _plates: dict[ViewName, Plate] = field(default_factory=dict)
    _body_of: tuple[Picture, QImage] | None = None
    _logos: dict[str, QImage] = field(default_factory=dict)

    def make(self, wanted: Wanted) -> Made:
        """The pages.

        Raises UserError where a diagram cannot be read.
        """
        # Imported here, beside the window: reading the writers takes as long as one page does.
        from app.writers.handout import arranged_pages, page_pictures, pdf_bytes

        body = self._body(wanted.picture) if wanted.picture else None
        logo, missing = self._logo(wanted.logo)
        sheet = replace(wanted.sheet, body=body, logo=logo)
        leaf = arranged_pages(sheet)
        return Made(sheet, page_pictures(sheet, leaf, wanted.width), pdf_bytes(sheet, leaf), missing)

    def _body(self, picture: Picture) -> QImage:
        if self._body_of and self._body_of[0] == picture:
            return self._body_of[1]
        from app.paint.cache import load_drawings
        from app.writers.handout_body import body_image

        views = [plate.view for plate in picture.plates]
        self._plates |= load_drawings(view for view in views if view not in self._plates)
        image = body_image(replace(picture, plates=tuple(self._plates[view] for view in views)))
        self._body_of = (picture, image)
        return image

    def _logo(self, file: str) -> tuple[QImage | None, str]:
        """The logo, or why there is none: a patient need not wait for it."""
        from app.writers.logo import read_logo

        if not file:
            return None, ""
        if file not in self._logos:
            try:
                self._logos = {file: read_logo(file)}
            except UserError as error:
                return None, str(error)
        return self._logos[file], ""
