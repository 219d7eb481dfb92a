"""Whatever a file holds, reading it returns problems and never raises."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.reader import read_content
from app.content.tree import read_tree
from tests.unit.content.pack import FILES, good_pack

WORDS = ("book", "name", "psoas_major", "claims", "sources", "tone", "yes", "~", "1:30", "0x1F", "2020-01-01", "'", '"', "|", ">",
         "- ", ": ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!!x ", "<<", "#", "---\n", "...\n", "%YAML", "\n", "\n  ",
         "\n    ", "\t", "\0", "\u2028", "\ufeff", "\\ud800", '"\\ud83d"', "9" * 400, "1e999", "-.inf")
yaml_like = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map("".join)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(("book", "psoas_major", "", "tight"))
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=8)


def read_with(file: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        pack = good_pack(Path(folder))
        (pack / file).write_bytes(data)
        loaded = read_content(pack)
        assert all(problem.line >= 1 and problem.column >= 1 and problem.message for problem in loaded.problems)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(FILES)), yaml_like)
def test_text_that_looks_like_yaml(file: str, text: str) -> None:
    read_with(file, text.encode(errors="surrogatepass"))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60))
def test_bytes(data: bytes) -> None:
    read_tree(data)
    read_with("sources/all.yaml", data)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_good_content_with_one_value_replaced(file: str, data: st.DataObject) -> None:
    content = yaml.safe_load(FILES[file])
    where = data.draw(st.sampled_from(sorted(content)))
    field = data.draw(st.sampled_from([*content[where], "more"]))
    content[where][field] = data.draw(values)
    read_with(file, yaml.safe_dump(content, allow_unicode=True).encode(errors="surrogatepass"))
