"""What all tests of the window share: no display, folders of their own, the real content read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.content.cache import content
from app.model.anatomy import ViewName
from app.model.knowledge import Atlas
from app.paint.plate import Plate
from app.resources import folders
from app.state.session import Session
from app.state.state import State
from app.ui.load import load_plates
from app.ui.settings import Remembered
from app.ui.workbench import Workbench


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches what a person's window remembers, or what was kept of a last session."""
    file = tmp_path / "window.ini"
    monkeypatch.setenv("PLUMBLINE_SESSION", str(tmp_path / "kept" / "last.plumbline"))
    monkeypatch.setenv("PLUMBLINE_SETTINGS", str(file))
    return file


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The built-in content."""
    return content().atlas


@pytest.fixture(scope="session")
def plates() -> dict[ViewName, Plate]:
    """The built-in diagrams."""
    return load_plates(folders().diagrams)[0]


@pytest.fixture
def window(qtbot: QtBot, atlas: Atlas, plates: dict[ViewName, Plate]) -> Iterator[Workbench]:
    """The window with the real content, nothing chosen."""
    made = Workbench(Session(State()), Remembered("light"))
    made.stage.canvas.animated = False
    made.show_content(atlas, ())
    made.show_plates(plates)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    # Windows that live on would be styled again by every test that changes the theme.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
