"""The first pass over an SVG file: refuse what is dangerous or broken, with its line, and keep only what draws.

The result is plain, small markup in which every drawn element carries its line and every layer its name, so that the
second pass (which keeps no lines and expands whatever it is given) meets nothing unexpected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from app.diagram.paintservers import XLINK_HREF, PaintServers
from app.diagram.pathdata import REACH
from app.model.problem import UserError

SVG_SPACE = "http://www.w3.org/2000/svg"
MAX_BYTES = 8_000_000
MAX_ELEMENTS = 200_000
MAX_DEPTH = 100
"""Of groups in groups, and of uses of uses."""
MAX_PATH = 500_000
"""Characters of one path; ours have a few thousand."""
MAX_STYLES = 200_000
"""Characters of all style sheets of a file."""
LONG_NUMBER = re.compile(r"[0-9]{40}")
"""The second pass would try every part of it as a number of its own, which takes hours."""
DRAWN = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
KEPT = DRAWN | {"svg", "g", "defs", "use", "symbol", "style", "a", "switch"}
TOO_MANY = f"the diagram draws more than {MAX_ELEMENTS} elements; simplify it"
ACTIVE = frozenset(("script", "foreignObject", "handler", "iframe", "animate", "set", "animateTransform"))
LAYERS = {"layer-skin": "skin", "layer-bone": "bone", "layer-deep": "deep", "layer-intermediate": "intermediate",
          "layer-superficial": "superficial", "layer-areas": "area"}
NOT_PATH_DATA = re.compile(r"[^MmZzLlHhVvCcSsQqTtAa0-9eE+\-.,\s]")
PLACEHOLDER = "M0,0L1,1"
TRANSFORM = re.compile(r"\b(\w{1,99})\s*\(([^()]*)\)")
TRANSFORMS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}
"""How many numbers each takes."""
URL = re.compile(r"url\(\s*['\"]?([^)'\"]*)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class FaultError(Exception):
    """Something that makes the file unusable; `line` counts from 1, 0 means the line being parsed."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


@dataclass(slots=True)
class Scan:
    """Safe markup of the file, and its frame in user units: (x, y, width, height)."""

    markup: list[str] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    elements: int = 0
    ids: dict[str, int] = field(default_factory=dict)
    """The line of each id."""
    open_ids: list[str | None] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    """How many elements each id holds, without those that it uses."""
    uses: dict[str, list[str]] = field(default_factory=dict)
    """What each id uses; "" stands for the whole file."""
    servers: PaintServers = field(default_factory=PaintServers)
    """What fills may refer to."""


def scan(path: Path) -> Scan:
    """Read the file once and refuse what is no safe SVG.

    Raises UserError of the form "file:line: what; remedy".
    """
    data = _bytes(path)
    found = Scan()
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(parser, found)
    try:
        parser.Parse(data, True)
        reader.finish()
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise UserError(f"{path}:{error.lineno}: this is not well-formed SVG ({what}); save it again as plain SVG") from None
    except (LookupError, ValueError) as error:
        raise UserError(f"{path}:1: the encoding cannot be read ({error}); save the file as UTF-8") from error
    except FaultError as fault:
        raise UserError(f"{path}:{fault.line or parser.CurrentLineNumber}: {fault}") from None
    return found


def _bytes(path: Path) -> bytes:
    try:
        # A pack may hold anything under a file's name; reading a pipe would wait forever.
        if path.exists() and not path.is_file():
            raise UserError(f"{path}:1: this is no file; delete it")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{path}: the diagram cannot be read ({error.strerror}); check that the file is there") from error
    if len(data) > MAX_BYTES:
        raise UserError(f"{path}:1: the diagram is larger than {MAX_BYTES // 1_000_000} MB; simplify its paths")
    return data


class _Reader:
    """Receives what expat reports and writes the safe markup."""

    def __init__(self, parser: expat.XMLParserType, found: Scan) -> None:
        self._parser = parser
        self._found = found
        self._skipping = 0
        self._in_style = False
        self._styles = 0
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def finish(self) -> None:
        """Check what can be known only at the end: that uses neither run in circles nor multiply without limit."""
        totals: dict[str, int] = {}
        total = self._found.elements + sum(_used(self._found, name, totals, ()) for name in self._found.uses.get("", ()))
        if total > MAX_ELEMENTS:
            raise FaultError(TOO_MANY, 1)

    def _doctype(self, *_: object) -> None:
        raise FaultError("a DOCTYPE is not allowed, since it can define entities; delete it")

    def _instruction(self, target: str, _: str) -> None:
        raise FaultError(f"the instruction <?{target}?> is not allowed; delete it")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self._count(space, tag)
        _check_attributes(attributes)
        if self._skipping or space != SVG_SPACE or tag not in KEPT:
            self._skipping += 1
            if space == SVG_SPACE:
                self._found.servers.note(tag, attributes)
            return
        if len(self._found.open_ids) >= MAX_DEPTH:
            raise FaultError(f"this is nested more than {MAX_DEPTH} deep; ungroup what needs no group")
        _check_transform(attributes.get("transform", ""))
        self._note_id(attributes.get("id"))
        self._write(tag, attributes)

    def _count(self, space: str, tag: str) -> None:
        if not self._found.elements and (tag != "svg" or space != SVG_SPACE):
            raise FaultError(f'this is not SVG (the root is <{tag}>); the root must be <svg xmlns="{SVG_SPACE}">')
        self._found.elements += 1
        if self._found.elements > MAX_ELEMENTS:
            raise FaultError(TOO_MANY)
        if tag in ACTIVE:
            raise FaultError(f"<{tag}> is not allowed in a diagram; delete it")

    def _note_id(self, element_id: str | None) -> None:
        found = self._found
        if element_id:
            if element_id in found.ids:
                raise FaultError(f"the id '{element_id}' was given in line {found.ids[element_id]} already; give each its own")
            found.ids[element_id] = self._parser.CurrentLineNumber
        found.open_ids.append(element_id)
        for name in found.open_ids:
            if name:
                found.sizes[name] = found.sizes.get(name, 0) + 1

    def _write(self, tag: str, attributes: dict[str, str]) -> None:
        written = {name: text for name, text in attributes.items() if " " not in name}
        if tag == "svg" and len(self._found.open_ids) == 1:
            self._found.box = _frame(attributes)
            written = {name: text for name, text in written.items()
                       if name not in ("viewBox", "width", "height", "preserveAspectRatio")}
        elif tag == "g" and attributes.get("id") in LAYERS:
            written["data-layer"] = LAYERS[attributes["id"]]
        elif tag == "use":
            written |= self._use(attributes)
        elif tag == "path":
            _check_path(attributes.get("d", ""))
            # Most of our paths need no interpretation, so they go past the slow second pass.
            written["data-d"] = written.pop("d", "")
            written["d"] = PLACEHOLDER
        if tag in DRAWN:
            written["data-line"] = str(self._parser.CurrentLineNumber)
        self._in_style = tag == "style"
        self._found.markup.append(f"<{tag}{''.join(f' {n}={quoteattr(t)}' for n, t in written.items())}>")

    def _use(self, attributes: dict[str, str]) -> dict[str, str]:
        href = attributes.get("href", attributes.get(XLINK_HREF, ""))
        for name in {"", *filter(None, self._found.open_ids)}:
            self._found.uses.setdefault(name, []).append(href[1:])
        return {"href": href, "data-use-id": attributes.get("id", ""), "data-use-class": attributes.get("class", "")}

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        self._found.open_ids.pop()
        self._in_style = False
        self._found.markup.append(f"</{name.rpartition(' ')[2]}>")

    def _text(self, text: str) -> None:
        if self._in_style and not self._skipping:
            if "@import" in text:
                raise FaultError("@import loads something from outside; write the styles into the file")
            self._styles += len(text)
            if self._styles > MAX_STYLES:
                raise FaultError(f"the styles are longer than {MAX_STYLES} characters; delete those that nothing uses")
            _check_text(text)
            self._found.markup.append(escape(text))


def _check_attributes(attributes: dict[str, str]) -> None:
    for name, text in attributes.items():
        local = name.rpartition(" ")[2]
        if local == "href" and not text.startswith("#"):
            raise FaultError(f"'{text[:60]}' lies outside the file; a diagram may only refer to its own ids (#id)")
        if local.startswith("on") and " " not in name:
            raise FaultError(f"the attribute {local} runs a script; delete it")
        _check_text(text)


def _check_path(data: str) -> None:
    if len(data) > MAX_PATH:
        raise FaultError(f"this path is longer than {MAX_PATH} characters; simplify it")
    wrong = NOT_PATH_DATA.search(data)
    if wrong:
        raise FaultError(f"'{wrong.group()}' does not belong into path data; draw this path again")


def _check_transform(text: str) -> None:
    for name, inside in TRANSFORM.findall(text):
        takes = TRANSFORMS.get(name)
        if takes is None:
            raise FaultError(f"'{name[:60]}' is no transform; it can be {', '.join(TRANSFORMS)}")
        if NUMBER.sub("", inside).strip(", \t\r\n") or len(NUMBER.findall(inside)) not in takes:
            raise FaultError(f"{name}({inside[:60]}) makes no sense; {name} takes {' or '.join(map(str, takes))} numbers")
    if TRANSFORM.sub("", text).strip(", \t\r\n"):
        raise FaultError(f"the transform '{text[:60]}' cannot be read; draw this again without it")


def _check_text(text: str) -> None:
    if LONG_NUMBER.search(text):
        raise FaultError("a number with more than 40 digits makes no sense; draw this again without it")
    for url in URL.findall(text):
        if not url.startswith("#"):
            raise FaultError(f"url({url[:60]}) lies outside the file; a diagram may only refer to its own ids (#id)")


def _frame(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    """The viewBox, else width and height, in user units."""
    numbers = [float(text) for text in NUMBER.findall(attributes.get("viewBox", ""))]
    if not numbers:
        sizes = (NUMBER.match(attributes.get(name, "").strip()) for name in ("width", "height"))
        numbers = [0.0, 0.0, *(float(size.group()) for size in sizes if size)]
    if len(numbers) != 4 or min(numbers[2:]) < 1:
        raise FaultError('the diagram has no frame; give <svg> a viewBox="x y width height" in millimetres')
    if max(map(abs, numbers)) > REACH:
        raise FaultError(f"the frame reaches beyond {REACH:.0f}; draw one millimetre as one unit")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _used(found: Scan, name: str, totals: dict[str, int], above: tuple[str, ...]) -> int:
    """How many elements a use of `name` draws, those that it uses in turn included."""
    if name in above:
        raise FaultError(f"'{name}' uses itself; draw it without <use>", found.ids.get(name, 1))
    if len(above) >= MAX_DEPTH:
        raise FaultError(f"'{name}' is used by uses more than {MAX_DEPTH} deep; draw it without <use>", found.ids.get(name, 1))
    if name not in totals:
        inner = found.uses.get(name, ())
        totals[name] = found.sizes.get(name, 0) + sum(_used(found, used, totals, (*above, name)) for used in inner)
    return totals[name]
