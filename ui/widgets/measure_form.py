"""The form of one measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.services.measures import new_measure
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.measures import OTHER, step_lines, steps_of, steps_text
from ui.widgets.autosave import Typed
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.finding_picker import FindingPicker
from ui.widgets.fold import Fold
from ui.widgets.labels import field_label, label
from ui.widgets.measure_extras import MeasureExtras
from ui.widgets.numbering import numbered
from ui.widgets.period_fields import PeriodFields
from ui.widgets.step_details import StepDetails
from ui.widgets.step_details import Unread as UnreadSteps
from ui.widgets.text_field import LineField, TextField
from ui.widgets.unit_picker import UnitPicker

ONE_COLUMN, NARROWEST = 760, 400  # px; below, the fields stand in one column; least width


@dataclass(frozen=True, slots=True)
class Unread:
    """Texts typed as dates that are none: of the period, and of each step."""

    period: tuple[str, str] = ("", "")
    steps: UnreadSteps = ()

    def __bool__(self) -> bool:
        return any(self.period) or any(any(texts) for texts in self.steps)


NOTHING_UNREAD = Unread()


class MeasureForm(QWidget):
    """`measure()` is what is typed, `stored` what the file holds."""

    edited = Signal()
    left = Signal()
    unit_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored = Measure()
        self._data: YearData | None = None
        self._touched = False
        self.indicator, self.title = CalmCombo(), LineField()
        self.activities, self.analysis = TextField(3), TextField(3)
        self.steps = TextField(4, canonical=step_lines)
        self.details = StepDetails()
        self.each = Fold("วันและผู้รับผิดชอบของแต่ละขั้นตอน", self.details)
        self.number = button("ใส่เลข ๑. ๒. ๓.", self._number, role="quiet")
        self.period, self.units = PeriodFields(), UnitPicker()
        self.responsible = TextField(1, most=4)
        self.responsible.setPlaceholderText("ผู้รับผิดชอบอื่น เช่น คณะทำงาน ITA")
        self.more, self.findings = MeasureExtras(), FindingPicker()
        self.success, self.target = self.more.success, self.more.target
        self.budget, self.overseer = self.more.budget, self.more.overseer
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._listen()

    @property
    def unsaved(self) -> bool:
        """True when the user changed something that the file does not hold yet."""
        return self._touched and self.measure() != self.stored

    def measure(self) -> Measure:
        """The measure as it is typed now."""
        start, end = self.period.days()
        return replace(
            self.stored,
            indicator=self.indicator.currentData(),
            title=self.title.stored(),
            steps=steps_of(self.steps.text(), self.details.steps()),
            start=start,
            end=end,
            period_text=self.period.free.stored(),
            units=self.units.chosen(),
            findings=self.findings.chosen(),
            budget=self.budget.stored(),
            overseer=self.overseer.stored(),
            activities=self.activities.text(),
            analysis=self.analysis.text(),
            responsible=self.responsible.text(),
            success=self.success.text(),
            target=self.target.text(),
        )

    def unread(self) -> Unread:
        """What was typed and is no date, to be shown again."""
        return Unread(self.period.unread(), self.details.unread())

    def begin(self, measure: Measure, data: YearData, unread: Unread = NOTHING_UNREAD) -> None:
        """Shows another measure."""
        self.stored, self._data, self._touched = measure, data, False
        self._fill_indicators(data, measure)
        for name, field in self._texts().items():
            field.begin(getattr(measure, name))
        self.steps.begin(steps_text(measure.steps))
        for line, text in self._lines(measure):
            line.begin(text)
        days = (measure.start, measure.end)
        self.period.begin(days, measure.period_text, data.assessment.plan_year, unread.period)
        self.details.begin(measure.steps, data.settings.units, unread.steps)
        self.each.open(any(step.start or step.end or step.unit for step in measure.steps))
        self.units.show_units(data.settings.units, measure.units)
        self.findings.show_findings(data, measure.findings)
        self.more.open_for(measure)

    def take(self, measure: Measure, data: YearData) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep = self.unsaved
        self.stored, self._data = measure, data
        keep = keep and self.measure() != measure  # not when it was just saved
        days = (measure.start, measure.end)
        self.period.take(days, measure.period_text, data.assessment.plan_year, keep)
        self.units.show_units(data.settings.units, self.units.chosen() if keep else measure.units)
        self.findings.show_findings(data, self.findings.chosen() if keep else measure.findings)
        if keep:
            return
        self._touched = False
        self._fill_indicators(data, measure)
        for name, field in self._texts().items():
            field.show_text(getattr(measure, name))
        self.steps.show_text(steps_text(measure.steps))
        self.details.take(measure.steps, data.settings.units)
        for line, text in self._lines(measure):
            line.show_text(text)

    def restore(self, measure: Measure, data: YearData) -> None:
        """Puts back what was typed and could not be saved."""
        stored = self.stored
        self.begin(measure, data)
        self.stored, self._touched = stored, True

    def settle(self) -> None:
        """Takes dates and a new unit as they stand, before the form is left."""
        self.units.settle()
        self.period.settle()
        self.details.settle()

    def _texts(self) -> Mapping[str, TextField]:
        return {
            "activities": self.activities,
            "analysis": self.analysis,
            "responsible": self.responsible,
            "success": self.success,
            "target": self.target,
        }

    def _lines(self, measure: Measure) -> tuple[tuple[LineField, str], ...]:
        return (
            (self.title, measure.title),
            (self.budget, measure.budget),
            (self.overseer, measure.overseer),
        )

    def _fill_indicators(self, data: YearData, measure: Measure) -> None:
        self.indicator.blockSignals(True)
        self.indicator.clear()
        for each in data.catalogue.indicators:
            self.indicator.addItem(f"{to_thai(str(each.no))} {each.name.text}", each.no)
        self.indicator.addItem(f"{OTHER} (ไม่ระบุตัวชี้วัด)", None)
        self.indicator.choose(measure.indicator)
        self.indicator.blockSignals(False)

    def _lay_out(self) -> None:
        self._columns.setSpacing(theme.BLOCK)
        left, right = _column(), _column()
        _put(left, field_label("ตัวชี้วัด", self.indicator), self.indicator)
        left.addWidget(self.findings)
        _put(left, field_label("หัวข้อมาตรการ (ถ้ามี)", self.title), self.title)
        activities = "มาตรการ โครงการ หรือกิจกรรม (บรรทัดละกิจกรรม)"
        _put(left, field_label(activities, self.activities), self.activities)
        _put(left, field_label("ผลการวิเคราะห์ตัวชี้วัด", self.analysis), self.analysis)
        steps = QHBoxLayout()
        steps.addWidget(field_label("ขั้นตอนหรือวิธีการปฏิบัติ (บรรทัดละขั้นตอน)", self.steps), 1)
        steps.addWidget(self.number)
        right.addLayout(steps)
        right.addWidget(self.steps)
        right.addWidget(self.each)
        right.addSpacing(theme.GAP)
        right.addWidget(label("ช่วงระยะเวลาในการดำเนินการ", "quiet"))
        right.addWidget(self.period)
        right.addSpacing(theme.GAP)
        right.addWidget(label("ผู้รับผิดชอบ", "quiet"))
        right.addWidget(self.units)
        self.responsible.setAccessibleName("ผู้รับผิดชอบอื่น")
        right.addWidget(self.responsible)
        for column in (left, right):
            column.addStretch()
            self._columns.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.GAP)
        outer.addLayout(self._columns)
        outer.addWidget(self.more)
        outer.addStretch()

    def _listen(self) -> None:
        fields: tuple[Typed, ...] = (
            *self._texts().values(),
            self.steps,
            self.title,
            self.budget,
            self.overseer,
            self.period,
            self.details,
            self.units,
            self.findings,
        )
        for field in fields:
            field.edited.connect(self._tell)
            field.left.connect(self.left)
        self.units.added.connect(self.unit_added)
        self.indicator.activated.connect(self._answer_indicator)

    def _tell(self) -> None:
        self._touched = True
        self.edited.emit()

    def _number(self) -> None:
        self.left.emit()  # what was typed before is a step of undo of its own
        self.steps.replace_all(numbered(self.steps.toPlainText()))
        self.left.emit()

    def _answer_indicator(self) -> None:
        """Another indicator: its finding is answered, its cause taken over into an empty box."""
        if self._data is not None:
            no = self.indicator.currentData()
            start = new_measure(self._data, no)
            before = new_measure(self._data, self.stored.indicator).analysis
            if self.analysis.text() in ("", before):
                self.analysis.replace_all(start.analysis)
            self.findings.choose(start.findings)
        self._tell()
        self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column; the place decides how many there are."""
        return QSize(theme.px(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(ONE_COLUMN)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    return column


def _put(column: QVBoxLayout, name: QWidget, field: QWidget) -> None:
    if column.count():
        column.addSpacing(theme.GAP)
    column.addWidget(name)
    column.addWidget(field)
