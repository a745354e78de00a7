from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.catalogue.structure import set_question_count
from itadesk.model.work import Finding
from itadesk.services.catalogues import save_catalogue
from itadesk.services.findings import save_finding
from itadesk.services.sample import sample_office
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import catalogue_of, start_year
from tests.helpers.keys import in_window, type_text
from ui.app import make_window
from ui.entries.analysis import progress
from ui.models.indicators import IndicatorModel, Written, indicator_rows
from ui.pages.analysis import AnalysisPage
from ui.taking_back import UndoKeys
from ui.widgets.pick_popup import PickPopup


@pytest.fixture
def page(qtbot, sample):
    return in_window(qtbot, AnalysisPage(sample))


def cause_of(session, no, place=0):
    return [f.cause for f in session.data.findings if f.indicator == no][place]


def type_cause(page, text, box=0):
    field = page.findings.boxes[box].cause
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    return field


def test_a_cause_is_saved_when_the_box_is_left(page, sample):
    type_cause(page, "บุคลากรใหม่ยังไม่ทราบขั้นตอน")
    assert cause_of(sample, 1) != "บุคลากรใหม่ยังไม่ทราบขั้นตอน"
    page.findings.boxes[0].guideline.setFocus()
    assert cause_of(sample, 1) == "บุคลากรใหม่ยังไม่ทราบขั้นตอน"


def test_a_cause_is_saved_after_a_pause(qtbot, page, sample):
    type_cause(page, "พิมพ์แล้วหยุด")
    qtbot.waitUntil(lambda: cause_of(sample, 1) == "พิมพ์แล้วหยุด", timeout=3000)


def test_saving_does_not_touch_the_box_that_is_typed_in(page, sample):
    field = type_cause(page, "มีช่องว่างท้าย ")
    page.saver.flush()
    assert cause_of(sample, 1) == "มีช่องว่างท้าย"
    assert field.toPlainText() == "มีช่องว่างท้าย "
    sample.undo()  # what the file holds is taken back there, and the box follows
    assert field.toPlainText() == cause_of(sample, 1) != "มีช่องว่างท้าย"


def test_going_to_another_indicator_saves(page, sample):
    type_cause(page, "ก่อนเปลี่ยนตัวชี้วัด")
    page.indicators.choose(2)
    assert cause_of(sample, 1) == "ก่อนเปลี่ยนตัวชี้วัด"
    assert page.findings.boxes[0].cause.text() == cause_of(sample, 2)
    assert page.indicators.currentIndex().row() == 1


def test_hiding_the_page_saves(page, sample):
    type_cause(page, "ก่อนไปหน้าอื่น")
    page.hide()
    assert cause_of(sample, 1) == "ก่อนไปหน้าอื่น"


def test_showing_another_year_saves(page, sample):
    sample.run(start_year, 2567)
    sample.show_year(2568)
    type_cause(page, "ก่อนเปลี่ยนปี")
    sample.show_year(2567)
    sample.show_year(2568)
    assert cause_of(sample, 1) == "ก่อนเปลี่ยนปี"


def test_closing_the_file_saves(qtbot, page, sample):
    type_cause(page, "ก่อนปิดไฟล์")
    with qtbot.waitSignal(sample.changed):
        sample.close()


def test_undo_takes_one_edit_back_and_shows_it(page, sample):
    before = cause_of(sample, 1)
    type_cause(page, "ข้อความใหม่")
    page.findings.boxes[0].guideline.setFocus()
    sample.undo()
    assert cause_of(sample, 1) == before
    assert page.findings.boxes[0].cause.text() == before


def test_undo_of_what_is_still_typed_takes_only_that_back(page, sample):
    before = cause_of(sample, 1)
    type_cause(page, "ยังไม่ทันบันทึก")
    sample.undo()
    assert cause_of(sample, 1) == before
    sample.redo()
    assert cause_of(sample, 1) == "ยังไม่ทันบันทึก"


def test_ctrl_z_undoes_in_the_box_first_and_then_in_the_file(qtbot, page, sample):
    window = page.window()
    undo = window.addAction("เลิกทำ")
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(sample.undo)
    UndoKeys(window)
    before = cause_of(sample, 1)
    field = type_cause(page, "ก")
    page.saver.flush()
    label = sample.undo_label()
    while field.document().isUndoAvailable():
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.undo_label() == label
    page.saver.flush()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sample.redo_label() is not None
    assert cause_of(sample, 1) in (before, "ก")


def test_a_first_finding_is_made_when_something_is_typed(qtbot, session):
    page = in_window(qtbot, AnalysisPage(session))
    assert session.data.findings == ()
    type_cause(page, "สาเหตุแรก")
    page.saver.flush()
    assert [f.cause for f in session.data.findings] == ["สาเหตุแรก"]
    page.findings.boxes[0].guideline.setPlainText("แนวทางแรก")
    page.saver.flush()
    assert len(session.data.findings) == 1
    assert session.data.findings[0].guideline == "แนวทางแรก"
    session.undo()
    session.undo()
    assert session.data.findings == ()
    assert page.findings.boxes[0].cause.text() == ""


def test_an_empty_box_makes_no_finding(qtbot, session):
    page = in_window(qtbot, AnalysisPage(session))
    type_cause(page, "ก")
    page.findings.boxes[0].cause.clear()
    page.indicators.choose(2)
    assert session.data.findings == ()


def test_what_is_refused_stays_and_is_saved_later(qtbot, session):
    session.run(save_finding, 2568, Finding(indicator=1, codes=("i3",), cause="เดิม"))
    page = in_window(qtbot, AnalysisPage(session))
    whole = session.ask(catalogue_of, 2568)
    without = whole
    for no in range(1, 6):
        without = set_question_count(without, no, 0)
    session.run(save_catalogue, without)  # the finding now names a question that is gone
    with qtbot.waitSignal(session.failed):
        type_cause(page, "พิมพ์แล้วถูกปฏิเสธ")
        page.indicators.choose(6)
    assert cause_of(session, 1) == "เดิม"
    session.run(save_catalogue, whole)
    page.indicators.choose(1)
    assert page.findings.boxes[0].cause.text() == "พิมพ์แล้วถูกปฏิเสธ"
    page.saver.flush()
    assert cause_of(session, 1) == "พิมพ์แล้วถูกปฏิเสธ"


def test_several_findings_of_an_indicator(qtbot, page, sample):
    page.findings.add()
    assert len(page.findings.boxes) == 2
    type_cause(page, "สาเหตุที่สอง", box=1)
    page.indicators.choose(2)
    page.indicators.choose(1)
    assert [box.cause.text() for box in page.findings.boxes][1] == "สาเหตุที่สอง"
    qtbot.mouseClick(page.findings.boxes[1].remove, Qt.MouseButton.LeftButton)
    assert len([f for f in sample.data.findings if f.indicator == 1]) == 1
    sample.undo()
    assert cause_of(sample, 1, 1) == "สาเหตุที่สอง"
    assert len(page.findings.boxes) == 2


def test_the_lowest_questions_are_marked_and_ties_all(page, sample):
    sample.run(
        record_scores,
        2568,
        [ScoreEntry("i1", "90"), ScoreEntry("i2", "90"), ScoreEntry("i3", "95")],
    )
    assert [q.code for q in page.questions.questions if q.lowest] == ["i1", "i2"]
    assert "i๑, i๒" in page.findings.boxes[0].about.text()


def test_the_lowest_of_twenty_items_is_brought_into_sight(qtbot, page, sample):
    items = [q.code for q in sample.data.catalogue.indicator(9).questions]
    scores = [ScoreEntry(code, "0" if code == items[-1] else "100") for code in items]
    sample.run(record_scores, 2568, scores)
    page.indicators.choose(9)
    bar = page.questions.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() - 20 > 0)
    page.indicators.choose(1)
    qtbot.waitUntil(lambda: bar.value() < 300)


def test_other_questions_can_be_picked(qtbot, page, sample):
    box = page.findings.boxes[0]
    box._pick_codes()
    picker = box.pick.findChild(PickPopup)
    qtbot.keyClick(picker.filter, Qt.Key.Key_Down)
    qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
    picker.close()
    assert [f.codes for f in sample.data.findings if f.indicator == 1] == [("i2",)]
    assert "เกี่ยวกับข้อ i๒" in box.about.text()


def test_a_reference_is_put_at_the_cursor(page, sample):
    box = page.findings.boxes[0]
    box.guideline.setPlainText("จัดทำคู่มือ")
    box.guideline.moveCursor(box.guideline.textCursor().MoveOperation.End)
    box.insert_reference("o10")
    page.saver.flush()
    assert sample.data.findings[0].guideline == "จัดทำคู่มือ (อ้างอิงจาก o๑๐)"


def test_a_full_indicator_says_that_nothing_is_needed_and_still_lets_write(qtbot, page, sample):
    sample.run(record_scores, 2568, [ScoreEntry(code, "100") for code in ("i1", "i2", "i3")])
    qtbot.mouseClick(page.findings.boxes[0].remove, Qt.MouseButton.LeftButton)
    assert page.findings.full.isVisible()
    assert page.findings.boxes == []
    assert indicator_rows(sample.data)[0].written is Written.NEEDLESS
    page.findings.add()
    type_cause(page, "เขียนไว้เป็นแนวปฏิบัติ")
    page.saver.flush()
    assert cause_of(sample, 1) == "เขียนไว้เป็นแนวปฏิบัติ"


def test_alt_down_goes_to_the_next_indicator(qtbot, page):
    field = page.findings.boxes[0].cause
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.name.text().startswith("ตัวชี้วัดที่ ๒")
    qtbot.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.name.text().startswith("ตัวชี้วัดที่ ๑")


def test_the_main_action_leads_to_what_is_missing_and_then_on(qtbot, session):
    page = in_window(qtbot, AnalysisPage(session))
    page.next_unwritten()
    assert page.name.text().startswith("ตัวชี้วัดที่ ๒")
    assert "ยังไม่ได้เขียน" in page.subtitle()
    assert progress(session.data).state == "none"


def test_when_all_is_written_the_main_action_goes_on_to_measures(qtbot, page, sample):
    assert progress(sample.data).state == "done"
    with qtbot.waitSignal(page.wants_page) as asked:
        page.go_on.trigger()
    assert asked.args == ["measures"]


def test_the_list_of_indicators_is_a_sound_model(qtmodeltester, sample):
    model = IndicatorModel()
    model.show_rows(indicator_rows(sample.data))
    qtmodeltester.check(model)
    assert model.data(model.index(0)) == "๑ การปฏิบัติหน้าที่"
    assert model.rowCount() == 10


def test_closing_the_window_keeps_what_was_being_typed(qtbot, settings, tmp_path):
    path = tmp_path / "หน่วยงาน.itadesk"
    store = create_store(path, sample_office())
    start_year(store, 2568)
    store.close()
    window = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open_path(path)
    window.frame.show_page("analysis")
    type_cause(window.frame.page(), "พิมพ์ค้างไว้แล้วปิดโปรแกรม")
    window.close()
    store = open_store(path)
    assert [finding.cause for finding in store.findings.of_year(2568)] == ["พิมพ์ค้างไว้แล้วปิดโปรแกรม"]
    store.close()


def test_going_to_another_page_by_its_key_keeps_what_was_being_typed(window):
    window.frame.show_page("analysis")
    type_cause(window.frame.page(), "แล้วไปหน้าเอกสาร")
    window.frame.show_page("documents")
    assert cause_of(window.session, 1) == "แล้วไปหน้าเอกสาร"


def test_tab_goes_from_the_cause_to_the_guideline(qtbot, page):
    box = page.findings.boxes[0]
    box.cause.setFocus()
    qtbot.keyClick(box.cause, Qt.Key.Key_Tab)
    assert box.guideline.hasFocus()


def test_an_indicator_without_known_questions_says_so(page, sample):
    without = set_question_count(sample.ask(catalogue_of, 2568), 1, 0)
    sample.run(save_catalogue, without)
    words = [label.text() for label in page.questions.findChildren(QLabel)]
    assert words == ["ยังไม่ทราบข้อคำถามของตัวชี้วัดนี้ เพิ่มได้ที่หน้าคะแนน"]
