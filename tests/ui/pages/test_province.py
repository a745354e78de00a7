"""The province's page: files come in, offices are ranked, filtered, looked at and sent back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from db.opening import open_store
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import ExpectedOffice, FileState
from itadesk.model.work import Measure, RoundReport
from itadesk.services.exchange import export_workbook
from itadesk.services.measures import save_measure
from itadesk.services.office import save_office, save_round_report
from itadesk.services.province import save_expected
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import start_year
from ui.dialogs import files
from ui.dialogs.consolidate import ConsolidateDialog
from ui.dialogs.gather_reports import GatherReportsDialog
from ui.dialogs.office_list import OfficeListDialog
from ui.dialogs.office_view import OfficeView
from ui.dialogs.reminder_set import ReminderSetDialog
from ui.dialogs.standing import RemarkDialog
from ui.models.offices import PART_COLUMNS, RATING
from ui.pages.province import ProvincePage
from ui.session import Session
from ui.widgets.office_table import OfficeTable

YEAR = sample_year()
ANNOUNCED = "ชื่อหน่วยงาน\tอำเภอ\tคะแนนภาพรวม\tระดับ\nเทศบาลตำบลสาม\tเมือง\t70\tไม่ผ่าน\nหน่วยสี่\tเมือง\t\t\n"
ACCEPTED = QDialog.DialogCode.Accepted


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Two workbooks of offices: the second scores 50 in i1."""
    folder = tmp_path_factory.mktemp("sent")
    store = open_store(None)
    for number, score in ((1, None), (2, "50")):
        office = replace(sample_office(), name=f"องค์การบริหารส่วนตำบลที่ {number}", code=f"10{number}")
        if number == 1:
            save_office(store, office)
            fill_sample(store)
        save_office(store, office)
        if score:
            record_scores(store, YEAR, [ScoreEntry("i1", score)])
        export_workbook(store, YEAR, folder / f"{number}.xlsx")
    store.close()
    (folder / "เสีย.xlsx").write_bytes(b"not a workbook")
    return folder


@pytest.fixture
def page(qapp, qtbot):  # noqa: ARG001
    store = open_store(None)
    save_office(store, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
    start_year(store, YEAR)
    made = ProvincePage(Session(store), lambda: date(2026, 11, 20))
    qtbot.addWidget(made)
    made.resize(1000, 460)
    made.show()
    yield made
    store.close()


@pytest.fixture(name="agree")
def agreeing(monkeypatch, qtbot):
    """Dialogs that are agreed to once they have read; gives them in the order of their coming."""
    seen = []

    def consolidate(dialog):
        qtbot.waitUntil(lambda: bool(dialog.lines))
        seen.append(dialog)
        dialog.agree.click()
        return dialog.result()

    monkeypatch.setattr(ConsolidateDialog, "exec", consolidate)
    return seen


def names(page):
    return [line.name for line in page.table.rows.lines]


def test_files_and_folders_come_in_and_bad_ones_are_told(page, sent, agree, monkeypatch):
    monkeypatch.setattr(files, "pick_folder", lambda *_: sent)
    page.take_folder()
    assert names(page) == ["องค์การบริหารส่วนตำบลที่ 1", "องค์การบริหารส่วนตำบลที่ 2"]
    assert page.subtitle() == "ปี ๒๕๖๘ ส่งแล้ว ๒ จาก ๒ หน่วยงาน"
    (dialog,) = agree
    assert dialog.model.index(0, 0).data() == "▲ ไม่รับ"
    assert dialog.model.index(0, 1).data() == "เสีย.xlsx"
    assert "ไม่รับ ๑ ไฟล์" in dialog.words.text()


def test_nothing_is_kept_when_it_is_given_up(page, sent, monkeypatch, qtbot):
    def give_up(dialog):
        qtbot.waitUntil(lambda: bool(dialog.lines))
        dialog.reject()
        return dialog.result()

    monkeypatch.setattr(ConsolidateDialog, "exec", give_up)
    page.take([sent])
    assert names(page) == []


@pytest.mark.usefixtures("agree")
def test_the_import_is_taken_back_by_one_undo(page, sent):
    page.take([sent])
    page._session.undo()
    assert names(page) == []
    assert page._stack.currentIndex() == 1
    page._session.redo()
    assert len(names(page)) == 2


@pytest.mark.usefixtures("agree")
def test_files_can_be_dropped_on_the_page(page, sent):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sent / "1.xlsx")), QUrl("https://example.org/a.xlsx")])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    page.dropEvent(event)
    assert names(page) == ["องค์การบริหารส่วนตำบลที่ 1"]


@pytest.mark.usefixtures("agree")
def test_announced_results_stand_with_what_was_sent_and_can_be_filtered(page, sent, monkeypatch):
    page.take([sent])

    def paste(dialog):
        dialog.text.setPlainText(ANNOUNCED)
        dialog.try_accept()
        return dialog.result()

    monkeypatch.setattr(OfficeListDialog, "exec", paste)
    page.paste_expected()
    page.paste_announced()
    assert names(page)[-2:] == ["เทศบาลตำบลสาม", "หน่วยสี่"]
    page.filters.which.choose("failed")
    assert names(page) == ["เทศบาลตำบลสาม"]
    page.filters.which.choose("waiting")
    assert names(page) == ["เทศบาลตำบลสาม", "หน่วยสี่"]
    page.filters.which.choose("all")
    page.filters.district.choose("เมืองตัวอย่าง")
    assert len(names(page)) == 2
    page.filters.words.setText("ที่ 2")
    assert names(page) == ["องค์การบริหารส่วนตำบลที่ 2"]
    assert "คะแนนเฉลี่ย" in page.side.figures.text()


def test_a_table_without_names_keeps_the_dialog_open(qtbot):
    dialog = OfficeListDialog(None, announced=True)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("1\t2\n3\t4")
    dialog.try_accept()
    assert "หัวตาราง" in dialog.problem.text()
    dialog.text.setPlainText("ชื่อหน่วยงาน\nหนึ่ง")
    dialog.try_accept()
    assert "คะแนน" in dialog.problem.text()
    assert dialog.result() != ACCEPTED


@pytest.mark.usefixtures("agree")
def test_an_office_is_sent_back_with_a_remark_and_accepted(page, sent, monkeypatch):
    page.take([sent])

    def remark(dialog):
        dialog.remark.setText("แก้คะแนน i๑")
        dialog.try_accept()
        return dialog.result()

    monkeypatch.setattr(RemarkDialog, "exec", remark)
    page.returned.click()
    line = page.table.line()
    assert (line.standing.state, line.standing.remark) == (FileState.RETURNED, "แก้คะแนน i๑")
    assert "แก้คะแนน" in page.side.chosen.text()
    page.accepted.click()
    assert page.table.line().standing.state is FileState.ACCEPTED
    page.accepted.click()
    assert page.table.line().standing.state is FileState.RECEIVED


@pytest.mark.usefixtures("agree")
def test_enter_opens_what_the_office_wrote(page, sent, monkeypatch, qtbot):
    page.take([sent])
    seen = []
    monkeypatch.setattr(OfficeView, "exec", lambda dialog: seen.append(dialog.text.toPlainText()))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    (text,) = seen
    assert "คะแนนภาพรวม" in text
    assert "มาตรการลำดับที่ ๑" in text
    assert "สาเหตุ" in text


def test_the_page_is_in_the_rail_of_a_province_only(page):
    from ui.entries.province import PAGE

    assert PAGE.wanted(page._session)
    store = open_store(None)
    save_office(store, sample_office())
    assert not PAGE.wanted(Session(store))
    store.close()


@pytest.mark.usefixtures("agree")
def test_reminders_are_made_for_those_shown_who_have_not_sent(
    page, sent, monkeypatch, qtbot, tmp_path
):
    page.take([sent])
    page._session.run(save_expected, [ExpectedOffice("หน่วยที่รอ", district="เมือง")])
    seen = []

    def drive(dialog):
        seen.extend(dialog.chosen())
        monkeypatch.setattr("ui.dialogs.folder_set.pick_folder", lambda *_: tmp_path)
        dialog.start()
        qtbot.waitUntil(lambda: dialog.cancel.text() == "ปิด")

    monkeypatch.setattr(ReminderSetDialog, "exec", drive)
    page.remind()
    assert len(seen) == 1
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["ทวงถาม หน่วยที่รอ.pdf"]


@pytest.mark.usefixtures("agree")
def test_levels_parts_and_rounds_are_seen_and_filtered_by(page, sent):
    page.take([sent])
    page._session.run(save_expected, [ExpectedOffice("หน่วยที่รอ")])
    assert "EIT ๑" in page.side.chosen.text()
    assert "รายงานมาตรการ รอบ ๖ เดือน" in page.side.chosen.text()
    level = page.table.line().rating
    page.filters.rating.choose(level)
    assert all(line.rating == level for line in page.table.rows.lines)
    page.filters.rating.choose("ยังไม่มีระดับ")
    assert names(page) == ["หน่วยที่รอ"]
    page.filters.rating.choose("")
    assert [row.bar.name for row in page.side.levels.rows][-1] == "ยังไม่มีระดับ"
    assert [row.bar.text for row in page.side.levels.rows][-1] == "๑"
    assert page.side.rounds.rows[0].bar.name.startswith("รอบ ๖ เดือน")
    page.filters.which.choose("late")
    assert names(page) == [
        line.name for line in page.lines if line.received and "▲ ค้าง" in told_of(page, line)
    ]


def told_of(page, line):
    page.table.selectRow(page.table.rows.place(line.key))
    return page.side.chosen.text()


def test_parts_of_the_score_are_columns_where_there_is_room(qtbot):
    table = OfficeTable()
    qtbot.addWidget(table)
    table.show()
    for width, hidden in ((700, True), (1100, False)):
        table.resize(width, 300)
        assert [table.isColumnHidden(column) for column in PART_COLUMNS] == [hidden] * 4


@pytest.mark.usefixtures("agree")
def test_offices_that_only_report_on_measures_come_in_as_what_they_are(page, tmp_path, monkeypatch):
    store = open_store(None)
    save_office(store, Office("สำนักงานตัวอย่างจังหวัด", OfficeKind.AGENCY, "ตัวอย่าง"))
    start_year(store, YEAR)
    made = save_measure(store, YEAR, Measure(title="อบรมคุณธรรม", activities="อบรมทุกคน")).created
    save_round_report(store, RoundReport(made, 6, output="อบรมแล้ว ๒ ครั้ง"))
    export_workbook(store, YEAR, tmp_path / "ส่วนราชการ.xlsx")
    store.close()
    page.take([tmp_path])
    assert names(page) == ["สำนักงานตัวอย่างจังหวัด"]
    assert page.table.rows.index(0, RATING).data() == "เฉพาะมาตรการ"
    assert "รายงานเฉพาะมาตรการ ๑ แห่ง" in page.side.figures.text()
    assert page.side.cards[page.side.levels].isHidden()
    assert page.side.cards[page.side.indicators].isHidden()
    assert [row.bar.text for row in page.side.rounds.rows] == ["๑๐๐.๐๐", "๐.๐๐"]
    page.filters.which.choose("late")
    assert names(page) == ["สำนักงานตัวอย่างจังหวัด"]
    seen = []
    monkeypatch.setattr(OfficeView, "exec", lambda dialog: seen.append(dialog.text.toPlainText()))
    page.look.click()
    assert "ไม่มีคะแนนของหน่วยงานเอง" in seen[0]
    assert "อบรมแล้ว ๒ ครั้ง" in seen[0]
    assert "ตัวชี้วัดที่" not in seen[0]


@pytest.mark.usefixtures("agree")
def test_what_offices_reported_fills_the_own_report_of_the_round(page, sent, monkeypatch):
    page._session.run(save_measure, YEAR, Measure(indicator=8, activities="เรื่องของจังหวัด"))
    page.take([sent])
    seen = []

    def choose(dialog):
        dialog.round.choose(12)
        seen.append(dialog.told.text())
        dialog.round.choose(6)
        seen.append(dialog.told.text())
        dialog.agree.click()
        return dialog.result()

    monkeypatch.setattr(GatherReportsDialog, "exec", choose)
    page.gather_reports()
    assert "จะกรอกผลของ ๑ มาตรการ จาก ๒ หน่วยงาน" in seen
    (report,) = page._session.data.rounds
    assert report.output.startswith("องค์การบริหารส่วนตำบลที่ 1: ")
    assert "\nองค์การบริหารส่วนตำบลที่ 2: " in report.output
