"""Suggestions beneath the boxes: unfolded, taken, kept, by keys and by clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.phrases import phrases, save_phrase
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.starter import examples
from itadesk.services.years import start_year
from tests.helpers.keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
OWN = Phrase(PhraseKind.CAUSE, "ขั้นตอนของงานบริการยังไม่ชัด", 2568, "i2")


@pytest.fixture
def page(window):
    """The analysis in the real window; i2 is the lowest of indicator 1."""
    entries = [ScoreEntry(code, score) for code, score in (("i1", "95"), ("i2", "90"))]
    window.session.run(record_scores, 2568, entries)
    window.session.run(save_phrase, OWN)
    window.frame.show_page("analysis")
    return window.frame.page()


def shown(text):
    return [row.suggestion.text for row in text.list.rows]


def test_suggestions_are_folded_until_asked_for(qtbot, page):
    causes = page.findings.boxes[0].causes
    assert not causes.list.isVisible()
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    assert causes.list.isVisible()
    example = next(e for e in examples(page._session.data.catalogue, OWN.kind) if e.about == "i2")
    assert shown(causes) == [OWN.text, example.text]
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    assert not causes.list.isVisible()


def test_by_keys_alone_a_suggestion_is_unfolded_and_taken(qtbot, page, keys, window):
    causes = page.findings.boxes[0].causes
    causes.field.setFocus()
    qtbot.keyClick(causes.field, Qt.Key.Key_Space, CTRL)
    qtbot.waitUntil(causes.list.rows[0].insert.hasFocus)
    qtbot.waitUntil(causes.list.rows[0].insert.isVisible)
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(causes.field.hasFocus)
    assert causes.field.toPlainText() == OWN.text
    assert [f.cause for f in window.session.data.findings] == [OWN.text]
    assert window.session.ask(phrases)[0].uses == 1
    assert OWN.text not in shown(causes)


def test_over_a_written_text_a_suggestion_is_put_in_or_takes_its_place(qtbot, page, window):
    causes = page.findings.boxes[0].causes
    causes.field.setFocus()
    type_text(causes.field, "เพราะ")
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(causes.list.rows[0].insert, Qt.MouseButton.LeftButton)
    assert causes.field.toPlainText() == f"เพราะ {OWN.text}"
    assert not causes.list.rows[0].replace.isHidden()
    qtbot.mouseClick(causes.list.rows[0].replace, Qt.MouseButton.LeftButton)
    assert causes.field.toPlainText() == OWN.text
    assert [f.cause for f in window.session.data.findings] == [OWN.text]


def test_what_is_replaced_can_be_had_back(qtbot, page, window):
    causes = page.findings.boxes[0].causes
    type_text(causes.field, "ที่พิมพ์เอง")
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(causes.list.rows[0].replace, Qt.MouseButton.LeftButton)
    while window.session.data.findings[0].cause != "ที่พิมพ์เอง":
        assert window.session.undo_label() is not None
        window.session.undo()
    assert page.findings.boxes[0].cause.text() == "ที่พิมพ์เอง"


def test_taking_a_suggestion_is_taken_back_before_its_use_is(qtbot, page, window):
    causes = page.findings.boxes[0].causes
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(causes.list.rows[0].insert, Qt.MouseButton.LeftButton)
    window.session.undo()
    assert window.session.data.findings == ()
    assert window.session.ask(phrases)[0].uses == 1


def test_a_phrase_is_looked_up_in_the_library(qtbot, page, window):
    causes = page.findings.boxes[0].causes
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    assert [row.edit.isHidden() for row in causes.list.rows] == [False, True]  # no example is
    qtbot.mouseClick(causes.list.rows[0].edit, Qt.MouseButton.LeftButton)
    assert window.frame.shown == "phrases"
    assert window.frame.page().form.text.toPlainText() == OWN.text


def test_a_text_is_kept_in_the_library_with_its_question(qtbot, page, window):
    box = page.findings.boxes[0]
    assert not box.guidelines.keep.isEnabled()
    type_text(box.guideline, "อบรมการต้อนรับ")
    qtbot.mouseClick(box.guidelines.keep, Qt.MouseButton.LeftButton)
    [kept] = window.session.ask(phrases, PhraseKind.GUIDELINE)
    assert (kept.text, kept.year, kept.code) == ("อบรมการต้อนรับ", 2568, "i2")
    assert "เข้าคลัง" in window.frame.notice.text
    assert window.session.data.findings[0].guideline == "อบรมการต้อนรับ"


def test_suggestions_stay_unfolded_on_the_way_to_the_next_indicator(qtbot, page):
    qtbot.mouseClick(page.findings.boxes[0].causes.head, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.indicators, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    box = page.findings.boxes[0]
    assert box.causes.is_open
    assert not box.guidelines.is_open
    assert len(box.causes.list.rows) == 3  # no score yet: an example of every question


def test_other_chosen_questions_get_other_suggestions(qtbot, page):
    box = page.findings.boxes[0]
    qtbot.mouseClick(box.causes.head, Qt.MouseButton.LeftButton)
    before = shown(box.causes)
    box._take_codes(("i3",))
    after = shown(box.causes)
    assert after != before
    assert after[0] == OWN.text  # of the same indicator


def test_another_year_gets_its_own_suggestions(qtbot, page, window):
    window.session.run(start_year, 2567)
    window.session.run(record_scores, 2567, [ScoreEntry("i2", "90")])
    box = page.findings.boxes[0]
    qtbot.mouseClick(box.guidelines.head, Qt.MouseButton.LeftButton)
    assert "อ้างอิงจาก" in shown(box.guidelines)[0]
    window.session.show_year(2567)
    assert "อ้างอิงจาก" not in shown(page.findings.boxes[0].guidelines)[0]


def test_more_than_three_are_shown_on_asking(qtbot, page, window):
    for number in range(4):
        window.session.run(save_phrase, Phrase(PhraseKind.CAUSE, f"เหตุที่ {number}", 2568, "i2"))
    causes = page.findings.boxes[0].causes
    qtbot.mouseClick(causes.head, Qt.MouseButton.LeftButton)
    assert len(causes.list.rows) == 3
    more = [b for b in causes.list.findChildren(type(causes.keep)) if "แสดงอีก" in b.text()]
    qtbot.mouseClick(more[-1], Qt.MouseButton.LeftButton)
    assert len(causes.list.rows) == 6
