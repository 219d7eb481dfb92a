"""Files that are not what they say: each is refused at once, in one sentence, and nothing waits for it."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QImage

from app.model.knowledge import Atlas
from app.model.problem import UserError
from app.writers.logo import logo_fault, logo_image
from app.writers.session import read_session

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
USED_AGAIN = '<rect id="u0" width="1" height="1"/>' + "".join(
    f'<g id="u{one}">' + f'<use xlink:href="#u{one - 1}"/>' * 10 + "</g>" for one in range(1, 9))
INNER = base64.b64encode(SVG.format("", '<image href="/etc/passwd"/>').encode()).decode()


def _logo(folder: Path, attributes: str, content: str) -> Path:
    file = folder / "logo.svg"
    file.write_text(SVG.format(attributes, content), encoding="utf-8")
    return file


def _picture(width: int) -> str:
    image = QImage(width, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    image.save(buffer, "png")
    return f'<image width="5" height="5" xlink:href="data:image/png;base64,{base64.b64encode(buffer.data().data()).decode()}"/>'


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_no_logo_is_waited_for(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"logo.{suffix}"
    os.mkfifo(file)
    assert logo_fault(file) == "This is not a file."


@pytest.mark.parametrize("content", [USED_AGAIN, "<g>" * 1000 + "</g>" * 1000])
def test_a_logo_that_would_be_drawn_for_years_is_refused(content: str, tmp_path: Path) -> None:
    assert "takes too long to draw" in logo_fault(_logo(tmp_path, 'width="9" height="9"', content))


@pytest.mark.parametrize(("width", "good"), [(100, True), (9000, False)])
@pytest.mark.usefixtures("qapp")
def test_a_picture_in_a_logo_may_not_be_huge(width: int, good: bool, tmp_path: Path) -> None:
    assert (not logo_fault(_logo(tmp_path, 'width="9" height="9"', _picture(width)))) == good


def test_a_logo_in_a_logo_reaches_for_no_file(tmp_path: Path) -> None:
    assert "uses other files" in logo_fault(_logo(tmp_path, "", f'<image xlink:href="data:image/svg+xml;base64,{INNER}"/>'))


@pytest.mark.usefixtures("qapp")
def test_a_logo_may_use_its_own_parts_again(tmp_path: Path) -> None:
    star = '<defs><path id="star" d="M0 0 5 5 0 9z" fill="#a00"/></defs><use xlink:href="#star"/><use xlink:href="#star" x="9"/>'
    assert not logo_fault(_logo(tmp_path, 'width="20" height="10"', star))


@pytest.mark.usefixtures("qapp")
def test_something_is_drawn_of_the_thinnest_logo(tmp_path: Path) -> None:
    thin = _logo(tmp_path, 'width="1000000" height="1"', '<rect width="9" height="1"/>')
    assert logo_image(thin, QSize(120, 48)).size() == QSize(120, 1)


def test_no_session_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "pipe.plumbline"
    os.mkfifo(file)
    with pytest.raises(UserError, match="it is no file"):
        read_session(file, Atlas())


@pytest.mark.parametrize("name", ["a\0b.plumbline", "\ud800.plumbline"])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="no file can have such a name"):
        read_session(Path(name), Atlas())


def test_an_endless_name_leaves_room_for_what_is_wrong() -> None:
    with pytest.raises(UserError) as told:
        read_session(Path(f"/{'n' * 3000}.plumbline"), Atlas())
    assert str(told.value).startswith("…n") and "cannot be opened" in str(told.value) and len(str(told.value)) < 120
