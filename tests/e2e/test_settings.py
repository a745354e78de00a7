"""The settings of an office by keys alone, from the palette to the file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.model.office import Digits
from itadesk.services.sample import sample_office
from itadesk.services.years import start_year
from tests.helpers import clerk
from tests.helpers.clerk import DOWN, TAB, until
from tests.helpers.keyboard import command, press, said, tab_to, write
from ui import theme
from ui.app import make_window
from ui.look import Choice
from ui.settings import UiSettings


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "ตัวอย่าง.itadesk"
    store = create_store(made, sample_office())
    start_year(store, 2568)
    store.close()
    return made


@pytest.fixture
def opened(qapp, tmp_path, path):
    """Opens the file in a window of its own, as often as it is called."""
    settings, made = UiSettings(tmp_path / "window.ini"), []

    def open_file():
        window = make_window(path, Files(tmp_path / "home"), settings)
        window.resize(1093, 543)
        made.append(window)
        clerk.in_front(window)
        return window

    yield open_file
    for window in made:
        window.close_file()
        window.close()
    theme.choose(qapp, Choice.SYSTEM, 100)


def test_the_settings_are_made_by_keys_and_are_there_again(opened):
    window = opened()
    command("หน่วยงาน")
    assert said() == "ชื่อเต็มของหน่วยงาน"
    write("ชื่อเต็มของหน่วยงาน", "เทศบาลตำบลตัวอย่าง")
    write("อำเภอ", "เมืองใหม่")
    command("สำนัก/กอง")
    write("สำนัก/กอง", "สำนักปลัด\nกองคลัง")
    command("เกณฑ์และถ้อยคำ")
    write("คะแนนต่ำกว่าเท่าใดถือว่าเร่งด่วน", "๘๐")
    command("เอกสารและแบบอักษร")
    assert said() == "ตัวเลขในเอกสาร"
    press(DOWN, TAB)
    command("ผู้ลงนาม")
    tab_to("เพิ่มผู้ลงนาม")
    press(Qt.Key.Key_Space)
    write("ชื่อ", "สมหญิง ตั้งใจดี")
    press(TAB)
    window.close_file()

    session = opened().session
    office = session.ask(lambda store: store.office.get())
    kept = session.ask(lambda store: store.office.settings())
    assert (office.name, office.district) == ("เทศบาลตำบลตัวอย่าง", "เมืองใหม่")
    assert kept.units == ("สำนักปลัด", "กองคลัง")
    assert (kept.thresholds.urgent, kept.digits) == (Decimal(80), Digits.ARABIC)
    assert "สมหญิง ตั้งใจดี" in [each.name for each in kept.signatories]


def test_tab_goes_from_the_index_into_the_section_that_is_chosen(opened):
    window = opened()
    window.frame.show_page("settings")
    index = window.frame.page().sections.index
    until(index.hasFocus)
    press(*[DOWN] * 8, TAB)
    assert said() == "ขนาดตัวอักษร"


def test_the_text_grows_with_every_key_and_the_keys_stay_where_it_is_chosen(opened):
    window = opened()
    command("หน้าจอ")
    for percent in (110, 125, 150):
        assert said() == "ขนาดตัวอักษร"
        press(DOWN)
        until(lambda: theme.px(100) == percent)  # noqa: B023
        until(lambda: said() == "ขนาดตัวอักษร")
    assert window.frame.page().display.text_size.currentData() == 150
