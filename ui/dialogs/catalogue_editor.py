"""Editing the catalogue of a year: a tree at the left, a form of the chosen place at the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.catalogue import Catalogue
from itadesk.services.catalogues import save_catalogue
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs import message
from ui.dialogs.moved_scores import may_move_scores
from ui.models.catalogue_draft import CatalogueDraft, open_texts
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.catalogue_forms import IndicatorForm, QuestionForm, SubIndicatorForm
from ui.widgets.catalogue_tree import RULE, CatalogueTree, Node
from ui.widgets.labels import label
from ui.widgets.rule_form import RuleForm


class _Form(Protocol):
    """What every form of the editor can do."""

    def show_code(self, code: str) -> None: ...
    def settle(self) -> None: ...


class CatalogueEditor(QDialog):
    """Nothing is kept until บันทึก, which is one action that can be undone."""

    def __init__(self, parent: QWidget | None, session: Session, catalogue: Catalogue) -> None:
        super().__init__(parent)
        self._session = session
        self.draft = CatalogueDraft(catalogue, self)
        self._node = RULE
        self.setWindowTitle(f"ชุดข้อคำถามปี {to_thai(str(catalogue.year))}")
        self.tree = CatalogueTree()
        self.rule, self.indicator = RuleForm(self.draft), IndicatorForm(self.draft)
        self.sub, self.question = SubIndicatorForm(self.draft), QuestionForm(self.draft)
        self._stack = QStackedWidget()
        self.state, self.problem = label(role="quiet", wrap=True), label(role="problem", wrap=True)
        self.problem.hide()
        self._lay_out()
        self.tree.chosen.connect(self._choose)
        self.draft.changed.connect(self._show)
        self.draft.judged.connect(self._judge)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, year: int) -> bool:
        """Lets the user edit the year's catalogue; True when it was changed and saved."""
        dialog = cls(parent, session, session.ask(catalogue_of, year))
        return dialog.exec() == QDialog.DialogCode.Accepted

    def save(self) -> None:
        """Takes what is still being typed, saves and closes; stays open when refused."""
        self._form(self._node).settle()
        if self.draft.problem:
            return
        if not self.draft.edited:
            super().reject()
            return
        if not may_move_scores(self, self._session, self.draft.catalogue):
            return
        self._session.failed.connect(self._judge)
        saved = self._session.run(save_catalogue, self.draft.catalogue)
        self._session.failed.disconnect(self._judge)
        if saved is not None:
            self.accept()

    def reject(self) -> None:
        """Closes without saving; asks first when something was changed."""
        self._form(self._node).settle()
        if self.draft.edited and not message.confirm(
            self,
            "ยังไม่ได้บันทึกการแก้ไข",
            "หากปิดหน้านี้ การแก้ไขชุดข้อคำถามครั้งนี้จะหายไป",
            yes="ปิดโดยไม่บันทึก",
            no="กลับไปแก้ไข",
            danger=True,
        ):
            return
        super().reject()

    def _lay_out(self) -> None:
        for form in (self.rule, self.indicator, self.sub, self.question):
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(form)
            for part in (scroll.viewport(), form):
                part.setAutoFillBackground(False)
            self._stack.addWidget(scroll)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.tree)
        splitter.addWidget(card)
        splitter.setSizes([430, 520])
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.problem, 1)
        row.addStretch()
        row.addWidget(button("ยกเลิก", self.reject))
        row.addWidget(primary_button("บันทึก", self.save))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 16, theme.PAGE, 16)
        column.setSpacing(theme.GAP)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(self.state)
        column.addWidget(splitter, 1)
        column.addLayout(row)
        self.resize(1000, 500)

    def _form(self, node: Node) -> _Form:
        forms: dict[str, _Form] = {
            "indicator": self.indicator,
            "sub": self.sub,
            "question": self.question,
        }
        return forms.get(node.kind, self.rule)

    def _choose(self, node: Node) -> None:
        before, self._node = self._node, node
        if before != node:
            self._form(before).settle()
        places = {"indicator": 1, "sub": 2, "question": 3}
        self._stack.setCurrentIndex(places.get(node.kind, 0))
        self._form(node).show_code(node.code)

    def _show(self) -> None:
        catalogue = self.draft.catalogue
        self.tree.show_catalogue(catalogue)
        missing = sum(len(open_texts(each)) for each in catalogue.indicators)
        empty = [each.no for each in catalogue.indicators if not each.questions]
        words = (
            f"ข้อความยังไม่ยืนยัน {to_thai(str(missing))} ข้อความ" if missing else "ยืนยันครบทุกข้อความแล้ว"
        )
        if empty:
            numbers = to_thai(" ".join(map(str, empty)))
            words += f" · ยังไม่มีข้อคำถามในตัวชี้วัดที่ {numbers}"
        self.state.setText(words)
        self._form(self._node).show_code(self._node.code)

    def _judge(self, sentence: str) -> None:
        self.problem.setText(f"▲ {sentence}" if sentence else "")
        self.problem.setVisible(bool(sentence))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()
