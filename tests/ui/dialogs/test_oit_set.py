"""ชุดเอกสาร OIT through the register's page; opening an address."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices

from itadesk.model.oit import OitEntry
from itadesk.services.oit import save_oit_entry
from itadesk.services.years import start_year
from tests.helpers.keys import in_window
from ui.dialogs import folder_set
from ui.dialogs.oit_set import OitSetDialog
from ui.pages.oit import OitPage
from ui.typesetting import Typesetter


@pytest.fixture
def dialog(qtbot, session, tmp_path, monkeypatch):
    session.run(start_year, 2567)
    made = OitSetDialog(None, session, Typesetter(session), tmp_path)
    qtbot.addWidget(made)
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: tmp_path)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_items_are_offered_and_those_of_a_year_that_is_not_there_are_told(dialog):
    first, missing, register = (dialog.list.item(n).text() for n in range(dialog.list.count()))
    assert first.startswith("o๒๗ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")
    assert "ผลปี ๒๕๖๗" in first
    assert missing.startswith("o๒๘ ")
    assert missing.endswith("▲ ยังไม่มีข้อมูลผลปี ๒๕๖๖ ในไฟล์นี้")
    assert register.startswith("ทะเบียน")
    assert dialog.chosen() == ("o27", "oit-register")
    assert "อีก ๑ ข้อยังทำไม่ได้" in dialog.state.text()
    dialog.everything.click()
    assert dialog.chosen() == ()
    assert not dialog.agree.isEnabled()


def test_the_documents_of_several_years_lie_in_one_folder(qtbot, dialog):
    dialog.kinds[".docx"].setChecked(True)
    dialog.agree.click()
    qtbot.waitUntil(lambda: dialog.cancel.text() == "ปิด", timeout=9000)
    assert dialog.folder.name == "ชุดเอกสาร OIT ปี ๒๕๖๘"
    stems = {path.stem for path in dialog.folder.iterdir()}
    assert stems == {
        "o๒๗ มาตรการส่งเสริมคุณธรรมและความโปร่งใส รายประเด็น (ผลปี ๒๕๖๗)",
        "ทะเบียนการเปิดเผยข้อมูลสาธารณะ (OIT)",
    }
    assert "สร้างแล้ว ๔ จาก ๔ ไฟล์" in dialog.state.text()


@pytest.fixture
def page(qtbot, session):
    session.run(save_oit_entry, 2568, OitEntry("o1", True, ("www.example.go.th/ก", "b.go.th/2")))
    return in_window(qtbot, OitPage(session))


def test_the_page_offers_the_set_of_its_year(page, monkeypatch):
    seen = []
    monkeypatch.setattr(OitSetDialog, "exec", lambda dialog: seen.append(dialog.windowTitle()))
    next(each for each in page.actions() if each.text() == "ชุดเอกสาร OIT…").trigger()
    assert seen == ["ชุดเอกสาร OIT"]


def test_an_address_is_opened_by_the_computer(page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page.form.open.click()
    assert opened == ["http://www.example.go.th/ก"]
    page.table.choose("o2")
    assert not page.form.open.isEnabled()
