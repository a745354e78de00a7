"""Thai marks above and below are drawn whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject

from ui import theme
from ui.fonts import load_fonts
from ui.tokens import LIGHT
from ui.widgets.broken_label import BrokenLabel
from ui.widgets.labels import label


def ink(widget, height):
    widget.resize(320, height)
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return sum(image.pixelColor(x, y) != ground for x, y in places)


@pytest.mark.parametrize("role", ["", "title", "heading", "strong", "quiet", "badge"])
def test_a_label_cuts_no_mark(qapp, role):
    load_fonts()
    theme.apply_theme(qapp, LIGHT)
    made = label("ผู้ กุ กตัญญู ที่นี้ ปู่", role)
    made.ensurePolished()
    height = made.sizeHint().height()
    assert ink(made, height) == ink(made, height + 20)


class Drawn(QObject):
    """What of a widget is drawn."""

    def __init__(self, widget):
        super().__init__()
        self.areas = []
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        if event.type() == QEvent.Type.Paint:
            self.areas.append(event.region().boundingRect())
        return False


@pytest.mark.parametrize("kind", [label, BrokenLabel])
def test_another_text_is_drawn_with_the_margins(qtbot, kind):
    made = kind("ทั้งตาราง ๑")
    made.setContentsMargins(0, 3, 0, 3)
    made.setMinimumWidth(300)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.wait(50)
    drawn = Drawn(made)
    made.setText("ทั้งตาราง ๒")
    qtbot.waitUntil(lambda: drawn.areas == [made.rect()])


def test_headings_grow_with_the_font_of_the_program(qapp):
    made = label("หัวเรื่อง", "heading")
    theme.apply_theme(qapp, LIGHT, 22)
    made.ensurePolished()
    assert made.font().pointSizeF() == pytest.approx(26)
    theme.apply_theme(qapp, LIGHT)
    made.ensurePolished()
    assert made.font().pointSizeF() == pytest.approx(13)
