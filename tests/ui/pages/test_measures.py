from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from itadesk.model.work import Finding, RoundStatus, Step
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.years import start_year
from tests.helpers.keys import in_window, type_text
from ui.entries.measures import progress
from ui.models.measures import ANSWERS, PROGRESS, MeasureModel, steps_of
from ui.pages.measures import MeasuresPage
from ui.widgets.numbering import numbered


@pytest.fixture
def page(qtbot, sample):
    return in_window(qtbot, MeasuresPage(sample))


def measure(session, place=0):
    return session.data.measures[place]


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def test_a_measure_is_added_for_an_indicator_with_its_cause_and_the_fiscal_year(qtbot, session):
    page = in_window(qtbot, MeasuresPage(session))
    session.run(save_finding, 2568, Finding(indicator=3, cause="ขาดการสื่อสาร"))
    words = "๓ การใช้อำนาจ"
    next(action for action in page.menu().actions() if action.text() == words).trigger()
    made = measure(session)
    assert (made.indicator, made.analysis) == (3, "ขาดการสื่อสาร")
    assert (made.start, made.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert page.form.period.start.text() == "๑ ต.ค. ๒๕๖๘"
    assert page.form.title.hasFocus()


def test_the_menu_names_indicators_without_a_measure_first(page, sample):
    for _ in range(2):
        page.remove.click()
    words = [action.text() for action in page.menu().actions() if action.text()]
    assert words[0] == "ยังไม่มีมาตรการ"
    assert words[1:3] == ["๑ การปฏิบัติหน้าที่", "๒ การใช้งบประมาณ"]
    assert "ยังไม่มีมาตรการ ๒ ตัวชี้วัด" in page.subtitle()
    assert progress(sample.data).state == "begun"


def test_all_fields_of_a_measure_are_saved(page, sample):
    form = page.form
    retype(form.title, "อบรมบุคลากร")
    retype(form.activities, "๑. จัดอบรม")
    retype(form.analysis, "บุคลากรยังไม่เข้าใจ")
    retype(form.steps, "วางแผน")
    retype(form.period.free, "ทุกไตรมาส")
    retype(form.responsible, "คณะทำงาน")
    form.more.open(True)
    retype(form.success, "ร้อยละผู้ผ่าน")
    retype(form.target, "ร้อยละ ๘๐")
    retype(form.budget, "๑๐,๐๐๐ บาท")
    retype(form.overseer, "ปลัด")
    form.title.setFocus()
    saved = measure(sample)
    assert (saved.title, saved.activities, saved.analysis) == (
        "อบรมบุคลากร",
        "๑. จัดอบรม",
        "บุคลากรยังไม่เข้าใจ",
    )
    assert [step.text for step in saved.steps] == ["วางแผน"]
    assert (saved.period_text, saved.responsible) == ("ทุกไตรมาส", "คณะทำงาน")
    assert (saved.success, saved.target) == ("ร้อยละผู้ผ่าน", "ร้อยละ ๘๐")
    assert (saved.budget, saved.overseer) == ("๑๐,๐๐๐ บาท", "ปลัด")


def test_a_text_is_saved_after_a_pause_and_undo_shows_the_one_before(qtbot, page, sample):
    before = measure(sample).activities
    retype(page.form.activities, "กิจกรรมใหม่")
    qtbot.waitUntil(lambda: measure(sample).activities == "กิจกรรมใหม่", timeout=3000)
    sample.undo()
    assert measure(sample).activities == before
    assert page.form.activities.text() == before


def test_going_to_another_measure_saves(page, sample):
    retype(page.form.title, "ก่อนไปมาตรการอื่น")
    page.table.selectRow(1)
    assert measure(sample).title == "ก่อนไปมาตรการอื่น"
    assert page.form.title.text() == measure(sample, 1).title


def test_a_wrong_date_stays_is_explained_and_leaves_the_rest_to_be_saved(page, sample):
    form = page.form
    retype(form.period.start, "๓๑ ก.พ. ๒๕๖๙")
    retype(form.title, "ชื่อที่ยังบันทึกได้")
    page.saver.flush()
    assert form.period.start.text() == "๓๑ ก.พ. ๒๕๖๙"
    assert form.period.problem.isVisible()
    assert "ไม่มีในปฏิทิน" in form.period.problem.text()
    assert form.period.start.property("wrong")
    assert measure(sample).start == date(2025, 10, 1)
    assert measure(sample).title == "ชื่อที่ยังบันทึกได้"
    page.table.selectRow(1)
    assert not form.period.problem.isVisible()
    page.table.selectRow(0)
    assert form.period.start.text() == "๓๑ ก.พ. ๒๕๖๙"
    assert form.period.problem.isVisible()
    retype(form.period.start, "1/2/69")
    form.title.setFocus()
    assert measure(sample).start == date(2026, 2, 1)
    assert form.period.start.text() == "๑ ก.พ. ๒๕๖๙"
    assert not form.period.problem.isVisible()


def test_a_start_after_the_end_is_explained_and_not_taken(page, sample):
    retype(page.form.period.start, "๑ ต.ค. ๒๕๗๐")
    page.form.title.setFocus()
    assert "อยู่หลังวันสิ้นสุด" in page.form.period.problem.text()
    assert measure(sample).start == date(2025, 10, 1)


def test_half_a_year_is_not_taken_for_a_year_while_it_is_typed(page, sample):
    retype(page.form.period.end, "๓๐ ก.ย. ๒๕")
    assert not page.saver.pending
    type_text(page.form.period.end, "๖๙")
    page.saver.flush()
    assert measure(sample).end == date(2026, 9, 30)


def test_the_whole_fiscal_year_with_one_click(page, sample):
    retype(page.form.period.start, "๑ ม.ค. ๒๕๖๙")
    page.form.period.whole.click()
    assert page.form.period.start.text() == "๑ ต.ค. ๒๕๖๘"
    assert measure(sample).start == date(2025, 10, 1)


def test_units_are_chosen_and_a_new_one_joins_the_settings(page, sample):
    form = page.form
    form.units._buttons["กองช่าง"].click()
    assert "กองช่าง" in measure(sample).units
    form.units.line.setFocus()
    type_text(form.units.line, "กองสวัสดิการสังคม")
    form.title.setFocus()
    assert "กองสวัสดิการสังคม" in measure(sample).units
    assert "กองสวัสดิการสังคม" in sample.data.settings.units


def test_a_unit_and_a_date_still_being_typed_are_kept_when_the_file_is_closed(page, sample):
    told = []
    sample.changed.connect(lambda _changes: told.append(measure(sample)))
    page.form.units.line.setFocus()
    type_text(page.form.units.line, "กองสาธารณสุข")
    sample.settling.emit()
    retype(page.form.period.end, "31/8/69")
    sample.settling.emit()
    assert "กองสาธารณสุข" in measure(sample).units
    assert measure(sample).end == date(2026, 8, 31)


def test_lines_of_steps_keep_their_dates_and_unit():
    before = (Step("ประชุม", date(2026, 1, 1), date(2026, 1, 31), "กองคลัง"), Step("รายงาน"))
    assert steps_of("จัดหา\nประชุม\n\nรายงาน", before) == (Step("จัดหา"), *before)
    assert steps_of("ประชุมใหม่\nรายงาน", before)[0].unit == "กองคลัง"


def test_numbering_the_lines_is_undone_without_what_was_typed_before(page, sample):
    form = page.form
    form.steps.begin("")
    retype(form.steps, "วางแผน")
    form.steps.insertPlainText("\n- ทำ\n๒) รายงาน")
    form.number.click()
    assert form.steps.text() == "๑. วางแผน\n๒. ทำ\n๓. รายงาน"
    assert [step.text for step in measure(sample).steps][2] == "๓. รายงาน"
    sample.undo()
    assert form.steps.toPlainText() == "วางแผน\n- ทำ\n๒) รายงาน"


def test_numbering_leaves_numbers_that_belong_to_the_text():
    assert numbered("๑๕๐ คน\n๒.๕ ล้านบาท") == "๑. ๑๕๐ คน\n๒. ๒.๕ ล้านบาท"


def test_removing_can_be_undone(page, sample):
    title = measure(sample).activities
    page.remove.click()
    assert measure(sample).activities != title
    sample.undo()
    assert measure(sample).activities == title
    assert len(sample.data.measures) == page.table.rows.rowCount()


def test_alt_down_moves_a_measure(qtbot, page, sample):
    moved = measure(sample).id
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each.id for each in sample.data.measures].index(moved) == 1
    assert page.name.text() == "มาตรการลำดับที่ ๒"
    qtbot.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert measure(sample).id == moved


def test_another_indicator_takes_its_finding_along(page, sample):
    first = measure(sample)
    page.form.indicator.setCurrentIndex(1)
    page.form.indicator.activated.emit(1)
    assert measure(sample).indicator == 2
    assert measure(sample).findings != first.findings


def test_another_year_shows_its_own_measures(page, sample):
    retype(page.form.title, "ของปี ๒๕๖๘")
    sample.run(start_year, 2567)
    sample.show_year(2567)
    assert page._stack.currentIndex() == 1
    sample.show_year(2568)
    assert page.form.title.text() == "ของปี ๒๕๖๘"


def test_the_table_of_measures_is_a_sound_model(qtmodeltester, sample):
    model = MeasureModel()
    model.show_data(sample.data)
    qtmodeltester.check(model)
    assert [model.data(model.index(0, column)) for column in range(6)] == [
        "๑",
        "จัดระบบบัตรคิวและจุดบริการเบ็ดเสร็จ",
        "i๒ · ๑ การปฏิบัติหน้าที่",
        "สำนักปลัด",
        "๑ ต.ค. ๒๕๖๘ – ๓๐ ก.ย. ๒๕๖๙",
        "✓ ๑๐๐%",
    ]


def test_the_table_follows_what_is_reported_and_answered(page, sample):
    rows = page.table.rows
    report = next(each for each in sample.data.rounds if each.months == 12)
    cancelled = replace(report, status=RoundStatus.CANCELLED, progress=None)
    sample.run(save_round_report, cancelled)
    place = rows.place(report.measure_id)
    assert rows.data(rows.index(place, PROGRESS)) == "× ยกเลิก"
    sample.run(save_measure, 2568, replace(rows.measures[place], findings=()))
    assert rows.data(rows.index(place, ANSWERS)) == "๑ การปฏิบัติหน้าที่"


def test_findings_are_ticked_by_keys_and_named(page, sample, keys):
    picker = page.form.findings
    assert picker.names.text() == "ตอบผลการวิเคราะห์: ตัวชี้วัดที่ ๑ ข้อ i๒"
    popup = picker.drop()
    type_text(popup.filter, "ตัวชี้วัดที่ ๒")
    keys(Qt.Key.Key_Return)
    popup.close()
    second = next(each.id for each in sample.data.findings if each.indicator == 2)
    assert second in measure(sample).findings
    assert len(measure(sample).findings) == 2
    assert "ตัวชี้วัดที่ ๑ ข้อ i๒ · ตัวชี้วัดที่ ๒ ข้อ i๖" in picker.names.text()
    sample.undo()
    assert len(picker.chosen()) == 1


def test_the_findings_of_another_measure_are_its_own(page, sample):
    page.table.selectRow(1)
    assert page.form.findings.chosen() == measure(sample, 1).findings
    assert not page.form.unsaved


@pytest.mark.parametrize(
    ("part", "start", "end"),
    [
        ("ทั้งปีงบประมาณ", date(2025, 10, 1), date(2026, 9, 30)),
        ("ครึ่งปีหลัง", date(2026, 4, 1), date(2026, 9, 30)),
        ("ไตรมาสที่ ๒", date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_a_part_of_the_plan_year_is_taken_from_the_menu(page, sample, part, start, end):
    actions = page.form.period.menu().actions()
    assert len(actions) == 7
    next(each for each in actions if each.text().startswith(part)).trigger()
    assert (measure(sample).start, measure(sample).end) == (start, end)


def test_a_row_is_dragged_below_another(page, sample):
    moved, table = measure(sample).id, page.table
    table.selectRow(0)
    below = table.visualRect(table.rows.index(2, 0)).bottomLeft()
    place = QPointF(below + QPoint(20, -1))
    mime, none = table.rows.mimeData([table.rows.index(0, 0)]), Qt.KeyboardModifier.NoModifier
    how = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, none)
    table.dropEvent(QDropEvent(place, *how))
    assert [each.id for each in sample.data.measures].index(moved) == 2
    assert page.name.text() == "มาตรการลำดับที่ ๓"


def test_a_step_put_in_between_leaves_the_others_their_dates(page, sample):
    first, *_ = before = measure(sample).steps
    dated = replace(first, start=date(2026, 1, 1), end=date(2026, 1, 31), unit="กองคลัง")
    sample.run(save_measure, 2568, replace(measure(sample), steps=(dated, *before[1:])))
    lines = ["ประชุมคณะทำงาน", *page.form.steps.toPlainText().split("\n")]
    page.form.steps.replace_all(numbered("\n".join(lines)))
    page.saver.flush()
    steps = measure(sample).steps
    assert len(steps) == len(before) + 1
    assert (steps[1].text[:3], steps[1].unit, steps[1].end) == ("๒. ", "กองคลัง", dated.end)


def test_the_field_that_has_the_keys_after_adding_is_seen_on_a_small_screen(qtbot, session):
    page = in_window(qtbot, MeasuresPage(session), 900, 460)
    page.add(1)
    title = page.form.title
    assert title.hasFocus()
    assert title.visibleRegion().boundingRect() == title.rect()


def test_the_line_being_written_is_seen_in_a_box_that_grows(qtbot, sample):
    page = in_window(qtbot, MeasuresPage(sample), 900, 300)
    steps = page.form.steps
    steps.setFocus()
    QApplication.clipboard().setText("\n".join(["ขั้นตอนที่ยาวพอควร"] * 9))
    QTest.keyClick(steps, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    seen = steps.viewport().visibleRegion
    qtbot.waitUntil(lambda: seen().contains(steps.cursorRect()))
