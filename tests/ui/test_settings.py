"""The settings: each applies at once, is kept, and can be taken back; a logo is checked before it is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.looks import Looks
from app.ui.segments import Segments
from app.ui.settings import Remembered, read_settings
from app.ui.settings_window import SettingsWindow
from app.ui.workbench import Workbench
from app.writers.logo import HEAVIEST, logo_fault

LEFT = Qt.MouseButton.LeftButton
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'


@pytest.fixture
def settings(qtbot: QtBot, window: Workbench) -> SettingsWindow:
    """The settings, opened with the keyboard."""
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    looks = next(one for one in window.features if isinstance(one, Looks))
    assert looks.window
    return looks.window


def press(qtbot: QtBot, segments: Segments, value: str) -> None:
    """Click one of several joined buttons."""
    button = segments.button(value)
    assert button
    qtbot.mouseClick(button, LEFT)


def test_each_setting_applies_at_once(qtbot: QtBot, window: Workbench, settings: SettingsWindow) -> None:
    press(qtbot, settings.theme, "contrast")
    press(qtbot, settings.names, "latin")
    press(qtbot, settings.voice, "clinical")
    press(qtbot, settings.motion, "on")
    qtbot.keyClick(settings.slider, Qt.Key.Key_Right)
    qtbot.keyClicks(settings.clinic, "Hill Street Clinic")
    state = window.session.state
    assert window.palette_now.name == "contrast" and window.actions_by_id["theme_contrast"].isChecked()
    assert (state.names, state.voice) == ("latin", "clinical")
    assert settings.percent.text() == "110 %"
    qtbot.waitUntil(lambda: window.kept.size == 110)
    assert window.kept.clinic == "Hill Street Clinic"


def test_motion_is_one_switch_here_and_in_the_menu(qtbot: QtBot, window: Workbench, settings: SettingsWindow) -> None:
    press(qtbot, settings.motion, "off")
    assert not window.stage.canvas.animated and not window.actions_by_id["motion"].isChecked()
    window.actions_by_id["motion"].trigger()
    on = settings.motion.button("on")
    assert on and on.isChecked()


def test_what_was_set_is_kept_when_the_settings_close(qtbot: QtBot, settings: SettingsWindow, own_settings: Path) -> None:
    press(qtbot, settings.theme, "dark")
    qtbot.keyClicks(settings.clinic, "Hill Street")
    qtbot.keyClick(settings.slider, Qt.Key.Key_End)
    # At once: it need not wait for the hand to rest.
    qtbot.mouseClick(settings.shut, LEFT)
    kept = read_settings(own_settings)
    assert (kept.theme, kept.clinic, kept.size) == ("dark", "Hill Street", 200)


def test_back_to_the_defaults(qtbot: QtBot, window: Workbench, settings: SettingsWindow, tmp_path: Path) -> None:
    picture(tmp_path / "sign.png")
    settings.take_logo(tmp_path / "sign.png")
    for segments, value in ((settings.theme, "contrast"), (settings.names, "both"), (settings.voice, "clinical"), (settings.motion, "off")):
        press(qtbot, segments, value)
    qtbot.keyClick(settings.slider, Qt.Key.Key_End)
    qtbot.keyClicks(settings.clinic, "x")
    qtbot.mouseClick(settings.reset, LEFT)
    plain, kept = Remembered(), window.remembered()
    for name in ("theme", "motion", "names", "voice", "size", "clinic", "logo"):
        assert getattr(kept, name) == getattr(plain, name), name
    assert settings.percent.text() == "100 %" and settings.clinic.text() == ""


@pytest.mark.parametrize("text", ["size=5000", "size=-3", "size=big", "clinic=@Invalid()", "logo=@ByteArray(x)", "size=99999999999999999999"])
def test_bad_values_are_ignored(own_settings: Path, text: str) -> None:
    own_settings.write_text(f"[General]\n{text}\n")
    kept = read_settings(own_settings)
    assert kept.size == 100 and kept.clinic == "" and kept.logo == ""


def picture(file: Path) -> None:
    """A small picture in a file."""
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    assert image.save(str(file))


@pytest.mark.parametrize("name", ["sign.png", "sign.jpg", "sign.svg"])
def test_a_logo_is_copied_shown_and_removed(qtbot: QtBot, window: Workbench, settings: SettingsWindow, tmp_path: Path,
                                            own_settings: Path, name: str) -> None:
    file = tmp_path / "from" / name
    file.parent.mkdir()
    if name.endswith("svg"):
        file.write_text(SVG.format('<rect width="40" height="20" fill="#123456"/>'))
    else:
        picture(file)
    settings.take_logo(file)
    file.unlink()
    kept = Path(window.kept.logo)
    assert kept.is_file() and kept.parent == own_settings.parent
    assert not settings.logo.pixmap().isNull()
    qtbot.mouseClick(settings.remove, LEFT)
    assert window.kept.logo == "" and not kept.exists()
    assert settings.logo.text()


@pytest.mark.parametrize(("name", "content"), [
    ("note.txt", b"text"), ("fake.png", b"not a picture"), ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ("heavy.png", b"\0" * (HEAVIEST + 1)),
    ("empty.svg", b""), ("page.svg", b"<html></html>"), ("latin.svg", b"\xff\xfe<svg"),
    ("net.svg", SVG.format('<image href="http://example.org/a.png"/>').encode()),
    ("file.svg", SVG.format('<image xlink:href="file:///etc/passwd"/>').encode()),
    ("style.svg", SVG.format('<style>@import url(http://example.org/a.css);</style>').encode()),
    ("bomb.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("&a;").encode()),
    ("script.svg", SVG.format("<script>1</script>").encode())])
def test_what_is_no_logo_is_refused_with_a_reason(window: Workbench, settings: SettingsWindow, tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert logo_fault(file)
    settings.take_logo(file)
    assert window.kept.logo == "" and logo_fault(file) in settings.logo.text()


def test_a_missing_logo_is_told(tmp_path: Path) -> None:
    assert logo_fault(tmp_path / "none.png")


def test_everything_in_it_has_a_name(settings: SettingsWindow) -> None:
    assert all(one.accessibleName() or one.text() for one in settings.findChildren(QPushButton))
    assert all(one.accessibleName() for one in (settings.slider, settings.clinic, settings.theme, settings.motion, settings.names, settings.voice))


def test_the_same_colours_are_offered_in_the_bar(window: Workbench, settings: SettingsWindow) -> None:
    offered = [action.data() for action in window.topbar._buttons["theme"].menu().actions()]
    assert offered == [button.value for button in settings.theme.buttons]
