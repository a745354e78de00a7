"""Checks of analysis and measures: is every weak point answered, and by whom and when."""

from __future__ import annotations

from collections.abc import Iterator

from itadesk.checks import Check, Remark, Severity
from itadesk.lacking import weak_indicators
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.thai.dates import fiscal_period
from itadesk.thai.digits import to_thai


def unanalysed(data: YearData) -> Iterator[Remark]:
    """An indicator below full marks without cause or guideline."""
    for indicator in weak_indicators(data):
        found = [f for f in data.findings if f.indicator == indicator.no]
        if not any(f.cause and f.guideline for f in found):
            yield Remark(
                "analysis.missing",
                Severity.MISSING,
                f"ตัวชี้วัดที่ {to_thai(str(indicator.no))} ยังไม่มีสาเหตุหรือแนวทางการยกระดับ "
                "โปรดเขียนที่หน้าวิเคราะห์ผล",
                f"analysis:{indicator.no}",
            )


def unanswered(data: YearData) -> Iterator[Remark]:
    """A weak indicator without a measure."""
    covered = {measure.indicator for measure in data.measures}
    for indicator in weak_indicators(data):
        if indicator.no not in covered:
            yield Remark(
                "measures.missing",
                Severity.MISSING,
                f"ตัวชี้วัดที่ {to_thai(str(indicator.no))} ยังไม่มีมาตรการ โปรดเพิ่มที่หน้ามาตรการ",
                f"measures:indicator:{indicator.no}",
            )


def incomplete(data: YearData) -> Iterator[Remark]:
    """A measure without steps, period or responsible unit."""
    for measure in data.measures:
        lacks = list(_lacks(measure))
        if lacks:
            yield Remark(
                "measures.incomplete",
                Severity.MISSING,
                f"มาตรการลำดับที่ {to_thai(str(measure.position))} ยังไม่มี{' '.join(lacks)} "
                "โปรดกรอกที่หน้ามาตรการ",
                f"measures:{measure.position}",
            )


def outside_plan_year(data: YearData) -> Iterator[Remark]:
    """A period that leaves the fiscal year of the measures."""
    first, last = fiscal_period(data.assessment.plan_year)
    for measure in data.measures:
        dates = [day for day in (measure.start, measure.end) if day]
        if any(not first <= day <= last for day in dates):
            yield Remark(
                "measures.outside_year",
                Severity.MISTAKE,
                f"ช่วงเวลาของมาตรการลำดับที่ {to_thai(str(measure.position))} อยู่นอกปีงบประมาณ พ.ศ. "
                f"{to_thai(str(data.assessment.plan_year))} โปรดแก้ไขวันที่",
                f"measures:{measure.position}",
            )


def _lacks(measure: Measure) -> Iterator[str]:
    if not measure.steps:
        yield "ขั้นตอน"
    if not (measure.start and measure.end) and not measure.period_text:
        yield "ช่วงระยะเวลา"
    if not measure.units and not measure.responsible:
        yield "ผู้รับผิดชอบ"


CHECKS: tuple[Check, ...] = (unanalysed, unanswered, incomplete, outside_plan_year)
