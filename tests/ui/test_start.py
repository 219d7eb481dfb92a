"""The start: a picture first, then the workbench; what the window was like is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.model.reference import Ref
from app.state.choose import choose_pattern
from app.state.state import State
from app.ui import start
from app.ui.first_picture import keep_picture, picture_file, read_picture
from app.ui.settings import Remembered, read_settings, write_settings
from app.ui.start import Asked, Starter
from app.ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("own_cache", "qapp")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder in which nothing was kept yet."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("app.ui.first_picture.cache_folder", lambda: folder)
    monkeypatch.setattr(start, "SETTLED", 1)
    folder.mkdir()
    yield folder


def opened(qtbot: QtBot, state: State | None, settings: Path) -> Starter:
    """Start, and wait until everything is there."""
    starter = Starter(read_settings(settings), Asked(state))
    qtbot.addWidget(starter.window)
    starter.window.show()
    qtbot.waitUntil(lambda: isinstance(starter.window.centralWidget(), Workbench), timeout=20000)
    return starter


def test_the_workbench_follows_the_first_frame(qtbot: QtBot, own_settings: Path) -> None:
    bench = opened(qtbot, None, own_settings).window.centralWidget()
    assert isinstance(bench, Workbench)
    assert bench.atlas.muscles
    assert bench.stage.shows_body()


def test_the_asked_state_is_shown(qtbot: QtBot, own_settings: Path) -> None:
    asked = choose_pattern(State(), Ref("high_hip", "left"))
    bench = opened(qtbot, asked, own_settings).window.centralWidget()
    assert isinstance(bench, Workbench)
    assert bench.session.state.patterns == (Ref("high_hip", "left"),)


def test_labels_are_as_remembered_unless_others_are_asked_for(qtbot: QtBot, own_settings: Path) -> None:
    write_settings(own_settings, Remembered(labels="chosen", names="latin"))
    bench = opened(qtbot, State(labels="layer"), own_settings).window.centralWidget()
    assert isinstance(bench, Workbench)
    assert (bench.session.state.labels, bench.session.state.names) == ("layer", "latin")
    assert bench.actions_by_id["names_latin"].isChecked()


def test_without_options_the_views_are_as_remembered(qtbot: QtBot, own_settings: Path) -> None:
    write_settings(own_settings, Remembered(views=("right",), plumb=False))
    bench = opened(qtbot, None, own_settings).window.centralWidget()
    assert isinstance(bench, Workbench)
    assert (bench.session.state.views, bench.session.state.plumb) == (("right",), False)


def test_options_show_their_own_views(qtbot: QtBot, own_settings: Path) -> None:
    write_settings(own_settings, Remembered(views=("right",)))
    bench = opened(qtbot, State(), own_settings).window.centralWidget()
    assert isinstance(bench, Workbench)
    assert bench.session.state.views == ("front", "back")


def test_the_window_at_rest_is_kept_for_the_next_start(qtbot: QtBot, own_cache: Path, own_settings: Path) -> None:
    opened(qtbot, None, own_settings)
    qtbot.waitUntil(lambda: bool(list(own_cache.glob("window-*.pixels"))), timeout=5000)


def test_one_can_type_at_once_and_escape_leaves(qtbot: QtBot, own_settings: Path) -> None:
    window = opened(qtbot, None, own_settings).window
    bench = window.centralWidget()
    assert isinstance(bench, Workbench)
    assert window.focusWidget() is bench.topbar.search
    qtbot.keyClicks(bench.topbar.search, "2")
    assert (bench.topbar.search.text(), bench.session.state.depth) == ("2", "superficial")
    for _ in range(3):
        qtbot.keyClick(bench.topbar.search, Qt.Key.Key_Escape)
    assert not bench.topbar.search.hasFocus()


def test_where_something_is_chosen_the_search_does_not_take_the_keyboard(qtbot: QtBot, own_settings: Path) -> None:
    asked = choose_pattern(State(), Ref("high_hip", "left"))
    window = opened(qtbot, asked, own_settings).window
    assert isinstance(window.centralWidget(), Workbench)
    assert not isinstance(window.focusWidget(), QLineEdit)


def test_closing_remembers_place_and_theme(qtbot: QtBot, own_settings: Path) -> None:
    starter = opened(qtbot, None, own_settings)
    starter.window.resize(1100, 700)
    bench = starter.window.centralWidget()
    assert isinstance(bench, Workbench)
    bench.actions_by_id["theme_dark"].trigger()
    starter.window.close()
    again = opened(qtbot, None, own_settings)
    assert again.window.height() == 700
    assert read_settings(own_settings).theme == "dark"
    bench.actions_by_id["theme_light"].trigger()


def test_quit_closes_the_window_that_holds_the_workbench(qtbot: QtBot, own_settings: Path) -> None:
    window = opened(qtbot, None, own_settings).window
    bench = window.centralWidget()
    assert isinstance(bench, Workbench)
    bench.actions_by_id["quit"].trigger()
    assert not window.isVisible()
    assert own_settings.is_file()


def test_a_kept_picture_comes_back() -> None:
    picture = QPixmap(40, 30)
    picture.fill("#123456")
    file = picture_file("light", QSize(40, 30))
    keep_picture(file, picture)
    found = read_picture(file, (), 1.0)
    assert found is not None and found.pixelColor(3, 3).name() == "#123456"


def test_a_picture_older_than_what_it_shows_is_not_used(tmp_path: Path) -> None:
    file = picture_file("light", QSize(40, 30))
    keep_picture(file, QPixmap(40, 30))
    newer = tmp_path / "front.svg"
    newer.write_text("")
    assert read_picture(file, (newer,), 1.0) is None


@pytest.mark.parametrize("damage", [b"", b"plumbln1 and then nothing", b"plumbln1\2\0\0\0\2\0\0\0cut"])
def test_a_damaged_picture_is_not_used(damage: bytes) -> None:
    file = picture_file("light", QSize(40, 30))
    assert file
    file.write_bytes(damage)
    assert read_picture(file, (), 1.0) is None


def test_without_a_cache_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ui.first_picture.cache_folder", lambda: None)
    file = picture_file("light", QSize(4, 3))
    keep_picture(file, QPixmap(4, 3))
    assert read_picture(file, (), 1.0) is None


def test_nothing_remembered_is_a_first_start() -> None:
    assert Remembered() == Remembered("system", None, None)
