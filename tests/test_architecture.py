"""Which layer may import which, and that the core loads no Qt."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent / "app"

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "resources": {"model"},
    "preflight": {"model"},
    "content": {"model", "resources"},
    "diagram": {"model", "resources"},
    "state": {"model"},
    "reason": {"model", "state"},
    "card": {"model", "state", "reason"},
    "body": {"model", "content", "diagram", "resources"},
    "pose": {"model", "resources"},
    "paint": {"model", "diagram", "reason", "state", "resources", "pose"},
    "writers": {"model", "diagram", "reason", "state", "card", "paint", "resources", "pose"},
    "ui": {"model", "content", "diagram", "state", "reason", "card", "paint", "writers", "resources", "pose"},
}
"""Every layer may import itself. `commands` and `__main__` stand above all."""

CORE = ("app.model", "app.content", "app.diagram", "app.state", "app.reason", "app.card", "app.pose", "app.resources", "app.preflight")
HEAVY = ("yaml", "pydantic", "svgelements", "numpy", "scipy", "shapely", "pyqtgraph", "rapidfuzz", "PySide6.QtSvg", "asyncio")
LATER = ("app.paint.labels.", "app.paint.compile", "app.diagram.svg", "app.writers", "app.body", "app.pose")


def layer_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.startswith("app.")}


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_a_layer_imports_only_what_it_may(layer: str) -> None:
    files = [APP / f"{layer}.py"] if (APP / f"{layer}.py").exists() else sorted((APP / layer).rglob("*.py"))
    assert files, f"no modules in {layer}"
    wrong = {f"{file.relative_to(APP)}: {name}" for file in files for name in imports(file)
             if layer_of(name) not in MAY_IMPORT[layer] | {layer}}
    assert not wrong


def test_every_folder_is_a_known_layer() -> None:
    folders = {path.name for path in APP.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders - {"commands"} <= set(MAY_IMPORT)


def loaded_after(code: str) -> set[str]:
    probe = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=APP.parent)
    return set(out.stdout.split())


@pytest.mark.parametrize("package", CORE)
def test_the_core_loads_no_qt(package: str) -> None:
    folder = APP.parent / package.replace(".", "/")
    modules = [package] + [f"{package}.{file.stem}" for file in sorted(folder.glob("*.py")) if file.stem != "__init__"]
    loaded = loaded_after("\n".join(f"import {module}" for module in modules))
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))}


def test_the_window_starts_without_heavy_modules() -> None:
    loaded = loaded_after("import app.__main__, app.commands.window, app.ui.start, app.ui.workbench, app.ui.load")
    assert not {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY}
    assert not {name for name in loaded if name.startswith(LATER)}, "what most starts do not need is imported when it is"
