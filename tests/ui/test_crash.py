"""A fault of the program: what is kept of it, what is said, and what never gets into it."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from itadesk.__main__ import Files
from itadesk.crash_report import KEPT, keep_report, of_crash, of_exception, reports
from ui import crash
from ui.app import end_with_system, make_window, settle
from ui.crash import LAST_TIME, Alarm, offer_report, watch
from ui.dialogs import crash_report, files, message
from ui.dialogs.crash_report import show_report
from ui.dialogs.text_view import TextView

ROOT = Path(__file__).parents[2]
SECRET = "นางสาวสมมติ โทร ๐๘๑"
NOW = datetime(2026, 11, 20, 10, 30)
SEGFAULT = """
import faulthandler, sys
from pathlib import Path
from ui.crash import watch
watch(Path(sys.argv[1]))
def typed_by_user():
    faulthandler._sigsegv()
typed_by_user()
"""


def break_down(text):
    raise ValueError(text)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "reports"


@pytest.fixture
def boxes(monkeypatch):
    """What boxes said; ดูรายงาน is not pressed."""
    said = []
    monkeypatch.setattr(message, "confirm", lambda *words, **_: said.append(words[1:]) or False)
    monkeypatch.setattr(message, "tell", lambda *words: said.append(words[1:]))
    return said


def test_a_fault_inside_a_slot_is_told_and_leaves_a_report_without_any_text(
    tmp_path, folder, boxes, qtbot, monkeypatch, caplog
):
    monkeypatch.setattr(sys, "excepthook", Alarm(tmp_path / "home"))
    with qtbot.capture_exceptions() as seen:  # pytest-qt has a hook of its own; ours comes after
        QTimer.singleShot(0, lambda: break_down(SECRET))
        qtbot.waitUntil(lambda: len(seen) == 1)
    Alarm(tmp_path / "home")(*seen[0])
    (report,) = reports(folder)
    text = report.read_text("utf-8-sig")
    assert "builtins.ValueError" in text
    assert "test_crash, " in text
    assert ", break_down\n" in text
    assert "Qt: 6." in text
    assert "offscreen" in text
    assert SECRET not in text
    assert str(ROOT) not in text
    assert "งานที่บันทึกแล้วยังอยู่ครบ" in boxes[0][1]
    assert SECRET not in str(boxes)
    caplog.clear()


def test_what_led_to_a_fault_is_in_the_report_once():
    try:
        try:
            break_down(SECRET)
        except ValueError as first:
            raise KeyError(SECRET) from first
    except KeyError as second:
        second.__cause__.__context__ = second  # a ring
        lines = list(of_exception(second))
    assert [line for line in lines if not line.startswith(" ")] == [
        "builtins.KeyError",
        "builtins.ValueError",
    ]
    assert SECRET not in str(lines)


def test_one_box_at_a_time_and_one_report_for_it(tmp_path, folder, monkeypatch, caplog):
    alarm, said = Alarm(tmp_path / "home"), []

    def confirm(*words, **_):
        said.append(words)
        alarm(ValueError, ValueError("again"), None)  # another one while the box is open
        return False

    monkeypatch.setattr(message, "confirm", confirm)
    alarm(ValueError, ValueError(SECRET), None)
    assert len(said) == len(reports(folder)) == 1
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2
    caplog.clear()


def test_where_no_report_can_be_kept_the_fault_is_told_all_the_same(tmp_path, boxes, caplog):
    (tmp_path / "home").write_text("no folder")
    Alarm(tmp_path / "home")(ValueError, ValueError(), None)
    assert len(boxes) == 1
    assert watch(tmp_path / "home")() is None
    caplog.clear()


def test_a_crash_below_python_is_a_report_at_the_next_start(tmp_path, folder):
    done = subprocess.run(
        [sys.executable, "-c", SEGFAULT, tmp_path / "home"], cwd=ROOT, capture_output=True
    )
    assert done.returncode == -signal.SIGSEGV
    end = watch(tmp_path / "home")
    end()
    (report,) = reports(folder)
    text = report.read_text("utf-8-sig")
    assert "Fatal Python error: Segmentation fault" in text
    assert ", typed_by_user\n" in text
    assert os.fspath(ROOT) not in text
    assert list(folder.iterdir()) == [report]


def test_an_end_as_it_should_be_leaves_nothing(tmp_path, folder):
    watch(tmp_path / "home")()
    watch(tmp_path / "home")()
    assert list(folder.iterdir()) == []


def test_frames_of_a_crash_lose_their_paths_and_all_other_lines():
    left = (
        "Windows fatal exception: access violation\n\n"
        "Current thread 0x00001 (most recent call first):\n"
        '  File "C:\\Users\\สมหญิง\\AppData\\itadesk\\ui\\pages\\scores.py", line 12 in _save\n'
        '  File "C:\\Users\\สมหญิง\\x.py", line 3 in <module>\n'
        '  File "<string>", line 1 in <module>\n'
        f"{SECRET}\n"
    )
    assert list(of_crash(left)) == [
        "Windows fatal exception: access violation",
        "Current thread 0x00001 (most recent call first):",
        "  ui.pages.scores, 12, _save",
        "  x, 3, <module>",
        "  ?, 1, <module>",
    ]


def test_the_newest_reports_are_kept(folder):
    for second in range(KEPT + 2):
        keep_report(folder, "x", NOW.replace(second=second))
    assert len(reports(folder)) == KEPT
    assert reports(folder)[0].name.startswith("20261120-1030" + f"{KEPT + 1:02}")


@pytest.fixture
def start(qtbot, settings, tmp_path):
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_next_start_offers_the_report_until_it_is_dealt_with(start, folder, monkeypatch):
    offer_report(start)
    assert start.start.notice.text == ""
    report = keep_report(folder, "รายงาน", NOW)
    shown = []
    monkeypatch.setattr(crash_report, "show_report", lambda _window, path: shown.append(path))
    offer_report(start)
    assert start.start.notice.text == LAST_TIME
    start.start.notice._action.click()
    assert shown == [report]


def press(monkeypatch, words):
    """Presses that button as soon as the dialog is asked."""

    def answer(dialog):
        dialog.show()
        next(each for each in dialog.buttons if each.text() == words).click()

    monkeypatch.setattr(QDialog, "exec", answer)


def test_a_report_is_saved_to_be_sent_or_thrown_away(start, folder, tmp_path, monkeypatch):
    target = tmp_path / "ส่ง.txt"
    monkeypatch.setattr(files, "pick_save", lambda *_: None)
    press(monkeypatch, "บันทึกเป็นไฟล์…")
    report = keep_report(folder, "รายงาน", NOW)
    show_report(start, report)
    assert report.exists()
    monkeypatch.setattr(files, "pick_save", lambda *_: target)
    show_report(start, report)
    assert target.read_text("utf-8-sig") == "รายงาน"
    assert not report.exists()
    report = keep_report(folder, "รายงาน", NOW)
    press(monkeypatch, "ลบรายงาน")
    show_report(start, report)
    assert not report.exists()
    show_report(start, report)


def test_a_report_that_cannot_be_saved_there_stays(start, folder, tmp_path, monkeypatch, boxes):
    report = keep_report(folder, "รายงาน", NOW)
    monkeypatch.setattr(files, "pick_save", lambda *_: tmp_path / "none" / "ส่ง.txt")
    press(monkeypatch, "บันทึกเป็นไฟล์…")
    show_report(start, report)
    assert "ไม่พบโฟลเดอร์" in boxes[0][1]
    assert report.exists()


def test_the_text_of_a_dialog_can_be_copied(qtbot, clipboard):
    made = TextView(None, "หัวเรื่อง", "คำอธิบาย", "ข้อความ")
    qtbot.addWidget(made)
    made.copy.click()
    assert clipboard.text() == "ข้อความ"


def test_logging_off_saves_what_is_being_typed_and_closes_the_file(window, qapp, keys):
    end_with_system(qapp, window)
    window.frame.show_page("analysis")
    box = window.frame.page().findings.boxes[0].cause
    box.setFocus()
    keys("สาเหตุ")
    session = window.session
    assert not session.data.findings
    assert settle(window)
    assert session.data.findings[0].cause == "สาเหตุ"
    qapp.aboutToQuit.emit()
    assert session.closed


def test_what_cannot_be_saved_when_logging_off_is_no_clean_end(window, qapp, monkeypatch):
    end_with_system(qapp, window)
    monkeypatch.setattr(window.frame, "unsaved", lambda: "คะแนน ๑ ช่องยังไม่ได้บันทึก")
    session = window.session
    qapp.aboutToQuit.emit()
    assert not session.closed


@pytest.mark.usefixtures("qapp")
def test_surroundings_name_no_file_and_no_person():
    assert set(crash._surroundings()) == {"Qt", "จอ"}
