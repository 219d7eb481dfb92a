"""What all tests share: no display, a cache folder of their own, and the option that writes golden pictures anew."""

from __future__ import annotations

import os
import tempfile

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
os.environ.setdefault("PLUMBLINE_SESSION", "")
os.environ.setdefault("PLUMBLINE_CACHE", tempfile.mkdtemp(prefix="plumbline-tests-"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden pictures anew instead of comparing")
