"""Good content is read whole; of bad content, everything wrong is told and the rest is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.content.reader import read_content
from app.resources import folders
from tests.unit.content.pack import (
    GROUPS,
    MUSCLES,
    SOURCES,
    change,
    good_pack,
    only_problem,
    problems,
    write,
)

HIP = "muscles/hip.yaml"
REF = "referrals/hip.yaml"
SWAYED = "patterns/swayed.yaml"

ONE_FAULT = [
    (HIP, "latin: Musculus psoas", "latn: Musculus psoas",
     "hip.yaml:3:3: error: psoas_major.latn: unknown key 'latn'; did you mean 'latin'?"),
    (HIP, "  latin: Musculus psoas major\n", "", "hip.yaml:1:1: error: psoas_major.latin: 'latin' is missing; add it"),
    (HIP, "basis: named, ", "", "hip.yaml:12:3: error: psoas_major.antagonists.basis: 'basis' is missing; add it"),
    (HIP, "layer: deep", "layer: dep", "hip.yaml:6:10: error: psoas_major.layer: unknown value 'dep'; did you mean 'deep'?"),
    (HIP, "side: paired", "side: no",
     "hip.yaml:7:9: error: psoas_major.side: unknown value 'False'; it can be paired, midline"),
    (HIP, "region: hip", "region: no",
     "hip.yaml:4:11: error: psoas_major.region: this should be text, not yes or no; put it in quotes"),
    (HIP, "ta2: '2594'", "ta2: 2594",
     "hip.yaml:13:22: error: psoas_major.identifiers.ta2: this should be text, not the number 2594; put it in quotes"),
    (HIP, "[hip flexion]", "hip flexion",
     "hip.yaml:11:12: error: psoas_major.actions: this should be a list, not text; write [one, two] or one '- ' line for each"),
    (HIP, "name: psoas major", "name: ''",
     "hip.yaml:2:9: error: psoas_major.name: this text is empty; write it or delete the key"),
    (HIP, "  sources: [book]\n", "  sources: []\n",
     "hip.yaml:14:12: error: psoas_major.sources: no source is named; write [unverified] when nobody has verified this"),
    (HIP, "  sources: [book]\n", "  sources: [bok]\n",
     "hip.yaml:14:13: error: psoas_major.sources[0]: no source has the id 'bok'; did you mean 'book'?"),
    (HIP, "  sources: [book]\n", "  sources: [book]\n  unverified: [nerv]\n",
     "hip.yaml:15:16: error: psoas_major.unverified[0]: a muscle has no field 'nerv'; did you mean 'nerve'?"),
    (HIP, "  name: psoas major", "  id: psoas\n  name: psoas major",
     "hip.yaml:2:3: error: psoas_major.id: 'id' is not given here; delete it"),
    (HIP, "  name: psoas major", "  name: psoas major\n  name: psoas",
     "hip.yaml:3:3: error: psoas_major: 'name' was given in line 2 already; keep one of the two"),
    (REF, "along: 0.7", "along: 1.7", "hip.yaml:4:40: error: ref_1.place.along: 1.7 is not a fraction; write a number from 0 to 1"),
    (REF, "along: 0.7", "along: '0.7'",
     "hip.yaml:4:40: error: ref_1.place.along: this should be a number, not text; write it without quotes, such as 0.5"),
    (REF, "spillover: []", "spillover: [low_back]",
     "hip.yaml:6:15: warning: ref_1.spillover[0]: 'low_back' is essential already; keep it in one of the two"),
    (REF, "essential: [low_back]", "essential: []",
     "hip.yaml:5:14: error: ref_1.essential: the trigger point sends pain nowhere; name an area"),
    (REF, "muscle: psoas_major", "muscle: psoas_mayor",
     "hip.yaml:2:11: error: ref_1.muscle: no muscle has the id 'psoas_mayor'; did you mean 'psoas_major'?"),
    (SWAYED, "of: hip_movers", "of: hip_moves",
     "swayed.yaml:13:11: error: swayed.claims[1].of: no muscle or group has the id 'hip_moves'; did you mean 'hip_movers'?"),
    (SWAYED, "      tone: weak\n", "",
     "swayed.yaml:9:7: error: swayed.claims[0]: the claim says nothing; give 'tone' (tight, weak) or 'length' (short, long)"),
    (SWAYED, "tone: weak", "tone: weak\n      side: same",
     "swayed.yaml:12:13: error: swayed.claims[0].side: the pattern has no side to relate to; say at its 'side' what a side means"),
    (SWAYED, "    - {text: A posture., sources: [book]}", "    - A posture.",
     "swayed.yaml:7:7: error: swayed.what[0]: this should have the keys text, sources, plain, not be text"),
    ("sources/all.yaml", "https://", "javascript:",
     "all.yaml:9:8: error: book.url: this is no web address; it should begin with https:// and hold no spaces"),
    ("sources/all.yaml", "example.org/book", "example.org/bo...",
     "all.yaml:9:8: error: book.url: this address is shortened; write the whole of it"),
    ("sources/all.yaml", "  url: https://example.org/book", "  doi: doi:10.1000/182",
     "all.yaml:9:8: error: book.doi: 'doi:10.1000/182' is no DOI; write it as 10.1000/xyz, without 'doi:' or https://doi.org/"),
    ("sources/all.yaml", "  url: https://example.org/book\n", "  title: A book\n  author: N N\n",
     "all.yaml:6:3: error: book: nobody can find this source; give 'url' or 'doi', or of a printed work 'year' as well"),
]


@pytest.mark.parametrize("instead", ["doi: 10.1000/182", "title: A book\n  author: N N\n  year: 1918", "letter: A"])
def test_a_source_is_found_by_doi_or_as_a_printed_work_or_is_an_article(tmp_path: Path, instead: str) -> None:
    change(good_pack(tmp_path), "sources/all.yaml", "url: https://example.org/book", instead)
    assert read_content(tmp_path).problems == ()


def test_good_content_has_no_problem(tmp_path: Path) -> None:
    loaded = read_content(good_pack(tmp_path))
    assert loaded.problems == ()
    assert list(loaded.atlas.muscles) == ["psoas_major", "gluteus_maximus"]
    assert loaded.atlas.referrals["ref_1"].place.along == 0.7
    assert loaded.places["pattern", "swayed"][1:] == (1, 1)


@pytest.mark.parametrize(("file", "old", "new", "told"), ONE_FAULT, ids=[told.partition("error: ")[2][:40] for *_, told in ONE_FAULT])
def test_one_fault_is_told_once_where_it_is(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    change(good_pack(tmp_path), file, old, new)
    assert only_problem(tmp_path) == told


def test_an_id_should_be_snake_case(tmp_path: Path) -> None:
    change(good_pack(tmp_path), "groups/all.yaml", "hip_movers", "Hip-Movers")
    change(tmp_path, SWAYED, "hip_movers", "Hip-Movers")
    assert only_problem(tmp_path) == "all.yaml:1:1: error: Hip-Movers: the id 'Hip-Movers' is not snake_case; write 'hip_movers'"


def test_the_same_id_in_two_files(tmp_path: Path) -> None:
    write(good_pack(tmp_path), "muscles/other.yaml", "\n" + MUSCLES.replace("name: psoas major", "name: another"))
    assert [str(problem).partition("muscles/")[2] for problem in problems(tmp_path)] == [
        "other.yaml:2:1: error: psoas_major: this id was given in hip.yaml:1 already; keep one of the two",
        "other.yaml:16:1: error: gluteus_maximus: this id was given in hip.yaml:15 already; keep one of the two"]
    assert read_content(tmp_path).atlas.muscles["psoas_major"].name == "psoas major"


def test_a_dangling_link_in_a_list_goes_alone(tmp_path: Path) -> None:
    change(good_pack(tmp_path), SWAYED, "of: hip_movers", "of: nobody")
    change(tmp_path, "groups/all.yaml", "[psoas_major, ", "[somebody, ")
    atlas = read_content(tmp_path).atlas
    assert [claim.of for claim in atlas.patterns["swayed"].claims] == ["psoas_major"]
    assert atlas.groups["hip_movers"].members == ("gluteus_maximus",)


def test_a_dangling_link_outside_a_list_takes_the_entry_along(tmp_path: Path) -> None:
    change(good_pack(tmp_path), REF, "muscle: psoas_major", "muscle: nobody")
    assert read_content(tmp_path).atlas.referrals == {}


def test_links_to_an_entry_with_a_fault_are_not_told_but_cut(tmp_path: Path) -> None:
    change(good_pack(tmp_path), HIP, "layer: deep", "layer: dep")
    loaded = read_content(tmp_path)
    assert len(loaded.problems) == 1
    assert loaded.atlas.muscles["gluteus_maximus"].antagonists.muscles == ()
    assert loaded.atlas.referrals == {}


def test_what_loses_its_source_is_unverified(tmp_path: Path) -> None:
    change(good_pack(tmp_path), "groups/all.yaml", "[book]", "[bok]")
    assert read_content(tmp_path).atlas.groups["hip_movers"].sources == ("unverified",)


def test_a_broken_file_keeps_what_was_complete_and_its_ids_stay_known(tmp_path: Path) -> None:
    line = change(good_pack(tmp_path), HIP, "  region: hip\n  division: back", '  region: "hip\n  division: back')
    loaded = read_content(tmp_path)
    [problem] = loaded.problems
    assert (problem.line >= line, "this is not YAML" in problem.message) == (True, True)
    assert list(loaded.atlas.muscles) == ["psoas_major"]


def test_unused_and_repeated_sources(tmp_path: Path) -> None:
    again = SOURCES[SOURCES.index("book"):].replace("book:", "book_two:")
    write(good_pack(tmp_path), "sources/more.yaml", again)
    assert [problem.message for problem in problems(tmp_path)] == [
        "book_two: 'book' has the same address; keep one of the two", "book_two: nothing names this source; name it or delete it"]


def test_a_pack_builds_on_the_content_and_replaces_its_entries(tmp_path: Path) -> None:
    base, pack = good_pack(tmp_path / "base"), tmp_path / "pack"
    write(pack, "data/groups/mine.yaml", "hip_movers:\n  name: mine\n  members: [psoas_major]\n  basis: mine\n  sources: [book]\n")
    loaded = read_content(base, pack)
    assert (loaded.problems, loaded.atlas.groups["hip_movers"].name) == ((), "mine")


@pytest.mark.parametrize(("name", "told"), [
    ("groups/b.yml", "this file is not read; end its name with .yaml"),
    ("muscels/b.yaml", "this folder is not read; did you mean 'muscles'?")])
def test_what_is_not_read_is_told(tmp_path: Path, name: str, told: str) -> None:
    write(good_pack(tmp_path), name, "")
    assert [problem.message for problem in problems(tmp_path)] == [told]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(good_pack(tmp_path) / "groups" / "pipe.yaml")
    assert only_problem(tmp_path) == "pipe.yaml:1:1: error: this is no file; delete it"


def test_a_folder_without_content(tmp_path: Path) -> None:
    assert "there is no content here" in problems(tmp_path)[0].message


def test_paths_are_relative_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(good_pack(tmp_path / "pack"), REF, "0.7", "7")
    assert problems(tmp_path / "pack")[0].file == str(tmp_path / "pack" / REF)
    monkeypatch.chdir(tmp_path)
    assert problems(Path("pack"))[0].file == str(Path("pack") / REF)


def test_the_built_in_content_is_read_in_a_second() -> None:
    assert len(read_content(folders().data).atlas.muscles) > 80


def test_what_is_named_twice(tmp_path: Path) -> None:
    change(good_pack(tmp_path), HIP, "  sources: [book]\n", "  sources: [book, unverified, book]\n")
    assert only_problem(tmp_path) == "hip.yaml:14:31: warning: psoas_major.sources[2]: 'book' is named twice; keep one"


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    write(good_pack(tmp_path), "groups/more.yaml", "# nothing yet\n")
    assert only_problem(tmp_path) == "more.yaml:1:1: warning: this file holds no entries; add one or delete the file"


def test_a_file_of_faults_is_not_told_without_end(tmp_path: Path) -> None:
    write(good_pack(tmp_path), "groups/more.yaml", "".join(f"g{number}: 1\n" for number in range(5000)))
    told = problems(tmp_path)
    assert len(told) == 501
    assert told[-1].line == 501
    assert "not read from here on" in told[-1].message


def test_a_file_that_gives_ids_twice_is_not_told_without_end(tmp_path: Path) -> None:
    write(good_pack(tmp_path), "groups/more.yaml", GROUPS + "g: 1\n" * 5000)
    assert len(problems(tmp_path)) < 505
