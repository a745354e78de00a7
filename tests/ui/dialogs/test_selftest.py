from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QApplication

from ui.dialogs import selftest
from ui.dialogs.selftest import SelfTestDialog
from ui.widgets.card import Card


@pytest.fixture
def dialog(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = SelfTestDialog(None, tmp_path, tmp_path)
    qtbot.addWidget(made)
    yield made
    made.reject()


def test_it_tries_this_computer_and_gives_a_report_to_send(dialog, qtbot, tmp_path, monkeypatch):
    assert not dialog.save.isEnabled()
    qtbot.waitUntil(lambda: bool(dialog.report), timeout=30_000)
    assert "ผ่าน" in dialog.state.text()
    names = [card.accessibleName() for card in dialog.area.widget().findChildren(Card)]
    assert "เอกสาร PDF ผ่าน" in names
    # what is to be looked at stands before what passed
    assert names == sorted(names, key=lambda name: name.endswith(" ผ่าน"))
    target = tmp_path / "รายงาน.txt"
    monkeypatch.setattr(selftest, "pick_save", lambda *_words: target)
    dialog.save.click()
    assert target.read_text(encoding="utf-8-sig") == dialog.report
    dialog.copy.click()
    assert QApplication.clipboard().text() == dialog.report


def test_a_process_that_breaks_is_told_and_can_be_asked_again(qtbot, tmp_path, monkeypatch):
    whole = sys.executable
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no such program"))
    dialog = SelfTestDialog(None, tmp_path, tmp_path)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "หยุดกลางคัน" in dialog.problem.text())
    assert (dialog.again.isEnabled(), dialog.save.isEnabled()) == (True, False)
    monkeypatch.setattr(sys, "executable", whole)
    dialog.again.click()
    qtbot.waitUntil(lambda: bool(dialog.report), timeout=30_000)
    assert dialog.problem.isHidden()
    dialog.reject()


def test_it_can_be_left_while_it_is_asking(dialog):
    dialog.reject()
    assert dialog.report == ""
