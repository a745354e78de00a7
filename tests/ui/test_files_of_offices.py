"""Recent files on the start screen and in the menu; files let go over the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers.clerk import answered, choose, until
from tests.helpers.seeds import office_sheet, scores_sheet, workbook
from ui.app import make_window
from ui.dialogs.import_preview import ImportPreview
from ui.dropping import refusal
from ui.recent import is_gone
from ui.widgets.start import RecentFile


@pytest.fixture
def files(tmp_path):
    """Files of two offices."""
    paths = [tmp_path / "อบต" / "หนึ่ง.itadesk", tmp_path / "เทศบาล" / "สอง.itadesk"]
    for path in paths:
        path.parent.mkdir()
        made = create_store(path, sample_office())
        start_year(made, 2568)
        made.close()
    return paths


@pytest.fixture
def started(qtbot, settings, files, tmp_path):
    """A window without a file, both files known, one of them gone."""
    for path in files:
        settings.remember(path)
    files[0].rename(files[0].with_suffix(".ย้าย"))
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_file()


def mime_of(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def let_go(target, *paths):
    """Holds files over a widget and lets them go, as the system does."""
    mime, place = mime_of(*paths), target.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, buttons, keys)
        QApplication.sendEvent(target, drop)
    return enter.isAccepted()


def recent_actions(window):
    menu = window.deeds.recent
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_a_file_that_is_gone_is_marked_on_the_start_screen(started, files):
    lines = {line.text(): line for line in started.findChildren(RecentFile)}
    assert lines["หนึ่ง"].accessibleDescription() == f"▲ ไม่พบไฟล์ · {files[0].parent}"
    assert lines["สอง"].accessibleDescription() == str(files[1].parent)
    lines["หนึ่ง"].click()
    assert "หนึ่ง.itadesk" in started.start.notice.text
    assert started.settings.recent == (files[1],)


def test_the_menu_opens_another_office_and_leaves_out_the_open_one(started, files):
    assert recent_actions(started) == ["สอง (เทศบาล)", "หนึ่ง (ไม่พบไฟล์)"]
    choose(started.deeds.recent, "สอง")
    until(lambda: started.session is not None and started.session.path == files[1])
    assert recent_actions(started) == ["หนึ่ง (ไม่พบไฟล์)"]


def test_without_recent_files_the_menu_is_closed(qtbot, settings, tmp_path):
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    assert not made.deeds.recent.menuAction().isEnabled()


def test_another_computer_is_not_asked_for_a_file(tmp_path):
    assert not is_gone(Path("\\\\เครื่องอื่น\\งาน\\ก.itadesk"))
    assert is_gone(tmp_path / "ไม่มี.itadesk")


def test_an_office_file_let_go_over_the_window_is_opened(started, files):
    assert let_go(started, files[1])
    until(lambda: started.session is not None)
    assert started.session.path == files[1]


def test_the_open_file_let_go_over_its_window_is_saved_and_opened_again(started, files):
    assert started.open_path(files[1])
    before = started.session
    typed = [lambda: before.run(record_score, 2568, "i1", "50")]
    before.settling.connect(lambda: typed and typed.pop()())  # what is in a box but not saved yet
    again = files[1].parent / ".." / files[1].parent.name / files[1].name
    assert let_go(started, again)
    until(lambda: started.session is not None and started.session is not before)
    session = started.session
    assert session.data.assessment.scores["i1"].score == 50
    assert session.run(record_score, 2568, "i1", "60") is not None
    assert session.unkept is None


def test_a_file_named_from_its_own_folder_is_found_from_any(started, files, monkeypatch):
    monkeypatch.chdir(files[1].parent)
    assert started.open_path(Path(files[1].name))
    assert started.session.path == files[1]
    assert started.settings.recent[0] == files[1]


def test_a_workbook_let_go_starts_the_import(window, session, tmp_path, monkeypatch):
    rows = [("i1", 95, None, None)]
    name = sample_office().name
    sheets = {"หน่วยงาน": office_sheet(name, 2568), "คะแนนข้อคำถาม": scores_sheet(rows)}
    path = workbook(tmp_path / "คะแนน.XLSX", sheets)

    def agree(dialog):
        assert isinstance(dialog, ImportPreview)
        until(dialog.agree.isEnabled)
        dialog.agree.click()

    monkeypatch.setattr(QDialog, "exec", answered(agree))
    assert let_go(window, path)
    until(lambda: session.data.assessment.scores)
    assert session.data.assessment.scores["i1"].score == 95
    assert "คะแนน.XLSX" in window.frame.notice.text


@pytest.mark.parametrize(
    ("names", "opened", "words"),
    [
        (["a.itadesk", "b.xlsx"], True, "ทีละไฟล์ (วางมา ๒ ไฟล์)"),
        (["a.xlsx"], False, "โปรดเปิดไฟล์ของหน่วยงานก่อน"),
        (["a.xls"], True, "บันทึกเป็นสมุดงาน .xlsx"),
        (["a.pdf"], True, "ไม่ใช่ไฟล์ของหน่วยงาน (.itadesk) หรือไฟล์ Excel (.xlsx)"),
        (["."], True, "เป็นโฟลเดอร์"),
    ],
)
def test_what_is_neither_is_explained(tmp_path, names, opened, words):
    assert words in refusal([tmp_path / name for name in names], opened=opened)


def test_the_refusal_is_shown_where_the_clerk_looks(window, started, tmp_path):
    assert let_go(window, tmp_path / "รูป.png")
    until(lambda: "รูป.png" in window.frame.notice.text)
    assert let_go(started, tmp_path / "ก.xlsx")
    until(lambda: "โปรดเปิดไฟล์ของหน่วยงานก่อน" in started.start.notice.text)


def test_text_and_addresses_are_not_for_the_window(window):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.xlsx")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = window.rect().center()
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_text_field_takes_text_but_no_file(window, tmp_path):
    window.frame.show_page("analysis:1")
    cause = window.frame.page().findings.boxes[0].cause
    assert not cause.canInsertFromMimeData(mime_of(tmp_path / "a.itadesk"))
    mime = QMimeData()
    mime.setText("https://example.org/")
    mime.setUrls([QUrl("https://example.org/")])  # a link of a browser
    assert cause.canInsertFromMimeData(mime)
