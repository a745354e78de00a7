"""Writing the analysis of an indicator or an issue."""

from __future__ import annotations

from dataclasses import replace

from itadesk.errors import NotFound
from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Finding
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise


def save_finding(store: Store, year: int, finding: Finding) -> Changes:
    """Adds (id None) or changes a finding; texts are normalised."""
    catalogue = catalogue_of(store, year)
    unknown = [code for code in finding.codes if catalogue.question(code) is None]
    if unknown:
        raise NotFound(
            f"ไม่มีข้อ {to_thai(', '.join(unknown))} ในชุดข้อคำถามของปี {to_thai(str(year))} "
            "โปรดแก้ไขข้อที่อ้างถึง"
        )
    clean = replace(
        finding,
        cause=normalise(finding.cause),
        guideline=normalise(finding.guideline),
        conclusion=normalise(finding.conclusion),
    )
    with action(store, _label(finding), Kind.FINDINGS) as changes:
        saved = store.findings.save(year, clean)
    return replace(changes, created=saved if finding.id is None else None)


def remove_finding(store: Store, year: int, finding_id: int) -> Changes:
    """Can be undone."""
    with action(store, "ลบผลการวิเคราะห์", Kind.FINDINGS, Kind.MEASURES) as changes:
        store.findings.delete(year, finding_id)
    return changes


def _label(finding: Finding) -> str:
    if finding.indicator is not None:
        return f"ผลการวิเคราะห์ตัวชี้วัดที่ {to_thai(str(finding.indicator))}"
    return f"ผลการวิเคราะห์ประเด็นที่ {to_thai(str(finding.issue))}"
