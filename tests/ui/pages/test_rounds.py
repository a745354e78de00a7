from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from itadesk.errors import BadValue
from itadesk.model.work import Measure, RoundReport, RoundStatus, Step
from itadesk.services.measures import remove_measure, save_measure
from itadesk.services.office import save_round_report
from itadesk.services.years import start_year
from itadesk.thai.percent import format_percent, parse_percent
from tests.helpers.keys import in_window, type_text
from ui.entries.rounds import progress
from ui.models.rounds import RoundModel, round_rows
from ui.pages.home import HomePage
from ui.pages.rounds import RoundsPage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def measures(session):
    """Three measures that nothing is reported of."""
    for title in ("จัดบัตรคิว", "อบรมบุคลากร", "เผยแพร่แผน"):
        plan = Measure(title=title, steps=(Step("วางแผน", unit="กองคลัง"),), units=("สำนักปลัด",))
        session.run(save_measure, 2568, plan)
    return [measure.id for measure in session.data.measures]


@pytest.fixture
def page(qtbot, session, measures):  # noqa: ARG001
    return in_window(qtbot, RoundsPage(session))


def report(session, measure_id, months=6):
    key = (measure_id, months)
    return next((r for r in session.data.rounds if (r.measure_id, r.months) == key), None)


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def choose_status(page, place):
    page.form.status.setCurrentIndex(place)
    page.form.status.activated.emit(place)


def test_all_fields_of_a_report_are_saved(page, session, measures):
    form = page.form
    retype(form.output, "ติดตั้งบัตรคิวแล้ว")
    retype(form.outcome, "ผู้รับบริการพอใจ")
    retype(form.progress, "62.5")
    retype(form.evidence, "ภาพถ่าย")
    retype(form.obstacles, "งบประมาณล่าช้า")
    choose_status(page, 2)
    form.output.setFocus()
    assert replace(report(session, measures[0]), id=None) == RoundReport(
        measures[0],
        6,
        "ติดตั้งบัตรคิวแล้ว",
        "ผู้รับบริการพอใจ",
        Decimal("62.5"),
        RoundStatus.UNDER_WAY,
        "ภาพถ่าย",
        "งบประมาณล่าช้า",
    )
    assert form.progress.text() == "๖๒.๕"
    assert page.subtitle() == "รายงานแล้ว ๑ จาก ๓ มาตรการ รอบ ๖ เดือน"


def test_a_text_is_saved_after_a_pause_and_undo_empties_the_box(qtbot, page, session, measures):
    retype(page.form.output, "จัดทำแล้ว")
    qtbot.waitUntil(lambda: report(session, measures[0]) is not None, timeout=3000)
    assert report(session, measures[0]).output == "จัดทำแล้ว"
    session.undo()
    assert page.form.output.text() == ""
    retype(page.form.output, "จัดทำใหม่")
    page.saver.flush()
    assert report(session, measures[0]).output == "จัดทำใหม่"


def test_each_measure_and_round_has_a_report_of_its_own(page, session, measures):
    retype(page.form.output, "ของรอบ ๖")
    page.choice.button(12).click()
    assert page.form.output.text() == ""
    assert page.subtitle() == "รายงานแล้ว ๐ จาก ๓ มาตรการ รอบ ๑๒ เดือน"
    retype(page.form.output, "ของรอบ ๑๒")
    page.measures.step(1)
    assert page.form.output.text() == ""
    page.choice.button(6).click()
    page.measures.choose(measures[0])
    assert page.form.output.text() == "ของรอบ ๖"
    assert report(session, measures[0], 12).output == "ของรอบ ๑๒"


def test_a_wrong_percentage_stays_is_explained_and_leaves_the_rest_to_be_saved(
    page, session, measures
):
    form = page.form
    retype(form.progress, "๔๐")
    page.saver.flush()
    retype(form.progress, "๑๒๐")
    retype(form.output, "จัดทำแล้ว")
    page.saver.flush()
    assert form.progress.text() == "๑๒๐"
    assert form.problem.isVisible()
    assert "ระหว่าง ๐ ถึง ๑๐๐ (กรอกไว้ ๑๒๐)" in form.problem.text()
    assert form.progress.property("wrong")
    saved = report(session, measures[0])
    assert (saved.progress, saved.output) == (Decimal(40), "จัดทำแล้ว")
    page.choice.button(12).click()
    assert not form.problem.isVisible()
    assert "๑ รายการ" in page.unsaved()
    page.choice.button(6).click()
    assert form.progress.text() == "๑๒๐"
    assert form.problem.isVisible()
    retype(form.progress, "90")
    assert not form.problem.isVisible()
    form.output.setFocus()
    assert report(session, measures[0]).progress == 90
    assert page.unsaved() == ""


def test_a_wrong_percentage_is_brought_into_view(qtbot, window, session, measures):  # noqa: ARG001
    window.resize(1024, 500)
    window.frame.show_page("rounds")
    form = window.frame.page().form
    retype(form.progress, "มาก")
    form.settle()
    edge = window.frame.page()._scroll.viewport()
    qtbot.waitUntil(
        lambda: form.problem.mapTo(edge, form.problem.rect().bottomLeft()).y() < edge.height()
    )


def test_the_earlier_round_is_taken_over_into_an_empty_report(page, session, measures):
    assert not page.copy.isEnabled()
    early = RoundReport(measures[0], 3, output="รอบสาม", progress=Decimal(20))
    session.run(save_round_report, early)
    session.run(save_round_report, replace(early, months=6, output="รอบหก"))
    page.choice.button(12).click()
    assert page.copy.toolTip() == "คัดลอกจากรอบ ๖ เดือน"
    page.copy.click()
    made = report(session, measures[0], 12)
    assert (made.output, made.progress) == ("รอบหก", Decimal(20))
    assert page.form.output.text() == "รอบหก"
    assert not page.copy.isEnabled()
    session.undo()
    assert report(session, measures[0], 12) is None
    assert page.form.output.text() == ""
    assert report(session, measures[0], 6).output == "รอบหก"


def test_nothing_typed_is_copied_over(page, session, measures):
    session.run(save_round_report, RoundReport(measures[0], 6, output="รอบหก"))
    page.choice.button(12).click()
    assert page.copy.isEnabled()
    retype(page.form.obstacles, "ก")
    assert not page.copy.isEnabled()
    assert "ยังไม่ได้กรอก" in page.copy.toolTip()
    page.form.obstacles.replace_all("")
    retype(page.form.progress, "๒๐๐")
    assert not page.copy.isEnabled()


def test_alt_down_goes_to_the_next_measure_and_saves(qtbot, page, session, measures):
    retype(page.form.output, "ก่อนไป")
    qtbot.keyClick(page.form.output, Qt.Key.Key_Down, ALT)
    assert report(session, measures[0]).output == "ก่อนไป"
    assert page.name.text() == "๒. อบรมบุคลากร"
    qtbot.keyClick(page.form.output, Qt.Key.Key_Up, ALT)
    assert page.form.output.text() == "ก่อนไป"


def test_tab_goes_through_the_fields_as_they_stand(page, keys):
    form = page.form
    form.output.setFocus()
    order = (form.outcome, form.progress, form.status, form.obstacles, form.evidence)
    for field in order:
        keys(Qt.Key.Key_Tab)
        assert field.hasFocus()


def test_the_main_action_goes_round_the_unreported_then_on_to_documents(page, session, measures):
    asked = []
    page.wants_page.connect(asked.append)
    for measure_id in measures[1:]:
        session.run(save_round_report, RoundReport(measure_id, 6, output="แล้ว"))
    page.measures.choose(measures[2])
    page.go_on.trigger()
    assert page.name.text() == "๑. จัดบัตรคิว"
    assert page.form.output.hasFocus()
    retype(page.form.output, "แล้ว")
    page.go_on.trigger()
    assert asked == ["documents"]
    assert page.go_on.text() == "ขั้นต่อไป: เอกสาร"


def test_the_plan_stands_beside_the_fields(page, session, measures):
    texts = [text.text() for text in page.form.planned.texts]
    assert texts[2:] == ["วางแผน (กองคลัง)", "", "สำนักปลัด"]
    assert not page.form.planned.texts[3].isVisible()
    later = next(m for m in session.data.measures if m.id == measures[0])
    session.run(save_measure, 2568, replace(later, activities="จัดทำป้าย"))
    assert page.form.planned.texts[1].text() == "จัดทำป้าย"


@pytest.mark.parametrize(
    ("typed", "chosen", "status"),
    [("100", 0, RoundStatus.DONE), ("99", 0, None), ("100", 2, RoundStatus.UNDER_WAY)],
)
def test_what_is_carried_out_whole_is_done(page, session, measures, typed, chosen, status):
    choose_status(page, chosen)
    retype(page.form.progress, typed)
    page.form.output.setFocus()
    assert report(session, measures[0]).status == status


def test_the_list_tells_status_and_progress(session, measures):
    done = RoundReport(measures[0], 6, "แล้ว", progress=Decimal(100), status=RoundStatus.DONE)
    session.run(save_round_report, done)
    session.run(save_round_report, replace(done, measure_id=measures[1], output=""))
    rows = round_rows(session.data, 6)
    assert [(row.sign, row.words, row.percent) for row in rows] == [
        ("✓", "แล้วเสร็จ", "๑๐๐%"),
        ("✓", "แล้วเสร็จ · ยังไม่เขียนผล", "๑๐๐%"),
        ("○", "ยังไม่รายงาน", ""),
    ]


def test_the_list_is_a_sound_model(qtmodeltester, sample):
    model = RoundModel()
    model.show_rows(round_rows(sample.data, 12))
    qtmodeltester.check(model)
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("มาตรการลำดับที่ ๑ จัดระบบบัตรคิว")
    assert spoken.endswith("แล้วเสร็จ ร้อยละ ๑๐๐")


def test_a_round_that_came_with_a_workbook_can_be_chosen(page, session, measures):
    assert page.choice.rounds() == (6, 12)
    session.run(save_round_report, RoundReport(measures[0], 4, output="รอบสี่"))
    assert page.choice.rounds() == (4, 6, 12)
    page.choice.button(4).click()
    assert page.form.output.text() == "รอบสี่"


def test_the_latest_round_that_was_begun_is_shown_first(qtbot, sample):
    page = in_window(qtbot, RoundsPage(sample))
    assert page.choice.button(12).isChecked()
    assert progress(sample.data).state == "done"


def test_progress_of_the_step(session, measures):
    assert progress(session.data).state == "none"
    assert progress(session.data).words == "รายงานแล้ว ๐ จาก ๓ มาตรการ รอบ ๖ เดือน"
    session.run(save_round_report, RoundReport(measures[0], 12, outcome="แล้ว"))
    assert progress(session.data).state == "begun"
    assert progress(session.data).words == "รายงานแล้ว ๑ จาก ๓ มาตรการ รอบ ๑๒ เดือน"


def test_home_tells_how_many_measures_are_reported_in_a_round(qtbot, sample):
    for each in sample.data.rounds:
        sample.run(save_round_report, RoundReport(each.measure_id, each.months, id=each.id))
    home = in_window(qtbot, HomePage(sample))
    (step,) = (each for each in home.road.strip.buttons if each.step.key == "round-6")
    assert step.step.how == "ภายใน ๓๑ มี.ค."
    first = sample.data.rounds[0]
    sample.run(save_round_report, replace(first, output="เริ่มแล้ว"))
    assert step.step.how == "รายงาน ๑/๑๐"


def test_removing_the_measure_shown_goes_to_its_neighbour(page, session, measures):
    page.measures.choose(measures[1])
    session.run(remove_measure, 2568, measures[1])
    assert page.name.text() == "๒. เผยแพร่แผน"
    session.undo()
    assert len(round_rows(session.data, 6)) == page.measures.rows.rowCount()


def test_without_measures_a_button_leads_to_them(window, session):
    window.frame.show_page("rounds")
    page = window.frame.page()
    shown = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
    assert [b.text() for b in shown] == ["ไปที่หน้ามาตรการ"]
    assert not page.go_on.isVisible()
    shown[0].click()
    assert window.frame.shown == "measures"
    session.run(save_measure, 2568, Measure(title="จัดบัตรคิว"))
    window.frame.show_page("rounds")
    assert page.choice.isVisible()


def test_another_year_keeps_its_own_reports(page, session, measures):
    retype(page.form.output, "ของปี ๒๕๖๘")
    session.run(start_year, 2567)
    session.show_year(2567)
    assert page._stack.currentIndex() == 1
    session.show_year(2568)
    assert page.form.output.text() == "ของปี ๒๕๖๘"
    assert report(session, measures[0]).output == "ของปี ๒๕๖๘"


def test_choosing_a_round_changes_the_line_below_the_title(window, session, measures):  # noqa: ARG001
    window.frame.show_page("rounds")
    window.frame.page().choice.button(12).click()
    assert window.frame.head.subtitle.text().endswith("รอบ ๑๒ เดือน")


@pytest.mark.parametrize("size", [(1024, 500), (1093, 543), (1366, 700)])
def test_everything_fits_and_can_be_hit(window, session, measures, size):  # noqa: ARG001
    window.frame.show_page("rounds")
    window.resize(*size)
    QApplication.processEvents()
    page = window.frame.page()
    assert (window.width(), window.height()) == size
    for area in page.findChildren(QAbstractScrollArea):
        assert not area.isVisible() or area.horizontalScrollBar().maximum() == 0, area
    assert page.form.width() == page.form.parentWidget().width()
    for part in page.form.findChildren(QWidget):
        if part.isVisible():
            assert part.mapTo(page.form, part.rect().topRight()).x() < page.form.width(), part
    fields = (page.form.progress, page.form.status, page.form.evidence, page.copy)
    assert min(each.height() for each in (*fields, page.choice.button(6))) >= 28
    assert all(each.accessibleName() for each in fields[:3])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("๖๐", "60"),
        ("60", "60"),
        (" 62.50 ", "62.5"),
        ("ร้อยละ ๖๐", "60"),
        ("60%", "60"),
        ("๐", "0"),
    ],
)
def test_percentages_as_offices_type_them(typed, number):
    assert parse_percent(typed, name="ร้อยละ") == Decimal(number)


@pytest.mark.parametrize("typed", ["๑๐๑", "-1", "มาก", "60,5"])
def test_what_is_no_percentage_is_said(typed):
    with pytest.raises(BadValue) as refusal:
        parse_percent(typed, name="ร้อยละความก้าวหน้า")
    assert f"กรอกไว้ {typed}" in str(refusal.value)


def test_percentages_are_shown_without_zeros_at_the_end():
    assert format_percent(Decimal("60.00")) == "๖๐"
    assert format_percent(Decimal(100)) == "๑๐๐"
    assert format_percent(None) == ""
