"""The settings: what can be chosen once and kept. Everything applies at once; nothing waits for a button."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.resources import write_atomically
from app.ui.segments import Segments
from app.ui.settings import (
    LARGEST,
    LONGEST,
    NAMES,
    SMALLEST,
    STEP,
    VOICES,
    Remembered,
    ThemeChoice,
    settings_file,
)
from app.ui.theme import grown
from app.writers.logo import SUFFIXES, logo_fault, logo_image

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

THEMES = dict(zip(get_args(ThemeChoice), ("System", "Light", "Dark", "High contrast"), strict=True))
WIDTH = 520
"""Of the window at the usual size of text, px."""
REST = 120
"""So long after the last move of the slider, ms, the text changes."""
LOGO = QSize(120, 48)
"""The logo is shown at most so large at the usual size of text, px."""
NO_LOGO = "None chosen. PNG, JPEG or SVG, up to 2 MB."


class SettingsWindow(QDialog):
    """Shows what the workbench keeps, and changes it. It blocks nothing."""

    size_chosen = Signal(int)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = _segments("Colours", THEMES.items())
        self.motion = _segments("Motion", (("on", "On"), ("off", "Off")))
        self.names = _segments("Names", ((name, name.capitalize()) for name in NAMES))
        self.voice = _segments("Words", ((voice, voice.capitalize()) for voice in VOICES))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST // STEP, LARGEST // STEP)
        self.slider.setObjectName("text_size")
        self.slider.setPageStep(2)
        self.slider.setAccessibleName("Text size")
        self.percent = QLabel()
        self.clinic = QLineEdit()
        self.clinic.setMaxLength(LONGEST)
        self.clinic.setPlaceholderText("Shown on hand-outs")
        self.clinic.setAccessibleName("Clinic name")
        self.logo = QLabel()
        self.logo.setWordWrap(True)
        self.logo.setObjectName("quiet")
        self.choose = QPushButton("Choose a picture")
        self.choose.setAccessibleName("Choose a logo")
        self.remove = QPushButton("Remove")
        self.remove.setAccessibleName("Remove the logo")
        self.reset = QPushButton("Back to the defaults")
        self.shut = QPushButton("Close")
        for button in (self.choose, self.remove, self.reset, self.shut):
            button.setAutoDefault(False)
        self._arrange()
        self._wire()
        self.show_kept()

    def show_kept(self) -> None:
        """Show what is kept now, wherever it was chosen."""
        kept, state = self._bench.kept, self._bench.session.state
        self.theme.show_chosen((kept.theme,))
        self.motion.show_chosen(("on" if kept.motion else "off",))
        self.names.show_chosen((state.names,))
        self.voice.show_chosen((state.voice,))
        self.slider.blockSignals(True)
        self.slider.setValue(kept.size // STEP)
        self.slider.blockSignals(False)
        self.percent.setText(f"{kept.size} %")
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("200 %"))
        if self.clinic.text() != kept.clinic:
            self.clinic.setText(kept.clinic)
        self._show_logo(kept.logo)
        # As wide as the text needs, now that it may be larger.
        self._column.activate()
        size = self._column.sizeHint().expandedTo(QSize(min(grown(WIDTH), self._bench.width()), 0))
        # Where words go on in a second line, more height is needed than the layout hints at.
        self.resize(size.expandedTo(QSize(0, self._column.totalHeightForWidth(size.width()))))

    def choose_logo(self) -> None:
        """Let a file be chosen, and take it if it is a picture."""
        kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        name, _ = QFileDialog.getOpenFileName(self, "Choose a logo", "", f"Pictures ({kinds})")
        if name:
            self.take_logo(Path(name))

    def take_logo(self, file: Path) -> None:
        """Keep a copy of a picture beside the settings; what cannot be used is said, and the old one stays."""
        fault = logo_fault(file)
        if not fault:
            copy = settings_file().with_name(f"logo{file.suffix.lower()}")
            try:
                copy.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(copy, file.read_bytes())
            except OSError:
                fault = "The picture could not be copied to the folder of the settings."
            else:
                self._keep(logo=str(copy))
        if fault:
            self.logo.setPixmap(QPixmap())
            self.logo.setText(f"{fault} Nothing was changed.")

    def _remove_logo(self) -> None:
        if self._bench.kept.logo:
            with suppress(OSError):
                Path(self._bench.kept.logo).unlink(missing_ok=True)
        self._keep(logo="")

    def _reset(self) -> None:
        """All as on the first start; where the window stands is no setting."""
        self._remove_logo()
        plain = Remembered()
        self._bench.actions_by_id[f"names_{plain.names}"].trigger()
        self._bench.actions_by_id[f"voice_{plain.voice}"].trigger()
        self._set_motion("on")
        self._bench.actions_by_id[f"theme_{plain.theme}"].trigger()
        self.size_chosen.emit(plain.size)
        self._keep(clinic="")

    def _keep(self, **changed: str) -> None:
        self._bench.kept = replace(self._bench.kept, clinic=changed.get("clinic", self._bench.kept.clinic),
                                   logo=changed.get("logo", self._bench.kept.logo))
        self.show_kept()

    def _set_theme(self, name: str) -> None:
        self._bench.actions_by_id[f"theme_{name}"].trigger()

    def _set_names(self, name: str) -> None:
        self._bench.actions_by_id[f"names_{name}"].trigger()
        self.show_kept()

    def _set_voice(self, name: str) -> None:
        self._bench.actions_by_id[f"voice_{name}"].trigger()
        self.show_kept()

    def _set_motion(self, name: str) -> None:
        if self._bench.kept.motion != (name == "on"):
            self._bench.actions_by_id["motion"].trigger()

    def _set_size(self, steps: int) -> None:
        self.percent.setText(f"{steps * STEP} %")
        # All of the window is set anew: that may wait until the hand rests.
        self._rest.start()

    def done(self, result: int) -> None:
        """Qt: what was set last counts, too."""
        if self._rest.isActive():
            self._tell_size()
        super().done(result)

    def _tell_size(self) -> None:
        self._rest.stop()
        self.size_chosen.emit(self.slider.value() * STEP)

    def _set_clinic(self, text: str) -> None:
        self._bench.kept = replace(self._bench.kept, clinic=" ".join(text.split()))

    def _show_logo(self, name: str) -> None:
        ratio = self.devicePixelRatioF()
        image = logo_image(Path(name), LOGO * (grown(100) / 100 * ratio)) if name else None
        if image and not image.isNull():
            image.setDevicePixelRatio(ratio)
            self.logo.setPixmap(QPixmap.fromImage(image))
            self.logo.setAccessibleName("The chosen logo")
        else:
            self.logo.setText("The logo that was chosen can no longer be read." if name else NO_LOGO)
        self.remove.setVisible(bool(name))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        logo = (self.logo, self.choose, self.remove)
        rows: tuple[tuple[str, tuple[QWidget, ...], str], ...] = (
            ("Colours", (self.theme,), ""), ("Text size", (self.slider, self.percent), ""),
            ("Motion", (self.motion,), "Off, the body changes and moves at once."),
            ("Names", (self.names,), ""), ("Words", (self.voice,), ""),
            ("Clinic name", (self.clinic,), ""), ("Clinic logo", logo, ""))
        for number, (title, widgets, note) in enumerate(rows):
            label = QLabel(title)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignVCenter)
            line = QHBoxLayout()
            line.setSpacing(8)
            for widget in widgets:
                line.addWidget(widget, 1 if widget in (self.slider, self.clinic, self.logo) else 0)
            if note:
                words = QLabel(note)
                words.setObjectName("quiet")
                words.setWordWrap(True)
                line.addWidget(words, 1)
            elif widgets[0] not in (self.slider, self.clinic, self.logo):
                line.addStretch(1)
            grid.addLayout(line, number, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.shut)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(24)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.theme.pressed.connect(self._set_theme)
        self.motion.pressed.connect(self._set_motion)
        self.names.pressed.connect(self._set_names)
        self.voice.pressed.connect(self._set_voice)
        self.slider.valueChanged.connect(self._set_size)
        self._rest.timeout.connect(self._tell_size)
        self.clinic.textEdited.connect(self._set_clinic)
        self.choose.clicked.connect(self.choose_logo)
        self.remove.clicked.connect(self._remove_logo)
        self.reset.clicked.connect(self._reset)
        self.shut.clicked.connect(self.close)


def _segments(name: str, values: Iterable[tuple[str, str]]) -> Segments:
    made = Segments(name)
    made.show_values((value, text, None) for value, text in values)
    return made
