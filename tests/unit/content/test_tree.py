"""YAML becomes plain values with places; what could surprise or harm is refused."""

from __future__ import annotations

import pytest

from app.content.tree import MAX_BYTES, locate, plain, read_tree

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nd: {text: fine}\n"

FAULTS = [
    ("a: !!python/object:x y", (1, 4), "the tag 'tag:yaml.org,2002:python/object:x' is not allowed"),
    ("a:\n  no: x", (2, 3), "this key reads as yes or no, not as text"),
    ("a:\n  12: x", (2, 3), "this key reads as a number, not as text"),
    ("a:\n  [x, y]: x", (2, 3), "a key must be a plain word"),
    ("a: 1:30", (1, 4), "'1:30' is an unusual number"),
    ("a: .inf", (1, 4), "'.inf' is an unusual number"),
    ("- a\n- b", (1, 1), "the file should map ids to entries"),
    ("just text", (1, 1), "the file should map ids to entries"),
    ("a: {}\n---\nb: {}", (2, 1), "a second document begins here"),
    ("a: " + "[" * 3000, (1, 15), "this is nested more than 12 deep"),
    ("a: [x, y\nb: z", (2, 2), "this is not YAML"),
    ("a: x\nb: \x07", (2, 1), "this is not YAML"),
    ("a: {}\nb: {}\na: {}", (3, 1), "'a' was given in line 1 already"),
]


def test_values_and_places() -> None:
    tree = read_tree(b"one:\n  name: text\n  list: [1, 2.5, yes, ~, 'no']\n")
    assert plain(tree.root) == {"one": {"name": "text", "list": [1, 2.5, True, None, "no"]}}
    assert locate(tree.root, ("one", "list", 1)) == (3, 13)
    assert locate(tree.root, ("one", "name"), key=True) == (2, 3)
    assert locate(tree.root, ("one", "missing")) == (1, 1)


@pytest.mark.parametrize(("text", "spot", "message"), FAULTS, ids=[message[:30] for *_, message in FAULTS])
def test_a_fault_and_its_place(text: str, spot: tuple[int, int], message: str) -> None:
    fault = read_tree(text.encode()).faults[0]
    assert (fault.spot, fault.message[:len(message)]) == (spot, message)


def test_a_bomb_of_aliases_is_one_fault_for_each_entry_and_expands_nothing() -> None:
    tree = read_tree(BOMB.encode())
    assert [(fault.spot, fault.entry) for fault in tree.faults] == [((1, 4), "a"), ((2, 4), "b"), ((3, 5), "c")]
    assert plain(tree.root) == {"a": ["x", "x"], "b": [None, None], "c": [None, None], "d": {"text": "fine"}}


def test_what_is_no_utf_8_and_what_is_too_large() -> None:
    assert "UTF-8" in read_tree(b"a: x\nb: \xff\n").faults[0].message
    assert read_tree(b"a: x\nb: \xff\n").faults[0].spot == (2, 1)
    assert "larger than 4 MB" in read_tree(b"#" * (MAX_BYTES + 1)).faults[0].message


def test_an_empty_file_is_no_fault() -> None:
    assert read_tree(b"# nothing yet\n").faults == ()


def test_ids_behind_a_fault_stay_known() -> None:
    tree = read_tree(b'a: {}\nb: {x: "}\nc: {}\n')
    assert (list(tree.entries), set(tree.ids)) == (["a"], {"a", "b", "c"})
