"""What the checks read out of a file, and the answers of the office to what they found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from itadesk.checks import CheckData, Examined, Remark, examine
from itadesk.errors import BadValue, NotFound
from itadesk.model.answer import AnsweredCheck
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of, load_year, score_years
from itadesk.thai.normalise import normalise


def check_data(store: Store, data: YearData, *, slow: bool = False) -> CheckData:
    """A year that was read, with what else the checks ask of the file.

    Only `slow` looks for files that lie outside: their drive may be far away.
    """
    before = load_year(store, data.year - 1) if data.year - 1 in score_years(store) else None
    lost = _lost(data) if slow else frozenset[int]()
    return CheckData(data, before, _plan(store, data.assessment.plan_year), lost)


def check_year(store: Store, year: int, *, slow: bool = True) -> Examined:
    """What all checks find in a year; NotFound when the office has no such year."""
    return examine(check_data(store, load_year(store, year), slow=slow), slow=slow)


def confirm_remark(store: Store, year: int, remark: Remark, reason: str, on: date) -> Changes:
    """ยืนยันว่าถูกต้อง: the remark is told no more until it says something else.

    BadValue without a reason.
    """
    words = normalise(reason).strip()
    if not words:
        raise BadValue("ยังไม่ได้กรอกเหตุผลที่ยืนยัน โปรดกรอกเหตุผลสั้น ๆ เพื่อให้ผู้อื่นเข้าใจภายหลัง")
    answer = AnsweredCheck(remark.id, remark.place, remark.fingerprint, words, on)
    with action(store, "ยืนยันผลการตรวจ", Kind.CHECKS) as changes:
        store.answers.save(year, answer)
    return changes


def withdraw_confirmation(store: Store, year: int, answer: AnsweredCheck) -> Changes:
    """The remark is told again."""
    with action(store, "ยกเลิกการยืนยันผลการตรวจ", Kind.CHECKS) as changes:
        store.answers.delete(year, answer)
    return changes


def _plan(store: Store, year: int) -> Catalogue | None:
    try:
        return catalogue_of(store, year)
    except NotFound:
        return None  # nothing is known yet of the year of the measures


def _lost(data: YearData) -> frozenset[int]:
    """Files that are too large to be kept, and lie no more where they lay."""
    outside = ((each.id, each.path) for each in data.files if each.path)
    return frozenset(i for i, path in outside if i is not None and not Path(path).exists())
