"""Which questions a finding is about, and a measure answers by its findings."""

from __future__ import annotations

from itadesk.findings import codes_of_issue, lowest, lowest_of
from itadesk.model.work import Finding, Measure
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai


def codes_about(data: YearData, finding: Finding) -> tuple[str, ...]:
    """Its own questions, else the lowest of its indicator or issue."""
    if finding.codes:
        return finding.codes
    if finding.indicator is not None:
        return lowest(data.catalogue, data.result, finding.indicator).codes
    if finding.issue is not None:
        return lowest_of(data.result, codes_of_issue(data.catalogue, finding.issue)).codes
    return ()


def codes_answered(data: YearData, measure: Measure) -> tuple[str, ...]:
    """The questions of all findings a measure answers, each once."""
    found = {finding.id: finding for finding in data.findings}
    answered = (found[each] for each in measure.findings if each in found)
    return tuple(dict.fromkeys(code for each in answered for code in codes_about(data, each)))


def finding_name(data: YearData, finding: Finding) -> str:
    """What a finding is about in a few words."""
    place = (
        f"ประเด็นที่ {finding.issue}" if finding.indicator is None else f"ตัวชี้วัดที่ {finding.indicator}"
    )
    codes = " ".join(codes_about(data, finding))
    return to_thai(f"{place} ข้อ {codes}" if codes else place)
