"""Copies that are made by themselves: when, of what, where, and what is said of them."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.errors import CannotWrite
from itadesk.services.sample import sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers.clerk import answered, until
from tests.helpers.seeds import office_sheet, scores_sheet, workbook
from ui import copying
from ui.app import make_window
from ui.backing import remark_on
from ui.copying import AWAY, Copying
from ui.file_deeds import exchange
from ui.settings import UiSettings


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "งาน" / "หน่วยงาน.itadesk"
    made.parent.mkdir()
    with closing(create_store(made, sample_office())) as store:
        start_year(store, 2568)
    return made


@pytest.fixture
def storage(tmp_path):
    return Files(tmp_path / "home")


@pytest.fixture
def window(qapp, qtbot, tmp_path, storage):  # noqa: ARG001
    made = make_window(None, storage, UiSettings(tmp_path / "s.ini"))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_file()


def opened(window, path):
    assert window.open_path(path)
    until(lambda: window.frame.findChild(Copying))
    made = window.frame.findChild(Copying)
    until(lambda: made.last or made.problem)
    return made


def enter(window, score):
    assert window.session.run(record_score, 2568, "i1", score) is not None


def scores(storage, path, folder=None):
    """The score in each copy, oldest first."""
    found = []
    for each in reversed(storage.backups(path, folder)):
        with closing(storage.read(each.path)) as store:
            kept = store.assessments.get(2568).scores.get("i1")
            found.append(str(kept.score) if kept else "")
    return found


def test_a_file_is_copied_as_it_was_opened_and_not_again_unchanged(window, storage, path):
    opened(window, path)
    enter(window, "90")
    assert scores(storage, path) == [""]
    opened(window, path)
    opened(window, path)
    assert scores(storage, path) == ["", "90"]


def test_a_change_waits_until_what_was_before_it_is_taken(window, storage, path, monkeypatch):
    real, go = storage.back_up, threading.Event()

    def slow(file, folder=None, copied=None):
        assert go.wait(5)
        return real(file, folder, copied)

    monkeypatch.setattr(storage, "back_up", slow)
    assert window.open_path(path)
    until(lambda: window.frame.findChild(Copying))
    threading.Timer(0.05, go.set).start()
    enter(window, "90")
    until(lambda: window.frame.findChild(Copying).last)
    assert scores(storage, path) == [""]


def test_half_an_hour_after_a_change_there_is_a_copy_of_it(window, storage, path):
    made = opened(window, path)
    timer = next(t for t in made.findChildren(QTimer) if t.interval() == copying.WORK)
    assert copying.WORK == 30 * 60 * 1000
    assert not timer.isActive()
    enter(window, "90")
    assert timer.isActive()
    timer.timeout.emit()
    until(lambda: scores(storage, path) == ["", "90"])
    assert not timer.isActive()


def test_the_first_change_of_another_day_leaves_a_copy_of_the_day_before(window, storage, path):
    made = opened(window, path)
    enter(window, "80")
    window.comfort.backing.now = lambda: datetime.now() + timedelta(days=1)
    enter(window, "90")
    until(lambda: scores(storage, path) == ["", "80"])
    until(lambda: not made._running)
    enter(window, "95")
    assert scores(storage, path) == ["", "80"]


def test_before_much_is_changed_the_copy_is_finished(window, storage, path):
    opened(window, path)
    enter(window, "80")
    window.session.sweep(record_score, 2568, "i1", "90")
    assert scores(storage, path) == ["", "80"]
    window.session.undo()
    window.session.sweep(record_score, 2568, "i1", "95")
    assert scores(storage, path) == ["", "80", "80"]


def test_a_copy_that_fails_is_told_once_and_work_goes_on(window, storage, path, monkeypatch):
    made = opened(window, path)
    said = []
    monkeypatch.setattr(window.frame, "tell", lambda words, _tone: said.append(words))

    def full(*_args, **_kwargs):
        raise CannotWrite("ที่ว่างไม่พอ")

    monkeypatch.setattr(storage, "back_up", full)
    enter(window, "80")
    for _ in range(3):
        made.copy()
        until(lambda: made.problem and not made._running)
    assert said == ["ที่ว่างไม่พอ"]
    assert window.frame.status.backup.text() == "▲ ยังสำรองข้อมูลไม่ได้"
    assert "ที่ว่างไม่พอ" in window.frame.status.backup.toolTip()
    window.session.sweep(record_score, 2568, "i1", "90")
    assert window.session.data.assessment.scores["i1"].score == 90
    monkeypatch.undo()
    made.copy()
    until(lambda: not made.problem)
    assert scores(storage, path) == ["", "90"]


def test_the_status_says_when_the_last_copy_was_made(window, path):
    made = opened(window, path)
    status = window.frame.status
    assert status.backup.text().startswith("สำรองล่าสุด ")
    assert status.backup.text().endswith(" น.")
    window.comfort.backing.now = lambda: made.last + timedelta(days=2)
    made.stood.emit()
    assert "๒๕" in status.backup.text()


def test_the_second_place_gets_what_is_new_also_when_it_comes_back(
    window, storage, path, tmp_path, monkeypatch
):
    monkeypatch.setattr(copying, "LOOK", 10)
    stick = tmp_path / "แฟลชไดรฟ์"
    window.settings.backup_folder = stick
    made = opened(window, path)
    until(lambda: made.second == AWAY)
    assert window.frame.status.backup.text().endswith("ไม่พบที่เก็บที่สอง")
    assert "สำรอง" not in window.frame.notice.text
    assert not stick.exists()
    enter(window, "90")
    stick.mkdir()
    until(lambda: made.second == "")
    assert scores(storage, path, stick) == [""]
    made.copy()
    until(lambda: scores(storage, path, stick) == ["", "90"])


def test_a_second_place_that_refuses_is_said_in_the_status_only(window, path, tmp_path):
    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    window.settings.backup_folder = stick
    (stick / "แฟ้ม").write_bytes(b"")
    window.settings.backup_folder = stick / "แฟ้ม"
    made = opened(window, path)
    until(lambda: made.second)
    assert "สำรอง" not in window.frame.notice.text


def test_copies_that_would_be_lost_with_the_file_are_warned_of(path, tmp_path):
    assert "ที่เดียวกับไฟล์" in remark_on(path.parent, path)
    assert "ที่เดียวกับไฟล์" in remark_on(path.parent / "สำรอง", path)
    apart = tmp_path / "อื่น"
    apart.mkdir()
    assert "ไดรฟ์เดียวกับไฟล์" in remark_on(apart, path)
    assert remark_on(tmp_path / "ไม่มี", path) == ""
    if Path("/dev/shm").is_dir() and Path("/dev/shm").stat().st_dev != path.stat().st_dev:
        assert remark_on(Path("/dev/shm"), path) == ""


def test_neither_the_sample_nor_a_file_that_is_only_viewed_is_copied(window, storage, path):
    window.openings.open_sample()
    until(lambda: window.frame is not None)
    window.comfort.backing.follow(window.frame)
    assert window.frame.findChild(Copying) is None
    assert not (storage.home / "backups").exists()
    window.open_path(path)
    until(lambda: window.frame.findChild(Copying))


def test_an_import_leaves_a_copy_of_what_was_before_it(
    window, storage, path, tmp_path, monkeypatch
):
    opened(window, path)
    enter(window, "80")
    sheets = {
        "หน่วยงาน": office_sheet(sample_office().name, 2568),
        "คะแนนข้อคำถาม": scores_sheet([("i1", 95, None, None)]),
    }

    def agree(dialog):
        until(dialog.agree.isEnabled)
        dialog.agree.click()

    monkeypatch.setattr(QDialog, "exec", answered(agree))
    exchange(window.frame, window.settings).take(workbook(tmp_path / "คะแนน.xlsx", sheets))
    assert window.session.data.assessment.scores["i1"].score == 95
    assert scores(storage, path) == ["", "80"]
