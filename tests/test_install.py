"""The product as it is installed: a wheel, an editable install, and a folder that holds another ``app``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=bare | environment, capture_output=True, text=True, timeout=300, check=False)


def environment_with(folder: Path, *what: str) -> Path:
    """A virtual environment that holds `what` and sees the libraries of this one; returns its folder of programs."""
    made = run([sys.executable, "-m", "venv", "--without-pip", str(folder)], ROOT)
    assert made.returncode == 0, made.stderr
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    site = folder / "lib" / version / "site-packages"
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    programs = folder / "bin"
    made = run([*PIP, "--python", str(programs / "python"), "install", "--no-deps", "--no-build-isolation", *what], ROOT)
    assert made.returncode == 0, made.stderr
    return programs


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is not the checkout and contains another ``app``."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "app").mkdir()
    (folder / "app" / "__init__.py").write_text("raise SystemExit('the wrong app')\n")
    return folder


@pytest.fixture(scope="module")
def from_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    made = run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)], ROOT)
    assert made.returncode == 0, made.stderr
    [wheel] = folder.glob("*.whl")
    return environment_with(folder / "environment", str(wheel))


def test_the_wheel_carries_content_and_diagrams(from_wheel: Path, elsewhere: Path) -> None:
    listed = run([str(from_wheel / "plumbline"), "list", "muscles", "--json"], elsewhere)
    assert listed.returncode == 0, listed.stderr
    assert len(json.loads(listed.stdout)) > 80
    checked = run([str(from_wheel / "plumbline"), "check"], elsewhere)
    assert checked.returncode == 0, checked.stdout
    assert str(ROOT / "data") not in checked.stdout


def test_the_wheel_draws(from_wheel: Path, elsewhere: Path) -> None:
    drawn = run([str(from_wheel / "plumbline"), "render", "--pattern", "high_hip:left", "-o", "out.png"], elsewhere)
    assert drawn.returncode == 0, drawn.stderr
    assert (elsewhere / "out.png").read_bytes().startswith(b"\x89PNG")


def test_an_editable_install_finds_the_checkout(tmp_path: Path, elsewhere: Path) -> None:
    programs = environment_with(tmp_path / "environment", "-e", str(ROOT))
    found = run([str(programs / "python"), "-P", "-c", "from app.resources import folders; print(folders().data)"], elsewhere)
    assert found.stdout.strip() == str(ROOT / "data"), found.stderr
    assert run([str(programs / "plumbline"), "list", "patterns"], elsewhere).returncode == 0


def test_the_checkout_runs_as_a_module() -> None:
    listed = run([sys.executable, "-m", "app", "list", "groups"], ROOT)
    assert "hamstrings" in listed.stdout
