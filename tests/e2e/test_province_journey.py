"""Offices export, the province gathers, sends one back, takes it again and prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import FileState
from itadesk.services.office import save_office
from itadesk.services.sample import fill_sample, sample_office, sample_year
from tests.helpers import clerk
from tests.helpers.clerk import ENTER, press, until
from tests.helpers.printed import squeezed, text_of
from ui.app import make_window
from ui.dialogs import files, folder_set
from ui.dialogs.consolidate import ConsolidateDialog
from ui.dialogs.reminder_set import ReminderSetDialog
from ui.dialogs.standing import RemarkDialog
from ui.models.scores import Cell, Column
from ui.settings import UiSettings

YEAR = sample_year()
PROVINCE = Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง")
A = replace(sample_office(), name="องค์การบริหารส่วนตำบลดอนสมมติ", code="101", id="")
B = replace(sample_office(), name="เทศบาลตำบลหนองทดลอง", kind=OfficeKind.TOWN, code="102", id="")
REMARK = "ขอคะแนนข้อ i๑ ตามประกาศ"


def made_file(path, office, *, filled=True):
    store = create_store(path, office)
    if filled:
        fill_sample(store)
        save_office(store, replace(office, id=store.office.get().id))
    store.close()
    return path


@pytest.fixture
def window(qapp, tmp_path):  # noqa: ARG001
    settings = UiSettings(tmp_path / "window.ini")
    settings.folder = tmp_path
    made = make_window(None, Files(tmp_path / "home"), settings)
    made.resize(1093, 543)
    clerk.in_front(made)
    yield made
    made.close_file()
    made.close()


@pytest.fixture
def opened(window, monkeypatch):
    """Opens a file in the window, and agrees to what the province is asked."""

    def take(dialog):
        until(lambda: bool(dialog.lines))
        until(lambda: dialog.agree.isEnabled())
        dialog.agree.setFocus()
        press(ENTER)

    def remark(dialog):
        dialog.remark.setFocus()
        press(REMARK, ENTER)

    def written(dialog):
        dialog.agree.setFocus()
        press(ENTER)
        until(lambda: dialog.cancel.text() == "ปิด")
        press(ENTER)

    monkeypatch.setattr(ConsolidateDialog, "exec", clerk.answered(take))
    monkeypatch.setattr(RemarkDialog, "exec", clerk.answered(remark))
    monkeypatch.setattr(ReminderSetDialog, "exec", clerk.answered(written))

    def open_file(path, page=None):
        assert window.open_path(path)
        if page is None:
            return window.frame.page()
        window.frame.show_page(page)
        return window.frame.page()

    return open_file


def exported(window, patch, path):
    patch.setattr("ui.exchange.pick_save", lambda *_: path)
    window.deeds.export_excel.trigger()
    until(lambda: "ตรวจอ่านกลับครบถ้วน" in window.frame.notice.text)
    return path


def printed(window, patch, form_id, path):
    """A form as PDF, saved by its button; what it says."""
    page = clerk.open_page(window, 4)
    page.list.choose(form_id)
    until(lambda: page.pane.view.source is not None and page._pdf is not None)
    patch.setattr("ui.dialogs.files.pick_save", lambda *_: path)
    clerk.press_button(page, "บันทึกเป็น PDF")
    until(path.exists)
    return text_of(path)


def chosen(page, name):
    row = next(n for n, line in enumerate(page.table.rows.lines) if line.name == name)
    page.table.selectRow(row)
    return page.table.line()


def test_two_offices_send_one_is_sent_back_and_sends_again(window, opened, tmp_path, monkeypatch):
    inbox, out = tmp_path / "รับเข้า", tmp_path / "ออก"
    inbox.mkdir()
    out.mkdir()
    a = made_file(tmp_path / "ก.itadesk", A)
    b = made_file(tmp_path / "ข.itadesk", B)
    province = made_file(tmp_path / "จังหวัด.itadesk", PROVINCE)
    for path in (a, b):
        opened(path)
        exported(window, monkeypatch, inbox / f"{path.stem}.xlsx")

    page = opened(province, "province")
    monkeypatch.setattr(files, "pick_folder", lambda *_: inbox)
    clerk.press_button(page, "รับทั้งโฟลเดอร์…")
    assert {line.name for line in page.table.rows.lines} == {A.name, B.name}
    chosen(page, B.name)
    page.returned.click()
    assert chosen(page, B.name).standing.state is FileState.RETURNED
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_: out)
    clerk.press_button(page, "หนังสือทวงถาม…")
    (letter,) = out.rglob("*.pdf")
    assert squeezed("นายกเทศมนตรีตำบลหนองทดลอง") in text_of(letter)

    opened(b)
    scores = clerk.open_page(window, 1)
    scores.table.go_to(scores.model.place(Cell("i1", Column.SCORE)))
    scores.table.setFocus()
    press("๕๐", ENTER)
    exported(window, monkeypatch, inbox / "ข แก้ไข.xlsx")

    page = opened(province, "province")
    before = chosen(page, B.name).overall
    clerk.press_button(page, "รับทั้งโฟลเดอร์…")
    line = chosen(page, B.name)
    assert line.overall < before
    assert (line.standing.state, line.standing.remark) == (FileState.RECEIVED, REMARK)
    assert [each.name for each in page.table.rows.lines] == [A.name, B.name]
    page.accepted.click()
    assert chosen(page, B.name).standing.state is FileState.ACCEPTED

    overview = printed(window, monkeypatch, "province", out / "ภาพรวม.pdf")
    assert overview.index(squeezed(A.name)) < overview.index(squeezed(B.name))
    ranking = printed(window, monkeypatch, "ranking", out / "ลำดับ.pdf")
    measure = window.session.data.measures[0]
    assert squeezed(measure.activities.split("\n")[0]) in ranking
    assert squeezed(PROVINCE.name) in ranking
    words = printed(window, monkeypatch, "letter", out / "หนังสือ.pdf")
    assert squeezed("ศาลากลางจังหวัดตัวอย่าง") in words


def test_a_district_gathers_first_and_the_province_takes_its_file(
    window, opened, tmp_path, monkeypatch
):
    gatherer = Office("สำนักงานท้องถิ่นอำเภอตัวอย่าง", OfficeKind.AGENCY, "ตัวอย่าง")
    district = made_file(tmp_path / "อำเภอ.itadesk", gatherer)
    province = made_file(tmp_path / "จังหวัด.itadesk", PROVINCE)
    inbox = tmp_path / "รับเข้า"
    inbox.mkdir()
    for name, office in (("ก", A), ("ข", B)):
        opened(made_file(tmp_path / f"{name}.itadesk", office))
        exported(window, monkeypatch, inbox / f"{name}.xlsx")
    page = opened(district, "province")
    monkeypatch.setattr(files, "pick_folder", lambda *_: inbox)
    clerk.press_button(page, "รับทั้งโฟลเดอร์…")
    assert len(page.table.rows.lines) == 2

    page = opened(province, "province")
    monkeypatch.setattr(files, "pick_several", lambda *_: (district,))
    clerk.press_button(page, "รับไฟล์…")
    assert {line.name for line in page.table.rows.lines} == {A.name, B.name}
    assert "อำเภอ.itadesk" in page.side.chosen.text()
    assert len(window.session.ask(lambda store: store.province.batches())) == 1
