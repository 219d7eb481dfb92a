"""Problems as one line each, whatever the files hold."""

from __future__ import annotations

from app.model.problem import Problem, one_line


def test_a_problem_is_one_line_without_control_characters() -> None:
    told = str(Problem("a\nb.yaml", 1, 2, "error", "unknown key '\x1b[31mk\n\u2028'"))
    assert told == r"a\nb.yaml:1:2: error: unknown key '\x1b[31mk\n\u2028'"


def test_what_no_encoding_can_write_is_escaped() -> None:
    assert one_line("a\udcff") == r"a\udcff"


def test_letters_of_any_script_stay() -> None:
    assert one_line("žé 日本 4.8°") == "žé 日本 4.8°"
