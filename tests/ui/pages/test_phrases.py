"""The phrase library: found, written, removed, given away and taken in."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from db.opening import create_store, open_reader, open_store
from itadesk.__main__ import Files
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.office import save_office
from itadesk.services.phrases import phrases, save_phrase, use_phrase
from itadesk.services.sample import sample_office
from tests.helpers.keys import in_window, type_text
from ui.app import make_window
from ui.dialogs import files
from ui.pages.phrases import LIST, NO_HIT, NOTHING, PhrasesPage
from ui.session import Session

CAUSE, STEP = PhraseKind.CAUSE, PhraseKind.STEP
OWN = (
    Phrase(CAUSE, "เอกสารไม่ครบ", 2568, "e1"),
    Phrase(CAUSE, "กำหนดเวลาไม่ชัด", 2568, "i1"),
    Phrase(STEP, "แจ้งเวียนทุกกอง"),
)


@pytest.fixture
def page(window):
    window.frame.show_page("phrases")
    return window.frame.page()


@pytest.fixture
def filled(page, window):
    for phrase in OWN:
        window.session.run(save_phrase, phrase)
    window.session.run(use_phrase, window.session.ask(phrases)[2])  # the first of them
    return page


def shown(page):
    return [phrase.text for phrase in page.table.rows.phrases]


def kept(window):
    return {(p.kind, p.text) for p in window.session.ask(phrases)}


def test_the_library_stands_below_the_line_of_the_rail(window, qtbot):
    qtbot.mouseClick(window.frame.rail.items()["phrases"], Qt.MouseButton.LeftButton)
    assert window.frame.shown == "phrases"
    assert not [page for page in window.frame.steps() if page.id == "phrases"]


def test_an_empty_library_says_what_to_do_and_leads_to_the_examples(page):
    assert page._stack.currentIndex() == NOTHING
    assert not page.sending.isEnabled()
    page.filter.source.setCurrentIndex(1)
    assert page._stack.currentIndex() == LIST
    assert page.form.text.isReadOnly()


def test_the_most_used_stand_first_or_the_letters_decide(filled):
    assert shown(filled)[0] == "เอกสารไม่ครบ"
    filled.filter.order.setCurrentIndex(1)
    assert shown(filled) == ["กำหนดเวลาไม่ชัด", "แจ้งเวียนทุกกอง", "เอกสารไม่ครบ"]


def test_search_narrows_by_text_question_and_kind(filled):
    type_text(filled.filter.words, "ไม่ชัด")
    assert shown(filled) == ["กำหนดเวลาไม่ชัด"]
    filled.filter.words.setText("e๑")
    assert shown(filled) == ["เอกสารไม่ครบ"]
    filled.filter.words.setText("")
    filled.filter.kind.choose(STEP)
    assert shown(filled) == ["แจ้งเวียนทุกกอง"]
    filled.filter.words.setText("ไม่มีคำนี้")
    assert filled._stack.currentIndex() == NO_HIT


def test_a_changed_text_is_saved_when_left_and_can_be_undone(qtbot, filled, window):
    form = filled.form
    assert form.text.toPlainText() == "เอกสารไม่ครบ"
    form.text.setFocus()
    form.text.moveCursor(form.text.textCursor().MoveOperation.End)
    type_text(form.text, "ถ้วน")
    qtbot.keyClick(form.text, Qt.Key.Key_Tab)
    assert (CAUSE, "เอกสารไม่ครบถ้วน") in kept(window)
    assert filled.table.phrase().text == "เอกสารไม่ครบถ้วน"
    window.session.undo()
    assert (CAUSE, "เอกสารไม่ครบ") in kept(window)
    assert form.text.toPlainText() == "เอกสารไม่ครบ"


def test_typing_stays_in_the_form_though_the_search_no_longer_finds_it(filled):
    filled.filter.words.setText("ไม่ครบ")
    filled.form.text.setFocus()
    filled.form.text.selectAll()
    type_text(filled.form.text, "ถ้อยคำใหม่")
    filled.saver.flush()
    assert filled.form.text.toPlainText() == "ถ้อยคำใหม่"
    assert shown(filled) == ["ถ้อยคำใหม่"]


def test_another_kind_is_chosen(filled, window):
    filled.form.kind.choose(PhraseKind.OTHER)
    filled.form.kind.activated.emit(filled.form.kind.currentIndex())
    assert (PhraseKind.OTHER, "เอกสารไม่ครบ") in kept(window)


def test_a_new_phrase_is_typed_and_kept(qtbot, page, window):
    qtbot.mouseClick(window.frame.head.buttons()[0], Qt.MouseButton.LeftButton)
    assert page.form.text.hasFocus()
    type_text(page.form.text, "ข้อความใหม่")
    page.saver.flush()
    assert kept(window) == {(CAUSE, "ข้อความใหม่")}
    type_text(page.form.text, "กว่า")
    page.saver.flush()
    assert kept(window) == {(CAUSE, "ข้อความใหม่กว่า")}
    assert shown(page) == ["ข้อความใหม่กว่า"]


def test_an_empty_new_phrase_is_not_kept(page, window):
    page.add()
    page.saver.flush()
    window.frame.show_page("home")
    assert kept(window) == set()


def test_an_emptied_text_comes_back_with_a_word(filled, window):
    filled.form.text.setFocus()
    filled.form.text.selectAll()
    filled.form.text.cut()
    filled.saver.flush()
    assert filled.form.text.toPlainText() == "เอกสารไม่ครบ"
    assert "ว่าง" in window.frame.notice.text
    assert len(kept(window)) == 3


def test_delete_removes_the_chosen_one_and_undo_brings_it_back(qtbot, filled, window):
    filled.table.setFocus()
    qtbot.keyClick(filled.table, Qt.Key.Key_Delete)
    assert (CAUSE, "เอกสารไม่ครบ") not in kept(window)
    assert filled.form.text.toPlainText() == shown(filled)[0]
    window.session.undo()
    assert shown(filled)[0] == "เอกสารไม่ครบ"


def test_an_example_is_read_and_kept_but_not_changed(qtbot, page, window):
    page.filter.source.setCurrentIndex(1)
    page.filter.kind.choose(STEP)
    example = page.table.phrase()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.table.phrase() == example
    qtbot.mouseClick(page.form.keep, Qt.MouseButton.LeftButton)
    [own] = window.session.ask(phrases)
    assert (own.text, own.code) == (example.text, "i1")
    assert page.filter.examples


def test_alt_arrows_go_from_phrase_to_phrase(qtbot, filled):
    before = filled.table.phrase()
    qtbot.keyClick(filled.form.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert filled.table.phrase() != before
    assert filled.form.text.toPlainText() == filled.table.phrase().text


def test_a_place_from_elsewhere_is_a_phrase(filled, window):
    filled.filter.kind.choose(STEP)
    wanted = next(p for p in window.session.ask(phrases) if p.text == "กำหนดเวลาไม่ชัด")
    window.frame.show_page(f"phrases:{wanted.id}")
    assert filled.form.text.toPlainText() == wanted.text


def test_the_library_goes_out_and_comes_in(filled, window, tmp_path, monkeypatch):
    path = tmp_path / "คลัง.json"
    monkeypatch.setattr(files, "pick_save", lambda *_: path)
    monkeypatch.setattr(files, "pick_open", lambda *_: path)
    filled.export_file()
    assert "๓ รายการ" in window.frame.notice.text
    filled.import_file()
    assert "ครบแล้ว" in window.frame.notice.text
    body = json.loads(path.read_text("utf-8"))
    body["phrases"].append({"kind": "cause", "text": "ของหน่วยงานอื่น"})
    path.write_text(json.dumps(body), "utf-8")
    filled.import_file()
    assert "ใหม่ ๑ รายการ" in window.frame.notice.text
    assert "ของหน่วยงานอื่น" in shown(filled)
    path.write_text("เสีย", "utf-8")
    filled.import_file()
    assert "“คลัง.json” เสียหาย" in window.frame.notice.text


def test_what_a_file_for_viewing_refuses_stays_in_the_form(qtbot, tmp_path):
    store = create_store(tmp_path / "คลัง.itadesk", sample_office())
    for phrase in OWN:
        save_phrase(store, phrase)
    store.close()
    session = Session(open_reader(tmp_path / "คลัง.itadesk"))
    page = in_window(qtbot, PhrasesPage(session))
    page.form.text.setFocus()
    type_text(page.form.text, "พิมพ์แล้วเก็บไม่ได้ ")
    typed = page.form.text.toPlainText()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.form.text.toPlainText() == typed
    assert page.table.phrase().id == page.form.stored.id
    assert "ยังไม่ได้บันทึก" in page.unsaved()
    session.close()


def test_a_file_without_a_year_has_its_library_too(qtbot, settings, tmp_path):
    store = open_store(None)
    save_office(store, sample_office())
    window = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(window)
    window.show_session(Session(store))
    window.show()
    window.frame.show_page("phrases")
    page = window.frame.page()
    page.filter.source.setCurrentIndex(1)
    assert len(shown(page)) > 100
    store.close()
