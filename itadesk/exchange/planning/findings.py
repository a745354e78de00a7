"""Sheet การวิเคราะห์."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from itadesk.exchange import layout as at
from itadesk.exchange.book import Book
from itadesk.exchange.planning.places import codes_of, indicator_of, issue_of
from itadesk.exchange.planning.plan import Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, readers
from itadesk.exchange.planning.records import note_record
from itadesk.model.work import Finding
from itadesk.thai.digits import to_thai

_COLUMNS = {at.CAUSE: "cause", at.GUIDELINE: "guideline", at.CONCLUSION: "conclusion"}
_Key = tuple[int | None, int | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Given:
    """A row: its finding, and which of several with the same key it is."""

    finding: Finding
    nth: int


def plan_findings(target: Target, book: Book, notes: Notes) -> tuple[Finding, ...]:
    """Findings to write; those with an id change one that is there."""
    known: dict[_Key, list[Finding]] = {}
    for finding in target.findings:
        known.setdefault(_key(finding), []).append(finding)
    planned: list[Finding] = []
    for reader, given in first_of_each(
        _incoming(target, readers(book, at.FINDINGS, notes)),
        at.INDICATOR,
        lambda g: name_of(g.finding),
    ):
        there = known.get(_key(given.finding), ())
        before = there[given.nth - 1] if given.nth <= len(there) else None
        after = _merged(before, given.finding)
        note_record(reader, at.INDICATOR, name_of(after), _COLUMNS, before, after)
        if after != before:
            planned.append(after)
    return tuple(planned)


def name_of(finding: Finding) -> str:
    """How messages call a finding."""
    codes = f" ข้อ {to_thai(', '.join(finding.codes))}" if finding.codes else ""
    if finding.indicator is None:
        return f"ผลการวิเคราะห์ประเด็นที่ {to_thai(str(finding.issue))}{codes}"
    return f"ผลการวิเคราะห์ตัวชี้วัดที่ {to_thai(str(finding.indicator))}{codes}"


def _key(finding: Finding) -> _Key:
    return finding.indicator, finding.issue, frozenset(finding.codes)


def _incoming(target: Target, rows: list[RowReader]) -> Iterator[tuple[RowReader, object, _Given]]:
    for reader in rows:
        if not reader.has(at.CODE, *_COLUMNS):
            continue
        indicator, issue = indicator_of(reader, target), issue_of(reader, target)
        if indicator is None and issue is None and not reader.failed:
            reader.refuse(at.INDICATOR, "ยังไม่ได้กรอกตัวชี้วัดที่หรือประเด็นที่ โปรดกรอกอย่างใดอย่างหนึ่ง")
        codes = codes_of(reader, target, indicator)
        texts = {field: reader.text(column) or "" for column, field in _COLUMNS.items()}
        nth = reader.whole(at.NTH) or 1
        finding = Finding(None, indicator, issue, codes, **texts)
        if not reader.failed:
            yield reader, (*_key(finding), nth), _Given(finding, nth)


def _merged(before: Finding | None, given: Finding) -> Finding:
    """An empty cell leaves the text as it is; the order of the codes stays too."""
    if before is None:
        return given
    texts = {field: text for field in _COLUMNS.values() if (text := getattr(given, field))}
    return replace(before, **texts)
