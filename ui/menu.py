"""The program's actions with their keys, and the menu that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from itadesk.thai.digits import to_thai

if TYPE_CHECKING:
    from ui.pages import Page


class Actions(QObject):
    """All actions of the window; the window connects them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        key = QKeySequence.StandardKey
        self.new = self._make("ไฟล์ใหม่…", key.New)
        self.open = self._make("เปิดไฟล์…", key.Open)
        self.recent = QMenu("เปิดไฟล์ล่าสุด", parent)
        self.close_file = self._make("ปิดไฟล์นี้", "Ctrl+W")
        self.import_excel = self._make("นำเข้าจาก Excel…", "Ctrl+I")
        self.export_excel = self._make("ส่งออก Excel…", "Ctrl+E")
        self.take_over = self._make("นำข้อมูลปีก่อนมาใช้…", "")
        self.wish = self._make("ลองปรับคะแนน…", "")
        self.undo = self._make("เลิกทำ", key.Undo)
        self.redo = self._make("ทำซ้ำ", "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.larger = self._make("ตัวอักษรใหญ่ขึ้น", "Ctrl++")
        self.larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.smaller = self._make("ตัวอักษรเล็กลง", "Ctrl+-")
        self.normal = self._make("ตัวอักษรขนาดปกติ", "Ctrl+0")
        self.sizes = QMenu("ขนาดตัวอักษร", parent)
        self.sizes.addActions((self.larger, self.smaller, self.normal))
        self.help = self._make("วิธีใช้หน้านี้", "F1")
        self.keys = self._make("คีย์ลัดทั้งหมด", "Shift+F1")
        self.find = self._make("ค้นหา", key.Find)  # the page's own search where it has one
        self.find_all = self._make("ค้นหาทุกอย่างในไฟล์…", "Ctrl+Shift+F")
        self.replace = self._make("ค้นหาและแทนที่…", "Ctrl+H")
        self.palette = self._make("ไปที่หน้าหรือคำสั่ง…", "Ctrl+K")
        self.leave = self._make("ออกจากโปรแกรม", "Ctrl+Q")
        self.care = QMenu("ดูแลไฟล์", parent)  # filled by ui/caring
        self.file = QMenu("ไฟล์", parent)
        self.file.addActions((self.new, self.open, self.recent.menuAction(), self.close_file))
        self.file.addSeparator()
        self.file.addAction(self.leave)
        self.steps: list[QAction] = []

    def menu(self) -> QMenu:
        """The menu behind เมนู."""
        menu = QMenu(self._parent)
        for group in self._groups():
            menu.addActions(group)
            menu.addSeparator()
        return menu

    def listed(self) -> list[QAction]:
        """What the menu holds, in its order; what is within its menus last."""
        inner = self.file.actions() + self.sizes.actions()
        return [action for group in self._groups() for action in group] + inner

    def _groups(self) -> tuple[tuple[QAction, ...], ...]:
        return (
            (self.undo, self.redo),
            (self.find_all, self.replace, self.palette),
            (self.import_excel, self.export_excel, self.take_over, self.wish),
            (self.file.menuAction(), self.care.menuAction()),
            (self.sizes.menuAction(), self.help, self.keys),
        )

    def follow(self, undo: str | None, redo: str | None, *, file: bool, year: bool) -> None:
        """What can be done now, and what undo and redo would do."""
        self.undo.setText(f"เลิกทำ: {undo}" if undo else "เลิกทำ")
        self.undo.setEnabled(undo is not None)
        self.redo.setText(f"ทำซ้ำ: {redo}" if redo else "ทำซ้ำ")
        self.redo.setEnabled(redo is not None)
        finding = (self.find, self.find_all, self.palette)
        for action in (self.import_excel, self.close_file, *finding):
            action.setEnabled(file)
        for action in (self.export_excel, self.take_over, self.replace, self.wish):
            action.setEnabled(year)

    def number_steps(self, steps: Sequence[Page]) -> list[QAction]:
        """Ctrl+1 and so on for the steps of the road."""
        for old in self.steps:
            self._parent.removeAction(old)
            old.deleteLater()
        self.steps = [
            self._make(f"{to_thai(str(n))} {page.title}", f"Ctrl+{n}")
            for n, page in enumerate(steps[:9], 1)
        ]
        return self.steps

    def _make(self, words: str, key: QKeySequence.StandardKey | str) -> QAction:
        action = QAction(words, self._parent)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._parent.addAction(action)
        return action
