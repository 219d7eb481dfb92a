"""Terms in running text lead to their plain words: each once, none inside a link."""

from __future__ import annotations

from app.card.blocks import Heading, Page, Paragraph, Span
from app.card.glossary import with_terms
from app.model.knowledge import Atlas
from tests.unit.card.test_whole_content import spans
from tests.unit.rich import TERM, rich_atlas

ATLAS = rich_atlas()


def linked(*texts: str) -> list[str]:
    """The words that became links."""
    shown = with_terms(ATLAS, Page("", tuple(Paragraph((Span(text),)) for text in texts)))
    return [span.text for span in spans(shown.blocks) if span.target == "term/iliac_crest"]


def test_the_first_occurrence_is_linked_and_explained() -> None:
    shown = with_terms(ATLAS, Page("", (Paragraph((Span("The Iliac crest, or iliac crest."),)),)))
    first = next(span for span in spans(shown.blocks) if span.target)
    assert (first.text, first.hint) == ("Iliac crest", TERM.plain)
    assert "".join(span.text for span in spans(shown.blocks)) == "The Iliac crest, or iliac crest."
    assert linked("an iliac crest", "another iliac crest") == ["iliac crest"]


def test_another_form_is_known_and_parts_of_words_are_not() -> None:
    assert linked("Both iliac crests stand level.") == ["iliac crests"]
    assert linked("The suprailiac crestline, post-iliac crest-like.") == []


def test_links_headings_and_the_terms_own_page_stay_as_they_are() -> None:
    blocks = (Heading("iliac crest"), Paragraph((Span("iliac crest", "muscle/psoas"),)))
    assert with_terms(ATLAS, Page("", blocks)).blocks == blocks
    own = Page("", (Paragraph((Span("iliac crest"),)),))
    assert with_terms(ATLAS, own, "term/iliac_crest") == own


def test_without_terms_nothing_changes() -> None:
    shown = Page("", (Paragraph((Span("iliac crest"),)),))
    assert with_terms(Atlas(), shown) is shown


def test_a_letter_that_grows_when_it_is_made_small_shifts_nothing() -> None:
    assert linked("İİİ: the iliac crest.") == ["iliac crest"]
