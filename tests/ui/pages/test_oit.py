from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from itadesk.errors import BadValue
from itadesk.model.office import Settings
from itadesk.model.oit import OitEntry
from itadesk.services.office import save_settings
from itadesk.services.oit import entries_of, save_oit_entry
from itadesk.services.years import start_year
from tests.helpers.keys import in_window, type_text
from ui.entries.oit import progress
from ui.models.oit import ANSWER, DAY, NAME, NOT_LISTED, UNIT, URL, OitModel, oit_rows
from ui.pages.oit import OitPage

DAY_OF_TEST = date(2026, 3, 9)
ADDRESS = "https://www.example.go.th/ข้อมูล?หน้า=1"
WRONG = "หน้าเว็บของเรา"


@pytest.fixture
def page(qtbot, session):
    session.run(save_settings, Settings(units=("สำนักปลัด", "กองคลัง")))
    return in_window(qtbot, OitPage(session, today=lambda: DAY_OF_TEST))


def entry(session, code="o1"):
    return next(each for each in session.ask(entries_of, session.year) if each.code == code)


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def cell(page, column, row=0, role=Qt.ItemDataRole.DisplayRole):
    return page.table.rows.data(page.table.rows.index(row, column), role)


def refusing(*_args):
    raise BadValue("บันทึกไม่ได้ในขณะนี้ โปรดลองอีกครั้ง")


def test_all_fields_of_an_item_are_saved_and_seen_in_the_table(page, session):
    form = page.form
    form.answers[True].click()
    form.urls.replace_all(f"{ADDRESS}\n\n www.example.go.th/b ")
    retype(form.explanation, "รวมไว้หน้าเดียว")
    retype(form.unit.line, "กองช่าง")
    retype(form.checked, "1/3/69")
    form.explanation.setFocus()
    urls = (ADDRESS, "www.example.go.th/b")
    kept = OitEntry("o1", True, urls, "รวมไว้หน้าเดียว", "กองช่าง", date(2026, 3, 1))
    assert entry(session) == kept
    shown = [cell(page, column) for column in (ANSWER, URL, UNIT, DAY)]
    assert shown == ["มี", "✓", "กองช่าง", "๑ มี.ค. ๒๕๖๙"]


def test_the_three_answers(page, session):
    page.form.answers[False].click()
    assert entry(session).answer is False
    assert cell(page, ANSWER) == "ไม่มี"
    page.form.answers[None].click()
    assert session.data.oit == ()
    assert cell(page, ANSWER) == "ยังไม่ระบุ"


def test_how_far_is_said_on_the_page_and_in_the_rail(page, session, sample):
    assert page.subtitle() == "กรอกแล้ว ๐ จาก ๒๘ ข้อ"
    assert progress(session.data).state == "none"
    page.form.answers[False].click()
    assert page.subtitle() == "กรอกแล้ว ๑ จาก ๒๘ ข้อ"
    assert progress(session.data).state == "begun"
    assert progress(session.data).words == page.subtitle()
    assert progress(sample.data).state == "done"


def test_an_item_that_is_there_without_an_address_is_marked_with_words(page):
    assert cell(page, URL) == "–"
    page.form.answers[True].click()
    assert cell(page, URL) == "▲"
    words = cell(page, URL, role=Qt.ItemDataRole.AccessibleTextRole)
    assert words == "ตอบว่ามี แต่ยังไม่ได้กรอก URL"


def test_a_text_is_saved_after_a_pause_and_undo_shows_the_one_before(qtbot, page, session):
    retype(page.form.explanation, "อยู่ระหว่างจัดทำ")
    qtbot.waitUntil(lambda: entry(session).explanation == "อยู่ระหว่างจัดทำ", timeout=3000)
    session.undo()
    assert page.form.explanation.text() == ""
    assert entry(session).empty


def test_what_is_no_address_stays_is_explained_and_leaves_the_rest_to_be_saved(page, session):
    form = page.form
    retype(form.urls, WRONG)
    retype(form.explanation, "ยังบันทึกได้")
    page.saver.flush()
    assert form.urls.toPlainText() == WRONG
    assert "ข้อ o๑ ยังไม่ถูกต้อง" in form.url_problem.text()
    assert form.url_problem.isVisible()
    assert form.urls.property("wrong")
    assert (entry(session).urls, entry(session).explanation) == ((), "ยังบันทึกได้")
    assert "ข้อ o๑ ยังไม่ได้บันทึก" in page.unsaved()
    retype(form.urls, ADDRESS)
    assert not form.url_problem.isVisible()
    page.saver.flush()
    assert entry(session).urls == (ADDRESS,)
    assert page.unsaved() == ""


def test_what_cannot_be_saved_is_there_again_after_another_item_and_another_year(page, session):
    form = page.form
    retype(form.urls, WRONG)
    retype(form.checked, "๓๑ ก.พ. ๒๕๖๙")
    page.table.selectRow(4)
    assert form.urls.toPlainText() == ""
    assert not form.url_problem.isVisible()
    page.table.selectRow(0)
    assert form.urls.toPlainText() == WRONG
    session.run(start_year, 2567)
    session.show_year(2567)
    assert form.urls.toPlainText() == ""
    session.show_year(2568)
    page.table.selectRow(0)
    assert form.urls.toPlainText() == WRONG
    assert form.checked.text() == "๓๑ ก.พ. ๒๕๖๙"
    assert "ไม่มีในปฏิทิน" in form.day_problem.text()
    assert session.data.oit == ()


def test_what_the_file_refuses_stays_typed_for_another_try(page, session, monkeypatch):
    problems = []
    session.failed.connect(problems.append)
    with monkeypatch.context() as full:
        full.setattr("ui.pages.oit.save_oit_entry", refusing)
        retype(page.form.explanation, "ยังไม่ได้อยู่ในไฟล์")
        page.table.selectRow(1)
    assert problems == ["บันทึกไม่ได้ในขณะนี้ โปรดลองอีกครั้ง"]
    assert "ข้อ o๑ " in page.unsaved()
    page.table.selectRow(0)
    assert page.form.explanation.text() == "ยังไม่ได้อยู่ในไฟล์"
    page.table.selectRow(1)
    assert entry(session).explanation == "ยังไม่ได้อยู่ในไฟล์"


def test_today_with_one_click(page, session):
    page.form.today.click()
    assert page.form.checked.text() == "๙ มี.ค. ๒๕๖๙"
    assert entry(session).checked_on == DAY_OF_TEST


def test_a_unit_is_chosen_from_those_of_the_office(page, session):
    menu = page.form.unit.menu()
    assert [action.text() for action in menu.actions()] == ["สำนักปลัด", "กองคลัง"]
    menu.actions()[1].trigger()
    assert page.form.unit.line.text() == "กองคลัง"
    assert entry(session).unit == "กองคลัง"


def test_a_unit_completed_while_typing_is_saved(page, session):
    retype(page.form.unit.line, "คลัง")
    page.saver.flush()
    page.form.unit.line.completer().activated.emit("กองคลัง")
    assert entry(session).unit == "กองคลัง"


def test_addresses_are_copied_as_they_stand(page, clipboard):
    assert not page.form.copy.isEnabled()
    page.form.urls.replace_all(f" {ADDRESS} \nwww.example.go.th/b\n")
    page.form.copy.click()
    assert clipboard.text() == f"{ADDRESS}\nwww.example.go.th/b"


def test_alt_and_arrows_go_to_the_items_beside_and_save(qtbot, page, session):
    retype(page.form.explanation, "ก่อนไปข้ออื่น")
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(page.form.explanation, Qt.Key.Key_Down, alt)
    assert page.name.text().startswith("o๒ ")
    assert page.table.currentIndex().row() == 1
    assert page.form.explanation.text() == ""
    assert page.form.explanation.hasFocus()
    assert entry(session).explanation == "ก่อนไปข้ออื่น"
    qtbot.keyClick(page.form.explanation, Qt.Key.Key_Up, alt)
    assert page.form.explanation.text() == "ก่อนไปข้ออื่น"
    assert not page.up.isEnabled()


def test_the_main_action_goes_to_the_next_item_without_an_answer(page, session):
    for code in ("o1", "o3"):
        session.run(save_oit_entry, 2568, OitEntry(code, answer=False))
    page.table.choose("o2")
    page.form.answers[True].click()
    page.go_on.trigger()
    assert page.name.text().startswith("o๔ ")
    page.table.choose("o28")
    page.form.answers[True].click()
    page.go_on.trigger()
    assert page.name.text().startswith("o๔ ")


def test_when_all_is_answered_the_documents_are_next(qtbot, sample):
    page = in_window(qtbot, OitPage(sample))
    assert page.go_on.text() == "จัดทำเอกสาร"
    with qtbot.waitSignal(page.wants_page) as asked:
        page.go_on.trigger()
    assert asked.args == ["documents"]


def test_another_year_shows_its_own_items(page, session):
    page.form.answers[True].click()
    session.run(start_year, 2566)
    session.show_year(2566)
    assert page.table.rows.rowCount() == 43
    assert page.form.answers[None].isChecked()
    session.show_year(2568)
    assert page.form.answers[True].isChecked()


def test_an_entry_of_no_item_is_shown_last_and_cannot_be_changed(page, session, store):
    with store.transaction("จากไฟล์อื่น"):
        store.oit.save(2568, OitEntry("o99", True, (ADDRESS,)))
    session.run(save_oit_entry, 2568, OitEntry("o1", answer=True))
    last = page.table.rows.rowCount() - 1
    assert cell(page, NAME, last) == NOT_LISTED
    page.table.choose("o99")
    assert page.form.note.isVisible()
    assert not page.form.urls.isEnabled()
    assert page.form.copy.isEnabled()
    assert page.subtitle() == "กรอกแล้ว ๑ จาก ๒๘ ข้อ"
    page.table.choose("o1")
    assert not page.form.note.isVisible()
    assert page.form.urls.isEnabled()


def test_rows_are_as_high_as_their_lines_after_the_window_grew(qtbot, session):
    page = in_window(qtbot, OitPage(session), width=780, height=400)
    table = page.table

    def heights():
        return [table.rowHeight(row) for row in range(28)]

    def fits():
        least = table.verticalHeader().sectionSizeHint(0)
        return heights() == [max(least, table.sizeHintForRow(row)) for row in range(28)]

    qtbot.waitUntil(fits)
    before = heights()
    assert len(set(before)) > 1
    table.choose("o28")
    page.held_by.resize(1600, 400)
    qtbot.waitUntil(lambda: fits() and sum(heights()) < sum(before))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


@pytest.mark.parametrize(("width", "hidden"), [(1100, False), (780, True)])
def test_where_there_is_little_room_unit_and_day_stand_in_the_form_only(
    qtbot, session, width, hidden
):
    page = in_window(qtbot, OitPage(session), width=width, height=400)
    assert page.table.isColumnHidden(UNIT) is hidden
    assert page.table.isColumnHidden(DAY) is hidden
    assert page.table.horizontalScrollBar().maximum() == 0


def test_the_table_of_items_is_a_sound_model(qtmodeltester, sample):
    model = OitModel()
    model.show_rows(oit_rows(sample.data))
    qtmodeltester.check(model)
    assert model.data(model.index(0, 0)) == "o๑"
