"""The cheat sheet: all keys on one page, in as many columns as there is room for, to be read at a glance or printed."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import POINTER_KEYS, Rows, key_rows
from app.ui.inline_html import escape
from app.ui.theme import PALETTES, Palette, Sizes, grown, text_sizes

SIZE = QSize(1040, 720)
"""Of the window at the usual size of text, px."""
COLUMN = 320
"""A column is at least so wide at the usual size of text, px."""
MOST = 3
HEAD = 2
"""A heading takes as much room as so many lines."""
WIDE_KEYS, WIDE_TEXT = 16, 24
"""So many letters stand in a line of keys, and of what they do."""
PAPER = Sizes(9, 10, 14)

Group = tuple[str, tuple[tuple[str, str], ...]]
"""A section with its lines: keys and what they do."""


def groups(rows: Rows) -> tuple[Group, ...]:
    """All sections of some actions that have keys."""
    native = QKeySequence.SequenceFormat.NativeText
    pointer = {text for _, text in POINTER_KEYS}
    return tuple((section, tuple((keys if text in pointer else QKeySequence(keys).toString(native), text) for _, keys, text in lines))
                 for section, lines in groupby(key_rows(rows), itemgetter(0)))


def columns_of(found: tuple[Group, ...], number: int) -> list[list[Group]]:
    """The groups in their order, in so many columns of about the same height."""
    whole = sum(_height(group) for group in found)
    columns: list[list[Group]] = [[]]
    used = 0
    for group in found:
        size = _height(group)
        # A group goes where its middle lies.
        if columns[-1] and len(columns) < number and used + size / 2 > whole * len(columns) / number:
            columns.append([])
        columns[-1].append(group)
        used += size
    return columns


def _height(group: Group) -> int:
    """About how many lines a group takes."""
    return HEAD + sum(max(-(-len(keys) // WIDE_KEYS), -(-len(text) // WIDE_TEXT)) for keys, text in group[1])


def sheet_html(found: tuple[Group, ...], number: int, palette: Palette, sizes: Sizes) -> str:
    """The page in a number of columns."""
    cells = "".join(f'<td width="{100 // number}%" style="padding-right:20px">{"".join(_group(one, palette, sizes) for one in column)}</td>'
                    for column in columns_of(found, number))
    return f'<body style="color:{palette.ink}; font-size:{sizes.normal}px"><table width="100%"><tr>{cells}</tr></table></body>'


def _group(group: Group, palette: Palette, sizes: Sizes) -> str:
    section, lines = group
    rows = "".join(
        f'<tr><td width="46%" style="padding:2px 8px 2px 0"><span style="background-color:{palette.raised}; font-weight:600">'
        f'{_together(keys)}</span></td><td style="padding:2px 0">{escape(text)}</td></tr>' for keys, text in lines)
    head = f'<p style="margin:12px 0 4px 0; font-size:{sizes.normal + 1}px; font-weight:600">{escape(section)}</p>'
    return f'{head}<table cellspacing="0" width="100%">{rows}</table>'


def _together(keys: str) -> str:
    """Keys that stay in one line; the names of gestures are long and may break."""
    text = escape(keys)
    return f"&nbsp;{text.replace('-', '&#8209;')}&nbsp;" if len(keys) <= WIDE_KEYS else text


class KeysWindow(QDialog):
    """Shows the sheet; it blocks nothing, and Esc closes it."""

    def __init__(self, rows: Rows, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._groups = groups(rows)
        self._palette = palette
        self._shown: tuple[int, Palette, Sizes] | None = None
        self.view = QTextBrowser()
        self.view.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.view.setAccessibleName("All keys")
        self.view.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.printer = QPushButton("Print this page")
        self.shut = QPushButton("Close")
        note = QLabel("Single letters work while no field of text has the keyboard.")
        note.setObjectName("quiet")
        note.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.addWidget(note, 1)
        foot.addWidget(self.printer)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.resize(QSize(grown(SIZE.width()), grown(SIZE.height())).boundedTo(parent.window().size()))
        self.show_theme(palette)
        self.printer.clicked.connect(self._print)
        self.shut.clicked.connect(self.close)
        self.view.setFocus()

    def show_theme(self, palette: Palette) -> None:
        """Write the sheet in other colours or another size."""
        self._palette = palette
        number = min(max(self.view.width() // grown(COLUMN), 1), MOST)
        wanted = number, palette, text_sizes(QApplication.font())
        if wanted != self._shown:
            self._shown = wanted
            self.view.setHtml(sheet_html(self._groups, *wanted))
            self.view.document().setDocumentMargin(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: as many columns as there is room for."""
        super().resizeEvent(event)
        self.show_theme(self._palette)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("Print all keys")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setHtml(sheet_html(self._groups, 2, PALETTES["contrast"], PAPER))
            document.print_(printer)
