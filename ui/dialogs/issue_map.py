"""Grouping the questions of a year by issue: issues at the left, their questions at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from itadesk.catalogue.issue_editing import (
    add_issue,
    move_issue,
    put_questions,
    remove_issue,
    rename_issue,
)
from itadesk.catalogue.issue_map import has_issue_map, suggested_issues
from itadesk.model.catalogue import Catalogue
from itadesk.services.issues import save_issues, written_about_removed
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line
from ui import theme
from ui.dialogs import message
from ui.models.catalogue_draft import CatalogueDraft
from ui.session import Session
from ui.widgets.buttons import ToolButton, button, primary_button
from ui.widgets.issue_list import IssueList
from ui.widgets.issue_questions import IssueQuestions
from ui.widgets.labels import field_label, label
from ui.widgets.text_field import TextField

NEW = "ประเด็นใหม่"


class IssueMap(QDialog):
    """Nothing is kept until บันทึก, which is one action that can be undone."""

    def __init__(self, parent: QWidget | None, session: Session, catalogue: Catalogue) -> None:
        super().__init__(parent)
        self._session = session
        self.draft = CatalogueDraft(catalogue, self)
        self._suggested = False  # what is shown began as the program's suggestion
        self.setWindowTitle(f"ประเด็นการวิเคราะห์ ปี {to_thai(str(catalogue.year))}")
        self.state, self.problem = label(role="quiet", wrap=True), label(role="problem", wrap=True)
        self.problem.hide()
        self.list, self.questions = IssueList(), IssueQuestions()
        self.name = TextField(1, most=3, canonical=normalise_line)
        self.inside = label(role="strong", wrap=True)
        self.add = button("เพิ่มประเด็น", self._add, role="quiet", sign="plus")
        self.up = ToolButton("up", "เลื่อนขึ้น (Alt+↑)", lambda: self._move(-1))
        self.down = ToolButton("down", "เลื่อนลง (Alt+↓)", lambda: self._move(1))
        self.remove = button("ลบ", self._remove, role="quiet", sign="delete")
        self.suggest = button("เริ่มจากคำแนะนำ", self._suggest, sign="paste")
        self.agree = primary_button("บันทึก", self.save)
        self._lay_out()
        self._listen()
        self._show()
        (self.list if catalogue.issues else self.suggest).setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, year: int) -> bool:
        """Lets the user group the year's questions; True when that was changed and saved."""
        dialog = cls(parent, session, session.ask(catalogue_of, year))
        return dialog.exec() == QDialog.DialogCode.Accepted

    def save(self) -> None:
        """Takes what is still being typed, saves and closes; stays open when refused."""
        self.draft.refuse("")
        self._settle()
        if self.draft.problem:
            return
        if not self.draft.edited:
            super().reject()
            return
        if not self._may_let_go():
            return
        self._session.failed.connect(self._judge)
        saved = self._session.run(save_issues, self.draft.catalogue)
        self._session.failed.disconnect(self._judge)
        if saved is not None:
            self.accept()

    def reject(self) -> None:
        """Closes without saving; asks first when something was changed."""
        self._settle()
        if self.draft.edited and not message.confirm(
            self,
            "ยังไม่ได้บันทึกการแก้ไข",
            "หากปิดหน้านี้ การจัดกลุ่มข้อคำถามครั้งนี้จะหายไป",
            yes="ปิดโดยไม่บันทึก",
            no="กลับไปแก้ไข",
            danger=True,
        ):
            return
        super().reject()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self._issues_side())
        splitter.addWidget(_card(self.inside, self.questions))
        splitter.setSizes([400, 560])
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.suggest)
        row.addWidget(self.problem, 1)
        row.addStretch()
        row.addWidget(button("ยกเลิก", self.reject))
        row.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 16, theme.PAGE, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(self.state)
        column.addWidget(splitter, 1)
        column.addLayout(row)
        self.resize(1000, 500)

    def _issues_side(self) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addStretch()
        for each in (self.up, self.down, self.remove):
            row.addWidget(each)
        card = _card(self.list, buttons, field_label("ชื่อประเด็นที่เลือก", self.name), self.name)
        card.setMinimumWidth(300)
        return card

    def _listen(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.list.renamed.connect(self._begin_name)
        self.name.left.connect(self._settle)
        self.questions.put.connect(self._put)
        self.draft.changed.connect(self._show)
        self.draft.judged.connect(self._judge)

    def _show(self) -> None:
        catalogue = self.draft.catalogue
        self.list.show_catalogue(catalogue)
        self.suggest.setVisible(not has_issue_map(catalogue))
        self.state.setText(self._state())
        self._show_chosen()

    def _state(self) -> str:
        catalogue = self.draft.catalogue
        if not catalogue.issues:
            return (
                "ปีนี้ยังไม่มีประเด็นการวิเคราะห์ กด “เริ่มจากคำแนะนำ” แล้วแก้ไขให้ตรงกับหน่วยงาน หรือเพิ่มประเด็นเอง"
            )
        outside = sum(not question.issues for question in catalogue.questions)
        words = f"ยังไม่อยู่ในประเด็นใด {to_thai(str(outside))} ข้อ" if outside else "ทุกข้ออยู่ในประเด็นแล้ว"
        if self._suggested:
            return f"○ คำแนะนำของโปรแกรม ยังไม่ยืนยัน โปรดตรวจแล้วกดบันทึก · {words}"
        return f"{words} · ข้อหนึ่งอยู่ได้หลายประเด็น"

    def _show_chosen(self) -> None:
        catalogue, number = self.draft.catalogue, self.list.number()
        issue = next((each for each in catalogue.issues if each.no == number), None)
        row = self.list.currentRow()
        self.name.setEnabled(issue is not None)
        self.name.begin(issue.name if issue else "")
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.remove.setEnabled(issue is not None)
        place = to_thai(str(row + 1))
        self.inside.setText(f"ข้อคำถามในประเด็นที่ {place}" if issue else "ข้อคำถามของปี")
        self.questions.show_issue(catalogue, number)

    def _choose(self, _number: int) -> None:
        self._show_chosen()
        self.questions.reveal()

    def _settle(self) -> None:
        """Takes the name that is typed."""
        catalogue, number = self.draft.catalogue, self.list.number()
        issue = next((each for each in catalogue.issues if each.no == number), None)
        if issue is not None and self.name.text() != issue.name:
            self.draft.apply(rename_issue, number, self.name.text())

    def _begin_name(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _add(self) -> None:
        self._settle()
        taken = {issue.name for issue in self.draft.catalogue.issues}
        names = (NEW, *(f"{NEW} {to_thai(str(n))}" for n in range(2, len(taken) + 3)))
        if self.draft.apply(add_issue, next(name for name in names if name not in taken)):
            self.list.setCurrentRow(self.list.count() - 1)
            self._begin_name()

    def _move(self, by: int) -> None:
        if self.list.number():
            self.draft.apply(move_issue, self.list.number(), by)

    def _remove(self) -> None:
        if self.list.number():
            self.draft.apply(remove_issue, self.list.number())

    def _put(self, codes: list[str], inside: bool) -> None:
        self.draft.apply(put_questions, self.list.number(), codes, inside=inside)

    def _suggest(self) -> None:
        before = self.draft.catalogue
        made = suggested_issues(before)
        if not has_issue_map(made):
            self.draft.refuse(
                "โปรแกรมไม่มีคำแนะนำสำหรับประเด็นชื่อเหล่านี้ โปรดเลือกข้อคำถามเอง หรือลบประเด็นทั้งหมดก่อน"
            )
            return
        self._suggested = True
        self.draft.apply(suggested_issues)
        self.list.setFocus()

    def _may_let_go(self) -> bool:
        """Asks where something written names an issue that is removed."""
        findings, measures = self._session.ask(written_about_removed, self.draft.catalogue)
        if not findings and not measures:
            return True
        return message.confirm(
            self,
            "มีข้อความที่เขียนไว้ในประเด็นที่ลบ",
            f"ผลการวิเคราะห์ {to_thai(str(findings))} เรื่อง และมาตรการ {to_thai(str(measures))} "
            "รายการอ้างประเด็นที่ลบ ผลการวิเคราะห์ที่เขียนเฉพาะประเด็นนั้นจะถูกลบ "
            "ส่วนอื่นยังอยู่โดยไม่ระบุประเด็น (เลิกทำได้)",
            yes="บันทึก",
            no="กลับไปแก้ไข",
            danger=True,
        )

    def _judge(self, sentence: str) -> None:
        self.problem.setText(f"▲ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()


def _card(*widgets: QWidget) -> QWidget:
    card = QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(12, theme.GAP, 12, 12)
    inside.setSpacing(6)
    for widget in widgets:
        inside.addWidget(widget)
    return card
