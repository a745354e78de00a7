from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from itadesk.reports.content import Document, Paragraph, Run, Section
from itadesk.services.reporting import pdf_of
from ui.widgets.pdf_layout import Anchor, Stack, fitting
from ui.widgets.pdf_source import PdfSource, folded
from ui.widgets.pdf_view import PdfView

SIZES = ((595.0, 842.0), (842.0, 595.0), (595.0, 842.0))


def pdf(*pages: str, landscape: int = -1) -> bytes:
    sections = []
    for number, text in enumerate(pages):
        blocks = (Paragraph((Run(text),)),)
        sections.append(Section(blocks, landscape=number == landscape))
    return pdf_of(Document("ทดสอบ", "ผู้ทดสอบ", tuple(sections)))


@pytest.fixture
def view(qtbot):
    made = PdfView()
    made.resize(500, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(qtbot, view, data):
    with qtbot.waitSignal(view.opened, timeout=5000):
        view.show_pdf(data)


def test_pages_stand_below_each_other_and_only_seen_ones_are_drawn(qtbot, view):
    show(qtbot, view, pdf("หน้าแรก", "หน้าสอง", "หน้าสาม", "หน้าสี่"))
    qtbot.waitUntil(lambda: view.picture(0) is not None)
    assert view.picture(3) is None
    view.go_to_page(3)
    qtbot.waitUntil(lambda: view.picture(3) is not None)


def test_a_page_is_drawn_in_the_pixels_it_fills(qtbot, view):
    show(qtbot, view, pdf("คม"))
    qtbot.waitUntil(lambda: view.picture(0) is not None)
    width = view.viewport().width() - 24
    assert view.picture(0).width() == pytest.approx(width * view.devicePixelRatioF(), abs=2)


def test_the_place_survives_a_new_document_and_zooming(qtbot, view):
    show(qtbot, view, pdf("ก", "ข", "ค"))
    view.go_to_page(1)
    assert view.page == 1
    show(qtbot, view, pdf("ก", "ข แก้แล้ว", "ค"))
    assert view.page == 1
    view.set_zoom(2)
    assert view.page == 1
    view.set_zoom(0)
    assert view.page == 1


def test_zoom_steps_wheel_and_keys(qtbot, view):
    show(qtbot, view, pdf("ก"))
    with qtbot.waitSignal(view.zoomed) as told:
        view.set_zoom(1)
    assert told.args == [100]
    turn = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.zoomed) as told:
        QApplication.sendEvent(view.viewport(), turn)
    assert told.args == [120]
    with qtbot.waitSignal(view.zoomed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [100]
    with qtbot.waitSignal(view.zoomed) as told:
        qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert told.args != [100]


def test_page_down_and_control_page_down(qtbot, view):
    show(qtbot, view, pdf("ก", "ข", "ค"))
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > before
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2


def test_hits_are_counted_and_gone_through(qtbot, view):
    show(qtbot, view, pdf("มาตรการหนึ่ง", "ไม่มีอะไร", "มาตรการสอง"))
    with qtbot.waitSignal(view.found) as told:
        view.search("มาตรการ")
    assert told.args == [1, 2]
    with qtbot.waitSignal(view.found) as told:
        view.go_to_hit(1)
    assert told.args == [2, 2]
    assert view.page == 2
    with qtbot.waitSignal(view.found) as told:
        view.search("")
    assert told.args == [0, 0]


def test_the_newest_of_two_documents_is_shown(qtbot, view):
    view.show_pdf(pdf("เก่า"))
    show(qtbot, view, pdf("ใหม่", "ใหม่"))
    assert len(view.source.sizes) == 2


def test_clearing_drops_a_document_that_is_still_being_opened(qtbot, view):
    view.show_pdf(pdf("ก"))
    view.clear()
    show(qtbot, view, pdf("ข", "ค"))
    assert len(view.source.sizes) == 2


def test_a_view_that_is_gone_is_told_nothing(qtbot):
    view = PdfView()
    worker = view.worker
    view.show_pdf(pdf("ก"))
    view.deleteLater()
    del view
    done = []
    worker.do("after", lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])


def test_a_search_passes_over_line_ends_digits_and_the_two_ways_to_write_sara_am():
    source = PdfSource(pdf("ข้อ ๑๐ น้ำดื่มและการกำกับ " + "ยาว " * 40 + "ปลายทาง"))
    assert len(source.find("ข้อ 10")) == 1
    assert len(source.find("น้ำ")) == 1
    assert len(source.find("น้า")) == 0
    assert len(source.find("กำกับ")) == 1
    assert source.find("  ") == []
    hit = source.find("ปลายทาง")[0]
    assert hit.places[0].width() > 5
    assert folded("น้ำ") == folded("น้\u0e4dา") == folded("น\u0e4d้า")
    source.close()


def test_a_landscape_page_is_wider():
    source = PdfSource(pdf("ตั้ง", "นอน", landscape=1))
    (width, height), (wide, low) = source.sizes
    assert (round(wide), round(low)) == (round(height), round(width))
    assert source.image(1, 0.5).width() > source.image(1, 0.5).height()
    source.close()


def test_anchors_survive_another_scale():
    small, large = Stack(SIZES, 0.5, 500), Stack(SIZES, 2.0, 500)
    y = small.page(1).top() + 0.25 * small.page(1).height()
    assert small.anchor(y) == Anchor(1, pytest.approx(0.25))
    moved = large.height_of(small.anchor(y))
    assert large.page(1).top() < moved < large.page(1).bottom()
    assert Stack((), 1.0, 500).anchor(0) == Anchor()


def test_the_widest_page_fills_the_window():
    assert fitting(SIZES, 866) == pytest.approx(1.0)
    assert Stack(SIZES, 1.0, 866).between(0, 100) == range(1)
