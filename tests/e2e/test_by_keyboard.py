"""Seed 002 from an empty window to the printed document: nothing but keys."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from itadesk.__main__ import Files
from itadesk.reports.forms import forms
from itadesk.thai.digits import to_thai
from tests.helpers import clerk
from tests.helpers.clerk import ALL, CTRL, DOWN, ENTER, until
from tests.helpers.keyboard import command, press, tab_to, write
from tests.helpers.printed import seed_002_texts, text_of, unprinted
from tests.helpers.seeds import seed
from ui.app import make_window
from ui.dialogs.new_office import NewOfficeDialog
from ui.settings import UiSettings

ESC, HOME, SPACE = Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Space
NEXT = (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def step(number: int) -> None:
    """Ctrl+1…: to a page of the year's road."""
    press((Qt.Key(Qt.Key.Key_0 + number), CTRL))


def choose(words: str) -> None:
    """The entry of the open menu that begins with some words."""
    until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        QTest.keyClick(menu, DOWN)
        if menu.activeAction().text().startswith(words):
            QTest.keyClick(menu, ENTER)
            return
    pytest.fail(f"no entry of the menu begins with {words}")


def make_office(patch, window, name):
    def fill(dialog):
        until(lambda: not dialog.name.hasSelectedText())
        press(name)
        tab_to("ปีงบประมาณที่ประเมิน")
        while dialog.year.currentData() != 2568:
            press(DOWN)
        press(ENTER)

    patch.setattr(NewOfficeDialog, "exec", clerk.answered(fill))
    press(ENTER)
    assert window.session.year == 2568


def enter_scores(data):
    step(1)
    for each in data["indicators"]:
        press(*(stroke for q in each["questions"] for stroke in (q["score_text"], ENTER)))


def write_analysis(data):
    """Each indicator in turn; those about documents name the items that they are about."""
    for each in data["indicators"]:
        found = each["analysis"]
        if not found["cause"]:
            continue
        step(2)
        press(HOME, *[NEXT] * ((each["nos"][0] if "nos" in each else each["no"]) - 1))
        if "nos" in each:
            tab_to("เลือกข้อ")
            press(ENTER)
            for low in found["lowest"]:
                press(ALL, to_thai(low["code"]), ENTER)
            press(ESC)
        write("สาเหตุเกิดจาก", found["cause"])
        write("แนวทางการยกระดับ", "\n".join(found["guideline"]))


def write_measures(data):
    columns = ("มาตรการ โครงการ", "ผลการวิเคราะห์ตัวชี้วัด", "ขั้นตอนหรือวิธีการ")
    for each in data["measures"]:
        step(3)
        command("เพิ่มมาตรการ")
        choose(f"{to_thai(str(each['indicator_no']))} ")
        for field, column in zip(columns, data["measure_columns"][:3], strict=True):
            write(field, "\n".join(each[column]))
        tab_to("เพิ่มสำนักหรือกอง")
        press(each["ผู้รับผิดชอบ"], ENTER)


def word_document(data, page):
    """The document of both parts, with the titles of the office."""
    step(4)
    press(HOME)
    while not page().subtitle().endswith(data["title"]):
        press(DOWN)
    tab_to("แก้ไขข้อความในเอกสาร")
    press(SPACE)
    form = next(form for form in forms() if form.title == data["title"])
    labels = {text.key: text.label for text in form.texts}
    for key in ("analysis_title", "measures_title", "measures_intro"):
        write(labels[key], data[key])


@pytest.fixture
def window(qapp, tmp_path):  # noqa: ARG001
    settings = UiSettings(tmp_path / "window.ini")
    settings.folder = tmp_path
    made = make_window(None, Files(tmp_path / "home"), settings)
    made.resize(1093, 543)
    clerk.in_front(made)
    yield made
    made.close_file()
    made.close()


def test_seed_002_is_typed_and_printed_without_a_mouse(window, tmp_path, monkeypatch):
    data = seed("002")
    make_office(monkeypatch, window, data["agency"]["name_th"].removeprefix("องค์การบริหารส่วนตำบล"))
    enter_scores(data)
    write_analysis(data)
    write_measures(data)
    word_document(data, window.frame.page)
    pdf, paper = tmp_path / "002.pdf", tmp_path / "paper.pdf"
    monkeypatch.setattr("ui.dialogs.files.pick_save", lambda *_: pdf)
    command("บันทึกเป็น PDF")
    until(pdf.exists)
    heads = (data["analysis_columns"], data["measure_columns"])
    assert unprinted(seed_002_texts(data), text_of(pdf, heads)) == []
    monkeypatch.setattr("ui.dialogs.output.ask_printer", lambda *_: printer_to(paper))
    command("พิมพ์")
    until(lambda: window.frame.notice.text.startswith("ส่งไปพิมพ์แล้ว"))
    assert len(pypdfium2.PdfDocument(paper)) == len(pypdfium2.PdfDocument(pdf)) >= 6


def printer_to(path):
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
