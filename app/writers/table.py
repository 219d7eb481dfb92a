"""All formats, and how a file's name chooses among them."""

from __future__ import annotations

from pathlib import Path

from app.model.problem import UserError
from app.resources import check_place, write_wanted
from app.writers import pdf, png, svg
from app.writers.writer import Figure, Writer

WRITERS: tuple[Writer, ...] = (svg.WRITER, png.WRITER, pdf.WRITER)


def writer_for(path: Path) -> Writer:
    """The writer that a file's name asks for.

    Raises UserError when there is none.
    """
    writer = next((one for one in WRITERS if one.suffix == path.suffix.lower()), None)
    if writer is None:
        known = ", ".join(one.suffix for one in WRITERS)
        raise UserError(f"{path}: no diagram is written in this format; name a file that ends in one of {known}")
    return writer


def write_figure(figure: Figure, path: Path) -> None:
    """Write a figure, whole or not at all, in the format that the file's name tells.

    Raises UserError for an unknown format and for a place that cannot be written.
    """
    writer = writer_for(path)
    check_place(path)
    write_wanted(path, writer.write(figure))
