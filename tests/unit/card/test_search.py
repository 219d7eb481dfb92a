"""The search finds by beginnings, by parts, by other names, and forgives typing errors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.card.search import SearchIndex, meant_words, plain_words
from app.content.cache import content
from app.model.knowledge import Atlas
from tests.unit.rich import rich_atlas
from tests.unit.small import muscle, small_atlas


def index(*muscles: str) -> SearchIndex:
    known = {name: muscle(name) for name in muscles}
    return SearchIndex(replace(small_atlas(), muscles=known))


BACK = index("psoas_major", "psoas_minor", "quadratus_lumborum", "quadratus_femoris", "gluteus_medius", "piriformis")


@pytest.mark.parametrize(("question", "about"), [
    ("what opposes the psoas?", "Psoas major"), ("which muscles does the femoral nerve supply?", "Femoral nerve"),
    ("where does the piriformis attach", "Piriformis"), ("why not stretch hamstrings first?", "Why not stretch the hamstrings first?")])
def test_a_question_finds_what_answers_it(question: str, about: str) -> None:
    assert SearchIndex(content().atlas).find(question)[0].name == about


def first(query: str) -> str:
    hits = BACK.find(query)
    return hits[0].id if hits else ""


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("psoas major", "psoas_major"),
        ("psaos", "psoas_major"),
        ("Psoas  MINOR", "psoas_minor"),
        ("quad lum", "quadratus_lumborum"),
        ("lumborum", "quadratus_lumborum"),
        ("pirifromis", "piriformis"),
        ("gluetus", "gluteus_medius"),
        ("Low back", "low_back"),
        ("pain in the low back", "low_back"),
        ("musculus piriformis", "piriformis"),
        ("fémoris", "quadratus_femoris"),
    ],
)
def test_a_query_finds_what_was_meant(query: str, found: str) -> None:
    assert first(query) == found


@pytest.mark.parametrize("query", ["", "  ", "?!", "zzzzzz", "low zzzzzz"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert BACK.find(query) == ()


def test_a_beginning_comes_before_a_part_and_a_part_before_a_typing_error() -> None:
    scores = [index(name).find("gluteus")[0].score for name in ("gluteus", "gluteus_medius", "mygluteusx", "glutaeus")]
    assert scores == sorted(scores, reverse=True)


def test_typing_errors_are_left_out_where_something_was_typed_right() -> None:
    hits = index("iliacus", "iliocostalis", "soleus").find("iliacus")
    assert [hit.id for hit in hits] == ["iliacus"]


def test_another_name_is_told() -> None:
    synonym = replace(muscle("trapezius_upper"), synonyms=("hood muscle",))
    hits = SearchIndex(replace(Atlas(), muscles={"trapezius_upper": synonym})).find("hood")
    assert (hits[0].name, hits[0].also) == ("Trapezius upper", "hood muscle")


def test_a_limit_holds() -> None:
    assert len(BACK.find("quadratus", limit=1)) == 1


def test_link_words_count_when_nothing_else_was_typed() -> None:
    assert meant_words("the pain") == ("the", "pain")
    assert meant_words("the groin") == ("groin",)


@given(some.text(max_size=40))
def test_no_text_breaks_the_search(query: str) -> None:
    assert all(0 < hit.score <= 1 for hit in BACK.find(query))
    assert all(word == word.casefold() for word in plain_words(query)) or query


@pytest.mark.parametrize(("query", "kind", "id_"), [
    ("psoas chain", "cause", "psoas_chain"), ("guitar string", "cause", "psoas_chain"), ("femoral", "structure", "femoral_nerve"),
    ("psoas release", "remedy", "psoas_release"), ("thomas", "test", "thomas"), ("do you have a fever", "finding", "fever"),
    ("one sided back", "question", "why_me"), ("iliac crests", "term", "iliac_crest"), ("works all day", "dispute", "psoas_always_on"),
    ("a book", "source", "book"), ("germs", "cause", "red_flag_infection")])
def test_every_kind_is_found(query: str, kind: str, id_: str) -> None:
    hits = SearchIndex(rich_atlas()).find(query)
    assert (hits[0].kind, hits[0].id) == (kind, id_)


def test_what_is_only_described_comes_after_what_has_the_name() -> None:
    fever = replace(muscle("fever_muscle"), plain="It shivers with germs.")
    hits = SearchIndex(replace(rich_atlas(), muscles={fever.id: fever})).find("fever")
    assert [hit.id for hit in hits] == ["fever", "fever_muscle"]
    assert {hit.id for hit in SearchIndex(rich_atlas()).find("germs")} == {"red_flag_infection"}


@pytest.mark.parametrize(("query", "kind", "id_"), [
    ("guitar string test", "test", "thomas"), ("exercises for the guitar string", "remedy", "psoas_release"),
    ("psoas massage", "remedy", "psoas_release")])
def test_tests_and_remedies_are_found_by_what_they_are_for(query: str, kind: str, id_: str) -> None:
    hits = SearchIndex(rich_atlas()).find(query)
    assert (hits[0].kind, hits[0].id) == (kind, id_)


def test_who_types_of_pain_gets_the_place_first() -> None:
    atlas = replace(small_atlas(), muscles={"flank": replace(muscle("flank"), name="flank")})
    assert [hit.kind for hit in SearchIndex(atlas).find("flank")] == ["muscle", "area"]
    assert [hit.kind for hit in SearchIndex(atlas).find("my flank hurts")] == ["area", "muscle"]


def test_what_an_apostrophe_leaves_is_no_word() -> None:
    assert meant_words("can't turn my head") == ("turn", "head")


def test_sources_stand_behind_what_cites_them() -> None:
    kinds = [hit.kind for hit in SearchIndex(content().atlas).find("sciatica")]
    assert kinds == sorted(kinds, key=lambda kind: kind == "source")
    assert "cause" in kinds


def test_a_side_that_is_typed_is_the_side_of_what_is_found() -> None:
    known = SearchIndex(content().atlas)
    assert [(hit.id, hit.side) for hit in known.find("right buttock")][:1] == [("buttock", "right")]
    assert [(hit.id, hit.side) for hit in known.find("pain in my left low back")][:1] == [("low_back", "left")]
    assert known.find("buttock")[0].side is None


@pytest.mark.parametrize(("question", "kind", "key"), [
    ("pelvic obliquity", "joint", "pelvic_obliquity"), ("Thoracic rotation", "joint", "thoracic_rotation"), ("dorsiflexion", "joint", "ankle_dorsiflexion"),
    ("the thighs stay upright", "assumption", "thighs_upright")])
def test_joints_and_assumptions_are_found(question: str, kind: str, key: str) -> None:
    assert (kind, key) in [(hit.kind, hit.id) for hit in SearchIndex(content().atlas).find(question)[:4]]
