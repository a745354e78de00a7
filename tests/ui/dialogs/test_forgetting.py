"""ลบถาวร: counted while one types, asked about, gone past undo, and told what stays elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from itadesk.model.work import Measure
from itadesk.services.measures import remove_measure, save_measure
from tests.helpers.clerk import TAB, answered, press, until
from ui.dialogs import message
from ui.dialogs.forgetting import ForgetDialog

NAME = "สมปองใจดี"


@pytest.fixture
def year(session):
    session.run(save_measure, 2568, Measure(title=f"ข้อร้องเรียนของ{NAME}"))
    return session


def dialog_of(window, session, qtbot, **more):
    made = ForgetDialog(window.frame, session, **more)
    qtbot.addWidget(made)
    return made


def test_words_are_counted_and_removed_from_the_menu(window, year, monkeypatch):
    asked, seen = [], []

    def fill(dialog):
        press(NAME)
        until(lambda: dialog.forget_words.isEnabled())
        seen.append(dialog.found.text())
        press(TAB, "ผู้ร้อง")
        dialog.forget_words.click()

    def agree(_parent, title, text, **_words):
        asked.append(f"{title} {text}")
        return True

    monkeypatch.setattr(message, "confirm", agree)
    monkeypatch.setattr(QDialog, "exec", answered(fill))
    window.deeds.care.aboutToShow.emit()
    entry = [each for each in window.deeds.care.actions() if each.text() == "ลบถาวร…"]
    entry[0].trigger()
    assert "พบในข้อความ ๑ แห่ง" in seen[0]
    assert "เรียกคืนไม่ได้" in asked[0]
    assert year.data.measures[-1].title == "ข้อร้องเรียนของผู้ร้อง"
    assert year.undo_label() is None
    assert "สำเนาสำรอง" in window.frame.notice.text


def test_nothing_is_removed_unless_agreed(window, year, qtbot, monkeypatch):
    monkeypatch.setattr(message, "confirm", lambda *_, **__: False)
    dialog = dialog_of(window, year, qtbot)
    dialog.words.setText(NAME)
    dialog.forget_words.setEnabled(True)
    dialog.forget_words.click()
    assert NAME in year.data.measures[-1].title


def test_words_too_short_are_told_and_others_found_nowhere(window, year, qtbot):
    dialog = dialog_of(window, year, qtbot)
    dialog.words.setText("กข")
    dialog.look()
    assert "อย่างน้อย" in dialog.found.text()
    dialog.words.setText("ไม่มีคำนี้แน่นอน")
    dialog.look()
    assert dialog.found.text() == "ไม่พบคำนี้ในไฟล์"
    assert not dialog.forget_words.isEnabled()


def test_traces_of_deleted_things_go(window, year, qtbot, monkeypatch):
    monkeypatch.setattr(message, "confirm", lambda *_, **__: True)
    year.run(remove_measure, 2568, year.data.measures[-1].id)
    dialog = dialog_of(window, year, qtbot)
    assert dialog.forget_deleted.isEnabled()
    dialog.forget_deleted.click()
    assert not dialog_of(window, year, qtbot).forget_deleted.isEnabled()


def test_the_old_part_of_the_log_goes(window, year, qtbot, monkeypatch):
    monkeypatch.setattr(message, "confirm", lambda *_, **__: True)
    dialog = dialog_of(window, year, qtbot, today=lambda: date(9998, 2, 28))
    assert "รายการ" in dialog.old.text()
    dialog.forget_old.click()
    assert len(year.ask(lambda store: store.change_log.lines())) == 1


def test_fields_keep_their_height_on_a_small_screen(window, session, qtbot):
    dialog = dialog_of(window, session, qtbot)
    dialog.resize(680, 400)
    dialog.show()
    for field in (dialog.words, dialog.instead):
        qtbot.waitUntil(lambda field=field: field.height() >= field.sizeHint().height())


def test_what_cannot_be_removed_looks_so(window, session, qtbot):
    dialog = dialog_of(window, session, qtbot)
    dialog.show()
    one = dialog.forget_words
    assert not one.isEnabled()
    grey = one.grab().toImage()
    one.setEnabled(True)
    assert one.grab().toImage() != grey
