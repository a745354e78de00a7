"""Filling in the text of a question that the catalogue does not know for sure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.catalogue import Question
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import field_label, label


class FillText(QDialog):
    """Offers the candidates, and a field for the text as the office's result page has it."""

    def __init__(self, parent: QWidget | None, question: Question) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"ข้อความของข้อ {to_thai(question.code)}")
        self.setMinimumWidth(560)
        offered = question.text.candidates
        first = question.text.text or (offered[0] if len(offered) == 1 else "")
        self.field = QPlainTextEdit(first)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(84)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(
            label(
                "โปรดตรวจ พิมพ์ หรือวางข้อความตามหน้าผลคะแนนของหน่วยงาน โปรแกรมจะจำไว้ในไฟล์นี้",
                "quiet",
                wrap=True,
            )
        )
        if question.text.candidates:
            self._offer(column, question.text.candidates)
        column.addWidget(field_label("ข้อความข้อคำถาม", self.field))
        column.addWidget(self.field)
        self._add_buttons(column)
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, question: Question) -> str | None:
        """The text, "" to take the filled one away, None when nothing is to change."""
        dialog = cls(parent, question)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.field.toPlainText()

    def _offer(self, column: QVBoxLayout, candidates: tuple[str, ...]) -> None:
        column.addWidget(label("ข้อความที่อาจใช่ (ข้อความยังไม่ยืนยัน)", "strong"))
        for text in candidates:
            line = QHBoxLayout()
            choice = QRadioButton()
            choice.setAccessibleName(text)
            choice.clicked.connect(lambda _=False, text=text: self.field.setPlainText(text))
            self._group.addButton(choice)
            choice.setChecked(text == self.field.toPlainText())
            words = label(text, wrap=True)
            words.setBuddy(choice)
            line.addWidget(choice, alignment=Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            column.addLayout(line)

    def _add_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("ยกเลิก", self.reject))
        agree = primary_button("ใช้ข้อความนี้", self.accept)
        agree.setDefault(True)
        row.addWidget(agree)
        column.addSpacing(theme.GAP)
        column.addLayout(row)
