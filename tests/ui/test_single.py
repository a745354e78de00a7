"""A second start brings the first window forward; a window that is gone stands in nobody's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.locking import LockFile
from itadesk.one_window import Unanswered, begin
from itadesk.services.sample import sample_office
from ui import app as ui_app
from ui.app import make_window
from ui.dialogs import message
from ui.settings import UiSettings
from ui.single import Listener

ROOT = Path(__file__).parents[2]
BUSY = 20_000  # ms: the machine of the tests may do many things at once


@pytest.fixture
def starts(tmp_path):
    """`starts(path)` starts the program as installed; what still runs is ended."""
    begun = []
    home = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}

    def start(*words):
        process = subprocess.Popen(
            [sys.executable, "-m", "itadesk", *map(str, words)],
            cwd=ROOT,
            env=os.environ | home,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def office_file(folder, name):
    path = folder / f"{name}.itadesk"
    create_store(path, sample_office()).close()
    return path


def is_open(path):
    return path.with_name(f".~lock.{path.name}#").exists()


def test_a_second_start_opens_its_file_in_the_first_window(tmp_path, starts, qtbot):
    one, two = office_file(tmp_path, "หนึ่ง"), office_file(tmp_path, "สอง")
    first = starts(one)
    qtbot.waitUntil(lambda: is_open(one), timeout=BUSY)
    assert starts().wait(20) == 0
    assert is_open(one)
    assert starts(two).wait(20) == 0
    qtbot.waitUntil(lambda: is_open(two) and not is_open(one), timeout=BUSY)
    assert first.poll() is None


def test_after_a_killed_window_the_next_start_opens_its_file_itself(tmp_path, starts, qtbot):
    path = office_file(tmp_path, "หนึ่ง")
    first = starts(path)
    qtbot.waitUntil(lambda: is_open(path), timeout=BUSY)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    second = starts(path)
    mark = path.with_name(f".~lock.{path.name}#")
    before = mark.read_bytes()
    qtbot.waitUntil(lambda: mark.read_bytes() not in (b"", before), timeout=BUSY)
    assert second.poll() is None


def test_a_window_that_does_not_answer_is_told_of_and_no_request_stays(tmp_path):
    lock = LockFile(tmp_path / "window.lock")
    with pytest.raises(Unanswered, match="โปรแกรมเปิดอยู่แล้ว แต่ยังไม่ตอบ"):
        begin(tmp_path, None, patience=0.1)
    assert list((tmp_path / "requests").iterdir()) == []
    lock.let_go()


def test_a_first_window_that_ends_while_it_is_asked_leaves_its_seat(tmp_path):
    lock = LockFile(tmp_path / "window.lock")
    found = []
    asking = Thread(target=lambda: found.append(begin(tmp_path, tmp_path / "ก.itadesk", 30)))
    asking.start()
    requests = tmp_path / "requests"
    while not (requests.is_dir() and any(requests.glob("*.request"))):
        asking.join(0.01)
    lock.let_go()
    asking.join(20)
    assert found[0].lock is not None
    assert list(requests.iterdir()) == []


def test_what_was_asked_of_a_window_that_ended_is_forgotten(tmp_path):
    lock = LockFile(tmp_path / "window.lock")
    (tmp_path / "requests").mkdir()
    (tmp_path / "requests" / "old.request").write_text("/gone")
    lock.let_go()
    seat = begin(tmp_path, None, patience=0.1)
    assert seat.asked() == []


def test_without_a_folder_of_its_own_the_program_starts_all_the_same(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert begin(tmp_path / "file" / "home", None).lock is None


def test_why_there_is_no_window_is_said_in_a_box(qapp, monkeypatch):
    said = []
    monkeypatch.setattr(ui_app, "make_application", lambda _words: qapp)
    monkeypatch.setattr(message, "tell", lambda _parent, *words: said.append(words))
    assert ui_app.say("โปรแกรมยังไม่ตอบ") == 1
    assert said[0][1] == "โปรแกรมยังไม่ตอบ"


@pytest.fixture
def listening(qtbot, tmp_path):
    """A window that listens, and how it is asked."""
    window = make_window(None, Files(tmp_path), UiSettings(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    seat = begin(tmp_path, None)
    Listener(window, seat)
    window.show()

    def ask(words):
        (seat.requests / "one.request").write_text(words, encoding="utf-8")

    yield window, ask
    window.close_file()
    seat.lock.let_go()


def test_a_window_in_the_task_bar_comes_back(listening, qtbot):
    window, ask = listening
    window.setWindowState(Qt.WindowState.WindowMinimized)
    ask("")
    qtbot.waitUntil(lambda: not window.isMinimized())


@pytest.mark.parametrize("words", ["", "[", "\0", "/not/there.itadesk"])
def test_a_request_that_cannot_be_followed_is_answered_all_the_same(listening, qtbot, words):
    window, ask = listening
    ask(words)
    requests = window.storage.home / "requests"
    qtbot.waitUntil(lambda: list(requests.iterdir()) == [])
    assert window.session is None


def test_a_file_waits_until_the_question_on_the_screen_is_answered(listening, qtbot, tmp_path):
    window, ask = listening
    path = office_file(tmp_path, "หนึ่ง")
    box = QDialog(window)
    box.setModal(True)
    box.show()
    ask(str(path))
    qtbot.waitUntil(lambda: list((tmp_path / "requests").iterdir()) == [])
    assert window.session is None
    box.close()
    qtbot.waitUntil(lambda: window.session is not None)


def test_the_file_that_is_open_already_stays_as_it_is(listening, qtbot, tmp_path):
    window, ask = listening
    path = office_file(tmp_path, "หนึ่ง")
    window.open_path(path)
    frame = window.frame
    ask(str(path.parent / ".." / path.parent.name / path.name))
    qtbot.waitUntil(lambda: list((tmp_path / "requests").iterdir()) == [])
    assert window.frame is frame
