"""The list of pages beside the preview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from itadesk.reports.content import Document, Paragraph, Run, Section
from itadesk.services.reporting import pdf_of
from ui.widgets.pdf_pane import PdfPane


def pdf(pages: int, *, landscape: bool = False) -> bytes:
    sections = (
        Section((Paragraph((Run(f"หน้าที่ {n}"),)),), landscape=landscape) for n in range(pages)
    )
    return pdf_of(Document("ทดสอบ", "ผู้ทดสอบ", tuple(sections)))


@pytest.fixture
def pane(qtbot):
    made = PdfPane()
    made.resize(800, 500)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def show(qtbot, pane, data):
    with qtbot.waitSignal(pane.view.opened, timeout=5000):
        pane.view.show_pdf(data)


def test_every_page_has_its_picture_and_number(qtbot, pane):
    show(qtbot, pane, pdf(3))
    assert [pane.list.item(n).text() for n in range(3)] == ["หน้า ๑", "หน้า ๒", "หน้า ๓"]
    qtbot.waitUntil(lambda: all(pane.list.picture(n) for n in range(3)), timeout=5000)
    assert pane.list.currentRow() == 0


def test_a_click_goes_to_the_page(qtbot, pane):
    show(qtbot, pane, pdf(3))
    place = pane.list.visualItemRect(pane.list.item(1)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.view.page == 1
    assert pane.pages.text() == "หน้า ๒/๓"


def test_keys_go_through_all_pages_though_several_are_in_sight(qtbot, pane):
    show(qtbot, pane, pdf(4, landscape=True))
    pane.view.set_zoom(0.25)
    pane.list.setFocus()
    for page in (1, 2, 3):
        qtbot.keyClick(pane.list, Qt.Key.Key_Down)
        assert (pane.list.currentRow(), pane.view.page) == (page, page)
    assert pane.pages.text() == "หน้า ๔/๔"


def test_scrolling_marks_the_page_that_is_seen(qtbot, pane):
    show(qtbot, pane, pdf(3))
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert pane.list.currentRow() == 2
    bar.setValue(0)
    assert pane.list.currentRow() == 0


def test_the_list_folds_where_it_is_narrow_and_can_be_opened_there(qtbot, pane):
    show(qtbot, pane, pdf(3))
    assert pane.list.isVisible()
    pane.resize(500, 500)
    assert not pane.list.isVisible()
    pane.turn.click()
    assert pane.list.isVisible()
    pane.resize(480, 500)
    assert pane.list.isVisible()
    pane.turn.click()
    assert not pane.list.isVisible()


def test_one_page_needs_no_list(qtbot, pane):
    show(qtbot, pane, pdf(1))
    assert not pane.list.isVisible()
    assert not pane.turn.isEnabled()


def test_a_shorter_document_has_a_shorter_list_and_none_has_none(qtbot, pane):
    show(qtbot, pane, pdf(4))
    show(qtbot, pane, pdf(2))
    assert pane.list.count() == 2
    pane.view.clear()
    assert pane.list.count() == 0
    assert pane.pages.text() == ""
