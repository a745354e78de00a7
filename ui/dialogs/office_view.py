"""One office's year as it sent it, to look at: figures, analysis, measures, results."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from itadesk.catalogue.wording import proposed
from itadesk.findings import lowest
from itadesk.labels import ROUND_STATUS
from itadesk.model.catalogue import Indicator
from itadesk.model.result import NOTHING
from itadesk.model.work import Finding, Measure
from itadesk.model.year import YearData
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label


class OfficeView(QDialog):
    """Read only."""

    def __init__(self, parent: QWidget | None, data: YearData, remark: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(data.office.name)
        self.resize(theme.px(820), theme.px(480))
        self.text = QTextBrowser()
        self.text.setAccessibleName(f"ข้อมูลของ {data.office.name}")
        self.text.setHtml("".join(_parts(data)))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(data.office.name, "heading", wrap=True))
        column.addWidget(label(remark, "quiet", wrap=True))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("ปิด", self.accept))
        column.addLayout(row)


def _parts(data: YearData) -> Iterator[str]:
    yield f"<p><b>ปี {to_thai(str(data.year))} {escape(_standing(data))}</b></p>"
    for indicator in data.catalogue.indicators:
        yield from _indicator(data, indicator)
    others = [
        each for each in data.measures if data.catalogue.indicator(each.indicator or 0) is None
    ]
    if others:
        yield "<h4>มาตรการอื่น</h4>"
        yield from (_measure(each, data) for each in others)
    if data.limitations:
        yield "<h4>ข้อจำกัด</h4>" + "".join(f"<p>{_lines(each)}</p>" for each in data.limitations)


def _standing(data: YearData) -> str:
    if not data.assessment.scores and not data.assessment.official:
        return "ไม่มีคะแนนของหน่วยงานเอง รายงานเฉพาะมาตรการ"
    overall = format_score(data.result.overall.value) or "ยังไม่มีคะแนน"
    rating = data.assessment.official_rating or data.result.rating or "ยังไม่มีระดับ"
    return f"คะแนนภาพรวม {overall} · {rating}"


def _indicator(data: YearData, indicator: Indicator) -> Iterator[str]:
    """Nothing of an indicator that the office has no score, finding or measure of."""
    found = data.result.indicators.get(indicator.no, NOTHING).value
    written = {*(each.indicator for each in data.findings), *(m.indicator for m in data.measures)}
    if found is None and indicator.no not in written:
        return
    figure = format_score(data.result.indicators.get(indicator.no, NOTHING).value) or "–"
    name = escape(proposed(indicator.name))
    yield f"<h4>ตัวชี้วัดที่ {to_thai(str(indicator.no))} {name} ({figure})</h4>"
    low = [to_thai(code) for code in lowest(data.catalogue, data.result, indicator.no).codes]
    if low:
        yield f"<p>ข้อที่ได้คะแนนน้อยที่สุด: {' '.join(low)}</p>"
    for finding in data.findings:
        if finding.indicator == indicator.no:
            yield _finding(finding)
    for measure in data.measures:
        if measure.indicator == indicator.no:
            yield _measure(measure, data)


def _finding(finding: Finding) -> str:
    texts = (("สาเหตุ", finding.cause), ("แนวทาง", finding.guideline), ("สรุป", finding.conclusion))
    return "".join(f"<p><b>{name}</b> {_lines(text)}</p>" for name, text in texts if text)


def _measure(measure: Measure, data: YearData) -> str:
    title = measure.title or measure.activities
    told = [f"<p><b>มาตรการลำดับที่ {to_thai(str(measure.position))}</b> {_lines(title)}</p>"]
    who = " ".join((*measure.units, measure.responsible)).strip()
    days = " – ".join(format_date(day, "short") for day in (measure.start, measure.end) if day)
    if who or days:
        told.append(f"<p>{escape(who)} {escape(days)} {escape(measure.period_text)}</p>")
    for report in data.rounds:
        if report.measure_id == measure.id:
            state = ROUND_STATUS[report.status] if report.status else ""
            result = " ".join(filter(None, (report.output, report.outcome)))
            name = f"รอบ {to_thai(str(report.months))} เดือน"
            told.append(f"<p><i>{name}</i> {escape(state)} {_lines(result)}</p>")
    return "".join(told)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
