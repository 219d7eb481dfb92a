"""The page of a test: how it is done, what each result means, and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterator

from app.card.answers import answer_line
from app.card.blocks import (
    Block,
    Heading,
    Page,
    Paragraph,
    Questions,
    Row,
    Rows,
    Span,
    Steps,
    Text,
    Title,
)
from app.card.links import capital, joined, link, mark, muscle_link, words
from app.card.sections import arranged
from app.card.shared import (
    BY,
    caution_of,
    disputes_of,
    how_sure,
    named_links,
    questions_of,
    sources_of,
    with_them,
)
from app.card.voice import cited
from app.model.knowledge import Atlas
from app.model.practice import Accuracy, Test
from app.model.reference import Ref
from app.state.state import State, Voice

NO_FIGURE = "No figure on how exact this test is was read."


def test_page(atlas: Atlas, state: State, ref: Ref) -> Page:
    """How a test is done, what it shows, and how far it can be trusted."""
    test = atlas.tests[ref.id]
    by = capital(" or ".join(BY[one] for one in test.by))
    # What to mind is read before anything is done.
    care = caution_of((cited(atlas, test.caution, state.voice),)) if test.caution else ()
    return Page(test.name, arranged((Title(test.name, test.plain or ""), Paragraph(words(f"{by}."), "quiet"), *care), {
        "check": _how(atlas, state, test),
        "sure": (*_trust(atlas, test, state.voice), *how_sure(atlas, (), disputes_of(atlas, "tests", test.id), state.voice)),
        "asked": questions_of(atlas, "tests", test.id),
        "with": _suggests(atlas, test),
        "sources": sources_of(atlas, test.sources)}))


def _how(atlas: Atlas, state: State, test: Test) -> Iterator[Block]:
    """How it is done, when it is positive, and what that means."""
    yield Steps(tuple(words(step) for step in test.steps))
    yield Heading("Positive when", sub=True)
    yield Paragraph(words(f"{capital(test.positive).rstrip('.')}."))
    yield Questions((answer_line(state, test.id, words("What did it show?")),))
    yield from _means(atlas, test, state.voice)


def _means(atlas: Atlas, test: Test, voice: Voice) -> list[Block]:
    told = (("Positive", test.speaks_for), ("Negative", test.speaks_against), ("Usual", test.normal))
    rows = tuple(Row(label, cited(atlas, fact, voice)) for label, fact in told if fact)
    return [Heading("What it means", sub=True), Rows(rows)] if rows else []


def _suggests(atlas: Atlas, test: Test) -> list[Block]:
    return with_them((
        ("Muscles", joined(muscle_link(atlas, one) for one in test.suggests)),
        ("Postures", named_links("pattern", atlas.patterns, test.patterns)),
        ("Causes", named_links("cause", atlas.causes, test.causes))))


def _trust(atlas: Atlas, test: Test, voice: Voice) -> Iterator[Block]:
    if test.reliability:
        yield Paragraph(cited(atlas, test.reliability, voice))
    if test.accuracy:
        if test.accuracy.sensitivity is not None or test.accuracy.specificity is not None:
            yield Rows(tuple(_accuracy(atlas, test.accuracy)))
        yield Paragraph(_counts(atlas, test.accuracy), "quiet")
    if not (test.reliability or test.accuracy):
        yield Paragraph(words(NO_FIGURE), "quiet")


def _accuracy(atlas: Atlas, accuracy: Accuracy) -> Iterator[Row]:
    """What the figures are, and on whom they were measured; percentages as the sources give them."""
    yield Row("Looks for", words(capital(accuracy.target)))
    if accuracy.sensitivity is not None:
        yield Row("Sensitivity", words(f"{accuracy.sensitivity:.0%} of those who have it test positive."))
    if accuracy.specificity is not None:
        yield Row("Specificity", words(f"{accuracy.specificity:.0%} of those who do not have it test negative."))
    people = [accuracy.population or "population not stated"]
    if accuracy.n is not None and str(accuracy.n) not in people[0]:
        people.append(f"{accuracy.n} people")
    yield Row("On whom", (Span(capital(", ".join(people))), *mark(atlas, accuracy.sources)))


def _counts(atlas: Atlas, accuracy: Accuracy) -> Text:
    """Whether the figures weigh in the ranking of causes, and why."""
    reason = f" {capital(accuracy.reason).rstrip('.')}." if accuracy.reason else ""
    if not accuracy.causes:
        return (Span(f"In the ranking these figures do not count; a result has a small estimated weight there.{reason}"),)
    named = joined((link("cause", Ref(one), atlas.causes[one].name) for one in accuracy.causes), " and ")
    return (Span("In the ranking these figures weigh for "), *named, Span(f".{reason}"))


def checks_of(atlas: Atlas, muscle: str, voice: Voice) -> tuple[str, ...]:
    """The tests that point to a muscle. First in the plain voice are those that a person can do alone; then come those of causes
    in which the muscle takes part, and those that point to few others.
    """
    parts = {muscle, *(group.id for group in atlas.groups.values() if muscle in group.members)}

    def place(test: Test) -> tuple[bool, bool, int]:
        foreign = not any(part.of in parts for cause in test.causes for part in atlas.causes[cause].parts)
        return voice == "plain" and "self" not in test.by, foreign, len(test.suggests)

    return tuple(test.id for test in sorted(atlas.tests.values(), key=place) if muscle in test.suggests)
