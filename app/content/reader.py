"""Reading content: all files of a folder become one Atlas, and everything that is wrong becomes a problem."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.content.across import check_atlas
from app.content.attached import attach, cover
from app.content.entry import Entry, judge
from app.content.files import (
    ATTACHMENTS,
    COVERS,
    KIND_FOLDERS,
    PLUMB_LINE,
    POINTS,
    content_root,
    is_folder,
)
from app.content.joint_rules import check_joints
from app.content.links import candidates, exists, whole
from app.content.loaded import Loaded, Spot, told_from_here
from app.content.plumb import read_plumb_line
from app.content.points import place_points
from app.content.schema import FOLDERS, KINDS, TARGETS
from app.content.tree import MAX_BYTES, Tree, locate, plain, read_tree
from app.content.wording import hint_for, near
from app.model.knowledge import Atlas
from app.model.problem import Problem, Severity

WHOLE_FILE: Spot = (1, 1)

MANY = 500
"""A file with more faults than this is not read to its end."""


def read_content(folder: Path, *packs: Path) -> Loaded:
    """Read the content of a folder, and of packs on top of it, whose entries stand in for those with the same id.

    Nothing that the files hold raises: what is good is in the atlas, what is not is in the problems.
    """
    loaded = read_absolute(folder, *packs)
    return replace(loaded, problems=told_from_here(loaded.problems))


def read_absolute(folder: Path, *packs: Path) -> Loaded:
    """The same with absolute paths in the problems, which hold good from any current folder."""
    reading = _Reading()
    for one in (folder, *packs):
        reading.read_folder(one)
    return reading.finish()


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    values: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    """The good entries as values of the model."""
    ids: dict[str, dict[str, None]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    """All ids in the order of the files, those of unusable entries too: a link to one of these is no misspelling."""
    roots: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read_folder(self, folder: Path) -> None:
        """Read all files of a content folder or pack."""
        root = content_root(folder)
        if root is None:
            names = ", ".join(KIND_FOLDERS[:3])
            self._tell(folder, WHOLE_FILE, "error", f"there is no content here; it should hold folders such as {names}")
            return
        self._check_names(root)
        for kind in KINDS:
            self._read_kind(kind, root / FOLDERS[kind])
        self.roots.append(root)

    def _check_names(self, root: Path) -> None:
        try:
            children = sorted(root.iterdir())
        except OSError as error:
            self._tell(root, WHOLE_FILE, "error", f"the folder cannot be read ({error.strerror}); check its permissions")
            return
        for child in children:
            meant = near(child.name, KIND_FOLDERS)
            if meant and child.is_dir() and child.name not in KIND_FOLDERS:
                self._tell(child, WHOLE_FILE, "warning", f"this folder is not read; did you mean '{meant}'?")

    def _read_kind(self, kind: str, folder: Path) -> None:
        lines: dict[str, tuple[Path, int]] = {}
        if is_folder(folder) and not os.access(folder, os.R_OK | os.X_OK):
            self._tell(folder, WHOLE_FILE, "error", "the folder cannot be read; check its permissions")
        for path in sorted(folder.glob("*.y*ml")):
            if path.suffix == ".yaml":
                self._read_file(kind, path, lines)
            else:
                self._tell(path, WHOLE_FILE, "error", "this file is not read; end its name with .yaml")

    def _read_file(self, kind: str, path: Path, lines: dict[str, tuple[Path, int]]) -> None:
        """Read the entries of a file; `lines` tells where the ids of this folder were given before."""
        data = self._bytes(path)
        if data is None:
            return
        tree = read_tree(data)
        before = len(self.problems)
        for fault in tree.faults[:MANY]:
            self._tell(path, fault.spot, "error", f"{fault.entry}: {fault.message}" if fault.entry else fault.message)
        if not tree.ids and not tree.faults:
            self._tell(path, WHOLE_FILE, "warning", "this file holds no entries; add one or delete the file")
        self.ids[kind] |= dict.fromkeys(tree.ids)
        for entry_id, node in tree.entries.items():
            if len(self.problems) - before >= MANY:
                spot = locate(tree.root, (entry_id,), key=True)
                self._tell(path, spot, "error", "the file was not read from here on; mend what is wrong above it first")
                break
            entry = Entry(kind, entry_id, path, tree.root, plain(node))
            if entry_id in lines:
                first, line = lines[entry_id]
                message = f"this id was given in {first.name}:{line} already; keep one of the two"
                self.problems.append(entry.problem((), "error", message, key=True))
            else:
                lines[entry_id] = path, locate(tree.root, (entry_id,), key=True)[0]
                self._take(entry, tree)

    def _take(self, entry: Entry, tree: Tree) -> None:
        """Keep an entry, and its value when nothing is wrong with it."""
        self.entries[entry.kind][entry.id] = entry
        value, problems = judge(entry)
        self.problems += (one for one in problems if (one.line, one.column) not in tree.unread)
        if entry.id in {fault.entry for fault in tree.faults} or any(one.severity == "error" for one in problems):
            # What a pack gets wrong does not fall back on the built-in entry.
            self.values[entry.kind].pop(entry.id, None)
        else:
            self.values[entry.kind][entry.id] = value

    def _bytes(self, path: Path) -> bytes | None:
        try:
            # A pack may hold anything under a file's name; reading a pipe would wait forever.
            if path.is_file():
                with path.open("rb") as file:
                    return file.read(MAX_BYTES + 1)
            self._tell(path, WHOLE_FILE, "error", "this is no file; delete it")
        except OSError as error:
            self._tell(path, WHOLE_FILE, "error", f"the file cannot be read ({error.strerror}); check its permissions")
        return None

    def finish(self) -> Loaded:
        """The atlas of all good entries without dangling links, and every problem, in the order of files and lines."""
        used = self._check_links()
        values: dict[str, Any] = {FOLDERS[kind]: values for kind, values in self.values.items()}
        atlas = whole(Atlas(**values))
        for root in self.roots:
            atlas = self._with_body(atlas, root)
        places = {(kind, entry.id): entry.place for kind, entries in self.entries.items() for entry in entries.values()}
        self.problems += (*check_atlas(atlas, places, used), *check_joints(self.entries, atlas.joints))
        return Loaded(atlas, tuple(sorted(self.problems)), places)

    def _with_body(self, atlas: Atlas, root: Path) -> Atlas:
        """The atlas with what the tables of the body tell."""
        referrals, problems = place_points(root / POINTS, atlas.referrals, self.ids["referral"])
        muscles, more = attach(root / ATTACHMENTS, atlas.muscles, self.ids["muscle"])
        muscles, last = cover(root / COVERS, muscles, self.ids["muscle"])
        plumb, faults = read_plumb_line(root / PLUMB_LINE, self.ids["source"])
        self.problems += (*problems, *more, *last, *faults)
        return replace(atlas, referrals=referrals, muscles=muscles, plumb=plumb or atlas.plumb)

    def _check_links(self) -> set[str]:
        """Tell of links to nothing; returns the ids of the sources that anything names."""
        used = set()
        told: Counter[Path] = Counter()
        for entry in (entry for entries in self.entries.values() for entry in entries.values()):
            for loc, link, value in entry.links():
                if link.kind == "source":
                    used.add(value)
                if not exists(value, link.kind, self.ids):
                    told[entry.path] += 1
                    if told[entry.path] <= MANY:
                        self.problems.append(entry.problem(loc, "error", self._dangling(link.kind, value)))
                    elif told[entry.path] == MANY + 1:
                        self.problems.append(entry.problem(loc, "error", "no more links were checked; mend what is wrong above first"))
        return used

    def _dangling(self, kind: str, value: str) -> str:
        hint = hint_for(value, candidates(kind, self.ids), f"'plumbline list {FOLDERS[TARGETS[kind][0]]}' shows them all")
        return f"no {' or '.join(TARGETS[kind])} has the id '{value[:60]}'{hint}"

    def _tell(self, path: Path, spot: Spot, severity: Severity, message: str) -> None:
        self.problems.append(Problem(str(path.absolute()), *spot, severity, message))
