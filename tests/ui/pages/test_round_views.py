"""Narrowing, several at once, what is late, and the files of a round, through the window."""

from __future__ import annotations

from datetime import date

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.services.calendar import save_rounds
from itadesk.services.files import MOST_BYTES
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from tests.helpers.keys import in_window, type_text
from ui.dialogs import files
from ui.dialogs.rounds import RoundsDialog
from ui.entries.rounds import progress
from ui.models.rounds import LATE, SILENT
from ui.pages.rounds import RoundsPage
from ui.widgets.notice import NoticeBar

START, END = date(2025, 10, 1), date(2026, 9, 30)


@pytest.fixture
def measures(session):
    """Three measures of the plan year 2569, the last over at the end of January."""
    plans = (("จัดบัตรคิว", "สำนักปลัด", END), ("อบรม", "กองคลัง", END), ("เผยแพร่", "กองคลัง",
             date(2026, 1, 31)))  # fmt: skip
    for title, unit, end in plans:
        plan = Measure(title=title, units=(unit,), start=START, end=end)
        session.run(save_measure, 2568, plan)
    return [measure.id for measure in session.data.measures]


@pytest.fixture
def page(qtbot, session, measures):
    session.run(save_round_report, RoundReport(measures[0], 6, output="จัดแล้ว"))
    return in_window(qtbot, RoundsPage(session, lambda: date(2026, 4, 10)), 1040, 640)


@pytest.fixture
def notice(page):
    """The bar of the window that the page is in."""
    bar = NoticeBar()
    page.held_by.statusBar().addWidget(bar)
    return bar


def shown(page):
    rows = page.measures.rows
    return [rows.row(rows.index(place)).title for place in range(rows.rowCount())]


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def status_of(session, measure_id):
    found = {each.measure_id: each.status for each in session.data.rounds}
    return found.get(measure_id)


def test_the_list_is_narrowed_by_unit_and_by_state(page, session, measures):
    assert [page.bar.unit.itemText(n) for n in range(3)] == ["ทุกส่วนงาน", "กองคลัง", "สำนักปลัด"]
    choose(page.bar.unit, "กองคลัง")
    assert shown(page) == ["อบรม", "เผยแพร่"]
    assert page.name.text() == "๒. อบรม"
    page.bar.show_all()
    choose(page.bar.state, SILENT)
    assert shown(page) == ["อบรม", "เผยแพร่"]
    done = RoundReport(measures[2], 6, output="แล้ว", status=RoundStatus.DONE)
    session.run(save_round_report, done)
    choose(page.bar.state, LATE)
    assert shown(page) == ["อบรม"]
    choose(page.bar.state, "done")
    assert shown(page) == ["เผยแพร่"]


def test_what_is_typed_is_saved_before_the_list_is_narrowed(page, session):
    page.form.outcome.setFocus()
    type_text(page.form.outcome, "ดีขึ้น")
    choose(page.bar.unit, "กองคลัง")
    assert session.data.rounds[0].outcome == "ดีขึ้น"
    assert page.form.outcome.text() == ""


def test_a_report_that_is_being_written_stays_in_the_list(page, session):
    choose(page.bar.state, SILENT)
    page.form.output.setFocus()
    type_text(page.form.output, "อบรมแล้ว")
    page.saver.flush()
    assert page.name.text() == "๒. อบรม"
    assert shown(page) == ["อบรม", "เผยแพร่"]
    assert session.data.rounds[1].output == "อบรมแล้ว"
    page.go_on.trigger()
    assert page.name.text() == "๓. เผยแพร่"


def test_the_next_unreported_one_is_found_outside_the_list_too(page):
    choose(page.bar.unit, "สำนักปลัด")
    page.go_on.trigger()
    assert page.name.text() == "๒. อบรม"
    assert page.bar.wanted() == ("", "")


def test_a_list_without_any_measure_offers_all_of_them(qtbot, page):
    choose(page.bar.state, "cancelled")
    assert shown(page) == []
    assert not page.form.isVisible()
    offered = [b for b in page.findChildren(QPushButton) if b.text() == "แสดงทุกมาตรการ"]
    qtbot.mouseClick(offered[0], Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 3
    assert page.form.isVisible()


def test_the_board_tells_what_is_late_by_unit_and_leads_to_its_report(qtbot, page):
    assert page.bar.board.text() == "▲ งานล่าช้า ๒"
    qtbot.mouseClick(page.bar.board, Qt.MouseButton.LeftButton)
    tree = page.views.board.tree
    assert tree.isVisible()
    unit = tree.topLevelItem(0)
    assert (tree.topLevelItemCount(), unit.text(0)) == (1, "กองคลัง  ๒ มาตรการ")
    told = [[unit.child(n).text(column) for column in range(4)] for n in range(2)]
    assert told == [
        ["๓. เผยแพร่", "พ้นช่วงระยะเวลาแล้ว ยังไม่แล้วเสร็จ", "๓๑ ม.ค. ๒๕๖๙", "▲ ๖๙ วัน"],
        ["๒. อบรม", "ยังไม่รายงานผลรอบ ๖ เดือน", "๓๑ มี.ค. ๒๕๖๙", "▲ ๑๐ วัน"],
    ]
    tree.setCurrentItem(unit.child(1))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert page.measures.isVisible()
    assert (page.months, page.name.text()) == (6, "๒. อบรม")
    assert page.form.output.hasFocus()


def test_the_board_leads_to_a_measure_the_list_leaves_out(page, measures):
    choose(page.bar.unit, "สำนักปลัด")
    page.show_place("late")
    assert page.views.board.isVisible()
    page.views.board.chosen.emit(measures[1], 6)
    assert page.name.text() == "๒. อบรม"
    assert page.bar.wanted() == ("", "")


@pytest.mark.usefixtures("measures")
def test_nothing_late_is_said_so(qtbot, session):
    page = in_window(qtbot, RoundsPage(session, lambda: date(2025, 12, 1)))
    assert page.bar.board.text() == "งานล่าช้า"
    page.bar.board.click()
    assert not page.views.board.tree.isVisible()
    assert page.views.board.isVisible()


def test_several_measures_get_a_status_as_one_action(qtbot, page, session, measures):
    page.measures.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.measures, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    several = page.views.several
    assert several.isVisible()
    assert several.name.text() == "เลือกไว้ ๓ มาตรการ"
    several.buttons[RoundStatus.UNDER_WAY].click()
    assert [status_of(session, each) for each in measures] == [RoundStatus.UNDER_WAY] * 3
    assert session.undo_label() == "สถานะ ๓ มาตรการ"
    session.undo()
    assert {status_of(session, each) for each in measures} == {None}
    qtbot.keyClick(page.measures, Qt.Key.Key_Home)
    assert page.form.isVisible()


def test_quarters_are_chosen_and_a_round_with_reports_stays(page, session, monkeypatch):
    def quarters(dialog):
        dialog.presets[(3, 6, 9, 12)].click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RoundsDialog, "exec", quarters)
    action = next(each for each in page.actions() if each.text() == "กำหนดรอบรายงาน")
    action.trigger()
    assert session.data.own_rounds == (3, 6, 9, 12)
    assert page.choice.rounds() == (3, 6, 9, 12)

    def own(dialog):
        dialog.typed.clear()
        type_text(dialog.typed, "๔, ๘ และ 12")
        assert dialog.other.isChecked()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RoundsDialog, "exec", own)
    action.trigger()
    assert session.data.own_rounds == (4, 6, 8, 12)


@pytest.mark.usefixtures("measures")
def test_a_year_begins_with_the_first_round_that_is_kept(qtbot, session, monkeypatch):
    def typed(dialog):
        dialog.other.click()
        dialog.typed.setText("๔, ๘, ๑๒")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RoundsDialog, "exec", typed)
    page = in_window(qtbot, RoundsPage(session))
    next(each for each in page.actions() if each.text() == "กำหนดรอบรายงาน").trigger()
    assert (page.months, page.choice.rounds()) == (4, (4, 8, 12))
    assert progress(session.data).words == "รายงานแล้ว ๐ จาก ๓ มาตรการ รอบ ๔ เดือน"
    session.undo()
    assert in_window(qtbot, RoundsPage(session)).months == 6


def test_the_usual_rounds_are_none_of_the_office_s_own(page, session, monkeypatch):
    monkeypatch.setattr(RoundsDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    before = session.undo_label()
    RoundsDialog.ask(page, session)
    assert (session.data.own_rounds, session.undo_label()) == ((), before)


@pytest.mark.parametrize(
    ("typed", "word"), [("", "โปรดพิมพ์"), ("สิบ", "โปรดพิมพ์"), ("๖, ๓๐", "๒๔ เดือน")]
)
def test_months_that_make_no_rounds_are_explained(qtbot, session, typed, word):
    dialog = RoundsDialog(None, session.data)
    qtbot.addWidget(dialog)
    dialog.other.click()
    dialog.typed.setText(typed)
    dialog.try_accept()
    assert word in dialog.problem.text()
    assert not dialog.result()
    dialog.presets[(6, 12)].click()
    assert dialog.problem.isHidden()


@pytest.fixture
def attach(page, monkeypatch, tmp_path):
    """Attaches files that lie in a folder, through the picker."""

    def picked(*names):
        monkeypatch.setattr(files, "pick_several", lambda *_: tuple(tmp_path / n for n in names))
        page.form.files.attach.click()

    (tmp_path / "คำสั่ง.pdf").write_bytes(b"%PDF-1.7 x")
    Image.new("RGB", (400, 300), "teal").save(tmp_path / "อบรม.jpg")
    (tmp_path / "วิดีโอ.mp4").write_bytes(bytes(MOST_BYTES + 1))
    return picked


def test_files_and_photos_are_kept_with_the_round(page, session, measures, attach, notice):
    attach("คำสั่ง.pdf", "อบรม.jpg")
    kept = session.data.files
    assert {(each.measure, each.months) for each in kept} == {(measures[0], 6)}
    assert "แนบ ๒ ไฟล์แล้ว" in notice.text
    photo, order = page.form.files.rows
    assert (photo.caption.isHidden(), order.caption.isHidden()) == (False, True)
    assert photo.picture.pixmap().width() == 72
    photo.caption.setFocus()
    type_text(photo.caption, "วันอบรม")
    page.measures.step(1)
    assert page.form.files.rows == []
    assert next(each.caption for each in session.data.files if each.name == "อบรม.jpg") == "วันอบรม"
    page.measures.step(-1)
    page.form.files.rows[1].remove.click()
    assert [each.name for each in session.data.files] == ["อบรม.jpg"]
    session.undo()
    assert len(page.form.files.rows) == 2


def test_a_file_dropped_on_the_report_is_attached(page, session, tmp_path):
    (tmp_path / "คำสั่ง.pdf").write_bytes(b"%PDF-1.7 x")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "คำสั่ง.pdf"))])
    place, action = QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, action, dropped, Qt.MouseButton.LeftButton, none)
    page.form.files.dropEvent(event)
    assert [each.name for each in session.data.files] == ["คำสั่ง.pdf"]


def test_a_large_file_that_is_gone_is_found(page, attach, notice, tmp_path):
    check = next(each for each in page.actions() if each.text() == "ตรวจสอบไฟล์หลักฐาน")
    attach("วิดีโอ.mp4")
    check.trigger()
    assert notice.text.startswith("ไฟล์ที่เก็บไว้นอกโปรแกรม ๑ ไฟล์ยังอยู่ครบ")
    (tmp_path / "วิดีโอ.mp4").unlink()
    check.trigger()
    assert "ไม่พบไฟล์ “วิดีโอ.mp4”" in notice.text
    assert not page.form.files.rows[0].problem.isHidden()
    page.form.files.rows[0].open.click()
    assert "แนบใหม่" in notice.text


def test_a_file_that_is_no_picture_is_refused_and_the_others_are_kept(session, attach, tmp_path):
    refused = []
    session.failed.connect(refused.append)
    (tmp_path / "เสีย.png").write_bytes(b"x")
    attach("เสีย.png", "คำสั่ง.pdf")
    assert [each.name for each in session.data.files] == ["คำสั่ง.pdf"]
    assert "เสีย.png" in refused[0]


def test_an_address_that_cannot_be_opened_is_told_once_it_is_left(page, session):
    form = page.form
    form.evidence.setFocus()
    type_text(form.evidence, "คู่มือ www.example.go.th/x")
    assert not form.broken.isVisible()
    form.obstacles.setFocus()
    assert "“www.example.go.th/x”" in form.broken.text()
    assert session.data.rounds[0].evidence == "คู่มือ www.example.go.th/x"
    page.measures.step(1)
    assert not form.broken.isVisible()


@pytest.mark.usefixtures("measures")
def test_four_rounds_stand_in_one_line_and_the_page_does_not_scroll(window, session):
    session.run(save_rounds, 2568, (3, 6, 9, 12))
    window.frame.show_page("rounds")
    page = window.frame.page()
    QApplication.processEvents()
    tops = {page.choice.button(months).y() for months in page.choice.rounds()}
    assert tops == {0}
    assert page.height() < window.height()
