"""``plumbline handout`` and its pages: their number, their text in the PDF, foreign words, and what is said when it cannot be done."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.card.handout import handout
from app.commands.table import run
from app.model.reference import Ref
from app.model.steps import at_once
from app.state.choose import choose_muscle, choose_pain
from app.state.note import write_note
from app.state.state import State
from app.writers import handout as made_of
from app.writers.handout import page_pictures, pdf_bytes
from app.writers.handout_pages import MARGIN, SMALLEST_ALONE, Leaf, usual_share
from app.writers.handout_sheet import Sheet
from tests.unit.card.test_handout import ATLAS, CHAIN, WHOLE, of_cause, of_pattern, title

pytestmark = pytest.mark.usefixtures("qapp")


def write(file: Path, *words: str) -> int:
    return run(["handout", *words, "-o", str(file)])


def arranged_pages(sheet: Sheet) -> Leaf:
    return at_once(made_of.arranged_pages(sheet))


def texts(leaf: Leaf) -> Iterator[str]:
    for page in leaf.pages:
        for box in page.boxes:
            if box.text:
                yield box.text.toPlainText()


def told(sheet: Sheet) -> str:
    return re.sub(r"\s+", " ", " ".join(texts(arranged_pages(sheet))))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("state", WHOLE, ids=title)
def test_it_takes_one_page_and_keeps_its_margins(state: object, paper: str) -> None:
    made = handout(ATLAS, state)  # type: ignore[arg-type]
    leaf = arranged_pages(Sheet(made, None, day="1 May 2026", paper=paper))  # type: ignore[arg-type]
    assert len(leaf.pages) == (2 if made.title == CHAIN else 1)
    assert leaf.letters >= round(SMALLEST_ALONE * usual_share())
    for page in leaf.pages:
        for box in page.boxes:
            assert box.place.left() >= MARGIN - 1 and box.place.right() <= leaf.size.width() - MARGIN + 1
            assert box.place.top() >= MARGIN - 1 and box.place.bottom() <= leaf.size.height() - MARGIN + 1


@pytest.mark.parametrize("area", ATLAS.areas)
def test_a_pain_takes_one_page(area: str) -> None:
    leaf = arranged_pages(Sheet(handout(ATLAS, choose_pain(State(), Ref(area))), None, day="1 May 2026"))
    assert len(leaf.pages) == 1


def test_a_pain_at_many_places_takes_one_page() -> None:
    state = State()
    for area in ("buttock", "low_back", "sacroiliac", "iliac_crest"):
        state = choose_pain(state, Ref(area, "right"))
    assert len(arranged_pages(Sheet(handout(ATLAS, state), None, day="1 May 2026")).pages) == 1


@pytest.mark.parametrize("key", ["piriformis", "psoas_major", "gluteus_medius", "gastrocnemius"])
def test_a_muscle_takes_one_page(key: str) -> None:
    leaf = arranged_pages(Sheet(handout(ATLAS, choose_muscle(State(), Ref(key, "right"))), None, day="1 May 2026"))
    assert len(leaf.pages) == 1


def test_a_note_and_a_clinic_have_room() -> None:
    logo = QImage(400, 140, QImage.Format.Format_RGB32)
    for state in WHOLE[:19]:
        made = handout(ATLAS, write_note(state, "Steps 1 and 2 this week, then ring me."))
        assert len(arranged_pages(Sheet(made, None, "Riverside", logo, "1 May 2026")).pages) == 1, made.title


@pytest.mark.parametrize("state", WHOLE[:6], ids=title)
def test_with_every_step_and_all_sources_one_sheet_is_enough(state: object) -> None:
    assert len(arranged_pages(Sheet(handout(ATLAS, state, ()), None, day="1 May 2026")).pages) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("state", WHOLE[:6], ids=title)
def test_nothing_lies_over_anything_else(state: object) -> None:
    for page in arranged_pages(Sheet(handout(ATLAS, state), None, day="1 May 2026")).pages:  # type: ignore[arg-type]
        for number, box in enumerate(page.boxes):
            inner = box.place.adjusted(2, 2, -2, -2)
            assert not [other.kind for other in page.boxes[number + 1:] if inner.intersects(other.place.adjusted(2, 2, -2, -2))]


def test_foreign_words_stay_words() -> None:
    made = handout(ATLAS, write_note(of_pattern("flat_back"), "<b>5 < 6</b> & <img src='/etc/passwd'>"))
    said = told(Sheet(made, None, clinic="<h1>Knife & Fork</h1>", day="1 May 2026"))
    assert "<b>5 < 6</b> & <img src='/etc/passwd'>" in said
    assert "<h1>Knife & Fork</h1>" in said


def test_the_same_pages_make_pictures_and_pdf() -> None:
    sheet = Sheet(handout(ATLAS, of_cause("iliopsoas_chain")), None, day="1 May 2026")
    leaf = arranged_pages(sheet)
    pictures = at_once(page_pictures(sheet, leaf, 300))
    assert len(pictures) == len(leaf.pages)
    assert pictures[0].width() == 300 and pictures[0].pixelColor(2, 2) == QColor("white")
    assert at_once(pdf_bytes(sheet, leaf)).startswith(b"%PDF-")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="the text of a PDF is read with pdftotext")
def test_the_text_of_the_pdf_can_be_copied(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    QImage(40, 20, QImage.Format.Format_RGB32).save(str(logo))
    file = tmp_path / "a.pdf"
    assert write(file, "--cause", "iliopsoas_chain:right", "--clinic", "Riverside", "--note", "Ring me.", "--logo", str(logo),
                 "--with", "sources") == 0
    said = re.sub(r"\s+", " ", subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout)
    for words in ("Riverside", "Iliopsoas chain, right", "When to see a doctor", "Ring me.", "Psoas pressure release", "What this is not",
                  "not checked by research", "Source D: Julstro protocol", "Page 1 of 2"):
        assert words.replace("fi", "\N{LATIN SMALL LIGATURE FI}") in said or words in said, words


def test_parts_are_left_out(tmp_path: Path) -> None:
    for name, words in (("all", ()), ("less", ("--without", "do", "--without", "picture"))):
        assert write(tmp_path / f"{name}.pdf", "--pattern", "flat_back", "--paper", "letter", *words) == 0
    assert (tmp_path / "less.pdf").stat().st_size < (tmp_path / "all.pdf").stat().st_size


@pytest.mark.parametrize(("words", "says"), [
    ((), "choose a pattern"),
    (("--pattern", "flat_bak"), "did you mean flat_back"),
    (("--pattern", "flat_back", "--logo", "/nowhere/logo.png"), "cannot be used as a logo"),
])
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str) -> None:
    assert write(tmp_path / "a.pdf", *words) == 1
    said = capsys.readouterr().err
    assert says in said and said.count("\n") == 1
    assert not (tmp_path / "a.pdf").exists()


def test_another_kind_of_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert write(tmp_path / "a.txt", "--pattern", "flat_back") == 1
    assert "ends in .pdf" in capsys.readouterr().err


def test_red_flags_cannot_be_left_out(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        write(tmp_path / "a.pdf", "--pattern", "flat_back", "--without", "red_flags")
    assert ended.value.code == 2
