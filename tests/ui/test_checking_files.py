"""ตรวจสอบไฟล์ in the menu: whole, mended, or led on to a copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.model.examination import Part, Salvaged
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers.clerk import answered, choose, until
from ui.app import make_window
from ui.dialogs.examination import ExaminationDialog
from ui.dialogs.restore import RestoreDialog
from ui.salvaging import salvaged_words
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
def window(qapp, qtbot, tmp_path, path):  # noqa: ARG001
    made = make_window(None, Files(tmp_path / "home"), UiSettings(tmp_path / "s.ini"))
    qtbot.addWidget(made)
    made.show()
    made.open_path(path)
    yield made
    made.close_file()


def break_reference(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE question_score SET year = 1")
        connection.commit()


def check(window, monkeypatch, *answers):
    """Opens the dialog from the menu and answers each that is shown."""
    left = list(answers)
    monkeypatch.setattr(QDialog, "exec", answered(lambda dialog: left.pop(0)(dialog)))
    window.deeds.care.aboutToShow.emit()
    choose(window.deeds.care, "ตรวจสอบไฟล์")
    assert left == []


def test_a_whole_file_is_said_to_be_whole(window, monkeypatch):
    def look(dialog):
        assert isinstance(dialog, ExaminationDialog)
        until(lambda: "สมบูรณ์ทั้งไฟล์" in dialog.words.text())
        assert dialog.mend.isHidden()
        assert dialog.restore.isHidden()
        dialog.leave.click()

    check(window, monkeypatch, look)


def test_what_can_be_mended_is_and_the_file_as_it_was_stays(window, path, monkeypatch):
    break_reference(path)
    told = []

    def look(dialog):
        until(dialog.mend.isVisible)
        assert "อ้างถึง" in dialog.problems.text()
        dialog.mend.click()

    def read(dialog):
        told.append(dialog.windowTitle())
        dialog.accept()

    check(window, monkeypatch, look, read)
    assert "ซ่อมไฟล์" in told[0]
    assert window.session.path == path
    assert window.storage.verify(path) == ()
    assert len(list(path.parent.glob("*.itadesk"))) == 2


def test_a_file_that_is_only_viewed_is_not_mended(window, path, qtbot):
    break_reference(path)
    dialog = ExaminationDialog(window, window.storage, path, may_mend=False)
    qtbot.addWidget(dialog)
    until(lambda: "▲" in dialog.words.text())
    assert dialog.mend.isHidden()
    assert not dialog.restore.isHidden()


def test_from_what_is_wrong_one_comes_to_the_copies(window, path, monkeypatch):
    break_reference(path)

    def look(dialog):
        until(dialog.restore.isVisible)
        dialog.restore.click()

    def leave(dialog):
        assert isinstance(dialog, RestoreDialog)
        dialog.cancel.click()

    check(window, monkeypatch, look, leave)


def test_what_was_salvaged_is_told_by_parts():
    words = salvaged_words(Salvaged((Part("คะแนน", 52, 3), Part("มาตรการ", 4, 0)), ("โปรดตรวจ",)))
    assert words == "คะแนน: กู้ได้ ๕๒ · อ่านไม่ได้ ๓\nมาตรการ: กู้ได้ ๔\nโปรดตรวจ"
