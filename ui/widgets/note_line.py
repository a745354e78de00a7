"""The line below the score table with the office's note of a score: shown, and written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label, paragraph


class NoteLine(QFrame):
    """Hidden where there is no note; Enter keeps what is written, Esc leaves what was there."""

    written = Signal(str, str)  # code, text
    wanted = Signal()  # the note is to be written
    ended = Signal()  # writing is over
    left = Signal()  # by a key: the table takes them again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._code = self._text = ""
        self.name, self.text = label(role="strong"), paragraph()
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            "พิมพ์แล้วกด Enter เพื่อบันทึก กด Esc เพื่อยกเลิก ลบข้อความทั้งหมดเพื่อลบหมายเหตุ"
        )
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._enter)
        self.edit = button("แก้ไข", self.wanted.emit, role="quiet")
        self.edit.setToolTip("แก้ไขหมายเหตุ (Shift+F2)")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(theme.GAP)
        row.addWidget(self.name)
        row.addWidget(self.text, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self.edit)
        self.field.hide()
        self.hide()

    @property
    def writing(self) -> bool:
        return not self.field.isHidden()

    def show_note(self, code: str, shown: str, text: str) -> None:
        """The note of a question, whose code is shown as `shown`; hidden when there is none."""
        if self.writing and code == self._code:
            return
        self.finish()
        self._code, self._text = code, text
        self.name.setText(f"หมายเหตุ {shown}")
        self.field.setAccessibleName(f"หมายเหตุข้อ {shown}")
        self.text.setText(text)
        self.setVisible(bool(text))

    def write(self) -> None:
        """Lets the note be written."""
        self._swap(writing=True)
        self.field.setText(self._text)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def finish(self) -> None:
        """Keeps what is being written."""
        if self.writing:
            code, text = self._code, self.field.text()
            changed = text.strip() != self._text
            self._close(text.strip())
            if changed:
                self.written.emit(code, text)

    def _enter(self) -> None:
        self.finish()
        self.left.emit()

    def _close(self, text: str) -> None:
        self._text = text
        self.text.setText(text)
        self._swap(writing=False)
        self.setVisible(bool(text))
        self.ended.emit()

    def _swap(self, *, writing: bool) -> None:
        self.field.setVisible(writing)
        for widget in (self.text, self.edit):
            widget.setVisible(not writing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close(self._text)
                self.left.emit()
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._opened_menu(event):
            self.finish()
        return super().eventFilter(watched, event)

    @staticmethod
    def _opened_menu(event: QEvent) -> bool:
        popup = Qt.FocusReason.PopupFocusReason
        return isinstance(event, QFocusEvent) and event.reason() == popup
