"""Indicators or issues of a year with their score and how far their analysis is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from itadesk.findings import classify, lowest
from itadesk.issues import findings_about
from itadesk.model.catalogue import Indicator, Issue
from itadesk.model.result import NOTHING
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.subjects import Subject, weak_spots
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui.models.rows import RowModel


class Written(StrEnum):
    """How far the analysis of an indicator is; the values are what the user reads."""

    NOT_YET = "ยังไม่เขียน"
    PARTLY = "เขียนบางส่วน"
    DONE = "เขียนแล้ว"
    NEEDLESS = "ไม่ต้องเขียน"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One line of the list; `found` is None while there is no score."""

    no: int
    name: str
    value: Decimal | None
    found: FindingClass | None
    written: Written
    weak: int | None = None  # of an issue: how many weak points

    @property
    def number(self) -> str:
        return to_thai(str(self.no))

    @property
    def score(self) -> str:
        if self.weak is not None and self.found is not None:
            return f"จุดอ่อน {to_thai(str(self.weak))} ข้อ" if self.weak else "ไม่มีจุดอ่อน"
        return format_score(self.value) or "ยังไม่มีคะแนน"

    @property
    def spoken(self) -> str:
        kind = "ตัวชี้วัดที่" if self.weak is None else "ประเด็นที่"
        return f"{kind} {self.number} {self.name} {self.score} {self.written}"


def indicator_rows(data: YearData) -> tuple[IndicatorRow, ...]:
    """The indicators of a year in their order."""
    return tuple(_row(data, indicator) for indicator in data.catalogue.indicators)


def issue_rows(data: YearData) -> tuple[IndicatorRow, ...]:
    """The issues of a year in their order."""
    return tuple(_issue_row(data, issue) for issue in data.catalogue.issues)


def _issue_row(data: YearData, issue: Issue) -> IndicatorRow:
    """Its value is the lowest score of its questions, for the class."""
    subject = Subject(issue.no, is_issue=True)
    codes = [question.code for question in subject.questions(data.catalogue)]
    values = [data.result.questions.get(code, NOTHING).value for code in codes]
    least = min((value for value in values if value is not None), default=None)
    found = None if least is None else classify(least, data.settings.thresholds)
    weak = weak_spots(data, subject)
    written = _written_of_issue(data, issue.no, weak.codes)
    if not weak.codes and weak.all_full:
        written = Written.NEEDLESS
    return IndicatorRow(issue.no, issue.name, least, found, written, len(weak.codes))


def _written_of_issue(data: YearData, no: int, weak: Sequence[str]) -> Written:
    """By the weak points that have cause and guideline, be it with their indicator."""
    texts = [[(f.cause, f.guideline) for f in findings_about(data, no, code)] for code in weak]
    done = [any(cause and guideline for cause, guideline in each) for each in texts]
    if done and all(done):
        return Written.DONE
    begun = any(texts) or any(f.conclusion for f in data.findings if f.issue == no)
    return Written.PARTLY if begun else Written.NOT_YET


def _row(data: YearData, indicator: Indicator) -> IndicatorRow:
    value = data.result.indicators.get(indicator.no, NOTHING).value
    found = None if value is None else classify(value, data.settings.thresholds)
    name = indicator.name.text
    return IndicatorRow(indicator.no, name, value, found, _written(data, indicator.no))


def _written(data: YearData, no: int) -> Written:
    texts = [(f.cause, f.guideline) for f in data.findings if f.indicator == no]
    if any(cause and guideline for cause, guideline in texts):
        return Written.DONE
    if any(cause or guideline for cause, guideline in texts):
        return Written.PARTLY
    low = lowest(data.catalogue, data.result, no)
    return Written.NEEDLESS if low.all_full and low.complete else Written.NOT_YET


class IndicatorModel(RowModel[IndicatorRow]):
    """Told apart by their numbers."""

    def key(self, row: IndicatorRow) -> int:
        return row.no

    def texts(self, row: IndicatorRow) -> tuple[str, str, str]:
        shown = f"{row.number} {row.name}"
        return shown, shown, row.spoken
