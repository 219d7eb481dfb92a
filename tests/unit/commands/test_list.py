"""``plumbline list``: ids and names as text, everything as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser

import pytest

from app.commands.list_content import COMMAND, KINDS


def run(*words: str) -> int:
    parser = ArgumentParser()
    COMMAND.add_arguments(parser)
    return COMMAND.run(parser.parse_args(words))


@pytest.mark.parametrize("kind", KINDS)
def test_each_object_has_id_name_and_sources(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(kind, "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed
    assert all(one["id"] and one["name"] and one["sources"] for one in listed)


def test_a_muscle_has_its_other_fields_as_plain_data(capsys: pytest.CaptureFixture[str]) -> None:
    run("muscles", "--json")
    [psoas] = [one for one in json.loads(capsys.readouterr().out) if one["id"] == "psoas_major"]
    assert (psoas["layer"], psoas["side"]) == ("deep", "paired")
    assert isinstance(psoas["antagonists"]["muscles"], list)


def test_text_has_two_aligned_columns(capsys: pytest.CaptureFixture[str]) -> None:
    run("groups")
    lines = capsys.readouterr().out.splitlines()
    start = next(line for line in lines if line.startswith("hamstrings ")).index("hamstrings", 1)
    assert all(line[start - 1] == " " and line[start] != " " for line in lines)


def test_an_unknown_kind_is_wrong_usage() -> None:
    with pytest.raises(SystemExit, match="2"):
        run("bones")
