from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool

from itadesk.errors import BadFile
from ui.background import run_in_background


@pytest.fixture
def parent(qapp):  # noqa: ARG001
    return QObject()


def test_work_is_done_in_another_thread_and_its_result_comes_back(parent, qtbot):
    here, seen = threading.get_ident(), []
    run_in_background(
        parent,
        threading.get_ident,
        lambda there: seen.append((there, threading.get_ident())),
        seen.append,
    )
    qtbot.waitUntil(lambda: bool(seen))
    ((there, back),) = seen
    assert there != here
    assert back == here


def test_a_refusal_comes_back_as_its_sentence(parent, qtbot):
    def work():
        raise BadFile("เปิดไฟล์ไม่ได้")

    failed = []
    run_in_background(parent, work, failed.append, failed.append)
    qtbot.waitUntil(lambda: failed == ["เปิดไฟล์ไม่ได้"])


def test_a_bug_flies_in_the_thread_of_the_window(parent, qtbot):
    def work():
        raise ZeroDivisionError

    seen = []
    with qtbot.captureExceptions() as exceptions:
        run_in_background(parent, work, seen.append, seen.append)
        qtbot.waitUntil(lambda: bool(exceptions))
    assert exceptions[0][0] is ZeroDivisionError
    assert seen == []


def test_nothing_comes_back_to_what_is_gone(qapp, qtbot):
    from shiboken6 import delete

    parent, go, seen = QObject(), threading.Event(), []
    run_in_background(parent, lambda: go.wait(5), seen.append, seen.append)
    delete(parent)
    go.set()
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    qapp.sendPostedEvents()
    assert seen == []
