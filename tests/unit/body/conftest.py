"""Drawing needs numpy, scipy and shapely, which only a development install has; without them there is nothing to test."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if all(find_spec(name) for name in ("numpy", "scipy", "shapely")) else ["test_*.py"]
