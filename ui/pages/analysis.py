"""วิเคราะห์ผล: cause and guideline of each indicator, or of each issue with its conclusion."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.services.findings import remove_finding, save_finding
from itadesk.subjects import Subject, subject_at
from itadesk.thai.digits import to_thai
from ui import theme
from ui.entries.analysis import how_far, is_open
from ui.models.indicators import IndicatorRow, indicator_rows, issue_rows
from ui.models.surroundings import title
from ui.phrasing import Phrasing
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.finding_box import FindingBox
from ui.widgets.finding_panel import FindingPanel
from ui.widgets.indicator_list import IndicatorList
from ui.widgets.labels import heading
from ui.widgets.notice import notify_done
from ui.widgets.question_bars import (
    NOT_GROUPED,
    UNKNOWN_QUESTIONS,
    QuestionBars,
    scored_questions,
)
from ui.widgets.subject_switch import SubjectSwitch

SHOWS = (Kind.SCORES, Kind.CATALOGUE, Kind.FINDINGS, Kind.SETTINGS, Kind.YEARS)
NARROW = 720  # px; below, the questions stand above the boxes
LEAST_QUESTIONS, LEAST_BOXES = 150, 280  # px; where there is less the page scrolls
NEXT, NEXT_ISSUE = "ตัวชี้วัดถัดไปที่ยังไม่เขียน", "ประเด็นถัดไปที่ยังไม่เขียน"
Key = tuple[int, Subject, int | None]  # with the year and the finding


class AnalysisPage(QWidget):
    """Indicators or issues at the left, their questions, and the boxes to write in."""

    wants_page = Signal(str)
    reworded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._shown: tuple[int, Subject] | None = None  # with the year
        self._refused: dict[Key, Finding] = {}
        self._saving = False
        self.indicators, self.questions = IndicatorList(), QuestionBars()
        self.switch = SubjectSwitch(session)
        self.findings, self.name = (
            FindingPanel(Phrasing(session, self.wants_page.emit)),
            heading(""),
        )
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.setFocusProxy(self.indicators)
        self.saver = AutoSave(self, session)
        self.saver.watch(self.findings)
        self.saver.due.connect(self._save)
        self.findings.removed.connect(self._remove)
        self.indicators.chosen.connect(self._choose)
        self.switch.turned.connect(self._turn)
        self._add_actions()
        session.changed.connect(self._changed)
        session.year_shown.connect(self._reload)
        self._reload()

    def subtitle(self) -> str:
        data = self._session.data
        if data is None:
            return ""
        noun = "ประเด็น" if self.switch.by_issue else "ตัวชี้วัด"
        return f"เขียนสาเหตุและแนวทางการยกระดับ — {how_far(self._rows(data), noun)}"

    def unsaved(self) -> str:
        """What the file refused to take is in the window only."""
        subjects = {key[:2] for key in self._refused}
        issues = sum(subject.is_issue for _year, subject in subjects)
        counts = ((len(subjects) - issues, "ตัวชี้วัด"), (issues, "ประเด็น"))
        what = " ".join(f"{to_thai(str(count))} {noun}" for count, noun in counts if count)
        return f"ผลการวิเคราะห์ {what}ยังไม่ได้บันทึก เพราะบันทึกลงไฟล์ไม่ได้" if what else ""

    def show_place(self, within: str) -> None:
        """Goes to an indicator by its number, or to an issue."""
        subject = subject_at(within)
        self.switch.turn(by_issue=subject.is_issue)
        self.indicators.choose(subject.no)
        self._begin_typing()

    def place(self) -> str:
        subject = self._shown[1] if self._shown is not None else Subject(0)
        return f"issue{subject.no}" if subject.is_issue else str(subject.no or "")

    def next_unwritten(self) -> None:
        """Goes to the next indicator or issue that still needs an analysis."""
        self.saver.flush()
        data, shown = self._session.data, self._shown
        if data is None or shown is None:
            return
        open_ones = [row.no for row in self._rows(data) if is_open(row)]
        if not open_ones:
            self.wants_page.emit("measures")
            return
        later = [no for no in open_ones if no > shown[1].no]
        self.indicators.choose(later[0] if later else open_ones[0])
        self._begin_typing()

    def _begin_typing(self) -> None:
        if self.findings.boxes:  # an indicator at 100 needs none
            self.findings.boxes[0].cause.setFocus()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        self.name.setWordWrap(True)
        column.addWidget(self.name)
        column.addWidget(self._inner, 1)
        self._inner.addWidget(self.questions)
        self._inner.addWidget(self.findings)
        self._inner.setSizes([400, 600])
        self._inner.setStretchFactor(0, 2)
        self._inner.setStretchFactor(1, 3)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(self._left())
        self._outer.addWidget(middle)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        self._outer.setSizes([self.fontMetrics().horizontalAdvance("ก") * 26, 900])
        for splitter in (self._inner, self._outer):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(theme.BLOCK)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        row.addWidget(self._outer)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.switch)
        column.addWidget(self.indicators, 1)
        column.addWidget(self.switch.grouping, alignment=Qt.AlignmentFlag.AlignLeft)
        return left

    def _add_actions(self) -> None:
        self.go_on = QAction(NEXT, self)
        self.go_on.triggered.connect(self.next_unwritten)
        self.addAction(self.go_on)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            action = QAction(self)
            action.triggered.connect(partial(self._step, by))
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)

    def _step(self, by: int) -> None:
        self.indicators.step(by)

    def _turn(self) -> None:
        self.saver.flush()
        self._shown = None
        self._reload()
        self.reworded.emit()

    def _rows(self, data: YearData) -> tuple[IndicatorRow, ...]:
        return issue_rows(data) if self.switch.by_issue else indicator_rows(data)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()
        if changes.touches(Kind.PHRASES):
            self.findings.refresh_suggestions()

    def _reload(self) -> None:
        data = self._session.data
        if data is None:
            return
        self.switch.show_data(data)
        rows = self._rows(data)
        self.indicators.rows.show_rows(rows)
        go_on = NEXT_ISSUE if self.switch.by_issue else NEXT
        self.go_on.setText(go_on if any(map(is_open, rows)) else "ขั้นต่อไป: มาตรการ")
        if self._shown is None or self._shown[1] not in map(self._subject, rows):
            if rows:
                self._shown = None
                self.indicators.choose(rows[0].no)
            return
        self.indicators.choose(self._shown[1].no)
        self._show(data, self._shown[1])

    def _subject(self, row: IndicatorRow) -> Subject:
        return Subject(row.no, self.switch.by_issue)

    def _choose(self, no: int) -> None:
        data = self._session.data
        subject = Subject(no, self.switch.by_issue)
        if data is not None and self._shown != (data.year, subject):
            self._save()
            self._show(self._session.data or data, subject)
            self.indicators.choose(no)

    def _show(self, data: YearData, subject: Subject) -> None:
        self._shown = (data.year, subject)
        self.name.setText(title(data, subject))
        none = NOT_GROUPED if subject.is_issue else UNKNOWN_QUESTIONS
        self.questions.show_questions(scored_questions(data, subject), none)
        self.findings.show_subject(data, subject)
        for box in self.findings.boxes:
            typed = self._refused.get((data.year, subject, box.stored.id))
            if typed is not None and not box.unsaved:
                box.restore(typed)
                self.saver.touch()

    def _save(self) -> None:
        """Saves what differs from the file; what is refused stays to be saved later."""
        if self._shown is None or self._saving:
            return
        year, subject = self._shown
        unsaved = [box for box in self.findings.boxes if box.unsaved]
        for box in self.findings.boxes:
            self._refused.pop((year, subject, box.stored.id), None)  # or again below
        self._saving = bool(unsaved)
        for box in unsaved:
            typed = box.finding()
            changes = self._session.run(save_finding, year, typed)
            if changes is None:
                self._refused[(year, subject, typed.id)] = typed
                continue
            if changes.created is not None:
                box.stored = replace(subject.blank(), id=changes.created)
                self.findings.drop_extra()
        self._saving = False
        if unsaved and self._session.year == year:
            self._reload()

    def _remove(self, box: FindingBox) -> None:
        self.saver.flush()
        self.findings.drop_extra()
        finding, year = box.stored.id, self._session.year
        if finding is None or year is None:
            self._reload()
        elif self._session.run(remove_finding, year, finding) is not None:
            notify_done(self, "ลบผลการวิเคราะห์แล้ว", self._session)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        self.questions.setMinimumHeight(theme.px(LEAST_QUESTIONS))
        self.findings.setMinimumHeight(theme.px(LEAST_BOXES))
        self._inner.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.indicators.viewport().update()
