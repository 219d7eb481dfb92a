"""The text of a session file: readable, versioned, refused in one sentence when it is not whole."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.state.session_file import SessionFileError, file_text, read_record, read_state
from app.state.state import State
from tests.unit.state.any_state import ATLAS, any_state


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(any_state())
def test_a_state_comes_back_from_its_file(state: State) -> None:
    assert read_state(read_record(file_text(state)), ATLAS).state == state


def test_the_version_stands_first_and_the_text_is_indented() -> None:
    assert file_text(State()).decode().splitlines()[:3] == ["{", '  "plumbline": 1,', '  "patterns": [],']


def test_a_note_that_cannot_be_written_does_not_cost_the_file() -> None:
    assert read_record(file_text(State(note="a\ud800b")))["note"] == "a?b"


@pytest.mark.parametrize(("data", "said"), [
    (b"", "damaged at line 1, column 1"),
    (b'{"plumbline": 1,\n "pain": [}', "damaged at line 2, column 11"),
    (b'{"plumbline": 2}', "newer Plumbline"),
    (b'{"plumbline": "1"}', "its version is '1'"),
    (b'{"plumbline": ' + b"9" * 4000 + b"}", "a huge number"),
    (b'{"plumbline": ' + b"9" * 9000 + b"}", "damaged"),
    (b'{"colour": 1}', "no session"),
    (b"[1]", "no session"),
    (b"\xff\xfe\x00", "no text"),
    (b"[" * 200_000, "damaged"),
    (b'{"plumbline":1,"a":' * 50_000, "damaged"),
    (b" " * 10_000_000, "larger than 8 MB"),
])
def test_what_is_no_session_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(SessionFileError, match=said):
        read_record(data)


def test_a_damaged_part_is_named() -> None:
    with pytest.raises(SessionFileError, match="'fade' must be a number"):
        read_state(read_record(b'{"plumbline": 1, "fade": NaN}'), ATLAS)


@settings(max_examples=100)
@given(st.binary(max_size=60), st.integers(0, 500))
def test_a_file_cut_or_overwritten_anywhere_ends_in_one_sentence(junk: bytes, place: int) -> None:
    whole = file_text(State())
    try:
        read_state(read_record(whole[:place] + junk + whole[place + len(junk):]), ATLAS)
    except SessionFileError as error:
        assert "\n" not in str(error)
