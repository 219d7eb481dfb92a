"""The pages of a test, a remedy, a source, and of the product itself."""

from __future__ import annotations

from collections.abc import Iterable

from app.card.blocks import (
    Block,
    Bullets,
    Chips,
    Heading,
    Notice,
    Page,
    Paragraph,
    Row,
    Rows,
    Span,
    Steps,
    Text,
    Title,
)
from app.card.links import capital, cited, joined, link, muscle_link, source_chips, words
from app.model.anatomy import Muscle
from app.model.knowledge import Atlas
from app.model.practice import Accuracy, Pattern, Remedy, Test
from app.model.reference import Ref
from app.state.state import State

BY = {"self": "by yourself", "helper": "with a helper", "clinician": "by a clinician"}
TYPES = {"release": "Release", "stretch": "Stretch", "strengthen": "Strengthening", "mobility": "Mobility", "habit": "Habit"}
STANDINGS = {
    "sound": "A reviewed work or a work of reference.",
    "weak": "A page of a practice or a study aid; to be taken with care.",
    "opinion": "A practitioner's opinion: shown as a claim, under its name.",
    "project": "What this project defined or concluded itself.",
    "unverified": "Nobody has checked this yet.",
}


def test_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """How a test is done, what it shows, and how far it can be trusted."""
    test = atlas.tests[ref.id]
    by = " or ".join(BY[one] for one in test.by)
    blocks: list[Block] = [Title(test.name, test.plain or ""), Paragraph(words(capital(by)), "quiet")]
    blocks += [Heading("How to do it"), Steps(tuple(words(step) for step in test.steps))]
    if test.caution:
        blocks.append(Notice("caution", cited(atlas, test.caution)))
    blocks += [Heading("Positive when"), Paragraph(words(capital(test.positive)))]
    if test.normal:
        blocks += [Heading("Usual"), Paragraph(cited(atlas, test.normal))]
    blocks += _suggests(atlas, test)
    blocks.append(Heading("How far to trust it"))
    if test.reliability:
        blocks.append(Paragraph(cited(atlas, test.reliability)))
    if test.accuracy:
        blocks.append(Rows(_accuracy(test.accuracy)))
    if not (test.reliability or test.accuracy):
        blocks.append(Paragraph(words("No figure was read for this test."), "quiet"))
    blocks.append(Chips(source_chips(atlas, test.sources)))
    return Page(test.name, tuple(blocks))


def remedy_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """How a remedy is done, how much where a source says so, and what to mind."""
    remedy = atlas.remedies[ref.id]
    blocks: list[Block] = [Title(remedy.name, TYPES[remedy.type])]
    if remedy.muscles:
        blocks.append(Paragraph((Span("For "), *joined(muscle_link(atlas, one) for one in remedy.muscles))))
    if remedy.how:
        blocks += [Heading("How to do it"), Steps(tuple(words(step) for step in remedy.how))]
    blocks.append(Heading("How much"))
    blocks.append(Paragraph(cited(atlas, remedy.dose) if remedy.dose else words("No source gives a dose."),
                            "normal" if remedy.dose else "quiet"))
    if remedy.caution:
        blocks.append(Notice("caution", cited(atlas, remedy.caution)))
    blocks.append(Heading("How sure can one be"))
    blocks.append(Paragraph(cited(atlas, remedy.evidence) if remedy.evidence else words("No trial was read for it."),
                            "normal" if remedy.evidence else "quiet"))
    blocks.append(Chips(source_chips(atlas, remedy.sources)))
    return Page(remedy.name, tuple(blocks))


def source_page(atlas: Atlas, _state: State, ref: Ref) -> Page:
    """What a source is, how far to trust it, and where it is used."""
    source = atlas.sources[ref.id]
    facts = [("Author", source.author), ("Year", str(source.year) if source.year else None), ("Kind", source.kind),
             ("Address", source.url)]
    rows = Rows(tuple(Row(label, words(text)) for label, text in facts if text and text != "none"))
    blocks: list[Block] = [Title(source.name, STANDINGS[source.standing]), rows]
    if source.note:
        blocks.append(Paragraph(words(source.note), "quiet"))
    used = _used(atlas, source.id)
    if used:
        blocks += [Heading("Used for"), Bullets(used)]
    if source.url:
        blocks.append(Paragraph(words("Plumbline opens no connection; copy the address to read it."), "quiet"))
    return Page(source.name, tuple(blocks))


def about_page(atlas: Atlas, _state: State, _ref: Ref) -> Page:
    """What Plumbline is and is not, and whose work it stands on."""
    return Page(
        "About Plumbline",
        (
            Title("About Plumbline", "A body you can ask about posture and muscle pain."),
            Paragraph(words("Plumbline shows which muscles a posture or a pain involves, what sources claim about it, and how "
                            "sure anyone can be. It does not diagnose, it holds no medical record, and it opens no connection.")),
            Heading("Licences"),
            Paragraph(words("The program: MIT licence. The drawings and the measured tables: Creative Commons "
                            "Attribution-ShareAlike 4.0.")),
            Paragraph(words("The body is drawn from measurements of Z-Anatomy (CC BY-SA 4.0), which derives from BodyParts3D, "
                            "© The Database Center for Life Science (CC BY 4.0).")),
            Heading("Content"),
            Paragraph(words(f"{len(atlas.muscles)} muscles, {len(atlas.referrals)} trigger points, {len(atlas.areas)} areas of "
                            f"pain, {len(atlas.patterns)} patterns, {len(atlas.sources)} sources.")),
        ),
    )


def _suggests(atlas: Atlas, test: Test) -> list[Block]:
    rows = []
    if test.suggests:
        rows.append(Row("Muscles", joined(muscle_link(atlas, one) for one in test.suggests)))
    if test.patterns:
        rows.append(Row("Patterns", joined(link("pattern", Ref(one), atlas.patterns[one].name) for one in test.patterns)))
    return [Heading("What it points to"), Rows(tuple(rows))] if rows else []


def _accuracy(accuracy: Accuracy) -> tuple[Row, ...]:
    figures = [("sensitivity", accuracy.sensitivity), ("specificity", accuracy.specificity)]
    text = ", ".join(f"{name} {figure:.0%}" for name, figure in figures if figure is not None)
    people = accuracy.population or "population not stated"
    return (Row("For", words(accuracy.target)), Row("Figures", words(text)), Row("In", words(people)))


def _used(atlas: Atlas, source: str) -> tuple[Text, ...]:
    """Where a source is cited: links to patterns, muscles, tests and remedies."""
    kinds: tuple[tuple[str, Iterable[Pattern | Muscle | Test | Remedy]], ...] = (
        ("pattern", atlas.patterns.values()), ("muscle", atlas.muscles.values()), ("test", atlas.tests.values()),
        ("remedy", atlas.remedies.values()))
    found = [joined(link(kind, Ref(one.id), one.name) for one in things if source in one.sources) for kind, things in kinds]
    muscles = dict.fromkeys(one.muscle for one in atlas.referrals.values() if source in one.sources)
    if muscles:
        found.append((Span("trigger points of "), *joined(muscle_link(atlas, one) for one in muscles)))
    return tuple(text for text in found if text)
