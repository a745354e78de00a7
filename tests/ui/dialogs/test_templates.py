"""The dialog of the office's own templates, with real files."""

from __future__ import annotations

import docx
import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QDesktopServices

from itadesk.model.office import Settings
from itadesk.services.templates import EXCEL, WORD, starting_template
from ui.dialogs import files
from ui.dialogs.templates import Templates
from ui.pages.documents import DocumentsPage
from ui.session import Session


@pytest.fixture
def sample(qapp, filled_store):  # noqa: ARG001
    return Session(filled_store)


@pytest.fixture
def dialog(qtbot, sample):
    made = Templates(None, sample)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def picks(monkeypatch):
    """What the user chooses in the pickers, by what is asked; and what was suggested."""
    chosen, suggested = {}, []
    monkeypatch.setattr(files, "pick_open", lambda *_: chosen.get("open"))

    def save(_parent, _title, suggestion, kind):
        suggested.append((suggestion.name, kind))
        return chosen.get("save")

    monkeypatch.setattr(files, "pick_save", save)
    chosen["suggested"] = suggested
    return chosen


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "แบบจังหวัด.docx"
    path.write_bytes(starting_template(WORD, Settings()))
    return path


def add(qtbot, dialog, picks, path):
    picks["open"] = path
    dialog.add.click()
    assert not dialog.add.isEnabled()
    qtbot.waitUntil(dialog.add.isEnabled, timeout=9000)


def names(dialog):
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_without_a_template_it_says_how_to_begin(dialog):
    assert "ยังไม่มีแม่แบบ" in dialog.uses.text()
    assert not dialog.fill.isEnabled()
    assert not dialog.remove.isEnabled()


def test_a_template_is_tried_kept_and_told_what_it_uses(qtbot, dialog, picks, template):
    add(qtbot, dialog, picks, template)
    assert names(dialog) == ["แบบจังหวัด.docx"]
    assert "เก็บแม่แบบ “แบบจังหวัด.docx” แล้ว" in dialog.notice.text
    assert "ชื่อหน่วยงาน" in dialog.uses.text()
    assert "มาตรการ" in dialog.uses.text()
    assert dialog.fill.isEnabled()


def test_what_is_wrong_is_said_and_nothing_is_kept(qtbot, dialog, picks, tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active["C2"] = "{{ โอฟฟิศ }}"
    workbook.save(tmp_path / "ผิด.xlsx")
    add(qtbot, dialog, picks, tmp_path / "ผิด.xlsx")
    assert "ช่อง C2" in dialog.notice.text
    assert "“โอฟฟิศ”" in dialog.notice.text
    assert names(dialog) == []


def test_the_year_is_filled_to_a_file_that_can_be_opened(qtbot, dialog, picks, template, sample):
    add(qtbot, dialog, picks, template)
    target = template.with_name("ออก.docx")
    picks["save"] = target
    dialog.fill.click()
    qtbot.waitUntil(lambda: "บันทึก “ออก.docx” แล้ว" in dialog.notice.text, timeout=9000)
    assert sample.data.office.name in docx.Document(str(target)).paragraphs[1].text
    ((name, kind),) = picks["suggested"]
    assert name.startswith("แบบจังหวัด ปี ๒๕๖๘")
    assert "docx" in kind
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    dialog.notice._action.click()
    QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(target)]


class Opened(QObject):
    """The PC's program, in its stead."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot("QUrl")
    def take(self, url):
        self.urls.append(url.toLocalFile())


def test_taking_a_template_out_offers_to_undo(qtbot, dialog, picks, template):
    add(qtbot, dialog, picks, template)
    dialog.remove.click()
    assert names(dialog) == []
    dialog.notice._action.click()
    assert names(dialog) == ["แบบจังหวัด.docx"]


@pytest.mark.parametrize("ending", [WORD, EXCEL])
def test_a_starting_template_is_saved_and_can_be_added_at_once(
    qtbot, dialog, picks, tmp_path, ending
):
    picks["save"] = tmp_path / f"เริ่ม{ending}"
    dialog.save_starting(ending)
    assert picks["suggested"][0][0] == f"แม่แบบตัวอย่าง{ending}"
    add(qtbot, dialog, picks, picks["save"])
    assert names(dialog) == [f"เริ่ม{ending}"]


def test_giving_up_the_picker_changes_nothing(dialog, picks):
    picks["open"] = picks["save"] = None
    dialog.add.click()
    dialog.save_starting(WORD)
    assert dialog.notice.text == ""
    assert dialog.add.isEnabled()


def shown(tree):
    groups = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    children = [group.child(n) for group in groups for n in range(group.childCount())]
    return [each for each in children if not each.isHidden()]


def test_the_list_shows_meaning_and_example_of_this_office(dialog, sample):
    first = shown(dialog.slots.tree)[0]
    assert [first.text(n) for n in range(3)] == [
        *("ชื่อหน่วยงาน", "ชื่อเต็มของหน่วยงาน"),
        sample.data.office.name,
    ]


def test_searching_narrows_the_list_and_copying_takes_what_is_seen(qtbot, dialog, clipboard):
    dialog.slots.search.setText("แนวทาง")
    assert [each.text(0) for each in shown(dialog.slots.tree)] == ["ตัวชี้วัด.แนวทาง"]
    qtbot.keyClick(dialog.slots.search, Qt.Key.Key_Return)
    assert clipboard.text() == "{{ ตัวชี้วัด.แนวทาง }}"
    assert "{{ ตัวชี้วัด.แนวทาง }}" in dialog.notice.text
    dialog.slots.search.setText("ไม่มีคำนี้")
    assert shown(dialog.slots.tree) == []
    assert not dialog.slots.copy.isEnabled()


def test_the_button_copies_the_chosen_line(qtbot, dialog, clipboard):
    dialog.slots.tree.setCurrentItem(shown(dialog.slots.tree)[1])
    qtbot.mouseClick(dialog.slots.copy, Qt.MouseButton.LeftButton)
    assert clipboard.text() == "{{ อำเภอ }}"


def test_every_name_of_the_list_is_taken_by_a_workbook(qtbot, dialog, picks, tmp_path):
    workbook = openpyxl.Workbook()
    for row, item in enumerate(shown(dialog.slots.tree), 1):
        dialog.slots.tree.setCurrentItem(item)
        workbook.active.cell(row, 1, dialog.slots.slot())
    workbook.save(tmp_path / "ทุกช่อง.xlsx")
    add(qtbot, dialog, picks, tmp_path / "ทุกช่อง.xlsx")
    assert names(dialog) == ["ทุกช่อง.xlsx"]


def test_the_documents_page_leads_to_it(qtbot, sample, monkeypatch):
    page = DocumentsPage(sample)
    qtbot.addWidget(page)
    asked = []
    monkeypatch.setattr(Templates, "exec", lambda dialog: asked.append(dialog._session))
    (action,) = [each for each in page.actions() if each.text().startswith("แม่แบบ")]
    action.trigger()
    assert asked == [sample]
