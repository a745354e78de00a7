"""The questions of an indicator or issue with their scores as thin bars, the weak ones marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from itadesk.catalogue.wording import proposed
from itadesk.findings import classify
from itadesk.model.result import NOTHING
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.subjects import Subject, weak_spots
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui import theme
from ui.classes import class_colour
from ui.widgets.labels import label, separator

UNKNOWN_QUESTIONS = "ยังไม่ทราบข้อคำถามของตัวชี้วัดนี้ เพิ่มได้ที่หน้าคะแนน"
NOT_GROUPED = "ยังไม่ได้จัดข้อคำถามเข้าประเด็นนี้ กด “จัดข้อคำถามตามประเด็น…” ใต้รายการประเด็น"


@dataclass(frozen=True, slots=True)
class ScoredQuestion:
    """A question as this list shows it."""

    code: str
    text: str
    value: Decimal | None
    found: FindingClass | None
    lowest: bool
    mark: str


def scored_questions(data: YearData, subject: Subject) -> tuple[ScoredQuestion, ...]:
    """The questions of an indicator or issue in printed order."""
    low = weak_spots(data, subject).codes
    mark = "จุดอ่อนของประเด็น" if subject.is_issue else "ข้อที่ได้คะแนนน้อยที่สุด"
    made = []
    for question in subject.questions(data.catalogue):
        value = data.result.questions.get(question.code, NOTHING).value
        found = None if value is None else classify(value, data.settings.thresholds)
        text = proposed(question.text)
        weak = question.code in low
        made.append(ScoredQuestion(question.code, text, value, found, weak, mark))
    return tuple(made)


class ScoreBar(QWidget):
    """A thin bar from 0 to 100."""

    def __init__(self, value: Decimal | None, found: FindingClass | None) -> None:
        super().__init__()
        self._share = float(value) / 100 if value is not None else 0.0
        self._found = found
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = theme.current()
        whole = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(whole, 2, 2)
        if self._found is not None and self._share > 0:
            painter.setBrush(QColor(class_colour(self._found)))
            whole.setWidth(whole.width() * self._share)
            painter.drawRoundedRect(whole, 2, 2)
        painter.end()


class QuestionRow(QWidget):
    """Code, text and score; the bar below; the lowest says so."""

    def __init__(self, question: ScoredQuestion, code_width: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label(to_thai(question.code), "strong"), 0, 0, top)
        grid.addWidget(label(question.text, wrap=True), 0, 1, 1, 2, top)
        score = label(format_score(question.value) or "–", "strong")
        score.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(ScoreBar(question.value, question.found), 1, 1)
        grid.addWidget(score, 1, 2)
        if question.lowest:
            mark = label(f"▼ {question.mark}", "problem", wrap=True)
            grid.addWidget(mark, 2, 1, 1, 2)
        elif question.value is None:
            grid.addWidget(label("ยังไม่ได้กรอกคะแนน", "quiet"), 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, code_width)


class QuestionBars(QScrollArea):
    """Rebuilt only when something it shows has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[ScoredQuestion, ...] = ()
        self._none = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("ข้อคำถามและคะแนน")
        self.setMinimumWidth(theme.px(210))

    @property
    def questions(self) -> tuple[ScoredQuestion, ...]:
        return self._questions

    def show_questions(
        self, questions: Sequence[ScoredQuestion], none: str = UNKNOWN_QUESTIONS
    ) -> None:
        """`none` says what to do where there is no question."""
        same = tuple(questions) == self._questions and none == self._none
        if same and self.widget() is not None:
            return
        self._questions, self._none = tuple(questions), none
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        widths = map(self.fontMetrics().horizontalAdvance, (to_thai(q.code) for q in questions))
        widest = max(widths, default=0) + 4  # codes are semi-bold
        first: QuestionRow | None = None
        for number, question in enumerate(self._questions):
            if number:
                column.addWidget(separator())
            row = QuestionRow(question, widest)
            column.addWidget(row)
            if question.lowest and first is None:
                first = row
        if not self._questions:
            unknown = label(self._none, "quiet", wrap=True)
            unknown.setContentsMargins(12, 8, 12, 8)
            column.addWidget(unknown)
        column.addStretch()
        self.setWidget(card)
        if first is not None:
            self._bring_into_sight(first)

    def _bring_into_sight(self, row: QuestionRow) -> None:
        """When the rows have their places: twenty items are more than can be seen."""
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, 0))
