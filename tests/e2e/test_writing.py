"""Writing Thai as a clerk does: pasted from Word, numbered, mended, replaced, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.sample import sample_office
from itadesk.services.years import load_year, start_year
from tests.helpers.clerk import ALL, CTRL, ENTER, PASTE, TAB, UNDO, answered, in_front, press, until
from ui import theme
from ui.app import make_window
from ui.fonts import load_fonts
from ui.settings import UiSettings
from ui.tokens import LIGHT

FROM_WORD = "กองช่าง\u00a0ทํางานช้า\x0bและแจ้\u00adงไม่ทั่วถึง"
REDO = (Qt.Key.Key_Y, CTRL)


@pytest.fixture
def path(tmp_path):
    """An office's file with the year 2568 and one measure."""
    made = tmp_path / "หน่วยงาน.itadesk"
    store = create_store(made, sample_office())
    start_year(store, 2568)
    save_measure(store, 2568, Measure(title="ปรับปรุงบริการ", indicator=1))
    store.close()
    return made


@pytest.fixture
def window(qtbot, qapp, path, tmp_path):
    load_fonts()
    theme.apply_theme(qapp, LIGHT)
    made = make_window(path, Files(tmp_path / "home"), UiSettings(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.resize(1093, 543)
    in_front(made)
    return made


def go_to(window, place):
    window.frame.show_page(place)
    return window.frame.page()


def mend(field, word, right):
    """The suggestion for an underlined word, from the menu at the cursor."""
    until(lambda: word in field.proofing.doubted())
    cursor = field.textCursor()
    cursor.setPosition(field.toPlainText().index(word) + 1)
    field.setTextCursor(cursor)
    at = QPoint(5, 5)
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(by_key, at, field.mapToGlobal(at)))
    menu = next(menu for menu in field.findChildren(QMenu) if menu.isVisible())
    assert menu.actions()[0].text() == right
    menu.actions()[0].trigger()
    menu.close()
    in_front(field.window())


def replace_all(monkeypatch, old, new):
    def fill(dialog):
        press(ALL, old)
        until(lambda: dialog.list.chosen())
        press(TAB, new, ENTER)

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    press((Qt.Key.Key_H, CTRL))


def undo(window):
    until(window.deeds.undo.isEnabled)
    press(UNDO)


def test_from_word_to_the_file_and_back(window, path, monkeypatch):
    analysis = go_to(window, "analysis:1")
    pasted = QMimeData()
    pasted.setText(FROM_WORD)
    pasted.setHtml(f"<b>{FROM_WORD}</b>")
    QApplication.clipboard().setMimeData(pasted)
    cause = analysis.findings.boxes[0].cause
    cause.setFocus()
    press(PASTE)
    QApplication.clipboard().clear()
    assert cause.toPlainText() == "กองช่าง ทำงานช้า\nและแจ้งไม่ทั่วถึง"

    steps = go_to(window, "measures:1").form.steps
    steps.setFocus()
    press("๑. กองช่างจัดทำมาตการ", ENTER, "เตรียมงาน", ENTER, ENTER, "รายงาน")
    assert steps.text().split("\n")[:2] == ["๑. กองช่างจัดทำมาตการ", "๒. เตรียมงาน"]
    mend(steps, "มาตการ", "มาตรการ")
    assert steps.text() == "๑. กองช่างจัดทำมาตรการ\n๒. เตรียมงาน\nรายงาน"

    replace_all(monkeypatch, "กองช่าง", "กองคลัง")
    assert window.frame.notice.text == "แทนที่แล้ว ๒ ตำแหน่ง"
    assert steps.text().startswith("๑. กองคลังจัดทำมาตรการ")
    undo(window)
    assert window.frame.notice.text == "เลิกทำแล้ว: แทนที่ “กองช่าง” ด้วย “กองคลัง”"
    until(window.deeds.redo.isEnabled)
    press(REDO)
    window.close()

    store = open_store(path)
    data = load_year(store, 2568)
    store.close()
    assert data.findings[0].cause == "กองคลัง ทำงานช้า\nและแจ้งไม่ทั่วถึง"
    assert data.measures[0].steps[0].text == "๑. กองคลังจัดทำมาตรการ"
