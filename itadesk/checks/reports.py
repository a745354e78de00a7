"""Checks of what was reported in a round, and of what shows it."""

from __future__ import annotations

from collections.abc import Iterator

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.model.kept import FileRole
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.rounds import is_blank
from itadesk.thai.digits import to_thai

_IDLE = (RoundStatus.NOT_STARTED, RoundStatus.CANCELLED)
_SHOWING = (FileRole.PHOTO, FileRole.EVIDENCE)


def incomplete(found: CheckData) -> Iterator[Remark]:
    """A report that was begun without output or outcome."""
    for report in found.data.rounds:
        if is_blank(report) or report.status in _IDLE:
            continue
        lacks = [
            word
            for word, text in (("ผลผลิต", report.output), ("ผลลัพธ์", report.outcome))
            if not text.strip()
        ]
        if lacks:
            words = f"ยังไม่มี{'และ'.join(lacks)} โปรดกรอกที่หน้าผลการดำเนินการ"
            yield _remark(found, "rounds.incomplete", Severity.MISSING, report, words)


def unproven(found: CheckData) -> Iterator[Remark]:
    """A measure that is done, with nothing that shows it."""
    shown = {(f.measure, f.months) for f in found.data.files if f.role in _SHOWING}
    for report in found.data.rounds:
        there = report.evidence.strip() or (report.measure_id, report.months) in shown
        if report.status is RoundStatus.DONE and not there:
            words = "แล้วเสร็จ แต่ยังไม่มีหลักฐาน โปรดพิมพ์หรือแนบหลักฐานที่หน้าผลการดำเนินการ"
            yield _remark(found, "rounds.no_evidence", Severity.MISSING, report, words)


def lost(found: CheckData) -> Iterator[Remark]:
    """A file of a round that is no longer where it was."""
    reports = {(each.measure_id, each.months): each for each in found.data.rounds}
    for kept in found.data.files:
        report = reports.get((kept.measure or 0, kept.months or 0))
        if kept.id in found.lost and report is not None:
            words = f"แนบไฟล์ “{kept.name}” ไว้ แต่ไม่พบไฟล์นี้แล้ว โปรดนำไฟล์กลับที่เดิม หรือแนบใหม่"
            yield _remark(found, "rounds.evidence_lost", Severity.MISTAKE, report, words)


def _remark(
    found: CheckData, check: str, severity: Severity, report: RoundReport, words: str
) -> Remark:
    number = next((m.position for m in found.data.measures if m.id == report.measure_id), 0)
    where = to_thai(f"รอบ {report.months} เดือน มาตรการลำดับที่ {number}")
    return Remark(check, severity, f"{where} {words}", f"rounds:{report.months}:{number}")


CHECKS: tuple[Check, ...] = (incomplete, unproven, lost)
