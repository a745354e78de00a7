"""Deadlines and report rounds of a year."""

from __future__ import annotations

import secrets
from datetime import date

from itadesk.deadlines import usual_deadlines
from itadesk.errors import BadValue
from itadesk.model.calendar import OwnDeadline
from itadesk.model.changes import Changes, Kind
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line

LONGEST_ROUND = 24  # months


def save_deadline(store: Store, year: int, key: str | None, what: str, day: date) -> Changes:
    """Changes the deadline with this key, usual ones too; None adds one of the office's own."""
    words = normalise_line(what).strip()
    if not words:
        raise BadValue("ยังไม่ได้กรอกว่าต้องทำอะไรภายในวันนี้ โปรดกรอกชื่องาน")
    with action(store, "กำหนดการ", Kind.CALENDAR) as changes:
        store.calendar.save_deadline(year, key or _new_key(), OwnDeadline(words, day))
    return changes


def remove_deadline(store: Store, year: int, key: str) -> Changes:
    """A usual deadline is no longer kept, one of the office's own goes."""
    plan_year = load_year(store, year).assessment.plan_year
    usual = {each.key: each for each in usual_deadlines(plan_year)}
    gone = OwnDeadline(usual[key].what, None) if key in usual else None
    with action(store, "ลบกำหนดการ", Kind.CALENDAR) as changes:
        store.calendar.save_deadline(year, key, gone)
    return changes


def restore_deadlines(store: Store, year: int) -> Changes:
    """The usual deadlines again as they were; the office's own stay."""
    data = load_year(store, year)
    usual = [each.key for each in usual_deadlines(data.assessment.plan_year)]
    with action(store, "กำหนดการตามปกติ", Kind.CALENDAR) as changes:
        for key in usual:
            store.calendar.save_deadline(year, key, None)
    return changes


def save_rounds(store: Store, year: int, months: tuple[int, ...]) -> Changes:
    """The rounds of the measures in months from the plan year's start; () are the usual ones.

    BadValue for a round that is not within two years, or that leaves out one with reports.
    """
    wanted = tuple(sorted(set(months)))
    for each in wanted:
        if not 1 <= each <= LONGEST_ROUND:
            raise BadValue(
                f"รอบรายงานต้องอยู่ระหว่าง ๑ ถึง {to_thai(str(LONGEST_ROUND))} เดือน "
                f"(กรอกไว้ {to_thai(str(each))}) โปรดแก้ไขจำนวนเดือน"
            )
    reported = {report.months for report in store.rounds.of_year(year)}
    missing = sorted(reported - set(wanted)) if wanted else []
    if missing:
        raise BadValue(
            f"รอบ {to_thai(str(missing[0]))} เดือนมีรายงานผลอยู่แล้ว จึงเอาออกไม่ได้ โปรดคงรอบนี้ไว้ในรายการ"
        )
    with action(store, "รอบรายงาน", Kind.CALENDAR, Kind.ROUNDS) as changes:
        store.calendar.save_rounds(year, wanted)
    return changes


def _new_key() -> str:
    return f"own-{secrets.token_hex(4)}"
