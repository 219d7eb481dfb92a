"""Words of a strange content pack are words: no mark-up of theirs is obeyed, and nothing is fetched."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from app.card.blocks import Span
from app.model.basic import Fact
from app.model.reference import Ref
from app.ui.chips import ChipRow, ChipWidget
from app.ui.page_view import PageView
from app.ui.panel_html import PageWriter
from app.ui.theme import PALETTES, Sizes
from app.ui.workbench import Workbench
from tests.ui.hands import page_text

HOSTILE = '<img src="file:///etc/passwd"><script>x</script> &amp; "quoted"'


def test_the_words_of_a_pack_are_shown_and_not_obeyed(window: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[str] = []
    load = PageView.loadResource

    def noted(view: PageView, kind: int, name: QUrl | str) -> object:
        fetched.append(QUrl(name).scheme())
        return load(view, kind, name)

    monkeypatch.setattr(PageView, "loadResource", noted)
    atlas = window.atlas
    cause = replace(atlas.causes["piriformis_syndrome"], name=HOSTILE, plain=HOSTILE, what=(Fact(HOSTILE, ("project",)),))
    term = replace(next(iter(atlas.terms.values())), name="quoted", plain=HOSTILE)
    pattern = replace(atlas.patterns["high_hip"], name=HOSTILE)
    window.show_content(replace(atlas, causes={**atlas.causes, cause.id: cause}, terms={term.id: term},
                                patterns={**atlas.patterns, pattern.id: pattern}), ())
    for target in ("show/pattern/high_hip", "show/area/buttock:right", "cause/piriformis_syndrome"):
        window.controller.follow(target)
        assert HOSTILE in page_text(window) or target.startswith("show/area")
    assert set(fetched) <= {"swatch"}
    assert window.session.state.cause == Ref("piriformis_syndrome", "right")


def test_an_ampersand_in_a_name_is_no_key_of_the_window(qtbot: QtBot) -> None:
    chip = ChipWidget(ChipRow("pattern", Ref("back_and_hip"), "Back & hip"), PALETTES["light"])
    qtbot.addWidget(chip)
    assert chip.label.text() == "Back && hip"


def test_the_tip_of_a_term_is_no_mark_up() -> None:
    for hint in (HOSTILE, "\n" + HOSTILE, "a < b", "plain & simple"):
        document = QTextDocument()
        document.setHtml(PageWriter(PALETTES["light"], Sizes(*(12,) * len(fields(Sizes)))).text((Span("x", "term/x", hint=hint),)))
        told = document.begin().begin().fragment().charFormat().toolTip()
        shown = QTextDocument()
        (shown.setHtml if Qt.mightBeRichText(told) else shown.setPlainText)(told)
        assert shown.toPlainText() == hint.strip()
        assert "\ufffc" not in shown.toPlainText()
