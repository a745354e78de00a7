"""Checks of official documents: number, day, and the order of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import PAPERS, SIGNED
from itadesk.model.document import DocumentRecord
from itadesk.thai.dates import format_date

_AFTER = ("memo", "letter", "announcement", "minutes")  # written about a result that is known
_NUMBERED = ("memo", "letter", "order")


def too_early(found: CheckData) -> Iterator[Remark]:
    """A document about a result that was not announced yet on its day."""
    announced = found.data.assessment.announced_on
    if not announced:
        return
    known = date.fromisoformat(announced)
    for document in found.data.documents:
        if document.form in _AFTER and document.day and document.day < known:
            written, told = (format_date(day, "short") for day in (document.day, known))
            words = f"ลงวันที่ {written} ก่อนวันประกาศผล {told} โปรดตรวจสอบวันที่"
            yield _remark("documents.before_result", Severity.MISTAKE, document, words)


def unnumbered(found: CheckData) -> Iterator[Remark]:
    """A signed document without number or day; before that they are rightly blank."""
    for document in found.data.documents:
        if document.state not in SIGNED:
            continue
        lacks = [] if document.day else ["วันที่"]
        if document.form in _NUMBERED and not document.number.strip():
            lacks.insert(0, "เลขที่")
        if lacks:
            yield _remark(
                "documents.unnumbered",
                Severity.MISSING,
                document,
                f"ลงนามแล้ว แต่ยังไม่มี{'และ'.join(lacks)} โปรดกลับเป็นร่างแล้วกรอกที่หน้าเอกสาร",
            )


def _remark(check: str, severity: Severity, document: DocumentRecord, words: str) -> Remark:
    name = PAPERS.get(document.form, "เอกสาร")
    return Remark(check, severity, f"{name} {words}", f"documents:{document.form}")


CHECKS: tuple[Check, ...] = (too_early, unnumbered)
