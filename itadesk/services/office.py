"""The office, its settings, and texts of forms it has made its own."""

from __future__ import annotations

from dataclasses import replace

from itadesk.errors import BadValue
from itadesk.model.changes import Changes, Kind
from itadesk.model.office import Office, Settings
from itadesk.model.work import RoundReport
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.thai.normalise import normalise, normalise_line


def checked_office(office: Office) -> Office:
    """The office with tidy texts; BadValue when it has no name."""
    name = " ".join(normalise_line(office.name).split())
    if not name:
        raise BadValue("ยังไม่ได้กรอกชื่อหน่วยงาน โปรดกรอกชื่อเต็ม เช่น องค์การบริหารส่วนตำบล…")
    return replace(
        office,
        name=name,
        province=normalise_line(office.province),
        district=normalise_line(office.district),
        code=normalise_line(office.code),
    )


def save_office(store: Store, office: Office) -> Changes:
    """Name, kind and place of the office."""
    clean = checked_office(office)
    with action(store, "ข้อมูลหน่วยงาน", Kind.OFFICE) as changes:
        store.office.save(clean)
    return changes


def save_settings(store: Store, settings: Settings) -> Changes:
    """Thresholds, digits, sizes, units and words."""
    if settings.thresholds.urgent > settings.thresholds.keep:
        raise BadValue("เกณฑ์เร่งด่วนต้องไม่สูงกว่าเกณฑ์รักษาระดับ โปรดแก้ไขเกณฑ์คะแนน")
    with action(store, "ตั้งค่า", Kind.SETTINGS) as changes:
        store.office.save_settings(settings)
    return changes


def save_limitations(store: Store, year: int, texts: tuple[str, ...]) -> Changes:
    """ข้อจำกัด of the year, in order."""
    clean = tuple(filter(None, (normalise(text) for text in texts)))
    with action(store, "ข้อจำกัด", Kind.LIMITATIONS) as changes:
        store.texts.save_limitations(year, clean)
    return changes


def save_form_text(store: Store, year: int, form: str, key: str, text: str | None) -> Changes:
    """A text of a form as the office wants it; None is the template again, year 0 all years."""
    clean = None if text is None else normalise(text)
    with action(store, "ข้อความในเอกสาร", Kind.TEXTS) as changes:
        store.texts.save(year, form, key, clean)
    return changes


def save_round_report(store: Store, report: RoundReport) -> Changes:
    """ผลการดำเนินงาน of a measure in a round."""
    clean = replace(
        report,
        output=normalise(report.output),
        outcome=normalise(report.outcome),
        evidence=normalise(report.evidence),
        obstacles=normalise(report.obstacles),
    )
    with action(store, "ผลการดำเนินงาน", Kind.ROUNDS) as changes:
        saved = store.rounds.save(clean)
    return replace(changes, created=saved if report.id is None else None)
