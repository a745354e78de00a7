"""Documents of a form: begun, written, signed and published in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from itadesk.model.document import DocumentState, Signatory
from itadesk.model.kept import FileRole
from itadesk.reports.records import own_texts
from itadesk.services.documents import move_document, save_document, scan_of
from itadesk.services.office import save_office, save_settings
from tests.helpers.keys import in_window
from ui.dialogs import files, output, publishing
from ui.dialogs.publishing import Publication, Publishing
from ui.pages.documents import DocumentsPage
from ui.widgets.notice import NoticeBar

DAY = date(2026, 1, 15)
SIGNED, PUBLISHED = DocumentState.SIGNED, DocumentState.PUBLISHED


@pytest.fixture
def page(qtbot, sample):
    made = in_window(qtbot, DocumentsPage(sample), 1000, 700)
    open_form(qtbot, made, "letter")
    made.panel.fold.head.click()
    return made


def open_form(qtbot, page, form):
    page.list.choose(form)
    whole(qtbot, page)


def whole(qtbot, page):
    qtbot.waitUntil(lambda: page._pdf is not None, timeout=9000)


def text_of(pdf):
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(sheet.get_textpage().get_text_range() for sheet in document)


def letters(session):
    return [each for each in session.data.documents if each.form == "letter"]


def shown(page, session):
    return next(each for each in session.data.documents if each.id == page.panel.document)


def to_state(qtbot, page, session, state):
    page.panel.stepper.steps[state].click()
    qtbot.waitUntil(lambda: shown(page, session).state is state, timeout=9000)
    whole(qtbot, page)


def frozen_files(session):
    return [each for each in session.data.files if each.role is FileRole.FROZEN]


def test_a_text_shows_as_it_is_printed_until_the_document_has_its_own(qtbot, page, sample):
    field = page.panel.form.field("subject")
    usual = field.text()
    assert "{" not in usual
    assert "มาตรการส่งเสริมคุณธรรม" in usual
    field.replace_all("เรื่องของฉบับนี้")
    page.panel.saver.flush()
    assert shown(page, sample).fields["subject"] == "เรื่องของฉบับนี้"
    whole(qtbot, page)
    assert "เรื่องของฉบับนี้" in text_of(page._pdf).replace("\r\n", "")
    row = next(row for row in page.panel.form._rows if row.field is field)
    row.back.click()
    assert field.text() == usual
    assert "subject" not in shown(page, sample).fields


def test_an_emptied_text_stays_empty(page, sample):
    page.panel.form.field("closing").replace_all("")
    page.panel.saver.flush()
    assert shown(page, sample).fields["closing"] == ""
    assert page.panel.form.field("closing").text() == ""


def test_another_template_brings_its_texts_and_keeps_what_was_written(page, sample):
    form = page.panel.form
    form.field("to").replace_all("ผู้รับของเรา")
    before = form.field("subject").text()
    form.field("template").replace_all("เชิญประชุม")
    page.panel.saver.flush()
    assert form.field("subject").text() != before
    assert "ขอเชิญประชุม" in form.field("subject").text()
    assert form.field("to").text() == "ผู้รับของเรา"
    assert shown(page, sample).fields["template"] == "เชิญประชุม"


def test_number_and_day_are_saved_in_one_action_that_can_be_undone(page, sample):
    before = shown(page, sample)
    form = page.panel.form
    form.number.setText("๙๙")
    form.number.edited.emit()
    form.day.setText("๑๕ ม.ค. ๒๕๖๙")
    form.day.settle()
    page.panel.saver.flush()
    after = shown(page, sample)
    assert (after.number, after.day) == ("๙๙", DAY)
    sample.undo()
    assert shown(page, sample) == before
    assert form.number.text() == before.number


def test_a_day_that_is_none_is_explained_and_waits_while_another_is_shown(qtbot, page, sample):
    form = page.panel.form
    form.day.setText("32 ม.ค. 2569")
    form.day.settle()
    assert not form.problem.isHidden()
    assert page.unsaved()
    open_form(qtbot, page, "memo")
    assert form.problem.isHidden()
    open_form(qtbot, page, "letter")
    assert form.day.text() == "32 ม.ค. 2569"
    assert shown(page, sample).day is not None


def test_a_switch_of_the_form_is_a_box(page, sample):
    box = page.panel.form.field("circular").box
    box.click()
    assert shown(page, sample).fields["circular"] == "1"
    box.click()
    assert "circular" not in shown(page, sample).fields


def test_a_switch_that_is_on_by_template_can_be_put_off_for_all(qtbot, page, sample):
    open_form(qtbot, page, "memo")
    field = page.options.field("opinions")
    assert field.text() == "1"
    field.box.click()
    assert sample.data.texts[("memo", "opinions")] == ""
    field.box.click()
    assert ("memo", "opinions") not in sample.data.texts


def test_who_signs_is_chosen_from_the_offices_people(qtbot, page, sample):
    who = Signatory("นายทดลอง ระบบ", "ร.ต.", "ปลัดตัวอย่าง", "รักษาราชการแทน")
    sample.run(save_settings, replace(sample.data.settings, signatories=(who,)))
    fields = page.panel.form.signer("sign")
    fields.menu().actions()[0].trigger()
    assert shown(page, sample).signatories == (who,)
    whole(qtbot, page)
    assert "(นายทดลอง ระบบ)" in text_of(page._pdf)
    fields.fields["name"].setText("นางสาวพิมพ์ เอง")
    fields.fields["name"].edited.emit()
    page.panel.saver.flush()
    assert shown(page, sample).signatories == (replace(who, name="นางสาวพิมพ์ เอง"),)


def test_a_second_document_is_begun_and_the_first_chosen_again(qtbot, page, sample):
    first = page.panel.document
    page.panel.new.click()
    assert page.panel.document != first
    assert len(letters(sample)) == 2
    assert [page.panel.choice.itemData(n) for n in (0, 1)] == [page.panel.document, first]
    whole(qtbot, page)
    page.panel.choice.setCurrentIndex(1)
    page.panel.choice.activated.emit(1)
    assert page.panel.document == first
    assert page._options(page._form()).document == first


def test_a_copy_has_the_texts_and_no_number(page, sample):
    page.panel.form.field("to").replace_all("ผู้รับของเรา")
    page.panel.copy()
    assert page.panel.form.field("to").text() == "ผู้รับของเรา"
    assert page.panel.form.number.text() == ""
    assert len(letters(sample)) == 2


def test_a_deleted_document_comes_back_by_undo(page, sample):
    document = page.panel.document
    page.panel.remove()
    assert letters(sample) == []
    assert page.panel.document is None
    assert not page.panel.menu().actions()[0].isEnabled()
    sample.undo()
    assert page.panel.document == document


def test_writing_begins_a_document_where_there_is_none(page, sample):
    page.panel.remove()
    field = page.panel.form.field("to")
    field.replace_all("ผู้รับ")
    page.panel.saver.flush()
    (made,) = letters(sample)
    assert made.fields == {"to": "ผู้รับ"}
    field.replace_all("ผู้รับคนใหม่")
    page.panel.saver.flush()
    assert [each.fields["to"] for each in letters(sample)] == ["ผู้รับคนใหม่"]


def test_signing_freezes_and_locks(qtbot, page, sample):
    page.panel.form.field("to").replace_all("ผู้รับวันลงนาม")
    to_state(qtbot, page, sample, SIGNED)
    (kept,) = frozen_files(sample)
    assert kept.document == page.panel.document
    assert "ผู้รับวันลงนาม" in text_of(page._pdf)
    assert page.panel.form.field("to").isReadOnly()
    assert page.panel.form.number.isReadOnly()
    assert not page.panel.note.isHidden()
    assert page.panel.note.other.isHidden()
    assert page.panel.stepper.steps[SIGNED].isChecked()


def test_later_data_are_told_and_the_signed_pdf_stays(qtbot, page, sample, tmp_path, monkeypatch):
    to_state(qtbot, page, sample, SIGNED)
    signed = page._pdf
    sample.run(save_office, replace(sample.data.office, name="เทศบาลตำบลชื่อใหม่"))
    whole(qtbot, page)
    assert "เปลี่ยนไปหลังลงนาม" in page.panel.note.words.text()
    target = tmp_path / "ออก.pdf"
    monkeypatch.setattr(files, "pick_save", lambda *_told: target)
    page.save_pdf()
    assert target.read_bytes() == signed
    page.panel.note.other.click()
    whole(qtbot, page)
    assert "เทศบาลตำบลชื่อใหม่" in text_of(page._pdf)
    page.panel.note.other.click()
    whole(qtbot, page)
    assert page._pdf == signed


def test_digits_do_not_count_as_a_change(qtbot, page, sample):
    page.options.arabic.click()
    to_state(qtbot, page, sample, SIGNED)
    assert page.panel.note.other.isHidden()
    assert "2568" in text_of(page._pdf)
    assert not page.options.thai.isEnabled()


def test_a_word_file_of_what_is_signed_is_said_to_be_of_today(
    qtbot, page, sample, tmp_path, monkeypatch
):
    to_state(qtbot, page, sample, SIGNED)
    monkeypatch.setattr(files, "pick_save", lambda *_told: tmp_path / "ออก.docx")
    bar = NoticeBar(page)
    page.save_word()
    assert "ตามข้อมูลปัจจุบัน" in bar._text.text()


def test_what_is_not_kept_yet_is_not_signed(page, sample):
    page.panel.form.day.setText("32 ม.ค. 2569")
    bar = NoticeBar(page)
    page.panel.stepper.steps[SIGNED].click()
    assert "32 ม.ค. 2569" in bar._text.text()
    assert shown(page, sample).state is DocumentState.DRAFT


def test_a_draft_again_can_be_written_and_undo_signs_it_anew(qtbot, page, sample):
    to_state(qtbot, page, sample, SIGNED)
    page.panel.note.back.click()
    assert shown(page, sample).state is DocumentState.DRAFT
    assert frozen_files(sample) == []
    assert not page.panel.form.field("to").isReadOnly()
    assert page.panel.note.isHidden()
    sample.undo()
    assert shown(page, sample).state is SIGNED
    assert len(frozen_files(sample)) == 1


def test_sending_asks_for_day_and_address(qtbot, page, sample, monkeypatch):
    asked = []
    told = Publication(DAY, "https://www.example.go.th/ita")
    monkeypatch.setattr(publishing, "ask_publication", lambda *given: asked.append(given) or told)
    to_state(qtbot, page, sample, PUBLISHED)
    assert asked[0][2] == "ส่งแล้ว"
    after = shown(page, sample)
    assert (after.published_on, after.url) == (DAY, told.url)
    assert len(frozen_files(sample)) == 1
    assert "๑๕ มกราคม ๒๕๖๙" in page.panel.published.text()
    told = replace(told, url="https://www.example.go.th/new")
    page.panel.edit.click()
    assert shown(page, sample).url == told.url
    assert len(frozen_files(sample)) == 1


def test_publishing_given_up_changes_nothing(page, sample, monkeypatch):
    monkeypatch.setattr(publishing, "ask_publication", lambda *_given: None)
    page.panel.stepper.steps[PUBLISHED].click()
    assert shown(page, sample).state is DocumentState.DRAFT
    assert page.panel.stepper.steps[DocumentState.DRAFT].isChecked()
    assert not page.panel.stepper.steps[PUBLISHED].isChecked()


def test_the_day_of_publishing_is_not_before_the_document(qtbot, page, sample):
    dialog = Publishing(None, replace(shown(page, sample), day=DAY), "เผยแพร่", date(2026, 1, 14))
    qtbot.addWidget(dialog)
    assert "ก่อนวันที่ของเอกสาร" in dialog.check()
    dialog.day.setText("")
    assert "ยังไม่ได้กรอก" in dialog.check()
    dialog.day.setText("๑๖ ม.ค. ๒๕๖๙")
    assert dialog.check() == ""
    assert dialog.publication() == Publication(date(2026, 1, 16), "")


def test_a_signed_copy_is_attached_opened_and_taken_out(qtbot, page, sample, tmp_path, monkeypatch):
    assert page.panel.scan.isHidden()
    to_state(qtbot, page, sample, SIGNED)
    scan = tmp_path / "สแกน.pdf"
    scan.write_bytes(page._pdf)
    monkeypatch.setattr(files, "pick_open", lambda *_told: scan)
    page.panel.scan.attach.click()
    assert scan_of(sample.data, page.panel.document).name == "สแกน.pdf"
    assert "สแกน.pdf" in page.panel.scan.name.text()
    opened = []
    monkeypatch.setattr(output, "open_elsewhere", lambda *told: opened.append(told) or True)
    page.panel.scan.open.click()
    assert opened == [("สแกน.pdf", scan.read_bytes())]
    page.panel.scan.remove.click()
    assert scan_of(sample.data, page.panel.document) is None
    assert not page.panel.scan.attach.isHidden()


def test_a_file_that_is_no_scan_is_refused_in_a_sentence(
    qtbot, page, sample, tmp_path, monkeypatch
):
    to_state(qtbot, page, sample, SIGNED)
    wrong = tmp_path / "ตาราง.txt"
    wrong.write_text("ไม่ใช่สแกน", encoding="utf-8")
    monkeypatch.setattr(files, "pick_open", lambda *_told: wrong)
    with qtbot.waitSignal(sample.failed) as told:
        page.panel.scan.attach.click()
    assert "โปรดสแกนเป็น" in told.args[0]


def test_the_list_says_state_number_and_how_many(page, sample):
    row = next(row for row in page.list.rows._rows if row.id == "letter")
    assert row.documents.startswith("ร่าง · ที่ ")
    sample.run(save_document, 2568, replace(letters(sample)[0], id=None, number="๗"))
    row = next(row for row in page.list.rows._rows if row.id == "letter")
    assert row.documents == "ร่าง · ที่ ๗ · ๒ ฉบับ"


def test_who_makes_another_choice_is_not_given_the_document_before(
    qtbot, page, tmp_path, monkeypatch
):
    monkeypatch.setattr(files, "pick_save", lambda *_told: tmp_path / "ออก.pdf")
    page.panel.form.field("to").replace_all("ผู้รับคนใหม่")
    page.save_pdf()
    open_form(qtbot, page, "memo")
    assert not (tmp_path / "ออก.pdf").exists()


def test_the_state_is_moved_by_keys(page, sample, keys):
    page.panel.stepper.steps[DocumentState.SUBMITTED].setFocus()
    keys(Qt.Key.Key_Return)
    assert shown(page, sample).state is DocumentState.SUBMITTED


def test_tab_goes_from_choosing_to_states_to_fields_as_they_stand(page, keys):
    panel, form = page.panel, page.panel.form
    stops = [panel.choice, panel.new, panel.more, *panel.stepper.steps.values(), panel.fold.head]
    fields = [form.field(text.key) for text in own_texts(page._form().texts)]
    stops += [form.number, form.day, *(getattr(each, "box", each) for each in fields[:6])]
    panel.choice.setFocus()
    for stop in stops:
        assert stop.hasFocus(), stop
        keys(Qt.Key.Key_Tab)


def test_everything_fits_beside_the_preview(qtbot, page):
    window = page.held_by
    window.resize(909, 470)  # what the frame leaves of 1093x543
    for form in ("letter", "memo", "minutes", "development", "ranking"):
        open_form(qtbot, page, form)
        room = page.panel.parentWidget().parentWidget().width()
        assert page.panel.parentWidget().width() <= room
        assert page.panel.minimumSizeHint().width() <= room


def test_what_was_done_can_be_taken_back_from_the_notice(page, sample):
    bar = NoticeBar(page)
    page.panel.remove()
    assert bar._text.text() == "ลบเอกสารแล้ว"
    bar._action.click()
    assert len(letters(sample)) == 1


def test_who_signs_unnamed_is_shown_in_grey_until_something_is_typed(page, sample):
    page.panel.new.click()
    fields = page.panel.form.signer("sign").fields
    head = fields["position"].placeholderText()
    who = Signatory("นางทดลอง แทนก่อน", "", "ปลัดตัวอย่าง", "รักษาราชการแทน")
    sample.run(save_settings, replace(sample.data.settings, signatories=(who,)))
    assert [fields[part].placeholderText() for part in ("name", "position", "acting")] == [
        "นางทดลอง แทนก่อน",
        "ปลัดตัวอย่าง",
        "รักษาราชการแทน",
    ]
    fields["name"].setText("นายคนอื่น")
    assert fields["position"].placeholderText() == head
    assert "ถ้ามี" in fields["acting"].placeholderText()


def test_what_the_file_refuses_stays_typed_until_it_can_be_kept(qtbot, page, sample, filled_store):
    field, document = page.panel.form.field("to"), page.panel.document
    field.replace_all("ผู้รับที่ค้างอยู่")
    move_document(filled_store, 2568, document, SIGNED)  # behind the window's back
    with qtbot.waitSignal(sample.failed):
        page.panel.saver.flush()
    assert page.unsaved()
    open_form(qtbot, page, "memo")
    assert page.unsaved()
    open_form(qtbot, page, "letter")
    assert page.panel.form.field("to").text() == "ผู้รับที่ค้างอยู่"
    sample._data = None
    page._reload()
    page.panel.note.back.click()
    page.panel.saver.flush()
    assert shown(page, sample).fields["to"] == "ผู้รับที่ค้างอยู่"
    assert page.unsaved() == ""


def test_a_new_document_is_written_at_once(page, keys):
    page.panel.fold.head.click()
    page.panel.new.click()
    assert page.panel.fold.is_open
    keys("๑๒")
    page.panel.saver.flush()
    assert shown(page, page._session).number == "๑๒"


def test_a_position_of_two_lines_stays_while_the_name_is_typed(page, sample):
    two = Signatory("นายทดลอง ระบบ", position="ปลัดตัวอย่าง\nปฏิบัติหน้าที่นายกตัวอย่าง")
    sample.run(save_document, 2568, replace(shown(page, sample), signatories=(two,)))
    name = page.panel.form.signer("sign").fields["name"]
    name.setText("นายทดลอง ใหม่")
    name.edited.emit()
    page.panel.saver.flush()
    assert shown(page, sample).signatories == (replace(two, name="นายทดลอง ใหม่"),)
