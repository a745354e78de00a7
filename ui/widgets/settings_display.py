"""Settings of this computer: the size of the text and the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from itadesk.thai.digits import to_thai
from ui import theme
from ui.fonts import scale
from ui.look import SIZES, Choice
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label

THEMES = {
    Choice.SYSTEM: "ตามระบบ",
    Choice.LIGHT: "สว่าง",
    Choice.DARK: "มืด",
    Choice.CONTRAST: "ความต่างสีสูง",
}


class DisplayCard(Card):
    """Asks for what is chosen; the window does it and keeps it."""

    wants_size = Signal(int)  # percent
    wants_theme = Signal(str)

    def __init__(self) -> None:
        super().__init__("หน้าจอ")
        self.add(label("ใช้กับโปรแกรมในเครื่องนี้ ไม่มีผลต่อเอกสารที่พิมพ์และไม่ติดไปกับไฟล์", "quiet", wrap=True))
        self.text_size, self.colours = CalmCombo(), CalmCombo()
        for percent in SIZES:
            words = f"{to_thai(str(percent))}%"
            self.text_size.addItem(f"{words} (ปกติ)" if percent == 100 else words, percent)
        for choice, words in THEMES.items():
            self.colours.addItem(words, choice)
        form = FormGrid()
        form.add(
            "ขนาดตัวอักษร",
            self.text_size,
            hint="กด Ctrl และ + หรือ − ที่หน้าใดก็ได้ กด Ctrl และ 0 กลับเป็นขนาดปกติ",
        )
        form.add(
            "สีของหน้าจอ",
            self.colours,
            hint="“ตามระบบ” เปลี่ยนตาม Windows รวมทั้งโหมดความต่างสีสูง",
        )
        self.body.addLayout(form)
        self.text_size.choose(round(scale() * 100))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.colours.choose(theme.chosen(app))
        self.text_size.activated.connect(lambda: self.wants_size.emit(self.text_size.currentData()))
        self.colours.activated.connect(lambda: self.wants_theme.emit(self.colours.currentData()))
