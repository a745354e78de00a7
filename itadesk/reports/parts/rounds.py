"""Which round a report is about, and what the measures have for it."""

from __future__ import annotations

from itadesk.model.work import RoundReport
from itadesk.model.year import YearData
from itadesk.reports.forms import FormText, Options
from itadesk.reports.texts import wording
from itadesk.rounds import rounds_of
from itadesk.thai.digits import to_arabic, to_thai

MONTHS = "months"  # key of the text that names a round
ROUND_TEXT = FormText(MONTHS, "รอบที่พิมพ์ เป็นจำนวนเดือน (ว่าง = รอบล่าสุด)", "")


def wanted_round(form_id: str, data: YearData, options: Options) -> int | None:
    """The round asked for in this printing, else the one kept with the form; None for neither."""
    if options.round is not None:
        return options.round
    kept = to_arabic(wording(form_id, (ROUND_TEXT,), data, options)[MONTHS]).strip()
    return int(kept) if kept.isdecimal() else None


def latest_round(data: YearData) -> int | None:
    """The longest round (months) that any measure has a report of; None without reports."""
    return max((report.months for report in data.rounds if written(report)), default=None)


def current_round(data: YearData) -> int:
    """The latest round that was begun, else the first that the office keeps."""
    return latest_round(data) or rounds_of(data)[0]


def reports_of(data: YearData, months: int | None) -> dict[int, RoundReport]:
    """The reports of a round by the id of their measure."""
    return {report.measure_id: report for report in data.rounds if report.months == months}


def written(report: RoundReport) -> bool:
    return bool(report.output or report.outcome)


def missing_reports(data: YearData, months: int | None, *, outcome: bool = False) -> list[str]:
    """Measures without a result in the round; `outcome` asks for both kinds of result."""
    if not data.measures:
        return ["ยังไม่มีมาตรการ"]
    if months is None:
        return ["ยังไม่ได้กรอกผลการดำเนินงานของมาตรการ"]
    found = reports_of(data, months)
    silent = bare = 0
    for measure in data.measures:
        report = found.get(measure.id or 0)
        if report is None or not written(report):
            silent += 1
        elif outcome and not (report.output and report.outcome):
            bare += 1
    place = f"รอบ {to_thai(str(months))} เดือน"
    notes = [f"มาตรการ {to_thai(str(silent))} รายการยังไม่มีผลการดำเนินงาน{place}"] if silent else []
    if bare:
        notes.append(f"มาตรการ {to_thai(str(bare))} รายการยังไม่มีผลผลิตหรือผลลัพธ์{place}")
    return notes
