"""What was planned for a measure, in grey beside what is reported of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from itadesk.model.work import Measure, Step
from itadesk.model.year import YearData
from itadesk.thai.dates import format_date, format_period
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.measures import period_of, responsible_of
from ui.widgets.labels import label, paragraph

NAMES = ("ตัวชี้วัด", "มาตรการ โครงการ หรือกิจกรรม", "ขั้นตอนหรือวิธีการปฏิบัติ",
         "ช่วงระยะเวลา", "ผู้รับผิดชอบ")  # fmt: skip


class Planned(QWidget):
    """A name and a text for each part of the plan; parts that are empty are not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.nothing = label("ยังไม่ได้เขียนแผนของมาตรการนี้", "quiet", wrap=True)
        column.addWidget(self.nothing)
        self._parts: list[tuple[QWidget, QWidget]] = []
        self.texts = [paragraph(role="quiet") for _ in NAMES]
        for name, text in zip(NAMES, self.texts, strict=True):
            part = QWidget()
            inside = QVBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, theme.GAP)
            inside.setSpacing(0)
            inside.addWidget(label(name, "strong", wrap=True))
            inside.addWidget(text)
            column.addWidget(part)
            self._parts.append((part, text))
        column.addStretch()

    def show_measure(self, measure: Measure, data: YearData) -> None:
        """Shows the plan of a measure."""
        texts = planned_texts(measure, data)
        for (part, _), field, text in zip(self._parts, self.texts, texts, strict=True):
            field.setText(text)
            part.setVisible(bool(text))
        self.nothing.setVisible(not any(texts))


def planned_texts(measure: Measure, data: YearData) -> tuple[str, ...]:
    """Indicator, activities, steps, period and unit, "" where nothing is planned."""
    indicator = data.catalogue.indicator(measure.indicator) if measure.indicator else None
    return (
        f"{to_thai(str(indicator.no))} {indicator.name.text}" if indicator else "",
        measure.activities,
        "\n".join(map(step_words, measure.steps)),
        period_of(measure),
        responsible_of(measure),
    )


def step_words(step: Step) -> str:
    """A step with its own period and unit, where it has them."""
    days = [format_date(day, "short") for day in (step.start, step.end) if day]
    period = format_period(step.start, step.end) if step.start and step.end else "".join(days)
    own = " · ".join(filter(None, (period, step.unit)))
    return f"{step.text} ({own})" if own else step.text
