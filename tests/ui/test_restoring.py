"""Going back to a copy: from the menu, and when a file cannot be opened."""

from __future__ import annotations

import os
from contextlib import closing

import pytest
from PySide6.QtWidgets import QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.errors import DamagedFile
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers.clerk import answered, choose, until
from ui import salvaging
from ui.app import make_window
from ui.care import save_copy
from ui.copying import Copying
from ui.dialogs import files, restore
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.ways_on import WaysOn
from ui.settings import UiSettings


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "งาน" / "หน่วยงาน.itadesk"
    made.parent.mkdir()
    with closing(create_store(made, sample_office())) as store:
        start_year(store, 2568)
        record_score(store, 2568, "i1", "80")
    return made


@pytest.fixture
def storage(tmp_path, path):
    made = Files(tmp_path / "home")
    made.back_up(path)
    return made


@pytest.fixture
def window(qapp, qtbot, tmp_path, storage):  # noqa: ARG001
    made = make_window(None, storage, UiSettings(tmp_path / "s.ini"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_file()


@pytest.fixture
def opened(window, path):
    assert window.open_path(path)
    until(lambda: window.frame.findChild(Copying))
    until(lambda: window.frame.findChild(Copying).last)
    window.session.run(record_score, 2568, "i1", "90")
    return window


def score(window):
    return window.session.data.assessment.scores["i1"].score


def rows(dialog):
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def damage(path):
    body = bytearray(path.read_bytes())
    body[4096 * 2 : 4096 * 9] = os.urandom(4096 * 7)
    path.write_bytes(body)


def care(window, words):
    window.deeds.care.aboutToShow.emit()
    choose(window.deeds.care, words)


def test_a_copy_is_shown_with_what_differs_and_put_back(opened, storage, path, monkeypatch):
    opened.frame.show_page("scores")

    def agree(dialog):
        assert isinstance(dialog, RestoreDialog)
        until(dialog.agree.isEnabled)
        until(lambda: "≠ ๑" in dialog.text.toPlainText())
        assert len(rows(dialog)) == 1
        dialog.agree.click()

    monkeypatch.setattr(QDialog, "exec", answered(agree))
    care(opened, "กู้คืนจากสำเนาสำรอง")
    assert score(opened) == 80
    assert opened.frame.shown == "scores"
    aside = path.with_name("หน่วยงาน ก่อนกู้คืน.itadesk")
    assert aside.name in opened.frame.notice.text
    with closing(storage.read(aside)) as store:
        assert store.assessments.get(2568).scores["i1"].score == 90
    assert len(storage.backups(path)) == 2  # the state before restoring was copied too


def test_going_back_is_refused_for_a_copy_that_is_damaged(opened, storage, path, monkeypatch):
    damage(storage.backups(path)[0].path)

    def look(dialog):
        until(lambda: "▲" in dialog.text.toPlainText())
        assert not dialog.agree.isEnabled()
        dialog.cancel.click()

    monkeypatch.setattr(QDialog, "exec", answered(look))
    care(opened, "กู้คืนจากสำเนาสำรอง")
    assert score(opened) == 90


def test_copies_of_both_places_and_any_other_file_can_be_chosen(
    opened, storage, path, tmp_path, monkeypatch
):
    stick, other = tmp_path / "แฟลชไดรฟ์", tmp_path / "อีกที่.itadesk"
    storage.back_up(path, stick)
    storage.save_copy(path, other)
    opened.settings.backup_folder = stick
    monkeypatch.setattr(restore, "pick_open", lambda *_: other)

    def agree(dialog):
        until(dialog.agree.isEnabled)
        assert ["ที่เก็บที่สอง" in row for row in rows(dialog)] == [False, True]
        dialog.other.click()
        until(dialog.agree.isEnabled)
        assert rows(dialog)[-1] == "อีกที่"
        dialog.agree.click()

    opened.session.run(record_score, 2568, "i1", "70")
    monkeypatch.setattr(QDialog, "exec", answered(agree))
    care(opened, "กู้คืนจากสำเนาสำรอง")
    assert score(opened) == 90


def test_without_copies_the_dialog_says_where_to_look(window, storage, tmp_path, qtbot):
    other = tmp_path / "ใหม่.itadesk"
    create_store(other, sample_office()).close()
    dialog = RestoreDialog(window, storage, other, None)
    qtbot.addWidget(dialog)
    until(lambda: "ยังไม่มีสำเนา" in dialog.state.text())
    assert not dialog.agree.isEnabled()


def test_a_damaged_file_leads_to_its_newest_whole_copy(window, storage, path, monkeypatch):
    with closing(storage.open(path)) as store:
        record_score(store, 2568, "i1", "90")
    damage(storage.back_up(path))
    damage(path)

    def take(dialog):
        assert isinstance(dialog, WaysOn)
        until(dialog.newest.isEnabled)
        dialog.newest.click()

    monkeypatch.setattr(QDialog, "exec", answered(take))
    assert not window.open_path(path)
    until(lambda: window.frame is not None)
    assert score(window) == 80
    assert "ก่อนกู้คืน" in window.frame.notice.text


@pytest.mark.parametrize("body", [b"", b"what a virus left" * 100])
def test_an_emptied_or_overwritten_file_leads_to_its_copy_too(window, path, monkeypatch, body):
    path.write_bytes(body)

    def take(dialog):
        until(dialog.newest.isEnabled)
        dialog.newest.click()

    monkeypatch.setattr(QDialog, "exec", answered(take))
    assert not window.open_path(path)
    until(lambda: window.frame is not None)
    assert score(window) == 80


def test_a_file_that_was_deleted_comes_back(window, path, monkeypatch):
    path.unlink()

    def take(dialog):
        assert dialog.salvage.isHidden()
        until(dialog.newest.isEnabled)
        dialog.newest.click()

    monkeypatch.setattr(QDialog, "exec", answered(take))
    assert not window.open_path(path)
    until(lambda: window.frame is not None)
    assert score(window) == 80
    assert "ก่อนกู้คืน" not in window.frame.notice.text


def test_without_a_whole_copy_the_dialog_says_so(window, storage, path, qtbot):
    damage(storage.backups(path)[0].path)
    dialog = WaysOn(window, storage, path, None, DamagedFile("เสียหาย"), salvage=True)
    qtbot.addWidget(dialog)
    until(lambda: "กำลัง" not in dialog.state.text())
    assert "ไม่พบสำเนา" in dialog.state.text()
    assert not dialog.newest.isEnabled()


def test_a_file_that_never_opened_again_can_be_salvaged(window, path, tmp_path, monkeypatch):
    target = tmp_path / "กู้แล้ว.itadesk"
    monkeypatch.setattr(salvaging, "pick_save", lambda *_: target)
    body = bytearray(path.read_bytes())
    body[-4096:] = os.urandom(4096)
    path.write_bytes(body)
    told = []

    def take(dialog):
        if isinstance(dialog, WaysOn):
            dialog.salvage.click()
        else:
            told.append(dialog)
            dialog.accept()

    monkeypatch.setattr(QDialog, "exec", answered(take))
    assert not window.open_path(path)
    until(lambda: told)
    assert window.session.path == target
    assert "กู้แล้ว" in told[0].windowTitle()
    assert path.read_bytes() == body


def test_what_never_was_an_office_s_file_is_only_told(window, tmp_path):
    other = tmp_path / "จดหมาย.itadesk"
    other.write_bytes(b"dear" * 100)
    assert not window.open_path(other)
    assert "จดหมาย" in window.start.notice.text
    assert other not in window.settings.recent


def test_a_verified_copy_is_saved_anywhere_but_over_the_open_file(
    opened, storage, path, tmp_path, monkeypatch
):
    target = tmp_path / "ส่งต่อ.itadesk"
    monkeypatch.setattr(files, "pick_save", lambda *_: target)
    care(opened, "บันทึกสำเนา")
    until(target.exists)
    until(lambda: "ส่งต่อ" in opened.frame.notice.text)
    with closing(storage.read(target)) as store:
        assert store.assessments.get(2568).scores["i1"].score == 90
    monkeypatch.setattr(files, "pick_save", lambda *_: path)
    care(opened, "บันทึกสำเนา")
    assert "ไฟล์ที่เปิดอยู่" in opened.frame.notice.text
    assert save_copy.DEED.needs_file


def test_a_copy_at_once_from_the_menu(opened, storage, path):
    care(opened, "สำรองตอนนี้")
    until(lambda: "ตรวจว่าสมบูรณ์" in opened.frame.notice.text)
    with closing(storage.read(storage.backups(path)[0].path)) as store:
        assert store.assessments.get(2568).scores["i1"].score == 90


def test_the_time_of_a_copy_is_read_whole_at_large_text(window, storage, path, qtbot):
    storage.back_up(path)
    window.comfort.resize_text(150)
    try:
        dialog = RestoreDialog(window, storage, path, None)
        qtbot.addWidget(dialog)
        dialog.resize(1038, 583)
        dialog.show()
        until(lambda: dialog.list.count())
        room = dialog.list.viewport().width()
        until(lambda: dialog.list.sizeHintForColumn(0) <= room)
    finally:
        window.comfort.resize_text(100)
